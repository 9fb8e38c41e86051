"""What the configuration says that changes pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The plugin's options, and whether this is a preview.

    `briefs_dir` lies below the site's root and holds `parties.yml` and a folder for each brief.
    `drafts` is true in a preview: drafts are served, never built.
    """

    briefs_dir: str = "briefs"
    drafts: bool = False
