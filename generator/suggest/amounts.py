"""Which numbers of a text are amounts: not years, times, ages, scores, or a part of a name."""

from __future__ import annotations

import re

from generator.model.numbers import Number

_NOT_AFTER = re.compile(
    r"\b(?:line|no|number|nr|flight|route|room|gate|chapter|article|section|page|highway|aged?|class|level|group|phase|"
    r"round|day|game|week|season|linje|channel|unit|reactor|platform|track|pier|terminal|paragraph|nummer|kl|"
    r"klockan|aged|half past|past)\.?\s+$",
    re.IGNORECASE,
)
_TIME_AFTER = re.compile(
    r"^(?:[.:]\d\d)?\s*(?:a\.?m\b|p\.?m\b|o'clock|gmt|cet|utc|hours? local)", re.IGNORECASE
)
_AGE_AFTER = re.compile(r"^[\s-]years?[\s-]old|^-year-|^[\s-]åring", re.IGNORECASE)
_ORDINAL_AFTER = re.compile(
    r"^(?:st|nd|rd|th)\b|^-(?:story|storey|bed|seat|day|page|month|week|hour|minute|man|member|point|nation|lane|mile)\b"
)
_NAMED_BEFORE = re.compile(r"\w-$|[\d:]$|\d[–-]$|#$")
_CLOCK_BEFORE = re.compile(r"\b(?:at|to|past|about|around|till|kl\.?)\s+$")
_CLOCK_AFTER = re.compile(r"\s+(?:to|past|o'clock)\b|\s*[,.]|\s+(?:this|last|on|in the)\b")
_THE_TWO = re.compile(r"\b(?:the|its|these|between|both|de)\s+(?:last |first |next |other )?$", re.IGNORECASE)
_ORDER_BEFORE = re.compile(r"\b(?:first|last|next|past|top|another|every)\s+$")
_NAME_BEFORE = re.compile(r"[A-Za-zÅÄÖ]\w+,\s+$")
_AGE_ENDS = re.compile(r",|\.?$|\s*\)")
_SCORE_AFTER = re.compile(r"[–:-]\d")
_NAME_WITH_NUMBER = re.compile(r"\w,? [A-ZÅÄÖ][\w'’-]* $")
_PLAIN_AFTER = re.compile(r"\s?(?:%|[a-zåäö])")
_OLDEST = 115
_DOZEN = 13


def is_amount(text: str, number: Number) -> bool:
    """Whether a number of a text says how many or how much. “One” never does: it may be anyone."""
    before, after = text[max(0, number.start - 24) : number.start], text[number.end : number.end + 24]
    if before[-1:].isalpha() or _NOT_AFTER.search(before) or _NAMED_BEFORE.search(before):
        return False
    if any(p.match(after) for p in (_TIME_AFTER, _AGE_AFTER, _ORDINAL_AFTER, _SCORE_AFTER)):
        return False
    if _NAME_BEFORE.search(before) and _AGE_ENDS.match(after) and 0 < number.value < _OLDEST:
        return False
    word = text[number.start : number.end]
    if (
        _NAME_WITH_NUMBER.search(before)
        and word.isdigit()
        and len(word) < 4
        and not _PLAIN_AFTER.match(after)
    ):
        return False
    return not (word.isalpha() and number.value < _DOZEN) or _is_spelt_amount(before, after, number)


# --- Private functions ---


def _is_spelt_amount(before: str, after: str, number: Number) -> bool:
    """The same of a small number in words, which often is none: “the two countries”, “at ten to five”."""
    if number.value <= 1 or _ORDER_BEFORE.search(before):
        return False
    if number.value == 2 and _THE_TWO.search(before):
        return False
    return not (_CLOCK_BEFORE.search(before) and _CLOCK_AFTER.match(after))
