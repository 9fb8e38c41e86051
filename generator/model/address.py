"""Where the pages of a brief lie below the top of the site, as MkDocs serves them (`use_directory_urls`)."""

from __future__ import annotations

SITE_CARD = "card.png"
"""The picture by which a page without its own is shown where it is shared."""

BRIEF_JSON = "brief.json"
"""A brief's data, in its folder."""


def brief_folder(slug: str) -> str:
    """The brief's page and the folder of its files."""
    return f"briefs/{slug}/"


def source_folder(slug: str, source: str) -> str:
    """The page of an annotated article."""
    return f"{brief_folder(slug)}{source}/"


def brief_card_path(slug: str) -> str:
    """The picture by which the brief is shown where it is shared."""
    return f"{brief_folder(slug)}card.png"


def claim_anchor(claim: str) -> str:
    """The permanent anchor of a claim."""
    return f"claim-{claim}"


def embed_folder(slug: str, claim: str = "") -> str:
    """What other sites embed: the brief's strip, or one claim. A top of its own, where no source's id can collide."""
    return f"embed/{slug}/{claim}/" if claim else f"embed/{slug}/"
