"""Words that were probably meant: near keys, ids and registered names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from generator.model.brief import Party

_ALIKE = 0.6
_FUZZY_FROM = 5
"""Words shorter than this must be equal: a letter makes another word of them (Iran, Iraq)."""

_ARTICLES = frozenset({"the"})


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """`Did you mean …?` with the nearest of `choices`, or an empty text where none is near."""
    nearest = nearest_of(word, choices)
    return f"Did you mean `{nearest}`?" if nearest else ""


def nearest_of(word: str, choices: Iterable[str]) -> str | None:
    """The nearest of `choices` by optimal string alignment, if at least 60 % alike."""
    options = sorted(set(choices))
    found = process.extractOne(
        word[:200],
        options,
        scorer=OSA.normalized_similarity,
        processor=lambda text: "".join(_words(text)),
        score_cutoff=_ALIKE,
    )
    return found[0] if found else None


class Names:
    """Every id, name, full name and alias of the register, to be compared with other spellings of it."""

    def __init__(self, parties: Mapping[str, Party]) -> None:
        self._by_spelling: dict[str, str] = {}
        self._by_length: dict[int, list[tuple[tuple[str, ...], str]]] = {}
        for id_, party in parties.items():
            for name in (id_, party.name, party.full_name or "", *party.aliases):
                self._add(id_, name)

    def meant_by(self, text: str) -> str | None:
        """The id of the party of which `text` is a name or nearly a name.

        Case, punctuation, accents and a leading "the" don't count. Nearly: as many words, each beginning
        with the same letter, words of five letters or more off by at most one edit, two edits in all.
        """
        words = _words(text)
        if (found := self._by_spelling.get("".join(words))) is not None:
            return found
        for name, id_ in self._by_length.get(len(words), ()):
            if _nearly(words, name):
                return id_
        return None

    def _add(self, id_: str, name: str) -> None:
        words = _words(name)
        if words:
            self._by_spelling.setdefault("".join(words), id_)
            self._by_length.setdefault(len(words), []).append((words, id_))


def _words(text: str) -> tuple[str, ...]:
    decomposed = unicodedata.normalize("NFKD", text[:400].casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).replace("'", "").replace("’", "")
    words = "".join(c if c.isalnum() else " " for c in bare).split()
    return tuple(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


def _nearly(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    edits = 0
    for word, other in zip(words, name, strict=True):
        if word == other:
            continue
        if min(len(word), len(other)) < _FUZZY_FROM or word[0] != other[0] or word.isdigit():
            return False
        edits += OSA.distance(word, other, score_cutoff=1)
        if OSA.distance(word, other, score_cutoff=1) > 1:
            return False
    return 0 < edits <= 2
