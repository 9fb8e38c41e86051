"""Quotations that do not stand in their article: name, article, what the brief gives as quote, the problem's code."""

from __future__ import annotations

from typing import Any, NamedTuple

NOT_FOUND, AMBIGUOUS, EMPTY, ELISION = "quote-not-found", "quote-ambiguous", "quote-empty", "quote-elision"


class FalseQuote(NamedTuple):
    """`quote` is a text, or a selector."""

    name: str
    body: str
    quote: str | dict[str, Any]
    code: str


_NUMBERS = [
    ("8,000 in 18,000", "They sent 18,000 soldiers north.", "8,000 soldiers"),
    ("18,000 in 118,000", "They sent 118,000 soldiers north.", "18,000 soldiers"),
    ("000 in 8,000", "They sent 8,000 soldiers north.", "000 soldiers"),
    ("8 in 8,000", "They sent 8,000 soldiers north.", "They sent 8"),
    ("8 in 8.5", "The storm reached force 8.5 at night.", "reached force 8"),
    ("5 in 8.5", "The storm reached 8.5 at night.", "5 at night"),
    ("rose 3 in rose 3.5", "Prices rose 3.5 in a month.", "Prices rose 3"),
    ("rose 5 in rose 5%", "Prices rose 5% in a month.", "Prices rose 5"),
    ("rose 5% in rose 5 points", "The index rose 5 points in a month.", "The index rose 5%"),
    ("5% in 15%", "Prices rose by 15% in a month.", "5% in a month"),
    ("5% in 2.5%", "Prices rose by 2.5% in a month.", "5% in a month"),
    ("$5bn in £5bn", "The bridge costs £5bn in all.", "costs $5bn in all"),
    ("5bn in £5bn", "The bridge costs £5bn in all.", "5bn in all"),
    ("$5 in $5bn", "The bridge costs $5bn in all.", "The bridge costs $5"),
    ("5 in 5km", "The bridge is 5km long.", "The bridge is 5"),
    ("km in 5km", "The bridge is 5km long.", "km long"),
    ("-3 in 3", "It was 3 degrees at noon.", "It was -3 degrees"),
    ("3 in -3", "It was -3 degrees at noon.", "3 degrees at noon"),
    ("+3 in 3", "It was 3 degrees at noon.", "It was +3 degrees"),
    ("3 in +3", "It was +3 degrees at noon.", "3 degrees at noon"),
    ("8000 for 8,000", "They sent 8,000 soldiers north.", "They sent 8000 soldiers"),
    ("8,000 for 8.000", "They sent 8.000 soldiers north.", "They sent 8,000 soldiers"),
    ("a word for a number", "They sent 8 soldiers north.", "They sent eight soldiers"),
    ("one digit changed", "They sent 8,000 soldiers north.", "They sent 9,000 soldiers"),
    ("digits of full width", "They sent 8 soldiers north.", "They sent \uff18 soldiers"),
    ("a superscript", "A room of 20 m2 was let.", "A room of 20 m\u00b2"),
    ("24 in 2024", "The treaty of 2024 was signed.", "24 was signed"),
    ("8000 in 18000 before a Chinese word", "他们派出了18000人。", "8000人"),
    ("a half in one and a half", "It took 1.5 million years.", "5 million years"),
    ("a number without its per cent sign", "A turnout of 61.2% was counted.", "A turnout of 61.2"),
]

