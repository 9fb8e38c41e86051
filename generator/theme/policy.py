"""The policy of each page: the theme's own inline scripts by their digests, taken where there is no content."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from jinja2 import Environment, TemplateNotFound

from generator.model.policy import NOTHING, Sources, digest_source, policy

SCRIPTS = ("base", "palette", "announce", "outdated", "content", "consent")
"""The theme's templates that hold inline scripts, below `partials/javascripts/`."""

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_HEAD = re.compile(r"<head\b[^>]*>(?:\s*<meta charset=[^>]*>)?")
_ENTRY = '<meta http-equiv="Content-Security-Policy" content="'


@dataclass(frozen=True, slots=True)
class Own:
    """An inline script of the theme's: as it stands in a page, and its digest."""

    element: str
    source: str


class Policies:
    """The policies of a site's pages."""

    def __init__(
        self, sources: Sources = NOTHING, scripts: Callable[[str], Iterable[Own]] | None = None
    ) -> None:
        """`scripts` gives the theme's inline scripts for a page from which the top of the site is at an address."""
        self._sources, self._scripts = sources, scripts
        self._known: dict[str, tuple[Own, ...]] = {}

    def put(self, html: str, base: str) -> tuple[str, frozenset[str]]:
        """The page with its policy, and the digests in it.

        The policy stands before all that it is about. It has a digest of each script of the theme's that is in the
        page, and of nothing else: what stands in a page for any other reason is not allowed by being there.
        """
        used = frozenset(own.source for own in self._own(base) if own.element in html)
        element = f'{_ENTRY}{policy(self._sources, used)}">'
        head = _HEAD.search(html)
        at = head.end() if head else 0
        return f"{html[:at]}\n{element}{html[at:]}", used

    # --- Private ---

    def _own(self, base: str) -> tuple[Own, ...]:
        if base not in self._known:
            self._known[base] = tuple(self._scripts(base)) if self._scripts else ()
        return self._known[base]


def top_of(path: str) -> str:
    """The first step of a path below the site's folder: a folder with its slash, or a file."""
    top, slash, _ = path.partition("/")
    return top + slash


def own_scripts(env: Environment, context: Mapping[str, object]) -> list[Own]:
    """The inline scripts that the theme's templates come to by themselves, without any page."""
    found = []
    for name in SCRIPTS:
        try:
            html = env.get_template(f"partials/javascripts/{name}.html").render(context)
        except TemplateNotFound:
            continue
        found += [Own(f"<script>{text}</script>", digest_source(text)) for text in _SCRIPT.findall(html)]
    return found
