"""What a part of the site comes to once it is built: a brief's pages and files, a list's, a hand-written page's."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of the site: its path below the site's folder, its size in bytes, and BLAKE2b-128 of them in hex."""

    path: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: its Markdown file's path, its address below the site's, and the ISO date of its revision, if any."""

    source: str
    url: str
    revised: str | None


@dataclass(frozen=True, slots=True)
class Pointer:
    """A link to a place within another page: to the page of `source`, at `anchor`, as `written`."""

    source: str
    anchor: str
    written: str


@dataclass(frozen=True, slots=True)
class Lot:
    """Entries of the search that are indexed together whatever else there is: a brief's, or a page's.

    `owner` is the brief's slug or the page's address; `year` has four digits, or none where it has no such date;
    `digest` tells these entries from any others.
    """

    owner: str
    year: str
    entries: int
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is known of a part of the site without looking into its files.

    `lot` is what the search finds of it, where that is our own. `asks` are the paths of other pieces that its links
    were looked for at, and whether there was something.
    """

    leaves: tuple[Leaf, ...] = ()
    pointers: tuple[Pointer, ...] = ()
    lot: Lot | None = None
    asks: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a file of the site that was made: its path, what `Problem` says of it, and the file of the
    input that it was made from, where that is known."""

    path: str
    code: str
    message: str
    remedy: str = ""
    source: str = ""
    is_error: bool = True


@dataclass(frozen=True, slots=True)
class Contents:
    """What a piece is made of: its files, and what the style sheets are needed for by its pages, and which scripts
    their policies name (`theme.Seen`), with blanks between."""

    files: tuple[Kept, ...] = ()
    words: str = ""
    tables: str = ""
    asked: str = ""
    scripts: str = ""
    links: str = ""
    """Where links lead out of the piece: paths below the site's folder, as addresses have them, and what is after a
    `#` if anything."""
    faults: tuple[Fault, ...] = ()
    """What is wrong with its files, whatever else there is."""
