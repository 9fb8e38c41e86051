"""Pages across briefs list what is published, newest first."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.model.findings import Corrected, Record
from generator.model.page import Heading, Markup, Page
from generator.model.settings import Settings
from generator.render import record, render_site
from generator.render.site_pages import NEWEST
from tests.render.dom import attributes, texts
from tests.render.harbour import harbour


def made(slug: str, day: str = "2026-03-03", status: str = "published", **changes: object) -> Record:
    return replace(
        record(harbour()), slug=slug, title=f"Brief {slug}", sort_date=day, status=status, **changes
    )


def site(*records: Record, drafts: bool = False) -> dict[str, Page]:
    return {page.path: page for page in render_site(records, Settings(drafts=drafts))}


def shown(page: Page) -> str:
    return "".join(texts(part.html) if isinstance(part, Markup) else part.text for part in page.parts)


def html(page: Page) -> str:
    return "".join(part.html for part in page.parts if isinstance(part, Markup))


def test_an_empty_site_has_all_its_pages() -> None:
    assert list(site()) == [
        "index.md",
        "briefs/index.md",
        "tags/index.md",
        "outlets/index.md",
        "parties/index.md",
        "archive/index.md",
        "corrections/index.md",
    ]
    assert "There is no brief yet." in shown(site()["index.md"])


def test_home_has_the_newest_first() -> None:
    home = shown(site(made("a", "2025-01-01"), made("b", "2026-01-01"), made("c", "2025-06-01"))["index.md"])
    assert re.findall(r"Brief (\w)\n", home) == ["b", "c", "a"]


def test_home_does_not_grow_without_end() -> None:
    home = shown(site(*(made(f"b{n}") for n in range(NEWEST + 5)))["index.md"])
    assert home.count("Brief b") == NEWEST
    assert "All briefs by date" in home


def test_all_briefs_stand_by_year_and_month() -> None:
    page = site(made("a", "2025-01-01"), made("b", "2026-03-01"), made("c", "2026-03-09"))["briefs/index.md"]
    assert [p.text for p in page.parts if isinstance(p, Heading)] == ["2026", "March", "2025", "January"]
    assert re.findall(r"Brief (\w)\n", shown(page)) == ["c", "b", "a"]


def test_the_archive_has_a_line_for_each_brief_by_year_and_month() -> None:
    page = site(made("a", "2025-01-01"), made("b", "2026-03-01"), made("c", "2026-03-09"))["archive/index.md"]
    assert [p.text for p in page.parts if isinstance(p, Heading)] == [
        "2026",
        "March 2026",
        "2025",
        "January 2025",
    ]
    assert re.findall(r"Brief (\w)\b", shown(page)) == ["c", "b", "a"]


def corrected(day: str, was: str, claim: str | None = None) -> Corrected:
    return Corrected(f"on {day}", day, was, "now", "why", claim, minor=claim is None)


def test_corrections_of_all_briefs_stand_newest_first_with_their_brief_and_claim() -> None:
    first = made("a", corrections=(corrected("2025-02-01", "was-3"), corrected("2025-04-01", "was-1", "c1")))
    page = site(first, made("b", corrections=(corrected("2025-03-01", "was-2"),)))["corrections/index.md"]
    assert re.findall("was-[123]", shown(page)) == ["was-1", "was-2", "was-3"]
    assert attributes(html(page), "href") == [
        "../briefs/a/",
        "../briefs/a/#claim-c1",
        "../briefs/b/",
        "../briefs/a/",
    ]
    assert shown(page).count("minor") == 2
    assert "No brief has been corrected." in shown(site()["corrections/index.md"])


def test_withdrawn_briefs_are_listed_nowhere_and_drafts_only_in_a_preview() -> None:
    records = (made("gone", status="withdrawn"), made("soon", status="draft"))
    assert not any("Brief" in shown(page).replace("Briefs", "") for page in site(*records).values())
    preview = shown(site(*records, drafts=True)["index.md"])
    assert "Brief soon" in preview
    assert "draft" in preview
    assert "Brief gone" not in preview


def test_tags_that_differ_in_case_alone_are_one() -> None:
    page = shown(site(made("a", tags=("Sea",)), made("b", tags=("sea",)))["tags/index.md"])
    assert page.count("Sea") + page.count("sea") == 2  # in the list of tags, and above its briefs
    assert "Brief a" in page
    assert "Brief b" in page


def test_outlets_say_what_they_alone_reported_and_with_others() -> None:
    page = shown(site(record(harbour()))["outlets/index.md"])
    assert (
        "1 report; 1 claim it alone reported, 3 reported together with others, 1 denied or questioned."
        in page
    )


def test_parties_say_of_how_many_claims_they_are_the_origin() -> None:
    page = shown(site(record(harbour()))["parties/index.md"])
    assert "Origin of 2 claims in 1 brief, reported by The Herald and The Echo." in page  # the coastguard
    assert "several passengers" not in page  # not registered
