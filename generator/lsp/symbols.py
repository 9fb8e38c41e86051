"""The outline that an editor shows: a brief's claims and notes, the register's parties, an article's subheadings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.lsp.nodes import ROOT, At
from generator.lsp.scalars import one_line, said
from generator.lsp.sheet import Sheet
from generator.lsp.site import Desk


@dataclass(frozen=True, slots=True)
class Symbol:
    """A thing with its name, what is said of it, where it stands, and the things in it."""

    name: str
    detail: str
    start: At
    end: At
    within: tuple[Symbol, ...] = field(default=())


def symbols(desk: Desk, sheet: Sheet) -> list[Symbol]:
    """What a file holds, in order. It is told from the outline, so that a broken file has one too."""
    if desk.is_register:
        return [
            _entry(sheet, at, str(sheet.outline.nodes[at].key), "name") for at in sheet.outline.children[ROOT]
        ]
    if desk.source:
        return list(_headings(sheet))
    return [
        *_listed(sheet, "claims", "id", "claim"),
        *_listed(sheet, "notes", "source", "note"),
        *_listed(sheet, "corrections", "date", "was"),
    ]


# --- Private functions ---


def _listed(sheet: Sheet, key: str, name: str, detail: str) -> Iterator[Symbol]:
    out = sheet.outline
    at = out.find((key,))
    for item in out.children[at] if at is not None else []:
        reports = out.child(item, "reports")
        below = out.children[reports] if reports is not None else []
        within = tuple(_entry(sheet, report, str(out.nodes[report].key), "quote") for report in below)
        symbol = _entry(sheet, item, _text(sheet, item, name) or f"{key} {out.nodes[item].key}", detail)
        yield Symbol(symbol.name, symbol.detail, symbol.start, symbol.end, within)


def _entry(sheet: Sheet, at: int, name: str, key: str) -> Symbol:
    """A node under a name, with what stands under one of its keys."""
    node = sheet.outline.nodes[at]
    detail = _text(sheet, at, key) if sheet.outline.children[at] else ""
    return Symbol(name or "…", detail, (node.line, node.column), _end(sheet, at))


def _text(sheet: Sheet, at: int, key: str) -> str:
    child = sheet.outline.child(at, key)
    if child is None or not sheet.outline.nodes[child].is_scalar:
        return ""
    return one_line(said(sheet.outline, child) or "")


def _end(sheet: Sheet, at: int) -> At:
    """Where the last thing in a node ends."""
    out = sheet.outline
    end = max(out.nodes[at].end, (out.nodes[at].line, out.nodes[at].key_end))
    while out.children[at]:
        at = out.children[at][-1]
        end = max(end, out.nodes[at].end, (out.nodes[at].line, out.nodes[at].key_end))
    return end


def _headings(sheet: Sheet) -> Iterator[Symbol]:
    if sheet.body is None:
        return
    text = sheet.body.article.body
    for block in text.paragraphs:
        if block.is_heading:
            start, end = sheet.body.place(block.span.start), sheet.body.place(block.span.end)
            yield Symbol(block.span.of(text.text), "", start, end)
