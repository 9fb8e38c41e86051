"""What the configuration says that changes pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias
from urllib.parse import quote, urlsplit

from generator.model.published import BY_DEFAULT, ExcerptLimit
from generator.model.publisher import NOBODY, Publisher

SearchEngine: TypeAlias = Literal["pagefind", "material"]

_PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")


@dataclass(frozen=True, slots=True)
class Settings:
    """The plugin's options, what it takes from the site's configuration, and whether this is a preview.

    `briefs_dir` lies below the site's root and holds `parties.yml` and a folder for each brief.
    `drafts` is true in a preview: drafts are served, never built. `site_url` is where the site is published, with a
    slash at its end, or empty. `report_url` is the template of the link by which readers report an error.
    """

    briefs_dir: str = "briefs"
    drafts: bool = False
    site_url: str = ""
    site_name: str = ""
    site_description: str = ""
    report_url: str = ""
    language: str = "en"
    """The language of the site's own pages, the theme's (`theme.language`)."""
    publisher: Publisher = NOBODY
    """Who publishes the site; nobody where the configuration names no one."""
    cards: bool = True
    """Whether pictures are made by which pages are shown where they are shared."""
    search: SearchEngine = "pagefind"
    """What the site is searched by: our own index of claims, or that of the theme's own plugin."""
    excerpt_limit: ExcerptLimit = BY_DEFAULT
    """How much may be shown of an article that is not published in full."""

    def address(self, path: str, root: str = "") -> str:
        """The address of `path` below the top of the site: in full, or after `root` where there is no `site_url`."""
        return (self.site_url or root) + path

    def report_address(self, path: str, title: str) -> str | None:
        """Where a reader reports an error on the page at `path`; `None` where the site names no place."""
        if not self.report_url:
            return None
        values = {"url": quote(self.address(path), safe=""), "title": quote(title, safe="", errors="replace")}
        return _PLACEHOLDER.sub(lambda match: values[match[1]], self.report_url)


def report_url_fault(template: str) -> str:
    """What is wrong with a `report_url`, in words for the site's owner; empty where nothing is."""
    unknown = [name for name in _PLACEHOLDER.findall(template) if name not in ("url", "title")]
    if unknown:
        return f"there is no placeholder {{{unknown[0]}}}: there are {{url}} and {{title}}"
    if re.search(r"[\s{}<>\"]", _PLACEHOLDER.sub("", template)):
        return "an address has no spaces, quotation marks, braces or angle brackets: write them percent-encoded (%20)"
    try:
        parts = urlsplit(_PLACEHOLDER.sub("x", template))
    except ValueError:
        return _FORMS
    named = parts.netloc if parts.scheme == "https" else parts.path if parts.scheme == "mailto" else ""
    return "" if named else _FORMS


# --- Private ---

_FORMS = (
    "write https://… or mailto:…, such as mailto:desk@example.org?subject={title}&body={url}, with {url} and {title} "
    "where the page's address and the brief's title go"
)
