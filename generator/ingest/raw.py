"""What is kept beside an article: its input as it came, and what was left out of it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from generator.ingest.kind import KINDS, Kind
from generator.ingest.reading import Reading

RAW = ".raw"
"""The folder beside the articles; git and the reading of briefs pass over it."""

_SUFFIXES: dict[Kind, str] = {"html": "html", "pasted": "txt", "text": "txt", "markdown": "md"}
_LEFT_OUT = "left-out.txt"
_SAID = re.compile(r"^# (from|as|accessed|wrote): (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article's input came from: what was named, how it was read, its address, and when it was fetched."""

    named: str
    kind: Kind
    url: str | None = None
    accessed: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """An input that was kept, with the digest of the article file that was made of it then."""

    raw: bytes
    origin: Origin
    wrote: str


def digest(content: bytes) -> str:
    """By which it is seen whether a file is still the one that was written."""
    return hashlib.sha256(content).hexdigest()


def raw_files(id_: str, raw: bytes, reading: Reading, origin: Origin, article: bytes) -> dict[str, bytes]:
    """The files to keep for the article `id_`, by their path below the folder of articles."""
    said = [
        f"# what was left out of {id_}.md; `--keep` takes lines back by their numbers",
        f"# from: {_line(origin.url or origin.named)}",
        f"# as: {origin.kind}",
        *([f"# accessed: {origin.accessed}"] if origin.accessed else []),
        f"# wrote: {digest(article)}",
        "",
        *listed(reading),
    ]
    return {
        f"{RAW}/{id_}.{_SUFFIXES[origin.kind]}": raw,
        f"{RAW}/{id_}.{_LEFT_OUT}": ("\n".join(said) + "\n").encode("utf-8"),
    }


def listed(reading: Reading) -> list[str]:
    """What was left out, a numbered line each."""
    left = reading.left_out
    width = len(str(left[-1].number)) if left else 1
    return [f"{piece.number:>{width}}  {piece.text}" for piece in left]


def kept(articles: Path, id_: str) -> Kept | None:
    """What was kept of the article `id_`, if it was. Raises `OSError` where it can't be read."""
    notes = articles / RAW / f"{id_}.{_LEFT_OUT}"
    if not notes.is_file():
        return None
    said = dict(_SAID.findall(notes.read_text(encoding="utf-8", errors="replace")))
    kind = next((kind for kind in KINDS if kind == said.get("as")), None)
    raw = articles / RAW / f"{id_}.{_SUFFIXES[kind]}" if kind else None
    if kind is None or raw is None or not raw.is_file():
        return None
    named = said.get("from", "")
    url = named if re.match(r"https?://", named) else None
    return Kept(raw.read_bytes(), Origin(named, kind, url, said.get("accessed")), said.get("wrote", ""))


def kept_of(articles: Path, raw: bytes) -> str | None:
    """The id of the article that was made of this very input."""
    folder = articles / RAW
    for notes in sorted(folder.glob(f"*.{_LEFT_OUT}")) if folder.is_dir() else ():
        id_ = notes.name.removesuffix(f".{_LEFT_OUT}")
        found = kept(articles, id_)
        if found and found.raw == raw and (articles / f"{id_}.md").exists():
            return id_
    return None


# --- Private functions ---


def _line(text: str) -> str:
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())
