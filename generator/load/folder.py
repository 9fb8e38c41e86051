"""The folder of briefs as bytes: what is there, and what should not be."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from stat import S_ISLNK

from generator.model.source import Location, Problem

PARTIES = "parties.yml"
BRIEF = "brief.yml"
ARTICLES = "articles"
LOCK = "brief.lock.yml"
WITHHELD = "withheld"
LINKS = "links.yml"


@dataclass(frozen=True, slots=True)
class BriefFolder:
    """The files of one brief: `name` is the path of the folder below the site's root, in POSIX form."""

    slug: str
    name: str
    brief: bytes | None
    articles: Mapping[str, bytes]
    """Article files by source id (the file's name without `.md`)."""
    links: bytes | None = None
    """What `briefs links` found dead."""
    lock: bytes | None = None
    withheld: Mapping[str, bytes] = field(default_factory=dict)
    """Texts that may not be in the repository, by source id, as far as they are here (`withheld/ID.txt`)."""

    @property
    def brief_file(self) -> str:
        """The path of `brief.yml` as problems show it."""
        return f"{self.name}/{BRIEF}"

    @property
    def lock_file(self) -> str:
        """The path of `brief.lock.yml` as problems show it."""
        return f"{self.name}/{LOCK}"

    def withheld_file(self, source: str) -> str:
        """The path of a text that may not be in the repository, as problems show it."""
        return f"{self.name}/{WITHHELD}/{source}.txt"

    @property
    def links_file(self) -> str:
        """The path of `links.yml` as problems show it."""
        return f"{self.name}/{LINKS}"

    def article_file(self, source: str) -> str:
        """The path of an article as problems show it."""
        return f"{self.name}/{ARTICLES}/{source}.md"


@dataclass(frozen=True, slots=True)
class Folder:
    """The register and the briefs, by slug."""

    parties_file: str
    parties: bytes | None
    briefs: Mapping[str, BriefFolder] = field(default_factory=dict)


def read_folder(root: Path, briefs_dir: str, only: str | None = None) -> tuple[Folder, list[Problem]]:
    """Everything below `root/briefs_dir` that belongs to a brief, and problems for what cannot be read.

    With `only`, one brief, whatever else is there.
    Names that begin with a dot or an underscore are passed over. A link that leads out of the folder is refused:
    what it points to is nobody's annotation.
    """
    folder, briefs, problems = open_folder(root, briefs_dir, only)
    return replace(folder, briefs={brief.slug: brief for _, brief in briefs}), problems


def open_folder(
    root: Path, briefs_dir: str, only: str | None = None
) -> tuple[Folder, Iterator[tuple[str, BriefFolder]], list[Problem]]:
    """As `read_folder`, but each brief when it is asked for, with the name of its folder: all of them together may be
    more than is to be held at once. The problems are there when the last was asked for."""
    top = root / briefs_dir
    reader = _reader(top, root)
    if not top.is_dir():
        place = Location(briefs_dir, 1, 1)
        problem = Problem(place, "no-briefs", "there is no such folder", "make one with `briefs new SLUG`")
        return Folder(f"{briefs_dir}/{PARTIES}", None), iter(()), [problem]
    folder = Folder(reader.name(top / PARTIES), reader.read(top / PARTIES))
    briefs = ((path.name, reader.brief(path)) for path in reader.folders(top, only))
    return folder, briefs, reader.problems


def brief_names(root: Path, briefs_dir: str) -> list[str]:
    """The names of the briefs' folders, in order; none where the folder of briefs isn't there or can't be read."""
    top = root / briefs_dir
    reader = _reader(top, root)
    return [path.name for path in reader.entries(top) if path.is_dir()] if top.is_dir() else []


def read_brief(root: Path, briefs_dir: str, name: str) -> tuple[BriefFolder | None, list[Problem]]:
    """As `read_folder`, one brief alone, by the name of its folder; `None` where there is no such folder."""
    top = root / briefs_dir
    if not (top / name).is_dir():
        return None, []
    reader = _reader(top, root)
    return reader.brief(top / name), reader.problems


