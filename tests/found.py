"""What the search of a built site finds, read out of Pagefind's own files."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import cbor2

SIGNATURE = b"pagefind_dcd"


def entries(site: Path) -> list[dict[str, Any]]:
    """Each entry as its fragment has it, `location` for where it leads, `group` for the index that it is in."""
    found = []
    for file in sorted((site / "search").rglob("*.pf_fragment")):
        entry = json.loads(unpacked(file))
        path, mark, anchor = entry["url"].removeprefix("/").partition("#")
        location = f"{path}#{anchor.removesuffix('.html')}" if mark else path
        found.append(
            {**entry, "location": location, "group": file.parts[-3], "title": entry["meta"]["title"]}
        )
    return found


def locations(site: Path) -> set[str]:
    """Where all that is found leads."""
    return {entry["location"] for entry in entries(site)}


def texts(site: Path) -> dict[str, str]:
    """Each file of the indexes, unpacked, as text that can be looked through."""
    files = sorted(file for file in (site / "search").rglob("*.pf_*"))
    return {file.relative_to(site).as_posix(): unpacked(file).decode("utf-8", "replace") for file in files}


def words(site: Path) -> set[str]:
    """Every word, or stem of one, of the indexes."""
    files = (site / "search").rglob("*.pf_index")
    return {word[0] for file in files for word in cbor2.loads(unpacked(file))[0]}


def unpacked(file: Path) -> bytes:
    """A file of Pagefind's without its packing."""
    content = gzip.decompress(file.read_bytes())
    assert content.startswith(SIGNATURE), file
    return content.removeprefix(SIGNATURE)


def found_at(address: str) -> str:
    """All that a server's search finds, as text that can be looked through: titles, contents and all."""
    groups = json.loads(_asked(f"{address}/search/find.json"))["groups"]
    texts_ = []
    for group, digest in groups.items():
        number = 0
        while content := _asked(f"{address}/search/{group}/fragment/{digest}-{number}.pf_fragment"):
            texts_.append(gzip.decompress(content).removeprefix(SIGNATURE).decode("utf-8"))
            number += 1
    return "\n".join(texts_)


def _asked(address: str) -> bytes:
    try:
        with urlopen(address, timeout=60) as answer:  # noqa: S310 - a server of ours
            content: bytes = answer.read()
            return content
    except HTTPError:
        return b""
