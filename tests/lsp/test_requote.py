"""A quotation is written otherwise in the place where it stands, and nothing around it changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import commands
from generator.load import load_yaml
from generator.lsp.edits import applied
from generator.lsp.fixes import fixes
from generator.lsp.requote import requoted
from generator.lsp.sheet import Sheet
from generator.lsp.site import Desk, Site
from generator.model.source import Path as Steps
from tests.sample import edit, make_site

AT: Steps = ("claims", 0, "reports", "herald", 0, "quote", 0)
HEAD = "# before\nclaims:\n  - id: wage # the first\n    reports:\n"
TAIL = "    note: 'after'   # stays\n"

FORMS = [
    ("      herald: old words # why\n", "      herald: new words # why\n"),
    ('      herald: "old words"\n', '      herald: "new words"\n'),
    ("      herald: {quote: old words, value: 3}\n", "      herald: {quote: new words, value: 3}\n"),
    ("      herald:\n        quote:\n        - old words\n", "      herald:\n        quote:\n        - new words\n"),
    ("      herald:\n        quote: >-\n          old words\n", "      herald:\n        quote: new words\n"),
]  # fmt: skip


@pytest.mark.parametrize(("was", "now"), FORMS)
def test_words_are_replaced_in_every_form(was: str, now: str) -> None:
    sheet = Sheet("brief.yml", f"{HEAD}{was}{TAIL}".encode(), is_article=False)
    assert applied(sheet, requoted(sheet, AT, "new words")).decode() == f"{HEAD}{now}{TAIL}"


CONTEXTS = [
    ("      herald: words\n", '      herald: {quote: {exact: words, prefix: "the"}}\n'),
    ("      herald: {quote: words}\n", '      herald: {quote: {exact: words, prefix: "the"}}\n'),
    ("      herald: {quote: {exact: words}}\n", '      herald: {quote: {exact: words, prefix: "the"}}\n'),
    (
        "      herald: {quote: {exact: words, prefix: a}}\n",
        "      herald: {quote: {exact: words, prefix: the}}\n",
    ),
    (
        "      herald:\n        quote:\n          exact: words # so\n",
        '      herald:\n        quote:\n          exact: words # so\n          prefix: "the"\n',
    ),
]


@pytest.mark.parametrize(("was", "now"), CONTEXTS)
def test_a_context_is_put_beside_them(was: str, now: str) -> None:
    sheet = Sheet("brief.yml", f"{HEAD}{was}{TAIL}".encode(), is_article=False)
    changed = applied(sheet, requoted(sheet, AT, "words", prefix="the"))
    assert changed.decode() == f"{HEAD}{now}{TAIL}"
    assert load_yaml("brief.yml", changed)[1] == []


def test_an_editor_offers_the_words_that_stand_there_now(tmp_path: Path) -> None:
    root = make_site(tmp_path)
    assert CliRunner().invoke(commands, ["lock", "-q", "-f", str(root / "mkdocs.yml")]).exit_code == 0
    edit(root / "briefs/strike/articles/echo.md", "The deal brings", "The deal, brings")
    site = Site(root, "briefs")
    name = "briefs/strike/brief.yml"
    sheet = site.sheet(name)
    assert sheet is not None
    (problem,) = site.check("strike").problems
    assert problem.code == "quote-immaterial"
    (change,) = fixes(Desk(site, name, "strike"), sheet, problem)
    assert change.title == "Replace by `The deal, brings higher wages`"
    assert b"quote: The deal, brings higher wages\n" in applied(sheet, change.edits[name])
