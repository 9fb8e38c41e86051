"""The one Jinja environment: autoescaped templates, compiled once, that fail on a name they don't know."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup as Safe

from generator.model.characters import printable
from generator.model.page import Markup
from generator.render.catalogue import ENGLISH, Words, words_for
from generator.render.wording import between, quoted


def markup(template: str, values: Mapping[str, object], words: Words | None = None) -> Markup:
    """The template filled with `values`, as a part of a page, its own words those of `words` (English by default).

    Every `str` among the values is escaped, those that go into a message too.
    """
    environment = _environment(words or words_for(ENGLISH))
    return Markup(environment.get_template(template).render(values))


def language_mark(language: str, words: Words) -> Safe:
    """The attribute that marks an element as being in `language`; nothing where the page itself is."""
    return Safe("") if language == words.language else Safe(' lang="{}"').format(language)


# --- Private ---


@cache
def _environment(words: Words) -> Environment:
    """One for each language, so that a template's macros speak it too without being given it."""
    environment = Environment(
        loader=PackageLoader("generator.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        finalize=_finalize,
        auto_reload=False,
    )
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.policies["ext.i18n.trimmed"] = True
    environment.globals.update(_sayings(words))
    return environment


def _finalize(value: object) -> object:
    """Every value on its way into a page passes here."""
    if type(value) is str:  # as most are, and there are millions of them
        return printable(value)
    if isinstance(value, Safe):
        return value
    return printable(value) if isinstance(value, str) else value


def _sayings(words: Words) -> dict[str, object]:
    """What `{% trans %}`, `_()` and their kin call in a template, where a message is markup and its values aren't;
    the language's quotation marks; and `between`, what joins the names of a list."""
    said = words.translations

    @cache
    def plain(message: str) -> Safe:
        return _filled(said.gettext(message), {})

    def gettext(message: str, /, **values: object) -> Safe:
        return _filled(said.gettext(message), values) if values else plain(message)

    def ngettext(one: str, many: str, num: int, /, **values: object) -> Safe:
        return _filled(said.ngettext(one, many, num), {"num": words.number(num), **values})

    def pgettext(context: str, message: str, /, **values: object) -> Safe:
        return _filled(str(said.pgettext(context, message)), values)

    def npgettext(context: str, one: str, many: str, num: int, /, **values: object) -> Safe:
        return _filled(said.npgettext(context, one, many, num), {"num": words.number(num), **values})

    opening, _, closing = quoted("\0", words).partition("\0")
    return {
        "opening": opening,
        "closing": closing,
        "between": partial(between, words=words),
        "_": gettext,
        "gettext": gettext,
        "ngettext": ngettext,
        "pgettext": pgettext,
        "npgettext": npgettext,
        "language": words.language,
    }


def _filled(message: str, values: Mapping[str, object]) -> Safe:
    """The message, which is ours, with the values, which are not, escaped."""
    markup = Safe(message)  # noqa: S704 - messages are written in our own code and catalogues
    return markup % {name: _finalize(value) for name, value in values.items()}
