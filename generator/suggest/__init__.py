"""Drafts of annotations, for an editor to write over."""

from generator.suggest.blank import blank_brief, blank_party
from generator.suggest.drafts import suggest
from generator.suggest.values import Draftable, Suggestions
from generator.suggest.written import as_block, as_json, as_mapping, as_register, as_yaml

__all__ = [
    "Draftable", "Suggestions", "as_block", "as_json", "as_mapping", "as_register", "as_yaml", "blank_brief",
    "blank_party", "suggest",
]  # fmt: skip
