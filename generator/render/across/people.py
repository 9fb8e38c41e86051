"""Who an outlet or a party is, in the words of a page: the register's facts, and the way to its other page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from markupsafe import Markup as Safe

from generator.model.characters import printable
from generator.model.findings import Known, Record
from generator.render.across.site import Site
from generator.render.catalogue import Words
from generator.render.wording import between


@dataclass(frozen=True, slots=True)
class Register:
    """The parties that records name, and which of them have a page: as an outlet, as an origin."""

    known: Mapping[str, Known]
    outlets: Collection[str]
    origins: Collection[str]
    kept: dict[tuple[object, ...], Safe] = field(default_factory=dict)
    """Lists of names that were made (`names`)."""
    _marked: dict[str, str] = field(default_factory=dict)

    def name(self, party: str) -> str:
        """Its name as the newest of the records has it."""
        return self.known[party].name

    def marked(self, party: str) -> str:
        """Its name as markup, set off from the direction of the text around it."""
        if party not in self._marked:
            self._marked[party] = str(Safe("<bdi>{}</bdi>").format(printable(self.name(party))))
        return self._marked[party]

    def by_name(self, party: str) -> tuple[str, str]:
        """What lists of parties are ordered by."""
        return self.name(party).casefold(), party


@dataclass(frozen=True, slots=True)
class Person:
    """The facts of a party, those that the register gives."""

    id: str
    name: str
    full_name: str
    kind: str
    country: str
    role: str
    url: str | None
    above: str
    above_page: str | None
    """Where the party that it is part of has a page, `outlets` or `parties`, and `None` where it has none."""
    above_id: str | None


def register(records: Iterable[Record]) -> Register:
    """The parties of all `records`; where two differ, as the first has it."""
    known: dict[str, Known] = {}
    outlets: set[str] = set()
    origins: set[str] = set()
    for record in records:
        for party in record.parties:
            known.setdefault(party.party, party)
        outlets.update(outlet.party for outlet in record.outlets)
        origins.update(origin.party for origin in record.origins)
    return Register(known, outlets, origins)


def person(site: Site, people: Register, party: str, listed_under: str) -> Person:
    """The facts of a party for its page below `listed_under` (`outlets` or `parties`)."""
    one = people.known[party]
    above = people.known.get(one.part_of or "")
    full = one.full_name if one.full_name != one.name else None
    return Person(
        id=party,
        name=one.name,
        full_name=full or "",
        kind=kind_words(one.kind, site.words) if one.kind else "",
        country=_country(one.country, site.words) if one.country else "",
        role=one.role or "",
        url=one.url,
        above=above.name if above else "",
        above_page=_page_of(people, above.party, listed_under) if above else None,
        above_id=above.party if above else None,
    )


def facts(people: Register, party: str, listed_under: str) -> tuple[object, ...]:
    """What `person` depends on besides the site: where it is the same, so is that. It is found sooner."""
    one = people.known[party]
    above = people.known.get(one.part_of or "")
    return (one, above and (above.name, above.party, _page_of(people, above.party, listed_under)))


def kind_words(kind: str, words: Words) -> str:
    """What kind of party it is."""
    return {
        "newspaper": words.gettext("Newspaper"),
        "broadcaster": words.gettext("Broadcaster"),
        "agency": words.gettext("News agency"),
        "government": words.gettext("Government"),
        "organisation": words.gettext("Organisation"),
        "person": words.gettext("Person"),
    }.get(kind, kind)


def names(site: Site, people: Register, parties: Sequence[str], most: int) -> Safe:
    """The parties' names as the site's language lists them; of more than `most` the first, and how many more."""
    key = (most, len(parties), *parties[:most])
    if key not in people.kept:
        people.kept[key] = _names(site, people, parties, most)
    return people.kept[key]


# --- Private ---


def _names(site: Site, people: Register, parties: Sequence[str], most: int) -> Safe:
    shown = [people.marked(party) for party in parties[:most]]
    if rest := len(parties) - len(shown):
        shown.append(site.words.ngettext("%(num)s other", "%(num)s others", rest))
    joints = (between(index, len(shown), site.words) for index in range(len(shown)))
    return Safe("".join(chain.from_iterable(zip(joints, shown, strict=True))))  # noqa: S704 - of escaped names


def _country(code: str, words: Words) -> str:
    return str(words.locale.territories.get(code, code))


def _page_of(people: Register, party: str, listed_under: str) -> str | None:
    has = {"outlets": people.outlets, "parties": people.origins}
    first, second = (listed_under, *(has.keys() - {listed_under}))
    return next((page for page in (first, second) if party in has[page]), None)
