"""Quotations that stand in their article, in disguise: name, article with ⟦ ⟧ around what is quoted, quote."""

from __future__ import annotations

import unicodedata
from typing import Any, NamedTuple

NBSP, THIN, NARROW, SHY = "\u00a0", "\u2009", "\u202f", "\u00ad"


class TrueQuote(NamedTuple):
    """`marked` is the article, each contiguous part of the quotation between ⟦ and ⟧."""

    name: str
    marked: str
    quote: str | dict[str, Any]

    @property
    def body(self) -> str:
        """The article without its marks."""
        return self.marked.replace("⟦", "").replace("⟧", "")

    @property
    def parts(self) -> list[tuple[int, int]]:
        """Spans of the quoted parts in the canonical text."""
        pieces = [unicodedata.normalize("NFC", piece) for piece in self.marked.replace("⟧", "⟦").split("⟦")]
        starts = [len("".join(pieces[:number])) for number in range(len(pieces))]
        return [(starts[n], starts[n] + len(pieces[n])) for n in range(1, len(pieces), 2)]


_SAME = [
    ("word for word", "The ⟦boats left⟧ at dawn.", "boats left"),
    ("the whole article", "⟦The boats left at dawn.⟧", "The boats left at dawn."),
    ("one word", "The boats ⟦left⟧ at dawn.", "left"),
    ("with its full stop", "The ⟦boats left.⟧ They sank.", "boats left."),
    ("without its full stop", "The ⟦boats left⟧. They sank.", "boats left"),
    ("two sentences", "⟦The boats left. They sank.⟧ Nobody knew.", "The boats left. They sank."),
    ("inside quotation marks", 'She said "⟦never⟧" and left.', "never"),
    ("with its quotation marks", 'She said ⟦"never" and⟧ left.', '"never" and'),
    ("in the second paragraph", "It rained.\n\nThe ⟦boats left⟧.", "boats left"),
    ("in a subheading", "It rained.\n\n## All ⟦boats left⟧\n\nNobody knew.", "boats left"),
    ("a number", "They sent ⟦8,000 soldiers⟧ north.", "8,000 soldiers"),
    ("a share before points", "The index ⟦rose 5⟧ points.", "rose 5"),
    ("a share", "Prices ⟦rose 5%⟧ in a month.", "rose 5%"),
    ("money", "It costs ⟦$5bn in all⟧.", "$5bn in all"),
    ("a sign", "It was ⟦-3 degrees⟧.", "-3 degrees"),
    ("a compound", "They signed a ⟦non-nuclear pact⟧.", "non-nuclear pact"),
    ("a negation kept", "The boats ⟦did not leave⟧.", "did not leave"),
    ("a genitive", "⟦Lethe's harbour⟧ was closed.", "Lethe's harbour"),
    ("Chinese", "部队⟦在东京⟧都集结。", "在东京"),
    ("Japanese", "北の⟦無人機⟧を作る。", "無人機"),
    ("Thai", "เรือ⟦ออกจาก⟧ท่าเรือ", "ออกจาก"),
    ("a Chinese number", "他们派出了⟦18000人⟧。", "18000人"),
    ("Greek", "Τα ⟦πλοία έφυγαν⟧ νωρίς.", "πλοία έφυγαν"),
    ("Arabic", "غادرت ⟦السفن الميناء⟧ فجرا.", "السفن الميناء"),
    ("an entity as text", "⟦Salt &amp; Sons⟧ sank.", "Salt &amp; Sons"),
    ("markup as text", "It was ⟦**never** said⟧.", "**never** said"),
    ("a tag as text", "It was ⟦<b>never</b> said⟧.", "<b>never</b> said"),
    ("an emoji", "The crew sent ⟦a 🚢 and⟧ left.", "a 🚢 and"),
    ("after an emoji", "🚢🚢 The ⟦boats left⟧.", "boats left"),
    ("literal dots", "She said ⟦it... sank⟧ slowly.", "it... sank"),
    ("white space around the quote", "The ⟦boats left⟧ at dawn.", "  boats left \n"),
]
_SPACES = [
    ("a no-break space in the article", f"They sent ⟦8,000{NBSP}soldiers⟧ north.", "8,000 soldiers"),
    ("a no-break space in the quote", "They sent ⟦8,000 soldiers⟧ north.", f"8,000{NBSP}soldiers"),
    ("a thin space", f"They sent ⟦8,000{THIN}soldiers⟧ north.", "8,000 soldiers"),
    ("a narrow no-break space", f"They sent ⟦8,000{NARROW}soldiers⟧ north.", "8,000 soldiers"),
    ("grouped by narrow no-break spaces", f"They sent ⟦8{NARROW}000 soldiers⟧ north.", "8 000 soldiers"),
    ("a line break in the article", "The ⟦boats\nleft⟧ at dawn.", "boats left"),
    ("a line break in the quote", "The ⟦boats left⟧ at dawn.", "boats\nleft"),
    ("a line break and an indent", "The ⟦boats\n   left⟧ at dawn.", "boats left"),
    ("a tab", "The ⟦boats\tleft⟧ at dawn.", "boats left"),
    ("two spaces", "The ⟦boats  left⟧ at dawn.", "boats left"),
    ("two spaces in the quote", "The ⟦boats left⟧ at dawn.", "boats  left"),
    ("an ideographic space", "部队⟦在\u3000东京⟧。", "在 东京"),
    ("an em space", "The ⟦boats\u2003left⟧ at dawn.", "boats left"),
]
_MARKS = [
    ("a curly apostrophe in the article", "⟦Lethe’s harbour⟧ was closed.", "Lethe's harbour"),
    ("a curly apostrophe in the quote", "⟦Lethe's harbour⟧ was closed.", "Lethe’s harbour"),
    ("curly quotation marks", "She said ⟦“never” and⟧ left.", '"never" and'),
    ("straight quotation marks", 'She said ⟦"never" and⟧ left.', "“never” and"),
    ("single curly quotation marks", "She said ⟦‘never’ and⟧ left.", "'never' and"),
    ("low quotation marks", "Sie sagte ⟦„nie“ und⟧ ging.", '"nie" und'),
    ("an en dash", "The boats ⟦left – slowly⟧.", "left - slowly"),
    ("an em dash", "The boats ⟦left — slowly⟧.", "left - slowly"),
    ("an em dash without spaces", "The boats ⟦left—slowly⟧.", "left-slowly"),
    ("an em dash in the quote", "The boats ⟦left – slowly⟧.", "left — slowly"),
    ("a no-break hyphen", "They signed a ⟦non\u2011nuclear pact⟧.", "non-nuclear pact"),
    ("a range with an en dash", "It took ⟦10–12 years⟧.", "10-12 years"),
    ("the ellipsis character in the article", "She said ⟦it… sank⟧ slowly.", "it... sank"),
    ("the ellipsis character in the quote", "She said ⟦it... sank⟧ slowly.", "it… sank"),
    ("a soft hyphen in the article", f"They signed a ⟦nu{SHY}clear pact⟧.", "nuclear pact"),
    ("a soft hyphen in the quote", "They signed a ⟦nuclear pact⟧.", f"nu{SHY}clear pact"),
    ("many soft hyphens", f"Die ⟦Hafen{SHY}be{SHY}hörde schwieg⟧.", "Hafenbehörde schwieg"),
]
_FORMS = [
    ("a decomposed article", "A ⟦cafe\u0301 closed⟧ early.", "café closed"),
    ("a decomposed quote", "A ⟦café closed⟧ early.", "cafe\u0301 closed"),
    ("after a decomposed word", "At noe\u0308l the ⟦boats left⟧.", "boats left"),
    ("an ångström sign", "Ten ⟦\u212b wide⟧.", "Å wide"),
    ("Korean letters apart", "⟦\u1112\u1161\u11ab국⟧ 선박이 떠났다.", "한국"),
]
_ELIDED = [
    (
        "words left out",
        "⟦The mayor said⟧ on Monday ⟦that boats left⟧.",
        "The mayor said [...] that boats left",
    ),
    ("words left out twice", "⟦Boats⟧ and ⟦ships⟧ and ⟦rafts⟧ left.", "Boats [...] ships [...] rafts"),
    ("the leftmost shortest placement", "It was ⟦cold⟧ and ⟦wet⟧ and cold and wet.", "cold [...] wet"),
    (
        "parts in disguise",
        f"⟦Lethe’s{NBSP}mayor⟧ said ⟦“never” and⟧ left.",
        'Lethe\'s mayor [...] "never" and',
    ),
    (
        "across sentences of one paragraph",
        "⟦The boats left.⟧ It rained. ⟦They sank.⟧",
        "The boats left. [...] They sank.",
    ),
    ("a negation kept in a part", "⟦The boats⟧ on Monday ⟦did not leave⟧.", "The boats [...] did not leave"),
]
_SETTLED = [
    (
        "by its prefix",
        "At noon the boats left. At dusk ⟦the boats left⟧.",
        {"exact": "the boats left", "prefix": "At dusk"},
    ),
    (
        "by its suffix",
        "So ⟦the boats left⟧ at noon. So the boats left at dusk.",
        {"exact": "the boats left", "suffix": "at noon"},
    ),
    ("by both", "A b c. A ⟦b⟧ d. E b d.", {"exact": "b", "prefix": "A", "suffix": "d"}),
    (
        "by a prefix in disguise",
        "He’s at sea: it sank. She’s at sea: ⟦it sank⟧.",
        {"exact": "it sank", "prefix": "She's at sea:"},
    ),
    ("one whole word beside parts of words", "The unlikely and the ⟦likely⟧ met.", "likely"),
    ("one number beside a longer one", "First 18,000 soldiers, then ⟦8,000 soldiers⟧.", "8,000 soldiers"),
]

CASES = [TrueQuote(*case) for case in [*_SAME, *_SPACES, *_MARKS, *_FORMS, *_ELIDED, *_SETTLED]]
