"""What is read and listed at most, to the last one."""

from __future__ import annotations

import pytest

from generator.load import load_article, load_yaml, straight
from generator.load.decode import LARGEST, Lines


def codes(raw: str | bytes) -> list[str]:
    _, problems = load_yaml("f", raw.encode() if isinstance(raw, str) else raw)
    return [problem.code for problem in problems]


def test_a_file_of_a_mebibyte_is_read_and_one_of_a_byte_more_is_not() -> None:
    whole = b"a: " + b"x" * (LARGEST - 3)
    assert LARGEST == 1 << 20
    assert codes(whole) == []
    tree, (problem,) = load_yaml("f", whole + b"x")
    assert tree is None
    assert (problem.location.line, problem.location.column) == (1, 1)
    assert problem.message == "this file has 1,048,577 bytes; 1,048,576 is the most that is read"
    assert problem.remedy == "Split it into several briefs."


@pytest.mark.parametrize(("unit", "code"), [("a\x07", "control-character"), ("a\u2028", "control-character")])
def test_a_hundred_characters_of_a_kind_are_listed(unit: str, code: str) -> None:
    assert codes("k: " + unit * 100) == [code] * 100
    assert codes("k: " + unit * 101) == [code] * 100


def test_a_hundred_lines_that_are_no_utf_8_are_listed() -> None:
    assert codes(b"a: \xff\n" * 100) == ["not-utf-8"] * 100
    assert codes(b"a: \xff\n" * 101) == ["not-utf-8"] * 100


def test_a_hundred_nul_runs_of_an_article_are_listed() -> None:
    _, problems = load_article("f", b"---\na: b\n---\n" + b"x\0\0" * 101)
    assert [(p.code, p.location.column) for p in problems] == [
        ("control-character", 2 + 3 * n) for n in range(100)
    ]


def test_a_hundred_thousand_keys_and_values_are_read() -> None:
    tree, problems = load_yaml("f", f"a: [{','.join(['x'] * 99_997)}]".encode())
    assert problems == []
    assert tree is not None
    tree, (problem,) = load_yaml("f", f"a: [{','.join(['x'] * 99_998)}]".encode())
    assert tree is None
    assert (problem.code, problem.message) == (
        "too-large", "more than 100,000 keys and values stand in this file",
    )  # fmt: skip
    assert problem.remedy == "Split it into several briefs."
    assert problem.location.column == 5 + 2 * 99_997


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_forty_levels_are_read(opening: str, closing: str) -> None:
    assert codes(f"a: {opening * 39}{closing * 39}") == []
    assert codes(f"a: {opening * 39}{closing * 39} # x\nb: c#d # ok\ne: f #g") == ["cut-value"]
    tree, (problem,) = load_yaml("f", f"a: {opening * 40}{closing * 40}".encode())
    assert tree is None
    assert (problem.code, problem.location.column) == ("too-deep", 4 + 39 * len(opening))
    assert (problem.message, problem.remedy) == (
        "lists and mappings stand more than 40 deep here", "Use fewer levels.",
    )  # fmt: skip


def test_five_hundred_problems_are_enough() -> None:
    tree, problems = load_yaml("f", b"a: b\n" * 501)
    assert (len(problems), tree is None) == (501, True)
    assert (problems[-1].code, problems[-1].location.line) == ("too-many", 501)
    tree, problems = load_yaml("f", b"a: b\n" * 500)
    assert (len(problems), tree is None) == (499, False)


def test_a_file_that_is_not_read_for_its_many_warnings_has_an_error() -> None:
    """Else its brief would be gone from the site, and nobody told."""
    warned = "title: T\nnotes:\n" + "  - a]\n" * 501
    tree, problems = load_yaml("f", warned.encode())
    assert tree is None
    assert {p.code for p in problems if not p.is_error} == {"yaml-unopened"}
    assert [(p.code, p.location.line) for p in problems if p.is_error] == [("too-many", 503)]


def test_thirty_values_are_mended_in_one_run() -> None:
    lines = [f"k{n}: @x\n" for n in range(31)]
    tree, problems = load_yaml("f", "".join(lines[:30]).encode())
    assert tree is not None
    assert len(problems) == 30
    tree, problems = load_yaml("f", "".join(lines).encode())
    assert tree is None
    assert len(problems) == 31


def test_fewer_values_of_a_large_text_are_mended_since_each_means_to_read_it_again() -> None:
    filler = "# " + "x" * 998 + "\n"
    lines = "".join(f"k{n}: @x\n" for n in range(10))
    assert len(codes(lines + filler * 1000)) == 3
    assert len(codes(lines + filler * 200)) == 10


@pytest.mark.parametrize(("number", "is_short"), [(99, True), (100, False)])
def test_a_text_of_many_signs_that_may_be_comments_is_read_on_the_long_way(
    number: int, is_short: bool
) -> None:
    text = "".join(f"k{n}: (#1)\n" for n in range(number))
    assert (straight.read(Lines("f", text)) is not None) is is_short
    tree, problems = load_yaml("f", text.encode())
    assert problems == []
    assert tree is not None
    assert tree.value == {f"k{n}": "(#1)" for n in range(number)}


@pytest.mark.parametrize(("length", "is_short"), [(200_000, True), (200_001, False)])
def test_a_long_text_is_read_on_the_long_way(length: int, is_short: bool) -> None:
    text = "a: " + "x" * (length - 3)
    assert (straight.read(Lines("f", text)) is not None) is is_short
