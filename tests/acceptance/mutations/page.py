"""A valid file as mutations see it: its keys and values with their places, found by the loader's places alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.load import load_article, load_yaml
from generator.model.brief import Entry
from generator.model.source import Location, Path, Tree
from generator.validate.shape import ModelAt, in_article, in_brief, in_parties


@dataclass(frozen=True)
class Page:
    """A file of a site: its name, its lines, and what they say."""

    name: str
    lines: tuple[str, ...]
    tree: Tree

    @property
    def models(self) -> ModelAt:
        if self.name.endswith("parties.yml"):
            return in_parties
        return in_article if self.name.endswith(".md") else in_brief

    def entries(self, *, own_line: bool = False) -> Iterator[tuple[Path, type[Entry], Location]]:
        """The keys of the format, each with the model of its mapping; with `own_line`, those that begin a line."""
        for path, place in self.tree.keys.items():
            model = self.models(path[:-1])
            before = self.lines[place.line - 1][: place.column - 1]
            if model is not None and (not own_line or not before.strip(" -")):
                yield path, model, place

    def texts(self) -> Iterator[tuple[Path, str, Location]]:
        """The texts, with their places."""
        for path, place in self.tree.values.items():
            value = self.value(path)
            if isinstance(value, str):
                yield path, value, place

    def value(self, path: Path) -> object:
        found: object = self.tree.value
        for step in path:
            found = found[step]  # type: ignore[index]
        return found

    def block(self, place: Location) -> range:
        """The lines, from 0, of a key that begins a line, with its value."""
        column, first = place.column - 1, place.line - 1
        last = first + 1
        while last < self.end and self._is_within(last, column):
            last += 1
        while last > first + 1 and not self.lines[last - 1].strip():
            last -= 1
        return range(first, last)

    @property
    def end(self) -> int:
        """The line, from 0, below the YAML."""
        if not self.name.endswith(".md"):
            return len(self.lines)
        return self.lines.index("---", 1)

    def with_line(self, number: int, line: str) -> str:
        """The text with another line in place of one, from 0."""
        return "\n".join([*self.lines[:number], line, *self.lines[number + 1 :]])

    def with_part(self, place: Location, new: str, length: int | None = None) -> str:
        """The text with something else at a place on one line."""
        line = self.lines[place.line - 1]
        start = place.column - 1
        end = start + (place.length if length is None else length)
        return self.with_line(place.line - 1, line[:start] + new + line[end:])

    def part(self, place: Location) -> str:
        """What is written at a place, on its first line."""
        line = self.lines[place.line - 1]
        return line[place.column - 1 : place.column - 1 + place.length]

    def _is_within(self, number: int, column: int) -> bool:
        line = self.lines[number]
        indent = len(line) - len(line.lstrip(" "))
        return not line.strip() or indent > column or (indent == column and line[indent:].startswith("- "))


def page(name: str, raw: bytes) -> Page:
    """The page of a valid file."""
    text = raw.decode("utf-8")
    if name.endswith(".md"):
        manuscript, problems = load_article(name, raw)
        tree = manuscript.front if manuscript else None
    else:
        tree, problems = load_yaml(name, raw)
    assert tree is not None, problems
    return Page(name, tuple(text.split("\n")), tree)
