"""What each key of the format means, with examples: said once, for whatever explains it to an editor."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.brief import (
    Annotations,
    Assessment,
    Claim,
    Correction,
    Entry,
    FrontMatter,
    Note,
    Overrule,
    Party,
    Report,
    Selector,
    Together,
    Translation,
)
from generator.model.meanings import of_articles, of_briefs, of_claims
from generator.model.meanings.meaning import Meaning

__all__ = ["KEYS", "MODELS", "Meaning"]

MODELS: Mapping[type[Entry], str] = MappingProxyType(
    {
        Annotations: "A brief: one event or question, what is claimed of it, and who reports it.",
        Claim: "One statement that can be true or false, in the editor's words, and how each source reports it.",
        Report: "How one source reports the claim. Its quote must stand in that source's article.",
        Selector: "A passage, word for word (W3C TextQuoteSelector).",
        Together: "Parties that stand side by side at one place of the chain.",
        Translation: "The quotation in the brief's language.",
        Overrule: "The editor's status in place of the computed one. The page shows both.",
        Assessment: "The editors' own judgement of the claim (ICD 203). Never a source's hedge.",
        Note: "An annotation that is no claim: on a passage, or without `quote` on the whole source.",
        Correction: "What the published brief said, and says now.",
        FrontMatter: "What an article file says above its text.",
        Party: "An outlet, agency, institution or person, registered once for all briefs.",
    }
)
"""What each mapping of the format is."""

KEYS: Mapping[type[Entry], Mapping[str, Meaning]] = MappingProxyType(
    {**of_briefs.KEYS, **of_claims.KEYS, **of_articles.KEYS}
)
"""What each key of each mapping means, by the name under which it is written."""
