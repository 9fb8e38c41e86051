"""One file as an editor has it before them: its lines, its outline, and what it parses to."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import PurePosixPath

import regex

from generator.load import load_article, load_yaml
from generator.lsp.nodes import At, Outline
from generator.lsp.outline import outline
from generator.model.brief import Article, FrontMatter
from generator.model.normal import normal
from generator.model.source import Location, Manuscript, Path, Problem, Tree
from generator.model.text import canonical

_LINE_END = re.compile(r"\r\n|\r|\n")
_FENCE = re.compile(r"---[ \t]*")
_LETTER = regex.compile(r"[^\p{M}\u1160-\u11ff]?[\p{M}\u1160-\u11ff]*+(?<=.)", regex.DOTALL)
"""What composes to one letter at most, with what composes with none: normalised by itself it is what it is in the
whole (UAX #15, 9). The range holds the jamo that follow others."""


class Sheet:
    """A file's bytes under the name by which problems call it. Nothing is read of it before it is asked for."""

    def __init__(self, name: str, raw: bytes, *, is_article: bool, last: Sheet | None = None) -> None:
        """`last` is the same file before the last keystroke."""
        self.name = name
        self.raw = raw
        self.is_article = is_article
        self._before: Outline | None = last.__dict__.get("outline") if last is not None else None

    @cached_property
    def text(self) -> str:
        """The text with its own line ends; a byte order mark counts as none of it."""
        return self.raw.decode("utf-8", errors="replace").removeprefix("\ufeff")

    @cached_property
    def lines(self) -> list[str]:
        """The lines, as the protocol counts them (LSP 3.17, "Text Documents")."""
        return _LINE_END.split(self.text)

    @cached_property
    def line_end(self) -> str:
        """The first line end of the text."""
        found = _LINE_END.search(self.text)
        return found[0] if found else "\n"

    @cached_property
    def front(self) -> tuple[int, int]:
        """The lines of YAML, half-open: all, or those between an article's fences."""
        if not self.is_article:
            return 0, len(self.lines)
        if not _FENCE.fullmatch(self.lines[0]):
            return 0, 0
        closing = (n for n in range(1, len(self.lines)) if _FENCE.fullmatch(self.lines[n]))
        return 1, next(closing, len(self.lines))

    @cached_property
    def outline(self) -> Outline:
        """What the YAML holds, as far as that can be told."""
        first, last = self.front
        lines = [line if first <= n < last else "" for n, line in enumerate(self.lines[:last])]
        before, self._before = self._before, None
        return outline(lines, before)

    @cached_property
    def manuscript(self) -> Manuscript | None:
        """An article's front matter and body."""
        return load_article(self.name, self.raw)[0]

    @cached_property
    def _loaded(self) -> tuple[Tree | None, list[Problem]]:
        if self.is_article:
            return self.manuscript.front if self.manuscript else None, []
        return load_yaml(self.name, self.raw)

    @property
    def tree(self) -> Tree | None:
        """The values with their places; `None` where the YAML can't be read."""
        return self._loaded[0]

    @cached_property
    def body(self) -> Text | None:
        """An article's text, whatever is wrong above it."""
        found = self.manuscript
        if found is None or not found.body:
            return None
        title, language = canonical(str(self.value(("title",)) or "")), self.value(("language",))
        meta = FrontMatter.model_construct(
            outlet=str(self.value(("outlet",)) or ""),
            title=title.text,
            language=language if isinstance(language, str) else None,
        )
        id_ = PurePosixPath(self.name).stem
        article = Article(id_, self.name, meta, title, canonical(found.body), found.body_line, found.front)
        return Text(self, article)

    def value(self, path: Path) -> object:
        """The value at a written path, `None` where nothing stands."""
        found: object = self.tree.value if self.tree else None
        for step in path:
            if isinstance(found, dict):
                found = found.get(step)
            elif isinstance(found, list) and isinstance(step, int) and step < len(found):
                found = found[step]
            else:
                return None
        return found

    def ends(self, location: Location) -> tuple[At, At]:
        """Where a location begins and ends."""
        line, column = location.line - 1, location.column - 1
        length = len(self.lines[line]) if line < len(self.lines) else column
        return (line, column), (line, max(column, min(column + location.length, length)))


class Text:
    """An article in the form in which it is quoted, and where its body stands in its file."""

    def __init__(self, sheet: Sheet, article: Article) -> None:
        self._sheet = sheet
        self.article = article
        self.first_line = article.body_line - 1
        """The line of the file, from 0, on which the body begins."""

    def place(self, position: int) -> At:
        """The place in the file of a position in the body."""
        body = self.article.body
        row = body.line_of(position)
        column = position - body.line_start(row)
        line = self.first_line + row
        if line >= len(self._sheet.lines):
            return len(self._sheet.lines) - 1, 0
        return line, self._raw_column(line, row, column)

    def position(self, place: At) -> int | None:
        """The position in the body of a place in the file; `None` above and below the body."""
        row = place[0] - self.first_line
        body = self.article.body
        if not 0 <= row <= len(body.line_ends):
            return None
        end = body.line_ends[row] if row < len(body.line_ends) else len(body.text)
        return min(body.line_start(row) + self._column(place[0], row, place[1]), end)

    # --- Private methods ---

    def _raw_column(self, line: int, row: int, column: int) -> int:
        """The column in the file: the body's first line may be indented, and its letters may be composed."""
        raw, shift = self._indented(line, row)
        if raw.isascii():
            return min(shift + column, len(raw))
        for letter in _LETTER.finditer(raw, shift):
            composed = len(normal("NFC", letter[0]))
            if column <= composed:
                return letter.start() if column < composed else letter.end()
            column -= composed
        return len(raw)

    def _column(self, line: int, row: int, raw_column: int) -> int:
        """The column in the body of a column in the file: within a letter, that of the letter's start."""
        raw, shift = self._indented(line, row)
        if raw.isascii():
            return max(0, raw_column - shift)
        whole = (letter[0] for letter in _LETTER.finditer(raw, shift) if letter.end() <= raw_column)
        return sum(len(normal("NFC", letter)) for letter in whole)

    def _indented(self, line: int, row: int) -> tuple[str, int]:
        """A line of the file, and how far it is indented, which the body's first line is not."""
        raw = self._sheet.lines[line]
        return raw, len(raw) - len(raw.lstrip()) if row == 0 else 0
