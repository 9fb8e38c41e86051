"""What a text is looked at for, letter by letter and all of it in one pass: where a secret or what runs may begin."""

from __future__ import annotations

from collections.abc import Iterable

from ahocorasick_rs import BytesAhoCorasick


class Marks:
    """Some texts that may stand in others.

    They are sought together (Aho and Corasick, "Efficient string matching", 1975): a page of ours would be read
    some forty times otherwise.
    """

    def __init__(self, marks: Iterable[bytes]) -> None:
        self._marks = tuple(dict.fromkeys(marks))
        self._search = BytesAhoCorasick(self._marks)

    def found(self, content: bytes) -> dict[bytes, list[int]]:
        """Where each mark that stands in the content begins, in order, also where it shares letters with another."""
        places: dict[bytes, list[int]] = {}
        for number, start, _ in self._search.find_matches_as_indexes(content, overlapping=True):
            places.setdefault(self._marks[number], []).append(start)
        return places
