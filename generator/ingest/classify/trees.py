"""A model of boosted trees, read from a file of ours, and what it gives a line."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, TypeAlias

Tree: TypeAlias = list[list[float]]
"""Nodes: `[feature, threshold, left, right]`, where a value up to the threshold goes left; or `[leaf's value]`."""


@dataclass(frozen=True)
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
        leaves = []
        for node in self._grown:
            while node[0] >= 0:
                node = node[2] if features[node[0]] <= node[1] else node[3]  # noqa: PLW2901 - down to a leaf
            leaves.append(node[1])
        return self.bias + math.fsum(leaves)

    @cached_property
    def _grown(self) -> list[_Node]:
        """The trees, each with its branches in it: a page has thousands of lines."""
        return [_grown(tree, 0) for tree in self.trees]


@cache
def load_model(name: str) -> Model:
    """The model `name`.json beside this module; `benchmarks/extraction/train.py` makes it."""
    kept = json.loads((files(__package__) / f"{name}.json").read_text(encoding="utf-8"))
    return Model(kept["features"], kept["stay"], kept["bias"], tuple(kept["trees"]))


# --- Private ---

_Node: TypeAlias = "tuple[int, float, _Node, _Node]"
"""Feature, threshold, left and right; or -1, a leaf's value, and no branches."""

_NOTHING: Any = ()


def _grown(written: list[list[float]], at: int) -> _Node:
    """The tree of nodes as they are written: `[feature, threshold, left, right]`, by their indexes, or `[value]`."""
    if len(written[at]) == 1:
        return -1, written[at][0], _NOTHING, _NOTHING
    feature, threshold, left, right = written[at]
    return int(feature), threshold, _grown(written, int(left)), _grown(written, int(right))
