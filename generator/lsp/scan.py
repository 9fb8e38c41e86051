"""Where a value of a YAML text ends, found without reading the rest: the text may be broken anywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

_COMMENT = re.compile(r"(?<![ \t])[ \t]+#")
_DOUBLE = re.compile(r'(?:[^"\\]|\\.)*')
_SINGLE = re.compile(r"(?:[^']|'')*")
_FLOW_PLAIN = re.compile(r"(?:[^,\[\]{}#:\n]|(?<![ \t])#|:(?![ \t,\[\]{}]|$))*")


def end_of_plain(text: str, at: int) -> int:
    """The column after a plain value that begins at `at`, up to a comment, without blanks at its end."""
    comment = _COMMENT.search(text, at)
    stop = comment.start() if comment else len(text)
    return at + len(text[at:stop].rstrip())


def end_of_flow_plain(text: str, at: int) -> int:
    """The column after a plain value or key in a flow collection."""
    match = _FLOW_PLAIN.match(text, at)
    return at + len(text[at : match.end() if match else at].rstrip())


def end_of_quoted(lines: Sequence[str], start: tuple[int, int], column: int) -> tuple[int, int]:
    """The place after the closing mark; the end of the first line where there is none.

    Lines below go on with the value as far as they stand further in than `column`.
    """
    line, at = start
    sign = lines[line][at]
    pattern = _DOUBLE if sign == '"' else _SINGLE
    at += 1
    while True:
        match = pattern.match(lines[line], at)
        end = match.end() if match else at
        if end < len(lines[line]) and lines[line][end] == sign:
            return line, end + 1
        line, at = line + 1, 0
        if line >= len(lines) or is_outside(lines[line], column):
            return start[0], len(lines[start[0]].rstrip())


def end_of_block(lines: Sequence[str], line: int, column: int) -> tuple[int, int]:
    """The end of the last line of a `|` or `>` value whose mark stands on `line`, under a key at `column`."""
    last = line
    for number in range(line + 1, len(lines)):
        if is_outside(lines[number], column):
            break
        if lines[number].strip():
            last = number
    return last, len(lines[last])


def is_outside(text: str, column: int) -> bool:
    """Whether a line can't belong to the value of a key at `column`: it stands no further in, and isn't blank."""
    return bool(text.strip()) and len(text) - len(text.lstrip(" ")) <= column
