"""Where quotes stand: `anchor` on briefs as editors write them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.anchor import anchor
from generator.model.source import Severity
from tests.anchor.written import anchored, article, brief_of, one_quote
from tests.growth import LINEAR, growth

BODY = """\
The strike began on Monday. Some 18,000 soldiers stood by, and 8,000\u00a0miners walked out.

The minister said that “non-nuclear” aid\u00adworkers rose 5 %, from 3.5 to $5bn. The minister said no more.

It is unlikely — he added — that they
come back in mid\u20112024…
"""


@pytest.mark.parametrize(
    ("quote", "exact"),
    [
        ("The strike began on Monday", "The strike began on Monday"),
        ('"  began on Monday.  "', "began on Monday."),
        ('"8,000 miners"', "8,000\u00a0miners"),
        ("\"'non-nuclear' aid\"", None),
        ('"\\"non-nuclear\\" aidworkers"', "“non-nuclear” aid\u00adworkers"),
        ("they come back in mid-2024...", "they\ncome back in mid\u20112024…"),
        ("It is unlikely - he added", "It is unlikely — he added"),
        ("rose 5 %", "rose 5 %"),
        ('"walked out. The minister"', "walked out.\n\nThe minister"),
        ("Strike began", None),
        ('"8,000 soldiers"', None),
        ("nuclear", None),
        ("likely", None),
        ("workers", None),
        ("rose 5", None),
        ("from 3", None),
        ("5bn", None),
        ("in mid", None),
        ("{exact: The minister said, suffix: no more}", "The minister said"),
        ('{exact: The minister said, prefix: "walked out."}', "The minister said"),
        ('{exact: The minister said, suffix: "that \\"non"}', "The minister said"),
        ("{exact: The minister said, prefix: bn., suffix: no}", "The minister said"),
        ("{exact: The minister said, prefix: BN.}", None),
        ("{exact: The strike, prefix: anything}", None),
    ],
)
def test_a_quote_is_anchored_to_the_articles_own_words_or_not_at_all(quote: str, exact: str | None) -> None:
    found, problems = anchored(quote, BODY)
    assert found == ([] if exact is None else [exact])
    assert [problem.code for problem in problems] == ([] if exact else ["quote-not-found"])


@pytest.mark.parametrize("quote", ['""', '" "', '"..."', '"[...]"', '"[...] […]"', '"—, “”"'])
def test_a_quote_without_letter_or_digit_is_empty(quote: str) -> None:
    found, problems = anchored(quote, BODY)
    assert not found
    assert [problem.code for problem in problems] == ["quote-empty"]


def test_spans_count_code_points_of_the_canonical_body() -> None:
    brief = one_quote("come back", "One 😀.\r\n\r\nThey\u0301 come  back.")
    anchors, problems = anchor(brief)
    (part,) = anchors[("claims", 0, "reports", "herald", 0, "quote", 0)]
    assert not problems
    assert part.span.of(brief.articles["herald"].body.text) == part.exact == "come  back"
    assert part.where == "body"


@pytest.mark.parametrize("grade", ["BBB-", "BBB+", "BBB−"])
def test_a_grade_is_not_the_one_above_or_below_it(grade: str) -> None:
    assert anchored("rated it BBB", f"They rated it {grade}.")[1][0].code == "quote-not-found"
    assert anchored(f"rated it {grade}", f"They rated it {grade}.") == ([f"rated it {grade}"], [])
    assert anchored("rated it BBB", "They rated it BBB - no more.") == (["rated it BBB"], [])


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\ufeff", "\u2068"])
def test_a_mark_of_direction_before_the_first_word_is_none_of_it(mark: str) -> None:
    """UAX #29, WB4: what is invisible belongs to what stands before it; at the beginning that is nothing."""
    for body in (f"{mark}שלום עולם.", f"Words.\n\n{mark}שלום עולם."):
        assert anchored("שלום", body) == (["שלום"], [])


def test_the_title_is_quoted_where_the_report_says_so_and_only_there() -> None:
    assert anchored("strike over, in: title", "Words.", title="Strike over: strike over")[0] == [
        "strike over"
    ]
    assert anchored("Strike over, in: title", "Strike over.", title="No")[1][0].code == "quote-not-found"
    assert anchored("Strike over", "Words.", title="Strike over")[1][0].code == "quote-not-found"


