"""Names for who isn't registered: an id and a kind for a name, or a text for who is only described."""

from __future__ import annotations

import re

from generator.model.normal import normal
from generator.suggest.places import PLACE
from generator.suggest.values import Offered

_GOVERNMENT = frozenset(
    "police ministry minister army military court coastguard government council parliament "
    "commission agency authority "
    "department office prosecutors prosecutor prosecution navy force forces guard service services "
    "intelligence embassy "
    "municipality brigade board customs committee inspectorate mission polisen regeringen kommunen ministeriet "
    "räddningstjänsten åklagaren domstolen myndigheten försvaret militären kustbevakningen länsstyrelsen".split()
)
_AGENCY = frozenset("wire newswire telegrambyrå pressbyrå nyhetsbyrån".split())
_BROADCASTER = frozenset("radio television tv broadcaster broadcasting channel".split())
_NEWSPAPER = frozenset(
    "times herald post gazette tribune journal courier newspaper daily news chronicle observer "
    "guardian telegraph mail "
    "tidning tidningen bladet nyheter dagblad".split()
)
_BODY = frozenset(
    "company hospital university institute union club party group bank association federation society organisation "
    "organization charity operator airline firm foundation centre center team league school church museum network "
    "defence defense sjukhuset företaget bolaget rederiet facket partiet föreningen universitetet "
    "klubben skolan".split()
)
_ROLES = re.compile(
    r"\b(?:president|minister|spokes\w+|chairman|chairwoman|chair|director|chief|head|leader|lawyer|professor|mayor|"
    r"governor|judge|general|colonel|captain|analyst|expert|manager|coach|commissioner|secretary|senator|prosecutor|"
    r"owner|resident|witness|researcher|doctor|officer|editor|founder|economist|inspector|king|queen|prince|pope|"
    r"statsminister|vd|räddningsledare|talesman|talesperson|gatuchef|chef|ordförande|professor)\w*\b",
    re.IGNORECASE,
)
_CAPITALS = re.compile(
    r"[A-ZÅÄÖÉÜ][\w'’.&-]*(?:\s+(?:(?:of|the|for|and|de|von|van|al|&)\s+)*[A-ZÅÄÖÉÜ\d][\w'’.&-]*)*"
)
_PERSON = re.compile(
    r"\b(?:[Pp]resident|(?:Prime |prime )?[Mm]inister|[Cc]hief [Ee]xecutive|[Cc]hairman|"
    r"[Cc]hairwoman|[Dd]irector|[Ll]eader|"
    r"[Mm]ayor|[Gg]overnor|[Ss]ecretary|[Mm]anager|[Cc]oach|[Cc]aptain|[Gg]eneral|[Jj]udge|[Pp]rosecutor|[Pp]rofessor|"
    r"[Ii]nspector|[Ss]enator|[Dd]octor|[Cc]hef|[Ss]tatsminister)n?,? [A-ZÅÄÖ][\w'’-]+(?: [A-ZÅÄÖ][\w'’-]+){1,2}"
)
_UNTOLD = re.compile(
    r"^(?:(?:the|some|several|various|unconfirmed|media|press|news|local|other|these|initial|first|"
    r"other|unverified) )*"
    r"(?:reports?|rumours?|rumors?|accounts|uppgifter|uppgift|obekräftade uppgifter|speculation)$",
    re.IGNORECASE,
)
_MEMBER = re.compile(
    r"(?P<name>(?:[A-ZÅÄÖ][\w'’-]+ ){1,2}[A-ZÅÄÖ][\w’-]+) of (?P<role>(?:the |[A-ZÅÄÖ][\w-]*['’]s ).+)$"
)
"""A person with what they belong to: “Artyom Lind of the Polar Institute”."""

_WHERE = re.compile(r"[a-z]\w+ (?:of|in|at|from|near|i|på|från)(?: the)? $")
_NO_NAME = frozenset("the a an according".split())
_TITLES = frozenset("mr mrs ms dr prof sir president minister governor".split())


def is_untold(text: str) -> bool:
    """Whether a text names nobody at all: “reports”, “rumours”."""
    return bool(_UNTOLD.match(text.strip()))


def offered(text: str) -> Offered | None:
    """A registration for who is named, or is one body that any article would mean by its name (“the police”)."""
    if member := _MEMBER.match(text):
        return Offered(id_of_name(member["name"]), member["name"], "person", member["role"].strip(" ,."))
    named = _names(text)
    if named:
        name = _speaking(text, named)
        kind = _kind(text, name)
        role = _role(text, name) if kind == "person" else ""
        return Offered(id_of_name(name), name, kind, role) if id_of_name(name) else None
    words = re.sub(r"^(?:the|its|their|his|her)\s+", "", text.casefold()).split()
    if (
        len(words) == 1
        and text.casefold() == words[0]
        and words[0].endswith(("en", "et"))
        and len(words[0]) > 5
    ):
        return Offered(
            id_of_name(words[0]), words[0].capitalize(), ""
        )  # Swedish: the one that any article would mean
    if 0 < len(words) <= 3 and words[-1] in _GOVERNMENT | _BODY and not _is_many(text, words[-1]):
        return Offered(id_of_name(" ".join(words)), " ".join(words).capitalize(), _kind(text, text))
    return None


