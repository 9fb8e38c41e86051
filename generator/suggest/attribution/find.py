"""Finds the words of a sentence that say who told it: before it, after it, or within it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.suggest.attribution.according import according
from generator.suggest.attribution.phrases import NAME_ALONE, NP, OF_BEFORE, POLL, REST, SO, TIME
from generator.suggest.attribution.speakers import lead_of, speaker
from generator.suggest.attribution.values import Told
from generator.suggest.speech import Speech, compiled, speech_of
from generator.suggest.verbs import finite_verb


def attributions(sentence: str, language: str) -> list[Told]:
    """The attributions of a sentence (with one kind of quotation mark and space), in order, none within another."""
    words = speech_of(language)
    whole = compiled(OF_BEFORE if language.startswith("sv") else SO).match(sentence)
    if whole and (who := speaker(whole["np"], language)):
        reporters = _hearer(whole["to"] or "", words)
        if whole.groupdict().get("origin") and (origin := speaker(whole["origin"], language)):
            who, reporters = origin, (who,)
        return [Told(0, len(sentence.rstrip()), who, reporters, outer=True)]
    found = [*according(sentence, words, language), *_within(sentence, words, language)]
    found += _after(sentence, words, language, found)
    first = min((told.start for told in found if told.start > 0), default=len(sentence))
    if not any(told.start == 0 for told in found):
        found += _before(sentence, first, words, language)
    return _apart(sorted(found, key=lambda told: (told.start, -told.end)))


# --- Private functions ---


def _apart(found: list[Told]) -> list[Told]:
    kept: list[Told] = []
    for told in found:
        if not kept or told.start >= kept[-1].end or not kept[-1].cuts:
            kept.append(told)
    return kept


def _within(sentence: str, words: Speech, language: str) -> Iterator[Told]:
    """“At the beginning of February, the office says, about …”."""
    pattern = rf",[\"']?\s+(?P<np>[^,;:\"]{{2,70}}?)\s+(?:(?:{words.adverbs})\s+)*(?:{words.says})[,:]\s+"
    for match in compiled(pattern).finditer(sentence):
        who = speaker(match["np"], language)
        if who and finite_verb(sentence[match.end() :], language) >= 0:
            yield Told(match.start(), match.end(), who)


def _after(sentence: str, words: Speech, language: str, found: list[Told]) -> Iterator[Told]:
    """“…, NP said on Monday.”, “…, said NP.”, “…, NP told X.”, “…, X reported, citing NP.”"""
    limit = min((told.start for told in found if told.start > 0), default=len(sentence))
    for comma in reversed(
        [m.start() for m in re.finditer(r",[\"']?(?=\s)|[!?.]\"(?=\s)|\"(?=\s)", sentence[:limit])]
    ):
        if limit - comma > 230 or comma < 8:
            continue
        told = _tail(sentence[:limit], comma, words, language)
        if told:
            yield told
            return


def _tail(sentence: str, comma: int, words: Speech, language: str) -> Told | None:
    tail = sentence[comma:].lstrip(",.!?\"' ")
    at = len(sentence) - len(tail)
    pattern = compiled(
        rf"(?P<np>{NP}),?\s+(?:(?:{words.adverbs})\s+)*(?P<verb>(?P<tells>{words.tells})|{words.says})\b(?P<rest>[^\"]*)[\"]?$"
    )
    for plain in _each(pattern, tail):
        if not (who := speaker(plain["np"], language)) or not _is_rest(plain["rest"], bool(plain["tells"])):
            continue
        start = _with_role(sentence, comma, at)
        who = (
            speaker(sentence[start:].lstrip(', "')[: len(sentence) - start].split(plain["verb"])[0], language)
            or who
        )
        return _composed(
            Told(start, len(sentence.rstrip()), who, outer=True, verb=plain["verb"]), plain, words, language
        )
    turned = compiled(
        rf"(?P<verb>{words.says})\s+(?P<np>[^;:\"]{{2,120}}?)(?P<rest>(?:,|:|\s+till\s|\s+to\s|\s+on\s|\s+på\s|\s+in\s|\s+as\s|[.!?]?$).*)$"
    ).match(tail)
    if turned and (who := speaker(turned["np"], language)):
        hearer = re.match(r"\s+(?:till|to)\s+(?P<h>[^,.;]+)", turned["rest"])
        reporters = _hearer(hearer["h"], words) if hearer else ()
        if countries := re.match(r": ((?:the )?[A-Z][^.\"]+)", turned["rest"]):
            who = f"{who}: {countries[1]}"
        return Told(
            comma,
            len(sentence.rstrip()),
            who + _appositive(turned["rest"]),
            reporters,
            outer=True,
            verb=turned["verb"],
        )
    return None


def _each(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Every way in which a pattern with the groups `np` and `verb` matches at the beginning, the
    shortest name first."""
    found = pattern.match(text)
    for _ in range(4):
        if found is None:
            return
        yield found
        at = found.end("verb")
        inner = pattern.match(
            text[:at].replace(text[found.start("verb") : at], "_" * len(found["verb"])) + text[at:]
        )
        found = inner if inner is None or inner.end("np") > found.end("np") else None


def _appositive(rest: str) -> str:
    """A role after a comma, for “said Nora Feld, the prosecutor”."""
    found = re.match(r",\s+((?:the|an?)\s+[a-z][^,.;\"]{2,40})", rest)
    return f", {found[1]}" if found else ""


