"""The command that makes an article of a page: add."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from generator import __version__, pipeline
from generator.cli.annotations import write_schemas
from generator.cli.site import count, with_site
from generator.ingest import KINDS, Kind, Reading, Refused, Rules, article_file, decode, fetch, kind_of, read
from generator.ingest.first_brief import first_brief
from generator.ingest.kind import LARGEST
from generator.ingest.raw import Kept, Origin, digest, kept, kept_of, listed, raw_files
from generator.ingest.register import party_entry, party_id, registered
from generator.model.brief import Parties
from generator.model.keys import ID_PATTERN
from generator.publish import Site
from generator.suggest.blank import REGISTER
from generator.write import write

AGENT = f"annotated-briefs/{__version__} (briefs add; an editor asked for this one page)"
_LINK = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*://")
_RANGE = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?")


@dataclass(frozen=True, slots=True)
class Given:
    """The input: its bytes and text, and where it came from."""

    raw: bytes
    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Place:
    """Where the article goes: the brief's slug, the folder of articles, its id, and what was kept of it before."""

    slug: str
    articles: Path
    id: str
    before: Kept | None

    @property
    def file(self) -> Path:
        """The article's file."""
        return self.articles / f"{self.id}.md"


@click.command()
@click.argument("slug")
@click.argument("source", metavar="[FILE|URL|-]", required=False)
@click.option("--as", "kind", type=click.Choice(KINDS), help="What it is; seen by itself unless said.")
@click.option("--id", "id_", metavar="ID", help="The article's id; the outlet's unless said.")
@click.option("--url", metavar="URL", help="Where it was published, where the input doesn't say.")
@click.option(
    "--keep", metavar="LINES", help="Take these lines of what was left out into the text: 3-5 or 3,7-9."
)
@click.option("--force", is_flag=True, help="Write over the article of this id, edited or not.")
@click.option("--register/--no-register", default=None, help="Add a new outlet to parties.yml, or don't ask.")
@click.option(
    "--dry-run", is_flag=True, help="Print the article file, and on standard error what was left out."
)
@with_site
def add(
    site: Site, quiet: bool, slug: str, source: str | None, kind: Kind | None, id_: str | None, url: str | None,
    keep: str | None, force: bool, register: bool | None, dry_run: bool,
) -> None:  # fmt: skip
    """Make an article of a saved page, of a page's text pasted into a file, of plain text, Markdown, or a link.

    The text is told from the menus, captions and lists around it, and the front matter is guessed; each key says
    from what. What was left out is listed, and kept beside the article with the input.

    \b
    Examples:
      briefs add harbour-fire saved-page.html
      briefs add harbour-fire https://courier.example/warehouse
      wl-paste | briefs add harbour-fire -       (macOS: pbpaste)
      briefs add harbour-fire page.txt --keep 3-5
      briefs add harbour-fire --id courier --keep 3,7-9
    """
    _check_ids(slug, id_, url)
    articles = site.root / site.briefs_dir / slug / "articles"
    try:
        given = _given(source, articles, id_, kind, url)
        parties = pipeline.registered(site.root, site.settings(drafts=True))
        reading = read(given.text, given.origin.kind, parties, given.origin.url)
        reading = reading.keeping(_numbers(keep, reading)) if keep is not None else reading
        outlet = party_id(reading.guesses.outlet, parties.by_id)
        text = article_file(reading, outlet, given.origin.accessed)
    except Refused as refused:
        raise click.ClickException(f"{source or id_}: {refused.message}\n   {refused.remedy}") from refused
    if dry_run:
        click.echo(text.encode(), nl=False)
        _tell_left_out(reading)
        _offer(site, parties, outlet, reading, register=False, asks=False)
        return
    place = _place(slug, articles, id_, outlet, given.raw, force=force)
    _write(site, place, given, reading, text)
    if not quiet:
        _tell_left_out(reading)
    _offer(site, parties, outlet, reading, register=register, asks=_can_ask(source, quiet=quiet))
    if not quiet:
        _tell_next(site, place, reading)


# --- Private functions ---


def _check_ids(slug: str, id_: str | None, url: str | None) -> None:
    for word, what in ((slug, "slug"), (id_, "id")):
        if word is not None and not re.fullmatch(ID_PATTERN, word):
            raise click.UsageError(
                f"“{word}” is no {what}: small letters, digits, - and _, like harbour-fire"
            )
    if url is not None and not re.fullmatch(r"https?://[^\s/?#@]+[^\s]{0,1900}", url):
        raise click.UsageError(f"“{url}” is no link: it starts with https:// and has no blank in it")


def _given(source: str | None, articles: Path, id_: str | None, kind: Kind | None, url: str | None) -> Given:
    """The input that was named; what was kept of the article `id_` where none was."""
    if source is None:
        before = kept(articles, id_) if id_ else None
        if before is None:
            raise click.UsageError(
                "name a file, a link, or - for standard input (or --id of an article that was added)"
            )
        origin = before.origin
        return _read_as(
            before.raw,
            decode(before.raw),
            origin.named,
            kind or origin.kind,
            url or origin.url,
            origin.accessed,
        )
    if _LINK.match(source):
        page = fetch(source, Rules(AGENT))
        text = decode(page.content, page.charset)
        today = datetime.now(tz=UTC).date().isoformat()
        return _read_as(
            page.content,
            text,
            page.url,
            kind or kind_of(text, media_type=page.media_type),
            url or page.url,
            today,
        )
    raw = _bytes_of(source)
    text = decode(raw)
    return _read_as(raw, text, source, kind or kind_of(text, source), url, None)


