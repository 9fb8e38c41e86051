"""Which language a text is in: by its script, or by the small words that hold it together."""

from __future__ import annotations

import re
from collections import Counter

_SMALL = {
    "en": "the of and to in that is was for with as it on by at from his are this have not be which they",
    "sv": "och att det som en på är av för den med till inte har om ett han men var sig jag från vid",
    "da": "og at det er en af på til den for med der ikke som har de et han var blev fra ved efter",
    "nb": "og i det er på en til av for at som med ikke har de et han var fra blir ble etter ved jeg",
    "de": "der die und in das den von zu mit ist des auf für nicht ein eine dem sich auch im dass als",
    "nl": "de het een en van in is dat op te zijn voor met niet die er aan ook om als bij hij naar",
    "fr": "le la les des et en un une du est que dans pour qui au par sur pas plus avec ce il sont",
    "es": "el la los las de que y en un una del se por con para es al lo como más su no sus fue",
    "pt": "o a os as de que e em um uma do da não para com por se dos na no mais como ao foi são",
    "it": "il la le di che e in un una per del della con non si è dei da al come più sono nel alla",
    "pl": "i w na z do nie się że jest to o po dla jak przez od za ale oraz który tym już został",
    "cs": "a v na se že je to s z do o pro za by po jako ale podle jsou od byl který také při",
    "fi": "ja on ei että oli se hän mutta myös kuin joka ovat tai sen jos kun mukaan voi olla",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ise ancak oldu değil en",
    "id": "yang dan di untuk dengan dari ini itu tidak akan pada dalam juga ke adalah oleh telah bisa",
    "ru": "и в на не что с по он как это к из за но у от его для был о был также все",
    "uk": "і в на не що з у та за до як це від про але для його є був також який були",
}
_WORDS = {language: frozenset(words.split()) for language, words in _SMALL.items()}
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")), ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")), ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")), ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hi", re.compile("[\u0900-\u097f]")), ("fa", re.compile("[پچژگ]")), ("ar", re.compile("[\u0600-\u06ff]")),
)  # fmt: skip
_RARE = {"ja": 0.1, "fa": 0.01}
_MANY = 0.3


def language_of(text: str) -> str | None:
    """The language as a BCP 47 code, or `None` where it can't be told."""
    sample = text[:20_000]
    letters = sum(c.isalpha() for c in sample) or 1
    for code, script in _SCRIPTS:
        if len(script.findall(sample)) / letters >= _RARE.get(code, _MANY):
            return code
    words = Counter(re.findall(r"[^\W\d_]+", sample.casefold()))
    total = sum(words.values())
    scores = {code: sum(words[word] for word in small) / max(1, total) for code, small in _WORDS.items()}
    ranked = sorted(scores, key=lambda code: scores[code], reverse=True)
    best, next_best = scores[ranked[0]], scores[ranked[1]]
    if total < 5 or best < 0.12 or best < next_best * 1.05:
        return None
    return ranked[0]
