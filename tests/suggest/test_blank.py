"""A blank brief: a draft that passes every check."""

from __future__ import annotations

from datetime import date

import pytest
import yaml

from generator.suggest import blank_brief, blank_party


def test_its_quote_stands_in_its_article() -> None:
    files = blank_brief("harbour-fire", date(2026, 11, 22))
    brief = yaml.safe_load(files["brief.yml"])
    quote = brief["claims"][0]["reports"]["first-source"]["quote"]
    assert quote in files["articles/first-source.md"].decode()


@pytest.mark.parametrize(
    ("slug", "title"),
    [("harbour-fire", "Harbour fire"), ("2024", "2024"), ("no", "No"), ("a_b", "A b"), ("-", "")],
)
def test_its_title_is_text_whatever_the_slug(slug: str, title: str) -> None:
    brief = yaml.safe_load(blank_brief(slug, date(2026, 11, 22))["brief.yml"])
    assert brief["title"] == title
    assert brief["status"] == "draft"


@pytest.mark.parametrize(
    "register",
    [
        "herald: {name: Herald}\n",
        "# only a comment",
        "",
        "example-outlet: {name: Mine}\n",
    ],
)
def test_the_register_keeps_what_it_holds(register: str) -> None:
    completed = blank_party(register)
    assert completed.startswith(register)
    assert "example-outlet" in yaml.safe_load(completed)


def test_a_register_is_begun_where_there_is_none() -> None:
    assert yaml.safe_load(blank_party(None)) == {
        "example-outlet": {"name": "Example Outlet", "kind": "newspaper"}
    }


def test_an_outlet_that_is_registered_is_left_alone() -> None:
    register = "example-outlet: {name: Mine}\n"
    assert blank_party(register) == register
