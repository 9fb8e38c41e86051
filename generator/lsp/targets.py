"""Where a reference leads (go to definition), and who refers to it (references)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lsp.asked import Kind
from generator.lsp.nodes import At
from generator.lsp.occurrences import of_claim, of_party, of_passage, of_source, own_brief, span_of
from generator.lsp.sheet import Sheet, Text
from generator.lsp.site import Desk
from generator.lsp.standing import (
    Quoted,
    Standing,
    Stretch,
    claim_id,
    party_of,
    quoted_at,
    source_id,
    standing_at,
)
from generator.model.source import Span


def definition(desk: Desk, sheet: Sheet, place: At) -> list[Stretch]:
    """Where what stands at a place is: a quotation's passages, a party in the register, an article, a brief, a claim.

    A quotation that stands nowhere leads to the passage that is nearest.
    """
    here = standing_at(desk, sheet, place)
    if here is None:
        return []
    if (party := party_of(desk, here)) is not None:
        return _party(desk, party)
    if (source := source_id(desk, here)) is not None:
        return _top(desk, desk.site.article(desk.slug, source))
    if (claim := claim_id(desk, here)) is not None:
        return list(of_claim(desk, claim))[:1]
    return _brief(desk, here) or _passages(desk, sheet, here)


def references(desk: Desk, sheet: Sheet, place: At) -> list[Stretch]:
    """Every place that names the party, source or claim at a place; in an article's text, the quotations of it."""
    if desk.source and place[0] >= sheet.front[1]:
        position = sheet.body.position(place) if sheet.body else None
        return [stretch for _, stretch in of_passage(desk, position)] if position is not None else []
    with desk.site.still():
        here = standing_at(desk, sheet, place)
        return list(_named(desk, here)) if here is not None else []


def passage(quoted: Quoted, span: Span) -> Stretch:
    """Where a span of the text that is quoted stands in the article's file."""
    if quoted.sought.where == "title":
        return _title(quoted.text)
    return Stretch(quoted.text.article.file, quoted.text.place(span.start), quoted.text.place(span.end))


# --- Private functions ---


def _named(desk: Desk, here: Standing) -> Iterator[Stretch]:
    if (party := party_of(desk, here)) is not None:
        yield from of_party(desk, party)
    elif (source := source_id(desk, here)) is not None:
        yield from of_source(desk, source)
    elif (claim := claim_id(desk, here)) is not None:
        yield from of_claim(desk, claim)


def _party(desk: Desk, party: str) -> list[Stretch]:
    sheet = desk.site.sheet(desk.site.register)
    if sheet is None or sheet.tree is None or (party,) not in sheet.tree.keys:
        return []
    return [Stretch(sheet.name, *span_of(sheet, sheet.tree.at_key((party,)), party))]


def _brief(desk: Desk, here: Standing) -> list[Stretch]:
    """The brief that `related` or `supersedes` names, by its slug or an old one."""
    if here.is_key or here.asked is None or here.asked.kind is not Kind.BRIEF:
        return []
    for slug in (here.text, *desk.site.slugs()):
        other = own_brief(Desk(desk.site, "", slug)).sheet
        if other is not None and (slug == here.text or here.text in _aliases(other, here.text)):
            return _top(desk, other.name)
    return []


def _aliases(sheet: Sheet, alias: str) -> list[object]:
    """The old slugs of a brief, as far as it holds this one at all."""
    aliases = sheet.value(("aliases",)) if alias.encode() in sheet.raw else None
    return aliases if isinstance(aliases, list) else []


def _passages(desk: Desk, sheet: Sheet, here: Standing) -> list[Stretch]:
    quoted = None if here.is_key else quoted_at(desk, sheet, here.path)
    if quoted is None:
        return []
    nearest = quoted.nearest() if not (spans := quoted.spans()) else None
    return [passage(quoted, span) for span in (spans or filter(None, [nearest]))]


def _title(text: Text) -> Stretch:
    line = text.article.tree.at(("title",))
    start = line.line - 1, line.column - 1
    return Stretch(text.article.file, start, (start[0], start[1] + line.length))


def _top(desk: Desk, name: str) -> list[Stretch]:
    return [Stretch(name, (0, 0), (0, 0))] if desk.site.sheet(name) is not None else []
