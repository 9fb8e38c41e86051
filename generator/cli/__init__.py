"""The commands; exit 0 fine, 1 problems in the input, 2 wrong usage."""

from __future__ import annotations

import os
import signal
import sys

import click

from generator import __version__
from generator.cli.add import add
from generator.cli.annotations import check, export, new, schema
from generator.cli.completion import completion
from generator.cli.coverage import coverage
from generator.cli.layout import fmt
from generator.cli.lsp import lsp
from generator.cli.pages import build, render, serve
from generator.cli.start import init
from generator.cli.suggest import suggest


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
      briefs init my-site           a new site
      briefs new harbour-fire       a new brief, as a draft
      briefs add harbour-fire page.html   an article, of a page or a link
      briefs suggest harbour-fire   drafts of claims from its articles
      briefs check                  every problem, at its line
      briefs fmt                    every file laid out, no comment lost
      briefs serve                  a preview that follows each edit
      briefs build                  the site, swapped in when it is whole
    """


for command in (
    init, new, add, suggest, check, fmt, serve, build, render, export, coverage, schema, lsp, completion,
):  # fmt: skip
    commands.add_command(command)
