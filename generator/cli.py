"""The commands; exit 0 fine, 1 problems in the input, 2 wrong usage."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from difflib import get_close_matches
from functools import partial, wraps
from pathlib import Path
from typing import Any, TextIO

import click

from generator import __version__, pipeline
from generator.export.brief_json import export_brief
from generator.export.problems import problems_as_github, problems_as_json, problems_as_text
from generator.model.keys import ID_PATTERN
from generator.publish import Site, beside, build_site, open_site, serve_site
from generator.publish.engine import print_log
from generator.suggest import blank_brief, blank_party
from generator.write import write

FORMATS = {"json": problems_as_json, "github": problems_as_github}
CONFIG_NAMES = ("mkdocs.yml", "mkdocs.yaml")
RENDERED = ".briefs-render"
"""Marks a folder that `briefs render` made and may replace."""


def main() -> None:
    """The command `briefs`."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # as Ctrl-C does: no half-made folder stays
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # where it knows no “
    commands()


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="briefs")
def commands() -> None:
    """Check, build and preview annotated briefs.

    \b
    Examples:
      briefs new harbour-fire       a new brief, as a draft
      briefs check                  every problem, at its line
      briefs serve                  a preview that follows each edit
      briefs build                  the site, swapped in when it is whole
    """


def _config_file(_: click.Context, __: click.Parameter, given: str | None) -> Path:
    """The file that was named, or the nearest one upward."""
    if given:
        return Path(given).absolute()
    here = Path.cwd()
    for folder in (here, *here.parents):
        for name in CONFIG_NAMES:
            if (folder / name).is_file():
                return folder / name
    raise click.UsageError("there is no mkdocs.yml here or above; name one with -f")


def _with_site(command: Callable[..., None]) -> Callable[..., None]:
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
            raise click.ClickException(f"{error.filename or ''}: {error.strerror or error}") from error

    return run


@commands.command()
@click.argument("slugs", metavar="[SLUG]...", nargs=-1)
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "github"]), default="text", show_default=True,
    help="For people, for programs, or for annotations in GitHub's workflows.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Warnings too give exit status 1.")
@_with_site
def check(site: Site, quiet: bool, slugs: tuple[str, ...], style: str, strict: bool) -> None:
    """Check every brief, or those named: each quotation, reference, figure and date.

    \b
    Examples:
      briefs check
      briefs check harbour-fire --strict
      briefs check --format json > problems.json
    """
    outcome = pipeline.check(site.root, site.settings(drafts=True), slugs)
    for slug in slugs:
        _known(slug, outcome)
    if style == "text":
        _print_problems(outcome, quiet=quiet)
    else:
        click.echo(FORMATS[style](outcome.problems).encode(), nl=False)
    if outcome.fails(strict=strict):
        sys.exit(1)


@commands.command()
@click.option(
    "-d", "--site-dir", metavar="DIR", type=click.Path(file_okay=False), help="Where the site goes."
)
@click.option("--strict", is_flag=True, help="Let warnings fail the build.")
@_with_site
def build(site: Site, quiet: bool, site_dir: str | None, strict: bool) -> None:
    """Build the site beside the old one and swap it in when it is whole.

    \b
    Examples:
      briefs build
      briefs build --strict -d /srv/www/briefs
    """
    _needs_plugin(site)
    target = Path(site_dir).absolute() if site_dir else site.site_dir
    _refuse_target(site, target)
    with beside(target) as folder, _bar(quiet) as progress:
        build_site(
            site,
            folder,
            strict=strict,
            report=partial(_print_problems, quiet=quiet, err=True),
            progress=progress,
        )
    if not quiet:
        click.echo(f"The site is in {target}", err=True)


@commands.command()
@click.option("-a", "--dev-addr", metavar="IP:PORT", help="Where to serve; by default 127.0.0.1:8000.")
@click.option("-o", "--open", "open_browser", is_flag=True, help="Open it in a browser.")
@click.option("--strict", is_flag=True, help="Let warnings fail the build.")
@_with_site
def serve(site: Site, quiet: bool, dev_addr: str | None, open_browser: bool, strict: bool) -> None:
    """Preview the site, drafts and all, and follow each edit.

    \b
    Examples:
      briefs serve
      briefs serve -a 127.0.0.1:9000 --open
    """
    _needs_plugin(site)
    serve_site(site, address=dev_addr, open_browser=open_browser, strict=strict)


