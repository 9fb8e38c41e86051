"""Watches the events of the parser for what it lets through and YAML 1.2, or this format, does not."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.load import between, faults
from generator.load.decode import Lines
from generator.load.places import Event, Mark, line_end
from generator.model.source import Path, Problem


@dataclass(slots=True)
class Frame:
    """A collection that is being read.

    `start` is its offset, `indent` the column that its lines must pass. A `path` of `None` is one whose
    places are not kept: it stands under a key that is refused.
    """

    content: dict[str, object] | list[object]
    path: Path | None
    start: int
    flow: bool
    indent: int
    key: str | None = None
    key_mark: Mark | None = None
    refused: bool = False
    is_key: bool = False
    first_lines: dict[str, int] = field(default_factory=dict)


class Margin:
    """What stands between the values, and how they are written. Call it for every event, in order."""

    def __init__(self, lines: Lines, problems: list[Problem]) -> None:
        self.is_lost = False
        """A quote or bracket was left open: what follows can't be read."""
        self._lines = lines
        self._problems = problems
        self._end = 0
        self._has_comments_or_tabs = "#" in lines.text or "\t" in lines.text

    def before(self, at: int, frame: Frame | None) -> None:
        """Checks what stands between the last scalar and `at`."""
        if at <= self._end:
            return
        in_flow = frame is not None and frame.flow
        if self._has_comments_or_tabs:
            found = list(between.gap(self._lines, self._end, at, in_flow))
            self._problems.extend(found)
            self.is_lost = any(problem.code == "cut-value" for problem in found)
        if in_flow and not self.is_lost and "\n" in self._lines.text[self._end : at]:
            self._hanging(frame, self._end, at + 1)
        self._end = at

    def properties(self, event: Event) -> None:
        """Refuses an anchor and a tag, which eat the words that they consist of."""
        start = event.start_mark.index
        word = faults.word_at(self._lines.text, start)
        kind, sign = ("anchor", "&") if word.startswith("&") else ("tag", "!")
        message = f"`{word}` is read as a YAML {kind}, not as text"
        remedy = f"A value that begins with `{sign}` must stand in quotes."
        place = self._lines.place(start, start + len(word))
        self._problems.append(Problem(place, f"yaml-{kind}", message, remedy))

    def scalar(self, event: Event, frame: Frame | None) -> str | None:
        """Checks how one scalar is written; the text that was meant, where a comment cuts it."""
        start, end = event.start_mark.index, event.end_mark.index
        self._end = end
        if event.style in {"|", ">"}:
            self._problems.extend(between.block_scalar(self._lines, start, end))
            if frame is not None:
                self._problems.extend(
                    between.swallowed(self._lines, start, end, frame.key, max(0, frame.indent))
                )
            return None
        if event.start_mark.line != event.end_mark.line:
            self._hanging(frame, start, end)
        if not event.style and frame is not None and frame.flow:
            self._plain_in_flow(start, end)
        elif not event.style and (odd := between.unopened(self._lines, start, end)) is not None:
            self._problems.append(odd)
        if not event.style and self._has_comments_or_tabs:
            return self._plain(start, end)
        return None

    def skip(self, end: int) -> None:
        """Takes everything up to `end` as checked."""
        self._end = end

    # --- Private methods ---

    def _plain(self, start: int, end: int) -> str | None:
        """Tabs in a plain value, and a comment that cuts it."""
        text = self._lines.text
        tab = text.find("\t", start, end)
        if tab >= 0:
            self._problems.append(between.tab(self._lines.place(tab)))
        if (cut := between.cut_value(self._lines, end)) is None:
            return None
        self._problems.append(cut)
        self._end = line_end(text, end)
        return text[start : self._end].strip()

    def _plain_in_flow(self, start: int, end: int) -> None:
        text = self._lines.text
        if start < end and text[start - 1] == "?":
            message, remedy = "a `?` touches the key", "Put the key in quotes, or a space after the `?`."
            self._problems.append(Problem(self._lines.place(start - 1), "yaml-syntax", message, remedy))
        if text[start:end] == "-":
            message = "a lone `-` stands in a list in brackets"
            self._problems.append(
                Problem(self._lines.place(start), "yaml-syntax", message, "Put it in quotes.")
            )

    def _hanging(self, frame: Frame | None, start: int, end: int) -> None:
        """A line that isn't indented as part of its value tells of a quote or bracket left open above it."""
        for problem in between.hanging(self._lines, start, end, frame.indent if frame else -1):
            sign, line = self._lines.text[start], problem.location.line
            if problem.code == "yaml-tab" or not (sign in {'"', "'"} or (frame is not None and frame.flow)):
                self._problems.append(problem)
                continue
            if sign in {'"', "'"}:
                told = faults.unclosed_quote(self._lines.place(start), sign, line)
            else:
                at = frame.start if frame else start
                told = faults.unclosed_bracket(self._lines.place(at), self._lines.text[at], line)
            self._problems.append(told)
            self.is_lost = True
            return
