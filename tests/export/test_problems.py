"""Problems as people and machines are shown them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.export.problems import (
    problem_as_text,
    problems_as_github,
    problems_as_json,
    problems_as_text,
    summary,
)
from generator.model.source import Location, Problem, Severity

FILE = "briefs/port/brief.yml"


def problem(line: int = 1, column: int = 1, length: int = 1, message: str = "this is wrong") -> Problem:
    return Problem(Location(FILE, line, column, length), "a-code", message)


def frame(text: str, column: int, length: int = 1) -> list[str]:
    return problem_as_text(problem(1, column, length), {FILE: text}).split("\n")[1:]


def test_a_problem_is_shown_with_its_line_carets_and_remedy() -> None:
    text = "claims:\n" * 13 + "    quote: at least 14 people were hurt\n"
    shown = Problem(
        Location(FILE, 14, 12, 28),
        "quote-not-found",
        'this is not in articles/reuters.md\nnearest, line 9: "at least 40 people were hurt"',
        "Quote what stands there.",
    )

    assert problems_as_text([shown], {FILE: text}) == (
        "briefs/port/brief.yml:14:12: error quote-not-found: this is not in articles/reuters.md\n"
        "   14 |     quote: at least 14 people were hurt\n"
        "      |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        '   nearest, line 9: "at least 40 people were hurt"\n'
        "   Quote what stands there.\n"
        "\n"
        "1 error in 1 file\n"
    )


def test_nothing_is_shown_where_nothing_is_wrong() -> None:
    assert problems_as_text([], {}) == ""


@pytest.mark.parametrize(
    ("text", "column", "length", "carets"),
    [
        ("abc", 2, 1, " ^"),
        ("abc", 2, 99, " ^^"),
        ("abc", 4, 1, "   ^"),
        ("abc", 99, 1, "   ^"),
        ("\tbc", 2, 2, "    ^^"),
        ("a\tbc", 3, 2, "    ^^"),
        ("漢字 x", 2, 1, "  ^^"),
        ("漢字 x", 4, 1, "     ^"),
        ("e\u0301x", 3, 1, " ^"),
        ("a\x1bb", 3, 1, "  ^"),
    ],
)
def test_carets_stand_below_the_value(text: str, column: int, length: int, carets: str) -> None:
    assert frame(text, column, length)[1] == f"      | {carets}"


def test_a_long_line_is_cut_around_the_carets() -> None:
    source, carets = frame("x" * 5000 + "BAD" + "y" * 5000, 5001, 3)

    assert len(source) < 130
    assert source[carets.index("^") : carets.rindex("^") + 1] == "BAD"
    assert source.count("…") == 2


def test_a_terminal_is_never_given_a_control_character() -> None:
    hostile = "a\x1b[31m\x07\u202eb\u2028\x9bc\x7f"
    shown = problems_as_text([problem(message=hostile)], {FILE: hostile})

    assert all(character.isprintable() for line in shown.split("\n") for character in line)
    assert "␛[31m" in shown


def test_colours_come_only_when_asked_for() -> None:
    assert "\x1b" not in problems_as_text([problem()], {FILE: "a"})
    assert "\x1b[31;1m" in problems_as_text([problem()], {FILE: "a"}, colour=True)


def test_a_place_beyond_the_text_has_no_frame() -> None:
    assert frame("a", 1)
    assert problem_as_text(problem(7), {FILE: "a"}).count("\n") == 0
    assert problem_as_text(problem(), {}).count("\n") == 0


def test_lines_are_counted_as_they_are_read() -> None:
    shown = problem_as_text(problem(3), {FILE: "\ufeffa\x0c\u2028b\r\nc\rd\n"})

    assert shown.split("\n")[1] == "    3 | d"


@pytest.mark.parametrize(
    ("severities", "files", "text"),
    [
        ("e", 1, "1 error in 1 file"),
        ("eeew", 2, "3 errors, 1 warning in 2 files"),
        ("ww", 1, "2 warnings in 1 file"),
    ],
)
def test_the_last_line_counts(severities: str, files: int, text: str) -> None:
    problems = [
        Problem(
            Location(f"f{min(i, files - 1)}", 1, 1),
            "c",
            "m",
            None,
            Severity.ERROR if s == "e" else Severity.WARNING,
        )
        for i, s in enumerate(severities)
    ]

    assert summary(problems) == text


def test_json_has_every_field() -> None:
    shown = json.loads(problems_as_json([Problem(Location(FILE, 2, 3), "c", "m “é”", "r", Severity.WARNING)]))

    assert shown == {
        "problems": [
            {
                "file": FILE,
                "line": 2,
                "column": 3,
                "severity": "warning",
                "code": "c",
                "message": "m “é”",
                "remedy": "r",
            }
        ]
    }
    assert json.loads(problems_as_json([])) == {"problems": []}


def test_workflow_commands_are_escaped() -> None:
    shown = Problem(Location("a,b:c%.yml", 2, 3, 4), "a-code", "50% of\nthis: a, b", "::error::x")

    assert problems_as_github([shown]) == (
        "::error file=a%2Cb%3Ac%25.yml,line=2,endLine=2,col=3,endColumn=7,title=a-code"
        "::50%25 of%0Athis: a, b%0A::error::x\n"
    )


@given(st.text(), st.integers(1, 300), st.integers(1, 300), st.text())
def test_any_text_can_be_shown(text: str, column: int, length: int, message: str) -> None:
    shown = problems_as_text([problem(1, column, length, message)], {FILE: text})

    assert shown.endswith("1 error in 1 file\n")
    assert problems_as_github([problem(message=message)]).count("\n") == 1


def test_of_very_many_the_errors_are_shown_first_and_the_rest_is_counted() -> None:
    place = Location("brief.yml", 1, 1)
    mild = [Problem(place, "mild", f"mild {i}", None, Severity.WARNING) for i in range(2000)]
    shown = problems_as_text([*mild, Problem(place, "bad", "bad at last")], {})
    assert shown.count("warning mild:") == 999
    assert "error bad: bad at last\n\n… and 1,001 more\n\n1 error, 2000 warnings in 1 file\n" in shown
