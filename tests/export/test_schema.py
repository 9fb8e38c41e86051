"""The format's JSON Schema: what is valid passes it, what has another shape doesn't, and each key is explained."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.export.schema import FILES, KINDS, schema, schema_text
from generator.load import load_article, load_yaml
from generator.model.brief import Annotations, Claim, Entry, FrontMatter, Party, Report
from generator.model.meanings import KEYS, MODELS

ROOT = Path(__file__).parents[2]
VALID = ROOT / "tests" / "cases" / "valid"
UNFINISHED = "optional-keys-without-value"
"""A key with nothing after it is passed over by the check; an editor had better be told of it while typing."""


def validator(kind: str) -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(schema(kind))
    return jsonschema.Draft202012Validator(schema(kind))


def written(kind: str, file: Path) -> object:
    if kind == "article":
        loaded, _ = load_article(file.name, file.read_bytes())
        return loaded.front.value if loaded else None
    tree, _ = load_yaml(file.name, file.read_bytes())
    return tree.value if tree else None


def files() -> Iterator[tuple[str, Path]]:
    for folder in (VALID, ROOT / "briefs"):
        for kind, name in (("brief", "brief.yml"), ("article", "*.md"), ("parties", "parties.yml")):
            yield from ((kind, file) for file in sorted(folder.rglob(name)) if UNFINISHED not in file.parts)


def objects(of: object) -> Iterator[dict[str, Any]]:
    if isinstance(of, dict):
        yield of
    for inner in of.values() if isinstance(of, dict) else of if isinstance(of, list) else []:
        yield from objects(inner)


@pytest.mark.parametrize(("kind", "file"), [*files()], ids=lambda each: str(each)[-60:])
def test_what_is_valid_passes(kind: str, file: Path) -> None:
    assert [error.message for error in validator(kind).iter_errors(written(kind, file))] == []


BRIEF: dict[str, Any] = {
    "title": "A", "summary": "B", "date": "2025", "claims": [{"id": "a", "claim": "b", "reports": {"s": "q"}}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "changed", "at"),
    [
        ("brief", {"titel": "A"}, []),
        ("brief", {"date": None}, ["date"]),
        ("brief", {"status": "finished"}, ["status"]),
        ("brief", {"claims": []}, ["claims"]),
        ("brief", {"claims": [{"id": "A B", "claim": "b", "reports": {"s": "q"}}]}, ["claims", 0, "id"]),
        ("brief", {"claims": [{"id": "a", "claim": "b"}]}, ["claims", 0]),
        ("brief", {"corrections": [{"date": "2025", "was": "a", "now": "b"}]}, ["corrections", 0]),
        ("article", {"rights": "some"}, ["rights"]),
        ("article", {"url": "ftp://example.org"}, ["url"]),
        ("parties", {"A B": {"name": "x"}}, []),
        ("parties", {"a": {}}, ["a"]),
    ],
)
def test_what_has_another_shape_is_told_at_its_place(
    kind: str, changed: dict[str, Any], at: list[object]
) -> None:
    base: dict[str, Any] = {"brief": BRIEF, "article": {"outlet": "o", "title": "t"}, "parties": {}}[kind]
    assert list(validator(kind).iter_errors(base)) == []
    assert at in [list(error.absolute_path) for error in validator(kind).iter_errors({**base, **changed})]


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_copy_is_the_one_that_the_code_writes(kind: str) -> None:
    committed = (ROOT / "briefs" / ".schema" / FILES[kind]).read_text("utf-8")
    assert committed == schema_text(kind), "run `briefs schema --write`"


@pytest.mark.parametrize("kind", KINDS)
def test_no_key_may_be_null(kind: str) -> None:
    assert [each for each in objects(schema(kind)) if each.get("type") == "null"] == []


@pytest.mark.parametrize("kind", KINDS)
def test_each_key_is_explained_and_has_a_snippet(kind: str) -> None:
    keys = [(name, of) for each in objects(schema(kind)) for name, of in each.get("properties", {}).items()]
    assert keys
    assert [name for name, of in keys if not of["description"] or not of["defaultSnippets"]] == []


@pytest.mark.parametrize("model", KEYS, ids=lambda model: model.__name__)
def test_each_key_of_each_model_has_a_meaning_and_no_other_has(model: type[Entry]) -> None:
    assert set(KEYS[model]) == {field.alias or name for name, field in model.model_fields.items()}
    assert model in MODELS


def test_each_example_is_of_the_format() -> None:
    for kind in KINDS:
        root = schema(kind)
        for each in objects(root):
            for of in each.get("properties", {}).values():
                checked = jsonschema.Draft202012Validator({**of, "$defs": root["$defs"]})
                for example in of.get("examples", []):
                    assert [error.message for error in checked.iter_errors(example)] == [], of


def test_every_mapping_of_the_format_is_there() -> None:
    assert {"Claim", "Report", "Selector", "Note", "Correction"} <= set(schema("brief")["$defs"])
    assert "Party" in schema("parties")["$defs"]
    assert {Annotations, Claim, Report, FrontMatter, Party} <= set(KEYS)
    assert json.loads(schema_text("brief"))["$schema"].endswith("2020-12/schema")
