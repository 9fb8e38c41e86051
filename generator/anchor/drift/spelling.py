"""Ways of writing one and the same word: British and American, old and new, slips of the pen. In doubt, none."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model.numerals import primary
from generator.model.words import MODALS, NEGATIONS

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
            (r"^(learn|burn|dream|spoil|lean)(?:n)?t$", r"\1ed"),
            (r"^spelt$", "spelled"),
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

_ENDINGS = ("", "s", "d", "ed", "ly", "ing")
"""Endings with which they stay misspellings; what longer ones make of them are slips by themselves."""


def is_one_word(one: str, other: str, language: str) -> bool:
    """Whether two words in lower case are one, written in two ways. Another word is never one, however like."""
    if one == other:
        return True
    code = primary(language)
    if _may_turn(one, code) or _may_turn(other, code):
        return False
    if _plain(one, code) == _plain(other, code):
        return True
    return code == "en" and _is_known_slip(one, other)


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
