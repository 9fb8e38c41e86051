"""Problems as text with code frames for people, as JSON for machines, as workflow commands for GitHub."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from generator.model.source import Location, Problem

WIDEST = 110
"""Code points of a source line that a code frame shows."""

MOST_SHOWN = 1000
"""Problems that are shown as text, errors before warnings: nobody reads more of them at once."""

_BEFORE = 50
"""Of these, the most that stand before the carets in a line that is cut."""

_TAB = 4
_GUTTER = 5
_INDENT = "   "

_Paint: TypeAlias = Callable[[str, str], str]

_BOLD, _DIM, _RED, _YELLOW, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[31;1m", "\x1b[33;1m", "\x1b[0m"


def problems_as_text(problems: Collection[Problem], texts: Mapping[str, str], *, colour: bool = False) -> str:
    """Each problem with its code frame, and a last line that counts them; empty where there are none.
    Of very many the first, and how many more there are.

    `texts` holds the text of each file by the name that locations give it; a file that isn't there has no
    frame. Nothing of the user's reaches a terminal as a control character.
    """
    if not problems:
        return ""
    lines = {file: _split(text) for file, text in texts.items()}
    blocks = [_block(problem, lines, colour=colour) for problem in _shown_of(problems)]
    more = [f"… and {len(problems) - MOST_SHOWN:,} more"] if len(problems) > MOST_SHOWN else []
    return "\n\n".join([*blocks, *more, summary(problems)]) + "\n"


def problem_as_text(problem: Problem, texts: Mapping[str, str]) -> str:
    """One problem with its code frame, without a line end."""
    file = problem.location.file
    lines = {file: _split(texts[file])} if file in texts else {}
    return _block(problem, lines, colour=False)


def frame_of(place: Location, text: str) -> str:
    """The line of `text` that a problem points into, with carets below; empty where there is none to show."""
    return "\n".join(_frame(place, {place.file: _split(text)}, _unpainted, ""))


def problems_as_json(problems: Collection[Problem]) -> str:
    """`{"problems": [{"file", "line", "column", "severity", "code", "message", "remedy"}]}`, one line."""
    listed = [
        {
            "file": problem.location.file,
            "line": problem.location.line,
            "column": problem.location.column,
            "severity": problem.severity.value,
            "code": problem.code,
            "message": problem.message,
            "remedy": problem.remedy,
        }
        for problem in problems
    ]
    return json.dumps({"problems": listed}, ensure_ascii=False) + "\n"


def problems_as_github(problems: Collection[Problem]) -> str:
    """A workflow command for each problem, which GitHub shows beside the line that it is about."""
    return "".join(_command(problem) + "\n" for problem in problems)


def summary(problems: Collection[Problem]) -> str:
    """`3 errors, 1 warning in 2 files`."""
    errors = sum(problem.is_error for problem in problems)
    files = len({problem.location.file for problem in problems})
    counts = ((errors, "error"), (len(problems) - errors, "warning"))
    counted = ", ".join(_count(number, noun) for number, noun in counts if number)
    return f"{counted} in {_count(files, 'file')}"


# --- Private functions: text ---


def _shown_of(problems: Collection[Problem]) -> Collection[Problem]:
    """As many of the problems as are shown, in their order: errors, and warnings as far as there is room."""
    if len(problems) <= MOST_SHOWN:
        return problems
    by_weight = sorted(enumerate(problems), key=lambda each: not each[1].is_error)
    return [problem for _, problem in sorted(by_weight[:MOST_SHOWN], key=lambda each: each[0])]


def _block(problem: Problem, lines: Mapping[str, list[str]], *, colour: bool) -> str:
    place = problem.location
    paint = _painted if colour else _unpainted
    tone = _RED if problem.is_error else _YELLOW
    message, *more = problem.message.split("\n")
    where = paint(f"{_safe(place.file)}:{place.line}:{place.column}:", _BOLD)
    head = f"{where} {paint(f'{problem.severity.value} {_safe(problem.code)}:', tone)} {_safe(message)}"
    rest = [*more, *(problem.remedy or "").split("\n")]
    return "\n".join(
        [head, *_frame(place, lines, paint, tone), *(_INDENT + _safe(line) for line in rest if line)]
    )


def _frame(place: Location, lines: Mapping[str, list[str]], paint: _Paint, tone: str) -> list[str]:
    file = lines.get(place.file, [])
    if not 0 < place.line <= len(file):
        return []
    shown = _excerpt(file[place.line - 1], place.column - 1, place.length)
    if not shown.text.strip():
        return []
    number, blank = f"{place.line:>{_GUTTER}} |", f"{'':>{_GUTTER}} |"
    carets = " " * shown.before + paint("^" * shown.width, tone)
    return [f"{paint(number, _DIM)} {shown.text}", f"{paint(blank, _DIM)} {carets}"]


@dataclass(frozen=True, slots=True)
class _Excerpt:
    """A source line as shown; `before` and `width` say where the carets stand, in columns of a terminal."""

    text: str
    before: int
    width: int


def _excerpt(line: str, start: int, length: int) -> _Excerpt:
    start = min(start, len(line))
    first = 0 if len(line) <= WIDEST else max(0, min(start - _BEFORE, len(line) - WIDEST))
    last = min(len(line), first + WIDEST)
    stop = min(max(start + length, start + 1), last)
    text, at = "…" if first else "", 1 if first else 0
    before, width = at, 1
    for index in range(first, last):
        if index == start:
            before = at
        cell = " " * (_TAB - at % _TAB) if line[index] == "\t" else _shown(line[index])
        at += _columns(cell)
        text += cell
        if start <= index < stop:
            width = max(1, at - before)
    if start >= last:
        before = at
    return _Excerpt(text + ("…" if last < len(line) else ""), before, width)


def _split(text: str) -> list[str]:
    """Lines as `load` counts them; `splitlines` would end lines at form feeds and more."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _safe(text: str) -> str:
    return text if text.isascii() and text.isprintable() else "".join(map(_shown, text))


@cache
def _shown(character: str) -> str:
    """The character, or a name for one that a terminal would obey, or that can't be seen."""
    category = unicodedata.category(character)
    if category not in {"Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"}:
        return character
    return chr(0x2400 + ord(character)) if character < " " else f"<U+{ord(character):04X}>"


def _columns(text: str) -> int:
    return sum(_width(character) for character in text)


@cache
def _width(character: str) -> int:
    """Columns of a terminal (Unicode Standard Annex 11)."""
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _painted(text: str, tone: str) -> str:
    return f"{tone}{text}{_PLAIN}"


def _unpainted(text: str, tone: str) -> str:
    return text


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


# --- Private functions: workflow commands ---


def _command(problem: Problem) -> str:
    place = problem.location
    properties = {
        "file": place.file,
        "line": str(place.line),
        "endLine": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + place.length),
        "title": problem.code,
    }
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    text = problem.message if problem.remedy is None else f"{problem.message}\n{problem.remedy}"
    shown = "\n".join(_safe(line) for line in text.split("\n"))
    return f"::{problem.severity.value} {listed}::{_escaped(shown)}"


def _escaped(text: str) -> str:
    """As @actions/core escapes the data of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """As @actions/core escapes a property of a command."""
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
