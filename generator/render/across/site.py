"""What every page across briefs is made with: the listed records, the site's own words, and the form of a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from markupsafe import Markup as Safe
from markupsafe import escape

from generator.model.characters import printable
from generator.model.dates import parse_date
from generator.model.findings import Record
from generator.model.page import Page
from generator.model.settings import Settings
from generator.render.across.paging import Item, Leaf, pager
from generator.render.catalogue import Words
from generator.render.dates import date_words
from generator.render.environment import language_mark, markup
from generator.render.shared import said_in, shared_as


@dataclass(frozen=True, slots=True)
class Site:
    """The briefs that are listed, newest first, and the words of the pages that list them.

    `states` holds by slug what tells a record from any other state of it, where that is known already.
    """

    records: tuple[Record, ...]
    settings: Settings
    words: Words
    states: Mapping[str, str] = field(default_factory=dict)
    lines: dict[str, str] = field(default_factory=dict)
    """What stands of briefs in lines, by slug: made once for several pages."""
    _told: dict[str, str] = field(default_factory=dict)
    _said: dict[str, str] = field(default_factory=dict)

    def state(self, record: Record) -> str:
        """What tells the record from any other state of it."""
        if record.slug in self.states:
            return self.states[record.slug]
        if record.slug not in self._told:
            self._told[record.slug] = digest(record)
        return self._told[record.slug]

    def states_of(self, records: Iterable[Record]) -> tuple[str, ...]:
        """The same of several, each once."""
        return tuple(map(self.state, {record.slug: record for record in records}.values()))

    def date(self, text: str) -> str:
        """A date of a record, in words."""
        if text not in self._said:
            date, _ = parse_date(text)
            self._said[text] = date_words(date, self.words) if date else text
        return self._said[text]

    def lang(self, language: str) -> Safe:
        """The attribute that marks an element as being in `language`; nothing for the pages' own."""
        return language_mark(language, self.words)


@dataclass(frozen=True, slots=True)
class Head:
    """What a list says of itself. `found`: whether its first page is found by search, by its title and lead alone."""

    title: str
    description: str
    found: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a list before it is made.

    `page` makes it; `state` is a digest of what it is made from: where that is the same, so is the page, as long as
    the settings and the program are.
    """

    path: str
    page: Callable[[], Page]
    state: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Filling:
    """What a page of a list is filled with.

    `values` are what its template takes, `rests_on` all that these depend on: states of records, and plain values.
    """

    shows: Iterable[Record]
    values: Callable[[], Mapping[str, object]]
    rests_on: Callable[[], object]


def sheet(site: Site, leaf: Leaf[Item], head: Head, template: str, filling: Filling) -> Sheet:
    """A page of a list, as new as the newest of the records that it shows.

    From the second on its title and description say which page it is, and no search finds it: what it lists is
    found by itself.
    """
    path = f"{leaf.address}index.md"
    revised = max((record.revised for record in filling.shows), default=None) or _newest(site.records)

    def page() -> Page:
        shared = {"root": leaf.root, "pager": pager(leaf), "heading": head.title, "number": site.words.number}
        values = {**shared, **filling.values()}
        part = markup(f"across/{template}", values, site.words)
        return Page(path=path, meta=_meta(site, leaf, head), parts=(part,), revised=revised)

    def state() -> str:
        return digest((path, leaf.of, head, template, revised, filling.rests_on()))

    return Sheet(path, page, state)


def escaped(text: str) -> str:
    """A text as a template writes it; most need no change, and to see that takes less than to make them anew."""
    return text if text.isprintable() and not _MARKED.search(text) else str(escape(printable(text)))


def digest(value: object) -> str:
    """What no other value has: of texts, numbers, and plain values and tuples of them."""
    return sha256(repr(value).encode("utf-8", "backslashreplace")).hexdigest()


def briefs(number: int, words: Words) -> str:
    """ "1 brief", "2 briefs"."""
    return words.ngettext("%(num)s brief", "%(num)s briefs", number)


# --- Private ---

_MARKED = re.compile("[&<>\"']")


def _meta(site: Site, leaf: Leaf[Item], head: Head) -> dict[str, object]:
    title, description = head.title, head.description
    if leaf.number > 1:
        title = site.words.gettext("%(title)s, page %(number)s", title=title, number=leaf.number)
        description = site.words.gettext(
            "%(description)s Page %(number)s of %(of)s.",
            description=description,
            number=leaf.number,
            of=leaf.of,
        )
    meta: dict[str, object] = {
        "title": title,
        "description": description,
        "hide": ["navigation", "toc"],
        **shared_as("website", site.settings.language),
        **said_in(site.words),
    }
    if leaf.number > 1 or not head.found:
        meta["search"] = {"exclude": True}
    if links := pager(leaf):
        near = {"list_previous": links.previous, "list_next": links.next}
        meta |= {name: address for name, address in near.items() if address}
    return meta


def _newest(records: Sequence[Record]) -> str | None:
    """The newest revision of all: what a page that lists nothing yet was made from."""
    return max((record.revised for record in records), default=None)
