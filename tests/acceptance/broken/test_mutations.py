"""Of a thousand slips in valid briefs nine in ten and more are told at their line, with what mends them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator import pipeline
from generator.load.folder import Folder, read_folder
from generator.model.settings import Settings
from generator.model.source import Problem

from ..desk import PROJECT, SHARED
from .mutations import Mutation, mutations

SETTINGS = Settings(site_name="A site", drafts=True)
EACH = 75
"""How many of each kind, of each folder of briefs, at the most."""


def _briefs(root: Path) -> Folder:
    if not (root / "briefs").is_dir():
        pytest.skip("the example is kept beside the project, in shared/")
    return read_folder(root, "briefs")[0]


def _drawn(folder: Folder) -> list[tuple[str, Mutation]]:
    """Slips of every kind, of every brief."""
    by_kind: dict[str, list[tuple[str, Mutation]]] = {}
    for slug, brief in folder.briefs.items():
        assert brief.brief is not None
        for mutation in mutations(brief.brief.decode("utf-8"), random.Random(slug)):  # noqa: S311
            by_kind.setdefault(mutation.kind, []).append((slug, mutation))
    dice = random.Random(20)  # noqa: S311 - not for secrets
    return [each for kind in by_kind.values() for each in dice.sample(kind, min(EACH, len(kind)))]


def _told(folder: Folder, slug: str, mutation: Mutation) -> list[Problem]:
    """The problems at the lines where they are due."""
    brief = replace(folder.briefs[slug], brief=mutation.text.encode())
    outcome = pipeline.check_folder(replace(folder, briefs={**folder.briefs, slug: brief}), SETTINGS, [slug])
    return [
        problem
        for problem in outcome.problems
        if problem.location.file == brief.brief_file and problem.location.line in mutation.lines
    ]


def _misses(folder: Folder) -> Iterator[tuple[str, str, bool]]:
    """Of each slip its kind, what it is, and whether it was told with what it takes to mend it."""
    for slug, mutation in _drawn(folder):
        said = [
            f"{problem.message}\n{problem.remedy}"
            for problem in _told(folder, slug, mutation)
            if problem.remedy
        ]
        yield mutation.kind, mutation.what, any(all(name in text for name in mutation.names) for text in said)


@pytest.mark.parametrize("root", [PROJECT, SHARED / "design" / "example"], ids=["shipped", "example"])
def test_nine_in_ten_slips_of_every_kind_are_told_at_their_line_with_a_remedy(root: Path) -> None:
    found = list(_misses(_briefs(root)))
    every = Counter(kind for kind, _, _ in found)
    told = Counter(kind for kind, _, good in found if good)
    assert len(every) == 7
    assert sum(every.values()) >= 150
    missed = [f"{kind}: {what}" for kind, what, good in found if not good]
    assert all(told[kind] >= 0.9 * every[kind] for kind in every), missed
    assert sum(told.values()) >= 0.95 * sum(every.values()), missed
