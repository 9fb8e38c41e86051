"""The commands that put pages out: build and render."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click
from mkdocs.exceptions import Abort
from mkdocs.utils import get_build_date

from generator import pipeline
from generator.cli.held import with_held
from generator.cli.publishing import alone, shelf_of, waits
from generator.cli.site import is_terminal, needs_plugin, print_problems, whole, with_site
from generator.pipeline.build import Wanted
from generator.pipeline.cluster import SCHEME, cluster
from generator.pipeline.crew import cores, crew
from generator.publish import Site, beside, build_whole, disk
from generator.publish.adopted import adopt
from generator.publish.commit import commit_at
from generator.publish.engine import configuration
from generator.publish.linked import links_out
from generator.publish.place import CACHE
from generator.publish.plates import unusual
from generator.publish.shelf import Shelf
from generator.write import write

RENDERED = ".briefs-render"
"""Marks a folder that `briefs render` made and may replace."""


@click.command()
@click.option(
    "-d", "--site-dir", metavar="DIR", type=click.Path(file_okay=False), help="Where the site goes."
)
@click.option("--strict", is_flag=True, help="Let warnings fail the build.")
@click.option(
    "-j", "--jobs", metavar="N", type=click.IntRange(1), default=None,
    help="How many processes build; by default as many as there are cores.",
)  # fmt: skip
@click.option(
    "--executor", metavar="ADDRESS", callback=lambda *given: _scheduler(given[2]),
    help="Build by the workers of a Dask scheduler, dask://HOST:PORT, which see the same files.",
)  # fmt: skip
@click.option("--no-cache", is_flag=True, help="Build everything anew, and keep nothing for the next time.")
@waits
@with_held
@with_site
def build(
    site: Site,
    quiet: bool,
    site_dir: str | None,
    strict: bool,
    jobs: int | None,
    executor: str | None,
    no_cache: bool,
    wait: float | None,
    held: Callable[[Site, Path | None], pipeline.Held],
) -> None:
    """Build the site beside the old one and swap it in when it is whole.

    What was built before of the same is taken from .cache/briefs, so that the work grows with the edit. Where another
    build is at it, this one waits, or with --no-wait ends with 75.

    \b
    Examples:
      briefs build
      briefs build --strict -d /srv/www/briefs
      briefs build -j 1 --no-cache
      briefs build --executor dask://10.0.0.5:8786
      briefs build --strict --since v2026.11
    """
    needs_plugin(site)
    _needs_day()
    target, shelf = _aim(site, site_dir)
    report = partial(print_problems, quiet=quiet, err=True)
    with alone(shelf, wait, quiet=quiet), _bar(quiet) as progress:
        cache = _cache(site, shelf, no_cache=no_cache)
        reason = _looked_at(site, cache / "site", report)
        held_to = held(site, target if reason else None)
        wanted = Wanted(site.config_file, shelf, cache, site.briefs_dir, strict, held_to)
        if reason:
            _note(f"All pages are built anew, because of {reason}", quiet)
            _build_whole(site, wanted, report, progress)
        else:
            with cluster(executor) if executor else crew(jobs or cores()) as workers:
                pipeline.build(wanted, partial(configuration, site.config_file), workers, report, progress)
    _note(f"The site is in {target}", quiet)


@click.command()
@click.option(
    "--out", metavar="DIR", default="build/markdown", show_default=True, type=click.Path(file_okay=False),
    help="Where the pages go; what was rendered there before is replaced.",
)  # fmt: skip
@with_site
def render(site: Site, quiet: bool, out: str) -> None:
    """Write the Markdown pages to disk, for reading or for another engine.

    \b
    Examples:
      briefs render
      briefs render --out /tmp/pages
    """
    target = Path(out).absolute()
    if target.is_dir() and any(target.iterdir()) and not (target / RENDERED).exists():
        raise click.UsageError(f"{target} is not empty, and was not made by `briefs render`")
    outcome = whole(site, drafts=False, quiet=quiet)
    outputs = pipeline.render(outcome, site.settings(drafts=False))
    with beside(target) as folder:
        count = write([(RENDERED, b""), *map(pipeline.as_file, outputs)], folder) - 1
    if not quiet:
        click.echo(f"{count} files in {target}", err=True)


# --- Private functions ---


def _looked_at(site: Site, folder: Path, report: Callable[[pipeline.Outcome], None]) -> str:
    """Why all pages have to be built anew; nothing where they need not. Ends a build of a docs folder that has links
    out of it, before anything is read there."""
    config = configuration(site.config_file, folder)
    if links := links_out(config, site.root):
        report(pipeline.Outcome({}, tuple(links), {}))
        raise Abort(f"Aborted: {len(links)} problems in the docs folder")
    return unusual(config)


def _build_whole(
    site: Site, wanted: Wanted, report: Callable[..., None], progress: Callable[[int, int], None]
) -> None:
    """Has MkDocs build every page, and publishes what it wrote."""
    shelf = wanted.shelf
    disk.mkdir(shelf.rolling)
    build_whole(site, shelf.rolling, strict=wanted.strict, report=report, progress=progress, held=wanted.held)
    adopt(shelf, commit_at(site.root))


def _scheduler(given: str | None) -> str | None:
    if given is not None and not re.fullmatch(rf"{SCHEME}[^/\s]+:\d+", given):
        raise click.BadParameter(f"write {SCHEME}HOST:PORT, such as {SCHEME}127.0.0.1:8786, not {given}")
    return given


def _needs_day() -> None:
    """Refuses a day that is none (`SOURCE_DATE_EPOCH`, reproducible-builds.org) before MkDocs fails on it."""
    try:
        get_build_date()
    except (ValueError, OverflowError, OSError) as error:
        given = os.environ.get("SOURCE_DATE_EPOCH")
        raise click.UsageError(f"SOURCE_DATE_EPOCH is no number of seconds since 1970: {given}") from error


def _aim(site: Site, site_dir: str | None) -> tuple[Path, Shelf]:
    """Where the site goes, and its releases."""
    target = Path(site_dir).absolute() if site_dir else site.site_dir
    return target, shelf_of(site, target)


def _note(text: str, quiet: bool) -> None:
    if not quiet:
        click.echo(text, err=True)


def _cache(site: Site, shelf: Shelf, *, no_cache: bool) -> Path:
    """Where what is built is kept for the next time, or for this time alone: then beside the site, on its device, and
    it goes when the shelf is let go."""
    if not no_cache:
        return site.root / CACHE
    disk.mkdir(shelf.scratch)
    return shelf.scratch


@contextmanager
def _bar(quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal, nothing elsewhere."""
    if quiet or not is_terminal(sys.stderr):
        yield lambda done, every: None
        return
    with click.progressbar(length=1, label="Building", file=sys.stderr) as bar:

        def progress(done: int, every: int) -> None:
            bar.length = every
            bar.update(done - bar.pos)

        yield progress
