"""What the commands share: the site that they are about, and how they tell of problems."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from difflib import get_close_matches
from functools import wraps
from pathlib import Path
from typing import Any, TextIO

import click

from generator import pipeline
from generator.export.problems import problems_as_text
from generator.publish import Site, open_site
from generator.publish.engine import print_log

CONFIG_NAMES = ("mkdocs.yml", "mkdocs.yaml")


def with_site(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command the site as its first argument, and the options that all commands share."""

    @click.option(
        "-f", "--config-file", metavar="FILE", callback=_config_file,
        type=click.Path(exists=True, dir_okay=False),
        help="The site's configuration; by default the nearest mkdocs.yml upward.",
    )  # fmt: skip
    @click.option("-q", "--quiet", is_flag=True, help="Print problems only.")
    @wraps(command)
    def run(config_file: Path, quiet: bool, **options: Any) -> None:
        print_log(quiet=quiet)
        try:
            command(open_site(config_file), quiet, **options)
        except BrokenPipeError:
            raise  # who reads what we print has read enough: click ends quietly
        except OSError as error:
            raise click.ClickException(_unwritten(error)) from error
        except BrokenExecutor as error:
            what = "a process that built was ended from outside, perhaps for want of memory: try fewer (-j 1)"
            raise click.ClickException(what) from error

    return run


def whole(site: Site, *, drafts: bool, quiet: bool, slugs: tuple[str, ...] = ()) -> pipeline.Outcome:
    """What checking came to; problems are printed, and an error ends the command."""
    outcome = pipeline.check(site.root, site.settings(drafts=drafts), slugs)
    for slug in slugs:
        known(slug, outcome)
    print_problems(outcome, quiet=quiet, err=True)
    if outcome.fails(strict=False):
        sys.exit(1)
    return outcome


def known(slug: str, outcome: pipeline.Outcome) -> None:
    """Refuses a slug that no brief has, and names the nearest."""
    if slug in outcome.slugs:
        return
    near = get_close_matches(slug, outcome.slugs, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    raise click.UsageError(f"there is no brief “{slug}”{hint}")


def print_problems(outcome: pipeline.Outcome, *, quiet: bool, err: bool = False) -> None:
    """Every problem as people read it, or that there is none."""
    stream = sys.stderr if err else sys.stdout
    colour = is_terminal(stream) and not os.environ.get("NO_COLOR")
    if outcome.problems:
        click.echo(problems_as_text(outcome.problems, outcome.texts, colour=colour), err=err, nl=False)
    elif not quiet:
        click.echo(f"{count(outcome.checked, 'brief')}, no problems", err=err)


def needs_plugin(site: Site) -> None:
    """Refuses a site that doesn't list the plugin."""
    if not site.has_plugin:
        raise click.UsageError(
            f"{site.config_file} does not list the plugin: add `- briefs` under `plugins:`"
        )


def nearest_config(here: Path) -> Path | None:
    """The site's configuration in this folder or in the nearest one above."""
    places = (folder / name for folder in (here, *here.parents) for name in CONFIG_NAMES)
    return next((place for place in places if place.is_file()), None)


def is_terminal(stream: TextIO) -> bool:
    """Whether someone watches who can be shown colours and a moving line."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def count(number: int, noun: str) -> str:
    """“1 file”, “2 files”."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


# --- Private functions ---

_REMEDIES = {
    errno.ENOSPC: "make room there, and try again",
    errno.EDQUOT: "make room there, and try again",
    errno.EROFS: "name a folder that can be written to, or have it mounted so",
    errno.EACCES: "let this user read and write there",
    errno.EPERM: "let this user read and write there",
    errno.ENOENT: "it went while it was needed: try again",
    errno.EIO: "the disk fails: look into the system's log",
    errno.EBUSY: "it is a mount point, perhaps: mount the folder above it instead",
    errno.EMFILE: "allow this user more open files (ulimit -n)",
}


def _unwritten(error: OSError) -> str:
    """What could not be done where, and what to do."""
    said = f"{error.filename}: {error.strerror}" if error.filename else f"{error.strerror or error}"
    remedy = _REMEDIES.get(error.errno or 0)
    return f"{said} ({remedy})" if remedy else said


def _config_file(_: click.Context, __: click.Parameter, given: str | None) -> Path:
    """The file that was named, or the nearest one upward."""
    if given:
        return Path(given).absolute()
    if nearest := nearest_config(Path.cwd()):
        return nearest
    raise click.UsageError("there is no mkdocs.yml here or above; name one with -f")
