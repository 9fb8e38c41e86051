"""The shared versions of articles (`versions_18f`), where they are."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(os.environ.get("BRIEFS_SHARED", Path(__file__).parents[3].parent / "shared"))
FOLDER = SHARED / "corpora" / "versions_18f"

needs_versions = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"{FOLDER} is not there")


@cache
def pairs() -> dict[str, dict[str, Any]]:
    """The articles in two versions, by their ids."""
    lines = (FOLDER / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["pair"]: row for row in map(json.loads, lines)}


@cache
def quotes() -> list[dict[str, Any]]:
    """Quotes of the first versions, each with its class and where it is in the last."""
    lines = (FOLDER / "quotes.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
