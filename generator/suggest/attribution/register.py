"""Finds the registered party that a speaker's name or description means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.model.brief import Party
from generator.suggest.places import PLACE
from generator.suggest.stems import stem

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_EMPTY = frozenset("the a an of for in at and its his her their den det de i på för och".split())
_COUNTRIES = frozenset(PLACE.values())
_PEOPLE = re.compile(r"(\w{3,}?[^aeiou])(?:ian|ia|an|ish|ese)")
_AS_LIKE = 0.5
"""Share of their words that a name and a description have in common at least, to mean the same."""

_HEADS = frozenset(
    "spokesman spokeswoman spokesperson spokespeople talesman talesperson talesperson representative".split()
)


@dataclass(frozen=True, slots=True)
class _Name:
    id: str
    words: tuple[str, ...]
    kind: str


@dataclass(slots=True)
class Register:
    """The parties by their names. `heard` holds the stems of every word of the brief's articles."""

    parties: Mapping[str, Party]
    heard: frozenset[str]
    _names: list[_Name] = field(default_factory=list)
    _roles: list[_Name] = field(default_factory=list)

    def __post_init__(self) -> None:
        for id_, party in self.parties.items():
            kind = party.kind or ""
            for name in (party.name, party.full_name or "", *party.aliases):
                if words := content(name):
                    self._names.append(_Name(id_, words, kind))
            if party.role and (words := content(party.role)):
                self._roles.append(_Name(id_, words, kind))

    def meant(self, text: str) -> str | None:
        """The id of the one party that `text` names or describes; `None` where none or several would fit."""
        words = content(text)
        if not words:
            return None
        return self._within(words) or self._part(words) or self._surname(words) or self._alike(words)

    def within(self, text: str) -> list[str]:
        """The ids of all parties whose full names stand in `text`, in the order in which they stand there."""
        words = content(text)
        placed = [(at, name) for name in self._names if (at := _find(words, name.words)) >= 0]
        placed.sort(key=lambda one: (one[0], -len(one[1].words)))
        found: dict[str, None] = {}
        end = -1
        for at, name in placed:
            if at >= end:
                found.setdefault(name.id)
                end = at + len(name.words)
        return list(found)

    # --- Private methods ---

    def _within(self, words: tuple[str, ...]) -> str | None:
        """A name that stands in the words as a whole: a person before others, then the longest, then the last."""
        placed = [(name, at) for name in self._names if (at := _find(words, name.words)) >= 0]
        if not placed:
            return None
        best = max(placed, key=lambda one: (one[0].kind == "person", len(one[0].words), one[1]))
        return best[0].id

    def _part(self, words: tuple[str, ...]) -> str | None:
        """All words stand in the name (or in the role of a person), and what more it says the articles say too."""
        bare = [word for word in words if word not in _HEADS]
        if not bare:
            return None
        for names in (self._names, self._roles):
            allowed = [n for n in names if names is self._roles or n.kind != "person"]
            fits = {n.id: n for n in allowed if all(any(_are_one(b, w) for w in n.words) for b in bare)}
            heard = {
                id_ for id_, n in fits.items() if all(w in self.heard for w in n.words if not _any(w, bare))
            }
            found = heard or (fits.keys() if len(bare) > 1 else set())
            if len(found) == 1:
                return next(iter(found))
            topmost = [id_ for id_ in found if self.parties[id_].part_of not in found]
            if len(topmost) == 1:
                return topmost[0]
        return None

    def _surname(self, words: tuple[str, ...]) -> str | None:
        people = {
            n.id for n in self._names if n.kind == "person" and n.words[-1] == words[-1] and len(n.words) > 1
        }
        return next(iter(people)) if len(people) == 1 else None

    def _alike(self, words: tuple[str, ...]) -> str | None:
        """The name that has most words in common, in any order, if they are many and no other has as many."""
        if len(words) < 2:
            return None
        scored = sorted(
            (
                (_likeness({_root(w) for w in words}, {_root(w) for w in n.words}), n.id)
                for n in self._names
                if n.kind != "person" and len(n.words) > 1
            ),
            reverse=True,
        )
        best = [(score, id_) for score, id_ in scored if score >= _AS_LIKE]
        if not best:
            return None
        equals = {id_ for score, id_ in best if score == best[0][0]}
        return best[0][1] if len(equals) == 1 else None


def content(text: str) -> tuple[str, ...]:
    """The words of a name as they are compared: stems, without articles and prepositions."""
    short = text.replace("United States", "US").replace("United Kingdom", "UK")
    found = (match[0] for match in _WORD.finditer(short))
    return tuple(stem(word, "en") for word in found if word.casefold().removesuffix("'s") not in _EMPTY)


def heard_in(texts: Iterable[str]) -> frozenset[str]:
    """The stems of every word of the texts, as names are compared with them."""
    words = {match[0] for text in texts for match in _WORD.finditer(text)}
    return frozenset(stem(word, "en") for word in words)


# --- Private functions ---


def _find(words: tuple[str, ...], name: tuple[str, ...]) -> int:
    size = len(name)
    return next((i for i in range(len(words) - size + 1) if words[i : i + size] == name), -1)


def _likeness(left: set[str], right: set[str]) -> float:
    """Shared among all words; a country counts twice, as it tells one body of a kind from another."""
    return _weight(left & right) / _weight(left | right)


def _any(word: str, bare: list[str]) -> bool:
    return any(_are_one(other, word) for other in bare)


def _weight(words: set[str]) -> int:
    return sum(2 if word in _COUNTRIES else 1 for word in words)


def _root(word: str) -> str:
    """A word without what makes a people's or a country's name of it: Dravia, Dravian."""
    found = _PEOPLE.fullmatch(word) if word not in _COUNTRIES else None
    return found[1] if found else word


def _are_one(word: str, name: str) -> bool:
    """Whether a word is a name's: equal, or with a Swedish article at its end (“gatuchefen”)."""
    if word == name:
        return True
    return len(name) >= 5 and word.startswith(name) and word[len(name) :] in ("en", "et", "n", "t", "na", "e")
