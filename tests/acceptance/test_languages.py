"""A brief in Swedish is Swedish as built, the theme's words too; one in a language not shipped is in the site's."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.render.catalogue import SHIPPED, words_for
from generator.render.messages import extracted

from .desk import CONFIG, Desk, as_yaml, bare_site
from .desk import article as an_article

READ = ("title", "aria-label", "placeholder", "alt", "data-both", "data-claims", "data-filter")
VOID = {"br", "hr", "img", "input", "link", "meta", "area", "col", "wbr", "embed", "source"}
ALDER = (
    "Vid lunchtid stängdes bron. Mer än 10 000 personer stod i kö, enligt Overland Wire. Ingen färja gick."
)
BIRCH = "Bron stängdes vid lunchtid. Minst 12 500 personer köade. Det regnade."
BRIEF = {
    "title": "Bron stängs",
    "summary": "Två tidningar om en bro.",
    "date": "2025-02-12",
    "updated": "2025-03-01",
    "author": "Redaktionen",
    "tags": ["broar"],
    "claims": [
        {"id": "closed", "claim": "Bron stängdes vid lunch", "when": "2025-02-12~",
         "assessment": {"likelihood": "likely", "confidence": "low", "why": "Två källor."},
         "reports": {"alder": {"quote": "Vid lunchtid stängdes bron"}, "birch": "Bron stängdes vid lunchtid"}},
        {"id": "queue", "claim": "Så många köade", "measure": "i kö",
         "reports": {
             "alder": {"quote": "Mer än 10 000 personer stod i kö", "value": "Mer än 10 000 personer",
                       "via": "wire", "via_quote": "enligt Overland Wire"},
             "birch": {"quote": "Minst 12 500 personer köade", "value": "Minst 12 500 personer"}}},
        {"id": "rain", "claim": "Det regnade", "unchecked": ["alder"], "reports": {"birch": "Det regnade"}},
    ],
    "notes": [{"source": "alder", "quote": "Ingen färja gick", "note": "Den var på varv."}],
    "corrections": [{"date": "2025-03-01", "was": "En väg.", "now": "En bro.", "why": "Fel ord."}],
}  # fmt: skip


def site(root: Path, language: str, **briefs: str) -> Path:
    """A site whose theme speaks `language`, with the brief once for each slug, in the language given for it."""
    desk: Desk = bare_site(root)
    config = CONFIG.replace("font: false", f"font: false, language: {language}")
    # Material says "Made with Material for MkDocs" in English in every language.
    desk.write({"mkdocs.yml": config + "extra: {generator: false}\n"})
    for slug, said_in in briefs.items():
        brief = as_yaml({**BRIEF, "language": said_in})
        articles = {
            f"briefs/{slug}/articles/{outlet}.md": an_article(
                text, outlet=outlet, title=title, published="2025-02-12", language="sv", rights="full",
                url=f"https://{outlet}.example/1",
            )
            for outlet, title, text in (("alder", "Bron är stängd", ALDER), ("birch", "Kö vid bron", BIRCH))
        }  # fmt: skip
        desk.write({f"briefs/{slug}/brief.yml": brief, **articles})
    outcome = desk.run("build", "--strict", "-d", str(root / "site"))
    assert outcome.code == 0, outcome.err
    return root / "site"


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site(
        tmp_path_factory.mktemp("english"), "en", svensk="sv", deutsch="de", arabic="ar", finnish="sv-FI"
    )


@pytest.fixture(scope="module")
def swedish(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site(tmp_path_factory.mktemp("swedish"), "sv", deutsch="de", english="en-US")


class Furniture(HTMLParser):
    """The texts and read attributes of a page's body that are in its own language: what is marked as being in
    another, and what is no text at all, is left out."""

    def __init__(self, page: str, language: str) -> None:
        super().__init__(convert_charrefs=True)
        self.language = language
        self.within: list[bool] = []
        self.said: list[str] = []
        self.feed(page[page.index("<body") :])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        other = said.get("lang", self.language) != self.language or tag in ("script", "pre", "style")
        if not any([*self.within, other]):
            self.said += [value for name in READ if (value := said.get(name))]
        if tag not in VOID:
            self.within.append(other)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self.within:
            self.within.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(self.within):
            self.said.append(" ".join(data.split()).strip(" ·:"))


@cache
def only_english() -> frozenset[str]:
    """What our catalogue and Material's say in English and don't say so in Swedish, as far as it has no values."""
    swedish = words_for("sv")
    said = {}
    for message in extracted():
        for id_ in message.id if isinstance(message.id, tuple) else (message.id,):
            if id_ and "%(" not in id_ and "<" not in id_:
                context = message.context
                theirs = swedish.pgettext(context, id_) if context else swedish.gettext(id_)
                said[id_] = said.get(id_, True) and theirs != id_
    words = {text for text, differs in said.items() if differs}
    return frozenset(words | {"Search", "Skip to content", "Table of contents", "Back to top", "Footer"})


def page_of(site: Path, slug: str, source: str = "") -> str:
    return (site / "briefs" / slug / source / "index.html").read_text(encoding="utf-8")


def furniture(page: str, language: str) -> list[str]:
    return Furniture(page, language).said


@pytest.mark.parametrize("source", ["", "alder"])
def test_no_english_word_is_left_on_a_swedish_page_of_an_english_site(english: Path, source: str) -> None:
    page = page_of(english, "svensk", source)
    assert '<html lang="sv"' in page
    assert set(furniture(page, "sv")) & only_english() == set()
    assert "Sök" in furniture(page, "sv")  # Material's
    assert '<meta property="og:locale" content="sv_SE">' in page


def test_the_same_words_are_english_where_the_brief_is(english: Path) -> None:
    said = set(furniture(page_of(english, "deutsch"), "en"))
    assert {"What the sources say", "Where it comes from", "unchecked", "Search"} <= said
    assert len(said & only_english()) > 20


def test_dates_numbers_and_counts_are_swedish(english: Path) -> None:
    page = page_of(english, "svensk")
    text = " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).replace("\xa0", "_").split())
    for said in (
        "Genomgång · 12 februari 2025 · 2 källor",
        "Av Redaktionen · uppdaterad 1 mars 2025",
        "när: omkring 12 februari 2025",
        "mer än 10_000 personer",
        "minst 12_500 personer",
        "1 påstående",
        "2 källor, 2 ursprung",
        "troligt · låg säkerhet",
        "inte kontrollerat",
    ):
        assert said in text


def test_anchors_are_the_same_in_every_language(english: Path) -> None:
    def anchors(slug: str) -> list[str]:
        return re.findall(r'<h2 id="([^"]*)"', page_of(english, slug))

    assert anchors("svensk") == anchors("deutsch")
    assert anchors("svensk")[:2] == ["what-the-sources-say", "the-figures"]


def test_the_names_of_pages_in_the_nav_stay_the_sites_and_say_so(english: Path) -> None:
    page = page_of(english, "svensk")
    assert re.search(r'<ul class="md-nav__list" data-md-scrollfix lang="en">', page)
    assert 'lang="en"' not in page_of(english, "deutsch").split("<body")[1]


@pytest.mark.parametrize(
    ("of", "slug", "language"),
    [
        ("english", "deutsch", "en"),
        ("english", "arabic", "en"),
        ("english", "finnish", "sv"),
        ("swedish", "deutsch", "sv"),
        ("swedish", "english", "en"),
    ],
)
def test_a_page_is_in_the_briefs_language_or_the_sites(
    of: str, slug: str, language: str, request: pytest.FixtureRequest
) -> None:
    page = page_of(request.getfixturevalue(of), slug)
    assert f'<html lang="{language}"' in page
    heading = {"en": "What the sources say", "sv": "Vad källorna säger"}[language]
    assert heading in furniture(page, language)


def test_what_the_editors_wrote_is_marked_with_its_own_language(english: Path) -> None:
    page = page_of(english, "arabic")
    assert re.search(r'<h1 class="b-title" lang="ar" dir="auto"', page)
    assert re.search(r'<h3 class="b-claim__text" id="claim-rain" lang="ar" dir="auto"', page)
    assert '<blockquote class="b-quote" lang="sv" dir="auto">' in page


def test_the_theme_speaks_the_languages_that_are_shipped() -> None:
    partial = Path(__file__).parents[2] / "generator" / "theme" / "partials" / "language.html"
    found = re.search(r"own in \(([^)]*)\)", partial.read_text(encoding="utf-8"))
    assert found
    assert tuple(re.findall(r'"(\w+)"', found[1])) == SHIPPED
