"""The one Jinja environment: autoescaped templates, compiled once, that fail on a name they don't know."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property, partial

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup as Safe

from generator.model.page import Markup
from generator.render.catalogue import ENGLISH, Words, words_for
from generator.render.compiler import Compiler
from generator.render.escaping import written
from generator.render.kept import Kept
from generator.render.wording import between, quoted


def markup(template: str, values: Mapping[str, object], words: Words | None = None) -> Markup:
    """The template filled with `values`, as a part of a page, its own words those of `words` (English by default).

    Every `str` among the values is escaped, those that go into a message too.
    """
    made = _template(template, words or words_for(ENGLISH))
    context = made.environment.context_class(made.environment, dict(values), made.name, made.blocks)
    return Markup("".join(made.root_render_func(context)))


def language_mark(language: str, words: Words) -> Safe:
    """The attribute that marks an element as being in `language`; nothing where the page itself is."""
    return Safe("") if language == words.language else Safe(' lang="{}"').format(language)


# --- Private ---


class _Environment(Environment):
    """Jinja's, with our code generator and the macros of all templates."""

    code_generator_class = Compiler

    @cached_property
    def macros(self) -> Mapping[tuple[str, str], object]:
        """Each macro by its template and its name."""
        return _Macros(self)


class _Macros(dict[tuple[str, str], object]):
    """Those that were asked for."""

    def __init__(self, environment: Environment) -> None:
        super().__init__()
        self.environment = environment

    def __missing__(self, key: tuple[str, str]) -> object:
        template, name = key
        found = self[key] = getattr(self.environment.get_template(template).module, name)
        return found


@cache
def _template(name: str, words: Words) -> Template:
    """Without asking anew whether it changed."""
    return _environment(words).get_template(name)


@cache
def _environment(words: Words) -> Environment:
    """One for each language, so that a template's macros speak it too without being given it."""
    return _furnished(_Environment, words)


def _furnished(kind: type[Environment], words: Words) -> Environment:
    """An environment of that kind with all that the templates take from it."""
    environment = kind(
        loader=PackageLoader("generator.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        finalize=_written,
        auto_reload=False,
        bytecode_cache=Kept(words),
    )
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.policies["ext.i18n.trimmed"] = True
    environment.globals.update(_sayings(words))
    return environment


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
    filled = message % {name: written(value) for name, value in values.items()}
    return Safe(filled)  # noqa: S704 - messages are written in our own code and catalogues


def _written(value: object) -> Safe:
    return Safe(written(value))  # noqa: S704 - escaped
