"""The command that begins a site: init."""

from __future__ import annotations

from pathlib import Path

import click

from generator import __version__
from generator.cli.annotations import SCHEMA
from generator.export.schema import FILES, KINDS, schema_text
from generator.start import EXAMPLE, new_site
from generator.write import write

STEPS = """\
{site} is a site with one brief, an example.

Next:
  {go}briefs serve                 see it at http://127.0.0.1:8000/, and each edit
  briefs new my-first-brief    begin a brief of your own
  mkdocs.yml                   say what the site is called, where it is published and who answers for it
  briefs/{example}             delete it when you no longer need it
"""


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("-q", "--quiet", is_flag=True, help="Print problems only.")
def init(folder: Path, quiet: bool) -> None:
    """Begin a site in an empty or new folder: it builds at once, with a brief that shows the format.

    \b
    Examples:
      briefs init my-site
      cd my-site && briefs serve
    """
    target = folder.absolute()
    try:
        if folder.exists() and any(folder.iterdir()):
            raise click.UsageError(f"{folder} is not empty: name a new folder")
        written = new_site(_name(target), __version__)
        schemas = {f"briefs/{SCHEMA}/{FILES[kind]}": schema_text(kind).encode() for kind in KINDS}
        write([*written.items(), *schemas.items()], target)
    except OSError as error:
        raise click.ClickException(f"{error.filename or folder}: {error.strerror or error}") from error
    if not quiet:
        go = "" if target == Path.cwd() else f"cd {folder}\n  "
        click.echo(STEPS.format(site=folder, go=go, example=EXAMPLE), nl=False, err=True)


# --- Private functions ---


def _name(target: Path) -> str:
    """What a site is called at first: its folder's name, as words."""
    words = target.name.encode("utf-8", "replace").decode("utf-8").replace("-", " ").replace("_", " ").split()
    return " ".join(words).capitalize() or "Briefs"
