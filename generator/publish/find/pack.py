"""What Pagefind wrote of a group, put in an order of its own and cut so that a reader fetches little of it.

Pagefind's files are gzip over CBOR (RFC 8949; `pagefind_web/src/metadata.rs`, `index.rs` and `filter_index.rs` read
them). Three things of what it writes are not for us:

- Pages stand in the order in which a folder was listed, filters and their values in that of a hash map: two runs over
  the same pages give other bytes. Here pages stand in the order of their addresses, all else in that of its name.
- A chunk of the index holds 20,000 places, 22 KB packed, of which a query needs one in each group: 24 groups of 1,000
  briefs would be 530 KB. Here a chunk holds about 2 KB, and never parts words that begin with the same three letters,
  because Pagefind looks for the chunk of a word as it was typed ("running"), not of its stem.
- Pages and chunks are named by seven digits of a digest, which don't pack: 100 KB at 1,000 briefs. Here their names
  are the group's digest and a number, which do.

So a first query at 1,000 briefs (24 groups, 15,646 entries) fetches 246 KB for one word, 271 KB for two: Pagefind's
program 72 KB, scripts 28 KB (as servers pack them; 95 KB where one doesn't), the groups' metadata 93 KB, 2 KB of each
group for a word, and half a KB for each result shown. Without the above it was over 700 KB.

A test reads what comes out with Pagefind's own script in a browser, so that another format of theirs is noticed.
"""

from __future__ import annotations

import gc
import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any

import cbor2

CHUNK = 4000
"""Bytes of a chunk before it is packed, to about a third, by a rough count."""

ALIKE = 3
"""Letters that words of one chunk may have in common with no word of the next."""

SIGNATURE = b"pagefind_dcd"
ENTRY = "pagefind-entry.json"


@dataclass(frozen=True, slots=True)
class Packed:
    """An index as files by their paths below its folder, and the addresses of its pages in their order."""

    files: Mapping[str, bytes]
    addresses: tuple[str, ...]
    digest: str


def pack(folder: Path, language: str) -> Packed:
    """The index that Pagefind wrote into `folder`, the same bytes for the same pages.

    Raises `OSError` where a file is missing, `ValueError` where one is not as Pagefind 1.5 writes it.
    """
    with _without_passes():
        return _pack(folder, language)


def headed(meta: bytes, entry: Mapping[str, Any], language: str, pages: int) -> dict[str, bytes]:
    """The metadata and the file that leads to it. `entry` is the one that Pagefind wrote."""
    (own,) = entry["languages"].values()
    name = _name(meta)
    languages = {language: {"hash": name, "wasm": own["wasm"], "page_count": pages}}
    written = {**entry, "languages": languages}
    return {
        f"pagefind.{name}.pf_meta": meta,
        ENTRY: json.dumps(written, ensure_ascii=False, separators=(",", ":")).encode("utf-8"),
    }


def program_of(folder: Path) -> str:
    """The file of the program that knows the stems of the language of the index that Pagefind wrote into `folder`."""
    entry = json.loads((folder / ENTRY).read_bytes())
    (own,) = entry["languages"].values()
    return f"wasm.{own['wasm'] or 'unknown'}.pagefind"


def nothing(folder: Path, language: str) -> dict[str, bytes]:
    """An index without pages of the form of the one that Pagefind wrote into `folder`."""
    entry = json.loads((folder / ENTRY).read_bytes())
    return headed(_packed([entry["version"], [], [], [], [], []]), entry, language, 0)


# --- Private ---


@contextmanager
def _without_passes() -> Iterator[None]:
    """Without passes of the garbage collector, which take half the time over lists of lists, and find no cycle."""
    passes = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if passes:
            gc.enable()


def _pack(folder: Path, language: str) -> Packed:
    entry = json.loads((folder / ENTRY).read_bytes())
    (name, listed), *others = entry["languages"].items()
    if others:
        raise ValueError(f"several languages: {[name, *entry['languages']]}")
    version, pages, chunks, filters, _, fields = _read(folder / f"pagefind.{listed['hash']}.pf_meta")
    fragments = [(folder / "fragment" / f"{hash_}.pf_fragment").read_bytes() for hash_, _ in pages]
    addresses = [_address(fragment) for fragment in fragments]
    order = sorted(range(len(pages)), key=lambda page: _file(addresses[page]))
    place = {page: number for number, page in enumerate(order)}
    digest = _digest([language.encode(), *(fragments[page] for page in order)])
    files = {
        f"fragment/{_part(digest, place[n])}.pf_fragment": content for n, content in enumerate(fragments)
    }
    cut = [*_chunks(_words(folder, (hash_ for _, _, hash_ in chunks), place))]
    files |= {f"index/{_part(digest, n)}.pf_index": _packed([chunk]) for n, chunk in enumerate(cut)}
    lists = {filter_: _packed(_filter(folder, hash_, place)) for filter_, hash_ in sorted(filters)}
    files |= {f"filter/{_name(content)}.pf_filter": content for content in lists.values()}
    meta = [
        version,
        [[_part(digest, number), pages[page][1]] for number, page in enumerate(order)],
        [[*bounds, _part(digest, n)] for n, bounds in enumerate(_bounds([chunk[0][0] for chunk in cut]))],
        [[filter_, _name(content)] for filter_, content in lists.items()],
        [],
        fields,
    ]
    files |= headed(_packed(meta), entry, language, len(pages))
    return Packed(files, tuple(addresses[page] for page in order), digest)


