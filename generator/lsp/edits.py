"""Changes of a text that leave everything else of it alone: comments, blank lines, quotation marks, order."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.load import load_article, load_yaml
from generator.lsp.nodes import ROOT, At, Node
from generator.lsp.scalars import one_line, written
from generator.lsp.sheet import Sheet

STEP = 2


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """What stands from `start` to `end` becomes `text`."""

    start: At
    end: At
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """Edits of several files by name, with what it is called, and the files that it makes or gives another name."""

    title: str
    edits: Mapping[str, tuple[Edit, ...]]
    made: tuple[str, ...] = ()
    renamed: Mapping[str, str] | None = None
    is_preferred: bool = False


def applied(sheet: Sheet, edits: Iterable[Edit]) -> bytes:
    """The bytes of a file with the edits made. None overlaps another."""
    starts, at = [], 0
    for line in sheet.lines:
        starts.append(at)
        at += len(line)
        at += 2 if sheet.text.startswith("\r\n", at) else 1
    text = sheet.text
    for edit in sorted(edits, reverse=True):
        start, end = (starts[line] + column for line, column in (edit.start, edit.end))
        text = text[:start] + edit.text + text[end:]
    mark = codecs.BOM_UTF8 if sheet.raw.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode("utf-8")


def is_sound(sheet: Sheet, edits: Iterable[Edit]) -> bool:
    """Whether the file still reads as YAML with the edits made, no worse than before."""
    load = load_article if sheet.is_article else load_yaml
    before, after = (load(sheet.name, raw) for raw in (sheet.raw, applied(sheet, edits)))
    return after[0] is not None and len(after[1]) <= len(before[1])


def replaced(sheet: Sheet, at: int, text: str) -> Edit:
    """The value of a node becomes another text, written as it was as far as that goes; its comment stays."""
    node = sheet.outline.nodes[at]
    style = node.style if node.style in ("'", '"') else ""
    value = written(text, style, in_flow=node.in_flow)
    return Edit(node.value, node.end, value + _comment(sheet, at, node))


def in_braces(sheet: Sheet, at: int, beside: Mapping[str, str], key: str) -> str:
    """`{key: value, …}` with the text of a node for its value, and what stands beside it."""
    node = sheet.outline.nodes[at]
    style = node.style if node.style in ("'", '"') else ""
    value = sheet.value(sheet.outline.path(at))
    own = written(one_line(str(value)), style, in_flow=True)
    pairs = [f"{key}: {own}", *(f"{name}: {written(said, in_flow=True)}" for name, said in beside.items())]
    return "{" + ", ".join(pairs) + "}"


def wrapped(sheet: Sheet, at: int, text: str) -> Edit:
    """The value of a node becomes `text`, which is written in YAML; its comment stays."""
    node = sheet.outline.nodes[at]
    return Edit(node.value, node.end, text + _comment(sheet, at, node))


def beside(sheet: Sheet, at: int, key: str, value: str) -> Edit:
    """A key with its value, written in YAML, put behind a node of the same mapping."""
    node = sheet.outline.nodes[at]
    if node.in_flow:
        return Edit(node.end, node.end, f", {key}: {value}")
    line = node.end[0]
    place = line, len(sheet.lines[line])
    return Edit(place, place, f"{sheet.line_end}{' ' * node.column}{key}: {value}")


def appended(sheet: Sheet, key: str, name: str) -> Edit | None:
    """An entry `key: {name: …}` put at the end of a file; `None` where nothing can be put there."""
    out = sheet.outline
    top = [out.nodes[at] for at in out.children[ROOT]]
    if any(node.in_flow or node.is_item or not node.has_colon for node in top):
        return None
    margin = " " * (top[0].column if top else 0)
    entry = f"{margin}{key}:{sheet.line_end}{margin}  name: {written(name)}"
    end = len(sheet.lines) - 1, len(sheet.lines[-1])
    is_closed = not sheet.lines[-1]
    last = max((node.end[0] for node in out.nodes), default=0)
    behind = last, len(sheet.lines[last])
    for edit in (
        Edit(end, end, entry + sheet.line_end if is_closed else sheet.line_end + entry),
        Edit(behind, behind, sheet.line_end + entry),
    ):
        tree = load_yaml(sheet.name, applied(sheet, [edit]))[0]
        if tree is not None and tree.value == {**_mapping(sheet), key: {"name": name}}:
            return edit
    return None


# --- Private functions ---


def _mapping(sheet: Sheet) -> dict[str, object]:
    value = sheet.tree.value if sheet.tree else None
    return value if isinstance(value, dict) else {}


def _comment(sheet: Sheet, at: int, node: Node) -> str:
    """The comment beside the mark of a `|` or `>` value, which goes where the mark goes."""
    if node.style not in ("|", ">"):
        return ""
    _, sign, comment = sheet.outline.raw(at).split("\n")[0].partition("#")
    return f" {sign}{comment}" if sign else ""
