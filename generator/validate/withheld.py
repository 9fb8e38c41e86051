"""An article whose text may not be in the repository: none of it stands there, and no page could show it."""

from __future__ import annotations

from generator.model.brief import FrontMatter
from generator.model.source import Location, Manuscript, Problem


def withheld_problems(meta: FrontMatter, manuscript: Manuscript) -> list[Problem]:
    """What is wrong with an article that says `text: withheld`: its text is there, or its rights promise some."""
    if meta.text != "withheld":
        return []
    problems = []
    if manuscript.body:
        message = "this text may not be in the repository (`text: withheld`), and stands here"
        remedy = "Move it to withheld/<source id>.txt beside brief.yml, a folder that git ignores."
        problems.append(
            Problem(Location(manuscript.file, manuscript.body_line, 1), "withheld-text", message, remedy)
        )
    if meta.rights != "none":
        message = f"no page can show {meta.rights} of a text that is withheld"
        remedy = "Write `rights: none`: its quotes are all that is shown."
        place = manuscript.front.at(("rights",) if "rights" in _keys(manuscript) else ("text",))
        problems.append(Problem(place, "withheld-text", message, remedy))
    return problems


# --- Private ---


def _keys(manuscript: Manuscript) -> frozenset[str]:
    value = manuscript.front.value
    return frozenset(value) if isinstance(value, dict) else frozenset()