_WORDS = [
    ("likely in unlikely", "A storm is unlikely before noon.", "likely before noon"),
    ("able in unable", "The crew was unable to land.", "able to land"),
    ("nuclear in non-nuclear", "They signed a non-nuclear pact.", "nuclear pact"),
    ("non in non-nuclear", "They signed a non-nuclear pact.", "They signed a non"),
    ("war in post-war", "It was a post-war building.", "war building"),
    ("COVID in COVID-19", "The ward for COVID-19 closed.", "The ward for COVID"),
    ("a plural's stem", "The soldiers went home.", "The soldier"),
    ("the end of a word", "He denounced the treaty.", "nounced the treaty"),
    ("the start of a word", "He agreed on the treaty.", "He agree"),
    ("do in don't", "They don't know the way.", "They do"),
    ("don in don't", "They don't know the way.", "They don"),
    ("don in don’t, curly", "They don’t know the way.", "They don"),
    ("can in can't", "They can't know the way.", "They can"),
    ("a name without its genitive", "Lethe's harbour was closed.", "Lethe"),
    ("snake in snake_case", "The field harbour_open was set.", "The field harbour"),
    ("case at the start", "The boats left at dawn.", "the boats left"),
    ("case within", "The boats left Vinterhavn at dawn.", "left vinterhavn at dawn"),
    ("capitals", "The boats left at dawn.", "THE BOATS left"),
    ("a word left out", "The boats did not leave at dawn.", "The boats did leave"),
    ("a word put in", "The boats did leave at dawn.", "The boats did not leave"),
    ("words the wrong way round", "The mayor thanked the minister.", "The minister thanked the mayor"),
    ("another word", "At least 40 people were hurt.", "At least 40 people were killed"),
    ("an accent dropped", "The résumé was false.", "The resume was false"),
    ("an accent put on", "The resume was false.", "The résumé was false"),
    ("a sharp s spelt out", "Die Straße war leer.", "Die Strasse war leer"),
    ("a ligature spelt out", "The \ufb01re was out.", "The fire was out"),
    ("a Cyrillic letter", "The boats left.", "The b\u043eats left"),
    ("single for double quotation marks", 'She said "never" and left.', "She said 'never' and left"),
    ("guillemets for quotation marks", "She said «never» and left.", 'She said "never" and left'),
    ("a comma left out", "The boats, she said, left.", "The boats she said, left"),
    ("a full stop for a question mark", "Did they leave? Nobody knew.", "Did they leave."),
    ("an ampersand for its entity", "Salt &amp; Sons sank.", "Salt & Sons sank"),
    ("an entity for its ampersand", "Salt & Sons sank.", "Salt &amp; Sons sank"),
    ("emphasis left out", "It was **never** said.", "It was never said"),
    ("spaces left out", "The boats left.", "Theboats left"),
    ("a space put in", "The lifeboats left.", "The life boats left"),
    ("words of the title", "The boats left at dawn.", "A headline about the harbour"),
    ("words of the front matter", "The boats left at dawn.", "outlet"),
    ("nothing of the article", "The boats left at dawn.", "Nobody has ever seen the moon."),
    ("more than the article", "The boats left.", "The boats left. They never came back."),
    ("an article without a body's word", "## Left\n\nThe boats.", "The boats left"),
]

_TWICE = "At noon the boats left. At dusk the boats left."
_AMBIGUOUS = [
    ("twice", _TWICE, "the boats left"),
    ("three times", f"{_TWICE} At night the boats left.", "the boats left"),
    ("in two paragraphs", "At noon the boats left.\n\nAt dusk the boats left.", "the boats left"),
    ("in disguise", 'He said “no” at noon. He said "no" at dusk.', 'He said "no" at'),
    (
        "a prefix that fits both",
        _TWICE.replace("noon", "dusk"),
        {"exact": "the boats left", "prefix": "At dusk"},
    ),
    ("a suffix that fits both", _TWICE, {"exact": "the boats left", "suffix": "."}),
]
_CONTEXT = [
    ("a prefix that fits none", _TWICE, {"exact": "the boats left", "prefix": "At dawn"}),
    ("a suffix that fits none", _TWICE, {"exact": "the boats left", "suffix": ", she said"}),
    (
        "a prefix that is not beside it",
        "At noon, the boats left. At dusk boats sank.",
        {"exact": "boats sank", "prefix": "At noon"},
    ),
]

_EMPTY = [
    ("nothing", "The boats left.", ""),
    ("white space", "The boats left.", "  \u00a0\n "),
    ("a soft hyphen", "The boats left.", "\u00ad"),
    ("words left out of nothing", "The boats left.", "[...]"),
    ("words left out of nothing, twice", "The boats left.", "[...] [...]"),
]

_LONG = "The mayor said that the boats, which were old, would leave at dawn. Nobody cheered in the square."
_ELISION = [
    ("parts out of order", _LONG, "leave at dawn [...] The mayor said"),
    ("parts out of order in two sentences", _LONG, "Nobody cheered [...] the boats"),
    ("parts of two paragraphs", "The mayor spoke.\n\nThe boats left.", "The mayor [...] left"),
    ("parts of a subheading and a paragraph", "## The mayor\n\nThe boats left.", "The mayor [...] left"),
    ("the second part before the first", "One two three four.", "three [...] two"),
    ("parts that overlap", "One two three four.", "One two three [...] three four"),
    ("the same part once", "The boats left at dawn.", "The boats [...] The boats"),
    ("a not left out", "The boats did not leave.", "The boats did [...] leave"),
    ("a never left out", "The boats will never again leave.", "The boats will [...] leave"),
    ("a no left out", "There were no boats at sea.", "There were [...] boats at sea"),
    ("an n't left out", "The boats didn't really leave.", "The boats [...] leave"),
]
_PARTS = [
    ("the first part stands nowhere", _LONG, "The minister said [...] leave at dawn"),
    ("the second part stands nowhere", _LONG, "The mayor said [...] leave at dusk"),
    ("a part that is half a word", _LONG, "The mayor said [...] awn"),
]

CASES = [
    *(FalseQuote(*case, NOT_FOUND) for case in [*_NUMBERS, *_WORDS, *_CONTEXT, *_PARTS]),
    *(FalseQuote(*case, AMBIGUOUS) for case in _AMBIGUOUS),
    *(FalseQuote(*case, EMPTY) for case in _EMPTY),
    *(FalseQuote(*case, ELISION) for case in _ELISION),
]
