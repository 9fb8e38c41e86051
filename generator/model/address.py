"""Where the pages of a brief lie below the top of the site, as MkDocs serves them (`use_directory_urls`)."""

from __future__ import annotations


def brief_folder(slug: str) -> str:
    """The brief's page and the folder of its files."""
    return f"briefs/{slug}/"


def source_folder(slug: str, source: str) -> str:
    """The page of an annotated article."""
    return f"{brief_folder(slug)}{source}/"


def claim_anchor(claim: str) -> str:
    """The permanent anchor of a claim."""
    return f"claim-{claim}"
