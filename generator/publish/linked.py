"""Links in the docs folder that lead out of it: what they lead to is nobody's page, and is never published."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions

from generator.model.source import Location, Problem

LINK_OUTSIDE = "link-outside"


def links_out(config: MkDocsConfig, root: Path) -> list[Problem]:
    """A problem for each link that leads out of the docs folder, at its path below `root`, unless the configuration
    leaves out what it leads to; and for the docs folder itself where it is a link out of the project's. Reads no
    file."""
    docs = Path(config.docs_dir)
    top = _top(docs, root)
    if top is None:
        return [_problem(docs, root, "the project's folder")]
    found = (path for path in _leading_out(docs, top) if _is_published(path, config))
    return [_problem(docs / path, root, "the docs folder") for path in found]


def is_out(path: Path, config: MkDocsConfig, root: Path) -> bool:
    """Whether what has a path below the docs folder really lies elsewhere, by a link there or above."""
    top = _top(Path(config.docs_dir), root)
    return top is None or not _end(path).is_relative_to(top)


def without_links_out(files: Files, config: MkDocsConfig, root: Path) -> Files:
    """The files of a site but those that really lie elsewhere than in the docs folder."""
    for file in list(files):
        if file.src_dir == config.docs_dir and is_out(Path(str(file.abs_src_path)), config, root):
            files.remove(file)
    return files


# --- Private ---

_is_served: Callable[[InclusionLevel], bool] = InclusionLevel.is_in_serve


def _end(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _top(docs: Path, root: Path) -> Path | None:
    """Where the docs folder lies; `None` where a link in the project's folder leads out of that. The configuration
    may name another place."""
    top = _end(docs)
    return None if docs.is_relative_to(root) and not top.is_relative_to(_end(root)) else top


def _leading_out(folder: Path, top: Path, below: str = "") -> Iterator[str]:
    """The links below a folder that lead out of the top, by their paths; one that leads to a folder ends in `/`."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:  # MkDocs passes over it too
        return
    for entry in entries:
        is_link, is_folder = entry.is_symlink(), os.path.isdir(entry.path)  # noqa: PTH112 - no link in a circle fails it
        end = _end(Path(entry.path)) if is_link else None
        if end and not end.is_relative_to(top):
            yield f"{below}{entry.name}/" if is_folder else f"{below}{entry.name}"
        elif is_folder and not (end and _end(folder).is_relative_to(end)):
            yield from _leading_out(Path(entry.path), top, f"{below}{entry.name}/")


def _is_published(path: str, config: MkDocsConfig) -> bool:
    """Whether a file, or a page in a folder, gets into the site or its preview by the rules of the configuration."""
    name = f"{path}index.md" if path.endswith("/") else path
    file = File(name, config.docs_dir, config.site_dir, config.use_directory_urls)
    set_exclusions([file], config)
    return _is_served(file.inclusion)


def _problem(path: Path, root: Path, what: str) -> Problem:
    shown = path.relative_to(root) if path.is_relative_to(root) else path
    name = shown.as_posix().encode("utf-8", "backslashreplace").decode("utf-8")
    message = f"this links to something outside {what}"
    return Problem(Location(name, 1, 1), LINK_OUTSIDE, message, "copy it here, or take the link out")
