"""What a template, a plugin or a hook raised or warned of while a page was made, as problems with places."""

from __future__ import annotations

import logging
import re
import traceback
from pathlib import Path

from click import ClickException
from jinja2 import TemplateError, TemplateSyntaxError

from generator.model.source import Location, Problem, Severity

_NAMED = re.compile(r"'([^']+)'")


def raised(error: BaseException, root: Path, otherwise: Location) -> Problem:
    """The error at the innermost line of the user's own files that it came from, else `otherwise`.

    The user's are those below `root`, the site's folder.
    """
    message = error.format_message() if isinstance(error, ClickException) else str(error)
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Problem(Location(_name(error.filename, root), error.lineno, 1), "template", message)
    code = "template" if isinstance(error, TemplateError) else "plugin"
    kind = "" if isinstance(error, ClickException | TemplateError) else f"{type(error).__name__}: "
    return Problem(_place(error, root) or otherwise, code, f"{kind}{message}")


def warned(record: logging.LogRecord, file: str, text: str) -> Problem:
    """What MkDocs or a plugin said of a page in its log, at the first link of the page's source that it names."""
    message = record.getMessage()
    links = [f"({named}" for named in _NAMED.findall(message)]
    lines = text.split("\n")
    found = ((n, line, link) for n, line in enumerate(lines, 1) for link in links if link in line)
    number, line, link = next(found, (1, "", "("))
    place = Location(file, number, line.find(link) + 2 if line else 1, len(link) - 1 or 1)
    return Problem(place, "mkdocs", message, severity=Severity.WARNING)


# --- Private ---


def _place(error: BaseException, root: Path) -> Location | None:
    """Jinja puts the lines of templates into the traceback."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.lineno]
    own = [frame for frame in frames if _is_own(frame.filename, root)]
    if not own:
        return None
    return Location(_name(own[-1].filename, root), own[-1].lineno or 1, 1)


def _is_own(file: str, root: Path) -> bool:
    path = Path(file)
    return path.is_relative_to(root) and "site-packages" not in path.parts


def _name(file: str, root: Path) -> str:
    path = Path(file)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
