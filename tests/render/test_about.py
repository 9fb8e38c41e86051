"""About and imprint say what the configuration says, and plainly where it says nothing."""

from __future__ import annotations

import pytest

from generator.model.page import Heading, Markup, Page
from generator.model.publisher import Publisher
from generator.model.settings import Settings
from generator.render import about_page, imprint_page
from tests.render.dom import attributes, texts

HOSTILE = '<b>x</b> & "y" {{ 7 * 7 }}'
NEWSROOM = Publisher(
    name="The Review",
    address=("1 Quay Street", "Fennmouth"),
    email="desk@example.org",
    phone="+46 (8) 123-45",
    url="https://review.example/",
    represented_by=("B. Marsh",),
    responsible=("A. Reed",),
    responsible_address=("2 Quay Street",),
    register="Fennmouth 17",
    vat="LO123",
    permit="2026-44",
    authority="The Press Office",
    complaints="To the [press council](https://council.example/).",
    owners=("A. Reed, 60 %", "B. Marsh, 40 %"),
    public_funds="None in 2025.",
    funding="Readers pay.",
    about="We read *both* papers.",
    corrections_policy="At once, and openly.",
    rights="All theirs.",
    privacy="No cookies.",
)


def html(page: Page) -> str:
    return "".join(part.html for part in page.parts if isinstance(part, Markup))


def said(page: Page) -> str:
    return " ".join(texts(html(page)).split())


def headings(page: Page) -> list[str]:
    return [part.text for part in page.parts if isinstance(part, Heading)]


def test_an_imprint_names_everything_that_the_configuration_does() -> None:
    page = imprint_page(Settings(publisher=NEWSROOM))
    written = [NEWSROOM.name, *NEWSROOM.address, NEWSROOM.register, NEWSROOM.vat, NEWSROOM.permit]
    written += [
        *NEWSROOM.represented_by,
        *NEWSROOM.responsible,
        *NEWSROOM.responsible_address,
        NEWSROOM.phone,
    ]
    written += [*NEWSROOM.owners, NEWSROOM.public_funds, NEWSROOM.funding, NEWSROOM.rights, NEWSROOM.privacy]
    written += [NEWSROOM.email, NEWSROOM.url, NEWSROOM.authority, "To the press council."]
    assert [text for text in written if text not in said(page)] == []
    assert headings(page) == [
        "Publisher",
        "Funding",
        "Complaints",
        "Rights",
        "Privacy",
        "Made with",
    ]


def test_it_can_be_reached_by_its_links() -> None:
    links = attributes(html(imprint_page(Settings(publisher=NEWSROOM))), "href")
    assert {
        "mailto:desk@example.org",
        "tel:+46812345",
        "https://review.example/",
        "https://council.example/",
    } <= set(links)


def test_what_is_not_said_has_no_place() -> None:
    page = imprint_page(Settings(publisher=Publisher("The Review")))
    assert headings(page) == ["Publisher", "Made with"]
    assert "E-mail" not in said(page)
    assert "mailto:" not in html(page)


@pytest.mark.parametrize("page", [imprint_page, about_page])
def test_a_site_without_a_publisher_says_so(page: type[imprint_page]) -> None:  # type: ignore[valid-type]
    assert "The publisher of this site has not been named." in said(page(Settings()))  # type: ignore[misc]


def test_about_gives_the_publishers_words_and_policy() -> None:
    page = about_page(Settings(publisher=NEWSROOM))
    assert "<em>both</em>" in html(page)
    assert "At once, and openly." in said(page)
    assert "This site is published by The Review." in said(page)


def test_about_leads_to_the_method_the_corrections_and_the_imprint() -> None:
    links = set(attributes(html(about_page(Settings(publisher=NEWSROOM))), "href"))
    assert {"../method/", "../corrections/", "../imprint/", "../briefs/"} <= links


def test_about_says_where_to_report_an_error() -> None:
    reported = Settings(report_url="mailto:d@e.org?body={url}", site_url="https://e.org/")
    assert "mailto:d@e.org?body=https%3A%2F%2Fe.org%2Fabout%2F" in attributes(
        html(about_page(reported)), "href"
    )
    assert "Report an error" not in said(about_page(Settings()))


def test_what_the_configuration_says_is_text() -> None:
    publisher = Publisher(HOSTILE, address=(HOSTILE,), funding=HOSTILE, about=HOSTILE, register=HOSTILE)
    for page in (imprint_page(Settings(publisher=publisher)), about_page(Settings(publisher=publisher))):
        assert HOSTILE in texts(html(page))
        assert "<b>" not in html(page)


@pytest.mark.parametrize(
    ("page", "title"), [(about_page, "Om webbplatsen"), (imprint_page, "Redaktionsruta")]
)
def test_the_pages_are_in_the_sites_language(page: object, title: str) -> None:
    swedish = page(Settings(language="sv"))  # type: ignore[operator]
    assert swedish.meta["title"] == title
    assert swedish.meta["language"] == "sv"
