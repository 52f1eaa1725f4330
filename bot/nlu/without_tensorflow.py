"""Stands in for TensorFlow, so that Rasa starts without it.

Rasa 3.6 imports TensorFlow whenever it trains or serves, even if no component of the pipeline uses it.
Waymark's uses none, so `.venv-rasa` leaves it out: 0.8 GB in place of 2.6, half the start time and memory.

Rasa's modules only subclass, decorate with and annotate by what they import from TensorFlow, and that much
works here. Anything more (training DIET or TED, loading a model that holds them) raises
`TensorFlowIsMissing`.

Where the real TensorFlow is installed, it is found first and this module changes nothing.
"""
import inspect
import sys
from abc import ABCMeta
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

PACKAGES = frozenset({"keras", "tensorflow", "tensorflow_hub", "tensorflow_text"})


class TensorFlowIsMissing(RuntimeError):
    """A part of Rasa that needs TensorFlow was really used."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} needs TensorFlow, which Waymark's Rasa environment leaves out: name only components in "
            "config.yml that do without it (not DIETClassifier, ResponseSelector, ConveRTFeaturizer, "
            "LanguageModelFeaturizer, TEDPolicy or UnexpecTEDIntentPolicy)."
        )


class Absent(ABCMeta):
    """The type of each name of TensorFlow: a class that may be subclassed and annotated by, never made."""

    def __getattr__(cls, name: str) -> "Absent":
        if name.startswith("__"):
            raise AttributeError(name)
        return absent(f"{cls.__qualname__}.{name}")

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        if cls.__module__ == __name__ and len(args) == 1 and inspect.isfunction(args[0]):
            return args[0]  # a decorator
        raise TensorFlowIsMissing(cls.__qualname__)


def absent(name: str) -> Absent:
    return Absent(name, (), {"__module__": __name__})


class AbsentModule(ModuleType):
    """A module of TensorFlow: whatever is asked of it is there, and absent."""

    __path__: list[str] = []

    def __getattr__(self, name: str) -> Absent:
        if name.startswith("__"):
            raise AttributeError(name)
        return absent(f"{self.__name__}.{name}")


class StandIn(MetaPathFinder, Loader):
    """Asked last, when no real TensorFlow was found."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        return ModuleSpec(name, self, is_package=True) if name.partition(".")[0] in PACKAGES else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return AbsentModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing to run: the module is its `__getattr__`."""


def stand_in() -> None:
    sys.meta_path.append(StandIn())
