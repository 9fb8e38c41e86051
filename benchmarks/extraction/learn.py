"""Pages to features and labels, and these to boosted trees."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

import lightgbm
import numpy as np

from benchmarks.extraction.corpora import Sample
from benchmarks.extraction.labels import labels
from benchmarks.extraction.score import words
from generator.ingest.classify import decided, features_of_markup
from generator.ingest.classify.features import features
from generator.ingest.classify.trees import Model, Tree
from generator.ingest.furniture import without_asides, without_furniture
from generator.ingest.html import Tagged, tagged_lines
from generator.ingest.lines import Line, split
from generator.ingest.page import parse, readings

SEED = 5
PASTED_PATH, MARKUP_PATH = (2.0, 0.0), (1.0, -0.5)
"""`stay` and `bias` of each model, as they did best in cross-validation."""
ROUNDS = 250
PARAMETERS = {
    "objective": "binary", "learning_rate": 0.05, "num_leaves": 15, "min_data_in_leaf": 20, "max_bin": 63,
    "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5, "seed": 1,
    "deterministic": True, "force_row_wise": True, "num_threads": 2, "verbose": -1,
}  # fmt: skip
_FAIR = 0.9
"""The score that choosing whole lines must reach on a page for its labels to be trusted."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to learn from: its lines, their features and labels. `made_of` are the ids of the samples in it."""

    sample: Sample
    lines: tuple[Line, ...]
    features: np.ndarray
    labels: list[bool]
    best: float
    made_of: frozenset[str]
    weight: float
    tagged: tuple[Tagged, ...] = ()
    """The lines with their markup, where they are of HTML."""

    def text(self, chosen: Sequence[bool]) -> str:
        """The chosen lines."""
        return "\n".join(line.text for line, yes in zip(self.lines, chosen, strict=True) if yes)


def pasted_page(sample: Sample) -> Page:
    """The page as its pasted text."""
    lines = split(sample.pasted)
    return _page(sample, lines, features(lines))


def markup_page(sample: Sample) -> Page:
    """The page as the lines of its HTML."""
    tree = parse(sample.html)
    tagged = tagged_lines(tree) if tree is not None else []
    page = _page(sample, tuple(one.line for one in tagged), features_of_markup(tagged, readings(sample.html)))
    return replace(page, tagged=tuple(tagged))


def fair(pages: Sequence[Page]) -> list[Page]:
    """The pages to learn from: judged ones, and others whose labels fit."""
    return [page for page in pages if any(page.labels) and (page.sample.is_judged or page.best > _FAIR)]


def spliced(pages: Sequence[Page], copies: int) -> list[Page]:
    """More pages than there are: the article of each, below another's head and above a third's foot."""
    dice = random.Random(SEED)  # noqa: S311 - no secret
    judged = [page for page in pages if page.sample.is_judged]
    others = [page for page in pages if not page.sample.is_judged] or judged
    found = []
    for body in pages:
        for _ in range(copies):
            head, foot = (dice.choice(judged if dice.random() < 0.7 else others) for _ in range(2))
            found.append(_splice(head, body, foot))
    return found


def train(pages: Sequence[Page], stay: float, bias: float) -> Model:
    """Boosted trees (LightGBM) over all lines of the pages; long lines count for more, pages alike."""
    rows = np.vstack([page.features for page in pages])
    answers = np.concatenate([np.array(page.labels) for page in pages])
    weights = np.concatenate([_weights(page) for page in pages])
    data = lightgbm.Dataset(rows, answers, weight=weights * len(weights) / weights.sum())
    booster = lightgbm.train(PARAMETERS, data, ROUNDS)
    trees = [_tree(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
    return Model(rows.shape[1], stay, bias, tuple(trees))


def chosen(model: Model, page: Page) -> list[bool]:
    """The lines that are taken for the article, as `briefs add` takes them."""
    found = decided([model.odds(row) for row in page.features.tolist()], model.stay)
    if page.tagged:
        found = without_asides(page.tagged, found)
    return without_furniture(page.lines, found)


# --- Private functions ---


def _page(sample: Sample, lines: tuple[Line, ...], rows: list[list[float]]) -> Page:
    marked, best = labels([line.text for line in lines], sample.truth)
    measured = np.array(rows, dtype=np.float64).reshape(len(lines), -1)
    return Page(sample, lines, measured, marked, best, frozenset({sample.id}), sample.weight)


def _splice(head: Page, body: Page, foot: Page) -> Page:
    top = head.labels.index(True)
    start, end = body.labels.index(True), len(body.labels) - body.labels[::-1].index(True)
    rest = len(foot.labels) - foot.labels[::-1].index(True)
    lines = (*head.lines[:top], *body.lines[start:end], *foot.lines[rest:])
    marked = [False] * top + body.labels[start:end] + [False] * (len(foot.lines) - rest)
    measured = np.array(features(lines), dtype=np.float64)
    made_of = head.made_of | body.made_of | foot.made_of
    return Page(body.sample, lines, measured, marked, 1.0, made_of, body.weight / 2)


def _weights(page: Page) -> np.ndarray:
    sizes = np.sqrt(np.array([len(words(line.text)) for line in page.lines]) + 1.0)
    return page.weight * sizes / sizes.sum()


def _tree(node: dict[str, object]) -> Tree:
    """A tree as a list of nodes, each told where its branches begin."""
    found: Tree = []

    def add(node: dict[str, object]) -> int:
        own = len(found)
        if "leaf_value" in node:
            found.append([_short(node["leaf_value"])])
            return own
        found.append([])
        left = add(node["left_child"])
        right = add(node["right_child"])
        found[own] = [node["split_feature"], _short(node["threshold"]), left, right]
        return own

    add(node)
    return found


def _short(value: object) -> float:
    """Six digits are enough, and keep the file small."""
    number = float(value)
    return 0.0 if abs(number) < 1e-30 else round(number, 5 - math.floor(math.log10(abs(number))))
