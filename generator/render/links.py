"""Addresses between our pages, relative as MkDocs serves them (`use_directory_urls`), and their anchors."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

from generator.model.address import brief_folder, claim_anchor, source_folder

__all__ = [
    "BRIEF", "HOME", "LISTING", "SOURCE", "brief_address", "brief_path", "claim_anchor", "outlet_address",
    "party_address", "source_path", "tag_address", "tag_anchor", "tag_key",
]  # fmt: skip

BRIEF = "../../"
"""From a brief's page, `briefs/<slug>/`, to the top of the site."""

SOURCE = "../../../"
"""From an annotated article, `briefs/<slug>/<source id>/`, to the top of the site."""

LISTING = "../"
"""From a page across briefs, `tags/`, to the top of the site."""

HOME = ""

_PLAIN = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")


def brief_path(slug: str) -> str:
    """The Markdown file of a brief's page."""
    return f"{brief_folder(slug)}index.md"


def source_path(slug: str, source: str) -> str:
    """The Markdown file of an annotated article."""
    return f"{source_folder(slug, source)}index.md"


def brief_address(root: str, slug: str) -> str:
    """A brief's page seen from a page at whose end `root` leads to the top."""
    return root + brief_folder(slug)


def tag_key(tag: str) -> str:
    """What makes two tags the same: case and white space don't count."""
    return " ".join(unicodedata.normalize("NFC", tag).casefold().split())


def tag_anchor(tag: str) -> str:
    """An ASCII anchor that no tag with another `tag_key` has.

    Plain words read well (`tag-north-korea`); anything else gets a digest, because a brief's page must link there
    without knowing which other tags the site has.
    """
    key = tag_key(tag)
    if _PLAIN.fullmatch(key) and len(key) <= 60:
        return "tag-" + key.replace(" ", "-")
    readable = "-".join(re.findall(r"[a-z0-9]+", key))[:40].strip("-")
    digest = sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return "-".join(part for part in ("tag", readable, "x" + digest) if part)


def tag_address(root: str, tag: str) -> str:
    """Where the briefs with a tag are listed."""
    return f"{root}tags/#{tag_anchor(tag)}"


def outlet_address(root: str, party: str) -> str:
    """Where the briefs with an outlet are listed."""
    return f"{root}outlets/#outlet-{party}"


def party_address(root: str, party: str) -> str:
    """Where the claims that a party is the origin of are listed."""
    return f"{root}parties/#party-{party}"
