"""How a source reports a fact: a passage of its article, and what an editor writes of it."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

from benchmarks.invention import amounts
from benchmarks.invention.amounts import Day
from benchmarks.invention.english import ENGLISH
from benchmarks.invention.facts import Fact
from benchmarks.invention.names import person, pick
from benchmarks.invention.register import Register
from benchmarks.invention.tongue import Tongue, sentence

Mapped = dict[str, object]

_MARKS = re.compile("[«»⟨⟩‹›]")
_LEFT_OUT = re.compile(r"⟨[^⟩]*⟩\s*")
_AND = {"en": "and", "sv": "och", "de": "und", "fr": "et"}
_FRONTED = ("according to ", "as ", "enligt ", "selon ")


@dataclass(slots=True)
class Source:
    """An article that is being written: its passages, and the quotes that must be found in it.

    `named` are the parties that its chain begins with; `pending` says where a quote stands: who holds it, under
    which key, and in which passage.
    """

    id: str
    tongue: Tongue
    outlet: str
    title: str
    day: Day
    named: frozenset[str]
    passages: list[str] = field(default_factory=list)
    pending: list[tuple[Mapped, str, str]] = field(default_factory=list)
    title_is_quoted: bool = False


def report(told: Fact, source: Source, register: Register, language: str, dice: random.Random) -> Mapped:
    """What the editor writes of the report; its passage is added to the source."""
    entry, said = _said(told, source, dice)
    via, attribution = _attributed(source, register, dice)
    passage = _passage(said, attribution, source.tongue, dice)
    core = passage[passage.index("«") + 1 : passage.index("»")]
    quote = _bare(_LEFT_OUT.sub(" [...] ", core)).replace("  ", " ")
    text = _bare(passage)
    made: Mapped = {"quote": quote, **entry}
    if via:
        made["via"] = via[0] if len(via) == 1 and isinstance(via[0], str) else via
        if dice.random() < 0.8:
            made["via_quote"] = _bare(passage[passage.index("‹") + 1 : passage.index("›")])
            source.pending.append((made, "via_quote", text))
    if "hedge" in entry:
        made["hedge"] = made.pop("hedge")
    if source.tongue.code != language:
        made["translation"] = {"text": _translated(told, dice), "by": person(dice)}
    if dice.random() < 0.2:
        made["note"] = f"{ENGLISH.say('remark', dice)} {ENGLISH.say('reason', dice)}"
    source.pending.append((made, "quote", text))
    source.passages.append(_surrounded(text, source.tongue, dice))
    if dice.random() < 0.05 and "[...]" not in quote:
        source.passages.append(_echo(quote, source.tongue, dice))
    return made


def settle(source: Source, body: str) -> None:
    """Gives each quote that stands more than once in the body a prefix and suffix, or withdraws a `via_quote`."""
    for holder, key, passage in source.pending:
        quote = str(holder[key])
        if "[...]" in quote or body.count(quote) == 1:
            continue
        at = passage.index(quote)
        before = passage[:at].split()[-7:]
        after = passage[at + len(quote) :].split()[:7]
        selector = {"exact": quote, "prefix": " ".join(before), "suffix": " ".join(after)}
        if (
            key == "via_quote"
            and body.count(f"{passage[:at][-40:]}{quote}{passage[at + len(quote) :][:40]}") > 1
        ):
            del holder[key]
        else:
            holder[key] = {name: text for name, text in selector.items() if text}
    source.pending.clear()


# --- Private functions ---


def _said(told: Fact, source: Source, dice: random.Random) -> tuple[Mapped, str]:
    """What the editor notes beside the quote, and the statement with its marks."""
    tongue, given = source.tongue, dict(told.given(source.tongue, dice))
    chance = dice.random()
    if told.kind == "counted" or told.kind == "sized":
        return _figured(told, tongue, given, dice)
    if told.kind == "dated":
        day = told.day if chance < 0.8 else told.day.later(int(dice.random() * 40))
        given["when"], date = amounts.when(tongue, day, dice)
        return {"when": date}, tongue.say("dated_said", dice, given)
    if chance < 0.07:
        return {"stance": "denies"}, tongue.say("denied", dice, given)
    if chance < 0.12:
        return {"stance": "questions"}, tongue.say("questioned", dice, given)
    if chance < 0.3:
        given["hedge"] = pick(dice, tongue.hedges)
        return {"hedge": given["hedge"]}, tongue.say("hedged", dice, given)
    return {}, tongue.say("asserted", dice, given)


def _figured(told: Fact, tongue: Tongue, given: dict[str, str], dice: random.Random) -> tuple[Mapped, str]:
    unit = amounts.MEASURES[told.measure][tongue.code] if told.measure else given["counted"]
    much = told.much if dice.random() < 0.7 else round(told.much * (1.1 + dice.random()))
    if told.measure == "share":
        much = min(much, 99)
    given["figure"], number = amounts.figure(tongue, much, unit, dice)
    entry: Mapped = {"value": given["figure"] if told.measure else number}
    if dice.random() < 0.12 and tongue is ENGLISH:
        entry["scope"] = tongue.say("scope", dice)
    if dice.random() < 0.2:
        entry["as_of"] = pick(
            dice, (str(told.day), f"{told.day.year}-{told.day.month:02}", str(told.day.year))
        )
    return entry, tongue.say(f"{told.kind}_said", dice, given)


def _attributed(source: Source, register: Register, dice: random.Random) -> tuple[list[object], str]:
    """A chain, nearest first, and the words that say so; both empty where the outlet says it by itself."""
    tongue, chance = source.tongue, dice.random()
    agency, institution = _party(register.agencies, source, dice), _party(register.institutions, source, dice)
    someone = _party(register.people, source, dice)
    if chance < 0.32:
        return [], ""
    if chance < 0.46:
        return [agency], tongue.say("passed_on", dice, {"who": register.name(agency)})
    if chance < 0.72:
        teller = someone if dice.random() < 0.65 else institution
        before: list[object] = [agency] if dice.random() < 0.3 else []
        return [*before, teller], tongue.say("said_by", dice, {"who": register.name(teller)})
    if chance < 0.84:
        described = tongue.say("described", dice)
        before = [agency] if dice.random() < 0.3 else []
        return [*before, described], tongue.say("said_by", dice, {"who": described})
    if chance < 0.93:
        before = [agency] if dice.random() < 0.4 else []
        return [*before, "unknown"], tongue.say("unsaid", dice)
    both = f"{register.name(someone)} {_AND[tongue.code]} {register.name(institution)}"
    return [{"together": [someone, institution]}], tongue.say("said_by_two", dice, {"who": both})


def _party(ids: tuple[str, ...], source: Source, dice: random.Random) -> str:
    while (id_ := pick(dice, ids)) in source.named:
        pass
    return id_


def _passage(said: str, attribution: str, tongue: Tongue, dice: random.Random) -> str:
    if not attribution:
        return sentence(said)
    if attribution.startswith(_FRONTED) and dice.random() < 0.6:
        return f"‹{attribution[0].upper()}{attribution[1:]}›, {said}."
    return sentence(f"{said}, ‹{attribution}›")


def _surrounded(text: str, tongue: Tongue, dice: random.Random) -> str:
    chance = dice.random()
    if chance < 0.35:
        return f"{sentence(tongue.say('filler', dice))} {text}"
    return f"{text} {sentence(tongue.say('filler', dice))}" if chance < 0.7 else text


def _echo(quote: str, tongue: Tongue, dice: random.Random) -> str:
    """The same words a second time, so that the quote needs its prefix."""
    return f"“{quote}”: {tongue.say('filler', dice)}."


def _translated(told: Fact, dice: random.Random) -> str:
    given = dict(told.given(ENGLISH, dice))
    rule = "claimed" if told.kind == "asserted" else f"{told.kind}_claim"
    return ENGLISH.say(rule, dice, given)


def _bare(marked: str) -> str:
    return _MARKS.sub("", marked)
