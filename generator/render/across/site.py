"""What every page across briefs is made with: the listed records, the site's own words, and the form of a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup as Safe

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
    """The briefs that are listed, newest first, and the words of the pages that list them."""

    records: tuple[Record, ...]
    settings: Settings
    words: Words

    def date(self, text: str) -> str:
        """A date of a record, in words."""
        date, _ = parse_date(text)
        return date_words(date, self.words) if date else text

    def lang(self, language: str) -> Safe:
        """The attribute that marks an element as being in `language`; nothing for the pages' own."""
        return language_mark(language, self.words)


@dataclass(frozen=True, slots=True)
class Head:
    """What a list says of itself. `found`: whether its first page is found by search, by its title and lead alone."""

    title: str
    description: str
    found: bool = True


def sheet(
    site: Site,
    leaf: Leaf[Item],
    head: Head,
    template: str,
    values: Mapping[str, object],
    shows: Iterable[Record],
) -> Page:
    """A page of a list. `shows` are the records that it is made from: it is as new as the newest of them.

    From the second on its title and description say which page it is, and no search finds it: what it lists is
    found by itself.
    """
    root = leaf.root
    shared = {"root": root, "pager": pager(leaf), "heading": head.title, "number": site.words.number}
    return Page(
        path=f"{leaf.address}index.md",
        meta=_meta(site, leaf, head),
        parts=(markup(f"across/{template}", {**shared, **values}, site.words),),
        revised=max((record.revised for record in shows), default=None) or _newest(site.records),
    )


def briefs(number: int, words: Words) -> str:
    """ "1 brief", "2 briefs"."""
    return words.ngettext("%(num)s brief", "%(num)s briefs", number)


# --- Private ---


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
