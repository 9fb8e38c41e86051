"""The one Jinja environment: autoescaped templates, compiled once, that fail on a name they don't know."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup as Safe

from generator.model.characters import printable
from generator.model.page import Markup

OWN_LANGUAGE = "en"
"""The language of the pages' own words, and so of the whole page where nothing else is said."""


def markup(template: str, values: Mapping[str, object]) -> Markup:
    """The template filled with `values`, as a part of a page. Every `str` among them is escaped."""
    return Markup(_environment().get_template(template).render(values))


def language_mark(language: str) -> Safe:
    """The attribute that marks an element as being in `language`; nothing for the pages' own language."""
    return Safe("") if language == OWN_LANGUAGE else Safe(' lang="{}"').format(language)


# --- Private ---


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("generator.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        finalize=_finalize,
        auto_reload=False,
    )


def _finalize(value: object) -> object:
    """Every value on its way into a page passes here."""
    if isinstance(value, Safe):
        return value
    return printable(value) if isinstance(value, str) else value
