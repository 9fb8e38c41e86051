"""What a template or a plugin raised, at the line of the user's own that it came from."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from mkdocs.exceptions import PluginError

from generator.model.source import Location, Problem
from generator.preview.faults import raised, warned

OTHERWISE = Location("site_src/page.md", 1, 1)


def _of(text: str, root: Path) -> Problem:
    (root / "overrides").mkdir()
    (root / "overrides/main.html").write_text(text)
    env = Environment(loader=FileSystemLoader(root / "overrides"), undefined=StrictUndefined)  # noqa: S701
    with pytest.raises(BaseException) as caught:  # noqa: PT011 - whatever a template raises
        env.get_template("main.html").render()
    return raised(caught.value, root, OTHERWISE)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("fine\n{% endif %}", 2, "Encountered unknown tag"),
        ("fine\n\n{{ nobody }}", 3, "'nobody' is undefined"),
        ("{{ 1 / 0 }}", 1, "ZeroDivisionError: division by zero"),
        ("\n{% include 'gone.html' %}", 2, "gone.html"),
    ],
)
def test_a_template_s_fault_is_at_its_line(text: str, line: int, message: str, tmp_path: Path) -> None:
    problem = _of(text, tmp_path)
    assert (problem.location.file, problem.location.line) == ("overrides/main.html", line)
    assert message in problem.message


def test_a_plugin_s_fault_is_the_page_s_where_no_line_is_the_user_s(tmp_path: Path) -> None:
    problem = raised(PluginError("no such thing"), tmp_path, OTHERWISE)
    assert (problem.location, problem.message) == (OTHERWISE, "no such thing")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# A\n\nSee [x](gone.md), or not.", (3, 9, 7)),
        ("# A\n\nNo link of it.", (1, 1, 1)),
        ("", (1, 1, 1)),
    ],
)
def test_what_mkdocs_warns_of_is_at_the_link_that_it_names(text: str, place: tuple[int, int, int]) -> None:
    message = "Doc file 'a.md' contains a link 'gone.md', but the target is not found"
    record = logging.LogRecord("mkdocs", logging.WARNING, "", 1, message, None, None)
    problem = warned(record, "site_src/a.md", text)
    location = problem.location
    assert (location.line, location.column, location.length) == place
    assert (location.file, problem.message, problem.is_error) == ("site_src/a.md", message, False)
