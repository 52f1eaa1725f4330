"""The set-up script: which Python it takes, and when it has something to do."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "setup"
ANY = "import sys; print(sys.executable)"


@pytest.fixture
def setup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, as if it stood in a folder of the test's own."""
    loader = SourceFileLoader("waymark_setup", str(SCRIPT))
    spec = spec_from_loader("waymark_setup", loader)
    assert spec is not None
    script = module_from_spec(spec)
    loader.exec_module(script)
    root = tmp_path / "a folder"
    environment = root / ".venv"
    (environment / "bin").mkdir(parents=True)
    (environment / "bin" / "python").touch()
    (root / "lock.txt").write_text("six==1.17.0")
    monkeypatch.setattr(script, "ROOT", root)
    monkeypatch.setattr(script, "APP", environment)
    monkeypatch.setattr(script, "INPUTS", {environment: ["lock.txt"]})
    monkeypatch.setattr(script, "PLACES", [])
    return script


def program(folder: Path, name: str, text: str) -> str:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return str(folder)


def test_a_python_that_is_found_but_does_not_run_is_passed_over(
    setup: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shim = program(tmp_path / "shims", "python9.9", "echo 'pyenv: python9.9: command not found' >&2; exit 127")
    works = program(tmp_path / "works", "python9.9", f'exec "{sys.executable}" "$@"')
    monkeypatch.setenv("PATH", os.pathsep.join([shim, works]))
    assert setup.find("NO_SUCH_VARIABLE", ["python9.9"], ANY) == sys.executable
    monkeypatch.setenv("PATH", shim)
    assert setup.find("NO_SUCH_VARIABLE", ["python9.9"], ANY) is None


def test_a_python_of_the_wrong_version_is_passed_over(setup: ModuleType) -> None:
    assert setup.interpreter(sys.executable, setup.RASAS) is None
    assert setup.interpreter(sys.executable, setup.MODERN.replace(", ensurepip", ""))


def test_the_python_that_was_asked_for_is_the_one(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYMARK_PYTHON310", "/no/such/python")
    with pytest.raises(SystemExit, match="WAYMARK_PYTHON310 is /no/such/python, which is not a Python that fits"):
        setup.find("WAYMARK_PYTHON310", ["python3.10"], ANY)


def test_without_a_python_one_sentence_says_what_to_install(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup, "find", lambda *_: None)
    monkeypatch.setattr(setup, "run", lambda *_, **__: None)
    with pytest.raises(SystemExit, match="apt-get install python3 python3-venv"):
        setup.modern_python()
    with pytest.raises(SystemExit, match="Rasa needs CPython 3.10, and none was found or could be downloaded"):
        setup.rasas_python()


def test_ready_only_with_a_stamp_for_this_place_and_these_locks(setup: ModuleType) -> None:
    environment = setup.APP
    assert not setup.is_ready(environment)  # interrupted: no stamp
    (environment / "ready").write_text("\n".join(setup.what_the_stamp_says(environment)))
    assert setup.is_ready(environment)
    (setup.ROOT / "lock.txt").write_text("six==1.18.0")
    assert not setup.is_ready(environment)
    (setup.ROOT / "lock.txt").write_text("six==1.17.0")
    assert setup.is_ready(environment)
    (environment / "bin" / "python").unlink()  # its Python was removed from the machine
    assert not setup.is_ready(environment)


@pytest.mark.parametrize(
    ("stamp", "made_anew"), [(None, True), ("elsewhere\nhash", True), ("{root}\nold hash", False)]
)
def test_mends_what_it_finds(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch, stamp: str | None, made_anew: bool
) -> None:
    environment, left_over = setup.APP, setup.APP / "left over"
    left_over.touch()
    if stamp:
        (environment / "ready").write_text(stamp.format(root=setup.ROOT))
    monkeypatch.setattr(setup, "modern_python", lambda: sys.executable)
    monkeypatch.setattr(setup, "run", lambda *_, **__: (environment / "bin").mkdir(parents=True))
    monkeypatch.setattr(setup, "fill_app", lambda: (environment / "bin" / "python").touch())
    setup.make(environment)
    assert left_over.exists() is not made_anew
    assert setup.is_ready(environment)


def test_says_how_a_step_failed(setup: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup, "LOG", tmp_path / "setup.log")
    with pytest.raises(SystemExit, match="no space left"):
        setup.run("installing", "sh", "-c", "echo no space left; exit 1")
    setup.run("fetching", "false", may_fail=True)


def test_reads_as_the_oldest_python_that_may_start_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import ast, sys; ast.parse(sys.stdin.read(), feature_version=(3, 8))"],
        input=SCRIPT.read_text(),
        text=True,
    )
    assert done.returncode == 0