def _read_as(raw: bytes, text: str, named: str, kind: Kind, url: str | None, accessed: str | None) -> Given:
    return Given(raw, text, Origin(named, kind, url, accessed))


def _bytes_of(source: str) -> bytes:
    if source == "-":
        if sys.stdin.isatty():
            click.echo("Paste the page here, then press Ctrl-D on a line of its own:", err=True)
        return sys.stdin.buffer.read(LARGEST + 1)
    path = Path(source)
    if path.is_dir() or not path.exists():
        hint = (
            f"; a link starts with https://, like https://{source}"
            if re.match(r"[\w-]+\.[\w.-]+/|www\.", source)
            else ""
        )
        raise click.UsageError(f"{source} is {'a folder' if path.is_dir() else 'no file here'}{hint}")
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _numbers(keep: str, reading: Reading) -> set[int]:
    """The numbers that `3,7-9` names. Refuses what is no number of a line that was left out."""
    known = {piece.number for piece in reading.left_out if piece.number}
    wanted: set[int] = set()
    for part in keep.replace(" ", "").split(","):
        found = _RANGE.fullmatch(part)
        if not found:
            raise click.UsageError(
                f"--keep {keep}: “{part}” is no number and no range of them; write 3-5 or 3,7-9"
            )
        wanted |= set(range(int(found[1]), int(found[2] or found[1]) + 1))
    if unknown := sorted(wanted - known):
        raise click.UsageError(
            f"--keep {keep}: {count(len(known), 'line')} were left out, and {unknown[0]} is none of them"
        )
    return wanted


def _place(slug: str, articles: Path, id_: str | None, outlet: str, raw: bytes, *, force: bool) -> Place:
    """Where the article goes: no article is written over that someone edited, or that came from something else."""
    chosen = id_ or kept_of(articles, raw) or _free(articles, outlet)
    place = Place(slug, articles, chosen, kept(articles, chosen))
    if not place.file.exists() or force:
        return place
    before = place.before
    if before and before.raw == raw and digest(place.file.read_bytes()) == before.wrote:
        return place
    why = "was edited since" if before and before.raw == raw else "is there already"
    raise click.ClickException(
        f"{slug}/articles/{chosen}.md {why}\n   Give another --id, or --force to write over it (its edits are lost)."
    )


def _free(articles: Path, id_: str) -> str:
    number = 1
    while (articles / f"{(made := id_ if number == 1 else f'{id_[:90]}-{number}')}.md").exists():
        number += 1
    return made


def _write(site: Site, place: Place, given: Given, reading: Reading, text: str) -> None:
    briefs = site.root / site.briefs_dir
    content = text.encode("utf-8")
    files = raw_files(place.id, given.raw, reading, given.origin, content)
    write([*files.items(), (f"{place.id}.md", content)], place.articles)
    brief = briefs / place.slug / "brief.yml"
    if not brief.exists():
        today = datetime.now(tz=UTC).date().isoformat()
        write([(brief.name, first_brief(place.slug, place.id, reading, today).encode("utf-8"))], brief.parent)
        write_schemas(briefs)


def _tell_left_out(reading: Reading) -> None:
    lines = listed(reading)
    if lines:
        click.echo(
            f"{count(len(lines), 'line')} left out (--keep takes them back by their numbers):", err=True
        )
        _tell(lines)


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo("".join(c if c.isprintable() or c == "\t" else " " for c in line), err=True)


def _can_ask(source: str | None, *, quiet: bool) -> bool:
    return source != "-" and not quiet and sys.stdin.isatty() and sys.stderr.isatty()


def _offer(
    site: Site, parties: Parties, id_: str, reading: Reading, *, register: bool | None, asks: bool
) -> None:
    """Tells of an outlet that parties.yml doesn't have, and adds it where that is wanted."""
    if id_ in parties.by_id:
        return
    entry = party_entry(id_, reading.guesses.outlet)
    file = site.root / site.briefs_dir / "parties.yml"
    click.echo(
        f"{site.briefs_dir}/parties.yml has no {id_}; --register adds it, or write:\n  {entry}",
        err=True,
        nl=False,
    )
    if register is None and asks:
        register = click.confirm("Add it now?", default=True, err=True)
    if register:
        before = file.read_text(encoding="utf-8-sig") if file.exists() else REGISTER
        write([(file.name, registered(before, entry).encode("utf-8"))], file.parent)
        click.echo(f"added to {site.briefs_dir}/parties.yml: look it over", err=True)


def _tell_next(site: Site, place: Place, reading: Reading) -> None:
    paragraphs = sum(piece.is_body for piece in reading.pieces)
    file = f"{site.briefs_dir}/{place.slug}/articles/{place.id}.md"
    click.echo(f"{file}: {count(paragraphs, 'paragraph')}, read as {reading.kind}", err=True)
    click.echo(f"next: look it over, briefs check {place.slug}, briefs suggest {place.slug}", err=True)


__all__ = ["add"]
