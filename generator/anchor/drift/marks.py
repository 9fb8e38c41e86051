"""Marks between words that came or went: which of them say something else, and which are a matter of style."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.anchor.drift.change import Change
from generator.anchor.drift.units import ANSWERS, Unit, is_abbreviated
from generator.model.numerals import primary
from generator.model.words import NEGATIVE_CHARACTERS, denies

_KINDS = {
    **dict.fromkeys("\"'`«»‹›「」『』《》〈〉", "“"),
    **dict.fromkeys(".!…。！¡", "."),
    **dict.fromkeys(":：", ":"),
    **dict.fromkeys(",;，；、", ","),
    **dict.fromkeys("-", "-"),
    **dict.fromkeys("()[]{}（）【】", "("),
}
"""What a mark is of: quoting, ending, announcing, parting, a dash, a bracket. Others say nothing: *, _, |, ·."""

_ENCLOSED = 8
"""Words between two marks that may enclose them, or of which one may have become the other."""

_SAYING = frozenset(
    """
    said says say saying told tells tell added adds claimed claims claim according wrote writes argued argues
    insisted insists warned warns announced announces reported reports denied denies admitted admits believes
    believed thinks thought alleged alleges noted notes declared declares stated states testified testifies
    suggested suggests confirmed confirms feared fears hoped hopes concluded concludes recalled recalls explained
    explains complained complains maintained maintains tweeted posted knew knows found finds ruled rules asked asks
    replied replies answered joked shouted promised promises vowed conceded acknowledged asserted contended stressed
    predicted estimated reckons säger sade sa menar menade hävdar hävdade uppger uppgav skriver skrev sagt sagte
    sagten sagen meint meinte behauptet behauptete erklärt erklärte schreibt schrieb dit disent déclare affirme
    affirmé assure estime dijo dice dicen afirmó afirma aseguró declaró siger sagde mener mente hevder hevdet sier
    zegt zei zeggen stelt stelde meldt disse detto afferma affermato diz dizem afirmou declarou mówi powiedział
    twierdzi sanoo sanoi сказал сказала говорит заявил заявила сообщил сообщила каже сказав заявив повідомив
    """.split()
)
"""Words of saying: a mark beside one tells who speaks, and where the words of another begin."""

_OPENERS = frozenset(
    """
    yesterday i however meanwhile moreover later earlier tomorrow then still thus now here there also but and or so
    yet on in at by for from with after before since until while when if as although though because today
    """.split()
)
"""Words that have a capital where a sentence begins, and name nobody."""


@dataclass(frozen=True, slots=True)
class _Seam:
    """Two words that stand side by side in both passages, with other marks between them."""

    at: int
    left: Unit
    right: Unit
    was: str
    now: str
    further: str
    """The unit before the left one: characters that deny may be two."""

    @property
    def kinds(self) -> tuple[frozenset[str], frozenset[str]]:
        """Of what the marks were, and are."""
        return _kinds(self.was), _kinds(self.now)

    @property
    def turn(self) -> int:
        """1 where a mark came, -1 where one went, 0 where one stands in another's place."""
        was, now = self.kinds
        return bool(now) - bool(was)

    def changed(self, kind: str) -> Change:
        """As a change of that kind."""
        was, now = (f"{self.left.text}{marks} {self.right.text}" for marks in (self.was, self.now))
        return Change(was, now, kind)


