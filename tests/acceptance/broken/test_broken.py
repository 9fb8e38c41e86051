"""Broken input: exit 1, each problem in its file, at its line and column, all of one file in one run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ..desk import Outcome, bare_site
from . import edits_of_words as words
from . import edits_of_yaml as syntax
from .port import BRIEF, FILES, HERE, LINE, Edit, Place, edited, unmarked

TABLES = {
    "yaml": syntax.SYNTAX,
    "unknown key": syntax.UNKNOWN_KEYS,
    "missing key": syntax.MISSING_KEYS,
    "wrong kind": syntax.WRONG_KINDS,
    "word": words.WORDS,
    "id": words.IDS,
    "date": words.DATES,
    "figure": words.FIGURES,
    "quote": words.QUOTES,
    "address": words.ADDRESSES,
}
ALL = [pytest.param(edit, id=f"{kind}: {edit.name}") for kind, edits in TABLES.items() for edit in edits]


def _check(root: Path, *edits: Edit) -> tuple[Outcome, set[Place]]:
    files, places = unmarked(edited(*edits))
    desk = bare_site(root).write(files)
    return desk.check(), places


def _reported(outcome: Outcome, due: set[Place]) -> set[Place]:
    """Where errors were reported, without columns on lines for which none is due."""
    lines = {(place.file, place.line) for place in due if not place.column}
    reported = {Place(p["file"], p["line"], p["column"]) for p in outcome.errors}
    return {Place(p.file, p.line, 0) if (p.file, p.line) in lines else p for p in reported}


def test_the_unbroken_brief_has_no_problem(tmp_path: Path) -> None:
    outcome, _ = _check(tmp_path)
    assert outcome.problems == []
    assert outcome.code == 0


def test_there_are_a_hundred_and_fifty_and_each_marks_a_place() -> None:
    assert len(ALL) >= 150
    for edits in TABLES.values():
        assert [edit.name for edit in edits if HERE not in edit.new and LINE not in edit.new] == []


@pytest.mark.parametrize("edit", ALL)
def test_a_broken_brief_is_reported_at_its_place(edit: Edit, tmp_path: Path) -> None:
    outcome, due = _check(tmp_path, edit)
    assert outcome.code == 1
    assert _reported(outcome, due) == due
    told = [problem["message"] + (problem["remedy"] or "") for problem in outcome.problems]
    assert all(told)
    assert any(edit.near in text for text in told)


@pytest.mark.parametrize("start", range(3))
def test_all_problems_of_one_file_are_reported_in_one_run(start: int, tmp_path: Path) -> None:
    """A dozen and more edits at once, of those that touch different lines of the brief."""
    together: list[Edit] = []
    text = FILES[BRIEF]
    candidates = [*syntax.UNKNOWN_KEYS, *words.WORDS, *words.IDS, *words.DATES, *words.FIGURES, *words.QUOTES]
    for edit in candidates[start::3]:
        if edit.file == BRIEF and text.count(edit.old) == 1 and edit.name not in CASCADES:
            text = text.replace(edit.old, "\0" * len(edit.old))
            together.append(edit)
    assert len(together) >= 8
    outcome, due = _check(tmp_path, *together)
    assert _reported(outcome, due) == due


CASCADES = {"a claim's id twice", "a claim of a correction", "a word in capitals", "a source of a note"}
"""Edits whose problem depends on what other edits change."""


def test_problems_come_as_text_with_the_line_and_a_caret(tmp_path: Path) -> None:
    files, _ = unmarked(edited(words.WORDS[0]))
    outcome = bare_site(tmp_path).write(files).run("check")
    assert outcome.code == 1
    lines = outcome.out.split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith(f"{BRIEF}:4:9: error "))
    code_frame = "\n".join(lines[at + 1 : at + 4])
    assert "status: publisehd" in code_frame
    assert "^^^^^^^^^" in code_frame
    assert "Traceback" not in outcome.out + outcome.err


def test_problems_come_as_annotations_for_github(tmp_path: Path) -> None:
    files, _ = unmarked(edited(words.WORDS[0]))
    outcome = bare_site(tmp_path).write(files).run("check", "--format", "github")
    assert outcome.code == 1
    assert re.match(rf"::error file={BRIEF},line=4,(endLine=4,)?col=9\b.*::.", outcome.out)
