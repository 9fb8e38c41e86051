"""Claims as a table: what RFC 4180 reads back is what was written, and no cell is a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.export.claims_csv import COLUMNS, claims_csv, guarded
from generator.model.findings import Findings
from generator.model.settings import Settings
from tests.render.harbour import harbour
from tests.render.made import article, findings, parties

SITE = Settings(site_url="https://example.org/")


def rows(made: Findings, settings: Settings = SITE) -> list[dict[str, str]]:
    text = claims_csv(made, settings).content.decode("utf-8")
    assert text.count("\r\n") >= 2
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_report_is_a_row() -> None:
    made = rows(harbour())
    assert len(made) == sum(len(claim.reports) for claim in harbour().claims) == 10
    assert tuple(made[0]) == COLUMNS
    aground = made[0]
    assert aground["claim_address"] == "https://example.org/briefs/harbour/#claim-aground"
    assert (aground["source"], aground["outlet"], aground["stance"]) == ("herald", "The Herald", "supports")
    assert (aground["status"], aground["origins"], aground["when"]) == ("corroborated", "3", "2026-03-02")
    assert aground["via_quote"] == "the coastguard said"


def test_figures_stand_as_intervals() -> None:
    about, more = (row for row in rows(harbour()) if row["claim_id"] == "aboard")
    assert (about["value"], about["lower"], about["upper"], about["scope"]) == (
        "about 120",
        "108",
        "132",
        "passengers",
    )
    assert about["as_of"] == "2026-03~"
    assert (more["lower"], more["upper"], more["lower_closed"]) == ("200", "", "false")


def test_words_left_out_and_chains_can_be_told() -> None:
    by_claim = {row["claim_id"]: row for row in rows(harbour())}
    assert by_claim["tow"]["quotes"] == "The company will pay [...] the tow"
    assert by_claim["tow"]["via"] == "wire; a union official"
    assert by_claim["drift"]["via"] == "coastguard + company"
    assert by_claim["tow"]["hedge"] == "will"


def test_without_an_address_the_site_is_left_out() -> None:
    assert rows(harbour(), Settings())[0]["claim_address"] == "briefs/harbour/#claim-aground"


@pytest.mark.parametrize("text", ["", "plain", "1-2", "a=b", " =1", "8,000"])
def test_a_harmless_text_stands_as_it_is(text: str) -> None:
    assert guarded(text) == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\n=1", "'=1", "＝1+1", "'"])
def test_what_a_spreadsheet_would_compute_is_quoted(text: str) -> None:
    assert guarded(text) == f"'{text}"


@given(st.text())
def test_the_protection_is_undone_by_taking_one_mark_away(text: str) -> None:
    cell = guarded(text)
    assert cell.removeprefix("'") == text
    assert cell[:1] not in set("=+-@\t\r\n＝＋－＠")


def test_hostile_texts_come_back_whole() -> None:
    text = '=HYPERLINK("http://evil.example","x"),\r\n"quoted"; é\x00'
    made = findings(
        {"claims": [{"id": "c", "claim": text, "reports": {"a": {"quote": "Some words", "note": "-2+3"}}}]},
        {"a": article("a", "Some words.")},
        parties(a="@outlet"),
    )
    (row,) = rows(made)
    assert row["claim"] == "'" + text.replace("\x00", "").replace("\r", "")
    assert (row["outlet"], row["note"]) == ("'@outlet", "'-2+3")
