"""The register: some forty outlets and a hundred and fifty agencies, institutions and people, who belongs to whom."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import dataclass

from benchmarks.invention.english import ENGLISH
from benchmarks.invention.names import person, pick, place

OUTLETS, AGENCIES, INSTITUTIONS, PEOPLE = 40, 12, 58, 80
_COUNTRIES = "SE NO DK FI DE FR GB IE NL BE PL EE".split()
_PAPERS = (
    "Courier|Ledger|Observer|Post|Tribune|Gazette|Standard|Messenger|Chronicle|Mercury|Argus|Echo".split("|")
)
_WAVES = "Radio {}|{} Television|Radio Free {}|Channel {}".split("|")
_WIRES = "{} Press|{} News Agency|{} Wire|Agence {}".split("|")


@dataclass(frozen=True, slots=True)
class Register:
    """The parties by id as parties.yml has them, and the ids of each sort."""

    parties: dict[str, dict[str, object]]
    outlets: tuple[str, ...]
    agencies: tuple[str, ...]
    institutions: tuple[str, ...]
    people: tuple[str, ...]

    def name(self, id_: str) -> str:
        """A party's name."""
        return str(self.parties[id_]["name"])


def register(seed: int) -> Register:
    """The same one for every number of briefs."""
    dice = random.Random(f"{seed}:register")  # noqa: S311 - data for a benchmark, not a secret
    parties: dict[str, dict[str, object]] = {}
    outlets = [_outlet(parties, dice) for _ in range(OUTLETS)]
    agencies = [
        _add(parties, pick(dice, _WIRES).format(place(dice)), "agency", dice) for _ in range(AGENCIES)
    ]
    institutions = [_institution(parties, dice, index) for index in range(INSTITUTIONS)]
    for id_ in institutions[20:]:
        if dice.random() < 0.4:
            parties[id_]["part_of"] = pick(dice, institutions[:20])
    people = [_person(parties, dice, institutions) for _ in range(PEOPLE)]
    return Register(parties, tuple(outlets), tuple(agencies), tuple(institutions), tuple(people))


# --- Private functions ---


def _outlet(parties: dict[str, dict[str, object]], dice: random.Random) -> str:
    if dice.random() < 0.7:
        id_ = _add(parties, f"The {place(dice)} {pick(dice, _PAPERS)}", "newspaper", dice)
    else:
        id_ = _add(parties, pick(dice, _WAVES).format(place(dice)), "broadcaster", dice)
    parties[id_]["url"] = f"https://{id_}.example"
    return id_


def _institution(parties: dict[str, dict[str, object]], dice: random.Random, index: int) -> str:
    kind = "government" if index < 20 else "organisation"
    name = f"{place(dice)} {ENGLISH.say('body', dice)}"
    id_ = _add(parties, name, kind, dice)
    if dice.random() < 0.3:
        parties[id_]["full_name"] = f"The {name} of {place(dice)} and {place(dice)}"
    return id_


def _person(parties: dict[str, dict[str, object]], dice: random.Random, institutions: list[str]) -> str:
    id_ = _add(parties, person(dice), "person", dice)
    parties[id_]["role"] = f"{ENGLISH.say('role', dice)} in {place(dice)}"
    if dice.random() < 0.6:
        parties[id_]["part_of"] = pick(dice, institutions)
    return id_


def _add(parties: dict[str, dict[str, object]], name: str, kind: str, dice: random.Random) -> str:
    bare = unicodedata.normalize("NFKD", name.casefold().removeprefix("the "))
    id_ = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    while id_ in parties:
        id_ += "-2"
    parties[id_] = {"name": name, "kind": kind}
    if kind != "person":
        parties[id_]["country"] = pick(dice, _COUNTRIES)
    return id_
