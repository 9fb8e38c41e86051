"""Bytes to text: UTF-8 and nothing else, line ends as `\\n`, no character that can't be seen."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from generator.model.source import Location, Problem

LARGEST = 1 << 20
"""Bytes that a file may have."""

MOST_OF_A_KIND = 100
"""Unreadable bytes or characters of one file that are listed one by one."""

_UNREADABLE = re.compile("\x00+")

INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]+")
"""What YAML 1.2 (5.1) doesn't allow in a file, C1 controls and a BOM inside the text too."""

LINE_SEPARATORS = re.compile("[\u2028\u2029]+")

_UNDECODED = re.compile("[\udc80-\udcff]+")

_SEEN = bytes({*range(0x100)} - {*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xC2})
"""Bytes of UTF-8 that are a part of no control character. 0xC2 begins the C1 controls, and much that can be seen."""

_C1 = re.compile(b"\xc2[\x80-\x9f]")

_WIDE = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


class Lines:
    """A text whose offsets can be told as places of `file`, from line `first_line` on."""

    def __init__(self, file: str, text: str, first_line: int = 1) -> None:
        self.file = file
        self.text = text
        self.first_line = first_line
        self._starts: list[int] | None = None

    def place(self, start: int, end: int | None = None) -> Location:
        """The place of `text[start:end]`, or of its first line where it has several."""
        if self._starts is None:
            self._starts = [0, *(match.end() for match in re.finditer("\n", self.text))]
        row = bisect_right(self._starts, start) - 1
        length = 1 if end is None else self.first_line_length(start, end)
        return Location(self.file, row + self.first_line, start - self._starts[row] + 1, length)

    def first_line_length(self, start: int, end: int) -> int:
        """Code points of `text[start:end]` up to its first line end, at least 1."""
        stop = self.text.find("\n", start, end)
        return max(1, len(self.text[start : end if stop < 0 else stop].rstrip()))


def decode(file: str, raw: bytes) -> tuple[str | None, list[Problem]]:
    """The text of a UTF-8 file, without a leading BOM, every line end as `\\n`.

    No text: the file is too large (`too-large`) or in another encoding (`not-utf-8`, at the first bad byte
    of each line).
    """
    if len(raw) > LARGEST:
        message = f"this file has {len(raw):,} bytes; {LARGEST:,} is the most that is read"
        return None, [Problem(Location(file, 1, 1), "too-large", message, "Split it into several briefs.")]
    if wide := _wide_encoding(raw):
        message = f"this file is {wide}, not UTF-8: its first byte (line 1) is 0x{raw[0]:02X}"
        return None, [Problem(Location(file, 1, 1), "not-utf-8", message, "Save it as UTF-8.")]
    try:
        text, is_utf_8 = raw.decode("utf-8"), True
    except UnicodeDecodeError:
        text, is_utf_8 = raw.decode("utf-8", "surrogateescape"), False
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not is_utf_8:
        return None, list(islice(_undecoded(Lines(file, text)), MOST_OF_A_KIND))
    return text, []


def visible(lines: Lines) -> tuple[str, list[Problem]]:
    """The text with a blank for each character that YAML doesn't allow, and these (`control-character`)."""
    return _blanked(lines, INVISIBLE) if _may_hold_unseen(lines.text) else (lines.text, [])


def readable(lines: Lines) -> tuple[str, list[Problem]]:
    """As `visible`, of an article's body, where only NUL makes it no text.

    Any other character may stand in it: pages leave out what can't be seen.
    """
    return _blanked(lines, _UNREADABLE) if "\0" in lines.text else (lines.text, [])


def separators(lines: Lines) -> list[Problem]:
    """Line and paragraph separators, which YAML 1.2 reads as text and our parser as line ends."""
    if "\u2028" not in lines.text and "\u2029" not in lines.text:
        return []
    return [_unseen(lines, match) for match in islice(LINE_SEPARATORS.finditer(lines.text), MOST_OF_A_KIND)]


def _may_hold_unseen(text: str) -> bool:
    """Whether `INVISIBLE` is to be sought, told from the bytes: a tenth of what the search would cost."""
    raw = text.encode("utf-8", "surrogatepass")
    odd = raw.translate(None, _SEEN)
    return (
        odd.count(0xC2) < len(odd)
        or (bool(odd) and _C1.search(raw) is not None)
        or any(character in text for character in "\ufeff\ufffe\uffff")
    )


def _blanked(lines: Lines, pattern: re.Pattern[str]) -> tuple[str, list[Problem]]:
    problems = [_unseen(lines, match) for match in islice(pattern.finditer(lines.text), MOST_OF_A_KIND)]
    return pattern.sub(lambda match: " " * len(match[0]), lines.text), problems


def _wide_encoding(raw: bytes) -> str | None:
    for mark, name in _WIDE:
        if raw.startswith(mark):
            return name
    head = raw[:4]
    if len(head) == 4 and head.count(0) == 3 and head[1:3] == b"\0\0":
        return "UTF-32"
    return "UTF-16" if len(head) == 4 and (head[0::2] == b"\0\0") != (head[1::2] == b"\0\0") else None


def _undecoded(lines: Lines) -> Iterator[Problem]:
    seen = set()
    for match in _UNDECODED.finditer(lines.text):
        place = lines.place(match.start(), match.end())
        if place.line not in seen:
            seen.add(place.line)
            byte = ord(match[0][0]) - 0xDC00
            message = f"byte 0x{byte:02X} in line {place.line} is not UTF-8"
            yield Problem(
                place, "not-utf-8", message, "Save the file as UTF-8; it may be Windows-1252 or Latin-1."
            )


def _unseen(lines: Lines, match: re.Match[str]) -> Problem:
    name = f"U+{ord(match[0][0]):04X}"
    message = f"a character that can't be seen ({name}) stands here"
    return Problem(lines.place(match.start(), match.end()), "control-character", message, "Delete it.")
