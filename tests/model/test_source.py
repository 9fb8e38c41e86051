"""Problems in order: by place, each once, and nothing of a value that can't be read."""

from __future__ import annotations

from generator.model.source import Location, Problem, in_order


def problem(line: int, code: str, length: int = 1) -> Problem:
    return Problem(Location("brief.yml", line, 3, length), code, code)


def test_problems_come_by_place_and_each_once() -> None:
    first, second = problem(2, "date"), problem(7, "date")

    assert in_order([second, first, second]) == [first, second]


def test_of_an_alias_nothing_else_is_told() -> None:
    alias, other = problem(2, "yaml-alias", 5), problem(3, "date")

    assert in_order([alias, problem(2, "date", 5), problem(2, "unknown-source", 1), other]) == [alias, other]
