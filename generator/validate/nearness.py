"""Words that were probably meant: near keys, ids and registered names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from itertools import islice

from generator.model.brief import Parties, Party

_ALIKE = 0.6
_MOST_CHOICES = 3000
_MOST_NAMES = 500
"""Names with the same initials and short words that a text is compared with, one by one."""

_MOST_COMPARED = 100_000_000
"""Code points of choices that words are compared with, for all that is sought among them."""

_AT_ONCE = 64
"""Code points of a word that are compared at once."""

_MOST_WORDS = 20
"""Words of a name up to which another spelling of it is known for one."""

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
    return Choices(choices).nearest(word)


class Choices:
    """Words of which the nearest are sought for several others, made ready when the first is."""

    def __init__(self, choices: Iterable[str]) -> None:
        self._choices = choices
        self._found: dict[str, str | None] = {}
        self._left = _MOST_COMPARED

    def nearest(self, word: str) -> str | None:
        """As `nearest_of`; `None` as well where others were so many and so long that there is no end of comparing."""
        from rapidfuzz import process  # noqa: PLC0415 - only an error needs it
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        spelling = _spelling(word[:200])
        if spelling not in self._found and self._left > 0:
            self._left -= self._length * (1 + len(spelling) // _AT_ONCE)
            found = process.extractOne(
                spelling, self._spellings, scorer=OSA.normalized_similarity, score_cutoff=_ALIKE
            )
            self._found[spelling] = self._options[found[2]] if found else None
        return self._found.get(spelling)

    @cached_property
    def _options(self) -> list[str]:
        return sorted(islice(set(self._choices), _MOST_CHOICES))

    @cached_property
    def _spellings(self) -> list[str]:
        return [_spelling(option) for option in self._options]

    @cached_property
    def _length(self) -> int:
        return sum(map(len, self._spellings))


def names_of(parties: Parties) -> Names:
    """The names in a register, put together once for all the briefs that are held against it."""
    return _names_of(_Same(parties))


class Names:
    """Every id, name, full name and alias of the register, to be compared with other spellings of it."""

    def __init__(self, parties: Mapping[str, Party]) -> None:
        self._by_spelling: dict[str, str] = {}
        self._by_shape: dict[tuple[str, ...], dict[str, str]] = {}
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
        if not (alike := self._by_shape.get(_shape(words))):
            return None
        from rapidfuzz import process  # noqa: PLC0415 - few texts come so far
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        spelt = " ".join(words)
        near = process.extract_iter(spelt, alike.keys(), scorer=OSA.distance, score_cutoff=_MOST_EDITS)
        return next((alike[name] for name, *_ in near if _nearly(words, tuple(name.split()))), None)

    def _add(self, id_: str, name: str) -> None:
        words = _words(name)
        if words:
            self._by_spelling.setdefault("".join(words), id_)
            alike = self._by_shape.setdefault(_shape(words), {})
            if len(words) <= _MOST_WORDS and len(alike) < _MOST_NAMES:
                alike.setdefault(" ".join(words), id_)


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


def _shape(words: tuple[str, ...]) -> tuple[str, ...]:
    """What a name has in common with every spelling that is nearly it: short words, and how the others begin."""
    return tuple(word if len(word) < _FUZZY_FROM else f"{word[0]}…" for word in words)


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
