"""What the preview says on a page: its problems, with place, frame and remedy, and where else something changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.export.problems import frame_of
from generator.model.characters import printable
from generator.model.source import Problem

MOST = 50
"""Problems that one notice lists; it says how many more there are."""


@dataclass(frozen=True, slots=True)
class Editor:
    """How a place is opened: `template` is a link with `{path}`, `{line}`, `{column}`; empty where it is copied."""

    root: Path
    template: str = ""

    def link(self, problem: Problem) -> str:
        """The link to a problem's place."""
        place = problem.location
        path = quote((self.root / place.file).as_posix())
        values = {"{path}": path, "{line}": str(place.line), "{column}": str(place.column)}
        link = self.template
        for name, value in values.items():
            link = link.replace(name, value)
        return link


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another brief, by its title and address, and how many errors it has."""

    title: str
    address: str
    errors: int = 0


@dataclass(frozen=True, slots=True)
class Notice:
    """What there is to say on one page.

    `keeps` says whether the page is of an earlier state, because of these problems; `edited` is the brief in which
    something changed last, where it is another than the page's.
    """

    problems: tuple[Problem, ...] = ()
    texts: Mapping[str, str] | None = None
    keeps: bool = False
    elsewhere: tuple[Elsewhere, ...] = ()
    edited: Elsewhere | None = None
    strict: bool = False
    """Whether warnings are shown as errors are: unfolded."""


def notice_html(notice: Notice, editor: Editor) -> str:
    """The notice as the inside of an element; empty where there is nothing to say. Every text is escaped."""
    if not (notice.problems or notice.elsewhere or notice.edited):
        return ""
    texts = notice.texts or {}
    shown = [
        {
            "problem": problem,
            "place": f"{problem.location.file}:{problem.location.line}:{problem.location.column}",
            "link": editor.link(problem),
            "frame": frame_of(problem.location, texts.get(problem.location.file, "")),
        }
        for problem in notice.problems[:MOST]
    ]
    errors = sum(problem.is_error for problem in notice.problems)
    values = {
        "notice": notice,
        "shown": shown,
        "errors": errors,
        "warnings": len(notice.problems) - errors,
        "more": len(notice.problems) - len(shown),
    }
    return _environment().get_template("notice.html").render(values).strip()


def bare_page(title: str) -> bytes:
    """A page to show a notice on where there is no page."""
    return _environment().get_template("bare.html").render(title=title).encode()


# --- Private ---


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("generator.preview", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: printable(value) if type(value) is str else value,
    )
