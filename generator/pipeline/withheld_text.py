"""An article whose text is withheld: its text, where that is on this machine, and what is locked where it isn't."""

from __future__ import annotations

from collections.abc import Sequence

from generator.anchor.locked import Entry, locked_source
from generator.load.decode import Lines, decode, readable
from generator.load.folder import BriefFolder
from generator.model.brief import Article, Brief
from generator.model.findings import Anchors
from generator.model.lock import LockedSource
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


def around_text(
    brief: Brief, article: Article, anchors: Anchors, entries: Sequence[Entry], before: LockedSource, key: str
) -> LockedSource:
    """What a lock keeps of an article whose text is not on this machine: of the text and its quotes what it had,
    since then; all else as the article has it now."""
    now = locked_source(brief, article, anchors, entries, before.locked, key, before.digest)
    quotes = {name: quote for name, quote in before.quotes.items() if quote.where == "body"}
    return now.model_copy(update={"length": before.length, "quotes": {**quotes, **now.quotes}})
