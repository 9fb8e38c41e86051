"""Texts written as YAML values, and read back, on one line."""

from __future__ import annotations

import json
import re

from generator.load import load_yaml
from generator.lsp.nodes import Node, Outline
from generator.model.fold import WHITE_SPACE

_SPACES = re.compile(f"[{WHITE_SPACE}]+")
_SAFE = re.compile(r"[^\W\d_][^:#\n\"'\\,\[\]{}&*!|>%@`?]*[^\s:#\"'\\,\[\]{}&*!|>%@`?-]")
_NO_TEXT = frozenset({"true", "false", "null", "yes", "no"})


def one_line(text: str) -> str:
    """The text with each run of white space as one space, none at its ends."""
    return _SPACES.sub(" ", text).strip()


def written(text: str, style: str = "", *, in_flow: bool = False) -> str:
    """A text as a YAML value on one line: plain where that is safe, else between quotation marks.

    `style` is the mark that the editor has begun with, `"` or `'`; it is kept.
    """
    if style == '"':
        return json.dumps(text, ensure_ascii=False)
    single = "'" + text.replace("'", "''") + "'"
    if style == "'":
        return single
    if _is_plain(text, in_flow=in_flow):
        return text
    return single if '"' in text and "'" not in text else json.dumps(text, ensure_ascii=False)


def said(out: Outline, at: int) -> str | None:
    """The text that the value of a node says; `None` where it is no text."""
    node = out.nodes[at]
    return read(_dedented(out, node) if node.style in ("|", ">") else out.raw(at))


def read(raw: str) -> str | None:
    """The text that a value says as it is written; `None` where it is no text."""
    tree, _ = load_yaml("", f"k: {raw}".encode("utf-8", "surrogateescape"))
    value = tree.value.get("k") if tree is not None and isinstance(tree.value, dict) else None
    return value if isinstance(value, str) else None


def read_begun(raw: str, style: str) -> str:
    """The text of a value as far as it is typed: without the mark that opens it, its lines joined."""
    if style in ("|", ">"):
        raw = raw.partition("\n")[2]
    elif style:
        raw = raw[1:]
        raw = raw.replace('\\"', '"').replace("\\\\", "\\") if style == '"' else raw.replace("''", "'")
    return _SPACES.sub(" ", raw).lstrip()


# --- Private functions ---


def _dedented(out: Outline, node: Node) -> str:
    """A `|` or `>` value with its lines one column in, whatever its header says of them (YAML 1.2, 8.1.1.1)."""
    line, column = node.value
    below = out.lines[line + 1 : node.end[0] + 1]
    header = out.lines[line][column:]
    if (given := re.match(r"[|>][+-]?([1-9])", header)) is not None:
        margin = node.column + int(given[1])
    else:
        margin = next((len(text) - len(text.lstrip(" ")) for text in below if text.strip(" ")), 0)
    blank = 0
    while node.end[0] + 1 + blank < len(out.lines) and not out.lines[node.end[0] + 1 + blank].strip(" "):
        blank += 1
    chomp = re.sub("[^+-]", "", header.split("#")[0])
    return "\n".join([f"{header[0]}1{chomp}", *(" " + text[margin:] for text in below)]) + "\n" * (1 + blank)


def _is_plain(text: str, *, in_flow: bool) -> bool:
    """Whether the text, written as it is, reads as itself. Of what looks odd our own loader is asked."""
    if _SAFE.fullmatch(text):
        return text.casefold() not in _NO_TEXT
    if not text or text != one_line(text):
        return False
    if in_flow and any(sign in text for sign in ",[]{}"):
        return False
    line = f"k: [{text}]" if in_flow else f"k: {text}"
    tree, problems = load_yaml("", line.encode("utf-8", "surrogatepass"))
    if problems or tree is None or not isinstance(tree.value, dict):
        return False
    return tree.value.get("k") == ([text] if in_flow else text)
