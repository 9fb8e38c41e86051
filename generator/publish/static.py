"""Files by hand that are no pages: only kinds that run nothing get into the site, and pictures are drawn anew."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel, get_files, set_exclusions

from generator.model.source import Location, Problem
from generator.publish.linked import is_out, links_out
from generator.publish.pictures import PICTURES, Unreadable, redrawn, version
from generator.publish.store import key_of, sealed, unsealed

PLAIN = frozenset("csv ico json mp3 mp4 ogg pdf txt vtt webm woff woff2 xml".split())
"""Kinds that no browser takes for a page of the site (`xml` without a style sheet or a script is none)."""

NAMED = frozenset({"_headers", "_redirects", "CNAME", "LICENSE"})
"""Files without a kind that hosts read."""

LISTED = frozenset({"css", "js", "mjs"})
"""Kinds that are allowed where `extra_css` or `extra_javascript` names the file."""


@dataclass(frozen=True, slots=True)
class Statics:
    """The pictures as they get into the site, by their paths in it, and what is wrong with files."""

    pictures: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()


def statics(config: MkDocsConfig, kinds: Collection[str], root: Path) -> Statics:
    """What becomes of the files below the docs folder that are no pages, and which links there, to pages too, lead
    out of it. `kinds` are allowed besides.

    Pictures are kept below `root/.cache/briefs/` where that is there, under the digest of what they were.
    """
    pictures: dict[str, bytes] = {}
    problems = links_out(config, root)
    has_links = bool(problems)
    kept = _Kept(root / ".cache/briefs")
    listed = {*config.extra_css, *map(str, config.extra_javascript)}
    for file in _by_hand(config):
        if has_links and is_out(Path(str(file.abs_src_path)), config, root):
            continue
        path = _below(file, root)
        kind = PurePosixPath(file.src_uri).suffix.lstrip(".").lower()
        if kind in PICTURES:
            try:
                pictures[file.dest_uri] = kept.picture(file.content_bytes, kind)
            except Unreadable as error:
                problems.append(_problem(path, "bad-picture", f"this picture can't be taken: {error}", _ANEW))
        elif not _is_allowed(file, kind, kinds, listed):
            problems.append(_problem(path, "file-not-allowed", _REFUSED % (kind or "no kind"), _remedy(kind)))
    kept.prune()
    return Statics(pictures, tuple(problems))


def put_pictures(pictures: Mapping[str, bytes], site: Path) -> None:
    """Puts them in the place of those that MkDocs copied."""
    for path, content in pictures.items():
        if (site / path).is_file():
            (site / path).write_bytes(content)


def read_kinds(written: object) -> tuple[frozenset[str], str]:
    """The kinds of files that a list of the configuration allows (`[svg, zip]`), and `""`; or none, and what is
    wrong, in words for the site's owner."""
    if written is None:
        return frozenset(), ""
    if not isinstance(written, list) or not all(isinstance(each, str) for each in written):
        return frozenset(), "this is a list of the ends of files' names: write [svg]"
    kinds = frozenset(each.strip().lstrip(".").lower() for each in written)
    odd = sorted(kind for kind in kinds if not kind.isascii() or not kind.isalnum())
    if odd:
        return frozenset(), f"“{odd[0]}” is no end of a file's name: write it like svg"
    return kinds, ""


# --- Private ---

_ANEW = "save it anew, as PNG, JPEG, WebP or GIF"
_REFUSED = "files of this kind (%s) don't get into the site: a browser may run what is in them"


_included: Callable[[InclusionLevel], bool] = InclusionLevel.is_included


class _Kept:
    """Pictures that were made before."""

    def __init__(self, cache: Path) -> None:
        self._folder = cache / "pictures" if cache.is_dir() else None
        self._used: set[str] = set()

    def picture(self, content: bytes, kind: str) -> bytes:
        key = key_of(version(), kind, content)
        self._used.add(key)
        file = self._folder / key if self._folder else None
        made = unsealed(file.read_bytes()) if file and file.is_file() else None
        if made is None:
            made = redrawn(content, kind)
            if file:
                file.parent.mkdir(parents=True, exist_ok=True)
                part = file.with_name(f".{file.name}.part")
                part.write_bytes(sealed(made))
                part.replace(file)
        return made

    def prune(self) -> None:
        for file in self._folder.iterdir() if self._folder and self._folder.is_dir() else ():
            if file.name not in self._used:
                file.unlink(missing_ok=True)


def _by_hand(config: MkDocsConfig) -> Iterator[File]:
    files = get_files(config)
    set_exclusions(files, config)
    for file in files:
        if _included(file.inclusion) and not file.is_documentation_page():
            yield file


def _below(file: File, root: Path) -> str:
    path = Path(file.abs_src_path or file.src_uri)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _is_allowed(file: File, kind: str, kinds: Collection[str], listed: Collection[str]) -> bool:
    if kind in LISTED and file.src_uri in listed:
        return True
    return kind in PLAIN or kind in kinds or (not kind and file.src_uri in NAMED)


def _remedy(kind: str) -> str:
    if kind in LISTED:
        return "name it under `extra_css:` or `extra_javascript:` in mkdocs.yml, or take it out"
    if not kind:
        return "take it out, or give it a name that says what it is"
    return (
        f"if it is yours and you know what is in it, write `static: [{kind}]` under `briefs:` in mkdocs.yml"
    )


def _problem(path: str, code: str, message: str, remedy: str) -> Problem:
    return Problem(Location(path, 1, 1), code, message, remedy)
