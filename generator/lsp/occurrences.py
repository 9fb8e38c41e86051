"""Where an id stands: every reference to a party, a source or a claim, and each passage's quotations."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.anchor.placements import MOST_SOUGHT
from generator.lsp.asked import Kind, asked, is_reports
from generator.lsp.nodes import At
from generator.lsp.sheet import Sheet
from generator.lsp.site import Desk
from generator.lsp.standing import Stretch, quotations
from generator.model.source import Location, Path


def of_party(desk: Desk, id_: str) -> Iterator[Stretch]:
    """Where a party is registered, and every place that names it: in the register, in briefs, in articles."""
    for other in files(desk):
        sheet = other.sheet
        if sheet is None or id_.encode() not in sheet.raw:
            continue
        if other.is_register:
            yield from _keys(sheet, id_, lambda path: len(path) == 1)
        yield from _values(other, sheet, id_, Kind.PARTY)


def of_source(desk: Desk, id_: str) -> Iterator[Stretch]:
    """Every place of a brief that names a source."""
    own = own_brief(desk)
    if (sheet := own.sheet) is not None:
        yield from _keys(sheet, id_, lambda path: is_reports(path[:-1]))
        yield from _values(own, sheet, id_, Kind.SOURCE)


def of_claim(desk: Desk, id_: str) -> Iterator[Stretch]:
    """A claim's id, and every place of its brief that names it."""
    own = own_brief(desk)
    if (sheet := own.sheet) is not None and sheet.tree is not None:
        for path in sheet.tree.values:
            if len(path) == 3 and path[0] == "claims" and path[2] == "id" and sheet.value(path) == id_:
                yield _stretch(sheet, sheet.tree.at(path), id_)
        yield from _values(own, sheet, id_, Kind.CLAIM)


def of_passage(desk: Desk, position: int) -> Iterator[tuple[Path, Stretch]]:
    """The quotations of a brief that hold a position of an article's body, each with its path.

    Of more than a build seeks (`MOST_SOUGHT`) the first.
    """
    own = own_brief(desk)
    if (sheet := own.sheet) is None:
        return
    sought = 0
    for found in quotations(own, sheet, desk.source):
        sought += len(found.sought.text.text) * len(found.sought.parts)
        if sought > MOST_SOUGHT:
            return
        if found.sought.where == "body" and any(span.start <= position < span.end for span in found.spans()):
            at = sheet.outline.find(found.path)
            if at is not None:
                node = sheet.outline.nodes[at]
                yield found.path, Stretch(sheet.name, node.value, node.end)


def files(desk: Desk) -> Iterator[Desk]:
    """Every file of the site: the register, the briefs, their articles."""
    site = desk.site
    yield Desk(site, site.register)
    for slug in site.slugs():
        yield Desk(site, site.brief(slug), slug)
        for source in site.sources(slug):
            yield Desk(site, site.article(slug, source), slug, source)


def own_brief(desk: Desk) -> Desk:
    """The brief that a file belongs to."""
    return Desk(desk.site, desk.site.brief(desk.slug), desk.slug)


def span_of(sheet: Sheet, place: Location, text: str) -> tuple[At, At]:
    """Where exactly a text stands that is the key or value at a location: without quotation marks, and below the
    mark of a `|` or `>` value."""
    (line, column), (_, stop) = sheet.ends(place)
    raw = sheet.lines[line][column:stop]
    if raw[:1] in ("|", ">") and raw != text:
        below = next((n for n in range(line + 1, len(sheet.lines)) if sheet.lines[n].strip()), line)
        column = max(0, sheet.lines[below].find(text))
        return (below, column), (below, column + len(text))
    if raw[1:-1] == text and raw[:1] in ("'", '"'):
        return (line, column + 1), (line, stop - 1)
    return (line, column), (line, stop)


# --- Private functions ---


def _keys(sheet: Sheet, id_: str, is_one: Callable[[Path], bool]) -> Iterator[Stretch]:
    if (tree := sheet.tree) is None:
        return
    for path in tree.keys:
        if path[-1] == id_ and is_one(path):
            yield _stretch(sheet, tree.at_key(path), id_)


def _values(desk: Desk, sheet: Sheet, id_: str, kind: Kind) -> Iterator[Stretch]:
    if (tree := sheet.tree) is None:
        return
    for path in tree.values:
        if sheet.value(path) == id_ and (of := asked(desk, path)) is not None and of.kind is kind:
            yield _stretch(sheet, tree.at(path), id_)


def _stretch(sheet: Sheet, place: Location, text: str) -> Stretch:
    return Stretch(sheet.name, *span_of(sheet, place, text))
