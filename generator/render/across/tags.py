"""All tags by name, and the briefs of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.findings import Record
from generator.model.page import Page
from generator.render.across.filed import line
from generator.render.across.paging import LINES, TAGS, leaves
from generator.render.across.site import Head, Site, briefs, sheet
from generator.render.links import tag_address, tag_anchor, tag_folder, tag_key


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tag as the newest of its briefs writes it."""

    name: str
    anchor: str
    records: tuple[Record, ...]

    def address(self, root: str) -> str:
        """Its page."""
        return tag_address(root, self.name)


def tag_pages(site: Site) -> Iterator[Page]:
    """`tags/` with the number of briefs of each, and a list of lines for each."""
    words = site.words
    tags = tagged(site.records)
    head = Head(words.gettext("Tags"), words.gettext("All briefs by tag."))
    lead = head.description if tags else words.gettext("No brief has a tag.")
    for leaf in leaves("tags/", tags, TAGS):
        shows = [record for tag in leaf.items for record in tag.records]
        yield sheet(site, leaf, head, "tags.html", {"tags": leaf.items, "lead": lead}, shows)
    for tag in tags:
        yield from _of(site, tag)


def tagged(records: Sequence[Record]) -> tuple[Tagged, ...]:
    """The tags by name, each with its briefs in the order of `records`."""
    found: dict[str, dict[str, Record]] = {}
    names: dict[str, str] = {}
    for record in records:
        for tag in record.tags:
            key = tag_key(tag)
            names.setdefault(key, tag)
            found.setdefault(key, {})[record.slug] = record
    return tuple(
        Tagged(names[key], tag_anchor(names[key]), tuple(found[key].values())) for key in sorted(found)
    )


# --- Private ---


def _of(site: Site, tag: Tagged) -> Iterator[Page]:
    words = site.words
    count = briefs(len(tag.records), words)
    head = Head(
        words.gettext("Tag: %(name)s", name=tag.name),
        words.gettext("%(briefs)s with the tag “%(name)s”.", briefs=count, name=tag.name),
    )
    for leaf in leaves(tag_folder(tag.name), tag.records, LINES):
        values = {
            "lines": [line(site, record, leaf.root) for record in leaf.items],
            "heading": tag.name,
            "kicker": words.pgettext("over the name of one", "Tag"),
            "lead": words.gettext("%(briefs)s, newest first.", briefs=count),
        }
        yield sheet(site, leaf, head, "tag.html", values, leaf.items)
