"""The last touch to the pages of a build, and what is written when all of them are made: looks, policies, headers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_relative_url

from generator import theme
from generator.model.policy import NOTHING, Sources
from generator.model.source import Problem
from generator.publish.headers import put_headers
from generator.publish.static import put_pictures, statics

NOT_FOUND = "404.html"
"""The page that is served at any address at which there is none, so that its links are from the top."""


class Finishing:
    """What all pages of a build have in common when they are published."""

    def __init__(self, sources: Sources = NOTHING) -> None:
        """`sources` is what pages may load besides what is the site's own."""
        self._sources = sources
        self._finish = theme.Finish()
        self._policies = theme.Policies(sources)
        self._pictures: Mapping[str, bytes] = {}
        self._site_url = ""

    def begin(self, config: MkDocsConfig, kinds: Collection[str], root: Path) -> Sequence[Problem]:
        """A build begins: of no page anything is known. What is wrong with the files that are no pages, of which
        `kinds` are allowed besides."""
        self._finish = theme.Finish()
        self._site_url = config.site_url or ""
        found = statics(config, kinds, root)
        self._pictures = found.pictures
        return found.problems

    def know(self, env: Environment, config: MkDocsConfig) -> None:
        """Takes the theme's own scripts from its templates."""
        shared = {"config": config, "features": config.theme.get("features") or []}
        self._policies = theme.Policies(
            self._sources, lambda base_url: theme.own_scripts(env, {**shared, "base_url": base_url})
        )

    def page(self, html: str, base_url: str, path: str) -> str:
        """The page as it is published at `path`; `base_url` leads from it to the top of the site."""
        page, scripts = self._policies.put(self._finish.page(html), base_url)
        self._finish.note(theme.Seen(scripts=scripts, tops=frozenset((theme.top_of(path),))))
        return page

    def template(self, html: str, name: str, config: MkDocsConfig) -> str:
        """The same for a page of the theme's that is no Markdown; what is no page stays as it is."""
        if not name.endswith(".html"):
            return html
        is_error = name == NOT_FOUND
        base_url = urlsplit(config.site_url or "/").path if is_error else get_relative_url(".", name)
        return self.page(html, base_url, name)

    def noted(self) -> theme.Seen:
        """What the pages since this was last asked need style sheets and headers for."""
        seen, self._finish = self._finish.noted, theme.Finish()
        return seen

    def note(self, seen: theme.Seen) -> None:
        """Counts in pages that were made elsewhere or before."""
        self._finish.note(seen)

    def end(self, site: Path, scripts: Iterable[str], taken: Collection[str], *, whole: bool) -> None:
        """Writes the style sheets, as large as the pages need (whole where only some pages were built), the pictures
        by hand as they get into the site, and the headers that it is to be served with, but what is there already
        (`taken`)."""
        put_pictures(self._pictures, site)
        put_headers(site, self._finish.noted, self._sources, taken, self._site_url)
        self._finish.sheets(site, scripts, whole=whole)
