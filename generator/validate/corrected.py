"""The corrections of a brief against those of the last release: which are gone, which new, and of what these tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model.dates import parse_date
from generator.model.released import Released, SaidClaim, SaidCorrection
from generator.model.source import Problem, Severity, Tree
from generator.model.text import fold_text

LONGEST = 500
"""Code points of what was and what is said that a remedy repeats."""

WORDS = frozenset(("the text", "a quote", "a translation"))
"""What a slip of spelling may change in several claims: an entry with `minor: true` that names none tells of all."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """Those of a brief: `lost` were released and don't stand there any more, each with the number of the entry that
    stands in its place, if one does; `new` are the numbers of those that no release had, in order."""

    now: Released
    lost: tuple[tuple[SaidCorrection, int | None], ...]
    new: tuple[int, ...]
    version: str
    """The day (EDTF) of what they would correct."""

    def problems(self, tree: Tree, since: str) -> Iterator[Problem]:
        """Which of those that `since` has are gone or rewritten, and what is wrong with the new ones. Warnings."""
        for correction, number in self.lost:
            yield _lost(tree, correction, number, since)
        for number in self.new:
            yield from _faults(tree, number, self.now)

    def tells_of(self, kinds: Collection[str], *claims: SaidClaim, is_only: bool) -> bool:
        """Whether a new one names one of these claims, or is minor and names none: then what changed are words alone,
        or it is the only claim that did."""
        names = {name for claim in claims for name in (claim.id, *claim.aliases)}
        is_plain = is_only or WORDS.issuperset(kinds)
        return any(
            correction.claim in names if correction.claim else correction.minor and is_plain
            for correction in self._later()
        )

    def tells_of_all(self) -> bool:
        """Whether a new one is of the brief as a whole, and not minor."""
        return any(not correction.claim and not correction.minor for correction in self._later())

    # --- Private ---

    def _later(self) -> Iterator[SaidCorrection]:
        """The new ones that are no older than what they correct."""
        version, _ = parse_date(self.version)
        for number in self.new:
            correction = self.now.corrections[number]
            date, _ = parse_date(correction.date)
            if version is None or date is None or date.sort_key[1] >= version.sort_key[0]:
                yield correction


def corrections_since(
    now: Released, before: Released, names: Mapping[str, int], others: Collection[SaidCorrection] = ()
) -> Corrections:
    """The corrections of `now`, of which `before` had some. `names` holds the claims by their ids and old ids;
    `others` were released of other briefs that `now` stands for too.

    What was released stays as it was: an entry in which something else is said is none that is new.
    """
    said = [_said(correction, names) for correction in now.corrections]
    told = {_said(correction, names) for correction in (*before.corrections, *others)}
    new = [number for number, each in enumerate(said) if each not in told]
    lost: list[tuple[SaidCorrection, int | None]] = []
    for correction in before.corrections:
        was = _said(correction, names)
        if was not in said:
            number = next((number for number in new if _is_alike(was, said[number])), None)
            new = [each for each in new if each != number]
            lost.append((correction, number))
    return Corrections(now, tuple(lost), tuple(new), before.updated or before.date)


def entry(correction: SaidCorrection, most: int | None = LONGEST) -> str:
    """A correction as it is to be pasted into `brief.yml`, its reason too where it has one."""
    return "\n".join(
        (
            f"  - date: {correction.date}",
            *((f"    claim: {correction.claim}",) if correction.claim else ()),
            f"    was: {_scalar(correction.was, most)}",
            f"    now: {_scalar(correction.now, most)}",
            f"    why: {_scalar(correction.why, most)}",
            *(("    minor: true",) if correction.minor else ()),
        )
    )


# --- Private ---

_NAMED = 60
"""Code points of what a lost correction said that its message repeats."""


def _said(correction: SaidCorrection, names: Mapping[str, int]) -> SaidCorrection:
    """What a correction says, however its words are written and its claim is called by now."""
    claim = correction.claim
    if names and claim:
        claim = str(names[claim]) if claim in names else None
    was, now, why = (fold_text(text).strip() for text in (correction.was, correction.now, correction.why))
    return replace(correction, claim=claim, was=was, now=now, why=why)


def _is_alike(before: SaidCorrection, now: SaidCorrection) -> bool:
    """Whether one is the other, rewritten."""
    is_of_one_day = (before.date, before.claim) == (now.date, now.claim)
    return is_of_one_day or (before.was, before.now) == (now.was, now.now)


def _lost(tree: Tree, correction: SaidCorrection, number: int | None, since: str) -> Problem:
    of = f" of the claim `{correction.claim}`" if correction.claim else ""
    was = " ".join(correction.was.split())
    which = f"{correction.date}{of} (was: “{was if len(was) <= _NAMED else f'{was[: _NAMED - 1]}…'}”)"
    what = "is gone" if number is None else "says something else now"
    message = f"the correction of {which}, which {since} has, {what}"
    remedy = "Corrections stay as they were published; what is wrong in one, another may say. Put it back:\n"
    place = tree.at_key(("corrections",)) if number is None else tree.at(("corrections", number))
    return Problem(place, "vanished-correction", message, remedy + entry(correction, None), Severity.WARNING)


def _faults(tree: Tree, number: int, now: Released) -> Iterator[Problem]:
    """Why a new correction tells of nothing, or not when."""

    def fault(key: str, message: str, remedy: str) -> Problem:
        place = tree.at(("corrections", number, key))
        return Problem(place, "bad-correction", message, remedy, Severity.WARNING)

    correction = now.corrections[number]
    if correction.was.split() == correction.now.split():
        remedy = "Write what the brief said, and what it says now."
        yield fault("now", "`was` and `now` of this correction are the same", remedy)
    date, _ = parse_date(correction.date)
    if date and date.precision == "interval":
        message = f"this correction was made on a day, and `{correction.date}` is an interval"
        yield fault("date", message, "Write the day on which you corrected it.")


def _scalar(text: str, most: int | None) -> str:
    """`text`, cut where it is long, as a double-quoted scalar (YAML 1.2.2, 7.3.1)."""
    short = text if most is None or len(text) <= most else f"{text[: most - 1]}…"
    escaped = (
        f"\\{c}" if c in '"\\' else c if c.isprintable() else f"\\U{ord(c):08x}"
        for c in " ".join(short.split())
    )
    return f'"{"".join(escaped)}"'


def listed(words: Sequence[str]) -> str:
    """Words as they are said one after another."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
