"""Who has checked what the author wrote: somebody else, or nobody."""

from __future__ import annotations

import unicodedata

from generator.model.brief import Annotations, Claim
from generator.model.normal import normal


def unreviewed(notes: Annotations) -> tuple[Claim, ...]:
    """The claims that nobody has reviewed, in order: none where the brief as a whole was reviewed."""
    return () if notes.reviewed_by else tuple(claim for claim in notes.claims if not claim.reviewed_by)


def plain_name(name: str) -> str:
    """A name without case, accents and superfluous white space: two spellings of one person's name are the same."""
    letters = normal("NFKD", name.casefold())
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())
