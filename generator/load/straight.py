"""A document with nothing odd in it, read in one pass; whatever is odd, or may be, is left to `Builder`."""

from __future__ import annotations

import re
from itertools import islice

import yaml
from yaml import events

from generator.load import between
from generator.load.builder import DEEPEST, MOST_NODES, PLAIN
from generator.load.decode import Lines
from generator.load.places import Event
from generator.model.brief import KEYS

_ODD_COMMENT = re.compile(
    r"#(?:(?<!^#)(?<! #)(?<![^\W\d_]#)(?<!/#)|(?:(?<=^#)|(?<= #))(?![ \n]))", re.MULTILINE
)
"""A `#` that may touch what it follows, or cut a value: neither within a word or address, nor with a space on either
side."""

_KEY = re.compile(r"[a-z_]:(?=[ \n]|\Z)")
_MOST_COMMENTS = 100
_LONGEST = 200_000
"""Code points of a document that is tried: reading a huge one for nothing would cost too much."""

_BLOCK = frozenset("|>")
_CLOSING = frozenset('"]}')


class _OddError(Exception):
    """Something for `Builder` to look at."""


def read(lines: Lines) -> dict[str, object] | None:
    """What `Builder` makes of the document if it finds no problem in it; `None` where it may find one.

    Where keys and values stand is not kept: of a brief without a problem nobody asks it.
    """
    if len(lines.text) > _LONGEST or "\t" in lines.text:
        return None
    try:
        return _Reader(lines).document()
    except (_OddError, yaml.MarkedYAMLError):
        return None


# --- Private ---


class _Reader:
    """Takes the events of one document. It recurs as deep as `DEEPEST`, the parser not at all."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._text = lines.text
        self._take = yaml.CSafeLoader(lines.text).get_event
        self._nodes = 0
        odd = _ODD_COMMENT.finditer(lines.text) if "#" in lines.text else iter(())
        self._comments = [match.start() for match in islice(odd, _MOST_COMMENTS)]

    def document(self) -> dict[str, object]:
        """The mapping that is the whole document."""
        self._take()
        begin: Event = self._take()
        root: Event = self._take()
        if type(root) is not events.MappingStartEvent or begin.version or begin.tags:
            raise _OddError
        if len(self._comments) == _MOST_COMMENTS:
            raise _OddError
        content = self._mapping(root, 1, -1)
        self._take()
        if type(self._take()) is not events.StreamEndEvent or self._comments or self._nodes >= MOST_NODES:
            raise _OddError
        return content

    def _mapping(self, start: Event, depth: int, indent: int) -> dict[str, object]:
        if start.anchor is not None or start.tag is not None or depth > DEEPEST:
            raise _OddError
        in_flow = start.flow_style
        indent = indent if in_flow else start.start_mark.column
        content: dict[str, object] = {}
        take, scalar_event = self._take, events.ScalarEvent
        while type(event := take()) is scalar_event:
            key = event.value
            if key not in KEYS or in_flow or event.style or event.anchor is not None or event.tag is not None:
                self._check_key(event, in_flow)
            if key in content:
                raise _OddError
            event = take()
            if type(event) is scalar_event:
                content[key] = self._scalar(event, indent, in_flow)
            else:
                content[key] = self._collection(event, depth, indent)
        if type(event) is not events.MappingEndEvent:
            raise _OddError
        self._nodes += 2 * len(content)
        if in_flow:
            self._check_brackets(start, event, indent)
        return content

    def _sequence(self, start: Event, depth: int, indent: int) -> list[object]:
        if start.anchor is not None or start.tag is not None or depth > DEEPEST:
            raise _OddError
        in_flow = start.flow_style
        indent = indent if in_flow else start.start_mark.column
        content: list[object] = []
        take, scalar_event = self._take, events.ScalarEvent
        while type(event := take()) is not events.SequenceEndEvent:
            if type(event) is scalar_event:
                content.append(self._scalar(event, indent, in_flow))
            else:
                content.append(self._collection(event, depth, indent))
        self._nodes += len(content)
        if in_flow:
            self._check_brackets(start, event, indent)
        return content

    def _collection(self, event: Event, depth: int, indent: int) -> object:
        if type(event) is events.MappingStartEvent:
            return self._mapping(event, depth + 1, indent)
        if type(event) is events.SequenceStartEvent:
            return self._sequence(event, depth + 1, indent)
        raise _OddError

    def _scalar(self, event: Event, indent: int, in_flow: bool) -> object:
        value: str = event.value
        style = event.style
        if event.anchor is not None or event.tag is not None:
            raise _OddError
        if not (style or in_flow or " " in value or "\n" in value or self._comments):
            if value[-1:] in _CLOSING:
                raise _OddError
            return PLAIN.get(value, value)
        start, end = event.start_mark, event.end_mark
        if style in _BLOCK:
            self._check_block(value, start.index, end.index)
            return value
        if start.line != end.line:
            self._check_lines(start.index, end.index, indent)
        if self._comments:
            self._comments = [at for at in self._comments if not start.index <= at < end.index]
        if style:
            return value
        if self._is_odd(value, start.index, in_flow):
            raise _OddError
        return PLAIN.get(value, value)

    def _check_key(self, event: Event, in_flow: bool) -> None:
        start, end = event.start_mark, event.end_mark
        if (
            start.line != end.line
            or start.index == end.index
            or event.anchor is not None
            or event.tag is not None
            or (not event.style and (event.value == "<<" or self._is_odd(event.value, start.index, in_flow)))
        ):
            raise _OddError

    def _check_brackets(self, start: Event, end: Event, indent: int) -> None:
        if start.start_mark.line != end.end_mark.line:
            self._check_lines(start.start_mark.index, end.end_mark.index, indent)

    def _check_block(self, value: str, start: int, end: int) -> None:
        if not value.strip("\n") or value[0] == "\n":
            raise _OddError
        if _KEY.search(value) and any(between.swallowed(self._lines, start, end, None, 0)):
            raise _OddError

    def _check_lines(self, start: int, end: int, indent: int) -> None:
        if any(between.hanging(self._lines, start, end, indent)):
            raise _OddError

    def _is_odd(self, plain: str, start: int, in_flow: bool) -> bool:
        if in_flow:
            return plain == "-" or self._text[start - 1] == "?"
        return plain[-1:] in _CLOSING
