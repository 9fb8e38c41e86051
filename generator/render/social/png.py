"""An indexed picture of at most sixteen colours as PNG (ISO/IEC 15948): four bits a pixel, no filter, nothing but it.

Pillow's own writer takes half as long again over the same pixels, and newsrooms have ten thousand cards.
"""

from __future__ import annotations

import struct
import zlib

from PIL import Image

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_DEPTH, _INDEXED = 4, 3
_NO_FILTER = b"\0"
_LEVEL = 2
"""Of zlib: a higher one takes longer than what it saves is worth."""


def png(picture: Image.Image, colours: bytes) -> bytes:
    """The file. The picture is of mode P and an even number of pixels wide; `colours` are red, green and blue of each
    of its indexes in turn."""
    pixels = picture.tobytes("raw", "P;4")
    row = picture.width * _DEPTH // 8
    rows = b"".join(_NO_FILTER + pixels[start : start + row] for start in range(0, len(pixels), row))
    header = struct.pack(">IIBBBBB", *picture.size, _DEPTH, _INDEXED, 0, 0, 0)
    packer = zlib.compressobj(_LEVEL, memLevel=9)
    return b"".join(
        [
            _SIGNATURE,
            _chunk(b"IHDR", header),
            _chunk(b"PLTE", colours),
            _chunk(b"IDAT", packer.compress(rows) + packer.flush()),
            _chunk(b"IEND", b""),
        ]
    )


# --- Private ---


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
