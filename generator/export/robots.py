"""The file that crawlers read first: everything may be read, and where the list of pages is."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.page import Asset
from generator.model.settings import Settings


def robots(settings: Settings) -> Iterator[Asset]:
    """`robots.txt` (RFC 9309), which keeps no one out.

    It names the sitemap that MkDocs writes, by a full address (sitemaps.org), where the site has one. Crawlers look
    for it at the top of a host only: a site below a path needs the line in the file of its host. A file of that
    name in the folder of the site's own pages goes before it.
    """
    lines = ["User-agent: *", "Allow: /"]
    if settings.site_url:
        lines += ["", f"Sitemap: {settings.address('sitemap.xml')}"]
    yield Asset("robots.txt", ("\n".join(lines) + "\n").encode("utf-8"))
