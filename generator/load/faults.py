"""The parser's errors in our words, at the place where an editor mends them."""

from __future__ import annotations

import re
from collections import Counter

import yaml

from generator.load.between import TAB_REMEDY
from generator.load.decode import Lines
from generator.load.places import line_end
from generator.model.source import Location, Problem

_WORD = re.compile(r"[^\s,\]}]{1,60}")
_BRACKET = re.compile(r"[\[{]")
_ITEM = re.compile(r"[ ]*(?:- +)+")
KEY = re.compile(r"[ ]*(?:- +)*(?:\"[^\"\n]*\"[ ]*|'[^'\n]*'[ ]*|[^\s\"'#\[{:][^:\n]*):(?= )")

QUOTE_IT = "Put the whole value in quotes."
COLON_REMEDY = "A value with `: ` in it must stand in quotes."

_MARGIN = re.compile("[ ]*")
_HEAD = re.compile(r"[ ]*[^\s#][^\n#]*:[ ]*(?:#[^\n]*)?\n")
_STEPS = re.compile(r"^([ ]*)[^\s#-][^\n#]*:[ ]*(?:#[^\n]*)?\n([ ]*)(?=[^\s#-])", re.MULTILINE)

_PLAIN_WORDS = {
    "did not find expected node content": ("a value is missing here", "Delete one of the commas."),
    "block sequence entries are not allowed in this context": (
        "a list can't begin here",
        "Begin the list on the line below its key.",
    ),
    "did not find expected '-' indicator": (
        "this line is in a list, but is no item of it",
        "Begin it with `- `, or indent it like the key that it belongs beside.",
    ),
    "did not find expected <document start>": (
        "this belongs to nothing above it",
        "Write `key: value`, indented like the keys beside it.",
    ),
    "did not find expected comment or line break": (
        "text stands beside the `|` or `>`",
        "Begin the text on the next line, indented.",
    ),
    "found an indentation indicator equal to 0": ("a `0` can't follow `|` or `>`", "Leave it out."),
    "block mapping entries are not allowed in this context": ("a key can't stand here", None),
    "block mapping keys are not allowed in this context": ("a key can't stand here", None),
}


def told(error: yaml.MarkedYAMLError, lines: Lines, opened: int | None) -> Problem:
    """The error as a problem. `opened` is the offset of the innermost bracket open when it occurred."""
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, len(lines.text)) if mark else 0
    start = error.context_mark.index if error.context_mark else at
    if "quoted scalar" in context and problem in _ENDLESS:
        return unclosed_quote(lines.place(start), lines.text[start])
    if "scanning a directive" in context or "directive" in problem or "incompatible" in problem:
        return Problem(_word(lines, at), "yaml-directive", "a directive (`%`) has no place here", QUOTE_IT)
    for kind, sign in (("alias", "*"), ("anchor", "&"), ("tag", "!")):
        if f"scanning {'an' if kind[0] == 'a' else 'a'} {kind}" in context or f"{kind} handle" in problem:
            message = f"a value can't begin with `{sign}`: YAML reads it as {_ROLE[kind]}"
            remedy = f"A value that begins with `{sign}` must stand in quotes."
            return Problem(_word(lines, start), f"yaml-{kind}", message, remedy)
    at_bracket = "flow" in context and lines.text[start : start + 1] in {"[", "{"}
    if at_bracket and not _closes_on_its_line(lines.text, start):
        return unclosed_bracket(lines.place(start), lines.text[start])
    if opened is not None and not _closes_on_its_line(lines.text, opened):
        return unclosed_bracket(lines.place(opened), lines.text[opened])
    return _syntax(problem, lines, at, start)


def unclosed_quote(place: Location, sign: str, line: int | None = None) -> Problem:
    """A quote that doesn't close before `line`, or at all."""
    until = f"before line {line}" if line else "in this file"
    message = f"a quote ({sign}) is opened here and not closed {until}"
    doubled = "''" if sign == "'" else '\\"'
    return Problem(
        place, "yaml-unclosed", message, f"Close it; inside the value this sign is written {doubled}."
    )


def unclosed_bracket(place: Location, sign: str, line: int | None = None) -> Problem:
    """A bracket that doesn't close before `line`, or at all."""
    until = f"before line {line}" if line else "where it should be"
    message = f"a bracket `{sign}` is opened here and not closed {until}"
    closing = "]" if sign == "[" else "}"
    return Problem(
        place, "yaml-unclosed", message, f"Close it with `{closing}`; text with brackets stands in quotes."
    )


def past_properties(text: str, at: int) -> int:
    """The offset of the bracket of a collection that begins at `at`, past its anchor and tag."""
    found = _BRACKET.search(text, at)
    return found.start() if found else at


def word_at(text: str, at: int) -> str:
    """The word that begins at `at`, for messages."""
    match = _WORD.match(text, at)
    return match[0] if match else text[at : at + 1]


_ENDLESS = ("found unexpected end of stream", "found unexpected document indicator")

_ROLE = {"alias": "a reference to another value", "anchor": "a mark on a value", "tag": "a type"}


