"""Which pages Lighthouse looks at: home, and the largest brief and article, which are the hardest."""

from __future__ import annotations

from pathlib import Path

from .tools import Unable


def chosen(site: Path) -> dict[str, str]:
    """Kind of page -> its path below `site`. Raises `Unable` where the site has no brief or no article."""
    briefs = [*site.glob("briefs/*/index.html")]
    articles = [*site.glob("briefs/*/*/index.html")]
    if not (site / "index.html").is_file() or not briefs or not articles:
        raise Unable(f"{site} has no home, brief and article to look at")
    return {"home": "", "brief": _largest(site, briefs), "article": _largest(site, articles)}


def _largest(site: Path, pages: list[Path]) -> str:
    largest = max(sorted(pages), key=lambda page: page.stat().st_size)
    return f"{largest.parent.relative_to(site).as_posix()}/"
