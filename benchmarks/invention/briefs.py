"""One brief: its event, two to four articles, eight to fifteen claims, as files by their path below its folder."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from benchmarks.invention.amounts import Day
from benchmarks.invention.english import ENGLISH
from benchmarks.invention.facts import TONGUES, fact, named, worded
from benchmarks.invention.names import person, pick
from benchmarks.invention.register import Register
from benchmarks.invention.reports import Mapped, Source, report, settle
from benchmarks.invention.tongue import Tongue, sentence
from benchmarks.invention.yaml_text import yaml_text

YEARS = range(2016, 2027)
TAGS = """harbour labour transport money weather housing schools energy fishing railways health courts forestry water
elections farming culture roads police budget tourism shipping mining heritage sport libraries climate taxes bridges
migration research food trade insurance defence churches broadcasting waste fire-safety islands""".split()
_TAG_WEIGHTS = [1 / rank for rank in range(1, len(TAGS) + 1)]
_NUMBERS = ("No", "One", "Two", "Three", "Four")
_LIKELY = "likely|very likely|unlikely|roughly even chance|almost certain|probable".split("|")
_MOTIVATIONS = "commenting describing identifying questioning assessing linking classifying".split()


def slug_of(index: int) -> str:
    """The brief's folder."""
    return f"brief-{index:05}"


def brief_files(index: int, seed: int, register: Register) -> dict[str, str]:
    """The texts of brief.yml and of the articles; they depend on seed and index alone."""
    dice = random.Random(f"{seed}:{index}")  # noqa: S311 - data for a benchmark, not a secret
    made = _Making(dice, register, index)
    entries = made.entries()
    return {"brief.yml": yaml_text(entries), **made.articles}


def new_claim(
    day: Day, sources: list[Source], language: str, taken: set[str], register: Register, dice: random.Random
) -> Mapped:
    """A claim that all of the sources report; its passages are added to them, `taken` gets its id."""
    tongue = TONGUES[language]
    told = fact(day, dice)
    id_ = base = named(told, tongue, dice)
    while id_ in taken:
        id_ = f"{base}-{len(taken)}"
    taken.add(id_)
    claim: Mapped = {"id": id_, "claim": worded(told, tongue, dice)}
    if told.kind == "dated" and dice.random() < 0.3:
        claim["when"] = str(told.day)
    if told.kind in ("counted", "sized"):
        claim["measure"] = told.measure or told.given(tongue, dice)["counted"]
        if dice.random() < 0.15:
            claim["tolerance"] = pick(dice, ("5%", "20%", "25%"))
    reports: dict[str, object] = {}
    for source in sources:
        entry: object = report(told, source, register, language, dice)
        if dice.random() < 0.06:
            entry = [entry, report(told.sibling(), source, register, language, dice)]
        reports[source.id] = entry
    claim["reports"] = reports
    return claim


