"""What makes sites: our own command, stock MkDocs with Material, and others, each measured in the same way."""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from benchmarks.edits import reword
from benchmarks.measure import CommandFailedError, Run, run, weight


@dataclass(frozen=True, slots=True)
class Builder:
    """A command that makes a site of the files at `root`.

    Of what a build leaves, `output` is the site and `kept` what a next build may be quicker by. `edit` changes one
    brief, another one for each number; `None` where every build begins anew, so that there is nothing to tell apart.
    """

    name: str
    root: Path
    command: tuple[str, ...]
    output: Path
    kept: tuple[Path, ...] = ()
    edit: Callable[[int], object] | None = None
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Measured:
    """Every build of one builder: clean, without a change, after an edit; and what the clean site weighs.

    `fault` says why there are none.
    """

    name: str
    clean: list[Run] = field(default_factory=list)
    same: list[Run] = field(default_factory=list)
    edited: list[Run] = field(default_factory=list)
    megabytes: float = 0.0
    files: int = 0
    fault: str = ""

    @property
    def peak(self) -> float:
        """Megabytes: the most that any process held."""
        return max(each.peak for each in (*self.clean, *self.same, *self.edited))


def measured(builders: Mapping[str, Callable[[], Builder]], runs: int) -> list[Measured]:
    """So many rounds of all builders in turn, so that what else the machine does falls on each of them."""
    made, found = {}, {name: Measured(name) for name in builders}
    for name, begin in builders.items():
        with _told(found[name]):
            made[name] = begin()
    for number in range(runs):
        for name, builder in made.items():
            if not found[name].fault:
                with _told(found[name]):
                    _round(builder, number, found[name])
    return list(found.values())


def ours(root: Path) -> Builder:
    """`briefs build`; an edit is a claim in other words."""
    return Builder(
        "briefs build",
        root,
        (command("briefs"), "build", "-q"),
        root / "site",
        (root / "releases", root / ".cache"),
        lambda number: reword(root, random.Random(number)),  # noqa: S311 - data for a benchmark, not a secret
    )


def rendered(root: Path, out: Path) -> int:
    """Writes the Markdown of the site at `root` to `out`, for the others to build; how many pages it has."""
    run((command("briefs"), "render", "-q", "--out", str(out)), root)
    return len(list(out.rglob("*.md")))


def stock(root: Path, folder: Path) -> Builder:
    """MkDocs with Material and its search on `folder/docs`, with the configuration and the nav of the site at `root`.

    It keeps nothing: each of its builds is a clean one.
    """
    config = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))
    config |= {"docs_dir": "docs", "plugins": ["search"]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    return Builder("MkDocs + Material", folder, (command("mkdocs"), "build", "-q"), folder / "site")


def command(name: str) -> str:
    """The command that is installed beside this Python."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or name


# --- Private functions ---


@contextmanager
def _told(measured: Measured) -> Iterator[None]:
    try:
        yield
    except CommandFailedError as why:
        measured.fault = str(why)


def _round(builder: Builder, number: int, found: Measured) -> None:
    if builder.output.is_symlink():  # to one of the releases, which are kept
        builder.output.unlink()
    for folder in (builder.output, *builder.kept):
        shutil.rmtree(folder, ignore_errors=True)
    found.clean.append(_built(builder))
    found.megabytes, found.files = weight(builder.output)
    if builder.edit:
        found.same.append(_built(builder))
        builder.edit(number)
        found.edited.append(_built(builder))


def _built(builder: Builder) -> Run:
    return run(builder.command, builder.root, builder.environment)
