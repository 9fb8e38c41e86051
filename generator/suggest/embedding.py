"""A small model of what sentences mean, where the extra [embed] is installed: it lies in its package."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

from generator.suggest.likeness import Embedding

PACKAGE = "wordllama"
HOW = "the extra [embed] is not installed: pip install 'annotated-briefs[embed]'"


class MissingError(Exception):
    """The model was asked for and isn't there; the words say what to do."""


def embedding(*, asked: bool | None) -> Embedding | None:
    """The model: where `asked` is true, or is `None` and the extra is installed; else `None`.

    Raises `MissingError` where it was asked for and isn't installed, or its package lacks its files.
    """
    if asked is False or (asked is None and find_spec(PACKAGE) is None):
        return None
    try:
        module: Any = import_module(PACKAGE)
        model = module.WordLlama.load(cache_dir=str(files(PACKAGE)), disable_download=True)
    except ImportError as error:
        raise MissingError(HOW) from error
    except FileNotFoundError as error:
        raise MissingError(f"the package {PACKAGE} lacks the files of its model: install it anew") from error
    return _Model(model)


# --- Private ---


class _Model:
    """Static word vectors, averaged: 256 numbers a text."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def __call__(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        made: list[list[float]] = self._model.embed(list(texts), norm=True).tolist()
        return made