@commands.command()
@click.option(
    "--out", metavar="DIR", default="build/markdown", show_default=True, type=click.Path(file_okay=False),
    help="Where the pages go; what was rendered there before is replaced.",
)  # fmt: skip
@_with_site
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
    outcome = _whole(site, drafts=False, quiet=quiet)
    outputs = pipeline.render(outcome, site.settings(drafts=False))
    with beside(target) as folder:
        count = write([(RENDERED, b""), *map(pipeline.as_file, outputs)], folder) - 1
    if not quiet:
        click.echo(f"{count} files in {target}", err=True)


@commands.command()
@click.argument("slug")
@_with_site
def export(site: Site, quiet: bool, slug: str) -> None:
    """Print a brief as JSON: its claims, where each quotation stands, and what comparing gave.

    \b
    Examples:
      briefs export harbour-fire
      briefs export harbour-fire | jq '.claims[] | {id, status, origins}'
    """
    outcome = _whole(site, drafts=True, quiet=True, slugs=(slug,))
    _known(slug, outcome)
    click.echo(export_brief(outcome.findings[slug]), nl=False)


@commands.command()
@click.argument("slug")
@_with_site
def new(site: Site, quiet: bool, slug: str) -> None:
    """Begin a brief: a draft that passes every check, to be written over.

    \b
    Examples:
      briefs new harbour-fire
    """
    if not re.fullmatch(ID_PATTERN, slug):
        raise click.UsageError(f"“{slug}” is no slug: small letters, digits, - and _, like harbour-fire")
    briefs = site.root / site.briefs_dir
    if (briefs / slug).exists():
        raise click.UsageError(f"{site.briefs_dir}/{slug} is there already")
    parties = briefs / "parties.yml"
    register = parties.read_text(encoding="utf-8-sig") if parties.exists() else None
    completed = blank_party(register)
    with beside(briefs / slug) as folder:
        write(blank_brief(slug, datetime.now(tz=UTC).date()).items(), folder)
    if completed != register:
        write([(parties.name, completed.encode("utf-8"))], briefs)
    if not quiet:
        click.echo(f"{site.briefs_dir}/{slug}/brief.yml is a draft: briefs serve shows it", err=True)


# --- Private functions ---


def _whole(site: Site, *, drafts: bool, quiet: bool, slugs: tuple[str, ...] = ()) -> pipeline.Outcome:
    """What checking came to; problems are printed, and an error ends the command."""
    outcome = pipeline.check(site.root, site.settings(drafts=drafts), slugs)
    for slug in slugs:
        _known(slug, outcome)
    _print_problems(outcome, quiet=quiet, err=True)
    if outcome.fails(strict=False):
        sys.exit(1)
    return outcome


def _known(slug: str, outcome: pipeline.Outcome) -> None:
    if slug in outcome.slugs:
        return
    near = get_close_matches(slug, outcome.slugs, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    raise click.UsageError(f"there is no brief “{slug}”{hint}")


def _print_problems(outcome: pipeline.Outcome, *, quiet: bool, err: bool = False) -> None:
    stream = sys.stderr if err else sys.stdout
    colour = _is_terminal(stream) and not os.environ.get("NO_COLOR")
    if outcome.problems:
        click.echo(problems_as_text(outcome.problems, outcome.texts, colour=colour), err=err, nl=False)
    elif not quiet:
        click.echo(f"{_count(len(outcome.findings), 'brief')}, no problems", err=err)


def _is_terminal(stream: TextIO) -> bool:
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _needs_plugin(site: Site) -> None:
    if not site.has_plugin:
        raise click.UsageError(
            f"{site.config_file} does not list the plugin: add `- briefs` under `plugins:`"
        )


def _refuse_target(site: Site, target: Path) -> None:
    """A site takes the place of what was there: never of the input, nor of a folder that holds it or lies in it."""
    for kept in (site.root, site.docs_dir, site.root / site.briefs_dir):
        if kept.resolve().is_relative_to(target.resolve()):
            raise click.UsageError(f"the site cannot take the place of {target}: {kept} lies in it")
    for read in (site.docs_dir, site.root / site.briefs_dir):
        if target.resolve().is_relative_to(read.resolve()):
            raise click.UsageError(f"the site cannot lie in {read}: it would be read as a part of it")


@contextmanager
def _bar(quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal, nothing elsewhere."""
    if quiet or not _is_terminal(sys.stderr):
        yield lambda done, whole: None
        return
    with click.progressbar(length=1, label="Building", file=sys.stderr) as bar:

        def progress(done: int, whole: int) -> None:
            bar.length = whole
            bar.update(done - bar.pos)

        yield progress
