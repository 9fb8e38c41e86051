"""Whether words hold a finite verb, by lists and endings: as near as one comes without a parser."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model.numerals import primary

_EN = (
    "is are was were be been has have had will would can could may might must shall should do does did isn't aren't "
    "wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't don't doesn't didn't cannot "
    "said told made took went came saw got gave found left lost won fell rose grew hit struck ran began became held "
    "kept met paid sent sold spent stood set cut put led broke brought built bought caught chose drew drove fled "
    "fought flew forgot hid hurt knew lay let read sank shot shut slid sought spoke spread stole swept thought threw "
    "tore understood woke wore wrote bore beat burst shed swung stuck slept felt dealt leapt sang swam taught sprang "
    "says wants plans expects seems appears remains shows means needs takes makes comes goes puts gives includes "
    "denies claims believes hopes fears warns counts covers leaks lies runs stands carries costs brings begins lasts "
    "depends belongs leads follows contains holds keeps sees gets ends starts works lives opens closes amounts "
    "rests faces serves calls uses provides tells knows becomes rises falls breaks builds believe say want need "
    "seem remain include know think come go take make give see live work use call tell"
)
_SV = (
    "är var har hade ska skall skulle kan kunde får fick blir blev måste vill ville bör borde lär heter hette kommer "
    "kom går gick ligger låg står stod ger gav tar tog ser såg finns fanns säger sade sa vet visste "
    "gör gjorde håller "
    "höll slår slog faller föll stiger steg dog dör stängs öppnas väntas uppges sägs påstås "
    "hittades används använder "
    "kostar läcker lyste lyser dömdes skadades dödades omkom rasade kolliderade stängdes byggs säljs köptes såldes"
)
_NO_VERB_AFTER = frozenset(
    "the a an of most some many several two three four five six seven eight nine ten all no any "
    "their its his her our "
    "my your these those such more other another heavily very newly well highly undisclosed".split()
)
_PARTICIPLES = frozenset(
    "undisclosed unnamed united armed limited advanced related so-called based detailed injured wounded need indeed "
    "speed seed feed hundred breed exceed succeed proceed planned organised organized combined".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@lru_cache(maxsize=8)
def _listed(code: str) -> frozenset[str]:
    return frozenset((_SV if code == "sv" else _EN).split())


def finite_verb(text: str, language: str) -> int:
    """Where the first word that looks like a finite verb begins in `text`; -1 where none does.

    In a language that we have no words of, any text of three words counts as holding one, at its beginning.
    """
    code = primary(language)
    if code not in ("en", "sv"):
        return 0 if len(text.split()) > 2 else -1
    before = ""
    for match in _WORD.finditer(text):
        word = match[0].casefold().replace("’", "'")
        if word in _listed(code) or _ends_like_verb(word, before, code):
            return match.start()
        before = word
    return -1


def _ends_like_verb(word: str, before: str, code: str) -> bool:
    if code == "sv":
        return len(word) > 4 and word.endswith(("ade", "ades", "dde", "tte"))
    if word.endswith("'s") and before in ("it", "there", "he", "she", "that"):
        return True
    is_ed = (
        len(word) > 4
        and word.endswith("ed")
        and word not in _PARTICIPLES
        and word[:2] != "un"
        and "-" not in word
    )
    return is_ed and before not in _NO_VERB_AFTER
