"""The command that lays files out: fmt."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from generator import pipeline
from generator.cli.completion import SLUG
from generator.cli.site import count, known, print_problems, with_site
from generator.layout import difference, lay_out_article, lay_out_file
from generator.load import load_article, load_yaml
from generator.load.folder import Folder, read_folder
from generator.model.source import Location, Problem, Severity, in_order
from generator.publish import Site
from generator.write import write


@click.command()
@click.argument("slugs", metavar="[SLUG]...", nargs=-1, type=SLUG)
@click.option(
    "--check", is_flag=True, help="Write nothing; list what would change, and exit with 1 if anything."
)
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@with_site
def fmt(site: Site, quiet: bool, slugs: tuple[str, ...], check: bool, diff: bool) -> None:
    """Lay out the YAML of every brief and the register, or of the briefs named.

    White space alone changes: two spaces to a step, one between words, none at the end of a line. Comments, blank
    lines, the order of keys, the way in which values are written and the text of articles stay as they are. A
    file with an error of YAML is left alone.

    \b
    Examples:
      briefs fmt
      briefs fmt harbour-fire --diff
      briefs fmt --check            in a workflow
    """
    folder, problems = read_folder(site.root, site.briefs_dir)
    for slug in slugs:
        known(slug, pipeline.Outcome({}, (), {}, tuple(folder.briefs)))
    files = list(_files(folder, slugs))
    results = [_laid(file) for file in files]
    problems += [problem for _, found in results for problem in found]
    if problems:
        texts = {file.name: file.raw.decode("utf-8-sig", errors="replace") for file in files}
        print_problems(pipeline.Outcome({}, tuple(in_order(problems)), texts), quiet=quiet, err=True)
    changed = [(file, laid) for file, (laid, _) in zip(files, results, strict=True) if laid != file.raw]
    for file, laid in changed:
        _put(site.root, file, laid, check=check, diff=diff)
    if not quiet:
        verb = "would change" if check or diff else "laid out"
        click.echo(f"{count(len(files), 'file')}, {len(changed)} {verb}", err=True)
    if any(problem.is_error for problem in problems) or (check and changed):
        sys.exit(1)


# --- Private functions ---


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    raw: bytes
    read: Callable[[str, bytes], tuple[object, list[Problem]]]
    lay_out: Callable[[bytes], bytes | None]


def _files(folder: Folder, slugs: Iterable[str]) -> Iterator[_File]:
    """Those of the briefs named; all, and the register, where none is."""
    if not slugs and folder.parties is not None:
        yield _File(folder.parties_file, folder.parties, load_yaml, lay_out_file)
    for slug in slugs or folder.briefs:
        brief = folder.briefs[slug]
        if brief.brief is not None:
            yield _File(brief.brief_file, brief.brief, load_yaml, lay_out_file)
        for source, raw in brief.articles.items():
            yield _File(brief.article_file(source), raw, load_article, lay_out_article)


def _laid(file: _File) -> tuple[bytes, list[Problem]]:
    """The bytes of a file laid out, or as they are, with what is wrong."""
    _, problems = file.read(file.name, file.raw)
    if any(problem.is_error for problem in problems):
        return file.raw, problems
    laid = file.lay_out(file.raw)
    if laid is not None:
        return laid, problems
    message = "this file cannot be laid out without loss, and stays as it is"
    remedy = "Write what is unusual in it more simply."
    return file.raw, [Problem(Location(file.name, 1, 1), "not-laid-out", message, remedy, Severity.WARNING)]


def _put(root: Path, file: _File, laid: bytes, *, check: bool, diff: bool) -> None:
    if diff:
        click.echo("".join(difference(file.name, file.raw, laid)), nl=False)
    elif check:
        click.echo(file.name)
    else:
        path = (root / file.name).resolve()
        write([(path.name, laid)], path.parent)
