"""Names by their words: those that stand in a text, those that have given words, those that have some of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field

LONGEST_NAME = 40
"""Words of a name that is looked for in a text as a whole."""

MOST_FITTING = 1000
"""Names among which a description can tell one: the rarest of its words stands in no more of them."""

MOST_ALIKE = 200
"""Names that share words with a description and are compared with it, those with its rarest words first."""


@dataclass(frozen=True, slots=True)
class Name:
    """A party's name in words as they are compared, and those of them that no article says."""

    id: str
    words: tuple[str, ...]
    kind: str
    unheard: frozenset[str]


@dataclass(slots=True)
class Trie:
    """Names word by word: a text is read once from each of its words, however many names there are."""

    _next: dict[str, Trie] = field(default_factory=dict)
    _names: list[Name] = field(default_factory=list)
    """The first that ends here, and the first person's."""

    def add(self, name: Name) -> None:
        """Takes up a name; of those of the same words only the first, and the first person's, are kept."""
        if len(name.words) > LONGEST_NAME:
            return
        node = self
        for word in name.words:
            if word not in node._next:
                node._next[word] = Trie()
            node = node._next[word]
        if not node._names or (
            name.kind == "person" and all(other.kind != "person" for other in node._names)
        ):
            node._names.append(name)

    def placed(self, words: tuple[str, ...]) -> list[tuple[int, list[Name]]]:
        """Where each of the names first stands in the words, those of the same words together."""
        first: dict[int, tuple[int, list[Name]]] = {}
        for at in range(len(words)):
            node, end = self, at
            while end < len(words) and (below := node._next.get(words[end])) is not None:
                node, end = below, end + 1
                if node._names:
                    first.setdefault(id(node), (at, node._names))
        return list(first.values())


@dataclass(slots=True)
class Index:
    """Names by each of their words, in the order in which they were added."""

    _names: list[tuple[Name, set[str]]] = field(default_factory=list)
    _having: dict[str, set[int]] = field(default_factory=dict)

    def add(self, name: Name, words: set[str]) -> None:
        """Takes up a name, to be found by these words."""
        for word in words:
            self._having.setdefault(word, set()).add(len(self._names))
        self._names.append((name, words))

    def fitting(self, words: Iterable[Collection[str]]) -> list[Name]:
        """The names that have one spelling at least of each of the words, in order; none where too many might."""
        having = [[self._having[each] for each in one if each in self._having] for one in words]
        having.sort(key=lambda sets: sum(map(len, sets)))
        if not having or sum(map(len, having[0])) > MOST_FITTING:
            return []
        numbers = set[int]().union(*having[0])
        for sets in having[1:]:
            numbers = {number for number in numbers if any(number in each for each in sets)}
        return [self._names[number][0] for number in sorted(numbers)]

    def has_all(self, words: Collection[str]) -> bool:
        """Whether one name has all of the words."""
        having = sorted((self._having.get(word, set()) for word in words), key=len)
        return bool(having and having[0].intersection(*having[1:]))

    def sharing(self, words: set[str], weigh: Callable[[set[str]], int]) -> Iterator[tuple[Name, set[str]]]:
        """The names that may share half of the words' weight, those with the rarest of them first."""
        left, half = set(words), weigh(words) / 2
        seen: set[int] = set()
        for word in sorted(words, key=lambda word: (len(self._having.get(word, ())), word)):
            if weigh(left) < half:  # what has none of the words so far has too little of the rest
                return
            left.discard(word)
            for number in sorted(self._having.get(word, ())):
                if number not in seen:
                    if len(seen) >= MOST_ALIKE:
                        return
                    seen.add(number)
                    yield self._names[number]
