"""Annotations as the W3C's model has them: whole, within the rights, and where they say."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from generator.export.annotations import AROUND, annotations_asset
from generator.model.findings import Findings
from generator.model.settings import Settings
from tests.render.harbour import BLADET, HERALD, harbour
from tests.render.made import article, findings, parties

SITE = Settings(site_url="https://example.org/")
W3C = Path(os.environ.get("BRIEFS_SHARED", "../shared")) / "corpora" / "webannotation_w3c"
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying",
    "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip


def exported(made: Findings, settings: Settings = SITE) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(annotations_asset(made, settings).content)
    return value


def items(made: Findings, settings: Settings = SITE) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = exported(made, settings)["first"]["items"]
    return found


def targets(item: dict[str, Any]) -> list[Any]:
    return item["target"] if isinstance(item["target"], list) else [item["target"]]


def quotes(item: dict[str, Any]) -> list[dict[str, Any]]:
    """The text quote selectors of an annotation."""
    selectors = [target["selector"] for target in targets(item) if isinstance(target, dict)]
    return [selector[0] if isinstance(selector, list) else selector for selector in selectors]


def test_each_quotation_and_note_is_an_annotation() -> None:
    collection = exported(harbour())
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    page = collection["first"]
    assert page["type"] == "AnnotationPage"
    assert collection["total"] == len(page["items"]) == 10 + 1 + 2
    assert len({item["id"] for item in page["items"]}) == collection["total"]
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert item["motivation"] in MOTIVATIONS
        assert item["created"] == "2026-03-03T00:00:00Z"
        assert item["creator"] == {"type": "Person", "name": "Ada Editor"}
        assert item["body"]
        assert item["target"]


def test_a_body_says_which_claim_with_what_status() -> None:
    first = items(harbour())[0]
    assert first["body"][0]["id"] == "https://example.org/briefs/harbour/#claim-aground"
    assert [body["value"] for body in first["body"][1:]] == [
        "The ferry ran aground",
        "corroborated",
        "supports",
    ]


def test_positions_slice_the_articles_body() -> None:
    checked = 0
    for item in items(harbour()):
        for target in targets(item):
            if isinstance(target, dict) and isinstance(target["selector"], list):
                quote, position = target["selector"]
                article_id = "herald" if "herald" in target["source"] else target["source"].split("/")[-2]
                body = harbour().brief.articles[article_id].body.text
                assert body[position["start"] : position["end"]] == quote["exact"]
                checked += 1
    assert checked >= 12


def test_words_left_out_part_the_target() -> None:
    (tow,) = (item for item in items(harbour()) if len(targets(item)) == 2)
    assert [quote["exact"] for quote in quotes(tow)] == ["The company will pay", "the tow"]


def test_the_target_is_the_original_only_where_its_words_stand_there() -> None:
    sources = {
        target["source"] for item in items(harbour()) for target in targets(item) if isinstance(target, dict)
    }
    assert sources == {
        "https://herald.example/ferry",
        "https://example.org/briefs/harbour/echo/",
        "https://example.org/briefs/harbour/bladet/",
    }


def test_addresses_are_relative_where_the_site_has_none() -> None:
    collection = exported(harbour(), Settings())
    assert collection["id"] == "annotations.jsonld"
    first = items(harbour(), Settings())[0]
    assert first["body"][0]["id"] == "./#claim-aground"
    assert {"echo/", "bladet/"} <= {
        target["source"]
        for item in items(harbour(), Settings())
        for target in targets(item)
        if isinstance(target, dict)
    }


def test_context_goes_no_farther_than_the_rights() -> None:
    """Excerpts: within the annotated sentences. None: no context at all."""
    text = annotations_asset(harbour(), SITE).content.decode()
    for hidden in (
        "A secret",
        "that no note touches",
        "Another hidden",
        "last paragraph",
        "Detta får",
        "enligt",
    ):
        assert hidden in HERALD + BLADET
        assert hidden not in text
    for item in items(harbour()):
        for target in targets(item):
            if isinstance(target, dict) and "bladet" in target["source"]:
                quote = target["selector"][0]
                assert "prefix" not in quote
                assert "suffix" not in quote


@pytest.mark.parametrize(
    ("rights", "prefix", "suffix"),
    [
        ("full", "First sentence here. They say ", " now. Last sentence stands here "),
        ("excerpts", "They say ", " now."),
        ("none", None, None),
    ],
)
def test_the_context_of_a_quotation(rights: str, prefix: str | None, suffix: str | None) -> None:
    body = "First sentence here. They say it is cold now. Last sentence stands here as well."
    made = findings(
        {"claims": [{"id": "c", "claim": "C", "reports": {"a": "it is cold"}}]},
        {"a": article("a", body, rights=rights)},
        parties(a="A"),
    )
    (quote,) = quotes(items(made)[0])
    assert (quote.get("prefix"), quote.get("suffix")) == (prefix, suffix)
    assert len(quote.get("suffix", "")) <= AROUND


def _schemas() -> dict[str, Any]:
    if not (W3C / "schemas.jsonl").exists():
        pytest.skip(f"the W3C's assertions are not here: {W3C}")
    lines = (W3C / "schemas.jsonl").read_text("utf-8").splitlines()
    return {entry["file"]: entry["json"] for entry in map(json.loads, lines)}


def _failed(schemas: dict[str, Any], test: str, value: dict[str, Any]) -> tuple[int, list[str]]:
    """How many assertions there were that must hold, and those that don't."""
    from jsonschema import Draft4Validator, FormatChecker
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT4

    files = {Path(name).name: schema for name, schema in schemas.items() if name.startswith("definitions/")}
    registry: Registry[Any] = Registry().with_resources(
        [(name, Resource.from_contents(schema, DRAFT4)) for name, schema in files.items()]
    )
    failed = []
    asserted = [name for name in schemas[test]["assertions"] if name in schemas]
    for name in asserted:
        schema = {key: part for key, part in schemas[name].items() if key != "id"}
        checker = Draft4Validator(schema, registry=registry, format_checker=FormatChecker())
        if schemas[name].get("expectedResult", "valid") != (
            "valid" if checker.is_valid(value) else "invalid"
        ):
            failed.append(name)
    return len(asserted), failed


def test_the_w3cs_assertions_hold() -> None:
    schemas = _schemas()
    collection = exported(harbour())
    page = {"@context": collection["@context"], **collection["first"]}
    checked = []
    for test, value in (
        ("collections/collectionMusts.test", collection),
        ("collections/pages/pageMusts.test", page),
    ):
        count, failed = _failed(schemas, test, value)
        assert failed == []
        checked.append(count)
    for item in items(harbour()):
        count, failed = _failed(
            schemas, "annotations/annotationMusts.test", {"@context": collection["@context"], **item}
        )
        assert failed == []
        checked.append(count)
    assert min(checked) >= 10


def test_the_w3cs_assertions_refuse_what_is_wrong() -> None:
    """So that the test above can fail."""
    wrong = {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "not a uri", "type": "Note"}
    assert _failed(_schemas(), "annotations/annotationMusts.test", wrong)[1]
