"""Who published a page: by its address, by what it says of itself, or by a registered name around the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from urllib.parse import urlsplit

from generator.ingest.guess.guess import Outlet
from generator.ingest.guess.names import is_job
from generator.ingest.lines import Line
from generator.model.brief import Parties, Party
from generator.model.normal import normal
from generator.model.text import Canonical, canonical, canonical_text, contains, fold_text

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ][\w’'&.\-]*"
_NAME = (
    rf"(?:(?:The|the|La|Le|El|Il|Die|Der|Das|De|A)\s+)?{_CAPITAL}"
    rf"(?:\s+(?:(?:of|and|de|du|der|di|da|&)\s+)?{_CAPITAL}){{0,4}}"
)
_DONE = r"translated|adapted|originally published|first published|übersetzt|översatt|traduit|traducido"
_YEARS = r"(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)?\d\d|present))?,?)"
_ABOUT = r"[Ss]ubscribe to|[Mm]ore from"
_SAYS = (
    (4.0, re.compile(rf"(?i:{_DONE})\s+(?:\w+\s+)?(?:by|on|in|at|von|av|par|por)\s+(?P<name>{_NAME})")),
    (
        4.0,
        re.compile(
            rf"(?:©|\([cC]\)|[Cc]opyright)\s*(?:©|\([cC]\))?\s*{_YEARS}\s*(?:by\s+)?(?P<name>{_NAME})"
        ),
    ),
    (1.0, re.compile(rf"(?:©|\([cC]\)|[Cc]opyright by)\s*(?P<name>{_NAME})")),
    (2.0, re.compile(rf"(?P<name>{_NAME})[.,]?\s+[Aa]ll [Rr]ights [Rr]eserved")),
    (2.0, re.compile(rf"(?:{_ABOUT})\s+(?P<name>{_NAME})")),
)
"""How a page names its outlet, and how much that counts."""
_WORKS_FOR = re.compile(rf"\b(?:for|at|with|of|bei|för|på|de|chez|en|voor)\s+(?P<name>{_NAME})")
_STOPS = re.compile(
    r"[.,]?\s+(?:All|Rights|Inc|Ltd|LLC|GmbH|AB|AG|Co|Corp|Terms|Privacy|Contact|Use|Media Group|She|He|They|Her|His)"
    r"\b.*$|[.,]+$"
)
_NO_OUTLET = re.compile(
    r"^(?:All|The|Us|Our|This|Email|Facebook|Twitter|Instagram|YouTube|Google|Author|Policy|Notice|Newsletter|Copyright|Getty.*)$",
    re.IGNORECASE,
)
_WORDS_OF_KINDS = {
    "agency": r"news agency|press agency|\bagency\b|agentur|byrå|agence|agencia|newswire|\bwire\b",
    "broadcaster": r"\bradio\b|\btv\b|television|broadcast|rundfunk|fernsehen|\bnetwork\b",
    "newspaper": r"\b(?:times|post|herald|gazette|tribune|journal|chronicle|daily|weekly|courier|observer|guardian"
    r"|independent|telegraph|echo|mail|star|sun|examiner|inquirer|bulletin|sentinel|register|review|dispatch|ledger"
    r"|diario|jornal|giornale|gazeta|gazzetta|dagblad|courrier|correo|courant|anzeiger|blatt)\b"
    r"|zeitung|tidning|bladet|nachrichten",
}
_KINDS = {kind: re.compile(words, re.IGNORECASE) for kind, words in _WORDS_OF_KINDS.items()}
_MOST_CANDIDATES = 100
"""Names, those that count most first, that the lines around an article are searched for."""

_GENERIC_ENDS = frozenset("io co tv me ai fm ly cc gg to ws la vc eu".split())


def outlet(
    lines: Sequence[Line],
    is_body: Sequence[bool],
    parties: Parties,
    url: str | None = None,
    site: str | None = None,
) -> Outlet | None:
    """The outlet: by `url` or the `site`'s own name where there is one, else by what stands around the article."""
    if (url or site) and (known := _registered(site, url, parties)):
        return known
    if site:
        return Outlet(site, "what the page says of its site", None, _home(url))
    outside = [line for line, yes in zip(lines, is_body, strict=True) if not yes]
    votes: Counter[str] = Counter()
    reasons: dict[str, str] = {}
    for weight, name, why in _claims(outside):
        votes[name] += weight  # type: ignore[assignment] # a weight is no count
        reasons.setdefault(name, why)
    texts = [canonical(line.text) for line in outside] if votes else []
    for name, _ in votes.most_common(_MOST_CANDIDATES):
        votes[name] += len([*islice(_lines_with([_bare(name)], texts), 2)]) * 0.5  # type: ignore[assignment]
    best = max(votes, key=lambda name: votes[name], default=None)
    if best is not None:
        return _registered(best, url, parties, reasons[best]) or Outlet(best, reasons[best], None, _home(url))
    if url:
        return Outlet(_host(url), "the link's host", None, _home(url))
    return _mentioned(outside, parties)


