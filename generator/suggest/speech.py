"""The words by which articles say who told them, in English and Swedish."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.model.numerals import primary

_FLAT = (
    {ord(c): "'" for c in "‘’‚‛ʼ"}
    | {ord(c): '"' for c in "“”„‟»«"}
    | {ord(c): " " for c in "\n\t\u00a0\u202f\u2009"}
)


@dataclass(frozen=True, slots=True)
class Speech:
    """One language's words, as alternatives of a regular expression."""

    says: str
    """Verbs between a speaker and what they said."""
    tells: str
    """Verbs between a speaker and whom they told."""
    means: str
    """Verbs that say of their own subject what it wants, expects, denies or did by speaking."""
    denies: str
    """Verbs that say no to what follows."""
    according: str
    """What stands before a speaker."""
    citing: str
    """What stands between a reporter and whom they had it from."""
    passes: str
    """Words that pass something on without saying from whom."""
    adverbs: str
    """What may stand between a speaker and the verb, or before the verb."""
    that: str
    hearers: str
    """People who were told and passed nothing on."""
    own: str
    """How an outlet calls itself."""


_EN = Speech(
    says="said|says|say|stated|reported|reports|report|announced|announces|confirmed|confirms|added|adds|"
    "warned|warns|warn|claimed|claims|claim|argued|argues|insisted|insists|acknowledged|admitted|admits|explained|"
    "estimated|estimates|estimate|assessed|assesses|judged|concluded|concludes|noted|notes|wrote|writes|"
    "revealed|declared|maintains|maintained|believe|believes|believed|reckon|reckons|reckoned|has reckoned|"
    "projected|predicts|predicted|suggested|suggests|recalled|stressed|testified|alleged|alleges|indicated|"
    "suspect|suspects|suspected|found|finds|showed|shows|show|learned|learnt|understands",
    tells="told|tells|tell|informed",
    means="expects|expect|expected|denied|denies|deny|rejected|rejects|reject|dismissed|dismisses|disputed|disputes|"
    "refuted|demanded|demands|demand|blamed|blames|accused|accuses|wants|want|wanted|plans|plan|planned|"
    "fears|fear|feared|hopes|hope|hoped|called for|calls for|asked for|(?:is|are|was|were) (?:demanding|seeking)|"
    "(?:does|did|do) not (?:accept|believe|think|expect)|described|describes|"
    "pledged|vowed|counts|counted|recorded|forecasts|forecast|sees|puts the|put the|puts? (?:their|"
    "its|his|her) (?:number|total|figure|cost|strength|losses)|complain|"
    "complained|criticised|criticized|condemned|reported|confirmed|acknowledged|"
    "estimates|estimated|projects|projected|registered|documented|urged|proposed|recommended",
    denies="denied|denies|deny|denying|rejected|rejects|reject|dismissed|dismisses|disputed|disputes|refuted|refutes",
    according="according to|in the words of|in the view of",
    citing="citing|quoting|referring to|with reference to|who cited|which cited|and cited|attributing it to",
    passes="reportedly|allegedly|purportedly|supposedly|it is said|it was said|it is rumoured|it is rumored|"
    "(?:is|are|was|were) (?:also )?(?:said|reported|rumoured|rumored|understood|alleged|believed|thought|expected|"
    "feared|suspected|estimated|considered|presumed)(?: to)?",
    adverbs="also|later|earlier|previously|then|now|however|further|already|since|has|have|had|in turn|meanwhile|"
    "yesterday|today|initially|publicly|repeatedly|recently|once|again",
    that="that|how|why|whether",
    hearers="reporters|journalists|parliament|lawmakers|employees|staff|supporters|investors|"
    "analysts|the court|court|"
    "a news conference|a press conference|the newspaper|the paper|the broadcaster|the station|the agency|the website|"
    "state television|state tv|local media|media|the media|viewers|listeners|members|residents|a rally|a crowd|"
    "a meeting|a hearing|an inquiry|the inquiry|the jury|the committee|a committee|shareholders|delegates|mps|"
    "us|me|him|her|them|people|fans|readers|the press|colleagues|voters",
    own="we|us|our|me|i",
)

_SV = Speech(
    says="säger|sade|sa|uppger|uppgav|rapporterar|rapporterade|skriver|skrev|meddelar|meddelade|berättar|berättade|"
    "bekräftar|bekräftade|hävdar|hävdade|menar|menade|varnar|varnade|uppskattar|uppskattade|erfar|visar|visade|"
    "anser|ansåg|förklarar|förklarade|tillägger|konstaterar|konstaterade|bedömer|bedömde|påstår|påstod|tror|trodde|"
    "beräknar|beräknade|räknar med|hoppas",
    tells="berättar för|säger till|sade till|sa till|uppger för|uppgav för",
    means="väntar sig|förnekar|förnekade|avvisar|avvisade|dementerar|dementerade|kräver|krävde|anklagar|anklagade|"
    "befarar|räknar",
    denies="förnekar|förnekade|avvisar|avvisade|dementerar|dementerade|tillbakavisar|bestrider",
    according="enligt",
    citing="med hänvisning till|som hänvisar till|och hänvisar till|som citerar",
    passes="uppges|påstås|sägs|lär|enligt uppgift|väntas|befaras|misstänks|uppskattas|beräknas|"
    "bedöms|det sägs|ryktas",
    adverbs="också|även|senare|tidigare|nu|dock|har|hade|i sin tur|på \\w+dagen|i dag|i går|däremot|först",
    that="att",
    hearers="reportrar|journalister|riksdagen|tidningen|oss|mig|pressen|radion",
    own="vi|oss|jag|mig",
)

_LANGUAGES = {"en": _EN, "sv": _SV}


def speech_of(language: str) -> Speech:
    """The words of a language (a BCP 47 tag); English where we have none of its own."""
    return _LANGUAGES.get(primary(language), _EN)


def knows(language: str) -> bool:
    """Whether we have words of this language: in another, attributions can't be read."""
    return primary(language) in _LANGUAGES


def flat(text: str) -> str:
    """The text with one kind of quotation mark, apostrophe and space, of the same length."""
    return text.translate(_FLAT)


@lru_cache(maxsize=256)
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern in which case doesn't count."""
    return re.compile(pattern, re.IGNORECASE)
