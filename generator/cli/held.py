"""The options by which a command is told what briefs are held to: the last release, and a review."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from generator import pipeline
from generator.publish import Site


def with_held(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command `held`, which says what the briefs of a site are held to, given the site and its folder: what
    stands there was released, unless it is said otherwise."""

    @click.option(
        "--since", "revision", metavar="REV",
        help="Hold what is published to what this revision of git says: corrections are told, no address is lost.",
    )  # fmt: skip
    @click.option(
        "--since-site", "folder", metavar="DIR", type=click.Path(exists=True, file_okay=False),
        help="The same to the site in this folder; by default to the one that would be replaced.",
    )  # fmt: skip
    @click.option(
        "--require-review", "reviewed", is_flag=True,
        help="Let each published claim that nobody but its author has checked be an error.",
    )  # fmt: skip
    @wraps(command)
    def run(*given: Any, revision: str | None, folder: str | None, reviewed: bool, **options: Any) -> None:
        if revision is not None and folder is not None:
            raise click.UsageError("give --since or --since-site, not both")

        def held(site: Site, target: Path | None) -> pipeline.Held:
            if revision is not None:
                return pipeline.Held(_at(site, revision), reviewed)
            if folder and not pipeline.is_site(Path(folder)):
                raise click.UsageError(f"--since-site {folder}: there is no site of ours")
            released = Path(folder) if folder else target
            return pipeline.Held(pipeline.of_site(released) if released else None, reviewed)

        command(*given, held=held, **options)

    return run


# --- Private functions ---


def _at(site: Site, revision: str) -> pipeline.Past:
    try:
        past = pipeline.of_revision(site.root, site.settings(drafts=False), revision)
    except pipeline.NoRevisionError as error:
        raise click.UsageError(f"--since {revision}: {error}") from error
    if past.unread:
        click.echo(
            f"At {revision} these had errors by today's rules, and are not compared: {', '.join(past.unread)}",
            err=True,
        )
    return past
