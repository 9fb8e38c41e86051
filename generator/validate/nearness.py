"""Words that were probably meant: near keys, ids and registered names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice

from generator.model.brief import Parties, Party

_ALIKE = 0.6
_MOST_CHOICES = 3000
_MOST_NAMES = 500
"""Names with the same initials that a text is compared with, one by one."""

_MOST_REMEMBERED = 8192
_FUZZY_FROM = 5
"""Words shorter than this must be equal: a letter makes another word of them (Iran, Iraq)."""

_MOST_EDITS = 2

_ARTICLES = frozenset({"the"})


def did_you_mean(meant: str | None) -> str:
    """`Did you mean …?`, or an empty text where nothing near is known."""
    return f"Did you mean `{meant}`?" if meant else ""


def nearest_of(word: str, choices: Iterable[str]) -> str | None:
    """The nearest of `choices` by optimal string alignment, if at least 60 % alike."""
    from rapidfuzz import process  # noqa: PLC0415 - only an error needs it
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    options = sorted(islice(set(choices), _MOST_CHOICES))
    found = process.extractOne(
        word[:200],
        options,
        scorer=OSA.normalized_similarity,
        processor=_spelling,
        score_cutoff=_ALIKE,
    )
    return found[0] if found else None


def names_of(parties: Parties) -> Names:
    """The names in a register, put together once for all the briefs that are held against it."""
    return _names_of(_Same(parties))


class Names:
    """Every id, name, full name and alias of the register, to be compared with other spellings of it."""

    def __init__(self, parties: Mapping[str, Party]) -> None:
        self._by_spelling: dict[str, str] = {}
        self._by_initials: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._meant: dict[str, str | None] = {}
        for id_, party in parties.items():
            for name in (id_, party.name, party.full_name or "", *party.aliases):
                self._add(id_, name)

    def meant_by(self, text: str) -> str | None:
        """The id of the party of which `text` is a name or nearly a name.

        Case, punctuation, accents and a leading "the" don't count. Nearly: as many words, each beginning
        with the same letter, words of five letters or more off by one edit at most, and no more than two such words.
        """
        if text not in self._meant:
            if len(self._meant) >= _MOST_REMEMBERED:
                self._meant.clear()
            self._meant[text] = self._nearest(_words(text))
        return self._meant[text]

    def _nearest(self, words: tuple[str, ...]) -> str | None:
        if (found := self._by_spelling.get("".join(words))) is not None:
            return found
        for name, id_ in self._by_initials.get(_initials(words), [])[:_MOST_NAMES]:
            if _nearly(words, name):
                return id_
        return None

    def _add(self, id_: str, name: str) -> None:
        words = _words(name)
        if words:
            self._by_spelling.setdefault("".join(words), id_)
            self._by_initials.setdefault(_initials(words), []).append((words, id_))


class _Same:
    """Registers are long and never changed: one is told from another by being another object."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.parties is other.parties

    def __hash__(self) -> int:
        return id(self.parties)


@lru_cache(maxsize=4)
def _names_of(same: _Same) -> Names:
    return Names(same.parties.by_id)


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words)


@lru_cache(maxsize=8192)
def _spelling(text: str) -> str:
    return "".join(_words(text))


def _words(text: str) -> tuple[str, ...]:
    decomposed = unicodedata.normalize("NFKD", text[:400].casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).replace("'", "").replace("’", "")
    words = "".join(c if c.isalnum() else " " for c in bare).split()
    return tuple(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def _nearly(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - few texts come so far

    edits = 0
    for word, other in zip(words, name, strict=True):
        if word == other:
            continue
        if min(len(word), len(other)) < _FUZZY_FROM or word.isdigit():
            return False
        if OSA.distance(word, other, score_cutoff=1) > 1:
            return False
        edits += 1
    return 0 < edits <= _MOST_EDITS