def id_for(name: str, url: str | None) -> str:
    """An id made of a name, without its article; of the link's host where the name has no Latin letter."""
    for text in (name, _host(url).partition(".")[0] if url else ""):
        plain = normal("NFKD", text).encode("ascii", "ignore").decode("ascii").casefold().replace("'", "")
        words = re.findall(r"[a-z0-9]+", plain)
        if len(words) > 1 and words[0] in ("the", "a"):
            words = words[1:]
        if words and any(c.isalpha() for c in plain):
            return "-".join(words)[:60].strip("-")
    return "unnamed-outlet"


def kind_for(name: str) -> str | None:
    """What a name says that the outlet is."""
    return next((kind for kind, pattern in _KINDS.items() if pattern.search(name)), None)


def country_for(url: str | None) -> str | None:
    """The country whose top-level domain the link has."""
    end = _host(url).rpartition(".")[2] if url else ""
    if len(end) != 2 or end in _GENERIC_ENDS or not end.isalpha():
        return None
    return {"uk": "GB"}.get(end, end.upper())


def party_named(name: str, parties: Parties) -> str | None:
    """The id of the registered party that goes by `name`."""
    bare = _bare(name).casefold()
    for id_, party in parties.by_id.items():
        if bare in {_bare(known).casefold() for known in _names(party)} or name.casefold() == id_:
            return id_
    return None


# --- Private functions ---


def _names(party: Party) -> Iterator[str]:
    yield party.name
    if party.full_name:
        yield party.full_name
    yield from party.aliases


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|la|le|el|il|die|der|das|de)\s+", "", " ".join(name.split()), flags=re.IGNORECASE)


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _home(url: str | None) -> str | None:
    host = _host(url)
    return f"https://{urlsplit(url or '').hostname}" if host else None


def _registered(
    name: str | None, url: str | None, parties: Parties, why: str = "what the page says of its site"
) -> Outlet | None:
    if url and (id_ := _by_host(_host(url), parties.by_id)):
        return Outlet(parties.name(id_), "the link's host, which parties.yml has", id_)
    if name and (id_ := party_named(name, parties)):
        return Outlet(parties.name(id_), why, id_)
    return None


def _by_host(host: str, by_id: Mapping[str, Party]) -> str | None:
    if not host:
        return None
    for id_, party in by_id.items():
        own = _host(party.url)
        if own and (host == own or host.endswith(f".{own}")):
            return id_
    return None


def _claims(outside: Sequence[Line]) -> Iterator[tuple[float, str, str]]:
    for line in outside:
        if len(line.text) > 1500:
            continue
        for weight, pattern in _SAYS:
            for match in pattern.finditer(line.text):
                if name := _clean(match["name"]):
                    yield weight, name, f"“{_short(match[0])}”, in what was left out"
        if is_job(line.text):
            for match in _WORKS_FOR.finditer(line.text):
                if (name := _clean(match["name"])) and is_job(line.text[: match.start()][-60:]):
                    told = line.text[: match.start("name")] + name
                    yield 3.0, name, f"“{_short(told)}”, in what was left out"


def _clean(name: str) -> str | None:
    name = _STOPS.sub("", " ".join(name.split())).strip(" .,")
    return None if len(name) < 3 or _NO_OUTLET.match(name) else name


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words) if len(words) <= 9 else "… " + " ".join(words[-8:])


def _mentioned(outside: Sequence[Line], parties: Parties) -> Outlet | None:
    """The registered outlet that the lines around the article name most often, agencies and people aside."""
    texts = [canonical(line.text) for line in outside] if parties.by_id else []
    whole = "\n".join(text.folded.text for text in texts)
    counts = {
        id_: sum(1 for _ in _lines_with((name for name in _names(party) if _folded(name) in whole), texts))
        for id_, party in parties.by_id.items()
        if party.kind in (None, "newspaper", "broadcaster", "organisation")
    }
    best = max(counts, key=lambda id_: counts[id_], default=None)
    if best is None or not counts[best]:
        return None
    return Outlet(parties.name(best), "its name in what was left out", best)


def _lines_with(names: Iterable[str], texts: Sequence[Canonical]) -> Iterator[Canonical]:
    """The lines in which one of the names stands at least. What isn't there at all is told at once."""
    sought = [(name, folded) for name in names if (folded := _folded(name))]
    if sought:
        for text in texts:
            if any(folded in text.folded.text and contains(text, name) for name, folded in sought):
                yield text


def _folded(name: str) -> str:
    return fold_text(canonical_text(name))
