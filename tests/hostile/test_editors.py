"""Payloads in what editors are shown: the notices of the preview, in Chromium, and what the language server says.

By default a few; `BRIEFS_TORTURE=1` takes every payload.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from lsprotocol.types import MarkupKind
from markdown import Markdown

from generator.lsp.completion import complete
from generator.lsp.hover import hover
from generator.lsp.pen import Client
from generator.lsp.places import Sites
from generator.lsp.positions import Ruler
from generator.model.characters import printable
from generator.model.page import Markup, Page
from generator.pipeline.line import check_folder, render
from generator.preview.notices import MOST, Editor, Notice, notice_html
from tests.acceptance.conftest import CHROMIUM
from tests.acceptance.hostile.test_hostile import EXAMINE, TRAP
from tests.render.dom import texts

from .attacks.entrances import SETTINGS, Files, site, yaml_of
from .attacks.of_locks import article_with, brief_with, locked
from .payloads import payloads
from .sites import SITE, Hostile
from .test_text import said

TORTURE = bool(os.environ.get("BRIEFS_TORTURE"))
STEP = 1 if TORTURE else 250
"""One payload of so many is taken."""

PLAIN = re.compile(r"</?(?:p|strong|em|code|pre|ul|ol|li|hr|blockquote|h\d)(?: ?/)?>")
"""Tags without any attribute by which what the language server says is laid out."""

LINK = re.compile(r'<a href="https?://[^"<>]*">([^<>]*)</a>')
"""A party's own address."""


def faulty(text: str, number: int) -> Files:
    """A brief with the text in each place in which something is wrong with it."""
    report = {"quote": text, "via": [f"by{number}"], "value": text, "hedge": text, text: text}
    claim = {
        "id": text,
        "claim": text,
        "reports": {"herald": report, text: text},
        "when": text,
        "unchecked": [text],
    }
    brief = {"title": "T", "summary": "S", "date": text, "tags": [text, text], "claims": [claim], text: text}
    brief |= {"related": [text], "language": text, "notes": [{"source": text, "note": text, "links": [text]}]}
    front = yaml_of({"outlet": text, "title": text, "url": text, "published": text, text: text})
    return {
        "brief.yml": yaml_of(brief),
        "herald.md": f"---\n{front}---\n\n{text}\n",
        "parties.yml": yaml_of({"herald": {"name": text, "part_of": text}, text: {"name": text}}),
        "links.yml": yaml_of({text: text}),
        "brief.lock.yml": yaml_of({text: text, "sources": text}),
    }


def changed(text: str) -> Files:
    """A brief of which the article says something else since it was locked, beside the text."""
    files = {"brief.yml": brief_with([f"Begin {text} then 400 came"])}
    before, after = (article_with(f"Begin {text} then {number} came.") for number in (400, 500))
    return locked(files | {"herald.md": before}, {"herald.md": after})


def notices() -> Iterator[str]:
    """The notices of all faulty briefs, as the preview shows them, some at a time."""
    differing = 0
    for number, text in enumerate(payloads()[::STEP]):
        for files in (faulty(text, number), {"brief.yml": f"title: {text}\n"}, changed(text)):
            outcome = check_folder(site(files), SETTINGS)
            for at in range(0, len(outcome.problems), MOST):
                shown = outcome.problems[at : at + MOST]
                yield notice_html(Notice(shown, outcome.texts, strict=True), Editor(Path("/desk")))
            differing += any(problem.code == "quote-material" for problem in outcome.problems)
    assert differing > 0.8 * len(payloads()[::STEP])


def untouched() -> Iterator[str]:
    """What a preview adds to the page of an article: the sentences that nobody quotes, and the whole text."""
    settings = replace(SETTINGS, drafts=True, cards=False)
    for text in payloads()[::STEP]:
        body = f"About 400 dockers walked out.\n\n{text}\n\nIt is said: {text}.\n"
        files = {"herald.md": f"---\noutlet: herald\ntitle: Harbour\n---\n\n{body}"}
        outputs = render(check_folder(site(files), settings), settings)
        page = next(output for output in outputs if output.path == "briefs/demo/herald/index.md")
        assert isinstance(page, Page)
        last = page.parts[-1]
        assert isinstance(last, Markup)
        assert said(text) in said(texts(last.html)), text
        yield last.html


