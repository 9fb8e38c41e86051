"""The command that locks briefs: lock."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click
from mkdocs.utils import get_build_date

from generator import pipeline
from generator.cli.completion import SLUG
from generator.cli.site import count, known, print_problems, with_site
from generator.load.folder import LOCK, BriefFolder, read_folder
from generator.lsp.edits import applied
from generator.lsp.requote import requoted
from generator.lsp.sheet import Sheet
from generator.model.brief import Parties
from generator.model.lock import State
from generator.model.source import Problem, in_order
from generator.pipeline.line import parties_of, texts_of
from generator.pipeline.locking import Locking, Rewrite, lock_brief
from generator.publish import Site
from generator.write import write


@click.command()
@click.argument("slugs", metavar="[SLUG]...", nargs=-1, type=SLUG)
@click.option(
    "--update", is_flag=True,
    help="Take articles that changed, where each quote still says the same; write respelt quotes anew.",
)  # fmt: skip
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a lock would be another.")
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="What became of each quote of an article that changed, for people or for programs.",
)  # fmt: skip
@with_site
def lock(site: Site, quiet: bool, slugs: tuple[str, ...], update: bool, check: bool, style: str) -> None:
    """Lock briefs: keep what their articles say, so that a later change of an article shows.

    Writes brief.lock.yml beside brief.yml; commit it. When an article has changed, each quote is exact (where it
    stood), moved, immaterial (the same words in another spelling, or with other marks), material (another
    statement) or lost. With --update the first three are taken; the last two never are.

    \b
    Examples:
      briefs lock
      briefs lock harbour-fire --update
      briefs lock --check           in a workflow
    """
    folder, problems = read_folder(site.root, site.briefs_dir)
    for slug in slugs:
        known(slug, pipeline.Outcome({}, (), {}, tuple(folder.briefs)))
    parties, faults = parties_of(folder, has_briefs=bool(folder.briefs))
    chosen = [folder.briefs[slug] for slug in slugs or folder.briefs]
    results = [
        _unread(each, problems) or _locked(each, parties, folder.briefs, update=update) for each in chosen
    ]
    every = in_order([*problems, *faults, *(p for each in results for p in each.locking.problems)])
    if every:
        texts = texts_of(chosen, every, {folder.parties_file: folder.parties})
        print_problems(pipeline.Outcome({}, tuple(every), texts), quiet=quiet, err=True)
    changed = [each for each in results if each.files]
    for each in [] if check else changed:
        write(each.files, (site.root / each.folder.name).resolve())
    if style == "json":
        click.echo(json.dumps([row for each in results for row in each.rows()], ensure_ascii=False, indent=2))
    elif not quiet:
        _tell(results, check=check)
    if any(problem.is_error for problem in every) or (check and changed):
        sys.exit(1)


# --- Private functions ---


@dataclass(frozen=True, slots=True)
class _Result:
    """A brief with what locking it came to, and the files that are to be written in its folder."""

    folder: BriefFolder
    locking: Locking
    files: tuple[tuple[str, bytes], ...] = ()

    def rows(self) -> Iterator[dict[str, object]]:
        """What became of each quote of an article that changed, for programs."""
        for row in self.locking.rows:
            yield {
                "brief": self.folder.slug,
                "source": row.source,
                "quote": row.name,
                "state": row.state.value,
                "taken": row.is_taken,
            }


def _unread(folder: BriefFolder, problems: Collection[Problem]) -> _Result | None:
    """A brief with a file that can't be read: nothing of it is written, for its lock may be that file."""
    own = tuple(p for p in problems if p.is_error and p.location.file.startswith(f"{folder.name}/"))
    return _Result(folder, Locking(None, problems=own)) if own else None


def _locked(folder: BriefFolder, parties: Parties, slugs: Collection[str], *, update: bool) -> _Result:
    day = get_build_date()
    first = lock_brief(folder, parties, slugs, day, update=update)
    if first.file is None:
        return _Result(folder, first)
    brief = _rewritten(folder, first.rewrites)
    if first.rewrites:
        # What is written anew is checked as if an editor had written it, and locked as such.
        again = lock_brief(replace(folder, brief=brief), parties, slugs, day, update=update)
        first = replace(again, rewrites=first.rewrites, rows=first.rows)
        if first.file is None:
            return _Result(folder, first)
    files = ((Path(folder.brief_file).name, brief), (LOCK, first.file))
    before = (folder.brief, folder.lock)
    return _Result(
        folder, first, tuple((n, t) for (n, t), was in zip(files, before, strict=True) if t and t != was)
    )


def _rewritten(folder: BriefFolder, rewrites: Collection[Rewrite]) -> bytes:
    sheet = Sheet(folder.brief_file, folder.brief or b"", is_article=False)
    edits = [e for r in rewrites for e in requoted(sheet, r.path, r.exact, r.prefix, r.suffix)]
    return applied(sheet, edits)


def _tell(results: list[_Result], *, check: bool) -> None:
    for each in results:
        states = [row.state for row in each.locking.rows]
        if states:
            told = ", ".join(f"{states.count(state)} {state}" for state in State if state in states)
            click.echo(f"{each.folder.slug}: of the quotes of changed articles, {told}", err=True)
    changed = sum(bool(each.files) for each in results)
    told = f"{count(len(results), 'brief')}, {changed} {'would change' if check else 'locked anew'}"
    if faulty := sum(any(problem.is_error for problem in each.locking.problems) for each in results):
        told += f", {faulty} with errors"
    click.echo(told, err=True)
