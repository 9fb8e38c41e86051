"""Old addresses of a brief lead to the new ones: small static pages, without a script."""

from __future__ import annotations

from collections.abc import Iterator
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
    """A page at each old slug (`aliases`) of the brief, and at each of its articles' old addresses.

    The link keeps no anchor: a browser takes the one it came with along (HTML, "shared declarative refresh").
    """
    brief = findings.brief
    title, language = one_line(brief.annotations.title), brief.annotations.language
    articles = brief.articles if brief.annotations.status != "withdrawn" else {}
    for alias in brief.annotations.aliases:
        yield _redirect(
            brief_folder(alias), brief_folder(brief.slug), f"../{brief.slug}/", title, language, settings
        )
        for source, article in articles.items():
            yield _redirect(
                source_folder(alias, source),
                source_folder(brief.slug, source),
                f"../../{brief.slug}/{source}/",
                one_line(article.meta.title),
                brief.language_of(source),
                settings,
            )


# --- Private ---


def _redirect(old: str, new: str, relative: str, title: str, language: str, settings: Settings) -> Asset:
    """A page without a word of ours, so that it is in the language of its title."""
    page = _PAGE.format(
        policy=BARE,
        language=escape(language),
        title=escape(title),
        target=escape(relative),
        canonical=escape(settings.address(new) if settings.site_url else relative),
    )
    return Asset(f"{old}index.html", page.encode("utf-8"))
