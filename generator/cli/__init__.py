"""The commands; exit 0 fine, 1 problems in the input, 2 wrong usage."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator, MutableMapping
from importlib import import_module

import click

from generator import __version__
from generator.collector import uncollected

_ROOMS = {
    "add": "add",
    "build": "pages",
    "check": "annotations",
    "completion": "completion",
    "coverage": "coverage",
    "export": "annotations",
    "fmt": "layout",
    "init": "start",
    "links": "links",
    "lock": "lock",
    "lsp": "lsp",
    "new": "annotations",
    "render": "pages",
    "rollback": "publishing",
    "schema": "annotations",
    "serve": "serve",
    "suggest": "suggest",
}
"""The module of each command."""


class _Commands(MutableMapping[str, click.Command]):
    """The commands by name, each imported when it is asked for: what one needs, another does not wait for."""

    def __init__(self) -> None:
        self._added: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._added:
            with uncollected(stays=True):
                module = import_module(f"{__name__}.{_ROOMS[name]}")
            self._added[name] = getattr(module, name)
        return self._added[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._added[name] = command

    def __delitem__(self, name: str) -> None:
        del self._added[name]

    def __contains__(self, name: object) -> bool:
        return name in _ROOMS or name in self._added

    def __iter__(self) -> Iterator[str]:
        return iter({**_ROOMS, **self._added})

    def __len__(self) -> int:
        return len({**_ROOMS, **self._added})


def main() -> None:
    """The command `briefs`."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    own = os.getpid()

    def end(number: int, _: object) -> None:
        if os.getpid() != own:
            # Just forked: what is raised in a library's hook is printed and lost, and the process would stay.
            os._exit(128 + number)
        sys.exit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):  # as Ctrl-C does: no half-made folder stays
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup
            signal.signal(number, end)
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # where it knows no “
    try:
        commands()
    finally:
        gc.freeze()  # what ends with the process need not be gone through once more


@click.group(
    commands=_Commands(), context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
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
      briefs lock                   keeps what the articles say
      briefs serve                  a preview that follows each edit
      briefs links                  which sources' addresses are dead
      briefs build                  the site, swapped in when it is whole
      briefs rollback               the release before this one again
    """
