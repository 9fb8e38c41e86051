"""A file and the same laid out, as a difference: what `patch` reads, and not more work than the file has lines."""

from __future__ import annotations

import re
from difflib import unified_diff

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.layout import difference, runs

LINES = st.lists(st.sampled_from(["", " ", "a", " a", "a ", "b", "c\r", "\u2028d"]), max_size=30)


def patched(text: str, told: list[str]) -> str:
    """The text as a reader of unified differences changes it: every line in its place, of each hunk so many."""
    old = re.findall(r"[^\n]*\n|[^\n]+", text)
    made: list[str] = []
    at, lines = 0, iter(told[2:])
    for line in lines:
        found = re.fullmatch(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n", line)
        assert found, line
        first, has, start, gets = (1 if group is None else int(group) for group in found.groups())
        first, start = first - (has > 0), start - (gets > 0)
        made, at = made + old[at:first], first
        assert len(made) == start
        while has or gets:
            sign, content = (
                (given := next(lines))[0],
                given[1:].replace("\n\\ No newline at end of file\n", ""),
            )
            if sign in " -":
                assert old[at] == content
                at, has = at + 1, has - 1
            if sign in " +":
                made, gets = [*made, content], gets - 1
    return "".join(made + old[at:])


@given(before=LINES, after=LINES, ends=st.tuples(st.booleans(), st.booleans()))
@example(before=[], after=["a"], ends=(True, True))
@example(before=["a"], after=[], ends=(False, False))
@example(before=["a"] * 20, after=["b", *["a"] * 18, "b"], ends=(True, False))
def test_what_it_tells_makes_the_one_into_the_other(
    before: list[str], after: list[str], ends: tuple[bool, bool]
) -> None:
    old, new = ("\n".join(lines) + "\n" * end for lines, end in zip((before, after), ends, strict=True))
    told = list(difference("a.yml", old.encode(), new.encode()))
    assert bool(told) == (old != new)
    assert all(line.endswith("\n") for line in told)
    if told:
        assert told[:2] == ["--- a.yml\n", "+++ a.yml\n"]
        assert patched(old, told) == new


@pytest.mark.parametrize("gap", [0, 1, 6, 7, 20])
def test_lines_around_are_shown_as_usual(gap: int) -> None:
    between = [f"k{number}: v\n" for number in range(gap)]
    before, after = (["a\n", *between, f"b:{space}c\n", *between, "d\n"] for space in ("  ", " "))
    before, after = ["x:  y\n", *before], ["x: y\n", *after]
    told = difference("f", "".join(before).encode(), "".join(after).encode())
    assert list(told) == list(unified_diff(before, after, "f", "f"))


def test_of_what_is_the_same_there_is_nothing_to_tell() -> None:
    assert list(difference("f", b"a\n", b"a\n")) == []
    assert list(runs([], [])) == []


def test_blank_lines_that_come_or_go_take_no_others_with_them() -> None:
    assert list(runs(["a", "", "", "b", "c"], ["a", "", "b", "", "c"])) == [(2, 3, 2, 2), (4, 4, 3, 4)]
