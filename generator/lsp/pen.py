"""Items of a completion: each replaces exactly what was typed at a place, quoted as YAML needs it there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lsprotocol import types as lsp

from generator.lsp import snippets
from generator.lsp.nodes import At
from generator.lsp.passages import Passage
from generator.lsp.positions import Ruler
from generator.lsp.scalars import written
from generator.lsp.sheet import Sheet
from generator.lsp.spot import Spot

KINDS = lsp.CompletionItemKind


@dataclass(frozen=True, slots=True)
class Client:
    """What the client can do with what it is offered."""

    snippets: bool = False
    indents: bool = False
    """It can be told to leave the indentation of what it inserts alone."""
    markdown: bool = False
    """It shows Markdown beside what it offers."""


class Pen:
    """Writes the items that are offered at one place."""

    def __init__(self, sheet: Sheet, place: At, spot: Spot, ruler: Ruler, client: Client) -> None:
        self._sheet = sheet
        self._spot = spot
        self._client = client
        self._line = place[0]
        lines = sheet.outline.lines
        indent = len(lines[self._line]) - len(lines[self._line].lstrip(" "))
        goes_on = spot.start[0] < self._line
        start = (self._line, min(indent, place[1])) if goes_on else spot.start
        end = spot.end if spot.end[0] == self._line else (self._line, len(lines[self._line]))
        end = max(end, place)
        self._edited = ruler.range(start, end)
        self._typed = lines[self._line][start[1] : place[1]]
        self._more = [lsp.TextEdit(ruler.range(*span), "") for span in self._rest(start, end)]
        touches = not goes_on and not spot.is_key and lines[start[0]][: start[1]][-1:] in (":", "-")
        self._gap = " " if touches else ""

    # --- Public methods ---

    def value(self, text: str, detail: str = "", says: str = "", name: str = "") -> lsp.CompletionItem:
        """An id or a word; it is found by `name` too."""
        value = self._gap + written(text, self._spot.style, in_flow=self._spot.in_flow)
        item = self._item(text, value, KINDS.Value)
        item.detail, item.documentation = detail or None, _plain(says)
        item.filter_text = f"{self._spot.style.strip('|>[{')}{text} {name}".rstrip()
        return item

    def word(self, word: str, says: str) -> lsp.CompletionItem:
        """A word of a closed list, with what its key says; `true` and `false` are no texts."""
        item = self.value(word, says=says)
        if word in ("true", "false"):
            item.text_edit = lsp.TextEdit(self._edited, self._gap + word)
        return item

    def source(self, source: str, outlet: str, title: str) -> lsp.CompletionItem:
        """A source as the key of its report."""
        item = self._item(source, source if self._spot.has_colon else f"{source}: ", KINDS.Module)
        item.detail, item.documentation = outlet or None, _plain(title)
        return item

    def key(self, key: str, body: snippets.Body, says: str, *, needed: bool) -> lsp.CompletionItem:
        """A key with the form of its value."""
        column, in_flow = self._spot.start[1], self._spot.in_flow
        if self._spot.has_colon:
            item = self._item(key, key, KINDS.Property)
        elif self._client.snippets:
            text = snippets.snippet(key, body, column, in_flow=in_flow)
            item = self._item(key, text, KINDS.Property, is_snippet=True)
        else:
            item = self._item(key, snippets.bare(key, body, column, in_flow=in_flow), KINDS.Property)
        item.detail = "required" if needed else None
        kind = lsp.MarkupKind.Markdown if self._client.markdown else lsp.MarkupKind.PlainText
        item.documentation = lsp.MarkupContent(kind, says)
        return item

    def entry(self, body: Mapping[str, snippets.Body]) -> lsp.CompletionItem:
        """The first item of a list of mappings, with its dash."""
        text = snippets.item(body, self._spot.start[1])
        if not self._client.snippets:
            text = snippets.without_places(text)
        return self._item(f"- {next(iter(body))}", text, KINDS.Struct, is_snippet=self._client.snippets)

    def quotation(self, passage: Passage, form: str, file: str) -> lsp.CompletionItem:
        """A passage as the value of `exact`, as a `quote`, or as a whole `report`: that is its `form`.

        What stands more than once comes with the context that settles it.
        """
        item = self._item(passage.text, self._gap + self._quoted(passage, form), KINDS.Text)
        item.label = passage.text if len(passage.text) <= _LONGEST else f"{passage.text[:_LONGEST]}…"
        item.detail = f"{file}:{passage.line}" + ("" if passage.is_whole else ", from here on")
        item.documentation = _plain(passage.text)
        item.filter_text = self._typed
        return item

    # --- Private methods ---

    def _quoted(self, passage: Passage, form: str) -> str:
        spot, out = self._spot, self._sheet.outline
        if spot.style in ("|", ">"):
            return passage.text
        if passage.context is None:
            return written(passage.text, spot.style, in_flow=spot.in_flow)
        key, said = passage.context
        context = f"{key}: {written(said, _DOUBLE)}"
        if form != "exact":
            selector = f"{{exact: {written(passage.text, in_flow=True)}, {context}}}"
            return selector if form == "quote" else f"{{quote: {selector}}}"
        exact = written(passage.text, spot.style, in_flow=spot.in_flow)
        node = out.nodes[spot.node]
        if {"prefix", "suffix"} & {*out.keys(node.parent)}:
            return exact
        gap = ", " if spot.in_flow else self._sheet.line_end + " " * node.column
        return f"{exact}{gap}{context}"

    def _item(
        self, label: str, text: str, kind: lsp.CompletionItemKind, *, is_snippet: bool = False
    ) -> lsp.CompletionItem:
        form = lsp.InsertTextFormat.Snippet if is_snippet else lsp.InsertTextFormat.PlainText
        item = lsp.CompletionItem(label, kind=kind, insert_text_format=form, filter_text=label)
        item.text_edit = lsp.TextEdit(self._edited, text)
        item.additional_text_edits = self._more or None
        if self._client.indents and "\n" in text:
            item.insert_text_mode = lsp.InsertTextMode.AsIs
        return item

    def _rest(self, start: At, end: At) -> Iterator[tuple[At, At]]:
        """What was typed on other lines, which an item replaces too."""
        first, last = self._spot.start, self._spot.end
        if self._spot.style in ("|", ">") and first[0] < self._line:
            below = self._sheet.lines[first[0] + 1]
            first = first[0] + 1, len(below) - len(below.lstrip(" "))
        if first < start:
            yield first, start
        if end < last:
            yield end, last


# --- Private ---

_LONGEST = 120
_DOUBLE = '"'


def _plain(text: str) -> lsp.MarkupContent | None:
    """Words for the client to show as they are: some take a bare string for Markdown."""
    return lsp.MarkupContent(lsp.MarkupKind.PlainText, text) if text else None
