"""The straight line from a folder of briefs to pages: the only room that knows the order."""

from __future__ import annotations

from generator.pipeline.build import build
from generator.pipeline.desk import Desk
from generator.pipeline.entries import entries_of, entries_of_brief
from generator.pipeline.line import Outcome, as_file, check, check_brief, check_folder, registered, render
from generator.pipeline.looked import Looked
from generator.pipeline.revision import NoRevisionError, of_revision
from generator.pipeline.since import FREE, Held, Past, is_site, of_site

__all__ = [
    "FREE",
    "Desk",
    "Held",
    "Looked",
    "NoRevisionError",
    "Outcome",
    "Past",
    "as_file",
    "build",
    "check",
    "check_brief",
    "check_folder",
    "entries_of",
    "entries_of_brief",
    "is_site",
    "of_revision",
    "of_site",
    "registered",
    "render",
]
