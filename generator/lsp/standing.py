"""What stands at a place of a file: which key or value, and what it refers to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.anchor.elision import may_be_sought
from generator.anchor.nearest import Index
from generator.anchor.placements import Placement, common_part, has_context, placements
from generator.anchor.quotes import Quote, folded
from generator.lsp.asked import Asked, Kind, asked, is_reports
from generator.lsp.nodes import At
from generator.lsp.passages import quote
from generator.lsp.scalars import said
from generator.lsp.sheet import Sheet, Text
from generator.lsp.site import Desk
from generator.lsp.spot import is_on_key, node_at
from generator.model.brief import Selector
from generator.model.source import Path, Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a file, half-open."""

    name: str
    start: At
    end: At


@dataclass(frozen=True, slots=True)
class Standing:
    """A key or value of a file, by its written path. `text` is the key, or what the value says."""

    path: Path
    is_key: bool
    text: str
    asked: Asked | None
    start: At
    end: At


@dataclass(frozen=True)
class Quoted:
    """A quotation as it is written in brief.yml, with the article that it is from."""

    path: Path
    source: str
    text: Text
    sought: Quote

    def spans(self) -> list[Span]:
        """Where it stands, each placement from its first part to its last, in the text that it quotes."""
        position = self.sought.text.folded.span
        return [position(found[0].start, found[-1].end) for found in self._placements]

    def parts(self) -> list[Span]:
        """The parts of its first placement."""
        found = self._placements
        return [self.sought.text.folded.span(part.start, part.end) for part in found[0]] if found else []

    @cached_property
    def too_common(self) -> str | None:
        """A part that stands too often for the quotation to be sought, by the build either."""
        return common_part(self.sought) if has_context(self.sought) else None

    def nearest(self) -> Span | None:
        """The passage that is nearest to it, where it stands nowhere."""
        found = Index(self.sought.text).nearest(folded(self.sought.exact))
        return found.span if found else None

    @cached_property
    def _placements(self) -> list[Placement]:
        """None of what a build doesn't seek either."""
        return placements(self.sought) if may_be_sought(self.sought) and not self.too_common else []


def standing_at(desk: Desk, sheet: Sheet, place: At) -> Standing | None:
    """The innermost key or value at a place; nothing in an article's text."""
    out = sheet.outline
    at = node_at(out, place) if place[0] < sheet.front[1] else None
    if at is None:
        return None
    node, path = out.nodes[at], out.path(at)
    if is_on_key(out, at, place):
        start = (node.line, node.column)
        return Standing(path, True, str(node.key), asked(desk, path), start, (node.line, node.key_end))
    if not node.is_scalar:
        return None
    return Standing(path, False, said(out, at) or "", asked(desk, path), node.value, node.end)


def party_of(desk: Desk, here: Standing) -> str | None:
    """The id of the party that stands there."""
    if desk.is_register and here.is_key and len(here.path) == 1:
        return here.text
    return here.text if _refers(here, Kind.PARTY) else None


def source_id(desk: Desk, here: Standing) -> str | None:
    """The id of the source that stands there."""
    if desk.is_brief and here.is_key and is_reports(here.path[:-1]):
        return here.text
    return here.text if _refers(here, Kind.SOURCE) else None


def claim_id(desk: Desk, here: Standing) -> str | None:
    """The id of the claim that stands there."""
    is_own = len(here.path) == 3 and here.path[0] == "claims" and here.path[2] == "id"
    if desk.is_brief and is_own and not here.is_key:
        return here.text
    return here.text if _refers(here, Kind.CLAIM) else None


def quoted_at(desk: Desk, sheet: Sheet, path: Path) -> Quoted | None:
    """The quotation at a written path of brief.yml."""
    of = asked(desk, path)
    exact = _value(sheet, path)
    source = source_of(sheet, path)
    if of is None or of.kind is not Kind.QUOTE or exact is None or source is None:
        return None
    article = desk.site.sheet(desk.site.article(desk.slug, source))
    if article is None or article.body is None:
        return None
    prefix, suffix = (
        _value(sheet, (*of.mapping, key)) or "" if of.model is Selector else ""
        for key in ("prefix", "suffix")
    )
    where = "title" if quotes_title(sheet, path) else "body"
    sought = quote(article.body.article, exact, where=where, prefix=prefix, suffix=suffix)
    return Quoted(path, source, article.body, sought)


def quotations(desk: Desk, sheet: Sheet, source: str) -> Iterator[Quoted]:
    """Every quotation of a source in brief.yml, in order."""
    for at, node in enumerate(sheet.outline.nodes):
        path = sheet.outline.path(at) if node.is_scalar else ()
        is_of_it = path[3:4] == (source,) or (path[:1] == ("notes",) and source_of(sheet, path) == source)
        if is_of_it and (found := quoted_at(desk, sheet, path)) is not None:
            yield found


def source_of(sheet: Sheet, path: Path) -> str | None:
    """The id of the source that the quotation at a path of brief.yml is from."""
    if len(path) > 3 and is_reports(path[:3]):
        return str(path[3])
    return _value(sheet, (*path[:2], "source")) if len(path) > 1 and path[0] == "notes" else None


def quotes_title(sheet: Sheet, path: Path) -> bool:
    """Whether the quotation at a path is of the headline: its report says `in: title`."""
    at = next((at for at in range(4, len(path)) if path[at] == "quote"), None)
    return at is not None and _value(sheet, (*path[:at], "in")) == "title"


# --- Private functions ---


def _refers(here: Standing, kind: Kind) -> bool:
    return not here.is_key and here.asked is not None and here.asked.kind is kind


def _value(sheet: Sheet, path: Path) -> str | None:
    """The text at a written path. It is read by itself: the file as a whole may be long, or broken."""
    at = sheet.outline.find(path)
    return said(sheet.outline, at) if at is not None and sheet.outline.nodes[at].is_scalar else None