def test_via_quotes_and_notes_are_anchored_in_the_body_each_by_its_path() -> None:
    annotations = """\
title: T
summary: S
date: 2025-02-08
claims:
  - id: c
    claim: C
    reports:
      herald:
        - {quote: [Strike over], in: title, via: a source, via_quote: sources said}
        - quote: [began, it ended]
      echo: it all ended
notes:
  - {source: echo, quote: ended, note: N}
  - {source: echo, note: N}
"""
    herald = article("It began, sources said.\n\nThen it ended.", "Strike over")
    anchors, problems = anchor(brief_of(annotations, herald=herald, echo=article("So it all ended.")))
    assert not problems
    assert {path: [part.exact for part in quotation] for path, quotation in anchors.items()} == {
        ("claims", 0, "reports", "herald", 0, "quote", 0): ["Strike over"],
        ("claims", 0, "reports", "herald", 0, "via_quote"): ["sources said"],
        ("claims", 0, "reports", "herald", 1, "quote", 0): ["began"],
        ("claims", 0, "reports", "herald", 1, "quote", 1): ["it ended"],
        ("claims", 0, "reports", "echo", 0, "quote", 0): ["it all ended"],
        ("notes", 0, "quote"): ["ended"],
    }
    assert [quotation[0].where for quotation in anchors.values()] == ["title", *["body"] * 5]


def test_every_problem_of_a_brief_is_reported_in_one_run() -> None:
    annotations = """\
title: T
summary: S
date: 2025-02-08
claims:
  - id: c
    claim: C
    reports:
      herald:
        quote: [nowhere at all, It, "[...] x", "..."]
        via: a source
        via_quote: nor this
notes:
  - {source: herald, quote: nothing, note: N}
"""
    anchors, problems = anchor(brief_of(annotations, herald=article("It began. It ended.")))
    assert not anchors
    assert [(p.code, p.location.line) for p in problems] == [
        ("quote-not-found", 9),
        ("quote-ambiguous", 9),
        ("quote-elision", 9),
        ("quote-empty", 9),
        ("quote-not-found", 11),
        ("quote-not-found", 13),
    ]
    assert all(problem.severity is Severity.ERROR for problem in problems)


@pytest.mark.parametrize(
    ("quote", "unit"),
    [
        ("a a a b", "a "),
        ("a", "a "),
        ("a", "a-"),
        ("{exact: a, prefix: b}", "a "),
        ('"a [...] b [...] a"', "a" + " c" * 26 + " b\n\n"),
        ('"b [...] a [...] c"', "a b "),
        ('"1,000"', "1,000 "),
        ("some words of no article", "some words are here. "),
        ("x " * 2000, "some words are here. "),
    ],
)
def test_the_search_grows_with_the_article_and_no_faster(quote: str, unit: str) -> None:
    assert growth(lambda size: anchor(one_quote(quote, unit * (size // len(unit)))), 1_000_000) < LINEAR


def test_thousands_of_refused_quotes_take_no_longer() -> None:
    reports = "".join(f"        - nowhere {number} at all in this text\n" for number in range(500))
    claims = "".join(f"  - id: c{n}\n    claim: C\n    reports:\n      herald:\n{reports}" for n in range(10))
    text = f"title: T\nsummary: S\ndate: 2025-02-08\nclaims:\n{claims}"
    brief = brief_of(text, herald=article(BODY * 20))
    _, problems = anchor(brief)
    assert len(problems) == 5000
    sought = [problem for problem in problems if problem.remedy != "copy the words from articles/herald.md"]
    assert len(sought) == 50, "looking for the nearest passage is what costs"


def test_the_shared_example_has_all_its_quotes() -> None:
    example = (
        Path(os.environ.get("BRIEFS_SHARED", "../shared")) / "design/example/briefs/north-korea-russia-drones"
    )
    if not example.is_dir():
        pytest.skip("the shared example is not here (BRIEFS_SHARED)")
    bodies = {file.stem: file.read_text("utf-8") for file in (example / "articles").glob("*.md")}
    annotations = (example / "brief.yml").read_text("utf-8")
    brief = brief_of(annotations, parties=(example.parent / "parties.yml").read_text("utf-8"), **bodies)
    anchors, problems = anchor(brief)
    assert not problems
    assert len(anchors) == 21
