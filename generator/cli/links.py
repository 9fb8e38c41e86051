"""The command that asks whether what briefs link to is still there: links."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from generator import __version__, pipeline
from generator.cli.completion import SLUG
from generator.cli.site import count, known, with_site
from generator.ingest import Rules
from generator.ingest.links import Asked, Manners, ask
from generator.load.folder import LINKS
from generator.load.links import written_links
from generator.model.findings import Findings
from generator.publish import Site
from generator.write import write

AGENT = f"annotated-briefs/{__version__} (briefs links; asks whether a link is still there)"


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a brief: in which file it stands, and what it is: an article's `original` or its `archive`, or a
    `note`'s."""

    brief: str
    file: str
    kind: str
    url: str


@click.command()
@click.argument("slugs", metavar="[SLUG]...", nargs=-1, type=SLUG)
@click.option("--json", "as_json", is_flag=True, help="Print what each link answered, for programs.")
@click.option("--dry-run", is_flag=True, help="Write nothing.")
@with_site
def links(site: Site, quiet: bool, slugs: tuple[str, ...], as_json: bool, dry_run: bool) -> None:
    """Ask whether the originals, archived copies and notes' links of briefs are still there.

    What is dead is written into links.yml beside brief.yml: commit it, and the next build offers the archived copy
    first. Exit status 1 where something is dead. Nothing else asks the network for these.

    \b
    Examples:
      briefs links
      briefs links harbour-fire --json
    """
    outcome = pipeline.check(site.root, site.settings(drafts=True), slugs)
    for slug in slugs:
        known(slug, outcome)
    every = [link for findings in outcome.findings.values() for link in _links_of(findings)]
    answers = {asked.url: asked for asked in ask((link.url for link in every), rules(), MANNERS)}
    if every and all(asked.status is None for asked in answers.values()):
        if as_json:
            _tell(every, answers, as_json=True, quiet=quiet)
        raise click.ClickException(_silent(answers))
    today = datetime.now(tz=UTC).date().isoformat()
    dead = {
        slug: _dead(findings, answers, today)
        for slug, findings in outcome.findings.items()
        if findings.brief.annotations.status != "withdrawn"
    }
    if not dry_run:
        for slug, found in dead.items():
            _keep(site.root / site.briefs_dir / slug, found, outcome.findings[slug].brief.dead)
    _tell(every, answers, as_json=as_json, quiet=quiet)
    if any(dead.values()):
        sys.exit(1)


def rules() -> Rules:
    """What may be asked for."""
    return Rules(AGENT)


MANNERS = Manners()


# --- Private functions ---


def _links_of(findings: Findings) -> Iterator[Link]:
    brief = findings.brief
    if brief.annotations.status == "withdrawn":
        return
    for article in brief.articles.values():
        for kind, url in (("original", article.meta.url), ("archive", article.meta.archive_url)):
            if url:
                yield Link(brief.slug, article.file, kind, url)
    for note in brief.annotations.notes:
        for url in note.links:
            yield Link(brief.slug, brief.tree.file, "note", url)


def _dead(findings: Findings, answers: Mapping[str, Asked], today: str) -> dict[str, str]:
    """The dead addresses of a brief, each since the day on which it was first found so; one of which it isn't known
    now stays what it was."""
    before = findings.brief.dead
    found = {}
    for link in _links_of(findings):
        state = answers[link.url].state
        if state == "dead" or (state == "unknown" and link.url in before):
            found[link.url] = before.get(link.url, today)
    return found


def _keep(folder: Path, dead: Mapping[str, str], before: Mapping[str, str]) -> None:
    if dead == before:
        return
    if dead:
        write([(LINKS, written_links(dead))], folder)
    else:
        (folder / LINKS).unlink(missing_ok=True)


def _silent(answers: Mapping[str, Asked]) -> str:
    """Why no link answered."""
    if any(asked.is_public for asked in answers.values()):
        return "no link answered: is there a connection? Nothing is written"
    return "no link was asked: there is none to the public internet. Nothing is written"


def _tell(every: list[Link], answers: Mapping[str, Asked], *, as_json: bool, quiet: bool) -> None:
    if as_json:
        told = [
            {**asdict(link), "state": asked.state, "status": asked.status, "why": asked.why}
            for link in every
            for asked in (answers[link.url],)
        ]
        click.echo(json.dumps({"links": told}, ensure_ascii=False))
        return
    for link in every:
        asked = answers[link.url]
        if asked.state == "dead" or (asked.state == "unknown" and not quiet):
            click.echo(f"{link.file}: {asked.state}, {link.kind}: {_plain(link.url)}: {_plain(asked.why)}")
    if not quiet:
        states = [asked.state for asked in answers.values()]
        click.echo(
            f"{count(len(states), 'link')}, {states.count('dead')} dead, {states.count('unknown')} unknown",
            err=True,
        )


def _plain(text: str) -> str:
    """No answer of a server's reaches a terminal as a control character."""
    return "".join(c if c.isprintable() else " " for c in text)
