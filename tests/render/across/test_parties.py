"""Of how many claims a party is the origin, and who reported them."""

from __future__ import annotations

import re

from generator.model.findings import Known, Origin
from generator.render import record
from tests.render.across.made import html, lean, made, shown, site
from tests.render.harbour import harbour


def test_parties_say_of_how_many_claims_they_are_the_origin() -> None:
    page = shown(site(record(harbour()))["parties/index.md"])
    assert "Origin of 2 claims in 1 brief, reported by The Herald and The Echo." in page  # the coastguard
    assert "several passengers" not in page  # not registered


def test_those_of_most_claims_come_first_and_equals_by_name() -> None:
    page = html(site(record(harbour()))["parties/index.md"])
    assert re.findall(r'id="party-(\w+)"', page) == ["coastguard", "company", "wire", "echo", "herald"]


def test_a_party_leads_to_its_claims_under_their_briefs() -> None:
    page = site(made("a"), made("b", "2026-01-01"))["parties/coastguard/index.md"]
    assert "Origin of 4 claims in 2 briefs, reported by The Herald and The Echo." in shown(page)
    assert re.findall(r'href="\.\./\.\./briefs/(\w)/(?:#claim-(\w+))?"', html(page)) == [
        ("a", ""),
        ("a", "aground"),
        ("a", "drift"),
        ("b", ""),
        ("b", "aground"),
        ("b", "drift"),
    ]
    assert "That tells where a claim comes from, not whether it is true." in shown(page)


def test_of_many_outlets_the_first_are_named() -> None:
    pages = site(lean("a", papers=20))
    assert "reported by Paper 0, Paper 1, Paper 2 and 17 others." in shown(pages["parties/index.md"])
    assert "Paper 11 and 8 others." in shown(pages["parties/wire/index.md"])


def test_names_are_set_off_and_never_markup() -> None:
    name = "<b>Wire</b> & Sons"
    one = lean("a", parties=(*(Known(f"paper-{n}", name) for n in range(2)), Known("wire", name)))
    for path in ("parties/index.md", "parties/wire/index.md", "outlets/index.md", "outlets/paper-0/index.md"):
        assert "<b>Wire" not in html(site(one)[path])
        assert name in shown(site(one)[path])
    assert "<bdi>&lt;b&gt;Wire" in html(site(one)["parties/wire/index.md"])


def test_a_party_that_belongs_to_one_with_a_page_leads_there() -> None:
    one = lean(
        "a",
        parties=(
            Known("paper-0", "Paper", part_of="house"),
            Known("house", "The House"),
            Known("paper-1", "Other"),
            Known("wire", "Wire", part_of="paper-1"),
        ),
        origins=(Origin("house", "c0", ("paper-0",)), Origin("wire", "c1", ("paper-0",))),
    )
    pages = site(one)
    assert 'href="../../parties/house/"' in html(pages["outlets/paper-0/index.md"])
    assert 'href="../../outlets/paper-1/"' in html(pages["parties/wire/index.md"])


def test_the_newest_brief_says_what_a_party_is_called() -> None:
    old = lean(
        "old", "2020-01-01", parties=(Known("paper-0", "Old"), Known("paper-1", "P"), Known("wire", "W"))
    )
    new = lean(
        "new", "2026-01-01", parties=(Known("paper-0", "New"), Known("paper-1", "P"), Known("wire", "W"))
    )
    page = shown(site(old, new)["outlets/index.md"])
    assert "New" in page
    assert "Old" not in page
