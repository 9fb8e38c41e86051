"""A saved or fetched HTML page to a reading: its lines, weighed with their markup, and its own word on what it is."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Sequence

import trafilatura
from lxml import etree
from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata
from trafilatura.settings import Document

from generator.ingest.classify import in_markup
from generator.ingest.furniture import without_asides, without_furniture
from generator.ingest.guess import based_on
from generator.ingest.guess.guess import Guess, Guesses
from generator.ingest.guess.language import language_of
from generator.ingest.guess.names import is_title_of_job
from generator.ingest.guess.outlet import outlet
from generator.ingest.html import Tagged, checked_tags, tagged_lines, with_few_attributes
from generator.ingest.lines import Line
from generator.ingest.pasted import checked, read_pasted
from generator.ingest.reading import Piece, Reading, numbered
from generator.model.brief import Parties
from generator.model.normal import normal

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_LINK = re.compile(r"https?://[^\s/?#@]+[^\s]*")

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it says of a page is no word for an editor
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def read_html(text: str, parties: Parties, url: str | None = None) -> Reading:
    """The reading of a page; what is no HTML is read as pasted text. Raises `Refused` for too many lines or tags."""
    text = with_few_attributes(checked_tags(text))
    tree = parse(text)
    tagged = tagged_lines(tree) if tree is not None else []
    if tree is None or not tagged:
        return read_pasted(text, parties, url)
    lines = checked(tuple(one.line for one in tagged))
    is_body = without_furniture(lines, without_asides(tagged, in_markup(tagged, readings(text))))
    if not any(is_body):
        is_body = [True] * len(lines)
    guesses = _guesses(tree, lines, is_body, parties, url)
    if (title := guesses.keys.get("title")) is not None:
        is_body = _without_title(tagged, is_body, str(title.value))
    pieces = [
        Piece(one.line.text, yes, is_heading=yes and one.tag in _HEADINGS)
        for one, yes in zip(tagged, is_body, strict=True)
    ]
    return Reading("html", numbered(pieces), guesses)


def parse(text: str) -> HtmlElement | None:
    """The page as a tree; `None` where there is none in it."""
    try:
        return trafilatura.load_html(text)
    except (ValueError, etree.LxmlError, RecursionError):
        return None


def readings(text: str) -> tuple[str, ...]:
    """What trafilatura takes for the article, when it favours precision and when it favours recall."""
    return _extracted(text, precise=True), _extracted(text, precise=False)


# --- Private functions ---


def _extracted(text: str, *, precise: bool) -> str:
    try:
        # not `extract`, which puts long runs of marks in order in the square of their length
        found = trafilatura.bare_extraction(
            text, include_comments=False, favor_precision=precise, favor_recall=not precise
        )
    except (ValueError, AttributeError, TypeError, etree.LxmlError, RecursionError):
        return ""  # one reading less to weigh, of a page that it stumbles over
    return normal("NFC", found.text or "").strip() if isinstance(found, Document) else ""


def _without_title(tagged: Sequence[Tagged], is_body: Sequence[bool], title: str) -> list[bool]:
    """The headline stands in the front matter, not at the head of the text too."""
    found = list(is_body)
    for i, yes in enumerate(found):
        if not yes:
            continue
        if tagged[i].line.text.casefold() != title.casefold():
            break
        found[i] = False
    return found if any(found) else list(is_body)


def _guesses(
    tree: HtmlElement, lines: Sequence[Line], is_body: Sequence[bool], parties: Parties, url: str | None
) -> Guesses:
    said = _metadata(tree, url)
    link = url or _link(said.url)
    keys = dict(_keys(tree, said, link, url is not None))
    remarks: dict[str, str] = {}
    body = "\n".join(line.text for line, yes in zip(lines, is_body, strict=True) if yes)
    if found := _language(tree, body):
        keys["language"] = found
    based_on(lines, is_body, parties, keys, remarks)
    site = " ".join(said.sitename.split()) if said.sitename else None
    return Guesses(outlet(lines, is_body, parties, link, site), keys, remarks)


def _metadata(tree: HtmlElement, url: str | None) -> Document:
    try:
        return extract_metadata(tree, default_url=url)
    except (ValueError, AttributeError, TypeError, etree.LxmlError, RecursionError, OverflowError):
        return Document()


def _keys(tree: HtmlElement, said: Document, link: str | None, is_given: bool) -> Iterator[tuple[str, Guess]]:
    if said.title and said.title.strip():
        title = " ".join(said.title.split())
        yield "title", Guess(title, _told_by(tree, title))
    names = [" ".join(name.split()) for name in (said.author or "").split(";") if name.strip()]
    names = [
        name
        for name in names
        if name.casefold() != (said.sitename or "").casefold()
        and len(name) < 100
        and not is_title_of_job(name)
    ]
    if names:
        yield "author", Guess(names[0] if len(names) == 1 else tuple(names), _told_by(tree, names[0]))
    if said.date and re.fullmatch(r"\d{4}-\d\d-\d\d", said.date):
        why = _told_by(tree, said.date)
        sure = why != "the page"
        yield (
            "published",
            Guess(
                said.date if sure else f"{said.date}~",
                why if sure else "a date in the page's text",
                sure=sure,
            ),
        )
    if link:
        yield "url", Guess(link, "the link" if is_given else "the page's metadata")


def _link(url: str | None) -> str | None:
    return url if url and _LINK.fullmatch(url) and len(url) <= 2000 else None


def _language(tree: HtmlElement, body: str) -> Guess | None:
    """What the page says, unless its text says otherwise: templates often have the language of another page."""
    declared = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    code = declared.strip().replace("_", "-")
    read = language_of(body)
    if _LANGUAGE.fullmatch(code) and (read is None or code.partition("-")[0].casefold() == read):
        return Guess(code, "`lang` of the page")
    return Guess(read, "the words of the text") if read else None


def _told_by(tree: HtmlElement, value: str) -> str:
    """Which part of the page says so: a `<meta>`, its JSON-LD, `<time>`, `<title>`, or only “the page”."""
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and value in " ".join(meta.get("content", "").split()):
            return f"`{name[:40]}` of the page's metadata"
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and value in _unescaped(script.text or ""):
            return "the page's JSON-LD"
    for tag in ("time", "h1", "title"):
        for element in tree.iter(tag):
            if value in (element.get("datetime") or "") or value in " ".join(
                "".join(element.itertext()).split()
            ):
                return f"<{tag}>"
    return "the page"


def _unescaped(text: str) -> str:
    try:
        return " ".join(json.dumps(json.loads(text), ensure_ascii=False).split())
    except (ValueError, RecursionError):
        return text
