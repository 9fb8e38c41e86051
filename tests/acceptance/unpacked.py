"""All bytes of a site as text: compressed ones unpacked, and what is escaped read as it is meant."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

_DATA = re.compile(rb"data:[\w/+.-]*;base64,([A-Za-z0-9+/=]+)")
_WORD = re.compile(r"\w+")


def layers(content: bytes) -> Iterator[bytes]:
    """The bytes, and what is packed in them, however deep: gzip, zlib, zip, chunks of PNG, data URIs."""
    yield content
    for inner in _inner(content):
        yield from layers(inner)


def _inner(content: bytes) -> Iterator[bytes]:
    if content.startswith(b"\x1f\x8b"):
        yield gzip.decompress(content)
    elif content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            yield from (packed.read(name) for name in packed.namelist())
    elif content.startswith(b"\x89PNG"):
        yield from (data for name, data in chunks(content) if name not in _IMAGE)
    elif content[:1] == b"\x78" and int.from_bytes(content[:2], "big") % 31 == 0:
        try:
            yield zlib.decompress(content)
        except zlib.error:
            return
    yield from (base64.b64decode(found + b"==") for found in _DATA.findall(content))


_IMAGE = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
"""What a PNG is drawn by: no text is in these (PNG, third edition, 11)."""


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG: their names and what is in them."""
    at = 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += 12 + length


def texts(content: bytes) -> Iterator[str]:
    """What the bytes may say, each way that they may be read: with the markup and without, unescaped."""
    for layer in layers(content):
        raw = layer.decode("utf-8", "ignore")
        for said in (raw, _json(raw), unquote(raw), unquote(_json(raw))):
            yield html.unescape(said)
            yield html.unescape(re.sub(r"<[^>]*>", "", said))
            yield html.unescape(re.sub(r"<[^>]*>", " ", html.unescape(said)))


def words(text: str) -> str:
    """The words of a text in lower case, one blank between them and at both ends."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def said_in(folder: Path) -> dict[str, list[str]]:
    """The words of each file below a folder, each way that it may be read, by the file's path."""
    return {
        path.relative_to(folder).as_posix(): [words(text) for text in dict.fromkeys(texts(path.read_bytes()))]
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _json(text: str) -> str:
    """The text with the escapes of JSON's strings read (RFC 8259, 7)."""
    return re.sub(r'\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt])', lambda found: _character(found[0]), text)


def _character(escape: str) -> str:
    return str(json.loads(f'"{escape}"')).encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
