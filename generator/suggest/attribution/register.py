"""Finds the registered party that a speaker's name or description means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.model.brief import Party
from generator.suggest.attribution.index import Index, Name, Trie
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


@dataclass(slots=True)
class Register:
    """The parties by their names. `heard` holds the stems of every word of the brief's articles.

    What is asked of it again and again is found by words, so that a long register costs a mention no more.
    """

    parties: Mapping[str, Party]
    heard: frozenset[str]
    _trie: Trie = field(default_factory=Trie)
    _bodies: Index = field(default_factory=Index)
    _roles: Index = field(default_factory=Index)
    _roots: Index = field(default_factory=Index)
    _own: dict[str, Index] = field(default_factory=dict)
    _surnames: dict[str, set[str]] = field(default_factory=dict)
    _meant: dict[tuple[str, ...], str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for id_, party in self.parties.items():
            for text in (party.name, party.full_name or "", *party.aliases):
                if words := content(text):
                    self._add(self._name(id_, words, party.kind or ""))
            if party.role and (words := content(party.role)):
                self._roles.add(self._name(id_, words, party.kind or ""), set(words))

    def meant(self, text: str) -> str | None:
        """The id of the one party that `text` names or describes; `None` where none or several would fit."""
        words = content(text)
        if not words:
            return None
        if words not in self._meant:
            self._meant[words] = (
                self._within(words) or self._part(words) or self._surname(words) or self._alike(words)
            )
        return self._meant[words]

    def within(self, text: str) -> list[str]:
        """The ids of all parties whose full names stand in `text`, in the order in which they stand there."""
        found: dict[str, None] = {}
        end = -1
        placed = self._trie.placed(content(text))
        for at, names in sorted(placed, key=lambda one: (one[0], -len(one[1][0].words))):
            if at >= end:
                found.setdefault(names[0].id)
                end = at + len(names[0].words)
        return list(found)

    def is_of(self, id_: str, words: set[str]) -> bool:
        """Whether all of the words stand in one name of the party."""
        known = self._own.get(id_)
        return bool(words) and known is not None and known.has_all(words)

    # --- Private methods ---

    def _name(self, id_: str, words: tuple[str, ...], kind: str) -> Name:
        return Name(id_, words, kind, frozenset(words) - self.heard)

    def _add(self, name: Name) -> None:
        self._trie.add(name)
        self._own.setdefault(name.id, Index()).add(name, set(name.words))
        if name.kind != "person":
            self._bodies.add(name, set(name.words))
            if len(name.words) > 1:
                self._roots.add(name, {_root(word) for word in name.words})
        elif len(name.words) > 1:
            self._surnames.setdefault(name.words[-1], set()).add(name.id)

    def _within(self, words: tuple[str, ...]) -> str | None:
        """A name that stands in the words as a whole: a person before others, then the longest, then the last."""
        placed = [(name, at) for at, names in self._trie.placed(words) for name in names]
        if not placed:
            return None
        best = max(placed, key=lambda one: (one[0].kind == "person", len(one[0].words), one[1]))
        return best[0].id

    def _part(self, words: tuple[str, ...]) -> str | None:
        """All words stand in the name (or in the role of a person), and what more it says the articles say too."""
        bare = [_spellings(word) for word in words if word not in _HEADS]
        if not bare:
            return None
        said = frozenset[str]().union(*bare)
        for names in (self._bodies, self._roles):
            fits = {name.id: name for name in names.fitting(bare)}
            heard = {id_ for id_, name in fits.items() if name.unheard <= said}
            found = heard or (fits.keys() if len(bare) > 1 else set())
            if len(found) == 1:
                return next(iter(found))
            topmost = [id_ for id_ in found if self.parties[id_].part_of not in found]
            if len(topmost) == 1:
                return topmost[0]
        return None

    def _surname(self, words: tuple[str, ...]) -> str | None:
        people = self._surnames.get(words[-1], set())
        return next(iter(people)) if len(people) == 1 else None

    def _alike(self, words: tuple[str, ...]) -> str | None:
        """The name that has most words in common, in any order, if they are many and no other has as many."""
        if len(words) < 2:
            return None
        roots = {_root(word) for word in words}
        best, ids = _AS_LIKE, set[str]()
        for name, of_name in self._roots.sharing(roots, _weight):
            score = _likeness(roots, of_name)
            if score > best:
                best, ids = score, set()
            if score == best:
                ids.add(name.id)
        return next(iter(ids)) if len(ids) == 1 else None


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


def _likeness(left: set[str], right: set[str]) -> float:
    """Shared among all words; a country counts twice, as it tells one body of a kind from another."""
    return _weight(left & right) / _weight(left | right)


def _weight(words: set[str]) -> int:
    return len(words) + len(words & _COUNTRIES)


def _root(word: str) -> str:
    """A word without what makes a people's or a country's name of it: Dravia, Dravian."""
    found = _PEOPLE.fullmatch(word) if word not in _COUNTRIES else None
    return found[1] if found else word


def _spellings(word: str) -> frozenset[str]:
    """What a name may say for a word: the same, or it without a Swedish article at its end (“gatuchefen”)."""
    ends = ("en", "et", "n", "t", "na", "e")
    bare = (word.removesuffix(end) for end in ends if word.endswith(end))
    return frozenset((word, *(each for each in bare if len(each) >= 5)))
