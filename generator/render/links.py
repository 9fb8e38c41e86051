"""Addresses between our pages, relative as MkDocs serves them (`use_directory_urls`), and their anchors."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256

from generator.model.address import brief_folder, claim_anchor, source_folder
from generator.model.normal import normal

__all__ = [
    "BRIEF", "SOURCE", "brief_address", "brief_path", "claim_address", "claim_anchor", "leaf_folder",
    "outlet_address", "outlet_folder", "party_address", "party_folder", "root_of", "source_address", "source_path",
    "tag_address", "tag_anchor", "tag_folder", "tag_key",
]  # fmt: skip

BRIEF = "../../"
"""From a brief's page, `briefs/<slug>/`, to the top of the site."""

SOURCE = "../../../"
"""From an annotated article, `briefs/<slug>/<source id>/`, to the top of the site."""

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


def source_address(root: str, slug: str, source: str) -> str:
    """An annotated article seen from a page at whose end `root` leads to the top."""
    return root + source_folder(slug, source)


def claim_address(root: str, slug: str, claim: str) -> str:
    """A claim's permanent address seen from a page at whose end `root` leads to the top."""
    return f"{brief_address(root, slug)}#{claim_anchor(claim)}"


def tag_key(tag: str) -> str:
    """What makes two tags the same: case and white space don't count."""
    return " ".join(normal("NFC", tag).casefold().split())


@lru_cache(maxsize=1024)
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


def tag_folder(tag: str) -> str:
    """Where the briefs with a tag are listed, below the top of the site."""
    return f"tags/{tag_anchor(tag).removeprefix('tag-')}/"


def tag_address(root: str, tag: str) -> str:
    """The same, seen from a page at whose end `root` leads to the top."""
    return root + tag_folder(tag)


def outlet_folder(party: str) -> str:
    """What an outlet reported, below the top of the site."""
    return f"outlets/{party}/"


def outlet_address(root: str, party: str) -> str:
    """The same, seen from a page at whose end `root` leads to the top."""
    return root + outlet_folder(party)


def party_folder(party: str) -> str:
    """The claims that a party is the origin of, below the top of the site."""
    return f"parties/{party}/"


def party_address(root: str, party: str) -> str:
    """The same, seen from a page at whose end `root` leads to the top."""
    return root + party_folder(party)


def leaf_folder(folder: str, number: int) -> str:
    """The page `number`, from 1, of the list at `folder`: the folder itself, then `page.2/` and on below it.

    No slug, id, tag, year or month has a dot, so that no page of a list has the address of anything else: a brief
    may be called `page-2` or `2`.
    """
    return folder if number == 1 else f"{folder}page.{number}/"


def root_of(folder: str) -> str:
    """The way from a page's folder to the top of the site."""
    return "../" * folder.count("/")
