"""What hand-written pages and the configuration hand to MkDocs' templates, which print it as HTML: made text of."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

import markupsafe
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date

_TEXTS = ("site_name", "site_description", "site_author")


def escape_page(page: Page, more: Mapping[str, Any]) -> None:
    """Makes HTML that shows them of the texts in a page's front matter and of `more`, which goes into it, and of the
    file's name, which is the title of a page without another."""
    meta = {**page.meta, **more}
    page.meta = {key: escape(value) if isinstance(value, str) else value for key, value in meta.items()}
    _ = page.file.dest_uri, page.file.url  # made of the name as it is, and kept
    if (shown := markupsafe.escape(page.file.name)) != page.file.name:
        page.file.name = shown


def escape_folders(nav: Navigation) -> Navigation:
    """Makes HTML that shows them of folders' names in a nav that is made of what there is."""
    sections = [item for item in nav.items if isinstance(item, Section)]
    for section in sections:
        section.title = escape(section.title)
        sections += [item for item in section.children if isinstance(item, Section)]
    return nav


def escape_configuration(config: MkDocsConfig) -> None:
    """Makes HTML that shows them of the site's name, description and author; `as_written` gives them as they were."""
    for key in _TEXTS:
        text = config[key]
        if isinstance(text, str) and (shown := markupsafe.escape(text)) != text:
            config[key] = shown


def escape_nav(config: MkDocsConfig) -> None:
    """Makes HTML that shows them of the titles in the nav, which templates print as it is."""
    if config.nav is not None:
        config.nav = _shown(config.nav)


def as_written(text: str) -> str:
    """A text of the configuration as it stands there."""
    return text.unescape() if isinstance(text, markupsafe.Markup) else text


def date_pages(files: Files) -> None:
    """Dates pages by the day of the build where none has a date: MkDocs' archive of the sitemap must have one."""
    pages = [file.page for file in files.documentation_pages() if file.page]
    if not any(page.update_date for page in pages):
        for page in pages:
            page.update_date = get_build_date()


# --- Private ---


def _shown(items: Any) -> Any:
    """The nav below a title: pages are named by strings, titles are keys."""
    if isinstance(items, dict):
        return {
            escape(title) if isinstance(title, str) else title: _shown(below)
            for title, below in items.items()
        }
    return [_shown(item) for item in items] if isinstance(items, list) else items
