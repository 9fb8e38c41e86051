"""Numbers in digits, as each language writes them (CLDR, by Babel)."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from functools import lru_cache

MOST_DIGITS = 40
_DIGITS = frozenset("0123456789")


@lru_cache(maxsize=64)
def symbols(language: str) -> tuple[str, int, int]:
    """The decimal sign of a language (CLDR), and the sizes of its first and its other groups of digits."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - dear, and needed by separators alone
    from babel.numbers import get_decimal_symbol  # noqa: PLC0415

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    first, others = locale.decimal_formats[None].grouping
    return get_decimal_symbol(locale), first, others


def read_digits(written: str, language: str) -> Decimal | None:
    """The number that digits and separators write, strictly; `None` where the language doesn't write so."""
    if written.isascii() and written.isdigit():
        return Decimal(written) if len(written) <= MOST_DIGITS else None
    plain = written
    if not written.isascii():
        plain = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in written)
    if plain.isdigit():
        return Decimal(plain) if len(plain) <= MOST_DIGITS else None
    if len(plain) > 2 * MOST_DIGITS:
        return None
    sign, first, others = symbols(language)
    whole, _, fraction = plain.replace("٫", sign).partition(sign)
    separators = set(whole) - _DIGITS
    if separators:
        mark = separators.pop()
        groups = whole.split(mark)
        if separators or not (0 < len(groups[0]) <= others and len(groups[-1]) == first):
            return None
        if any(len(group) != others for group in groups[1:-1]):
            return None
        whole = "".join(groups)
    if (fraction and not fraction.isdigit()) or len(whole + fraction) > MOST_DIGITS:
        return None
    return Decimal(f"{whole}.{fraction}" if fraction else whole)
