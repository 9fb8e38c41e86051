"""Pagefind run over the entries of one group, and its index packed."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from mkdocs.exceptions import PluginError

from generator.model.entry import Entry
from generator.publish.find.join import MANIFEST, READER, WORKER
from generator.publish.find.pack import Packed, Program, pack, program_of
from generator.publish.find.sheet import path, sheet
from generator.publish.leftovers import scratch

SCRIPT = "pagefind.js"
PATIENCE = 600.0
"""Seconds after which Pagefind counts as hung. A group takes less than one."""


class SearchError(PluginError):
    """The index can't be made: Pagefind is missing, failed, was ended, or wrote what it should not."""


def packed_group(entries: Collection[Entry], language: str, level: int) -> Packed:
    """The index of a group; `level` is that of the site's shelves.

    `language` is the site's, of which a query knows the stems whatever page it is asked on: a brief in another one is
    found by the words as they stand. Raises `SearchError`.
    """
    with _made(entries, language) as made:
        packed = _packed(made, level)
    if len(packed.addresses) != len(entries):
        raise SearchError(f"search: Pagefind indexed {len(packed.addresses)} of {len(entries)} entries")
    return replace(packed, group=replace(packed.group, days=_days(entries, packed.addresses)))


def engine_files(language: str) -> tuple[dict[str, bytes], Program]:
    """Pagefind's scripts and its program for the language by their paths, and what the site is to know of it. Raises
    `SearchError`."""
    with _made([Entry("x/", "x", "x", "page")], language) as made:
        try:
            program = program_of(made, language)
            files = {name: (made / name).read_bytes() for name in (SCRIPT, WORKER, program.file)}
            files[SCRIPT] = patient(files[SCRIPT])
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise _unreadable(error) from error
    return {**files, WORKER: READER + files[WORKER]}, program


def patient(script: bytes) -> bytes:
    """Pagefind's script, which waits for its worker as long as a slow network takes.

    After five seconds it would do without one and run its program within the page, whose policy does not let it.
    """
    return script.replace(_IMPATIENT, _PATIENT)


def put(files: Mapping[str, bytes], folder: Path) -> None:
    """Exactly these files below the folder."""
    there = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
    for name, content in files.items():
        put_one(folder / name, content)
    for name in there.keys() - files.keys():
        there[name].unlink()


def put_joined(files: Mapping[str, bytes], site: Path) -> None:
    """What all groups have in common, below the site, and none of what they had in common before."""
    for name, content in sorted(
        files.items(), key=lambda file: file[0] == MANIFEST
    ):  # which leads to the others
        put_one(site / name, content)
    wanted = {site / name for name in files}
    folder = (site / MANIFEST).parent
    for old in {*folder.glob("heads-*"), *folder.glob("dates-*"), *folder.glob("shelves/*")} - wanted:
        old.unlink()


def put_one(file: Path, content: bytes) -> None:
    """This content in the file, which is not touched where it holds that."""
    if not file.is_file() or file.read_bytes() != content:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


# --- Private ---

_IMPATIENT = b'new Error("Worker initialization timeout")),5e3)'
_PATIENT = b'new Error("Worker initialization timeout")),6e4)'


@contextmanager
def _made(entries: Collection[Entry], language: str) -> Iterator[Path]:
    """The folder that Pagefind wrote the index of the entries into.

    Its command over small pages in memory takes 0.40 s for 750 entries, its service told of one after the other
    0.44 s, and its Python interface, which looks for an answer ten times a second, more than a minute.
    """
    with scratch() as folder:
        site, made = folder / "site", folder / "made"
        # Memory lists the newest file first: so the pages come to stand in order, and `pack` has less to do.
        for entry in sorted(entries, key=path, reverse=True):
            file = site / path(entry)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(sheet(entry), "utf-8")
        _run(site, made, language)
        yield made


def _run(site: Path, made: Path, language: str) -> None:
    from pagefind.service import get_executable  # noqa: PLC0415 - dear, and needed where something is indexed alone

    program = get_executable()
    if program is None or not program.is_file():
        raise SearchError(f"search: Pagefind is not there. {_INSTEAD}")
    known = re.split("[-_]", language)[0].lower()
    asked = ["--site", str(site), "--output-path", str(made), "--force-language", known, "--silent"]
    try:
        # Beside the pages lies no configuration of Pagefind's, as it might where the command was called.
        done = subprocess.run(  # noqa: S603 - the program of the package, no shell
            [program, *asked],
            cwd=site.parent,
            env=_environment(),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SearchError(f"search: Pagefind cannot be run: {error}. {_INSTEAD}") from error
    if done.returncode:
        said = (done.stderr or done.stdout).decode("utf-8", "replace").strip()
        is_ended = done.returncode < 0
        how = f"was ended by signal {-done.returncode}" if is_ended else f"failed: {said or done.returncode}"
        raise SearchError(f"search: Pagefind {how}. {_INSTEAD}")


_INSTEAD = "With `search: material` under `briefs:` in mkdocs.yml the site has Material’s own search"


def _environment() -> dict[str, str]:
    """Without what would configure Pagefind."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}


def _packed(made: Path, level: int) -> Packed:
    try:
        return pack(made, level)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise _unreadable(error) from error


def _unreadable(error: Exception) -> SearchError:
    return SearchError(f"search: what Pagefind wrote cannot be read: {error!r}")


def _days(entries: Collection[Entry], addresses: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """The days of the entries in the order of the pages. Pagefind itself puts results of several groups in the order
    of their scores."""
    days = {f"/{path(entry)}": entry.date for entry in entries}
    of = (days.get(address) or days.get(f"{address}index.html", "") for address in addresses)
    return tuple((day, len([*run])) for day, run in groupby(of))