def person_in(text: str) -> str:
    """The first person that a text names with what they are (“Prime Minister Jana Toll”); empty
    where it names none."""
    found = _PERSON.search(text)
    return found[0] if found else ""


def described(text: str) -> str:
    """A text for who is only described. It has a space, as no id has."""
    words = text.strip(' ,."').split()
    if words and words[0] in (
        "The",
        "A",
        "An",
        "Some",
        "Several",
        "Two",
        "Three",
        "Four",
        "Officials",
        "Witnesses",
    ):
        words[0] = words[0].casefold()
    if len(words) == 1:
        word = words[0]
        return f"unnamed {word.casefold()}"
    return " ".join(words)


# --- Private functions ---


def _is_many(text: str, last: str) -> bool:
    """Whether some of a kind are meant, and not one body: “two firms”, “prosecutors”."""
    return (last.endswith("s") and last not in ("prosecutors", "customs", "forces", "services")) or bool(
        re.match(r"(?:an?|one|two|three|four|several|some|many)\s", text, re.IGNORECASE)
    )


def _speaking(text: str, named: list[str]) -> str:
    """Of several names the speaker's: the one that comes first, or after their role, or the longest."""
    if len(named) == 1 or (2 <= len(named[0].split()) <= 3 and text.startswith(named[0] + " of ")):
        return named[0]
    if _ROLES.search(text) and len(named[-1].split()) > 1:
        return named[-1]
    return max(named, key=lambda one: (len(one.split()) > 1, len(one)))


def _names(text: str) -> list[str]:
    """The capitalised names in a text, without the word that only begins a sentence."""
    found = []
    for match in _CAPITALS.finditer(text):
        whole = match[0].removesuffix("'s").removesuffix("’s").split()
        words = whole
        while words and (words[0].casefold() in _TITLES or words[0].casefold() in _NO_NAME):
            words = words[1:]
        if _WHERE.search(text[: match.start()]) and not re.search(r"\bspokes|\btales", text[: match.start()]):
            continue
        is_led = len(words) < len(whole)
        if match.start() == 0 and len(words) == 1 and not (is_led or _is_name_alone(text, words[0])):
            continue
        words = _after_role(words)
        if len(words) == 2 and words[0].casefold() in PLACE and words[1].isupper():
            words = words[1:]  # “Japanese NHK”
        if words:
            found.append(" ".join(words))
    return found


def _after_role(words: list[str]) -> list[str]:
    """A person's name alone: what comes after “Prime Minister”, “Harbour Mayor” or “The Institute's”."""
    for index in range(len(words) - 3, -1, -1):
        if _ROLES.fullmatch(words[index]) or words[index].endswith(("'s", "’s")):
            return words[index + 1 :]
    return words[1:] if len(words) > 2 and words[0] in ("Prime", "Chief", "Vice", "Deputy") else words


def _is_name_alone(text: str, word: str) -> bool:
    """Whether a capital at the beginning is a name's: it stands alone, or all of it is in capitals."""
    lower = word.casefold()
    common = (
        _GOVERNMENT
        | _BODY
        | {"officials", "witnesses", "experts", "analysts", "sources", "residents", "two", "three"}
    )
    return (text.strip() == word and lower not in common) or (word.isupper() and len(word) > 1)


def _kind(text: str, name: str) -> str:
    words = [word.casefold().strip(".,") for word in name.split()]
    around = {word.casefold().strip(".,'") for word in text.split()}
    for kind, listed in (("broadcaster", _BROADCASTER), ("agency", _AGENCY), ("newspaper", _NEWSPAPER)):
        if listed & set(words):
            return kind
    if words[-1] in _GOVERNMENT or (set(words) & _GOVERNMENT and len(words) > 2):
        return "government"
    if set(words) & _BODY:
        return "organisation"
    if {"broadcaster", "tv", "television", "radio", "channel"} & around and name != text:
        return "broadcaster"
    if {"newspaper", "daily", "paper"} & around:
        return "newspaper"
    if {"agency", "newswire", "wire"} & around:
        return "agency"
    if _ROLES.search(text) or (2 <= len(words) <= 3 and all(w[:1].isupper() for w in name.split())):
        return "person"
    return "organisation" if len(words) > 1 or name.isupper() else ""


def _role(text: str, name: str) -> str:
    """What else is said of a person: “its chairman, Olof Brenn” -> “chairman”."""
    rest = text.replace(name, " ").replace(",", " ")
    rest = re.sub(r"^\s*(?:the|a|an|its|his|her|their)\s+", "", " ".join(rest.split()), flags=re.IGNORECASE)
    return rest.strip(" ,.'\"") if _ROLES.search(rest) else ""


def id_of_name(name: str) -> str:
    """A name as an id; empty where nothing of it can stand in one."""
    plain = normal("NFKD", name).encode("ascii", "ignore").decode("ascii").casefold()
    plain = re.sub(r"'s\b", "", plain)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
