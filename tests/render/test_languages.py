"""Every word on a brief's pages that no editor wrote comes from the catalogue, in the language of the brief."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from babel import Locale
from babel.support import NullTranslations

from generator.export.citation import cite
from generator.model.findings import Findings, Neighbour
from generator.model.page import Heading, Markup, Page
from generator.model.settings import Settings
from generator.render import galley, render_brief
from generator.render.catalogue import ENGLISH, SHIPPED, Words, words_for
from generator.render.messages import extracted
from tests.render.harbour import harbour
from tests.render.made import SWEDISH

SETTINGS = Settings(
    site_url="https://example.org/",
    site_name="The Brief",
    report_url="mailto:desk@example.org?subject={title}&body={url}",
)
NEIGHBOURS = {
    "another-brief": Neighbour("another-brief", "Another", "en"),
    "first-night": Neighbour("x", "The first night", "en"),
}
READ = {"title", "aria-label", "data-both", "data-claims", "data-filter", "alt", "placeholder", "label"}
"""Attributes that readers see or hear."""


class Pseudo(NullTranslations):
    """A language that is English between ⟦ and ⟧, with each value between ⟨ and ⟩."""

    def gettext(self, message: str) -> str:
        return "⟦" + re.sub(r"%\(\w+\)s", r"⟨\g<0>⟩", message) + "⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)

    def npgettext(self, context: str, singular: str, plural: str, num: int) -> str:
        return self.gettext(singular if num == 1 else plural)


class Texts(HTMLParser):
    """The texts of a page, and the attributes that are read, in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.nodes: list[str] = []
        self.attributes: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [value for name, value in attrs if name in READ and value]

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.nodes.append(data)


def in_language(language: str) -> Findings:
    """The brief as if its editors wrote in `language`; its articles keep theirs."""
    brief = harbour().brief
    articles = {
        source: replace(article, meta=article.meta.model_copy(update={"language": brief.language_of(source)}))
        for source, article in brief.articles.items()
    }
    notes = brief.annotations.model_copy(update={"language": language})
    return replace(harbour(), brief=replace(brief, annotations=notes, articles=articles))


def pages(made: Findings, settings: Settings = SETTINGS) -> tuple[Page, ...]:
    return render_brief(made, settings, NEIGHBOURS, cite(made, settings))


def html(page: Page) -> str:
    """The page's markup and headings, and what its front matter says to readers."""
    said = [f"<p>{page.meta['description']}</p>"] if "description" in page.meta else []
    return "\n".join(
        said + [f"<h2>{part.text}</h2>" if isinstance(part, Heading) else part.html for part in page.parts]
    )


def written(made: Findings) -> str:
    """Everything that editors and sources wrote, what CLDR says (months, "and"), and what addresses are made of."""
    brief = made.brief
    texts = [str(value) for value in _strings(brief.annotations.model_dump())]
    for source, article in brief.articles.items():
        texts += [source, article.body.text, *map(str, _strings(article.meta.model_dump()))]
    for id_, party in brief.parties.by_id.items():
        texts += [id_, *map(str, _strings(party.model_dump()))]
    texts += [neighbour.title for neighbour in NEIGHBOURS.values()]
    texts += [figure.unit or "" for claim in made.claims for r in claim.reports if (figure := r.figure)]
    months = Locale("en", "GB").months["format"]
    texts += [*months["wide"].values(), *months["abbreviated"].values(), "and", SETTINGS.site_name]
    texts += ["JSON", "BibTeX", "CSL-JSON", "https", "example", "org", "briefs", "harbour"]
    return " ".join("\n".join(texts).replace("*", "").split())


