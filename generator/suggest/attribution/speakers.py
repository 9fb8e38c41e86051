"""Whether a few words can be who said something, and what of them is their name."""

from __future__ import annotations

import re

from generator.suggest.verbs import finite_verb

_LONGEST = 16
_NO_START = frozenset(
    "and but or nor so yet which who whom that this there if as when while because although though "
    "since after before "
    "than not to for with from by on in at without because until unless where why how what whether "
    "och men eller som att när "
    "medan eftersom om därför att i på".split()
)
_NOBODY = frozenset("the a an its his her their our my your this that these those den det de en ett".split())
"""Words that need another to mean anybody: “The show opens” is said by no one called “the”."""

_LEADS = re.compile(
    r"^(?:(?:but|and|however|meanwhile|still|yet|also|earlier|separately|previously|later|in addition|instead|"
    r"for (?:his|her|its|their) part|on \w+day(?: (?:morning|evening|night|afternoon))?|last \w+|"
    r"this \w+|men|och|samtidigt|tidigare|"
    r"dessutom)\b,?\s+)+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r",?\s+(?:who|which|whose|som|vars)\b.*$", re.IGNORECASE)
_PASSIVE = re.compile(r"\b\w+(?:ed|en|told) (?:by|from|with|in|at|to)\b", re.IGNORECASE)
_TIME = re.compile(
    r"\s+(?:(?:late|early)\s+)?(?:on|i|på|in|by)\s+(?:\w+day(?:\s+\w+)?|\w+dagen|a (?:statement|"
    r"call|post|press release|report|"
    r"letter|news release)\b.*|ett uttalande\b.*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+\d+.*)$"
    r"|\s+(?:late |early )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|evening|night|afternoon))?$"
    r"|\s+(?:yesterday|today|earlier|later|this week|last week|i går|i dag|late \w+)$",
    re.IGNORECASE,
)


def speaker(text: str, language: str) -> str:
    """The name or description of a speaker in a stretch of words; empty where it can't be one."""
    said = text.strip(' ,"-–—')
    said = _LEADS.sub("", said).strip(' ,"')
    whole = said
    said = _BETWEEN.sub("", said)
    said = _TIME.sub("", said).strip(' ,."')
    words = said.split()
    if not 0 < len(words) <= _LONGEST or words[0].casefold().strip("\"'") in _NO_START:
        return ""
    if all(word.casefold() in _NOBODY for word in words):
        return ""
    if finite_verb(_PASSIVE.sub("by", said), language) >= 0 or not any(c.isalpha() for c in said):
        return ""
    is_described = whole.startswith(f"{said} who ") and not re.search(r"[A-ZÅÄÖ]", said[1:])
    return whole.strip(' ,."') if is_described and len(whole.split()) <= 10 else said


def lead_of(text: str) -> int:
    """How many characters of a sentence's beginning lead to its speaker: “But”, “On Monday,”."""
    found = _LEADS.match(text)
    return found.end() if found else 0
