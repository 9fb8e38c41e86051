"""An indexed picture of at most sixteen colours as PNG (ISO/IEC 15948): four bits a pixel, no filter, nothing but it.

Pillow's own writer takes three times as long over the same pixels, and newsrooms have ten thousand cards. What
libdeflate writes depends on its version alone, which is locked: on no other library of a machine, and not on its
processor.
"""

from __future__ import annotations

import struct
from zlib import crc32

from deflate import zlib_compress
from PIL import Image

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_DEPTH, _INDEXED = 4, 3
_LEVEL = 2
"""Of libdeflate: a higher one takes longer than what it saves is worth."""


UNSEEN = 8 // _DEPTH
"""Pixels that are packed into the byte before each row, which names its filter: 0 is none. Drawn with the picture,
they need not be put before each of its rows."""


def png(picture: Image.Image, colours: bytes) -> bytes:
    """The file. The picture is of mode P and an even number of pixels wide; `colours` are red, green and blue of each
    of its indexes in turn. Its first `UNSEEN` columns are empty and not shown."""
    rows = picture.tobytes("raw", f"P;{_DEPTH}")
    header = struct.pack(">IIBBBBB", picture.width - UNSEEN, picture.height, _DEPTH, _INDEXED, 0, 0, 0)
    return b"".join(
        [
            _SIGNATURE,
            _chunk(b"IHDR", header),
            _chunk(b"PLTE", colours),
            _chunk(b"IDAT", bytes(zlib_compress(rows, _LEVEL))),
            _chunk(b"IEND", b""),
        ]
    )


# --- Private ---


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", crc32(kind + content))
