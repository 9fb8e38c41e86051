"""A site's configuration loaded from its text, or what is wrong with it, each problem at its line."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from yaml import MarkedYAMLError

from generator.model.source import Location, Problem, Severity

_VALUE = re.compile(r"Config value '([^']*)': (.*)", re.DOTALL)


def load_text(
    config_file: Path, text: bytes, site_dir: Path
) -> tuple[MkDocsConfig | None, tuple[Problem, ...]]:
    """The configuration that `text` is, as if it stood in `config_file`; `None` where MkDocs refuses it.

    What MkDocs says of it in its log comes out as problems, warnings too.
    """
    with heard() as said:
        try:
            file = _Text(text)
            file.name = str(config_file)
            config = load_config(file, config_file_path=str(config_file), site_dir=str(site_dir))
        except MkDocsException as error:
            return None, _refused(config_file, text, error, said)
    return config, tuple(_of_value(config_file, text, record) for record in said if _is_of_value(record))


@contextmanager
def heard() -> Iterator[list[logging.LogRecord]]:
    """What MkDocs and its plugins warn of, which they say in their log alone."""
    logger = logging.getLogger("mkdocs")
    listener = _Listener()
    logger.addHandler(listener)
    try:
        yield listener.records
    finally:
        logger.removeHandler(listener)


# --- Private ---


class _Text(io.BytesIO):
    """A file that is not read from its place, by which `INHERIT` finds another."""

    name = ""


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def _refused(
    file: Path, text: bytes, error: MkDocsException, said: list[logging.LogRecord]
) -> tuple[Problem, ...]:
    cause = error.__cause__ or error.__context__
    if isinstance(cause, MarkedYAMLError) and cause.problem_mark:
        mark = cause.problem_mark
        place = Location(file.name, mark.line + 1, mark.column + 1)
        return (Problem(place, "mkdocs-yaml", cause.problem or "this is no YAML", cause.context),)
    told = tuple(_of_value(file, text, record) for record in said if _is_of_value(record))
    return told or (Problem(Location(file.name, 1, 1), "mkdocs-config", error.format_message()),)


def _is_of_value(record: logging.LogRecord) -> bool:
    return _VALUE.match(record.getMessage()) is not None


def _of_value(file: Path, text: bytes, record: logging.LogRecord) -> Problem:
    """At the line of the key at the top of the file, which is all that MkDocs names."""
    name, message = _VALUE.findall(record.getMessage())[0]
    severity = Severity.ERROR if record.levelno >= logging.ERROR else Severity.WARNING
    for number, line in enumerate(text.decode("utf-8", "replace").split("\n"), 1):
        if line.startswith(f"{name}:"):
            place = Location(file.name, number, 1, len(name))
            return Problem(place, "mkdocs-config", message, severity=severity)
    return Problem(Location(file.name, 1, 1), "mkdocs-config", f"{name}: {message}", severity=severity)