def _strings(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for key, entry in value.items():
            yield key if isinstance(entry, (list, tuple)) else ""
            yield from _strings(entry)
    elif isinstance(value, (list, tuple)):
        for entry in value:
            yield from _strings(entry)
    elif isinstance(value, str):
        yield value


def unsaid(text: str) -> Iterator[str]:
    """The stretches of words that stand in no message: outside of all brackets, or where a value was filled in."""
    within = [""]
    begun = ""
    for character in [*text, "⟧"]:
        if character in "⟦⟨⟧⟩":
            if within[-1] != "⟦" and begun.strip():
                yield begun
            begun = ""
            if character in "⟦⟨":
                within.append(character)
            else:
                within.pop()
        else:
            begun += character


@pytest.fixture
def pseudo(monkeypatch: pytest.MonkeyPatch) -> Words:
    words = Words(ENGLISH, Locale("en", "GB"), Pseudo())
    monkeypatch.setattr(galley, "words_for", lambda language, otherwise="": words)
    return words


@pytest.mark.parametrize("status", ["published", "withdrawn"])
def test_no_word_passes_the_catalogue_by(pseudo: Words, status: str) -> None:
    made = harbour(status)
    known = written(made)
    for page in pages(made):
        read = Texts(re.sub(r"<pre.*?</pre>", "", html(page), flags=re.DOTALL))
        for text in ["\n".join(read.nodes), *read.attributes]:
            for stretch in unsaid(text):
                for piece in re.split(r"[^\w'’&/ -]|\d+|\s-|/", stretch):
                    found = " ".join(piece.split()).strip(" -'’&")
                    assert not found or re.search(rf"\b{re.escape(found)}\b", known), (
                        f"{page.path}: “{found}”"
                    )


def test_the_headings_and_what_a_reader_hears_are_said_in_it_too(pseudo: Words) -> None:
    page = pages(harbour())[0]
    headings = [part.text for part in page.parts if isinstance(part, Heading)]
    assert all(re.fullmatch("⟦.+⟧", heading) for heading in headings)
    assert len(headings) >= 10


def plain(message: str) -> list[str]:
    """What a reader sees of a message without values: its texts between tags."""
    return [] if "%(" in message else [part.strip() for part in re.split(r"<[^>]*>", message) if part.strip()]


def english_only() -> set[str]:
    """What English says and Swedish says otherwise, in no context of them the same."""
    said: dict[str, bool] = {}
    for message in extracted():
        for id_ in message.id if isinstance(message.id, tuple) else (message.id,):
            for text in plain(id_) if id_ else ():
                context = message.context
                swedish = SWEDISH.pgettext(context, id_) if context else SWEDISH.gettext(id_)
                said[text] = said.get(text, True) and text not in swedish
    return {text for text, differs in said.items() if differs}


def test_a_swedish_brief_has_no_english_word_of_ours() -> None:
    english = english_only()
    assert {"What differs", "in the original", "not reported"} <= english
    for page in pages(in_language("sv")):
        read = Texts(html(page))
        said = {" ".join(text.split()).strip(" ·:") for text in [*read.nodes, *read.attributes]}
        assert said & english == set(), page.path
        assert page.meta["language"] == "sv"


def test_a_swedish_brief_is_swedish() -> None:
    page = html(pages(in_language("sv"))[0])
    for said in (
        "Genomgång · 3 mars 2026 · 3 källor",
        "Av <bdi>Ada Editor</bdi> · granskad av <bdi>Bo Reader</bdi> · uppdaterad 5 mars 2026",
        ">upprepat</span>",
        "<h2>Var det kommer ifrån</h2>",
        "redaktionens tolkning",
        "omkring mars 2026",
        "”Nobody was hurt”",
        "egna uppgifter",
        'data-claims="Visar {shown} av {all} påståenden"',
    ):
        assert said in page


def test_what_addresses_and_classes_say_is_the_same_in_every_language() -> None:
    def kept(language: str) -> list[object]:
        page = pages(in_language(language))[0]
        markup = "".join(part.html for part in page.parts if isinstance(part, Markup))
        anchors = [part.anchor for part in page.parts if isinstance(part, Heading)]
        return [anchors, re.findall(r'\s(?:id|data-status|data-source|data-h|href)="([#a-z][^"]*)"', markup)]

    assert kept("sv") == kept("en")
    assert kept("en")[0] == [
        "what-the-sources-say", "the-figures", "what-differs", "what-only-one-source-says", "timeline",
        "where-it-comes-from", "sources", "notes", "corrections", "cite-this-brief", "more",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("brief", "site", "said"),
    [
        ("de", "en", "en"),
        ("de", "sv", "sv"),
        ("de", "de", "en"),
        ("ar", "sv", "sv"),
        ("sv-FI", "en", "sv"),
        ("en", "sv", "en"),
        ("sv", "de", "sv"),
    ],
)
def test_a_page_is_in_the_briefs_language_or_the_sites_or_english(brief: str, site: str, said: str) -> None:
    made = in_language(brief)
    shown = pages(made, replace(SETTINGS, language=site))
    heading = {"en": "What the sources say", "sv": "Vad källorna säger"}[said]
    assert heading in html(shown[0])
    assert {page.meta["language"] for page in shown} == {said}
    assert words_for(brief, site).language in SHIPPED


def test_what_is_in_another_language_than_the_page_is_marked() -> None:
    arabic, swedish = (html(pages(in_language(language))[0]) for language in ("ar", "sv"))
    assert re.search(r'<h3 class="b-claim__text" id="claim-tow" lang="ar" dir="auto">', arabic)
    assert re.search(r'<h3 class="b-claim__text" id="claim-tow" dir="auto">', swedish)
    assert '<blockquote class="b-quote" lang="en" dir="auto">' in swedish
