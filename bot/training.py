"""Trains the Rasa model, when what it is made of has changed; `make train` and `waymark run` come here.

The name of a model holds the hash of all that went into it, so whether one is up to date is a question of whether
that file is there.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KEPT = 2
HEARTBEAT_SECONDS = 5


class TrainingFailed(Exception):
    """Rasa could not make a model; says what Rasa said last."""


def trained_model(root: Path = ROOT) -> Path:
    """The model for what is in the repository now, trained first if there is none."""
    model = root / "models" / f"waymark-{fingerprint(root)}.tar.gz"
    if not model.exists():
        train(root, model)
    forget_old_models(model)
    return model


def fingerprint(root: Path) -> str:
    digest = hashlib.sha256()
    for path in ingredients(root):
        digest.update(str(path.relative_to(root)).encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


def ingredients(root: Path) -> Iterator[Path]:
    yield from (root / "config.yml", root / "domain.yml", root / "requirements" / "rasa.txt")
    yield from sorted((root / "data").rglob("*.yml"))
    yield from sorted((root / "bot" / "nlu").glob("*.py"))
    yield from sorted((root / "bot" / "nlu" / "weights").glob("*.*"))


def train(root: Path, model: Path, *options: str) -> None:
    """Trained aside and moved into place when whole, so that a broken-off training leaves no model behind.

    ``options`` are those of ``rasa train``. Raises TrainingFailed.
    """
    aside = root / "var" / "training"
    aside.mkdir(parents=True, exist_ok=True)
    python = root / ".venv-rasa" / "bin" / "python"
    name = model.name.removesuffix(".tar.gz")
    # The tests validate the data by themselves (`make test-rasa`), which takes long.
    given = ["--fixed-model-name", name, "--out", str(aside), "--skip-validation", *options]
    command: list[str | Path] = [python, "-m", "bot.nlu.train", *given]
    with (aside / "log").open("w+") as log:
        process = subprocess.Popen(command, cwd=root, stdout=log, stderr=log)
        wait(process)
        log.seek(0)
        said = log.read()
    if process.returncode or not (aside / model.name).exists():
        raise TrainingFailed("Rasa could not train the model:\n" + "\n".join(said.splitlines()[-15:]))
    model.parent.mkdir(exist_ok=True)
    (aside / model.name).replace(model)
    print(f"The model is trained: {model.relative_to(root)}", flush=True)


def wait(process: subprocess.Popen[bytes]) -> None:
    began = time.monotonic()
    while True:
        print(f"Training the model ... {time.monotonic() - began:.0f} s", flush=True)
        try:
            process.wait(HEARTBEAT_SECONDS)
        except subprocess.TimeoutExpired:
            continue
        except BaseException:
            process.kill()
            raise
        return


def forget_old_models(model: Path) -> None:
    """Keep the newest ones only; a model that is in use is the newest, for using it touches it."""
    model.touch()
    models = sorted(model.parent.glob("waymark-*.tar.gz"), key=lambda path: path.stat().st_mtime)
    for old in models[:-KEPT]:
        old.unlink()


def main() -> None:
    try:
        trained_model()
    except TrainingFailed as failure:
        sys.exit(str(failure))


if __name__ == "__main__":
    main()
