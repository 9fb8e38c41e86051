"""Our look as package data: Material overrides and the style sheet; the plugin adds `FOLDER` to the theme."""

from __future__ import annotations

from pathlib import Path

from .finish import Finish, finished
from .kept import keep_sheets
from .policy import Own, Policies, own_scripts, top_of
from .seen import Seen, seen

__all__ = [
    "FOLDER", "Finish", "Own", "Policies", "Seen", "finished", "keep_sheets", "own_scripts", "seen", "top_of",
]  # fmt: skip

FOLDER = Path(__file__).parent
"""A theme folder for MkDocs: `main.html` and `assets/briefs/briefs.css`."""
