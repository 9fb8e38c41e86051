"""Puts drafts into a brief.yml: below everything else, in place of the drafts that stand there."""

from __future__ import annotations

import re

_KEY = re.compile(r"^(?:suggested|\"suggested\"|'suggested')[ \t]*:", re.MULTILINE)
_NEXT = re.compile(r"^[^\s#\-]", re.MULTILINE)
_OURS = ("# Drafts, for you to reword", "# To register in parties.yml", "#   ")


def placed(text: str, block: str) -> str:
    """The text of a brief.yml with `block` at its end; an older `suggested:`, and what we said above it, is taken
    out.

    Every other line stays as it is.
    """
    rest = without_drafts(text).rstrip("\n")
    return f"{rest}\n\n{block}" if rest else block


def without_drafts(text: str) -> str:
    """The text without its key `suggested:` and the comments that came with it."""
    found = _KEY.search(text)
    if found is None:
        return text
    following = _NEXT.search(text, found.end())
    end = following.start() if following else len(text)
    end = _before_comments(text, found.end(), end) if following else end
    above = text[: found.start()].splitlines(keepends=True)
    while above and above[-1].startswith(_OURS):
        above.pop()
    return "".join(above) + text[end:]


def begun(title: str, day: str, sources: list[str]) -> str:
    """The beginning of a brief.yml that isn't there yet: a draft without a claim."""
    quoted = '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return (
        "# yaml-language-server: $schema=../.schema/brief.json\n"
        f"title: {quoted}\n"
        "summary: >-\n  Two or three sentences: what the reports agree on, and where they part.\n"
        f"date: {day}\n"
        "status: draft                # draft (served, never built) | published | withdrawn\n"
        f"sources: [{', '.join(sources)}]\n\n"
        "claims:                      # move drafts up here from `suggested:`\n"
    )


# --- Private functions ---


def _before_comments(text: str, start: int, end: int) -> int:
    """Where comments begin that stand at the margin right above the next key: they are its."""
    lines = text[start:end].splitlines(keepends=True)
    while lines and (lines[-1].startswith("#") or not lines[-1].strip()):
        end -= len(lines.pop())
    return end
