"""A review is somebody else's, and a release may ask for one of every claim."""

from __future__ import annotations

import pytest

from generator.load import load_yaml
from generator.model.review import plain_name
from generator.validate.review import check_reviews, unreviewed_problems

CLAIMS = """\
claims:
  - id: one
    claim: One
  - id: two
    claim: Two
    reviewed_by: {reviewer}
"""


def _told(text: str, reviewer: str = "Bo Reader") -> list[tuple[int, str]]:
    tree, faults = load_yaml("brief.yml", (text + CLAIMS.format(reviewer=reviewer)).encode())
    assert faults == []
    assert tree is not None
    found = [*check_reviews(tree), *unreviewed_problems(tree)]
    assert all(problem.is_error != (problem.code == "reviewed-by-author") for problem in found)
    return [(problem.location.line, problem.code) for problem in found]


@pytest.mark.parametrize("name", ["Ada Édith  Ek", "ADA EDITH EK", "ada\u00a0e\u0301dith ek"])
def test_case_accents_and_blanks_make_no_other_person(name: str) -> None:
    assert plain_name(name) == "ada edith ek"


@pytest.mark.parametrize("name", ["Ada Ek", "Ada Edit Ek", "Adaedith Ek"])
def test_another_name_is_another_person(name: str) -> None:
    assert plain_name(name) != "ada edith ek"


@pytest.mark.parametrize(
    "text",
    [
        "author: Ada Ek\nreviewed_by: ADA  EK\n",
        "author: [Cy, Adá Ek]\nreviewed_by: ada ek\n",
        "author: Ada Ek\nreviewed_by: [Ada Ek]\n",
    ],
)
def test_an_author_is_no_reviewer_of_the_brief(text: str) -> None:
    first, *others = _told(text)
    assert first == (2, "reviewed-by-author")
    assert {code for _, code in others} == {"unreviewed-claim"}


def test_nor_of_a_claim() -> None:
    assert _told("author: Ada Ek\nreviewed_by: Cy\n", "[Bo, ada ek]") == [(8, "reviewed-by-author")]


@pytest.mark.parametrize("text", ["author: Ada Ek\nreviewed_by: Bo Reader\n", "reviewed_by: Bo Reader\n"])
def test_anybody_else_is(text: str) -> None:
    assert _told(text) == []


def test_each_claim_that_nobody_reviewed_is_told_at_its_line() -> None:
    assert _told("author: Ada Ek\n") == [(3, "unreviewed-claim")]
    assert _told("author: Ada Ek\n", "''") == [(3, "unreviewed-claim"), (5, "unreviewed-claim")]


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_of_what_isnt_published_none_is_asked(status: str) -> None:
    assert _told(f"status: {status}\n") == []
