"""The command that goes back to an older release, and what it shares with the one that makes a new one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

import click

from generator.cli.site import with_site
from generator.publish import Site
from generator.publish.hold import Holder
from generator.publish.manifest import commit_in
from generator.publish.place import followed, misplaced
from generator.publish.shelf import Shelf
from generator.publish.soundness import fault_in


def waits(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command the option how long it waits for who else publishes."""
    options = (
        click.option(
            "--wait", metavar="SECONDS", type=click.FloatRange(0), default=None,
            help="How long to wait for another build of the site; by default until it has ended.",
        ),
        click.option("--no-wait", "wait", flag_value=0.0, type=float, help="Don't wait: end with 75."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def shelf_of(site: Site, target: Path) -> Shelf:
    """The releases of the site at `target`. Refuses a place at which no site may be."""
    if fault := misplaced(target, site.root, site.docs_dir, site.root / site.briefs_dir, site.site_dir):
        raise click.UsageError(fault)
    is_usual = followed(target) == followed(site.site_dir)
    return Shelf(target, site.releases_kept, site.swap, is_usual=is_usual)


def alone(shelf: Shelf, wait: float | None, *, quiet: bool) -> AbstractContextManager[None]:
    """While nobody else publishes there; who is waited for is told."""

    def tell(holder: Holder) -> None:
        if not quiet:
            click.echo(f"{shelf.target} is held by {holder}: waiting", err=True)

    return shelf.held(wait, tell)


@click.command()
@click.argument("release", required=False)
@click.option("-d", "--site-dir", metavar="DIR", type=click.Path(file_okay=False), help="Where the site is.")
@click.option("--list", "is_list", is_flag=True, help="List the releases instead.")
@waits
@with_site
def rollback(
    site: Site, quiet: bool, release: str | None, site_dir: str | None, is_list: bool, wait: float | None
) -> None:
    """Serve an older release again: the one before, or RELEASE, of which the first few digits are enough.

    The next build publishes what the files say again: mend them first.

    \b
    Examples:
      briefs rollback
      briefs rollback --list
      briefs rollback 3f9a1c
    """
    shelf = shelf_of(site, Path(site_dir).absolute() if site_dir else site.site_dir)
    if not shelf.folder.is_dir():
        raise click.ClickException(f"{shelf.target} has no releases: `briefs build` makes the first")
    if is_list:
        for line in _listed(shelf):
            click.echo(line)
        return
    with alone(shelf, wait, quiet=quiet):
        chosen = _chosen(shelf, release)
        if fault := fault_in(shelf.place(chosen)):
            raise click.ClickException(
                f"{fault}: {chosen} is not whole any more, and the site stays as it is"
            )
        shelf.roll_back(chosen)
    if not quiet:
        click.echo(f"The site in {shelf.target} is release {chosen}", err=True)


# --- Private functions ---


def _listed(shelf: Shelf) -> list[str]:
    """Every release, the newest first, with the day and hour it was made, and its commit; the served one has a
    star."""
    live = shelf.live()
    lines = []
    for name in reversed(shelf.names()):
        place = shelf.place(name)
        made = datetime.fromtimestamp(place.stat().st_mtime).astimezone().strftime("%Y-%m-%d %H:%M")
        star = "*" if live and live[0] == name else " "
        lines.append(f"{star} {name}  {made}  {commit_in(place)[:12]}".rstrip())
    return lines


def _chosen(shelf: Shelf, asked: str | None) -> str:
    """The release that was asked for, or the one that was served before the one that is."""
    live, names = shelf.live(), shelf.names()
    if asked:
        found = [name for name in names if name.startswith(asked)]
        if len(found) != 1:
            what = "more than one release begins" if found else "no release begins"
            raise click.ClickException(f"{what} with “{asked}”: `briefs rollback --list` lists them")
        return found[0]
    before = names[: names.index(live[0])] if live else names
    if not before:
        raise click.ClickException("there is no older release: `briefs rollback --list` lists them")
    return before[-1]
