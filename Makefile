# Every command does the set-up it needs first: the two environments .venv and .venv-rasa.

BIN := .venv/bin
RASA := .venv-rasa/bin/rasa
UV := $(BIN)/uv
COMPILE := $(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate \
	--custom-compile-command "make lock"
LOCK_OPTIONS ?= --upgrade

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup setup-app run test test-fast test-processes soak test-rasa test-browser test-playground \
	quality bench lint train audit sbom lock clean

help: ## Say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile

setup: ## Make both environments, or bring them up to date
	@scripts/setup

setup-app:
	@scripts/setup app

run: setup ## Start Waymark on http://127.0.0.1:8000, for training
	@$(BIN)/waymark run

test: lint test-fast test-processes test-rasa test-browser test-playground ## Run every check there is

lint: setup-app ## Check style, types and which way imports point
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test-fast: setup-app ## Run the tests that need neither Rasa nor a browser
	$(BIN)/python -m pytest -m "not processes and not rasa and not browser and not playground"

test-processes: setup-app ## Start and kill processes, as Ctrl-C and worse would
	@scripts/postgresql
	@scripts/redis
	@scripts/caddy
	@scripts/npm tests/signin/provider
	$(BIN)/python -m pytest -m "processes and not rasa"

soak: train ## Break everything hundreds of times, send thousands of hostile requests (two hours)
	@scripts/postgresql
	@scripts/redis
	WAYMARK_SOAK_KILLS=$${WAYMARK_SOAK_KILLS:-300} $(BIN)/python -m pytest -s tests/reminders/test_soak.py
	WAYMARK_SOAK_EXAMPLES=$${WAYMARK_SOAK_EXAMPLES:-12000} $(BIN)/python -m pytest --hypothesis-show-statistics tests/hostile \
		tests/casework/test_deadlines_hold.py tests/casework/test_histories.py
	WAYMARK_SOAK_FAULTS=$${WAYMARK_SOAK_FAULTS:-300} $(BIN)/python -m pytest -s tests/fleet/test_soak.py

test-rasa: train ## Check the conversations, and everything that needs Rasa
	@scripts/postgresql
	@scripts/redis
	PYTHONWARNINGS=ignore $(RASA) data validate --fail-on-warnings
	PYTHONWARNINGS=ignore $(RASA) test core --e2e --stories tests/conversations --fail-on-prediction-errors --out var/conversations
	.venv-rasa/bin/python -m pytest tests/nlu_env -c tests/nlu_env/pytest.ini
	$(BIN)/python -m pytest -m rasa

test-browser: train ## Use Waymark in Chromium, as a person would
	@scripts/chromium
	@scripts/npm tests/browser/axe
	@scripts/npm tests/signin/provider
	@scripts/poppler
	$(BIN)/python -m pytest -m browser

test-playground: train ## Use Waymark in Microsoft's stand-in for Teams
	@scripts/chromium
	@scripts/npm tests/teams/playground
	$(BIN)/python -m pytest -m playground

quality: setup ## Measure how well messages are understood, and write docs/quality.md
	$(BIN)/python -m tests.quality

bench: train ## Measure how fast Waymark is, beside the bare bot of `rasa init` (twenty minutes; ONLY=turns: a part)
	@scripts/setup peer
	@scripts/postgresql
	$(BIN)/python -m tests.bench $(ONLY)

train: setup ## Train the model, if what it is made of has changed
	@$(BIN)/python -m bot.training

audit: setup-app ## Ask a vulnerability service about every locked package (needs a network)
	$(BIN)/python scripts/audit

sbom: setup-app ## List what both environments are made of, as CycloneDX, in var/sbom
	@mkdir -p var/sbom
	@for name in app rasa; do $(BIN)/cyclonedx-py requirements requirements/$$name.txt --pyproject pyproject.toml \
		--output-reproducible --validate -o var/sbom/$$name.cdx.json && echo "var/sbom/$$name.cdx.json"; done

lock: setup-app ## Bring requirements/*.txt up to date (LOCK_OPTIONS= keeps the versions as they are)
	cd requirements && ../$(COMPILE) $(LOCK_OPTIONS) --python-version 3.11 tools.in -o tools.txt
	cd requirements && ../$(COMPILE) $(LOCK_OPTIONS) --python-version 3.11 app.in -o app.txt
	cd requirements && ../$(COMPILE) $(LOCK_OPTIONS) --python-version 3.11 dev.in -o dev.txt
	cd requirements && ../$(COMPILE) $(LOCK_OPTIONS) --python-version 3.10 --excludes rasa-excludes.txt rasa.in -o rasa.txt
	cd requirements && ../$(subst --universal,--python-platform x86_64-manylinux_2_28,$(COMPILE)) $(LOCK_OPTIONS) \
		--python-version 3.10 peer.in -o peer.txt

clean: ## Remove the environments, the models and what the caches hold (not your data in var/)
	rm -rf .venv .venv-rasa .venv-peer models/*.tar.gz .rasa .mypy_cache .ruff_cache .pytest_cache build *.egg-info
