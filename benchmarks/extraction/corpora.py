"""The shared pages: HTML, its pasted text, and what people took for the article in it."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import lxml.html

from benchmarks.extraction.select_all import select_all
from generator.ingest.html import tagged_lines

PROJECT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("BRIEFS_SHARED", PROJECT.parent / "shared"))
CORPORA = SHARED / "corpora"


@dataclass(frozen=True, slots=True)
class Sample:
    """A page: whose it is, its HTML, the text that a browser's “select all” copies of it, and its article's text.

    `weight` is what it counts in training; `is_judged` says that people wrote its article's text for measuring.
    """

    id: str
    site: str
    html: str
    pasted: str
    truth: str
    is_judged: bool
    weight: float


def judged() -> Iterator[Sample]:
    """The pages of extraction_pages."""
    folder = CORPORA / "extraction_pages"
    known = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for id_ in sorted(known):
        html = gzip.decompress((folder / "html" / f"{id_}.html.gz").read_bytes()).decode("utf-8", "replace")
        pasted = gzip.decompress((folder / "pasted" / f"{id_}.txt.gz").read_bytes()).decode(
            "utf-8", "replace"
        )
        yield Sample(
            id_, urlsplit(known[id_]["url"]).netloc, html, pasted, known[id_]["articleBody"], True, 1.0
        )


def other() -> list[Sample]:
    """The pages of extraction_readability, with the text of another program's article: less like what people take."""
    folder = CORPORA / "extraction_readability" / "pages"
    ids = [path.name.removesuffix(".source.html.gz") for path in sorted(folder.glob("*.source.html.gz"))]
    pages = {id_: _unpacked(folder / f"{id_}.source.html.gz") for id_ in ids}
    pasted = select_all(pages, PROJECT / ".cache" / "select-all")
    return [
        Sample(
            id_,
            id_.rstrip("-0123456789"),
            pages[id_],
            pasted[id_],
            _text(_unpacked(folder / f"{id_}.expected.html.gz")),
            False,
            0.5,
        )
        for id_ in ids
        if pasted.get(id_)
    ]


# --- Private functions ---


def _unpacked(path: Path) -> str:
    return gzip.decompress(path.read_bytes()).decode("utf-8", "replace")


def _text(html: str) -> str:
    return "\n".join(tagged.line.text for tagged in tagged_lines(lxml.html.fromstring(html or "<p></p>")))
