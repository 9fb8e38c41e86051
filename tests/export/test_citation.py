"""Citations: BibTeX that balances and escapes, CSL-JSON that parses, dates no more precise than stated."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from generator.export.citation import citation_assets, cite
from generator.model.settings import Settings
from generator.render.catalogue import words_for
from generator.render.cited import in_words
from tests.render.harbour import harbour
from tests.render.made import article, findings, parties

SITE = Settings(site_url="https://example.org/news_room/", site_name="The Brief & Co")


def made(**brief: Any) -> Any:
    claim = {"id": "c", "claim": "C", "reports": {"a": "Some words"}}
    return findings(
        {"claims": [claim], **brief}, {"a": article("a", "Some words.")}, parties(a="A"), slug="made"
    )


def fields(bibtex: str) -> dict[str, str]:
    return dict(re.findall(r"^  (\w+) = \{(.*)\},$", bibtex, re.M))


def test_in_words() -> None:
    cited = cite(harbour(), SITE)
    assert in_words(cited, words_for("en")) == (
        "Ada Editor. “A ferry <b>aground</b> & afloat.” The Brief & Co, 2026-03-03, updated 2026-03-05. "
        "https://example.org/news_room/briefs/harbour/"
    )
    assert in_words(cited, words_for("sv")) == (
        "Ada Editor. ”A ferry <b>aground</b> & afloat.” The Brief & Co, 2026-03-03, uppdaterad 2026-03-05. "
        "https://example.org/news_room/briefs/harbour/"
    )
    assert in_words(cite(made(title="Who knows?"), Settings()), words_for("en")) == "“Who knows?” 2025-02-08."


def test_bibtex_has_all_of_it() -> None:
    entry = cite(made(author=["Ada, Lovelace", "News and Desk"], title="Zürich — 東京"), SITE).bibtex
    assert entry.startswith("@misc{made,\n")
    assert fields(entry) == {
        "author": "{Ada, Lovelace} and {News and Desk}",
        "title": "{Zürich — 東京}",
        "howpublished": r"The Brief \& Co",
        "year": "2025",
        "month": "2",
        "day": "8",
        "language": "en",
        "url": "https://example.org/news_room/briefs/made/",
    }


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("plain", "plain"),
        ("50% of $5 & #1_x", r"50\% of \$5 \& \#1\_x"),
        ("a~b^c", r"a{\textasciitilde}b{\textasciicircum}c"),
        ("\\input{x}", r"{\textbackslash}input{\textbraceleft}x{\textbraceright}"),
        ('"q" } {', r"{\textquotedbl}q{\textquotedbl} {\textbraceright} {\textbraceleft}"),
        ("two\nlines\x07", "two lines"),
    ],
)
def test_bibtex_escapes_what_tex_reads(title: str, written: str) -> None:
    entry = cite(made(title=title), SITE).bibtex
    assert fields(entry)["title"] == f"{{{written}}}"
    depth = 0
    for brace in re.findall(r"[{}]", entry):
        depth += 1 if brace == "{" else -1
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize(
    ("date", "parts", "circa"),
    [
        ("2025-02-08", [2025, 2, 8], None),
        ("2025-02", [2025, 2], None),
        ("2025", [2025], None),
        ("2025-02~", [2025, 2], True),
        ("2024-24", [2024], None),
        ("2024-03-01/2025-01-01", [2024], None),
    ],
)
def test_a_date_is_as_precise_as_stated(date: str, parts: list[int], circa: bool | None) -> None:
    citation = cite(made(date=date), SITE)
    (item,) = json.loads(citation.csl_json)
    assert item["issued"]["date-parts"] == [parts]
    assert item["issued"].get("circa") is circa
    assert ("month" in fields(citation.bibtex)) is (len(parts) > 1)


def test_csl_json_has_all_of_it() -> None:
    (item,) = json.loads(cite(harbour(), SITE).csl_json)
    assert item["type"] == "webpage"
    assert item["author"] == [{"literal": "Ada Editor"}]
    assert item["title"] == "A ferry <b>aground</b> & afloat"
    assert item["URL"] == "https://example.org/news_room/briefs/harbour/"


def test_the_files_hold_what_the_page_shows() -> None:
    citation = cite(harbour(), SITE)
    files = {asset.path: asset.content.decode() for asset in citation_assets(harbour(), citation)}
    assert files == {
        "briefs/harbour/cite.bib": citation.bibtex,
        "briefs/harbour/cite.json": citation.csl_json,
    }


def test_without_an_address_of_the_site_none_is_given() -> None:
    citation = cite(harbour(), Settings())
    assert "url" not in fields(citation.bibtex)
    assert "URL" not in json.loads(citation.csl_json)[0]
