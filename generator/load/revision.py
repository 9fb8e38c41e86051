"""The folder of briefs as it was at a revision of git: read with git, by nobody's hooks and without a work tree."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path, PurePosixPath

from generator.load.folder import ARTICLES, BRIEF, PARTIES, BriefFolder, Folder


class NoRevisionError(Exception):
    """Why there is nothing to read, in words."""


def folder_at(root: Path, briefs_dir: str, revision: str) -> Folder:
    """The register and the briefs below `root/briefs_dir` as `revision` has them, byte for byte as committed.

    Symbolic links are not followed: what they lead to need not be in the repository. Raises `NoRevisionError` where
    git isn't installed, this is no work tree of it, or there is no such revision.
    """
    commit = (
        _git(root, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    )
    listed = _git(root, "ls-tree", "-r", "-z", commit, "--", f"{briefs_dir}/")
    blobs = {found[2].decode("utf-8", "replace"): found[1].decode() for found in _BLOB.finditer(listed)}
    top = PurePosixPath(briefs_dir)
    wanted = {
        name: blob for name, blob in blobs.items() if _is_ours(PurePosixPath(name).relative_to(top).parts)
    }
    contents = dict(zip(wanted, _contents(root, list(wanted.values())), strict=True))
    slugs = sorted({PurePosixPath(name).relative_to(top).parts[0] for name in wanted} - {PARTIES})
    briefs = {slug: _brief(f"{briefs_dir}/{slug}", slug, contents) for slug in slugs}
    return Folder(f"{briefs_dir}/{PARTIES}", contents.get(f"{briefs_dir}/{PARTIES}"), briefs)


# --- Private ---

_BLOB = re.compile(rb"100[0-7]{3} blob ([0-9a-f]+)\t([^\0]*)\0")
"""A file; links (120000) and submodules are others (git-ls-tree, "Output format")."""


def _is_ours(parts: tuple[str, ...]) -> bool:
    if any(part.startswith((".", "_")) for part in parts):
        return False
    is_article = len(parts) == 3 and parts[1] == ARTICLES and parts[2].endswith(".md")
    return parts == (PARTIES,) or (len(parts) == 2 and parts[1] == BRIEF) or is_article


def _brief(name: str, slug: str, contents: dict[str, bytes]) -> BriefFolder:
    above = f"{name}/{ARTICLES}/"
    articles = {
        file.removeprefix(above).removesuffix(".md"): text
        for file, text in sorted(contents.items())
        if file.startswith(above)
    }
    return BriefFolder(slug, name, contents.get(f"{name}/{BRIEF}"), articles)


def _contents(root: Path, blobs: list[str]) -> list[bytes]:
    """The bytes of these objects, in their order (git-cat-file, "Batch output")."""
    given = "".join(f"{blob}\n" for blob in blobs).encode()
    out, at, found = _git(root, "cat-file", "--batch", given=given), 0, []
    for _ in blobs:
        end = out.index(b"\n", at)
        size = int(out[at:end].rsplit(b" ", 1)[1])
        found.append(out[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
    return found


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    program = shutil.which("git")
    if program is None:
        raise NoRevisionError("git isn't installed")
    command = [program, "-C", str(root), *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False)  # noqa: S603 - no shell reads it
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise NoRevisionError(said[-1] if said else f"git failed with status {done.returncode}")
    return done.stdout