@pytest.mark.browser
@pytest.mark.parametrize("made", [notices, untouched])
def test_nothing_that_a_preview_adds_runs_or_leads_away(made: Callable[[], Iterator[str]]) -> None:
    if not CHROMIUM.exists():
        pytest.skip(f"there is no browser: {CHROMIUM} is absent")
    from playwright.sync_api import sync_playwright

    every = list(made())
    assert len(every) >= len(payloads()[::STEP])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        tab = browser.new_page()
        asked: list[str] = []
        tab.add_init_script(TRAP)
        tab.on("request", lambda request: asked.append(request.url))
        for at in range(0, len(every), 50):
            tab.goto("about:blank")
            tab.set_content(f"<!doctype html><article>{''.join(every[at : at + 50])}</article>")
            seen = tab.evaluate(EXAMINE)
            assert seen["pwned"] is None
            assert seen["handlers"] == []
            assert seen["foreign"] == []
            assert seen["scripts"] == seen["styles"] == 0
            assert [link for link in seen["links"] if link] == []
        tab.set_content(f"<article>{SITE}</article>")
        assert tab.evaluate(EXAMINE)["handlers"] == ["IMG onerror"]
        browser.close()
    assert asked == []


def files_of(brief: Hostile) -> Iterator[tuple[str, str]]:
    """Where each of its files lies in a site that has no other brief."""
    yield "mkdocs.yml", "site_name: Lethe\nplugins: [briefs]\n"
    own = {"birch": {"name": "Birch"}, **brief.registered()}
    yield "briefs/parties.yml", yaml_of(own)
    for name, text in brief.files():
        yield f"briefs/{name}", text


def said_of(root: Path, brief: Hostile) -> Iterator[str]:
    """All that the language server says and offers in each line of the brief and of an article."""
    for name, text in files_of(brief):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
    for name in (f"briefs/{brief.slug}/brief.yml", f"briefs/{brief.slug}/articles/alder.md"):
        desk = Sites().desk(root / name)
        assert desk is not None
        outcome, sheet = desk.site.check(brief.slug), desk.sheet
        assert sheet is not None
        ruler = Ruler(sheet.lines, None)
        for line, written in enumerate(sheet.lines):
            for column in {len(written) // 3, len(written) - 1, written.find(": ") + 3}:
                if said := hover(desk, sheet, (line, max(0, column)), outcome):
                    yield said.markdown
        for line in range(0, len(sheet.lines), 9):
            for offered in complete(
                desk, sheet, (line, len(sheet.lines[line])), ruler, Client(markdown=True)
            ):
                yield from _documented(offered)


def _documented(offered: object) -> Iterator[str]:
    """What is told of an item, unless it is said to be plain text."""
    told = getattr(offered, "documentation", None)
    if told is not None and getattr(told, "kind", None) != MarkupKind.PlainText:
        yield str(getattr(told, "value", told))


def active(said: Sequence[str]) -> list[str]:
    """What a client that renders Markdown would take for more than words."""
    reader = Markdown()
    html = [LINK.sub(r"\1", PLAIN.sub("", reader.reset().convert(text))) for text in dict.fromkeys(said)]
    return [text for text in html if "<" in text]


def test_what_the_language_server_says_is_words(tmp_path: Path) -> None:
    assert active([f"**A** {SITE}"])
    every, heard = payloads()[::STEP], 0
    for number, text in enumerate(every):
        brief = Hostile(f"h{number}", text, (every[number - 1],))
        said = list(said_of(tmp_path / str(number), brief))
        heard += len(said)
        assert active(said) == []
        assert all(printable(line) == line for each in said for line in each.split("\n"))
    assert heard > 20 * len(every)
