"""Findings become pages: brief pages, annotated articles, pages across briefs, and their two written forms."""

from __future__ import annotations

from generator.render.about import about_page, imprint_page
from generator.render.across import Sheet, lists, render_site, sheets
from generator.render.brief_page import render_brief
from generator.render.emit import (
    anchors_in,
    fill,
    front_matter,
    join,
    skeleton,
    to_markdown,
    to_placeholders,
)
from generator.render.records import record

__all__ = [
    "Sheet", "about_page", "anchors_in", "fill", "front_matter", "imprint_page", "join", "lists",
    "record", "render_brief", "render_site", "sheets", "skeleton", "to_markdown", "to_placeholders",
]  # fmt: skip
