"""How a brief is cited, in the three forms that readers and their programs take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation as plain text, as a BibTeX entry and as CSL-JSON."""

    plain: str
    bibtex: str
    csl_json: str
