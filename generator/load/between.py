"""What stands between and within the values of a YAML text, where our parser is laxer than YAML 1.2."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.load.decode import Lines
from generator.model.brief import KEYS
from generator.model.source import Location, Problem, Severity

_TABS = re.compile("\t+")
_UNOPENED = re.compile(r"[\]}]\Z|(?<![0-9])\"\Z")
_COMMENT = re.compile("#[^\n]*")
_CUTTING = re.compile(r"[ \t]+(#\S[^\n]*)")
_CONTINUED = re.compile(r"\n([ ]*)(?=([^\s#]|\t))")
_LIKE_A_KEY = re.compile(r"\n[ ]*((?:-[ ]+)?([a-z_]+):)(?=[ \n]|\Z)")
_BLOCK_LINE = re.compile(r"\n([ ]*)([^ \n])?")

TAB_REMEDY = "Use spaces."


def cut_value(lines: Lines, end: int) -> Problem | None:
    """`We are #1`: a plain value that a `#` without a space after it cuts short (YAML 1.2, 6.6)."""
    match = _CUTTING.match(lines.text, end)
    return None if match is None else _cut(lines, match.start(1), match.end(1))


def unopened(lines: Lines, start: int, end: int) -> Problem | None:
    """A plain value that ends with a bracket or quotation mark which nothing in it opens: `nhk, several sources]`."""
    match = _UNOPENED.search(lines.text, max(start, end - 2), end)
    if match is None or end - start < 2:
        return None
    sign, value = match[0], lines.text[start:end]
    opening = {"]": "[", "}": "{", '"': '"'}[sign]
    if value.count(opening) >= value.count(sign) and (sign != '"' or value.count('"') > 1):
        return None
    message = f"the value ends with a `{sign}` that nothing opens"
    remedy = f"Open it with `{opening}` where the value begins, delete it, or put the value in quotes."
    return Problem(lines.place(end - 1, end), "yaml-unopened", message, remedy, Severity.WARNING)


def gap(lines: Lines, start: int, end: int, in_flow: bool) -> Iterator[Problem]:
    """Problems of `text[start:end]`, which holds indicators, white space and comments only.

    Tabs; a comment that touches what it follows; in a flow collection a comment that looks like a value.
    """
    text = lines.text[start:end]
    if "#" in text:
        yield from _comments(lines, start, text, in_flow)
        text = _COMMENT.sub(lambda match: " " * len(match[0]), text)
    if "\t" in text:
        for match in _TABS.finditer(text):
            yield tab(lines.place(start + match.start(), start + match.end()))


def tab(place: Location) -> Problem:
    """A tab where only spaces may stand."""
    return Problem(place, "yaml-tab", "a tab stands here", TAB_REMEDY)


def hanging(lines: Lines, start: int, end: int, indent: int) -> Iterator[Problem]:
    """Lines of `text[start:end]` that are not indented beyond `indent` (YAML 1.2, 7.1: `s-flow-line-prefix`)."""
    for match in _CONTINUED.finditer(lines.text, start, end):
        at = match.end()
        if match[2] == "\t":
            yield tab(lines.place(at))
        elif len(match[1]) <= indent:
            message = "this line belongs to the value above, and isn't indented further than its key"
            yield Problem(lines.place(at), "yaml-indent", message, "Indent it by two more spaces.")


def block_scalar(lines: Lines, start: int, end: int) -> Iterator[Problem]:
    """Faults of a `|` or `>` value that our parser lets through: a comment that touches the mark, blank lines
    at its head that are indented further than its text (YAML 1.2, 8.1.1)."""
    header = lines.text.find("\n", start, end)
    comment = lines.text.find("#", start, header if header >= 0 else end)
    if comment > 0 and lines.text[comment - 1] not in " \t":
        yield _touching(lines, comment)
    blank: tuple[int, int] = (0, start)
    for match in _BLOCK_LINE.finditer(lines.text, start):
        width = len(match[1])
        if match[2] is not None:
            if blank[0] > width and not lines.text[start:header].strip(">|+- ")[:1].isdigit():
                message = "this blank line is indented further than the text below it"
                yield Problem(lines.place(blank[1]), "yaml-indent", message, "Delete its spaces.")
            return
        blank = max(blank, (width, match.start(1)))


def swallowed(lines: Lines, start: int, end: int, key: str | None, indent: int) -> Iterator[Problem]:
    """Warnings for lines of a `|` or `>` value that look like keys of the format: indented as its text they are text.

    `key` is whose value it is, `indent` the column of the keys beside it.
    """
    for match in _LIKE_A_KEY.finditer(lines.text, start, end):
        if match[2] not in KEYS:
            continue
        text = f"the text of `{key}`" if key else "the text above"
        message = f"`{match[2]}:` is read as a part of {text}: its line is indented as that is"
        remedy = f"If it is a key, begin its line in column {indent + 1}; if it is text, join it to the line above."
        yield Problem(lines.place(*match.span(1)), "key-in-text", message, remedy, Severity.WARNING)


def _comments(lines: Lines, start: int, text: str, in_flow: bool) -> Iterator[Problem]:
    for match in _COMMENT.finditer(text):
        at = start + match.start()
        if at and lines.text[at - 1] not in " \t\n":
            yield _touching(lines, at)
        elif in_flow and match[0][1:2].strip():
            yield _cut(lines, at, start + match.end())


def _touching(lines: Lines, at: int) -> Problem:
    message = "a comment stands apart from what it follows"
    return Problem(lines.place(at), "yaml-syntax", message, "Put a space before `#`, or quote the value.")


def _cut(lines: Lines, start: int, end: int) -> Problem:
    message = "the value is cut here: ` #` begins a comment"
    remedy = "A value with ` #` in it must stand in quotes; a comment has a space after its `#`."
    return Problem(lines.place(start, end), "cut-value", message, remedy)
