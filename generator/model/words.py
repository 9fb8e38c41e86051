"""Words that turn or weaken a statement, by language: what may not be left out of a quotation unseen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache


def _table(listed: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in listed.items()}


NEGATIONS = _table(
    {
        "en": "not no never nor neither none nobody nothing nowhere without cannot hardly scarcely barely "
        "rarely seldom",
        "sv": "inte ej icke ingen inget inga ingenting aldrig utan varken nej knappt knappast ingenstans",
        "de": "nicht kein keine keinen keinem keiner keines nie niemals nichts niemand niemandem niemanden "
        "ohne weder nein nirgends nirgendwo kaum keinesfalls keineswegs",
        "fr": "ne ni non pas point jamais aucun aucune rien personne sans nul nulle guère nullement",
        "es": "no ni nunca jamás nada nadie ningún ninguno ninguna ningunos ningunas sin tampoco apenas",
        "da": "ikke ej ingen intet aldrig uden hverken nej næppe ingenting",
        "no": "ikke ikkje ei ingen ingenting intet inga aldri uten utan verken hverken nei neppe",
        "nl": "niet geen nooit niets niemand zonder noch nee nauwelijks nergens",
        "it": "non no né mai nessun nessuno nessuna niente nulla senza neanche neppure nemmeno",
        "pt": "não nem nunca jamais nada ninguém nenhum nenhuma sem tampouco",
        "fi": "ei en et emme ette eivät älä älkää koskaan ilman eikä tuskin",
        "pl": "nie nigdy nikt nic bez żaden żadna żadne ani nigdzie",
        "uk": "не ні ніколи ніхто ніщо нічого без жоден жодна жодне немає нема",
        "ru": "не нет ни никогда никто ничто ничего без никакой нельзя",
    }
)
"""Words that deny, in lower case. A token of them left out may turn a quotation into its opposite."""

MODALS = _table(
    {
        "en": "may might can could should would must shall ought will probably possibly perhaps maybe "
        "likely unlikely apparently allegedly alleged reportedly reported purportedly supposedly "
        "presumably seemingly potentially expected believed thought suspected claimed unconfirmed "
        "estimated planned if unless seem seems seemed appear appears appeared suggest suggests "
        "suggested",
        "sv": "kan kunde må måtte ska skall skulle bör borde måste torde lär kanske möjligen möjligtvis "
        "troligen troligtvis sannolikt förmodligen antagligen uppges påstås sägs väntas befaras "
        "misstänks misstänkt påstådd påstådda om verkar tycks",
        "de": "kann können könnte könnten mag möge möchte soll sollen sollte sollten muss müssen müsste "
        "darf dürfte dürften würde würden will wird wohl vielleicht möglicherweise wahrscheinlich "
        "vermutlich angeblich mutmaßlich voraussichtlich offenbar anscheinend womöglich eventuell "
        "falls scheint",
        "fr": "peut peuvent pourrait pourraient doit doivent devrait devraient faut serait seraient aurait "
        "auraient peut-être probablement vraisemblablement apparemment prétendument éventuellement "
        "présumé présumée possible probable semble semblent si selon",
        "es": "puede pueden podría podrían debe deben debería deberían sería serían habría habrían quizá "
        "quizás probablemente posiblemente aparentemente presuntamente supuestamente presunto "
        "presunta supuesto supuesta parece parecen si según",
        "da": "kan kunne må måtte skal skulle bør burde måske muligvis formentlig formodentlig "
        "sandsynligvis angiveligt ventes menes hvis",
        "no": "kan kunne må måtte skal skulle bør burde kanskje muligens trolig sannsynligvis antagelig "
        "angivelig ventes antas hvis",
        "nl": "kan kunnen kon zou zouden moet moeten mag misschien mogelijk waarschijnlijk vermoedelijk "
        "schijnbaar",
        "it": "può possono potrebbe potrebbero deve devono dovrebbe dovrebbero sarebbe sarebbero avrebbe "
        "avrebbero forse probabilmente possibilmente presumibilmente presunto presunta se",
        "pt": "pode podem poderia poderiam deve devem deveria deveriam seria seriam teria teriam talvez "
        "provavelmente possivelmente alegadamente supostamente suposto se",
        "fi": "voi voivat voisi voisivat saattaa saattavat saattaisi pitäisi täytyy ehkä kenties "
        "luultavasti todennäköisesti mahdollisesti oletettavasti väitetysti jos",
        "pl": "może mogą mógłby mogłaby powinien powinna musi muszą prawdopodobnie rzekomo podobno zapewne "
        "możliwe jeśli",
        "uk": "може можуть міг могла могли має мають повинен мусить можливо ймовірно нібито мабуть якщо би б",
        "ru": "может могут мог могла могли должен должна должны возможно вероятно якобы видимо "
        "предположительно если бы",
    }
)
"""Modal verbs and words of doubt, in lower case. Left out, they make a statement surer than it was."""

NEGATIVE_CHARACTERS: Mapping[str, tuple[str, ...]] = {
    "zh": ("不", "没", "沒", "未", "无", "無", "非", "否", "别", "勿"),
    "ja": ("ない", "なか", "ませ", "ず", "ぬ", "無", "不", "未", "非", "否"),
    "th": ("ไม่", "มิ", "ไร้"),
}
"""What denies in scripts that are written without spaces, where no word list can be held against tokens."""


def denies(word: str, language: str) -> bool:
    """Whether a token says no in `language` (a BCP 47 tag; English where it isn't listed): not, n't, cannot."""
    lower = word.casefold().replace("’", "'")
    words = NEGATIONS.get(_primary(language), NEGATIONS["en"])
    if lower in words or lower.endswith("n't"):
        return True
    first, mark, rest = lower.partition("'")
    return bool(mark) and (first == "n" or rest in words)


def weakens(word: str, language: str) -> bool:
    """Whether a token is a modal or a hedge in `language` (a BCP 47 tag; English where it isn't listed)."""
    lower = word.casefold().replace("’", "'")
    words = MODALS.get(_primary(language), MODALS["en"])
    return lower in words or any(part in words for part in lower.split("'") if "'" in lower)


def denies_without_spaces(text: str, language: str) -> str | None:
    """The first denial in a text of a language written without spaces, if there is one."""
    found = (mark for mark in NEGATIVE_CHARACTERS.get(_primary(language), ()) if mark in text)
    return next(found, None)


@lru_cache(maxsize=256)
def _primary(language: str) -> str:
    code = language.partition("-")[0].casefold()
    return {"nb": "no", "nn": "no"}.get(code, code)
