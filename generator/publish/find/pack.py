"""What Pagefind wrote of a group, put in an order of its own and cut so that a reader fetches little of it.

Pagefind's files are gzip over CBOR (RFC 8949; `pagefind_web/src/metadata.rs`, `index.rs` and `filter_index.rs` read
them). Three things of what it writes are not for us:

- Pages stand in the order in which a folder was listed, filters and their values in that of a hash map: two runs over
  the same pages give other bytes. Here pages stand in the order of their addresses, all else in that of its name.
- A chunk of the index holds 20,000 places, 22 KB packed, of which a query needs one in each group: 24 groups of 1,000
  briefs would be 530 KB. Here a chunk is what a group has of a shelf (`shelves.py`), about 2 KB.
- Each chunk, each page and the metadata of each group is a file of its own. Here they are parts, which `join.py` puts
  together with those of the other groups, and eight texts to a file; names are the group's digest and a number.

A test reads what comes out with Pagefind's own script in a browser, so that another format of theirs is noticed.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any

import cbor2
import deflate

from generator.collector import uncollected
from generator.publish.find.shelves import shelf_of

FEW = 8
"""Texts in a file. They are mostly those of one brief, so that eight packed together are as long as three."""

_LEVEL = 6
"""Of libdeflate: beyond it each hundredth that is saved costs as much time again."""

SIGNATURE = b"pagefind_dcd"
ENTRY = "pagefind-entry.json"


@dataclass(frozen=True, slots=True)
class Group:
    """What a site is to know of a group: the words that each of its pages has, the chunks of its index and of its
    filters (`filter-…`) by their shelves, the fields of its pages, and on what day how many in a row are dated."""

    digest: str
    lengths: tuple[int, ...]
    parts: Mapping[str, bytes]
    fields: tuple[str, ...]
    days: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Packed:
    """A group, its texts as files by their names, and the addresses of its pages in their order."""

    group: Group
    texts: Mapping[str, bytes]
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """Pagefind's program that knows the stems of a language: its version, its name, the language, and what characters
    are part of words."""

    version: str
    name: str
    language: str
    characters: tuple[str, ...]

    @property
    def file(self) -> str:
        """Its file."""
        return f"wasm.{self.name}.pagefind"


def pack(folder: Path, level: int) -> Packed:
    """The index that Pagefind wrote into `folder`, the same bytes for the same pages. `level` is that of the shelves.

    Raises `OSError` where a file is missing, `ValueError` where one is not as Pagefind 1.5 writes it.
    """
    with uncollected():
        return _pack(folder, level)


def program_of(folder: Path, language: str) -> Program:
    """The program that Pagefind wrote into `folder`, whatever it was told of the language. Raises as `pack`."""
    entry = json.loads((folder / ENTRY).read_bytes())
    (own,) = entry["languages"].values()
    characters = tuple(entry.get("include_characters", ()))
    return Program(entry["version"], own["wasm"] or "unknown", language, characters)


def gzipped(content: bytes) -> bytes:
    """The content as gzip (RFC 1952), always the same bytes: what libdeflate writes depends on its version alone,
    which is locked, and it takes half of zlib's time for a little less."""
    return bytes(deflate.gzip_compress(content, _LEVEL))


# --- Private ---


def _pack(folder: Path, level: int) -> Packed:
    entry = json.loads((folder / ENTRY).read_bytes())
    (name, listed), *others = entry["languages"].items()
    if others:
        raise ValueError(f"several languages: {[name, *entry['languages']]}")
    _, pages, chunks, filters, _, fields = _read(folder / f"pagefind.{listed['hash']}.pf_meta")
    texts = [_unpacked(folder / "fragment" / f"{hash_}.pf_fragment") for hash_, _ in pages]
    addresses = [str(json.loads(text)["url"]) for text in texts]
    order = sorted(range(len(pages)), key=lambda page: _file(addresses[page]))
    place = {page: number for number, page in enumerate(order)}
    digest = _digest([str(level).encode(), *(texts[page] for page in order)])
    words = _words(folder, (hash_ for _, _, hash_ in chunks), place)
    parts = {shelf: _packed([own]) for shelf, own in _shelved(words, level)}
    parts |= {f"filter-{name}": _packed(_filter(folder, hash_, place)) for name, hash_ in sorted(filters)}
    group = Group(digest, tuple(pages[page][1] for page in order), parts, tuple(fields))
    in_order = [texts[page] for page in order]
    return Packed(group, _few(digest, in_order), tuple(addresses[page] for page in order))


def _few(digest: str, texts: Sequence[bytes]) -> dict[str, bytes]:
    """The texts in files of `FEW`."""
    starts = range(0, len(texts), FEW)
    return {
        f"{digest}-{start // FEW}.pf_texts": gzipped(b"[" + b",".join(texts[start : start + FEW]) + b"]")
        for start in starts
    }


def _read(path: Path) -> Any:
    return cbor2.loads(_unpacked(path))


def _unpacked(path: Path) -> bytes:
    content = gzip.decompress(path.read_bytes())
    if not content.startswith(SIGNATURE):
        raise ValueError(f"{path.name} is not as Pagefind writes it")
    return content[len(SIGNATURE) :]


def _packed(value: object) -> bytes:
    return gzipped(SIGNATURE + cbor2.dumps(value))


def _digest(contents: Iterable[bytes]) -> str:
    """What all that is made of these contents is called by: another name where it is made in another way."""
    return sha256(_WAY + b"".join(sha256(content).digest() for content in contents)).hexdigest()[:10]


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


def _shelved(words: Iterable[list[Any]], level: int) -> Iterator[tuple[str, list[list[Any]]]]:
    """The words of each shelf; a shelf's stand together in their order."""
    for shelf, own in groupby(words, key=lambda word: shelf_of(word[0], level)):
        yield shelf, list(own)


_WAY = b"2"