def _is_rest(rest: str, is_told: bool) -> bool:
    if is_told:
        return len(rest.split()) < 16 and " that " not in rest[:40]
    return (
        bool(REST.match(rest))
        and len(rest.split()) < 24
        and not re.match(r"\s+(?:that|it|they|he|she|there)\b", rest)
    )


def _with_role(sentence: str, comma: int, at: int) -> int:
    """Where the speaker begins: “the mayor, Edda Lorne,” holds a comma."""
    before = sentence[:comma]
    cut = max(before.rfind(","), before.rfind('"'))
    role = before[cut + 1 :].strip()
    if NAME_ALONE.fullmatch(role) and sentence[at : at + 1].islower():
        return cut if cut > 0 else comma
    is_role = re.match(r"(?:the|its|a|an|his|her|their|[A-Z][\w-]*'s?)\s", role)
    if (
        cut > 8
        and is_role
        and len(role.split()) <= 6
        and finite_verb(role, "en") < 0
        and sentence[comma] == ","
    ):
        return cut
    return comma


def _composed(told: Told, match: re.Match[str], words: Speech, language: str) -> Told:
    """With whom was told, and whom a reporter cites: the nearer first."""
    rest = match["rest"]
    cited = compiled(rf"\b(?:{words.citing})\s+(?P<np>[^;:\"]+?)[.\s]*$").search(rest)
    if cited and (origin := speaker(cited["np"], language)):
        return Told(told.start, told.end, origin, (told.speaker,), outer=True)
    if match["tells"]:
        return Told(told.start, told.end, told.speaker, _hearer(rest, words), outer=True)
    return told


def _hearer(rest: str, words: Speech) -> tuple[str, ...]:
    """Who was told, where it is someone that passes things on: “told Reuters”, not “told reporters”."""
    found = re.match(
        r"\s*(?P<who>.+?)(?=,|\.?\s*$|\.?\"|\s+(?:that|on|in|at|by|during|after|late|early|before|how|it|he|she|they|there|the|a|his|her|as|when|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|i|på|att|om)\b)",
        rest,
    )
    who = found["who"].strip() if found else ""
    if not who and (found := re.match(r"\s*(?:the|a)\s+[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*", rest)):
        who = found[0].strip()
    bare = who.casefold().strip()
    if not who or bare in words.hearers.split("|") or not re.search(r"\b[A-ZÅÄÖ]", who):
        return ()
    return (who,)


def _before(sentence: str, limit: int, words: Speech, language: str) -> Iterator[Told]:
    """“NP said (on Monday) that …”, “NP told X …”; and “NP denies …”, where the whole is said by the sentence."""
    lead = lead_of(sentence)
    lead = lead or _time_lead(sentence[:limit])
    text = sentence[lead:limit]
    if poll := compiled(POLL).match(text):
        yield Told(lead, lead + poll.end("verb"), poll["by"], cuts=False, verb=poll["verb"])
        return
    says = compiled(
        rf"(?P<np>{NP}),?\s+(?:(?:{words.adverbs})\s+)*(?P<verb>(?P<tells>{words.tells})|{words.says})\b(?P<rest>.+)$"
    ).match(text)
    means = compiled(
        rf"(?P<np>{NP}),?\s+(?:(?:{words.adverbs}|now)\s+)*(?P<verb>{words.means})\b(?P<rest>.+)$"
    ).match(text)
    if (
        says
        and (who := speaker(says["np"], language))
        and not (means and means.start("verb") < says.start("verb"))
    ):
        told = _led(sentence, lead, says, who, words, language)
        if told:
            yield told
            return
    if means and (who := speaker(means["np"], language)):
        denies = bool(compiled(rf"(?:{words.denies})$").match(means["verb"]))
        yield Told(lead, lead + means.end("verb"), who, cuts=False, denies=denies, verb=means["verb"])


def _time_lead(sentence: str) -> int:
    preposition = r"(?:At|In|On|By|Last|Since|Vid|I|På|Towards)"
    for pattern in (
        rf"{preposition} (?:[\w'-]+ ){{0,5}}[\w'-]+, (?=[A-ZÅÄÖ]|the |an? )",
        rf"{preposition} (?:[\w'-]+ ){{0,5}}[\w'-]+ (?=[A-ZÅÄÖ])",
        rf"{preposition} (?:[\w'-]+ ){{1,4}}?(?=the )",
    ):
        if found := re.match(pattern, sentence):
            return found.end()
    return 0


def _led(
    sentence: str, lead: int, says: re.Match[str], who: str, words: Speech, language: str
) -> Told | None:
    """The attribution that begins a sentence, where a clause follows it."""
    rest, at = says["rest"], lead + says.start("rest")
    reporters: tuple[str, ...] = ()
    if says["tells"]:
        reporters = _hearer(rest, words)
        told = re.match(r"\s*(?:[a-z]+(?:'s)?|[A-Z][\w'’-]*)(?:\s[A-Z][\w'’-]*)*", rest)
        if told:
            rest, at = rest[told.end() :], at + told.end()
    gap = re.compile(rf"{TIME}(?:,?\s+(?:{words.that})\b|:|,)?\s*\"?\s*").match(rest)
    if gap:
        rest, at = rest[gap.end() :], at + gap.end()
    evidence = re.match(
        r"(?:they|it|he|she) (?:have|has|had) (?:evidence|information|indications|proof) that\s+", rest
    )
    if evidence:
        rest, at = rest[evidence.end() :], at + evidence.end()
    if finite_verb(rest, language) < 0:
        if says["tells"] or re.match(r"\s*so\b", rest):
            return None
        return Told(lead, lead + says.end("verb"), who, reporters, cuts=False)
    return Told(lead, at, who, reporters)