def turned(
    old: Sequence[Unit], new: Sequence[Unit], pairs: Sequence[tuple[int, int]], language: str
) -> Iterator[Change]:
    """The marks that came, went or became others and may say something else now.

    `pairs` are the places of the words that both passages have. A mark says something beside a negation, a word of
    saying, a number, between two names; where two enclosed something; where one moved; and where it quotes or
    announces. What is left is style: a comma less, a semicolon for a stop.
    """
    seams = [
        _Seam(i, old[i], old[k], old[k].before, new[m].before, old[i - 1].text if i else "")
        for (i, j), (k, m) in pairwise(pairs)
        if k == i + 1 and m == j + 1 and old[k].before != new[m].before
    ]
    kinds = [_kind(seam, language) for seam in seams]
    yield from (seam.changed(kind) for seam, kind in zip(seams, kinds, strict=True) if kind)
    if pairs and (end := _at_the_end(old[pairs[-1][0]], new[pairs[-1][1]])):
        yield end
    if any(kinds):
        return
    came_or_went = [seam for seam in seams if seam.turn]
    for one, other in pairwise(came_or_went):
        if other.at - one.at <= _ENCLOSED:
            yield other.changed("a sign")
            return


# --- Private ---


def _kinds(marks: str) -> frozenset[str]:
    return frozenset(_KINDS[mark] for mark in marks if mark in _KINDS)


def _kind(seam: _Seam, language: str) -> str:
    was, now = seam.kinds
    if kind := _beside_a_number(seam):
        return kind
    if was == now:
        return _of_a_list(seam, language)
    if seam.turn and _denies(seam, language):
        is_numbered = seam.right.value is not None and was | now == {"."}  # "No. 5" is one thing
        return "" if is_numbered else "a negation"
    if seam.turn and any(unit.text.lower() in _SAYING for unit in (seam.left, seam.right)):
        return "a sign"
    if ("“" in was) != ("“" in now) or (
        (":" in was) != (":" in now) and not was & {"-", "."} | now & {"-", "."}
    ):
        return "a sign"
    return _between_names(seam) or _of_a_list(seam, language)


def _beside_a_number(seam: _Seam) -> str:
    """Two numbers are parted as they are; feet and inches, the year of '45, a loss of (5) and an ordinal's stop
    belong to theirs."""
    was, now = seam.kinds
    sides = [unit.has_digits for unit in (seam.left, seam.right)]
    parts = all(sides) and seam.was != seam.now
    quotes = _quotes(seam.was) != _quotes(seam.now)
    is_ordinal = sides[0] and {seam.was, seam.now} == {"", "."}
    return "a number" if parts or (any(sides) and (quotes or "(" in was ^ now)) or is_ordinal else ""


def _at_the_end(one: Unit, other: Unit) -> Change | None:
    """Of a number that ends both passages: 5' and 5"."""
    quotes = [_quotes(unit.after) for unit in (one, other)]
    if not one.has_digits or quotes[0] == quotes[1] or not all(quotes):
        return None
    return Change(one.text + one.after, other.text + other.after, "a number")


def _quotes(marks: str) -> str:
    return "".join(mark for mark in marks if _KINDS.get(mark) == "“")


def _between_names(seam: _Seam) -> str:
    """One person or two, who speaks of whom: Mary, Ann; Police: man; Biden lied - Trump."""
    was, now = seam.kinds
    if _is_name(seam.left) and _is_name(seam.right):
        return "" if was | now == {"."} and is_abbreviated(seam.left.text) else "a name"
    is_signed = "-" in was ^ now and _is_name(seam.right) and not seam.right.opens
    return "a name" if is_signed else ""


def _is_name(unit: Unit) -> bool:
    return unit.text[:1].isupper() and unit.text.lower() not in _OPENERS


def _denies(seam: _Seam, language: str) -> bool:
    """Whether a word beside the marks denies, or may be the answer no."""
    words = (seam.left.text, seam.right.text)
    if any(word.lower() in ANSWERS or denies(word, language) for word in words):
        return True
    characters = NEGATIVE_CHARACTERS.get(primary(language), ())
    return any(mark in f"{seam.further}{seam.left.text}\n{seam.right.text}" for mark in characters)


def _of_a_list(seam: _Seam, language: str) -> str:
    """In Chinese a mark of its own parts the things of a list."""
    is_listed = ("、" in seam.was) != ("、" in seam.now)
    return "a sign" if is_listed and primary(language) == "zh" else ""
