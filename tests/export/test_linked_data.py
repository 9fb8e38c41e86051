"""Schema.org's view: what a page says of itself to machines."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from generator.export.linked_data import linked_data
from generator.model.publisher import Publisher
from generator.model.settings import Settings
from tests.render.harbour import harbour

SITE = Settings(site_url="https://example.org/", site_name="The Brief")


def brief(settings: Settings = SITE) -> Any:
    return json.loads(json.dumps(linked_data(harbour(), settings)["briefs/harbour/index.md"]))


def test_a_brief_is_a_report_with_its_claims() -> None:
    data = brief()
    assert (data["@type"], data["url"]) == ("Report", "https://example.org/briefs/harbour/")
    assert (data["datePublished"], data["dateModified"]) == ("2026-03-03", "2026-03-05")
    assert data["author"] == [{"@type": "Person", "name": "Ada Editor"}]
    assert data["inLanguage"] == "en"
    assert [claim["@type"] for claim in data["hasPart"]] == ["Claim"] * 5
    first = data["hasPart"][0]
    assert first["url"] == "https://example.org/briefs/harbour/#claim-aground"
    assert first["text"] == "The ferry ran aground"
    assert len(first["appearance"]) == 3


def test_it_is_based_on_its_articles_and_cites_them() -> None:
    data = brief()
    assert [article["publisher"]["name"] for article in data["isBasedOn"]] == [
        "The Herald",
        "The Echo",
        "Bladet",
    ]
    assert data["isBasedOn"][0]["url"] == "https://herald.example/ferry"
    assert data["isBasedOn"][2]["isBasedOn"][0]["publisher"]["name"] == "Northern Wire"
    ids = [article["@id"] for article in data["isBasedOn"]]
    assert [citation["@id"] for citation in data["citation"]] == ids


def test_corrections_are_said() -> None:
    first = brief()["correction"][0]
    assert first == {
        "@type": "CorrectionComment",
        "text": "a <i>ship</i> → a ferry: It is one.",
        "datePublished": "2026-03-04",
    }


def test_an_articles_page_is_about_the_article_and_part_of_the_brief() -> None:
    data: Any = linked_data(harbour(), SITE)["briefs/harbour/bladet/index.md"]
    assert data["@type"] == "WebPage"
    assert data["isPartOf"]["@id"] == "https://example.org/briefs/harbour/"
    assert data["about"]["@type"] == "Article"
    assert data["about"]["inLanguage"] == "sv"
    assert data["about"]["@id"] == "https://example.org/briefs/harbour/bladet/#article"


def test_without_an_address_of_the_site_addresses_are_relative_to_the_page() -> None:
    assert brief(Settings())["url"] == "../../briefs/harbour/"


def test_no_text_of_an_article_is_in_it() -> None:
    text = json.dumps(linked_data(harbour(), SITE), ensure_ascii=False)
    assert "Skerry Point" not in text
    assert "Ingen skadades" not in text


def test_the_publisher_is_the_site_where_nobody_is_named() -> None:
    site = {"@type": "Organization", "name": "The Brief", "url": "https://example.org/"}
    assert brief()["publisher"] == site


def test_the_publisher_is_whom_the_configuration_names_with_where_the_site_says_how_it_works() -> None:
    newsroom = Publisher(
        "The Review", address=("1 Quay Street", "Fennmouth"), email="desk@example.org", owners=("A. Reed",)
    )
    assert brief(replace(SITE, publisher=newsroom))["publisher"] == {
        "@type": "NewsMediaOrganization",
        "name": "The Review",
        "url": "https://example.org/",
        "email": "desk@example.org",
        "address": "1 Quay Street, Fennmouth",
        "publishingPrinciples": "https://example.org/method/",
        "correctionsPolicy": "https://example.org/about/#corrections",
        "ownershipFundingInfo": "https://example.org/imprint/",
    }


def test_a_person_who_publishes_is_a_person() -> None:
    person = Publisher("A. Reed", kind="person", url="https://reed.example/")
    assert brief(Settings(publisher=person))["publisher"] == {
        "@type": "Person",
        "name": "A. Reed",
        "url": "https://reed.example/",
    }
