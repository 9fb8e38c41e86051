"""Files laid out as bytes: their line ends, a byte order mark and an article's text stay as they are."""

from __future__ import annotations

import codecs
import re

from generator.layout.sheet import lay_out

_FRONT = re.compile(rb"(---[ \t]*(?:\r\n|\r|\n))(.*?(?:\r\n|\r|\n))??(---[ \t]*(?:\r|\n|\Z))", re.DOTALL)
_LINE_END = re.compile(rb"\r\n|\r|\n")


def lay_out_file(raw: bytes) -> bytes | None:
    """The bytes of a YAML file laid out; `None` where that can't be done without loss.

    `raw` is UTF-8 and has no problem. Its first line end becomes that of all lines.
    """
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    text = raw.removeprefix(mark)
    found = _LINE_END.search(text)
    laid = lay_out(_LINE_END.sub(b"\n", text).decode("utf-8"))
    return None if laid is None else mark + laid.encode("utf-8").replace(b"\n", found[0] if found else b"\n")


def lay_out_article(raw: bytes) -> bytes | None:
    """The bytes of an article file with its front matter laid out, and not one byte of its text changed."""
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    found = _FRONT.match(raw, len(mark))
    if found is None:
        return None
    laid = lay_out_file(found[2] or b"")
    return None if laid is None else raw[: found.end(1)] + laid + raw[found.start(3) :]
