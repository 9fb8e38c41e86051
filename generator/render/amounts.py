"""Numbers, intervals and figures as the pages say them. Units stand as they were written."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from babel.numbers import (
    format_compact_decimal,
    get_decimal_symbol,
    get_group_symbol,
    get_minus_sign_symbol,
)

from generator.model.figure import Figure
from generator.model.interval import Interval
from generator.render.catalogue import Words


def number_words(number: Decimal, words: Words) -> str:
    """The number as the page's language groups it, with all the digits that were given."""
    if abs(number.adjusted()) > _LONGEST:
        return str(number)
    return f"{number:,f}".translate(_marks(words))


def interval_words(interval: Interval, unit: str | None, words: Words) -> str:
    """Which values are meant, with the unit: "7,200 to 8,800", "more than 10,000 soldiers", "at least £5"."""
    sign = unit if unit and unit in _MONEY_SIGNS else ""
    lower = None if interval.lower is None else sign + number_words(interval.lower, words)
    upper = None if interval.upper is None else sign + number_words(interval.upper, words)
    said = _interval(interval, lower, upper, words)
    return f"{said} {unit}" if unit and not sign else said


def short_number(number: Decimal, words: Words) -> str:
    """The number in no more letters than it needs: "12,000", "2.5 million", "5 × 10²¹". Nothing of it is rounded."""
    size = number.copy_abs()
    sign = "−" if number < 0 else ""
    if size < _MILLION:
        return sign + number_words(size, words)
    digits = "".join(map(str, size.as_tuple().digits)).strip("0")
    if len(digits) > _FEW_DIGITS:
        return sign + number_words(size, words)
    if size < _QUADRILLION:
        return sign + format_compact_decimal(size, format_type="long", locale=words.locale, fraction_digits=2)
    shown = number_words(Decimal(digits).scaleb(1 - len(digits)), words)
    return f"{sign}{shown} × 10{str(size.adjusted()).translate(_RAISED)}"


def figure_words(figure: Figure, words: Words) -> str:
    """The figure as the report gives it, in the page's words: "about 8,000 soldiers", "more than £5", "40 to 50"."""
    money = figure.unit if figure.unit and figure.unit in _MONEY_SIGNS else ""
    numbers = [short_number(number, words) for number in figure.stated]
    amounts = [f"−{money}{number[1:]}" if number.startswith("−") else money + number for number in numbers]
    said = _given(figure.qualifier, amounts, words)
    return said + (f" {figure.unit}" if figure.unit and not money else "")


def says_the_same(written: str, said: str) -> bool:
    """Whether a figure's interval in words adds nothing to what was written."""
    return " ".join(written.split()).casefold() == " ".join(said.split()).casefold()


# --- Private ---

_MONEY_SIGNS = "£$€¥₹₩₽"
_FEW_DIGITS = 3
_MILLION, _QUADRILLION = Decimal(10) ** 6, Decimal(10) ** 15
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

_LONGEST = 40
"""Digits of a number that is written out."""


@lru_cache(maxsize=64)
def _marks(words: Words) -> dict[int, str]:
    """What stands between the digits of a number and before it, in a language."""
    locale = words.locale
    return str.maketrans(
        {
            ",": get_group_symbol(locale),
            ".": get_decimal_symbol(locale),
            "-": get_minus_sign_symbol(locale),
        }
    )


def _given(qualifier: str, amounts: list[str], words: Words) -> str:
    if len(amounts) == 2:
        return _range(amounts[0], amounts[1], words)
    return _qualified(qualifier, amounts[0], words)


def _range(lower: str, upper: str, words: Words) -> str:
    return words.pgettext("amounts", "%(lower)s to %(upper)s", lower=lower, upper=upper)


def _qualified(qualifier: str, amount: str, words: Words) -> str:
    """The amount with its qualifier in front; as it is where it is exact."""
    match qualifier:
        case "about":
            return words.pgettext("amounts", "about %(amount)s", amount=amount)
        case "at least":
            return words.pgettext("amounts", "at least %(amount)s", amount=amount)
        case "more than":
            return words.pgettext("amounts", "more than %(amount)s", amount=amount)
        case "at most":
            return words.pgettext("amounts", "at most %(amount)s", amount=amount)
        case "up to":
            return words.pgettext("amounts", "up to %(amount)s", amount=amount)
        case "fewer than":
            return words.pgettext("amounts", "fewer than %(amount)s", amount=amount)
        case "less than":
            return words.pgettext("amounts", "less than %(amount)s", amount=amount)
    return amount


def _interval(interval: Interval, lower: str | None, upper: str | None, words: Words) -> str:
    if lower is None and upper is None:
        return words.pgettext("amounts", "any number")
    if lower is None:
        return _qualified("at most" if interval.upper_closed else "less than", upper or "", words)
    if upper is None:
        return _qualified("at least" if interval.lower_closed else "more than", lower, words)
    if interval.lower == interval.upper:
        return lower
    if interval.lower_closed and interval.upper_closed:
        return _range(lower, upper, words)
    if not interval.lower and not interval.lower_closed:  # "up to 12,000" is (0, 12,000]
        return _qualified("up to" if interval.upper_closed else "less than", upper, words)
    return _half_open(interval, lower, upper, words)


def _half_open(interval: Interval, lower: str, upper: str, words: Words) -> str:
    ends = {"lower": lower, "upper": upper}
    if interval.lower_closed:
        return words.pgettext("amounts", "from %(lower)s, less than %(upper)s", **ends)
    if interval.upper_closed:
        return words.pgettext("amounts", "more than %(lower)s, up to %(upper)s", **ends)
    return words.pgettext("amounts", "more than %(lower)s, less than %(upper)s", **ends)
