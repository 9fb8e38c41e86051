"""A valid brief spoilt in one place, hundreds of times: a problem at that line, which names what was there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest

from generator.load.folder import BriefFolder, Folder, read_folder
from generator.model.settings import Settings
from generator.model.source import Problem
from generator.pipeline import check_folder

from ..desk import SHARED
from .kinds import WAYS, Mutation
from .page import page

ROOT = Path(__file__).parents[3]
OF_A_KIND = 30
LEAST = 0.9


@cache
def folder(root: Path) -> Folder:
    found, problems = read_folder(root, "briefs")
    assert not problems
    return found


def files(of: Folder) -> dict[str, bytes]:
    """The files of a site, the register among them."""
    found = {of.parties_file: of.parties or b""}
    for brief in of.briefs.values():
        found[brief.brief_file] = brief.brief or b""
        found |= {brief.article_file(source): text for source, text in brief.articles.items()}
    return found


def with_file(of: Folder, name: str, text: bytes) -> tuple[Folder, tuple[str, ...]]:
    """The site with another text in one file, and the brief that it belongs to."""
    if name == of.parties_file:
        return replace(of, parties=text), ()
    slug, *rest = name.removeprefix("briefs/").split("/")
    brief: BriefFolder = of.briefs[slug]
    source = rest[-1].removesuffix(".md")
    new = (
        replace(brief, brief=text)
        if rest == ["brief.yml"]
        else replace(brief, articles={**brief.articles, source: text})
    )
    return replace(of, briefs={**of.briefs, slug: new}), (slug,)


def mutations(root: Path, kind: str) -> list[Mutation]:
    """A sample of the ways in which the files of a site can be spoilt, the same each time."""
    dice = Random(kind)  # noqa: S311 - nothing is to be kept secret
    found = []
    for name, raw in sorted(files(folder(root)).items()):
        for text, due, named, what in WAYS[kind](page(name, raw), dice):
            if text.encode() != raw:
                found.append(Mutation(kind, name, text, frozenset(due), named, what))
    return dice.sample(found, min(OF_A_KIND, len(found)))


def told(root: Path, mutation: Mutation) -> list[Problem]:
    spoilt, slugs = with_file(folder(root), mutation.file, mutation.text.encode())
    return list(check_folder(spoilt, Settings(), slugs).problems)


def verdict(root: Path, mutation: Mutation) -> str:
    """What is amiss with what is told of a mutation; empty where nothing is."""
    problems = told(root, mutation)
    here = [p for p in problems if p.location.file == mutation.file and p.location.line in mutation.due]
    if not here:
        lines = sorted({(p.location.line, p.code) for p in problems})
        return f"no problem in line {sorted(mutation.due)}, but {lines[:5]}"
    said = [f"{p.message}\n{p.remedy or ''}" for p in here]
    if not any(name in text for text in said for name in mutation.named):
        return f"it names none of {mutation.named}: {said}"
    return ""


def sites() -> list[Path]:
    example = SHARED / "design" / "example"
    return [ROOT, *([example] if example.is_dir() else [])]


@cache
def measured() -> dict[str, list[tuple[Mutation, str]]]:
    """Every mutation with its verdict, by kind."""
    found = defaultdict(list)
    for root in sites():
        for kind in WAYS:
            found[kind] += [(mutation, verdict(root, mutation)) for mutation in mutations(root, kind)]
    return found


def test_the_files_have_no_problem_before() -> None:
    for root in sites():
        assert check_folder(folder(root), Settings(), ()).problems == ()


@pytest.mark.parametrize("kind", WAYS)
def test_each_kind_is_told_at_its_line_with_a_remedy(kind: str) -> None:
    of = measured()[kind]
    amiss = [f"{mutation.file}: {mutation.what}: {verdict}" for mutation, verdict in of if verdict]
    assert len(of) >= 10
    assert len(amiss) <= len(of) * (1 - LEAST), "\n".join([f"{len(amiss)} of {len(of)}", *amiss])


def test_there_are_three_hundred_and_nine_in_ten_are_told() -> None:
    every = [verdict for of in measured().values() for _, verdict in of]
    assert len(every) >= 300
    assert sum(not verdict for verdict in every) >= LEAST * len(every)
