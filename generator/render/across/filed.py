"""A brief where it is listed: as a card with its strip, or as a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup as Safe

from generator.model.findings import Record
from generator.render import links, wording
from generator.render.across.site import Site, escaped
from generator.render.strip import Stretch, strip


class Filed(NamedTuple):
    """A brief where its claims are listed. A plain tuple, as there may be hundreds of thousands of them."""

    address: str
    title: str
    lang: Safe
    date: str
    draft: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A brief with all that a list says of it."""

    filed: Filed
    sources: str
    summary: str
    notice: bool
    tags: tuple[tuple[str, str], ...]
    strip: tuple[Stretch, ...]


def filed(site: Site, record: Record, root: str) -> Filed:
    """The brief as it is named on a page from which `root` leads to the top of the site."""
    return Filed(
        address=links.brief_address(root, record.slug),
        title=record.title,
        lang=site.lang(record.language),
        date=site.date(record.date),
        draft=record.status == "draft",
    )


def lines(site: Site, records: Sequence[Record], root: str) -> Callable[[str], Safe]:
    """The lines of briefs on a page from which `root` leads to the top of the site, given the mark of a draft.

    Markup, made once for all the pages that have the line: a brief is on four and more.
    """

    def marked(draft: str) -> Safe:
        begin = f'<li><a class="b-lines__name" href="{root}'
        made = [
            f"{begin}{_line(site, record)}{draft if record.status == 'draft' else ''}</li>\n"
            for record in records
        ]
        return Safe("".join(made))  # noqa: S704 - of lines, which are escaped

    return marked


def card(site: Site, record: Record, root: str) -> Card:
    """The card of a brief on a page from which `root` leads to the top of the site."""
    return Card(
        filed=filed(site, record, root),
        sources=wording.sources(record.sources, site.words),
        summary=record.summary,
        notice=bool(record.notice),
        tags=tuple((tag, links.tag_address(root, tag)) for tag in record.tags),
        strip=strip(record.counts, site.words),
    )


# --- Private ---


def _line(site: Site, record: Record) -> str:
    """What follows the way to the top of the site."""
    if record.slug not in site.lines:
        one, number = filed(site, record, ""), len(record.corrections)
        said = [one.date, wording.sources(record.sources, site.words)]
        if number:
            said.append(site.words.ngettext("%(num)s correction", "%(num)s corrections", number))
        site.lines[record.slug] = (
            f'{escaped(one.address)}"{one.lang} dir="auto">{escaped(one.title)}</a> <span class="b-small">'
            f"{' · '.join(map(escaped, said))}</span>"
        )
    return site.lines[record.slug]
