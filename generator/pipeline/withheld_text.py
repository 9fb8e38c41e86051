"""The text of an article whose text is withheld, where it is on this machine: read as any article's is."""

from __future__ import annotations

from generator.load.decode import Lines, decode, readable
from generator.load.folder import BriefFolder
from generator.model.source import Location, Problem
from generator.model.text import Canonical, canonical


def withheld_text(folder: BriefFolder, source: str) -> tuple[Canonical | None, list[Problem]]:
    """The text of `withheld/ID.txt`; `None` where there is no such file, or with what is wrong with it."""
    if source not in folder.withheld:
        return None, []
    file = folder.withheld_file(source)
    read, problems = decode(file, folder.withheld[source])
    if read is None:
        return None, problems
    seen, unread = readable(Lines(file, read))
    text = canonical(seen)
    problems += unread
    if not text.text and not problems:
        message = f"this file is empty, and the text of articles/{source}.md belongs here"
        remedy = "Paste it there, or take the file away: its quotes are then checked by the lock alone."
        problems.append(Problem(Location(file, 1, 1), "empty", message, remedy))
    return (None if problems else text), problems
