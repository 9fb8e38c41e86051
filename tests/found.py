"""What the search of a built site finds, read out of its files."""

from __future__ import annotations

import gzip
import json
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import cbor2

SIGNATURE = b"pagefind_dcd"


def entries(site: Path) -> list[dict[str, Any]]:
    """Each entry as its text has it, `location` for where it leads, `group` for the index that it is in."""
    found = []
    for file in sorted((site / "search").rglob("*.pf_texts"), key=_number):
        for entry in json.loads(gzip.decompress(file.read_bytes())):
            path, mark, anchor = entry["url"].removeprefix("/").partition("#")
            location = f"{path}#{anchor.removesuffix('.html')}" if mark else path
            group = file.parent.name
            found.append({**entry, "location": location, "group": group, "title": entry["meta"]["title"]})
    return found


def locations(site: Path) -> set[str]:
    """Where all that is found leads."""
    return {entry["location"] for entry in entries(site)}


def texts(site: Path) -> dict[str, str]:
    """Each file of the indexes, unpacked, as text that can be looked through."""
    files = sorted((site / "search").rglob("*.pf_*"))
    return {file.relative_to(site).as_posix(): unpacked(file).decode("utf-8", "replace") for file in files}


def words(site: Path) -> set[str]:
    """Every word, or stem of one, of the indexes."""
    shelves = (site / "search/shelves").glob("[!f]*.pf_shelf")
    return {word[0] for file in shelves for part in parts(file.read_bytes()) for word in cbor2.loads(part)[0]}


def unpacked(file: Path) -> bytes:
    """A file of the search's without its packing."""
    content = file.read_bytes()
    return b"".join(parts(content)) if file.suffix == ".pf_shelf" else gzip.decompress(content)


def parts(shelf: bytes) -> Iterator[bytes]:
    """What each group has of a shelf, without packing and signature."""
    (number,) = struct.unpack_from("<I", shelf)
    start = 4 + 4 * number
    for length in struct.unpack_from(f"<{number}I", shelf, 4):
        if length:
            part = gzip.decompress(shelf[start : start + length])
            assert part.startswith(SIGNATURE)
            yield part.removeprefix(SIGNATURE)
        start += length
    assert start == len(shelf)


def found_at(address: str) -> str:
    """All that a server's search finds, as text that can be looked through: titles, contents and all."""
    groups = json.loads(_asked(f"{address}/search/find.json"))["groups"]
    texts_ = []
    for group, digest in groups.items():
        number = 0
        while content := _asked(f"{address}/search/{group}/{digest}-{number}.pf_texts"):
            texts_.append(gzip.decompress(content).decode("utf-8"))
            number += 1
    return "\n".join(texts_)


def _number(file: Path) -> tuple[str, int]:
    return file.parent.name, int(file.stem.rpartition("-")[2])


def _asked(address: str) -> bytes:
    try:
        with urlopen(address, timeout=60) as answer:  # noqa: S310 - a server of ours
            content: bytes = answer.read()
            return content
    except HTTPError:
        return b""
