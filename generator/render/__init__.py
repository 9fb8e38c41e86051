"""Findings become pages: brief pages, annotated articles, pages across briefs, and their two written forms."""

from __future__ import annotations

from generator.render.across import render_site
from generator.render.brief_page import render_brief
from generator.render.emit import anchors_in, fill, to_markdown, to_placeholders
from generator.render.records import record

__all__ = ["anchors_in", "fill", "record", "render_brief", "render_site", "to_markdown", "to_placeholders"]
