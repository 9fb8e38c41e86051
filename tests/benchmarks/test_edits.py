"""Edits of a made-up site: the same by the same dice, each of them leaves the site valid and changes it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks.edits import KINDS, edit
from benchmarks.generate import generate
from generator import pipeline
from generator.model.settings import Settings


def files(root: Path) -> dict[str, str]:
    found = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in found}


def problems(root: Path) -> list[tuple[str, str]]:
    found = pipeline.check(root, Settings()).problems
    return [(problem.location.file, problem.message) for problem in found]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_edit_changes_the_site_and_leaves_it_valid(kind: str, tmp_path: Path) -> None:
    generate(8, tmp_path)
    dice = random.Random(kind)  # noqa: S311
    done = 0
    while done < 6:
        before = files(tmp_path)
        if KINDS[kind](tmp_path, dice):
            assert files(tmp_path) != before
            done += 1
        else:
            assert files(tmp_path) == before
    assert problems(tmp_path) == []


def test_many_edits_of_all_kinds_leave_the_site_valid(tmp_path: Path) -> None:
    generate(6, tmp_path)
    dice = random.Random(5)  # noqa: S311
    done = [edit(tmp_path, dice) for _ in range(120)]
    assert problems(tmp_path) == []
    assert len(set(done)) > 100


def test_the_same_dice_make_the_same_edits(tmp_path: Path) -> None:
    sites = []
    for name in ("one", "other"):
        root = tmp_path / name
        generate(4, root)
        dice = random.Random(9)  # noqa: S311
        told = [edit(root, dice) for _ in range(30)]
        sites.append((told, files(root)))
    assert sites[0] == sites[1]
