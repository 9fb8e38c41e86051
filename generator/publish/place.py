"""Where a site may go: never in the place of what is none of ours, nor among what it is made from or kept in."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

from click import ClickException

from generator.publish.manifest import MANIFEST, release_in

CACHE = Path(".cache/briefs")
"""Where builds keep what they made, below the site's root; it may be deleted at any time."""


class TakenError(ClickException):
    """Something of somebody else's lies where the site, or its releases, would go."""


def folder_of(target: Path) -> Path:
    """Where the releases of a site lie: `releases`, or beside a site of another name than `site` `NAME.releases`, so
    that two sites in one folder have their own."""
    return target.with_name("releases" if target.name == "site" else f"{target.name}.releases")


def followed(target: Path) -> Path:
    """Where a site really lies: links of others are followed, our own is the site. Raises `OSError`."""
    place = _real(target)
    for _ in range(40):  # as many as Linux follows
        if not place.is_symlink() or _is_ours(place):
            return place
        place = _real(place.parent / place.readlink())
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(target))


def misplaced(target: Path, root: Path, docs_dir: Path, briefs: Path, usual: Path) -> str:
    """Why a site can't be put at `target`, for all that the project says, in words for its owner; empty where it can.

    `usual` is where the project's site goes unless it is said otherwise. Raises `OSError`.
    """
    cache = root / CACHE
    place = followed(target)
    for kept in (root, docs_dir, briefs, cache):
        if _end(kept).is_relative_to(_end(place)):
            return f"the site cannot take the place of {target}: {kept} lies in it"
    for read in (docs_dir, briefs):
        if _end(place).is_relative_to(_end(read)):
            return f"the site cannot lie in {read}: it would be read as a part of it"
        if _end(read).is_relative_to(folder_of(place)):
            return f"the site's releases cannot lie in {folder_of(place)}: {read} does"
    if _end(place).is_relative_to(_end(cache)):
        return f"the site cannot lie in {cache}: builds keep there what they made, and sweep it"
    releases = folder_of(followed(usual))
    if place.is_relative_to(releases):
        return f"the site cannot lie in {releases}: the releases of {usual} do"
    return ""


def refuse_place(target: Path, folder: Path, *, is_usual: bool = False) -> None:
    """Refuses a site, and its releases, where a build would destroy what lies there or would itself be destroyed.

    To be asked before anything is made there. What lies at the usual place of a site is the site's to replace. Raises
    `TakenError`, `OSError`.
    """
    if os.path.lexists(target) and not target.is_dir() and not target.is_symlink():
        raise NotADirectoryError(errno.ENOTDIR, "this is no folder", str(target))
    for above in target.parents:
        if _is_shelf(above) or release_in(above):
            raise TakenError(f"the site cannot lie in {above}: that is a site, or holds releases of one")
    if _is_shelf(target):
        raise TakenError(f"the site cannot take the place of {target}: it holds releases of a site")
    if os.path.lexists(folder) and not folder.is_dir():
        raise TakenError(f"{folder} is no folder, and the site's releases would lie there: {_REMEDY}")
    if release_in(folder):
        raise TakenError(f"{folder} is a site, and the releases of {target} would lie there: {_REMEDY}")
    if not is_usual and not _is_shelf(folder):  # else somebody else may be publishing just now
        refuse_foreign(target)


def refuse_foreign(target: Path) -> None:
    """Refuses a folder with something in it that is no part of a site.

    A site may take the place of nothing, of an empty folder, of a link to a release of its own, of a release, and of
    what MkDocs built; what is hidden at its top stays anyway. Raises `TakenError`, `OSError`.
    """
    if not target.is_symlink() and (name := _foreign(target)):
        what = f"{target / name} is no part of a site that was built here, and would be lost"
        raise TakenError(f"{what}: {_REMEDY}")


# --- Private ---

_REMEDY = "move it away, or name another folder for the site (-d DIR)"

_GENERATOR = re.compile(rb'<meta name="?generator"? content="[^">]*\bmkdocs-[0-9]')
_FAR = 1 << 16
"""How far into a page the mark of what made it stands, at most."""


def _real(target: Path) -> Path:
    """A path without links above it."""
    return _end(target.parent) / target.name


def _end(path: Path) -> Path:
    """Where a path leads, also where nothing is yet."""
    return Path(os.path.realpath(path))


def _is_ours(link: Path) -> bool:
    """Whether a link leads to a release beside it."""
    return str(link.readlink()).startswith(f"{folder_of(link).name}/")


def _is_shelf(folder: Path) -> bool:
    """Whether releases of a site are kept in a folder."""
    return (folder / ".holder").is_file() and (folder / ".lock").is_file()


def _foreign(folder: Path) -> str:
    """Something at the top of a folder that is of no site of ours, nor of MkDocs'; nothing where there is none."""
    try:
        names = sorted(entry.name for entry in os.scandir(folder) if _is_seen(entry))
    except FileNotFoundError:
        return ""
    if not names or not release_in(folder):
        return "" if not names or _is_by_mkdocs(folder) else names[0]
    _, _, told = (folder / MANIFEST).read_bytes().partition(b'"files": {')
    return next((name for name in names if name != MANIFEST and not _is_told(name, told)), "")


def _is_seen(entry: os.DirEntry[str]) -> bool:
    """Whether something would be lost with it: hidden things stay, and an empty folder is nothing."""
    is_folder = entry.is_dir(follow_symlinks=False)
    return not entry.name.startswith(".") and not (is_folder and not os.listdir(entry.path))  # noqa: PTH208


def _is_told(name: str, manifest: bytes) -> bool:
    """Whether a manifest knows a file of this name at the top, or files below a folder of this name."""
    start = b'\n"' + os.fsencode(name)
    return start + b'"' in manifest or start + b"/" in manifest


def _is_by_mkdocs(folder: Path) -> bool:
    """Whether MkDocs built what is in a folder, which it would empty too: its pages say so, or what it always
    writes is there."""
    for page in ("index.html", "404.html"):
        try:
            with (folder / page).open("rb") as file:
                if _GENERATOR.search(file.read(_FAR)):
                    return True
        except OSError:
            continue
    return all((folder / name).is_file() for name in ("404.html", "sitemap.xml", "sitemap.xml.gz"))
