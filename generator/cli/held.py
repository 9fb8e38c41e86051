"""The options by which a command is told what the last release was."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from generator import pipeline
from generator.publish import Site


def with_past(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command `since`, which says of a site what was released; nothing where that isn't said: then it is what
    stands in the site's folder."""

    @click.option(
        "--since", "revision", metavar="REV",
        help="Hold what is published to what this revision of git says: corrections are told, no address is lost.",
    )  # fmt: skip
    @click.option(
        "--since-site", "folder", metavar="DIR", type=click.Path(exists=True, file_okay=False),
        help="The same to the site in this folder; by default to the one that would be replaced.",
    )  # fmt: skip
    @wraps(command)
    def run(*given: Any, revision: str | None, folder: str | None, **options: Any) -> None:
        if revision is not None and folder is not None:
            raise click.UsageError("give --since or --since-site, not both")

        def since(site: Site) -> pipeline.Past | None:
            if revision is not None:
                return _at(site, revision)
            return pipeline.of_site(Path(folder)) if folder else None

        command(*given, since=since, **options)

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
