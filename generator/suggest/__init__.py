"""Drafts of annotations, for an editor to write over."""

from generator.suggest.blank import blank_brief, blank_party

__all__ = ["blank_brief", "blank_party"]
