"""What kind of input it is: bytes to text, and text to `html`, `markdown`, `text` or `pasted`."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Literal, TypeAlias, get_args

from generator.ingest.classify.marks import kinds_of
from generator.ingest.lines import split
from generator.ingest.refused import Refused

Kind: TypeAlias = Literal["html", "pasted", "text", "markdown"]
KINDS: tuple[Kind, ...] = get_args(Kind)

LARGEST = 5_000_000
"""Bytes that are read."""

_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS = (
    (b"%PDF", "a PDF"), (b"PK\x03\x04", "a ZIP archive or an office program's document"), (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"\x1f\x8b", "packed by gzip"),
    (b"\xd0\xcf\x11\xe0", "an office program's document"),
)  # fmt: skip
_DECLARED = re.compile(
    rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE
)
_MARKUP = re.compile(
    r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|p|article|section|main|h[1-6]|table|span)\b",
    re.IGNORECASE | re.DOTALL,
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\ufdd0-\ufdef\ufeff\ufffe\uffff]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_HEADED = re.compile(r"\A\s*#{1,6} +\S|\A---[ \t]*\r?\n[\w-]+:")
_SUBHEADED = re.compile(r"^#{2,6} +\S", re.MULTILINE)
_ENDS = re.compile(r"[.!?…。！？:][\"'”’»)\]]*$")
_TEXT_AT_LEAST = 0.6
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SHORT, _MOST_BINARY = 64, 0.02


def decode(raw: bytes, charset: str | None = None) -> str:
    """The text of the input, without what can't be seen; `charset` is what its server said of it.

    Raises `Refused` for input that is too large, empty, or no text.
    """
    if len(raw) > LARGEST:
        raise Refused(
            f"it has {len(raw):,} bytes; {LARGEST:,} is the most that is read", "Give its text alone."
        )
    for magic, what in _FORMATS:
        if raw.startswith(magic):
            raise Refused(f"it is {what}, no text", "Copy its text into a file and give that.")
    text = visible(_decoded(raw, charset))
    if not text.strip():
        raise Refused("there is no text in it", "Give a page, its text, or a link.")
    return text


def visible(text: str) -> str:
    """The text without characters that can't be seen, and with U+FFFD for halves of a surrogate pair."""
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", text))


def kind_of(text: str, name: str = "", media_type: str | None = None) -> Kind:
    """The kind of input, by its server's word, its file's name, and what stands in it."""
    suffix = name.rpartition(".")[2].casefold() if "." in name else ""
    if (
        media_type in ("text/html", "application/xhtml+xml")
        or suffix in ("html", "htm", "xhtml")
        or _MARKUP.match(text)
    ):
        return "html"
    if suffix in ("md", "markdown") or media_type == "text/markdown" or _is_markdown(text):
        return "markdown"
    return "text" if _is_plain(text) else "pasted"


# --- Private functions ---


def _decoded(raw: bytes, charset: str | None) -> str:
    for mark, name in _WIDE:
        if raw.startswith(mark):
            return raw.decode(name, "replace")
    if len(raw) >= _SHORT and len(_BINARY.findall(raw)) > len(raw) * _MOST_BINARY:
        raise Refused(
            "it is no text that can be read", "Copy its text into a file, save that as UTF-8, and give it."
        )
    for encoding in _encodings(raw, charset):
        try:
            return raw.decode(encoding)
        except (LookupError, ValueError):
            continue
    return raw.decode("windows-1252", "replace")


def _encodings(raw: bytes, charset: str | None) -> Iterator[str]:
    """What it may be written in, the likeliest first: as its server says, UTF-8, as it says itself, by its bytes."""
    if charset:
        yield charset
    yield "utf-8-sig"
    if declared := _DECLARED.search(raw[:4096]):
        yield (declared[1] or declared[2]).decode("ascii", "replace")
    from trafilatura.utils import detect_encoding  # noqa: PLC0415 - takes a while, and is seldom needed

    guessed = detect_encoding(raw)
    yield from sorted(guessed, key=lambda name: name != "cp1252")  # the likeliest on the web, where it fits


def _is_markdown(text: str) -> bool:
    """Whether it begins as Markdown does, or has subheadings; one line with a # in it may be anything."""
    return bool(_HEADED.match(text)) or len(_SUBHEADED.findall(text)) > 1


def _is_plain(text: str) -> bool:
    """Whether the text is an article's already: blocks of sentences, and none of the words around an article."""
    lines = split(text)
    if len(lines) != len({line.text for line in lines}):
        return False
    blocks = [
        " ".join(block.split()) for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if block.strip()
    ]
    prose = [block for block in blocks if _ENDS.search(block) and (len(block.split()) > 6 or len(block) > 60)]
    if len(lines) != 1 and len(prose) < _TEXT_AT_LEAST * len(blocks):
        return False
    return not any(
        max(kinds_of(line.text.casefold())) > 0.4 or line.text.startswith(("©", "»")) for line in lines
    )