def _read(path: Path) -> Any:
    content = gzip.decompress(path.read_bytes())
    if not content.startswith(SIGNATURE):
        raise ValueError(f"{path.name} is not as Pagefind writes it")
    return cbor2.loads(content[len(SIGNATURE) :])


def _packed(value: object) -> bytes:
    return gzip.compress(SIGNATURE + cbor2.dumps(value), 9, mtime=0)


def _name(content: bytes) -> str:
    return sha256(content).hexdigest()[:10]


def _digest(contents: Iterable[bytes]) -> str:
    """What all that is made of these contents is called by: another name where it is made in another way."""
    return sha256(_WAY + b"".join(sha256(content).digest() for content in contents)).hexdigest()[:10]


def _part(digest: str, number: int) -> str:
    return f"{digest}-{number}"


def _address(fragment: bytes) -> str:
    """Where the fragment's page lay, as `sheet.path` has it."""
    return str(json.loads(gzip.decompress(fragment)[len(SIGNATURE) :])["url"])


def _file(address: str) -> str:
    """Where the page lay: an address stands in the order of its file, in which Pagefind mostly comes upon it."""
    return f"{address}index.html" if address.endswith("/") else address


def _placed(word: Sequence[Any], place: Mapping[int, int]) -> list[Any]:
    """A word with the numbers that its pages have here: `[word, [[page, …]], [[variant, [[page, …]]]]]`."""
    text, pages, variants = word
    spelt = sorted([variant, _renumbered(own, place)] for variant, own in variants)
    return [text, _renumbered(pages, place), spelt]


def _renumbered(pages: Sequence[list[Any]], place: Mapping[int, int]) -> list[list[Any]]:
    """Each page is written as its distance from the one before."""
    numbers = accumulate(page[0] for page in pages)
    found = sorted((place[number], page) for number, page in zip(numbers, pages, strict=True))
    before = 0
    for number, page in found:
        page[0], before = number - before, number
    return [page for _, page in found]


def _filter(folder: Path, hash_: str, place: Mapping[int, int]) -> list[Any]:
    name, values = _read(folder / "filter" / f"{hash_}.pf_filter")
    return [name, sorted([value, sorted(place[page] for page in pages)] for value, pages in values)]


def _words(folder: Path, chunks: Iterable[str], place: Mapping[int, int]) -> list[list[Any]]:
    """Every word with its pages, which mostly stand in order: then nothing is to be done to them."""
    words = sorted(word for chunk in chunks for word in _read(folder / "index" / f"{chunk}.pf_index")[0])
    is_in_order = all(page == number for page, number in place.items())
    return words if is_in_order else [_placed(word, place) for word in words]


def _chunks(words: Iterable[list[Any]]) -> Iterator[list[list[Any]]]:
    chunk: list[list[Any]] = []
    size = 0
    for _, alike in groupby(words, key=lambda word: word[0][:ALIKE]):
        group = list(alike)
        length = sum(len(word[0]) + _PLACE * len(word[1]) for word in group)
        if chunk and size + length > CHUNK:
            yield chunk
            chunk, size = [], 0
        chunk += group
        size += length
    if chunk:
        yield chunk


def _bounds(first: Sequence[str]) -> list[tuple[str, str]]:
    """From where to where each chunk is looked in, by the first words of each: without a gap between them, so that
    whatever is typed has a chunk, and has one alone, because Pagefind fetches each that a word fits."""
    begins = [word[:ALIKE] for word in first]
    ends = [*map(_before, begins[1:]), _LAST]
    return list(zip(["", *begins[1:]], ends, strict=True)) if first else []


_WAY = b"1"
_LAST = "\U0010ffff"
_PLACE = 9
"""Bytes in which a word's places in one page are written, on the average."""


def _before(text: str) -> str:
    """The last text that stands before `text`, or nearly: nothing that anyone types stands between."""
    code = ord(text[-1]) - 1
    return text[:-1] + chr(0xD7FF if 0xD800 <= code <= 0xDFFF else code) + _LAST
