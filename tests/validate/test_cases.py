"""Acceptance cases are files: a folder below tests/cases/broken or tests/cases/valid is a test.

It holds the files of a brief that differ from tests/cases/base, and in `expected.txt` what is told of them.
`BRIEFS_UPDATE=1` writes that file anew; read what it changed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.load import load_article, load_yaml
from generator.model.brief import Brief, Parties
from generator.model.source import Problem, in_order
from generator.validate import validate_brief, validate_parties

CASES = Path(__file__).parents[1] / "cases"
BROKEN = sorted(folder.name for folder in (CASES / "broken").iterdir())
VALID = sorted(folder.name for folder in (CASES / "valid").iterdir())


def check(folder: Path) -> tuple[Brief | None, list[Problem]]:
    files = {path.relative_to(CASES / "base").as_posix(): path for path in (CASES / "base").rglob("*.*")}
    files |= {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.*")}
    register, problems = load_yaml("parties.yml", files["parties.yml"].read_bytes())
    parties, found = validate_parties(register) if register else (Parties({}), [])
    tree, faults = load_yaml("brief.yml", files["brief.yml"].read_bytes())
    problems = [*problems, *found, *faults]
    manuscripts, unread = {}, []
    for name in sorted(name for name in files if name.startswith("articles/")):
        manuscript, faults = load_article(name, files[name].read_bytes())
        problems += faults
        if manuscript is None:
            unread.append(Path(name).stem)
        else:
            manuscripts[Path(name).stem] = manuscript
    if tree is None:
        return None, in_order(problems)
    brief, faults = validate_brief("demo", tree, manuscripts, parties, {"demo", "other-brief"}, unread)
    return brief, in_order([*problems, *faults])


def as_lines(problems: list[Problem]) -> str:
    return "".join(
        f"{p.location.file}:{p.location.line}:{p.location.column}+{p.location.length} {p.severity} {p.code}: "
        f"{p.message}\n" + (f"   {p.remedy}\n" if p.remedy else "")
        for p in problems
    )


@pytest.mark.parametrize("name", VALID)
def test_a_valid_brief_has_no_problem(name: str) -> None:
    brief, problems = check(CASES / "valid" / name)

    assert as_lines(problems) == ""
    assert brief is not None
    assert set(brief.articles) >= {"herald", "post"}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_brief_is_told_about_in_full(name: str) -> None:
    _, problems = check(CASES / "broken" / name)

    expected = CASES / "broken" / name / "expected.txt"
    if os.environ.get("BRIEFS_UPDATE"):
        expected.write_text(as_lines(problems), encoding="utf-8")
    assert problems
    assert as_lines(problems) == expected.read_text(encoding="utf-8")
