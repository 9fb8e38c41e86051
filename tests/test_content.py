"""The shipped briefs say what they were written to show, and the editors' page names every key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from generator import pipeline
from generator.load import load_yaml
from generator.model import brief as model
from generator.model.publisher import Publisher
from generator.model.settings import Settings
from generator.render.emit import GENERATED

ROOT = Path(__file__).parents[1]

EXPECTED = {
    "north-korea-russia-drones": {
        "production-start": ("repeated", 1),
        "technical-assistance": ("repeated", 1),
        "repayment": ("repeated", 1),
        "still-fighting": ("differs", 1),
        "troop-number": ("not comparable", 1),
        "kursk-incursion": ("corroborated", 2),
        "partnership": ("corroborated", 2),
        "alliance": ("one source", 1),
        "scope": ("one source", 1),
        "nuclear-reluctance": ("one source", 0),
    },
    "grey-heron-aground": {
        "aground": ("corroborated", 3),  # the Radio and the Lamp have one publisher
        "distance": ("corroborated", 2),  # about 4 miles are 5.8 to 7.1 km
        "on-board": ("differs", 1),  # overruled
        "injured": ("repeated", 1),  # one hospital; the Lamp's `unknown` adds none
        "all-ashore": ("corroborated", 2),
        "helicopter": ("repeated", 1),
        "gale-warning": ("corroborated", 2),
        "knew-of-warning": ("differs", 2),
        "light-out": ("differs", 3),
        "off-course": ("differs", 2),  # 2.9 to 3.5 km against at most 1
        "steering": ("repeated", 1),
        "fuel": ("not comparable", 1),  # tonnes and litres
        "refloating": ("differs", 1),  # from 28 March on, against around 20 March
        "no-car-ferry": ("corroborated", 2),
    },
    "fennmouth-free-buses": {
        "start": ("corroborated", 3),
        "ridership": ("not comparable", 2),  # per cent and points
        "cost": ("not comparable", 2),  # pounds and euros
        "lost-fares": ("corroborated", 2),  # by the claim's tolerance
        "drivers": ("corroborated", 2),
        "cancelled": ("repeated", 1),
        "ring-road": ("differs", 2),
        "from-cycling": ("differs", 2),
        "would-have-driven": ("repeated", 1),
        "stops": ("differs", 2),  # overruled
        "funding": ("corroborated", 2),
        "ferry-next": ("repeated", 0),
        "complaints": ("one source", 0),
    },
    "grey-heron-first-night": {
        "on-the-rocks": ("corroborated", 2),
        "missing": ("differs", 2),
    },
    "ekeberga-gangbro": {
        "stangning": ("corroborated", 2),
        "sprickor": ("repeated", 1),
        "gaende": ("differs", 2),
        "kostnad": ("differs", 2),
        "klart": ("one source", 1),
    },
}

FORMAT: dict[str, list[type[BaseModel]]] = {
    "brief": [
        model.Annotations,
        model.Claim,
        model.Report,
        model.Selector,
        model.Together,
        model.Translation,
        model.Overrule,
        model.Assessment,
        model.Note,
        model.Correction,
    ],
    "article": [model.FrontMatter],
    "parties": [model.Party],
}


@cache
def _outcome() -> pipeline.Outcome:
    return pipeline.check(ROOT, Settings())


def _keys(kind: str) -> set[str]:
    return {field.alias or name for entry in FORMAT[kind] for name, field in entry.model_fields.items()}


def _written(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _written(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _written(inner)


def _documents(kind: str) -> Iterator[object]:
    patterns = {"brief": "*/brief.yml", "article": "*/articles/*.md", "parties": "parties.yml"}
    for file in (ROOT / "briefs").glob(patterns[kind]):
        text = file.read_text(encoding="utf-8")
        yield yaml.safe_load(text.split("---\n")[1] if kind == "article" else text)


def test_the_shipped_briefs_have_no_problem() -> None:
    assert [f"{p.location.file}:{p.location.line}: {p.message}" for p in _outcome().problems] == []


@pytest.mark.parametrize("slug", EXPECTED)
def test_each_claim_has_the_status_and_the_origins_it_was_written_for(slug: str) -> None:
    claims = _outcome().findings[slug].claims
    assert {claim.claim.id: (claim.computed.value, claim.origins) for claim in claims} == EXPECTED[slug]


def test_no_brief_is_shipped_that_is_not_in_the_table() -> None:
    assert set(_outcome().slugs) == set(EXPECTED)


@pytest.mark.parametrize("kind", FORMAT)
def test_the_shipped_briefs_use_every_key_of_the_format(kind: str) -> None:
    used = {key for document in _documents(kind) for key in _written(document)}
    drafts = {"suggested"}  # what editors have not taken over is in no finished brief
    assert _keys(kind) - used - drafts == set()


@pytest.mark.parametrize("kind", FORMAT)
def test_the_editors_page_names_every_key_of_the_format(kind: str) -> None:
    page = (ROOT / "site_src" / "editing.md").read_text(encoding="utf-8")
    assert _keys(kind) - set(re.findall(r"`([a-z_]+)`", page)) - {"together"} == set()
    assert "together:" in page


@pytest.mark.parametrize("slug", EXPECTED)
def test_each_shipped_brief_says_that_it_is_made_up_or_retold(slug: str) -> None:
    notice = yaml.safe_load((ROOT / "briefs" / slug / "brief.yml").read_text(encoding="utf-8"))["notice"]
    assert notice.startswith(("Made up", "Påhittat", "The two articles are retold in our own words"))


def test_the_examples_on_the_editors_page_are_of_the_format() -> None:
    page = (ROOT / "site_src" / "editing.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    trees = [load_yaml("editing.md", block.encode()) for block in blocks]
    assert [problem for _, problems in trees for problem in problems] == []
    values = [tree.value for tree, _ in trees if tree is not None]
    assert isinstance(values[0], dict)
    assert [claim.id for claim in model.Annotations.model_validate(values[0]).claims] == [
        "burned-down",
        "hurt",
    ]
    assert isinstance(values[-1], dict)
    assert [model.Party.model_validate(party).name for party in values[-1].values()] == [
        "Fennmouth Fire Brigade"
    ]


def test_the_editors_page_names_every_key_of_the_publisher() -> None:
    page = (ROOT / "site_src" / "editing.md").read_text(encoding="utf-8")
    told = page[page.index("## Who publishes the site") : page.index("### Pages of your own instead")]
    assert {field.name for field in fields(Publisher)} == set(re.findall(r"`([a-z_]+)`", told)) - {
        "organisation",
        "person",
    }
    assert GENERATED in page
