"""Our look as package data: Material overrides and the style sheet; the plugin adds `FOLDER` to the theme."""

from __future__ import annotations

from pathlib import Path

from .finish import Finish, finished
from .policy import Own, Policies, own_scripts, top_of
from .seen import Seen, seen

__all__ = ["FOLDER", "Finish", "Own", "Policies", "Seen", "finished", "own_scripts", "seen", "top_of"]

FOLDER = Path(__file__).parent
"""A theme folder for MkDocs: `main.html` and `assets/briefs/briefs.css`."""
