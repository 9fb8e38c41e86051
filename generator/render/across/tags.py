"""All tags by name, and the briefs of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.findings import Record
from generator.render.across.filed import lines
from generator.render.across.paging import LINES, TAGS, Leaf, leaves
from generator.render.across.site import Filling, Head, Sheet, Site, briefs, sheet
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


def tag_pages(site: Site) -> Iterator[Sheet]:
    """`tags/` with the number of briefs of each, and a list of lines for each."""
    words = site.words
    tags = tagged(site.records)
    head = Head(words.gettext("Tags"), words.gettext("All briefs by tag."))
    lead = head.description if tags else words.gettext("No brief has a tag.")
    for leaf in leaves("tags/", tags, TAGS):
        yield sheet(site, leaf, head, "tags.html", _index(leaf, lead))
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


def _of(site: Site, tag: Tagged) -> Iterator[Sheet]:
    words = site.words
    count = briefs(len(tag.records), words)
    head = Head(
        words.gettext("Tag: %(name)s", name=tag.name),
        words.gettext("%(briefs)s with the tag “%(name)s”.", briefs=count, name=tag.name),
    )
    for leaf in leaves(tag_folder(tag.name), tag.records, LINES):
        yield sheet(site, leaf, head, "tag.html", _lines(site, tag, leaf))


def _index(leaf: Leaf[Tagged], lead: str) -> Filling:
    return Filling(
        (record for tag in leaf.items for record in tag.records),
        lambda: {"tags": leaf.items, "lead": lead},
        lambda: (lead, [(tag.name, tag.anchor, len(tag.records)) for tag in leaf.items]),
    )


def _lines(site: Site, tag: Tagged, leaf: Leaf[Record]) -> Filling:
    def values() -> dict[str, object]:
        count = briefs(len(tag.records), site.words)
        return {
            "lines": lines(site, leaf.items, leaf.root),
            "heading": tag.name,
            "kicker": site.words.pgettext("over the name of one", "Tag"),
            "lead": site.words.gettext("%(briefs)s, newest first.", briefs=count),
        }

    return Filling(leaf.items, values, lambda: (tag.name, len(tag.records), site.states_of(leaf.items)))
