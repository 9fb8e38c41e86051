"""Ways of writing one and the same word: British and American, old and new, slips of the pen. In doubt, none."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model.numerals import primary
from generator.model.words import MODALS, NEGATIONS

_LONG = 7
"""Letters from which on a slip in a word is one, and not another word: letters turned round, or one of two alike."""

_LONGER = 10
"""The same, where a letter is missing."""

_INNER = 2
"""Letters at either end of a word in which a change makes it another: a prefix, an inflection."""

_VARIANTS: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "en": tuple(
        (re.compile(pattern), plain)
        for pattern, plain in (
            (r"^advisor(s?)$", r"adviser\1"),  # which the next one has with a z
            (r"^(\w{3,})is(e|ed|es|er|ers|ing|ation|ations|ational|able)$", r"\1iz\2"),
            (r"^(anal|paral|catal|electrol)ys(e|ed|es|er|ers|ing)$", r"\1yz\2"),
            (
                r"^(\w*?)(col|fav|hon|lab|harb|neighb|behavi|rum|hum|od|vap|arm|endeav|flav|glam|parl|rig|sav|"
                r"splend|tum|val|vig|cand|clam|demean|ferv|ard)our(?!ous)",
                r"\1\2or",
            ),
            (r"^(cent|theat|lit|met|fib|spect|sab|lust|somb|calib|\w+met|\w+lit)re(s?)$", r"\1er\2"),
            (r"^(catal|dial|anal|monol|epil|prol)ogue(s?)$", r"\1og\2"),
            (r"^(def|off|lic|pret)ence(s?)$", r"\1ense\2"),
            (
                r"^(travel|cancel|label|model|signal|fuel|level|marvel|quarrel|counsel|total|channel|tunnel|rival|"
                r"dial|initial|equal|fulfil|enrol|instal|distil)l(ed|ing|er|ers|ment|ments)$",
                r"\1\2",
            ),
            (r"^(fulfil|enrol|instal|distil|instil)l(s?)$", r"\1\2"),
            (r"^(p|orthop|encyclop|gyn|leuk|an|h|arch|medi|prim|c)ae(?=[a-z]{3})", r"\1e"),
            (r"^(f|diarrh|\w?man)oe(?=[a-z]{2}|a$)", r"\1e"),
            (r"^oe(?=strog|soph)", "e"),
            (r"^programme(s?)$", r"program\1"),
            (r"^grey(s|er|ish)?$", r"gray\1"),
            (r"^(snow)?plough", r"\1plow"),
            (r"^sceptic", "skeptic"),
            (r"^ageing$", "aging"),
            (r"^(judg|acknowledg|abridg)ement", r"\1ment"),
            (r"^aluminium$", "aluminum"),
            (r"^moustache", "mustache"),
            (r"^(skil|wil)ful", r"\1lful"),
            (r"^jewellery$", "jewelry"),
            (r"^artefact", "artifact"),
            (r"^(to|after|back)wards$", r"\1ward"),
            (r"^(learn|burn|spel|dream|spoil|lean)(?:n)?t$", r"\1ed"),
            (r"^spel(l?)ed$", "spelled"),
            (r"^protestor(s?)$", r"protester\1"),
            (r"^(focus|benefit|target|bias)(s|t)(ed|ing)$", r"\1\3"),
            (r"^maneuvre(s|d)?$", r"maneuver\1"),
        )
    ),
    "de": tuple(
        (re.compile(pattern), plain)
        for pattern, plain in (
            (r"^daß$", "dass"),
            (r"^(mu|mü)ß(t?e?n?t?)$", r"\1ss\2"),
            (r"^(wu|wü)ßt(e|en)$", r"\1sst\2"),
            (r"^(lä|verlä|entlä|umfa|gewi|bewu|fa|pa)ß(t?)$", r"\1ss\2"),
        )
    ),
}

_OTHER_WORDS = frozenset(
    """
    adoption adaption alternate alternative altercation alteration appraise apprise casual causal causality casualty
    casualties conservation conversation consolation consultation council counsel defuse diffuse deprecate depreciate
    deprived depraved dessert desert diary discreet discrete elicit illicit eminent imminent formally formerly
    founder flounder gambling gamboling genteel gentle immorality immortality incidence incidents ingenious ingenuous
    interment internment lightening lightning marital martial morality mortality neutron nuclear unclear ordinance
    ordnance persecute prosecute persecution prosecution personal personnel perspective prospective planed planned
    populace populous precede proceed precedent president prescribe proscribe principal principle raising razing
    realty reality regime regimen relic reserve reverse revered reversed scared scarred sacred sensual sensuous
    stared starred stationary stationery statue statute striped stripped tortuous torturous trail trial united untied
    veracity voracity calvary cavalry coma comma carton cartoon assent ascent contend content contest context
    exercise exorcise expand expend hostile hostel marine mariner minister minster passed past patent patient peace
    piece poring pouring quiet quite silver sliver state statement suit suite through thorough wander wonder
    corporal corporeal credible creditable moral morale envelop envelope human humane urban urbane local locale
    rational rationale premier premiere critic critique physic physique technic technique bathing breathing
    infliction affliction inflection affection affective effective infection injection election ejection selection
    deletion depletion detention retention relation revelation elation violation volition coalition collation
    collision collusion allusion illusion elusion delusion dilution confirmation conformation conformity confirmed
    conformed informed inferred deferred differed preferred proffered intension intention intentional international
    interpreted interrupted instituted institution constitution contribution distribution retribution prediction
    predication medication mediation meditation dedication delegation relegation regulation population copulation
    complaint complaints compliant complied compiled compiles complies contract contact contracts contacts contracted
    contacted contracting contacting contractor contactor contractors contactors deprecated depreciated deprecating
    depreciating deprecation depreciation lightning prostate prostrate countries counties decreased deceased strained
    stained painting panting commander commandeer consummate consume ingenuity indigenous unionised unionized ionised
    legislator legislature reputable disputable terrible tenable tentative tenant tenet recession procession
    precession secession succession concession possession progression regression repression depression impression
    """.split()
)
"""Words of which a slip of the pen makes another."""

_SLIPS = dict(
    pair.split(":")
    for pair in """
    teh:the thier:their wich:which untill:until wierd:weird freind:friend beleive:believe recieve:receive
    acheive:achieve seige:siege sieze:seize foward:forward speach:speech alot:a-lot truely:truly adress:address
    occured:occurred occuring:occurring refered:referred prefered:preferred commited:committed begining:beginning
    transfered:transferred publically:publicly definately:definitely seperate:separate independant:independent
    existance:existence resistence:resistance persistant:persistent calender:calendar catagory:category
    cemetary:cemetery concensus:consensus supercede:supersede suprise:surprise tommorow:tomorrow tommorrow:tomorrow
    tomorow:tomorrow goverment:government enviroment:environment parliment:parliament millenium:millennium
    accomodate:accommodate accomodation:accommodation embarass:embarrass harrass:harass occurence:occurrence
    priviledge:privilege maintainance:maintenance neccessary:necessary necesary:necessary succesful:successful
    sucessful:successful religous:religious similiar:similar writting:writing arguement:argument apparant:apparent
    agression:aggression assasination:assassination comittee:committee commitee:committee committe:committee
    responsability:responsibility sucess:success rythm:rhythm noticable:noticeable knowlege:knowledge
    """.split()
)

_ENDINGS = ("", "s", "d", "ed", "ly", "ing", "al", "ally", "ment", "ments")


def is_one_word(one: str, other: str, language: str) -> bool:
    """Whether two words in lower case are one, written in two ways. Another word is never one, however like."""
    if one == other:
        return True
    code = primary(language)
    if _may_turn(one, code) or _may_turn(other, code):
        return False
    if _plain(one, code) == _plain(other, code):
        return True
    return code == "en" and (_is_known_slip(one, other) or _is_slip(one, other))


# --- Private ---


@lru_cache(maxsize=4096)
def _plain(word: str, code: str) -> str:
    """The word in the one of its spellings that stands for all."""
    for pattern, plain in _VARIANTS.get(code, ()):
        word = pattern.sub(plain, word)
    return word


def _may_turn(word: str, code: str) -> bool:
    return word in NEGATIONS.get(code, NEGATIONS["en"]) or word in MODALS.get(code, MODALS["en"])


def _is_known_slip(one: str, other: str) -> bool:
    """Whether one is a misspelling of the other that everybody knows, with the same ending."""
    for ending in _ENDINGS:
        if one.endswith(ending) and other.endswith(ending):
            a, b = one.removesuffix(ending), other.removesuffix(ending)
            if _SLIPS.get(a) == b or _SLIPS.get(b) == a:
                return True
    return False


def _is_slip(one: str, other: str) -> bool:
    """Whether the two part by one slip within a long word: two letters turned round, one doubled or not, one left
    out."""
    if min(len(one), len(other)) < _LONG or not (_is_lower(one) and _is_lower(other)):
        return False
    if one in _OTHER_WORDS or other in _OTHER_WORDS:
        return False
    start = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    short, long = sorted((one, other), key=len)
    if not _INNER <= start <= len(short) - _INNER - 1:
        return False
    if len(one) == len(other):
        return (
            one[start] == other[start + 1]
            and one[start + 1] == other[start]
            and one[start + 2 :] == other[start + 2 :]
        )
    if len(long) != len(short) + 1 or long[start + 1 :] != short[start:]:
        return False
    is_doubled = long[start] in (long[start - 1], long[start + 1])
    return not _inflects(long, start) if is_doubled else len(short) >= _LONGER


def _inflects(long: str, at: int) -> bool:
    """Whether the letter that one of them lacks may be a part of an ending: planed and planned, human and humane."""
    return (
        long[at] == long[at - 1] and re.fullmatch(r"(ed|ing|er|ers|est|y|en|ens)", long[at + 1 :]) is not None
    )


def _is_lower(word: str) -> bool:
    return word.isascii() and word.isalpha() and word.islower()
