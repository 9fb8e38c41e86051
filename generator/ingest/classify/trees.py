"""A model of boosted trees, read from a file of ours, and what it gives a line."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

Tree: TypeAlias = list[list[float]]
"""Nodes: `[feature, threshold, left, right]`, where a value up to the threshold goes left; or `[leaf's value]`."""


@dataclass(frozen=True, slots=True)
class Model:
    """Trees whose sum is the log odds that a line is of the article.

    `stay` is what it costs a path to change between article and not, `bias` what the odds are moved by, `features`
    how many each line must have.
    """

    features: int
    stay: float
    bias: float
    trees: tuple[Tree, ...]

    def odds(self, features: Sequence[float]) -> float:
        """The log odds for a line of these features."""
        return self.bias + math.fsum(_leaf(tree, features) for tree in self.trees)


@cache
def load_model(name: str) -> Model:
    """The model `name`.json beside this module; `benchmarks/extraction/train.py` makes it."""
    kept = json.loads((files(__package__) / f"{name}.json").read_text(encoding="utf-8"))
    return Model(kept["features"], kept["stay"], kept["bias"], tuple(kept["trees"]))


# --- Private functions ---


def _leaf(tree: Tree, features: Sequence[float]) -> float:
    node = tree[0]
    while len(node) > 1:
        node = tree[int(node[2] if features[int(node[0])] <= node[1] else node[3])]
    return node[0]
