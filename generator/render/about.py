"""The pages that say what the site is and who answers for it: about and imprint, from the configuration."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup as Safe

from generator.model.page import Heading, Page, Part
from generator.model.publisher import Publisher
from generator.model.settings import Settings
from generator.render.catalogue import Words, words_for
from generator.render.environment import markup
from generator.render.links import root_of
from generator.render.prose import prose
from generator.render.shared import said_in, shared_as


def about_page(settings: Settings) -> Page:
    """`about/`: what a brief is, what can be relied on, who publishes it, and how errors are corrected."""
    words = words_for(settings.language)
    description = words.gettext("What a brief is, and what you can rely on in it.")
    return _page(
        "about/index.md", words.gettext("About this site"), description, _about(settings, words), words
    )


def imprint_page(settings: Settings) -> Page:
    """`imprint/`: who publishes the site and answers for it, as far as the configuration says."""
    words = words_for(settings.language)
    description = words.gettext("Who is responsible for this site.")
    return _page("imprint/index.md", words.gettext("Imprint"), description, _imprint(settings, words), words)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the imprint; `href` is where it leads, or empty."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact of the imprint: what is named, and its lines."""

    term: str
    lines: tuple[Line, ...]


# --- Private ---


def _page(path: str, title: str, description: str, parts: Iterator[Part], words: Words) -> Page:
    meta = {
        "title": title,
        "description": description,
        "hide": ["navigation"],
        **said_in(words),
        **shared_as("website", words.language),
    }
    return Page(path, meta, (markup("title.html", {"title": title}, words), *parts), joins=True)


def _about(settings: Settings, words: Words) -> Iterator[Part]:
    publisher = settings.publisher
    yield markup("about/lead.html", {"own": _prose(publisher.about), "top": root_of("about/")}, words)
    yield Heading(2, words.gettext("What you can rely on"), "reliable")
    yield markup("about/reliable.html", {"top": root_of("about/")}, words)
    yield Heading(2, words.gettext("What you can’t rely on"), "unreliable")
    yield markup("about/unreliable.html", {}, words)
    yield Heading(2, words.gettext("Corrections"), "corrections")
    report = settings.report_address("about/", settings.site_name)
    policy = _prose(publisher.corrections_policy)
    yield markup(
        "about/corrections.html", {"policy": policy, "report": report, "top": root_of("about/")}, words
    )
    yield Heading(2, words.gettext("Who publishes this site"), "publisher")
    yield markup("about/publisher.html", {"name": publisher.name, "top": root_of("about/")}, words)


def _imprint(settings: Settings, words: Words) -> Iterator[Part]:
    publisher = settings.publisher
    if not publisher.is_named:
        yield markup("about/nobody.html", {}, words)
    if publisher.is_named:
        entries = (*_publisher(publisher, words), *_answerable(publisher, words))
        yield Heading(2, words.gettext("Publisher"), "publisher")
        yield markup("about/entries.html", {"entries": [e for e in entries if e.lines]}, words)
    for title, text, anchor in (
        (words.gettext("Funding"), publisher.funding, "funding"),
        (words.gettext("Complaints"), publisher.complaints, "complaints"),
        (words.gettext("Rights"), publisher.rights, "rights"),
        (words.gettext("Privacy"), publisher.privacy, "privacy"),
    ):
        if text:
            yield Heading(2, title, anchor)
            yield markup("about/prose.html", {"text": _prose(text)}, words)
    yield Heading(2, words.gettext("Made with"), "made-with")
    yield markup("about/made_with.html", {}, words)


def _publisher(publisher: Publisher, words: Words) -> tuple[Entry, ...]:
    number = "".join(c for c in publisher.phone if c in "+0123456789")
    return (
        _entry(words.gettext("Name"), publisher.name),
        _entry(words.gettext("Address"), *publisher.address),
        _entry(words.gettext("Represented by"), *publisher.represented_by),
        _linked(words.gettext("E-mail"), publisher.email, f"mailto:{publisher.email}"),
        _linked(words.gettext("Telephone"), publisher.phone, f"tel:{number}"),
        _linked(words.gettext("Website"), publisher.url, publisher.url),
        _entry(words.gettext("Register"), publisher.register),
        _entry(words.gettext("VAT identification number"), publisher.vat),
        _entry(words.gettext("Publishing licence"), publisher.permit),
        _entry(words.gettext("Supervisory authority"), publisher.authority),
    )


def _answerable(publisher: Publisher, words: Words) -> tuple[Entry, ...]:
    """Who answers for the content, and who stands behind."""
    return (
        _entry(words.gettext("Responsible for the content"), *publisher.responsible),
        _entry(words.gettext("Address of who is responsible"), *publisher.responsible_address),
        _entry(words.gettext("Owners"), *publisher.owners),
        _entry(words.gettext("Public money for advertising"), publisher.public_funds),
    )


def _entry(term: str, *lines: str) -> Entry:
    return Entry(term, tuple(Line(line) for line in lines if line))


def _linked(term: str, text: str, href: str) -> Entry:
    return Entry(term, (Line(text, href),) if text else ())


def _prose(text: str) -> Safe:
    """The site's own words, which are its publisher's and not ours."""
    return prose(text) if text else Safe("")
