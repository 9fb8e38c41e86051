"""Compiled templates are found again, and nothing is taken for one that isn't."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment

from generator.model.page import Markup
from generator.publish import disk
from generator.publish.compiled import Compiled
from generator.render import environment
from generator.render.catalogue import words_for
from generator.render.kept import Kept, keep_templates


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where templates are kept."""
    keep_templates(Compiled(tmp_path / "templates"))
    yield tmp_path / "templates"
    keep_templates(None)


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that are compiled from now on."""
    names: list[str] = []
    compile_ = Environment.compile

    def noted(self: Environment, source: str, name: str, *more: object) -> object:
        names.append(name)
        return compile_(self, source, name, *more)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", noted)
    return names


def made(language: str = "en") -> Markup:
    """A page's part as a new process makes it."""
    environment._template.cache_clear()
    environment._environment.cache_clear()
    facts = {"dates": [], "rights": "", "links": (), "checked": ""}
    column = {"colour": 1, "source": "a", "outlet": "A", "language": "en", "title": "T"}
    source = _Some(
        column=_Some(**column),
        party="a",
        author="Ada",
        rendition="",
        based_on="",
        **facts,
    )
    return environment.markup("sources.html", {"sources": [source], "root": ""}, words_for(language))


class _Some:
    def __init__(self, **values: object) -> None:
        self.__dict__.update(values)


def test_nothing_is_kept_unless_a_folder_is_named(tmp_path: Path, compiled: list[str]) -> None:
    assert Kept.behind is None
    made()
    made()
    assert compiled == ["sources.html", "_facts.html"] * 2
    assert list(tmp_path.iterdir()) == []


def test_what_was_compiled_is_found_again(folder: Path, compiled: list[str]) -> None:
    first = made()
    assert compiled == ["sources.html", "_facts.html"]
    assert made() == first
    assert len(compiled) == 2
    assert len(list(folder.iterdir())) == 2


def test_each_language_has_its_own(folder: Path, compiled: list[str]) -> None:
    assert "By <bdi>Ada</bdi>" in made("en").html
    assert "Av <bdi>Ada</bdi>" in made("sv").html
    assert len(compiled) == 4
    assert "By <bdi>Ada</bdi>" in made("en").html
    assert len(compiled) == 4


@pytest.mark.parametrize(
    "damage", [lambda code: code[:-1], lambda code: b"", lambda code: code[:40] + b"x" + code[41:]]
)
def test_what_is_not_whole_is_compiled_anew(folder: Path, compiled: list[str], damage: object) -> None:
    first = made()
    for file in folder.iterdir():
        file.write_bytes(damage(file.read_bytes()))  # type: ignore[operator]
    assert made() == first
    assert len(compiled) == 4
    assert made() == first
    assert len(compiled) == 4


def test_what_is_in_the_folders_place_gives_way(folder: Path, compiled: list[str]) -> None:
    folder.write_text("a file")
    assert made() == made()
    assert len(compiled) == 2


def test_a_folder_that_cannot_be_is_none(
    folder: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space left on the device")

    monkeypatch.setattr(disk, "mkdir", full)
    assert made() == made()
    assert len(compiled) == 4
