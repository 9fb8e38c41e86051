"""The pages' own words: one place for every sentence that a reader sees and no editor wrote."""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import format_compact_decimal, get_decimal_symbol, get_group_symbol

from generator.model.brief import UNKNOWN
from generator.model.figure import Figure
from generator.model.findings import Status
from generator.model.interval import Interval
from generator.render.dates import locale_of

NOT_REPORTED = "not reported"
UNCHECKED = "unchecked"

RENDITIONS = {
    "verbatim": "",
    "translation": "A translation: not the language in which it was first published.",
    "adaptation": "An adaptation: an earlier text, changed. Quotations are of the adaptation.",
    "paraphrase": "A paraphrase: retold in other words than those first published. Quotations are of the paraphrase.",
}

RIGHTS = {
    "full": "The whole text is shown.",
    "excerpts": "Only the annotated sentences are shown; […] stands where text is left out.",
    "none": "Only the quotations are shown, not the text.",
}

STATUS_MEANINGS = {
    Status.CORROBORATED: "The reports agree and rest on at least two independent origins.",
    Status.REPEATED: "The reports agree, but rest on one origin, or it isn’t known on how many.",
    Status.DIFFERS: "One source supports what another denies or questions, or figures or dates exclude each other.",
    Status.NOT_COMPARABLE: "The figures count different things.",
    Status.ONE_SOURCE: "Only one of the sources reports it.",
}

MOTIVATIONS = {
    "commenting": "Comment",
    "describing": "Description",
    "identifying": "Who or what this is",
    "questioning": "Question",
    "assessing": "Assessment",
    "linking": "Link",
    "classifying": "Classification",
}

STANCES = {"supports": "", "denies": "denies", "questions": "questions"}

DRAFT = "A draft, not yet published."
WITHDRAWN = "This brief has been withdrawn."
GAP = "[…]"
UNATTRIBUTED = "not said from whom"


def slug_of(status: Status) -> str:
    """The status as it stands in a class name."""
    return status.value.replace(" ", "-")


def count(number: int, one: str, many: str | None = None) -> str:
    """ "1 source", "2 sources"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(names: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def columns_of_chains(number: int) -> tuple[str, ...]:
    """What stands over the columns of the provenance diagram."""
    return ("Reports", "had it from", *["who had it from"] * (number - 2))[:number]


def origins_words(number: int) -> str:
    """ "1 origin"; where none is known, that."""
    return count(number, "origin") if number else "origin unknown"


def number_words(number: Decimal, language: str) -> str:
    """The number as the page's language groups it, with all the digits that were given."""
    if abs(number.adjusted()) > _LONGEST:
        return str(number)
    locale = locale_of(language)
    marks = {",": get_group_symbol(locale), ".": get_decimal_symbol(locale)}
    return "".join(marks.get(character, character) for character in f"{number:,f}")


def interval_words(interval: Interval, unit: str | None, language: str) -> str:
    """Which values are meant, with the unit: "7,200 to 8,800", "more than 10,000 soldiers", "at least £5"."""
    sign = unit if unit and unit in _MONEY_SIGNS else ""
    lower = None if interval.lower is None else sign + number_words(interval.lower, language)
    upper = None if interval.upper is None else sign + number_words(interval.upper, language)
    words = _interval(interval, lower, upper)
    return f"{words} {unit}" if unit and not sign else words


def short_number(number: Decimal, language: str) -> str:
    """The number in no more letters than it needs: "12,000", "2.5 million", "5 × 10²¹". Nothing of it is rounded."""
    size = number.copy_abs()
    sign = "−" if number < 0 else ""
    digits = "".join(map(str, size.as_tuple().digits)).strip("0")
    if len(digits) > _FEW_DIGITS or size < _MILLION:
        return sign + number_words(size, language)
    if size < _QUADRILLION:
        locale = locale_of(language)
        return sign + format_compact_decimal(size, format_type="long", locale=locale, fraction_digits=2)
    shown = number_words(Decimal(digits).scaleb(1 - len(digits)), language)
    return f"{sign}{shown} × 10{str(size.adjusted()).translate(_RAISED)}"


def figure_words(figure: Figure, language: str) -> str:
    """The figure as the report gives it, in the page's words: "about 8,000 soldiers", "more than £5", "40 to 50"."""
    money = figure.unit if figure.unit and figure.unit in _MONEY_SIGNS else ""
    numbers = [short_number(number, language) for number in figure.stated]
    amount = " to ".join(f"−{money}{n[1:]}" if n.startswith("−") else money + n for n in numbers)
    qualifier = "" if figure.qualifier in ("exactly", "to") else f"{figure.qualifier} "
    return f"{qualifier}{amount}" + (f" {figure.unit}" if figure.unit and not money else "")


def says_the_same(written: str, words: str) -> bool:
    """Whether a figure's interval in words adds nothing to what was written."""
    return " ".join(written.split()).casefold() == words.casefold()


def is_unknown(link: object) -> bool:
    """Whether a place in a chain says that it was passed on without saying from whom."""
    return link == UNKNOWN


def is_between_marks(parts: tuple[str, ...]) -> bool:
    """Whether a quotation has quotation marks of its own at both ends."""
    return parts[0][:1] in _OPENING and parts[-1][-1:] in _CLOSING


# --- Private ---

_MONEY_SIGNS = "£$€¥₹₩₽"
_FEW_DIGITS = 3
_MILLION, _QUADRILLION = Decimal(10) ** 6, Decimal(10) ** 15
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

_LONGEST = 40
"""Digits of a number that is written out."""

_OPENING = tuple('"“„‟«»「『')
_CLOSING = tuple('"”“»«」』')


def _interval(interval: Interval, lower: str | None, upper: str | None) -> str:
    if lower is None and upper is None:
        return "any number"
    if lower is None:
        return f"{'at most' if interval.upper_closed else 'less than'} {upper}"
    if upper is None:
        return f"{'at least' if interval.lower_closed else 'more than'} {lower}"
    if interval.lower == interval.upper:
        return lower
    if interval.lower_closed and interval.upper_closed:
        return f"{lower} to {upper}"
    if not interval.lower and not interval.lower_closed:  # "up to 12,000" is (0, 12,000]
        return f"{'up to' if interval.upper_closed else 'less than'} {upper}"
    begin = f"{'from' if interval.lower_closed else 'more than'} {lower}"
    end = f"{'up to' if interval.upper_closed else 'less than'} {upper}"
    return f"{begin}, {end}"
