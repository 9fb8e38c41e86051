"""Where the keys and values of a document without a problem stand: found out when somebody asks, and not before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import yaml

from generator.load.builder import Builder
from generator.load.decode import Lines
from generator.model.source import Location, Path, Tree


def survey(lines: Lines, builder: Builder) -> yaml.MarkedYAMLError | None:
    """Has the builder take every event of a text; the parser's error, where it stopped at one."""
    try:
        for event in yaml.parse(lines.text, yaml.CSafeLoader):
            if not builder.take(event):
                break
    except yaml.MarkedYAMLError as error:
        return error
    return None


def with_late_places(lines: Lines, value: dict[str, object]) -> Tree:
    """A tree of what was read of a text in which there is no problem. It keeps the text in place of the places."""
    text = _Text(lines)
    return Tree(lines.file, value, _Late(text, is_of_keys=False), _Late(text, is_of_keys=True))


# --- Private ---


class _Text:
    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    @cached_property
    def places(self) -> tuple[Mapping[Path, Location], Mapping[Path, Location]]:
        """Those of the values and those of the keys."""
        builder = Builder(self._lines)
        survey(self._lines, builder)
        tree = builder.tree()
        return (tree.values, tree.keys) if tree else ({}, {})


class _Late(Mapping[Path, Location]):
    def __init__(self, text: _Text, *, is_of_keys: bool) -> None:
        self._text = text
        self._is_of_keys = is_of_keys

    @property
    def _places(self) -> Mapping[Path, Location]:
        return self._text.places[self._is_of_keys]

    def __getitem__(self, path: Path) -> Location:
        return self._places[path]

    def __contains__(self, path: object) -> bool:
        return path in self._places

    def __iter__(self) -> Iterator[Path]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
