"""Who an article has named so far: turns a speaker's words into places of a chain, pronouns too."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.model.brief import UNKNOWN
from generator.suggest.attribution.naming import described, id_of_name, is_untold, offered, person_in
from generator.suggest.attribution.phrases import OWNED
from generator.suggest.attribution.register import Register, content
from generator.suggest.attribution.values import Told
from generator.suggest.speech import speech_of
from generator.suggest.values import Chain, Draftable, Link, Offered
from generator.suggest.verbs import finite_verb

_PERSON = frozenset("he she han hon".split())
_MANY = frozenset("they it de den det".split())
_BODIES = re.compile(
    r"^(?:the|its|this|that) (?:(?P<firm>company|group|firm|club|team|carrier|airline|bank|maker)|"
    r"agency|ministry|union|party|operator|"
    r"newspaper|broadcaster|organisation|organization|statement|report|document|office|institute|board)$"
    r"|^(?:företaget|bolaget|rederiet|myndigheten|klubben|partiet|ministeriet)$",
    re.IGNORECASE,
)
_OF_BODY = re.compile(
    r"^(?:its|their|his|her) (?:spokes\w+|party|office|company|government|ministry|team|club)$", re.IGNORECASE
)
_OF_PERSON = re.compile(
    r"^(?:his|her|hans|hennes) (?:office|lawyers?|spokes\w+|team|advokat|kansli)$", re.IGNORECASE
)
_ROLE = re.compile(
    r"^the (?:minister|mayor|president|governor|chairman|chairwoman|director|chief executive|envoy|"
    r"prosecutor|lawyer|coach|"
    r"manager|judge|general|professor|leader|premier|chancellor|ambassador)$|^(?:vd:n|ministern|ordföranden|chefen|"
    r"talespersonen|åklagaren|presidenten)$",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"^(?:the|these|those) (?:same )?(?:sources?|officials?|people|witnesses|diplomats|documents?)$",
    re.IGNORECASE,
)
_NO_COMPANY = re.compile(
    r"university|institute|hospital|union|commission|association|foundation|mission|federation|school|society|"
    r"red cross|laboratory|museum|church|court|council",
    re.IGNORECASE,
)
_MEDIA = ("newspaper", "broadcaster", "agency")
_SOURCES_OF = re.compile(
    r"^(?P<who>.*?\b(?:sources?|källor)) (?:for|at|of|from|till|hos) (?P<outlet>(?:the )?(?:[A-Z][\w'’-]*\s?){1,5})$"
)
_SPREAD = re.compile(
    r"^(?P<head>.+?) (?:in|of|from)(?: \w+ countries:)? (?P<places>(?:the )?[A-Z][^,]*(?:, (?:the "
    r")?[A-Z][^,]*)*,? and (?:the )?[A-Z].*)$"
)


@dataclass(slots=True)
class Cast:
    """One article's speakers: the register, and who spoke last."""

    article: Draftable
    register: Register
    offers: dict[str, Offered] = field(default_factory=dict)
    _last: Link = ""
    _last_person: Link = ""
    _last_body: Link = ""
    _last_company: Link = ""
    _last_chain: Chain = ()

    def chain(self, tolds: list[Told]) -> Chain:
        """The chain of a sentence's attributions, nearest first; empty where they name nobody but
        the outlet itself."""
        ordered = sorted(tolds, key=lambda told: (not told.outer, not told.cuts, -told.start))
        firm = [told for told in ordered if told.cuts] or ordered
        links: list[Link] = []
        for told in firm:
            for name in (*told.reporters, told.speaker):
                links += [link for link in self._links(name, told) if link not in links]
        links = [link for link in links if link != UNKNOWN] or links
        chain = tuple(link for link in links if link not in self.article.before)
        if chain:
            self._last_chain = chain
        return chain

    @property
    def last_chain(self) -> Chain:
        """The chain of the last sentence that had one."""
        return self._last_chain

    # --- Private methods ---

    def _links(self, name: str, told: Told) -> Chain:
        said = name.strip(" ,\"'")
        bare = said.casefold()
        if self._is_own(said) or is_untold(said):
            return (UNKNOWN,) if is_untold(said) else ()
        if _SAME.match(said) and self._last_chain:
            return self._last_chain
        if bare in _PERSON:
            return self._person()
        if bare in _MANY:
            return (self._last,) if self._last else ()
        if (_OF_PERSON.match(said) or self._is_role(said)) and (person := self._person()):
            return person
        if _OF_BODY.match(said) and self._last_body:
            return (self._last_body,)
        links = self._named(said)
        if (
            links
            and all(link in self.article.before for link in links)
            and re.search(r"\b(?:to|till|for|of)\b", said)
        ):
            links = (described(said),)
        self._remember(links[-1:] if links else ())
        return links

    def _is_role(self, said: str) -> bool:
        """Whether somebody named before is meant by what they are, and nobody registered is."""
        return bool(_ROLE.match(said)) and self.register.meant(said) is None

    def _person(self) -> Chain:
        """Who “she” or “he” is: the person named last."""
        last = self._last_person
        if not isinstance(last, str) or not last:
            return ()
        return (last,) if last in self.register.parties or last in self.offers else self._named(last)

    def _named(self, said: str) -> Chain:
        sources = _SOURCES_OF.match(said)
        outlet = self.register.meant(sources["outlet"]) if sources else None
        if sources and outlet and self.register.parties[outlet].kind in _MEDIA:
            return (outlet, described(sources["who"]))
        if sources and outlet is None and (passed_on := offered(sources["outlet"])):
            return (self._offer(passed_on), described(sources["who"]))
        if owned := OWNED.match(said):
            return self._named(owned["whose"])
        if polled := re.match(r"^(?P<who>\w+) (?:polled|surveyed|asked|quoted|cited) by (?P<by>.+)$", said):
            return (*self._named(polled["by"]), described(f"several {polled['who'].casefold()}"))
        if spread := _SPREAD.match(said):
            links = self._side_by_side(
                [f"{place.strip()} {spread['head']}" for place in _listed(spread["places"])]
            )
            return links or self._spread(spread["head"], _listed(spread["places"]))
        if re.search(r" and | och ", said) and not self.register.within(said):
            if links := self._side_by_side(_listed(said)):
                return links
        elif (
            len(ids := self.register.within(said)) > 1
            and re.search(r"\band\b|\boch\b|,", said)
            and not self._people(ids)
        ):
            return (tuple(ids),)
        elif " and " in said and len(ids) == 1 and (links := self._side_by_side(_listed(said))):
            return links
        return (self._one(said),)

    def _spread(self, head: str, places: list[str]) -> Chain:
        """Bodies of one kind in several places, none of them registered: each is offered."""
        made = [f"{head[:1].upper()}{head[1:]} in {place.removeprefix('the ')}" for place in places]
        offers = [Offered(id_of_name(name), name, "government") for name in made if id_of_name(name)]
        return (tuple(dict.fromkeys(self._offer(offer) for offer in offers)),) if len(offers) > 1 else ()

    def _people(self, ids: list[str]) -> bool:
        return any(self.register.parties[id_].kind == "person" for id_ in ids)

    def _side_by_side(self, names: list[str]) -> Chain:
        """Several speakers at one place of the chain, where each of them is registered."""
        found = [self.register.meant(name) for name in names]
        ids = tuple(dict.fromkeys(id_ for id_ in found if id_))
        return (ids,) if len(ids) > 1 and all(found) else ()

    def _one(self, said: str) -> Link:
        if id_ := self.register.meant(said):
            return id_
        if bodies := _BODIES.match(said):
            body = self._last_company if bodies["firm"] else self._last_body
            return body or described(said)
        offer = offered(said if self._is_name(said) else said.casefold())
        if offer and offer.id not in self.register.parties and offer.id != UNKNOWN:
            return self._offer(offer)
        if offer:
            return offer.id
        return described(said)

    def _is_name(self, said: str) -> bool:
        """Whether a lone word with a capital is a name: it has the capital within a sentence too."""
        if " " in said or not said[:1].isupper() or said.isupper():
            return True
        return bool(re.search(rf"[\w,]\s{re.escape(said)}\b", self.article.body.text))

    def _offer(self, offer: Offered) -> str:
        """The id of an offered party; of one that was offered by its full name before, where this
        is its last word."""
        last = content(offer.name)[-1:]
        for known in self.offers.values():
            if known.id == offer.id or (last and content(known.name)[-1:] == last and known.kind == "person"):
                return known.id
        self.offers[offer.id] = offer
        return offer.id

    def _is_own(self, said: str) -> bool:
        if said.casefold() in speech_of(self.article.language).own.split("|"):
            return True
        words = set(content(said))
        if self.article.outlet in self.register.parties:
            is_part = self.register.is_of(self.article.outlet, words)
        else:
            is_part = bool(words) and words <= set(content(self.article.outlet.replace("-", " ")))
        return is_part and bool(re.search(r"[A-ZÅÄÖ]", said))

    def _remember(self, links: Chain) -> None:
        for link in links:
            self._last = link
            if isinstance(link, tuple):
                self._remember(link)
                continue
            party = self.register.parties.get(link)
            offer = self.offers.get(link)
            kind = (party.kind if party else offer.kind if offer else "") or ""
            if kind == "person":
                self._last_person = link
            elif kind:
                self._last_body = link
                is_company = kind == "organisation" and self._is_company(link)
                self._last_company = link if is_company else self._last_company

    def _is_company(self, id_: str) -> bool:
        """Whether a party may be “the company”: nothing in its name says that it is something else."""
        known = self.register.parties.get(id_) or self.offers.get(id_)
        return known is not None and not _NO_COMPANY.search(known.name)

    def mention(self, text: str) -> None:
        """Notes who a sentence is about, for “the company” and “she” in it and in the next."""
        for id_ in reversed(self.register.within(text)):
            if self.register.parties[id_].kind == "organisation":
                self._last_body = id_
                self._last_company = id_ if self._is_company(id_) else self._last_company
            elif self.register.parties[id_].kind == "person":
                self._last_person = id_
        if (found := person_in(text)) and not self.register.meant(found):
            self._last_person = found
        verb = finite_verb(text, self.article.language)
        subject = text[: max(0, verb)].split(",", maxsplit=1)[0].strip()
        if 0 < len(subject.split()) <= 6 and (meant := self.register.meant(subject)):
            self._remember((meant,))


def _listed(text: str) -> list[str]:
    return [part.strip() for part in re.split(r",? and |,? och |, ", text) if part.strip()]
