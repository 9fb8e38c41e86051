"""What is found of a brief: each claim by itself, and of articles what may be shown."""

from __future__ import annotations

import json
import pickle
from dataclasses import asdict, replace
from typing import Any

import pytest

from generator.model.entry import Entry
from generator.model.findings import Findings
from generator.model.settings import Settings
from generator.pipeline import entries_of_brief
from tests.render.made import article, findings, parties

BODY = "Before it nothing may be told. The lamp went out at two, the warden said. After it comes a secret."
NAMES = parties(herald="The Herald", echo="The Echo", wire="Northern Wire")


def made(rights: str = "excerpts", **changes: Any) -> Findings:
    claim = {
        "id": "lamp",
        "claim": "The lamp was dark",
        "reports": {
            "herald": {"quote": "The lamp went out at two", "via": ["wire", "several sources"]},
            "echo": {
                "quote": "dark until dawn",
                "translation": {"text": "It was dark."},
                "note": "As we heard it.",
            },
        },
        "note": "Nobody saw it.",
    }
    brief = {
        "title": "A night at the lighthouse",
        "summary": "Two reports of one night.",
        "date": "2026-03-04",
        "tags": ["Lights", "Lights", "sea"],
        "claims": [claim],
        "notes": [{"source": "herald", "quote": "the warden said", "note": "He is no witness."}],
        **changes,
    }
    articles = {
        "herald": article("herald", BODY, title="The lamp", rights=rights),
        "echo": article("echo", "It was dark until dawn.", title="Darkness", rights="full"),
    }
    return findings(brief, articles, NAMES)


def found(findings_: Findings, **settings: Any) -> dict[str, Entry]:
    return {entry.address: entry for entry in entries_of_brief(findings_, Settings(**settings))}


CLAIM = "briefs/made/#claim-lamp"


def test_there_is_one_for_each_claim_one_for_the_brief_and_one_for_each_article() -> None:
    assert set(found(made())) == {"briefs/made/", CLAIM, "briefs/made/herald/", "briefs/made/echo/"}


def test_a_claim_has_its_text_its_quotations_its_brief_and_its_status() -> None:
    claim = found(made())[CLAIM]
    assert (claim.title, claim.within) == ("The lamp was dark", "A night at the lighthouse")
    assert (
        claim.text == "The Herald: “The lamp went out at two” "
        "· The Echo: “dark until dawn” (It was dark.) (As we heard it.) · Nobody saw it."
    )
    assert (claim.status, claim.said, claim.date) == ("corroborated", "4 March 2026", "2026-03-04")
    assert claim.filters == {
        "kind": ("claim",),
        "status": ("corroborated",),
        "outlet": ("The Echo", "The Herald"),
        "party": ("Northern Wire",),
        "tag": ("Lights", "sea"),
        "year": ("2026",),
    }


def test_status_and_date_are_said_in_the_briefs_language() -> None:
    claim = found(made(language="sv"))[CLAIM]
    assert (claim.language, claim.status, claim.said) == ("sv", "bekräftat av flera", "4 mars 2026")
    assert claim.filters["status"] == ("corroborated",)


def test_the_brief_has_its_summary_and_its_notes_but_not_its_claims() -> None:
    brief = found(made())["briefs/made/"]
    assert brief.text == "Two reports of one night. · He is no witness. “the warden said”"
    assert "status" not in brief.filters


@pytest.mark.parametrize(
    ("rights", "text"),
    [
        ("full", f"The Herald · {BODY}"),
        ("excerpts", "The Herald · The lamp went out at two, the warden said."),
        ("none", "The Herald"),
    ],
)
def test_of_an_article_is_found_what_its_rights_allow(rights: str, text: str) -> None:
    every = found(made(rights))
    assert every["briefs/made/herald/"].text == text
    shown = " ".join(f"{entry.title} {entry.text}" for entry in every.values())
    assert ("secret" in shown) is (rights == "full")
    assert "The lamp went out at two" in every[CLAIM].text


def test_a_subheading_is_found_without_its_mark() -> None:
    body = "## A night\n\nThe lamp went out at two, the warden said."
    made_ = made()
    articles = {**made_.brief.articles, "herald": article("herald", body, rights="full")}
    changed = replace(made_, brief=replace(made_.brief, articles=articles))
    assert found(changed)["briefs/made/herald/"].text.startswith("The Herald · A night The lamp")


def test_of_a_withdrawn_brief_is_found_that_it_is_withdrawn_and_why() -> None:
    correction = {
        "date": "2026-04-01",
        "was": "It was dark",
        "now": "It was light",
        "why": "The reports were of a play",
    }
    every = found(made(status="withdrawn", corrections=[correction]))
    assert set(every) == {"briefs/made/"}
    assert every["briefs/made/"].text == "It was dark It was light The reports were of a play"
    assert "outlet" not in every["briefs/made/"].filters


def test_an_entry_can_be_kept() -> None:
    entry = found(made())[CLAIM]
    assert pickle.loads(pickle.dumps(entry)) == entry  # noqa: S301 - our own
    kept = json.loads(json.dumps(asdict(entry)))
    kept["filters"] = {name: tuple(values) for name, values in kept["filters"].items()}
    assert Entry(**kept) == entry


def test_what_no_page_may_hold_is_in_no_entry() -> None:
    changed = made()
    title = changed.brief.annotations.model_copy(update={"title": "a\u202eb\x00c\n d"})
    every = entries_of_brief(replace(changed, brief=replace(changed.brief, annotations=title)), Settings())
    assert {entry.title for entry in every if entry.address == "briefs/made/"} == {"abc d"}
