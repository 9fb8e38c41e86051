"""Fail closed: what does not stand in its article is refused, each for its own reason; a disguise is seen through."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from ..desk import Desk, article, bare_site
from ..exported import check_spans
from .false_quotes import AMBIGUOUS, ELISION, EMPTY, NOT_FOUND, FalseQuote
from .false_quotes import CASES as FALSE
from .true_quotes import CASES as TRUE
from .true_quotes import TrueQuote

BRIEF = """\
title: A case
summary: Invented.
date: 2025-03-01
claims:
  - id: said
    claim: It is so
    reports:
      alder:
        quote: {quote}
"""
LINE, COLUMN = 9, 16
"""Where the quote begins in `BRIEF`."""


def _files(slug: str, body: str, quote: object) -> dict[str, str]:
    return {
        f"briefs/{slug}/brief.yml": BRIEF.format(quote=json.dumps(quote, ensure_ascii=False)),
        f"briefs/{slug}/articles/alder.md": article(
            body, outlet="alder", title="A headline about the harbour"
        ),
    }


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """The problems of every false quotation, by the file they are in; one run finds them all."""
    desk = bare_site(tmp_path_factory.mktemp("false"))
    for number, case in enumerate(FALSE):
        desk.write(_files(f"false-{number:03}", case.body, case.quote))
    outcome = desk.check()
    assert outcome.code == 1
    found: dict[str, list[dict[str, Any]]] = {}
    for problem in outcome.problems:
        found.setdefault(problem["file"], []).append(problem)
    return found


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = bare_site(tmp_path_factory.mktemp("true"))
    for number, case in enumerate(TRUE):
        desk.write(_files(f"true-{number:03}", case.body, case.quote))
    return desk


def test_there_are_sixty_of_each_and_every_code_is_among_them() -> None:
    assert len(FALSE) >= 60
    assert len(TRUE) >= 60
    assert Counter(case.code for case in FALSE).keys() == {NOT_FOUND, AMBIGUOUS, EMPTY, ELISION}


@pytest.mark.parametrize(
    ("number", "case"), list(enumerate(FALSE)), ids=[f"{c.code} {c.name}" for c in FALSE]
)
def test_a_false_quotation_is_refused(
    number: int, case: FalseQuote, refused: dict[str, list[dict[str, Any]]]
) -> None:
    problems = refused.get(f"briefs/false-{number:03}/brief.yml", [])
    assert [(p["severity"], p["code"]) for p in problems] == [("error", case.code)]
    assert problems[0]["line"] == LINE
    if isinstance(case.quote, str):
        assert problems[0]["column"] == COLUMN
    assert problems[0]["message"]


def test_nothing_but_the_false_quotations_is_refused(refused: dict[str, list[dict[str, Any]]]) -> None:
    assert refused.keys() == {f"briefs/false-{number:03}/brief.yml" for number in range(len(FALSE))}


def test_a_true_quotation_is_no_problem(desk: Desk) -> None:
    outcome = desk.check()
    assert outcome.problems == []
    assert outcome.code == 0


@pytest.mark.parametrize(("number", "case"), list(enumerate(TRUE)), ids=[c.name for c in TRUE])
def test_a_true_quotation_stands_where_it_stands(number: int, case: TrueQuote, desk: Desk) -> None:
    exported = desk.export(f"true-{number:03}")
    quotes = exported["claims"][0]["reports"][0]["quotes"]
    assert [(quote["start"], quote["end"]) for quote in quotes] == case.parts
    assert {quote["in"] for quote in quotes} == {"body"}
    assert check_spans(desk, exported) == len(case.parts)


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        ("The boats will probably leave.", "The boats [...] leave."),
        ("The boats may soon leave.", "The boats [...] leave."),
        ("The boats in 1998 had left.", "The boats [...] had left."),
        ("The boats, allegedly, sank.", "The boats [...] sank."),
    ],
)
def test_a_modal_a_hedge_or_a_number_left_out_is_a_warning(
    body: str, quote: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    desk = bare_site(tmp_path_factory.mktemp("left-out")).write(_files("one", body, quote))
    outcome = desk.check()
    assert [(p["severity"], p["line"], p["column"]) for p in outcome.problems] == [("warning", LINE, COLUMN)]
    assert outcome.code == 0
    assert desk.run("check", "--strict").code == 1


def test_an_ambiguous_quotation_is_shown_with_both_of_its_places(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    body = "Around midday the boats left.\n\nTowards evening the boats left."
    desk = bare_site(tmp_path_factory.mktemp("both")).write(_files("one", body, "the boats left"))
    (problem,) = desk.check().problems
    told = problem["message"] + (problem["remedy"] or "")
    assert "midday" in told
    assert "evening" in told


def test_no_match_shows_the_nearest_passage_and_how_it_differs(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    body = "It rained all week.\n\nThe mayor said that at least 40 people were hurt."
    quote = "said that at least 14 people were hurt"
    desk = bare_site(tmp_path_factory.mktemp("near")).write(_files("one", body, quote))
    (problem,) = desk.check().problems
    told = problem["message"] + (problem["remedy"] or "")
    assert "40" in told
    text = desk.run("check").out
    assert f"briefs/one/brief.yml:{LINE}:{COLUMN}: error quote-not-found" in text
    assert "articles/alder.md" in text
    assert "^^^^" in text


def test_a_headline_is_quoted_from_the_title_alone(tmp_path_factory: pytest.TempPathFactory) -> None:
    desk = bare_site(tmp_path_factory.mktemp("title"))
    files = _files("one", "The boats left.", "about the harbour")
    files["briefs/one/brief.yml"] += "        in: title\n"
    desk.write(files)
    (quote,) = desk.export("one")["claims"][0]["reports"][0]["quotes"]
    assert (quote["in"], quote["exact"], quote["start"], quote["end"]) == (
        "title",
        "about the harbour",
        11,
        28,
    )


def test_words_of_the_body_are_not_in_the_title(tmp_path_factory: pytest.TempPathFactory) -> None:
    desk = bare_site(tmp_path_factory.mktemp("body"))
    files = _files("one", "The boats left.", "The boats left")
    files["briefs/one/brief.yml"] += "        in: title\n"
    (problem,) = desk.write(files).check().problems
    assert (problem["code"], problem["line"], problem["column"]) == (NOT_FOUND, LINE, COLUMN)
