"""What is counted of an outlet is what the page says that it counts."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.model.findings import Findings, Record
from generator.render import record
from generator.render.across.outlets import counted, reported
from tests.render.across.made import html, lean, shown, site
from tests.render.harbour import harbour
from tests.render.made import article, findings, parties

REGISTER = parties(
    herald={
        "name": "The Herald",
        "full_name": "The Herald of the North",
        "kind": "newspaper",
        "country": "SE",
        "url": "https://herald.example/",
        "part_of": "house",
    },
    echo="The Echo",
    house={"name": "The House", "part_of": "owner"},
    owner="An owner",
)


def three_articles(**claim: Any) -> Findings:
    """Two articles of the Herald, `h1` and `h2`, and one of the Echo, `e1`."""
    return findings(
        {"claims": [{"id": "c", "claim": "A claim", **claim}]},
        {
            "h1": article("h1", "Some words.", outlet="herald"),
            "h2": article("h2", "Some words.", outlet="herald"),
            "e1": article("e1", "Some words.", outlet="echo"),
        },
        REGISTER,
    )


def counts(one: Record, party: str) -> tuple[int, int, int]:
    found = counted(reported([one])[party])
    return found.alone, found.shared, found.denied


@pytest.mark.parametrize(
    ("reports", "herald", "echo"),
    [
        ({"h1": "Some words"}, (1, 0, 0), (0, 0, 0)),
        ({"h1": "Some words", "h2": "Some words"}, (1, 0, 0), (0, 0, 0)),  # two articles, one outlet
        ({"h1": "Some words", "e1": "Some words"}, (0, 1, 0), (0, 1, 0)),
        ({"h1": "Some words", "h2": "Some words", "e1": "Some words"}, (0, 1, 0), (0, 1, 0)),
        ({"h1": {"quote": "Some words", "stance": "denies"}, "e1": "Some words"}, (0, 1, 1), (0, 1, 0)),
        ({"h1": {"quote": "Some words", "stance": "questions"}}, (1, 0, 1), (0, 0, 0)),
        ({"h1": "Some words", "h2": {"quote": "Some words", "stance": "denies"}}, (1, 0, 1), (0, 0, 0)),
        (
            {"h1": [{"quote": "Some words", "stance": "denies"}, {"quote": "words", "stance": "denies"}]},
            (1, 0, 1),
            (0, 0, 0),
        ),
    ],
)
def test_a_claim_counts_once_for_each_outlet(
    reports: dict[str, Any], herald: tuple[int, int, int], echo: tuple[int, int, int]
) -> None:
    one = record(three_articles(reports=reports))
    assert counts(one, "herald") == herald
    assert counts(one, "echo") == echo


def test_what_another_outlet_was_not_read_for_is_alone_and_marked() -> None:
    marked = record(three_articles(reports={"h1": "Some words"}, unchecked=["e1"]))
    page = site(marked)["outlets/herald/index.md"]
    assert counts(marked, "herald") == (1, 0, 0)
    assert re.search(r"A claim alone\s+others not read for it", shown(page))
    own = record(three_articles(reports={"h1": "Some words"}, unchecked=["h2"]))
    assert "others not read" not in shown(site(own)["outlets/herald/index.md"])


def test_two_articles_of_an_outlet_are_two_in_one_brief() -> None:
    page = shown(
        site(record(three_articles(reports={"h1": "Some words", "h2": "Some words"})))["outlets/index.md"]
    )
    assert "2 articles in 1 brief, 1 claim: 1 alone, 0 shared, 0 denied or questioned" in page
    assert "1 article in 1 brief, 0 claims: 0 alone, 0 shared, 0 denied or questioned" in page


@pytest.mark.parametrize("path", ["outlets/index.md", "outlets/herald/index.md"])
def test_what_the_counts_count_stands_beside_them(path: str) -> None:
    page = shown(site(record(harbour()))[path])
    assert "No other outlet in the brief reports the claim." in page
    assert "At least one other outlet in the brief reports the claim too, whether or not they agree." in page
    assert "The outlet reports that the claim is untrue or in doubt." in page
    assert "they rate nobody" in page
    assert "%" not in page


def test_an_outlets_page_says_who_it_is_and_leads_to_its_articles_and_claims() -> None:
    page = site(record(three_articles(reports={"h1": "Some words", "e1": "Some words"})))[
        "outlets/herald/index.md"
    ]
    assert "Outlet · Newspaper · Sweden" in shown(page)
    assert "The Herald of the North" in shown(page)
    assert re.search(r"part of The House\b", shown(page))  # which has no page of its own
    for address in (
        "https://herald.example/",
        "../../briefs/made/",
        "../../briefs/made/h1/",
        "../../briefs/made/h2/",
        "../../briefs/made/#claim-c",
        "../../parties/herald/",
    ):
        assert f'href="{address}"' in html(page), address


def test_those_above_a_party_are_known_up_to_the_topmost() -> None:
    found = record(three_articles(reports={"h1": "Some words"}))
    assert [known.party for known in found.parties] == ["herald", "house", "owner", "echo"]


def test_an_outlet_that_reports_no_claim_has_a_page_with_its_articles() -> None:
    page = site(record(three_articles(reports={"h1": "Some words"})))["outlets/echo/index.md"]
    assert "1 article in 1 brief, 0 claims" in shown(page)
    assert 'href="../../briefs/made/e1/"' in html(page)


def test_counts_are_of_the_whole_and_the_same_on_every_page() -> None:
    pages = site(*(lean(f"b{n}", size=150) for n in range(10)))
    for path in ("outlets/paper-0/index.md", "outlets/paper-0/page.5/index.md"):
        assert "10 articles in 10 briefs, 1,500 claims" in shown(pages[path])
        assert re.search(r"Shared\s+1,500", shown(pages[path]))


def test_a_brief_that_goes_on_over_the_page_is_named_on_both() -> None:
    pages = site(lean("long", size=250))
    assert all("Brief long" in shown(pages[f"outlets/paper-0/{page}index.md"]) for page in ("", "page.2/"))
    assert "Claim c199 of long" in shown(pages["outlets/paper-0/index.md"])
    assert "Claim c200 of long" in shown(pages["outlets/paper-0/page.2/index.md"])
