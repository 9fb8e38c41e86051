"""The pages' own words in each language that is shipped: English stands in the code, the others in `locale/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

from babel import Locale, UnknownLocaleError
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations

ENGLISH = "en"
"""The language in which the messages are written in the code."""

SHIPPED = (ENGLISH, "sv")
"""The languages in which every message can be said."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The pages' own words in one language, and the locale in which dates and numbers stand between them.

    `words_for` gives one object for one language: what is said in it is kept by that object.

    Messages are gettext's: the English sentence is the key, `%(name)s` stands where a value goes, and a per cent
    sign of its own is written `%%`.
    """

    language: str
    locale: Locale
    translations: NullTranslations

    def gettext(self, message: str, **values: object) -> str:
        """The message with the values filled in."""
        return self.translations.gettext(message) % values

    def ngettext(self, one: str, many: str, num: int, **values: object) -> str:
        """The message in the plural form that `num` takes; `num`, grouped, is one of the values."""
        return self.translations.ngettext(one, many, num) % {"num": self.number(num), **values}

    def pgettext(self, context: str, message: str, **values: object) -> str:
        """The message as it is said in a context, where English has one word for two."""
        return str(self.translations.pgettext(context, message)) % values

    def npgettext(self, context: str, one: str, many: str, num: int, **values: object) -> str:
        """The message in a context, in the plural form that `num` takes."""
        said = str(self.translations.npgettext(context, one, many, num))
        return said % {"num": self.number(num), **values}

    def number(self, number: int) -> str:
        """The number as the language groups its digits."""
        return str(number) if abs(number) < _GROUPED else str(format_decimal(number, locale=self.locale))


def words_for(language: str, otherwise: str = ENGLISH) -> Words:
    """The words for a page in `language` (BCP 47): in that language where it is shipped, else in `otherwise`, else
    in English.

    The locale keeps the territory that was asked for: "en-US" writes dates as Americans do, a bare "en" day first.
    """
    for wanted in (language, otherwise, ENGLISH):
        shipped = wanted.replace("_", "-").split("-")[0].lower()
        if shipped in SHIPPED:
            return _words(shipped, wanted)
    raise AssertionError("English is shipped")  # pragma: no cover


# --- Private ---

_GROUPED = 1000
"""What all languages write without a mark between the digits is smaller."""

_DEFAULT_TERRITORIES = {ENGLISH: "GB"}


@cache
def _words(shipped: str, wanted: str) -> Words:
    return Words(shipped, _locale(shipped, wanted), _translations(shipped))


def _locale(shipped: str, wanted: str) -> Locale:
    usual = Locale(shipped, _DEFAULT_TERRITORIES.get(shipped))
    try:
        locale = Locale.parse(wanted.replace("_", "-"), sep="-")
    except (ValueError, UnknownLocaleError):
        return usual
    return locale if locale.territory else usual


@cache
def _translations(language: str) -> NullTranslations:
    """Compiled when first asked for: one file fewer that could disagree with another."""
    if language == ENGLISH:
        return NullTranslations()
    written = files("generator.render") / "locale" / language / "LC_MESSAGES" / "messages.po"
    compiled = BytesIO()
    with written.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return Translations(compiled)
