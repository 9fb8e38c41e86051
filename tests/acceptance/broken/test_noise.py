"""Input that nobody wrote: no traceback, every problem within its file, exit status 0 or 1."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from ..desk import SHARED, Desk, bare_site
from .port import ALDER, BIRCH, BRIEF, FILES

NOISE = [
    *[
        "\n",
        " ",
        "  ",
        "- ",
        ": ",
        "?",
        "#",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        ",",
        "&a",
        "*a",
        "!x",
        "|",
        ">",
        "%",
        "@",
    ],
    *[
        "`",
        "~",
        "---",
        "...",
        "[...]",
        "\u00ad",
        "\u2028",
        "\u202e",
        "é",
        "🚢",
        "0",
        "-1",
        "null",
        "\t",
        "\x00",
    ],
]


def _copies(changed: list[dict[str, str]]) -> dict[str, str]:
    """Each changed set of files as a brief of its own."""
    return {
        name.replace("/port/", f"/port-{number:04}/"): text
        for number, files in enumerate(changed)
        for name, text in files.items()
    }


def _check_places(desk: Desk, problems: list[dict[str, Any]]) -> None:
    for problem in problems:
        raw = (desk.root / problem["file"]).read_bytes().decode("utf-8", "replace")
        lines = raw.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= problem["line"] <= len(lines), problem
        assert 1 <= problem["column"] <= len(lines[problem["line"] - 1]) + 1, problem
        assert problem["message"], problem


def test_noise_anywhere_is_a_problem_or_none(tmp_path: Path) -> None:
    dice = random.Random(7)  # noqa: S311 - not for secrets
    changed = []
    for _ in range(400):
        files = {name: FILES[name] for name in (BRIEF, ALDER, BIRCH)}
        name = dice.choice([BRIEF, BRIEF, BRIEF, ALDER])
        text = files[name]
        for _ in range(dice.randint(1, 3)):
            at, length = dice.randrange(len(text)), dice.choice([0, 0, 1, 5, 30])
            text = text[:at] + dice.choice(["", *NOISE]) + text[at + length :]
        files[name] = text
        changed.append(files)
    desk = bare_site(tmp_path).write({**FILES, **_copies(changed)})
    outcome = desk.check()
    assert outcome.code == 1
    assert len({problem["file"].split("/")[1] for problem in outcome.errors}) >= 200
    assert "port" not in {problem["file"].split("/")[1] for problem in outcome.problems}
    _check_places(desk, outcome.problems)


def test_a_brief_cut_off_anywhere_is_a_problem_or_none(tmp_path: Path) -> None:
    changed = [
        {BRIEF: FILES[BRIEF][:length], ALDER: FILES[ALDER], BIRCH: FILES[BIRCH]}
        for length in range(0, len(FILES[BRIEF]), 9)
    ]
    desk = bare_site(tmp_path).write({**FILES, **_copies(changed)})
    outcome = desk.check()
    assert outcome.code == 1
    _check_places(desk, outcome.problems)


def test_the_documents_of_the_yaml_test_suite_are_no_briefs(tmp_path: Path) -> None:
    corpus = SHARED / "corpora" / "hostile_yaml" / "cases.jsonl"
    if not corpus.exists():
        pytest.skip("the corpus is kept beside the project, in shared/")
    rows = [json.loads(line)["yaml"] for line in corpus.read_text("utf-8").split("\n") if line]
    desk = bare_site(tmp_path).write(FILES)
    for number, text in enumerate(rows):
        desk.write({f"briefs/yaml-{number:04}/brief.yml": text.encode("utf-8", "surrogatepass")})
    outcome = desk.check()
    assert outcome.code == 1
    refused = {problem["file"] for problem in outcome.errors}
    assert refused == {f"briefs/yaml-{number:04}/brief.yml" for number in range(len(rows))}
    _check_places(desk, outcome.problems)