def read_register(root: Path, briefs_dir: str) -> tuple[Folder, list[Problem]]:
    """As `read_folder`, the register alone: without a brief."""
    top = root / briefs_dir
    reader = _reader(top, root)
    return Folder(reader.name(top / PARTIES), reader.read(top / PARTIES)), reader.problems


# --- Private functions ---


@dataclass(frozen=True, slots=True)
class _Reader:
    top: Path
    root: Path
    problems: list[Problem]
    inside: dict[Path, bool] = field(default_factory=dict)
    """Whether a folder lies below the top, links followed: asked once for all of its files."""

    def name(self, path: Path) -> str:
        """The path as problems show it: below the site's root, in POSIX form."""
        shown = path.absolute()
        if shown.is_relative_to(self.root):
            shown = shown.relative_to(self.root)
        return _printable(shown.as_posix())

    def entries(self, folder: Path) -> Iterator[Path]:
        try:
            paths = sorted(folder.iterdir())
        except OSError as error:
            self._refuse(folder, "unreadable", f"this cannot be read: {error.strerror}")
            return
        yield from (path for path in paths if not path.name.startswith((".", "_")))

    def folders(self, top: Path, only: str | None) -> Iterator[Path]:
        """The folders of briefs; with `only`, that one."""
        entries = self.entries(top) if only is None else [top / only]
        yield from (path for path in entries if path.is_dir())

    def read(self, path: Path) -> bytes | None:
        """The bytes of a file; `None` where there is none or it cannot be read (then with a problem)."""
        try:
            is_link = S_ISLNK(os.lstat(path).st_mode)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            self._refuse(path, "unreadable", f"this cannot be read: {error.strerror}")
            return None
        if not (self._is_inside(path) if is_link else self._is_inside(path.parent)):
            self._refuse(path, "link-outside", "this links to a file outside the folder of briefs")
            return None
        try:
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - done for each file of a site
                return file.readall()
        except OSError as error:
            self._refuse(path, "unreadable", f"this cannot be read: {error.strerror}")
            return None

    def _is_inside(self, path: Path) -> bool:
        """Whether what is at a path lies below the top; what is no link lies where its folder does."""
        if path not in self.inside:
            is_plain = path.name != ".." and path.parent != path and not path.is_symlink()
            self.inside[path] = (
                self._is_inside(path.parent) if is_plain else path.resolve().is_relative_to(self.top)
            )
        return self.inside[path]

    def brief(self, path: Path) -> BriefFolder:
        there = _names_in(path)
        articles = {}
        if ARTICLES in there and (path / ARTICLES).is_dir():
            for article in self.entries(path / ARTICLES):
                if article.suffix == ".md" and (content := self.read(article)) is not None:
                    articles[_printable(article.stem)] = content
        slug, name = _printable(path.name), self.name(path)
        own, links, lock = (
            self.read(path / file) if file in there else None for file in (BRIEF, LINKS, LOCK)
        )
        withheld = self._withheld(path / WITHHELD) if WITHHELD in there else {}
        return BriefFolder(slug, name, own, articles, links, lock, withheld)

    def _withheld(self, folder: Path) -> dict[str, bytes]:
        if not folder.is_dir():
            return {}
        texts = ((path, self.read(path)) for path in self.entries(folder) if path.suffix == ".txt")
        return {_printable(path.stem): content for path, content in texts if content is not None}

    def _refuse(self, path: Path, code: str, message: str) -> None:
        self.problems.append(Problem(Location(self.name(path), 1, 1), code, message))


def _reader(top: Path, root: Path) -> _Reader:
    return _Reader(top.resolve(), root.absolute(), [], {top: True})


def _names_in(folder: Path) -> Collection[str]:
    """What may be in a brief's folder: asked once, not for each of a thousand briefs' files that few have."""
    try:
        return set(os.listdir(folder))  # noqa: PTH208
    except OSError:
        return (BRIEF, LINKS, LOCK, ARTICLES, WITHHELD)


def _printable(name: str) -> str:
    """A file's name may be bytes that are no UTF-8: these are shown as escapes."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
