"""Settings: full addresses, and the link by which an error is reported."""

from __future__ import annotations

import pytest

from generator.model.settings import Settings, report_url_fault


def test_an_address_is_full_where_the_site_has_one() -> None:
    assert (
        Settings(site_url="https://example.org/x/").address("briefs/a/") == "https://example.org/x/briefs/a/"
    )
    assert Settings().address("briefs/a/", "../../") == "../../briefs/a/"


@pytest.mark.parametrize(
    "template",
    [
        "mailto:desk@example.org",
        "mailto:desk@example.org?subject={title}&body={url}",
        "https://example.org/report?of={url}",
        "https://example.org/{title}#x%20y",
    ],
)
def test_a_template_that_is_right(template: str) -> None:
    assert report_url_fault(template) == ""


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("javascript:alert(1)//{url}", "write https://… or mailto:…"),
        ("http://example.org/", "write https://… or mailto:…"),
        ("//example.org/", "write https://… or mailto:…"),
        ("desk@example.org", "write https://… or mailto:…"),
        ("mailto:", "write https://… or mailto:…"),
        ("https:///x", "write https://… or mailto:…"),
        ("https://[x/", "write https://… or mailto:…"),
        ("https://example.org/{slug}", "there is no placeholder {slug}"),
        ("https://example.org/{}", "there is no placeholder {}"),
        ("https://example.org/{url", "an address has no"),
        ("https://example.org/a b", "an address has no"),
        ('https://example.org/"', "an address has no"),
    ],
)
def test_a_template_that_is_wrong(template: str, fault: str) -> None:
    assert report_url_fault(template).startswith(fault)


def test_placeholders_are_filled_percent_encoded() -> None:
    settings = Settings(site_url="https://e.org/", report_url="mailto:d@e.org?subject={title}&body={url}")
    assert settings.report_address("briefs/a/#claim-b", "50% & {url} é") == (
        "mailto:d@e.org?subject=50%25%20%26%20%7Burl%7D%20%C3%A9&body=https%3A%2F%2Fe.org%2Fbriefs%2Fa%2F%23claim-b"
    )


def test_there_is_no_link_where_there_is_no_template() -> None:
    assert Settings().report_address("briefs/a/", "A") is None
