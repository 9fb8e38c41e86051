"""When it was published: dates as pages write them, in many languages, as EDTF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.ingest.guess.guess import Guess
from generator.ingest.lines import Line

_PUBLISHED = re.compile(
    r"publish|posted|released|issued|veröffentlicht|erstellt|stand:|publié|mis en ligne|publicad|publicerad|pubblicat"
    r"|publisert|udgivet|gepubliceerd|geplaatst|opublikowan|dodano|опубликован|julkaistu|diterbitkan|发布|發布|入力|配信|公開|등록|نشر",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"updat|modified|edited on|aktualisiert|mis à jour|modifié|actualizad|atualizad|aggiornat|uppdaterad|oppdatert"
    r"|opdateret|bijgewerkt|aktualizacj|обновлен|päivitetty|更新|수정|تحديث",
    re.IGNORECASE,
)
_OTHER = re.compile(r"©|copyright|rights reserved|\(c\)", re.IGNORECASE)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WORD = r"[^\W\d_]+"
_WRITTEN = re.compile(
    rf"(?P<ymd>\b{_YEAR}\s?[-/.年년]\s?(?P<month>\d{{1,2}})\s?[-/.月월]\s?(?P<day>\d{{1,2}})(?!\d))"
    r"|(?P<numeric>\b(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<late>(?:19|20)\d\d)\b)"
    rf"|(?P<words>\b\d{{1,2}}(?:st|nd|rd|th|er|º|ª|\.)?,?\s+(?:de\s+|of\s+)?{_WORD}\.?,?\s+(?:de\s+|del\s+)?(?:19|20)\d\d\b"
    rf"|\b{_WORD}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d\b)"
)
_WHOLE = {"REQUIRE_PARTS": ["day", "month", "year"]}
_LINE, _BESIDE = 100, 8
"""Characters of a line that is a date, and words that may stand beside the date."""
_MONTH_FIRST = ("en-US", "en-PH", "en-CA")


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a line: EDTF, what was written, and whether day and month could be taken for each other."""

    text: str
    written: str
    doubtful: bool = False


def dates_in(text: str, language: str | None = None) -> Iterator[Found]:
    """The whole dates (day, month, year) that a line names, in order."""
    for match in _WRITTEN.finditer(text):
        if match["ymd"]:
            found = _day(int(match["year"]), int(match["month"]), int(match["day"]))
        elif match["numeric"]:
            yield from _numeric(match, language)
            continue
        else:
            found = _worded(match[0], language)
        if found:
            yield Found(found, match[0])


def published(lines: Sequence[Line], is_body: Sequence[bool], language: str | None) -> dict[str, Guess]:
    """`published` and `updated`, as far as lines that were left out near the text name them."""
    body = [i for i, yes in enumerate(is_body) if yes]
    found: dict[str, Guess] = {}
    if not body:
        return found
    near = [i for i in range(max(0, body[0] - 15), min(len(lines), body[-1] + 6)) if not is_body[i]]
    named = [
        (i, hit)
        for i in near
        if len(lines[i].text) < 250 and not _OTHER.search(lines[i].text)
        for hit in dates_in(lines[i].text, language)
    ]
    for i, hit in named:
        before = lines[i].text.partition(hit.written)[0] or (lines[i - 1].text if i else "")
        if _UPDATED.search(before) and not _PUBLISHED.search(before.rpartition("|")[2]):
            found.setdefault("updated", _guess(hit, "says that it was updated"))
        elif _PUBLISHED.search(before):
            found.setdefault("published", _guess(hit, "says that it was published"))
    alone = [
        hit
        for i, hit in named
        if i < body[0] + 3 and len(lines[i].text) < 100 and not _UPDATED.search(lines[i].text)
    ]
    if "published" not in found and alone:
        found["published"] = _guess(alone[0], "a date beside the headline")
    return found


def is_dateline(text: str) -> bool:
    """Whether a line says when the article was published or changed, and no more."""
    if len(text) > _LINE or not (_PUBLISHED.search(text) or _UPDATED.search(text)):
        return False
    rest = _WRITTEN.sub("", text)
    return rest != text and len(rest.split()) <= _BESIDE and not text.endswith((".", "”", '"'))


# --- Private functions ---


def _guess(hit: Found, why: str) -> Guess:
    value = f"{hit.text}~" if hit.doubtful else hit.text
    doubt = ", day and month could be the other way round" if hit.doubtful else ""
    return Guess(value, f"“{hit.written}”, {why}{doubt}", sure=not hit.doubtful)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _numeric(match: re.Match[str], language: str | None) -> Iterator[Found]:
    one, two, year = int(match["one"]), int(match["two"]), int(match["late"])
    month_first = match["mark"] == "/" and language in _MONTH_FIRST
    orders = [(two, one), (one, two)]
    if month_first:
        orders.reverse()
    possible = [text for month, day in orders if (text := _day(year, month, day))]
    if possible:
        doubtful = len(set(possible)) > 1 and match["mark"] != "."
        yield Found(possible[0], match[0], doubtful)


def _worded(text: str, language: str | None) -> str | None:
    """A date with its month in words, by dateparser, which knows the months of some two hundred languages."""
    from dateparser import parse  # noqa: PLC0415 - takes a while, for which no other command should wait

    likely = [code for code in dict.fromkeys((language, "en")) if code]
    for languages in (likely, None):  # to try all of them takes a while
        try:
            found = parse(text, languages=languages, settings=_WHOLE)
        except (ValueError, OverflowError):
            continue
        if found:
            return found.date().isoformat()
    return None
