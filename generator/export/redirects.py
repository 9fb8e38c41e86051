"""Old addresses of a brief lead to the new ones: small static pages, without a script."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from generator.model.address import brief_folder, source_folder
from generator.model.characters import one_line
from generator.model.findings import Findings
from generator.model.page import Asset
from generator.model.policy import BARE
from generator.model.settings import Settings

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
<link rel="canonical" href="{canonical}">
</head>
<body>
<h1><a href="{target}" dir="auto">{title}</a></h1>
</body>
</html>
"""


def redirects(findings: Findings, settings: Settings) -> Iterator[Asset]:
    """A page at each old slug (`aliases`) of the brief, and at each old address of its articles, whose slug or id was
    another. Of a withdrawn brief all of them, and its articles' own, lead to what is left of it.

    The link keeps no anchor: a browser takes the one it came with along (HTML, "shared declarative refresh").
    """
    brief = findings.brief
    notes = brief.annotations
    is_gone = notes.status == "withdrawn"
    whole = _Target(brief_folder(brief.slug), one_line(notes.title), notes.language)
    for slug in (brief.slug, *notes.aliases):
        if slug != brief.slug:
            yield _redirect(brief_folder(slug), whole, settings)
        for source, article in brief.articles.items():
            page = source_folder(brief.slug, source)
            own = _Target(page, one_line(article.meta.title), brief.language_of(source))
            for name in (source, *article.meta.aliases):
                old = source_folder(slug, name)
                if is_gone or old != page:
                    yield _redirect(old, whole if is_gone else own, settings)


# --- Private ---


@dataclass(frozen=True, slots=True)
class _Target:
    """Where an old address leads: a folder below the top of the site, and its page's title and language."""

    folder: str
    title: str
    language: str


def _redirect(old: str, to: _Target, settings: Settings) -> Asset:
    """A page without a word of ours, so that it is in the language of its title."""
    relative = f"{posixpath.relpath(to.folder, old)}/"
    page = _PAGE.format(
        policy=BARE,
        language=escape(to.language),
        title=escape(to.title),
        target=escape(relative),
        canonical=escape(settings.address(to.folder) if settings.site_url else relative),
    )
    return Asset(f"{old}index.html", page.encode("utf-8"))