@dataclass(slots=True)
class _Making:
    """A brief that is being made. `articles` are there once `entries` was called."""

    dice: random.Random
    register: Register
    index: int
    articles: dict[str, str] = field(default_factory=dict)

    def entries(self) -> Mapped:
        dice, index = self.dice, self.index
        day = Day(YEARS[index % len(YEARS)], int(dice.random() * 11) + 1, int(dice.random() * 28) + 1)
        language = "sv" if dice.random() < 0.03 else "en"
        tongue = TONGUES[language]
        sources = self._sources(day, language)
        claims = self._claims(day, sources, language)
        bodies = {source.id: self._article(source) for source in sources}
        title = tongue.say("opening", dice)
        number = {"number_of": _NUMBERS[len(sources)]}
        summary = f"{tongue.say('summed', dice, number)} {sentence(tongue.say('filler', dice))}"
        head: Mapped = {"title": f"{title[0].upper()}{title[1:]}", "summary": summary, "date": str(day)}
        return {
            **head,
            **self._about(day, language),
            "sources": [source.id for source in sources],
            **self._kin(),
            "claims": claims,
            **self._notes(tongue, sources, bodies),
            **self._corrections(day, claims, tongue),
        }

    def _sources(self, day: Day, language: str) -> list[Source]:
        dice, sources = self.dice, []
        for outlet in dice.sample(self.register.outlets, dice.randint(2, 4)):
            tongue = TONGUES[language]
            if dice.random() < 0.1:
                tongue = pick(dice, tuple(TONGUES.values()))
            based_on = pick(dice, self.register.agencies) if dice.random() < 0.08 else ""
            title = tongue.say("headline", dice)
            source = Source(
                outlet, tongue, outlet, title[0].upper() + title[1:], day.later(int(dice.random() * -9)),
                frozenset(filter(None, (outlet, based_on))),
            )  # fmt: skip
            sources.append(source)
        return sources

    def _claims(self, day: Day, sources: list[Source], language: str) -> list[Mapped]:
        dice, taken, claims = self.dice, set[str](), []
        for number in range(dice.randint(8, 15)):
            reporting = sources if not number else dice.sample(sources, self._how_many(len(sources)))
            claim = new_claim(day, reporting, language, taken, self.register, dice)
            silent = [source.id for source in sources if source not in reporting]
            if silent and dice.random() < 0.2:
                claim["unchecked"] = silent[:1]
            claims.append(claim | self._judged(language))
        self._quote_a_title(sources, claims[-1], language)
        return claims

    def _how_many(self, most: int) -> int:
        return min(most, pick(self.dice, (1, 2, 2, 3, 3, 4)))

    def _judged(self, language: str) -> Mapped:
        dice, judged = self.dice, Mapped()
        if dice.random() < 0.08:
            why = TONGUES[language].say("reason", dice)
            judged["assessment"] = {
                "likelihood": pick(dice, _LIKELY),
                "confidence": pick(dice, ("low", "moderate", "high")),
                "why": why,
            }
        if dice.random() < 0.55:
            judged["note"] = " ".join(TONGUES[language].say(rule, dice) for rule in ("reason", "remark"))
        if dice.random() < 0.02:
            because = pick(dice, ("scope", "time", "definition", "rounding"))
            judged["overrule"] = {"status": "not comparable", "because": because}
        if dice.random() < 0.03:
            judged["reviewed_by"] = person(dice)
        return judged

    def _quote_a_title(self, sources: list[Source], claim: Mapped, language: str) -> None:
        """One brief in three has a report that quotes a headline."""
        reports = claim["reports"]
        source = sources[0]
        if self.dice.random() < 0.3 and isinstance(reports, dict) and source.id not in reports:
            entry: Mapped = {"quote": source.title, "in": "title"}
            if source.tongue.code != language:
                entry["translation"] = {"text": ENGLISH.say("headline", self.dice)}
            reports[source.id] = entry
            claim.pop("unchecked", None)

    def _article(self, source: Source) -> str:
        """The body; the article's file is put among the others."""
        dice, passages = self.dice, source.passages
        long = 4200 + int(dice.random() * 1500)
        while sum(map(len, passages)) < long:
            filler = " ".join(
                sentence(source.tongue.say("filler", dice)) for _ in range(int(dice.random() * 3) + 2)
            )
            passages.insert(int(dice.random() * (len(passages) + 1)), filler)
        body = "\n\n".join(passages)
        settle(source, body)
        self.articles[f"articles/{source.id}.md"] = f"---\n{yaml_text(self._front(source))}---\n\n{body}\n"
        return body

    def _front(self, source: Source) -> Mapped:
        dice, chance = self.dice, self.dice.random()
        front: Mapped = {"outlet": source.outlet, "title": source.title}
        if dice.random() < 0.8:
            front["author"] = person(dice)
        address = f"https://{source.outlet}.example/{source.day.year}/{self.index}"
        front |= {"published": str(source.day), "accessed": str(source.day.later(1)), "url": address}
        if dice.random() < 0.3:
            front["archive_url"] = f"https://archive.example/{source.day.year}/{self.index}/{source.outlet}"
        front["language"] = source.tongue.code
        if based_on := sorted(source.named - {source.outlet}):
            front |= {"rendition": "adaptation", "based_on": based_on[0]}
        if chance < 0.12:
            front["rights"] = "full" if chance < 0.09 else "none"
        return front

    def _about(self, day: Day, language: str) -> Mapped:
        dice = self.dice
        about: Mapped = {"author": [person(dice) for _ in range(1 + (dice.random() < 0.3))]}
        if dice.random() < 0.4:
            while (reviewer := person(dice)) in about["author"]:
                pass
            about["reviewed_by"] = reviewer
        if dice.random() < 0.2:
            about["updated"] = str(day.later(int(dice.random() * 20) + 1))
        about["language"] = language
        if dice.random() < 0.03:
            about["notice"] = sentence(TONGUES[language].say("filler", dice))
        tags = dice.choices(TAGS, _TAG_WEIGHTS, k=dice.randint(1, 5))
        return about | {"tags": sorted(set(tags), key=tags.index)}

    def _kin(self) -> Mapped:
        """Old addresses, and related briefs of a lower index: they are there whatever the number of briefs."""
        dice, kin = self.dice, Mapped()
        if dice.random() < 0.04:
            kin["aliases"] = [f"former-{self.index:05}"]
        if self.index and dice.random() < 0.3:
            others = {int(self.index * dice.random()) for _ in range(dice.randint(1, 3))}
            kin["related"] = [slug_of(other) for other in sorted(others)]
        return kin

    def _notes(self, tongue: Tongue, sources: list[Source], bodies: dict[str, str]) -> Mapped:
        dice, notes = self.dice, []
        for _ in range(int(dice.random() * 6)):
            source = pick(dice, sources)
            note: Mapped = {"source": source.id}
            quote = pick(dice, bodies[source.id].split("\n\n")).split(". ")[0].removesuffix(".")
            if bodies[source.id].count(quote) == 1 and dice.random() < 0.85:
                note["quote"] = quote
            note |= {"motivation": pick(dice, _MOTIVATIONS), "note": tongue.say("remark", dice)}
            if dice.random() < 0.2:
                note["links"] = [f"https://{source.outlet}.example/background/{int(dice.random() * 999)}"]
            notes.append(note)
        return {"notes": notes} if notes else {}

    def _corrections(self, day: Day, claims: list[Mapped], tongue: Tongue) -> Mapped:
        dice = self.dice
        if dice.random() > 0.1:
            return {}
        claim = pick(dice, claims)
        correction: Mapped = {"date": str(day.later(int(dice.random() * 25) + 2))}
        correction |= {"was": sentence(tongue.say("filler", dice)), "now": f"{claim['claim']}."}
        correction |= {"why": tongue.say("remark", dice), "claim": claim["id"]}
        if dice.random() < 0.3:
            correction["minor"] = True
        return {"corrections": [correction]}