def _syntax(problem: str, lines: Lines, at: int, start: int) -> Problem:
    text = lines.text
    if problem == "mapping values are not allowed in this context":
        return _colon(lines, at)
    if "tab character" in problem or (
        problem.startswith("found character that cannot") and text[at : at + 1] == "\t"
    ):
        return Problem(lines.place(at), "yaml-tab", "a tab stands here", TAB_REMEDY)
    bracket = problem == "did not find expected node content" and text[at : at + 1] in {"]", "}"}
    if bracket or problem.startswith("found character that cannot"):
        message = f"a value can't begin with {text[at : at + 1]}"
        return Problem(_word(lines, at), "yaml-value", message, QUOTE_IT)
    if "escape" in problem or "hexdecimal" in problem:
        message = "a backslash between double quotes begins an escape that YAML doesn't know"
        return Problem(lines.place(at, at + 2), "yaml-escape", message, r"Write `\\` for a backslash.")
    if problem == "could not find expected ':'":
        return _no_colon(lines, start)
    if problem == "did not find expected key":
        return _no_key(lines, at)
    if problem.startswith("did not find expected ','"):
        if text[at : at + 1] == ":":
            return Problem(
                lines.place(at), "yaml-syntax", "`: ` in a value reads as another key", COLON_REMEDY
            )
        message = "a comma is missing before this"
        return Problem(
            _word(lines, at), "yaml-syntax", message, "Separate the entries by commas, or quote them."
        )
    message, hint = _PLAIN_WORDS.get(problem, (f"this can't be read as YAML: {problem}", None))
    return Problem(_word(lines, at), "yaml-syntax", message, hint)


def _colon(lines: Lines, at: int) -> Problem:
    """A second colon in a line is text; a first one is a key at a wrong depth."""
    start = lines.text.rfind("\n", 0, at) + 1
    if (key := KEY.match(lines.text, start)) is not None and key.end() <= at:
        return Problem(lines.place(at), "yaml-colon", "`: ` in a value reads as another key", COLON_REMEDY)
    if (above := _line_without_colon(lines.text, start)) is not None:
        return _no_colon(lines, above)
    if (first := first_out_of_line(lines.text, start)) is not None:
        return _unlike_those_below(lines, first)
    message = (
        "a key can't stand here: the line above has a value already, or this line's indentation is wrong"
    )
    return Problem(_line(lines, start), "yaml-indent", message, "Indent it like the keys beside it.")


def _no_colon(lines: Lines, at: int) -> Problem:
    message = "this line is no `key: value`, and belongs to no value above it"
    remedy = "Write a `:` and a space after the key, or indent the line if it continues the value above."
    return Problem(_line(lines, at), "yaml-syntax", message, remedy)


def _line_without_colon(text: str, at: int) -> int | None:
    """Where the text begins that YAML takes the key of the line at `at` to go on with, if no key above has it as
    its value: a line that lacks its colon."""
    found = None
    while at > 0:
        start = text.rfind("\n", 0, at - 1) + 1
        line = text[start : at - 1]
        if key := KEY.match(f"{line} "):
            return None if line[key.end() :].strip() else found
        if item := _ITEM.match(line):
            return start + item.end()
        if line.strip() and not line.lstrip().startswith("#"):
            found = start
        at = start
    return found


def _no_key(lines: Lines, at: int) -> Problem:
    start = lines.text.rfind("\n", 0, at) + 1
    before = lines.text[start:at].rstrip()
    if before[-1:] in {'"', "'"}:
        message = "text stands after the closing quote"
        remedy = "Put the whole value in quotes: '…' around \"…\"."
        return Problem(_word(lines, at), "yaml-quote", message, remedy)
    if before[-1:] in {"]", "}"}:
        message = "text stands after the closing bracket"
        return Problem(_word(lines, at), "yaml-syntax", message, QUOTE_IT)
    if lines.text.startswith(":", at):
        return Problem(lines.place(at), "yaml-key", "a key is missing before this `:`", QUOTE_IT)
    if (first := first_out_of_line(lines.text, start)) is not None:
        return _unlike_those_below(lines, first)
    message = "this line's indentation fits no key above it"
    if lines.text.startswith("- ", at):
        message = "an item of a list stands where a key is expected"
    return Problem(
        _line(lines, at), "yaml-indent", message, "Indent it like the lines that it belongs beside."
    )


def first_out_of_line(text: str, at: int) -> int | None:
    """Where the line above the one at `at` begins, if it is that one whose indentation is wrong.

    It is the first below its key, and the other stands as far in as lines below their keys do elsewhere in the text.
    """
    above = text.rfind("\n", 0, max(0, at - 1)) + 1
    key = text.rfind("\n", 0, max(0, above - 1)) + 1
    if not (key < above < at and KEY.match(text, above)):
        return None
    first, other, outer = _indent(text, above), _indent(text, at), _indent(text, key)
    if not _HEAD.match(text, key) or "-" in text[key : key + outer + 1]:
        return None
    steps = Counter(len(match[2]) - len(match[1]) for match in _STEPS.finditer(text))
    usual = steps.most_common(1)[0][0] if steps else 0
    return above if other - outer == usual != first - outer else None


def _indent(text: str, at: int) -> int:
    match = _MARGIN.match(text, at)
    return match.end() - at if match else 0


def _unlike_those_below(lines: Lines, at: int) -> Problem:
    message = "this line doesn't stand in line with the keys below it"
    return Problem(_line(lines, at), "yaml-indent", message, "Indent it like the keys beside it.")


def _closes_on_its_line(text: str, start: int) -> bool:
    """Whether the bracket at `start` is closed before the line ends, quotes left out of account."""
    line = text[start : line_end(text, start)]
    return line[:1] in {"[", "{"} and line.count(line[0]) <= line.count("]" if line[0] == "[" else "}")


def _word(lines: Lines, at: int) -> Location:
    return lines.place(at, at + len(word_at(lines.text, at)))


def _line(lines: Lines, at: int) -> Location:
    """From `at`, or the first character after it, to the end of its line."""
    stop = line_end(lines.text, at)
    blank = len(lines.text[at:stop]) - len(lines.text[at:stop].lstrip())
    return lines.place(at + blank, stop)
