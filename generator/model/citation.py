"""How a brief is cited, in the three forms that readers and their programs take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation: what a sentence in any language is made of, the BibTeX entry and CSL-JSON.

    `date` and `updated` are ISO 8601, possibly reduced; what isn't known is empty.
    """

    author: str
    title: str
    site: str
    date: str
    updated: str
    address: str
    bibtex: str
    csl_json: str
