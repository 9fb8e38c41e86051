"""What is told of a quote whose article changed, to the word: its state, where it is now, and the problem.

`--update` writes `told.txt` anew; read what it changed.
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from generator.anchor import anchor
from generator.anchor.drift import Fate, Ground, fate, fate_problem
from generator.anchor.locked import by_source, keyed_context, locked_source
from generator.anchor.quotes import quote_of
from tests.anchor.written import one_quote
from tests.golden import blocks

GOLDEN = Path(__file__).with_name("told.txt")
KEY = "0123456789abcdef0123456789abcdef"

STRIKE = """\
Some 18,000 dockers walked out on Monday, the union said. The harbour was shut for nine days, and 8,000
passengers waited in the sheds.

“We will not go back,” said Anna Holm, who speaks for the union. She added that the company had offered
3.5 per cent. The company said that it may offer more.

The minister did not answer. On Tuesday the minister said that talks would begin (at the latest) in May.

The company said that it may close the yard. It is safe. Nobody was hurt.
"""
REPEATED = """\
The first ship left at noon, and the harbour was quiet. The crew said nothing.

The second ship left at noon, and the harbour was loud. The crew said nothing.

The third ship left at noon, and the harbour was closed. The crew said nothing at all.
"""
EDGES = """\
A strike began today in the old harbour of the town. Then many dockers left the big yard for good and all of us saw it
"""
MARKS = "He said: “(We) left [early]!” and “…then” (so) “it ended”. It was — ‘the 1990s’ — (no, no) over."
THRICE = "\n\n".join([STRIKE.replace("would begin", "will begin")] * 3)
SCRIPTS = "ロシアで北朝鮮の兵士たちは帰国したという。兵士は三千人。\n\nСолдаты вернулись домой в мае."
LONG = " ".join(f"Report {n} says that ship {n} of the line came in at {n} at night." for n in range(60))

CASES: dict[str, tuple[str, list[tuple[str, str]], list[str]]] = {
    "nothing": (STRIKE, [], ["Some 18,000 dockers", "Nobody was hurt.", '"The harbour [...] nine days"']),
    "before": (
        STRIKE,
        [("Some 18,000", "It rained.\n\nSome 18,000")],
        ["Some 18,000 dockers", "The harbour was shut", "Nobody was hurt.", '"dockers [...] on Monday"'],
    ),
    "around": (
        STRIKE,
        [("walked out on Monday", "left on Sunday"), ("the union said", "unions claimed")],
        ["18,000 dockers", "The harbour was shut for nine days", "Some 18,000 dockers walked out on Monday"],
    ),
    "number": (
        STRIKE,
        [("18,000", "8,000"), ("8,000\npassengers", "80,000\npassengers"), ("3.5", "35"), ("nine", "ninety")],
        [
            "Some 18,000 dockers",
            "8,000 passengers",
            "had offered 3.5 per cent",
            "3.5",
            "shut for nine days",
            '"Some [...] dockers"',
            '"Some 18,000 [...] walked out"',
            '"was shut for [...] 8,000 passengers"',
        ],
    ),
    "context": (
        STRIKE,
        [
            ("The harbour was shut for nine days, and", "The harbor was shut for nine days and"),
            ("Anna Holm, who speaks", "Anna Hulm, who speaks"),
            ("the company had offered", "the firm had offered"),
            ("On Tuesday the minister said", "On Monday, the minister said"),
        ],
        [
            "{exact: shut for nine days, prefix: The harbour was}",
            "{exact: was shut for, suffix: 'nine days, and 8'}",
            "{exact: was shut for, suffix: 'nine days, and 8,000 passengers'}",
            "{exact: was shut for, suffix: 'nine days'}",
            "{exact: was shut for nine days, prefix: harbour, suffix: ', and'}",
            "{exact: was shut for nine days, prefix: harbour, suffix: ', and 8,000'}",
            "{exact: who speaks for, prefix: 'Holm,'}",
            "{exact: who speaks, prefix: 'Anna Holm,'}",
            "{exact: had offered, prefix: that the company, suffix: 3.5}",
            "{exact: had offered, prefix: company, suffix: 3.5 per cent}",
            "{exact: the minister said that talks, prefix: Tuesday}",
            "{exact: the minister said that talks, suffix: would begin (at the}",
            "{exact: The minister did not answer, suffix: . On Tuesday}",
            '{exact: "Some 18,000 [...] walked out", suffix: on Monday}',
            '{exact: "The harbour [...] nine days", suffix: ", and"}',
            '{exact: shut for nine days, suffix: ","}',
            "{exact: nine days, suffix: ', an'}",
        ],
    ),
    "spelling": (
        STRIKE,
        [
            ("harbour", "harbor"),
            ("per cent", "percent"),
            ("not go back,”", "not go back”"),
            ("Tuesday the", "Tuesday, the"),
        ],
        [
            "The harbour was shut",
            "had offered 3.5 per cent",
            "“We will not go back,”",
            "We will not go back",
            "On Tuesday the minister said",
            '"The harbour [...] nine days"',
            '"The harbour [...] the sheds"',
        ],
    ),
    "negation": (
        STRIKE,
        [
            ("did not answer", "did answer"),
            ("Nobody was", "Somebody was"),
            ("will not go", "will go"),
            ("It is safe", "It is unsafe"),
        ],
        [
            "The minister did not answer",
            "Nobody was hurt",
            "Nobody was hurt.",
            "We will not go back",
            "It is safe",
            "It is safe.",
        ],
    ),
    "modal": (
        STRIKE,
        [("it may close", "it will close")],
        ["it may close the yard", "The company said that it may close the yard."],
    ),
    "name": (
        STRIKE,
        [("Anna Holm", "Anna Hulm"), ("May.", "June.")],
        ["said Anna Holm", "would begin (at the latest) in May", "in May."],
    ),
    "sign": (
        STRIKE,
        [("It is safe.", "It is safe?"), ("(at the latest)", "at the latest")],
        ["It is safe.", "begin (at the latest) in"],
    ),
    "words": (
        STRIKE,
        [("waited in the sheds", "slept on the quay"), ("walked out", "stopped work")],
        [
            "8,000 passengers waited in the sheds",
            "waited in the sheds",
            "Some 18,000 dockers walked out on Monday",
        ],
    ),
    "gone": (
        STRIKE,
        [
            ("The minister did not answer. ", ""),
            (" Nobody was hurt.", ""),
            ("“We will not go back,” said Anna Holm, who speaks for the union. ", ""),
        ],
        [
            "The minister did not answer",
            "Nobody was hurt.",
            "We will not go back",
            "Anna Holm",
            '"The company [...] close the yard"',
        ],
    ),
    "rest": (
        STRIKE,
        [
            ("It is safe.", "It is safe, the company claims."),
            ("The minister did not", "On Monday the minister did not"),
            ("Nobody was hurt.", "Nobody was hurt, police say"),
            ("waited in the sheds.", "waited in the sheds, it said"),
        ],
        [
            "It is safe.",
            "The minister did not answer.",
            "Nobody was hurt.",
            "Nobody was hurt",
            "and 8,000 passengers waited in the sheds.",
        ],
    ),
    "moved": (
        STRIKE,
        [("It is safe. ", ""), ("Some 18,000", "It is safe. Some 18,000")],
        ["It is safe.", "The company said that it may close the yard. It is safe."],
    ),
    "split": (
        STRIKE,
        [("The harbour was shut for nine days, and 8,000", "The harbour was shut.\n\nFor nine days 8,000")],
        ["The harbour was shut for nine days, and 8,000 passengers waited", "shut for nine days"],
    ),
    "second": (
        STRIKE,
        [
            ("Some 18,000", "Of 18,000 dockers none came.\n\nSome 18,000"),
            ("It is safe.", "It was safe. It is safe."),
        ],
        ["18,000 dockers", "It is safe."],
    ),
    "correction": (
        STRIKE,
        [
            ("Some 18,000 dockers", "Some 28,000 dockers"),
            ("Nobody was hurt.", "Nobody was hurt.\n\nAt first we wrote of 18,000 dockers."),
        ],
        ["18,000 dockers", "Some 18,000 dockers"],
    ),
    "inside": (
        STRIKE,
        [("8,000\npassengers", "28,000\npassengers"), ("was shut", "was reshut")],
        ["8,000 passengers", "shut for nine days", "was shut"],
    ),
    "repeated": (
        REPEATED,
        [],
        [
            "{exact: ship left at noon, prefix: second}",
            "{exact: The crew said nothing., prefix: loud.}",
            "{exact: left at noon, suffix: ', and the harbour was closed'}",
        ],
    ),
    "one of three": (
        REPEATED,
        [("The second ship left at noon", "The second boat sank at noon")],
        [
            "{exact: ship left at noon, prefix: second}",
            "{exact: ship left at noon, prefix: third}",
            "{exact: The crew said nothing., prefix: loud.}",
        ],
    ),
    "two of three": (
        REPEATED,
        [("The first ship left at noon, and the harbour was quiet. The crew said nothing.\n\n", "")],
        [
            "{exact: ship left at noon, prefix: first}",
            "{exact: ship left at noon, prefix: second}",
            "{exact: The crew said nothing., prefix: quiet.}",
        ],
    ),
    "first words gone": (EDGES, [("A strike began", "Began")], ["A strike began today in the old harbour"]),
    "last words gone": (EDGES, [(" us saw it", "")], ["left the big yard for good and all of us saw it"]),
    "first words others": (
        EDGES,
        [("Then many dockers", "Suddenly some dockers"), ("A strike began", "The quarrel began")],
        [
            "Then many dockers left the big yard",
            "many dockers left the big yard",
            "A strike began today in the old",
        ],
    ),
    "last words others": (
        EDGES,
        [("of the town.", "of a city."), ("saw it", "heard of that")],
        [
            "began today in the old harbour of the town",
            "began today in the old harbour of the town.",
            "left the big yard for good and all of us saw it",
        ],
    ),
    "a sentence gone": (
        EDGES,
        [("A strike began today in the old harbour of the town. Then many", "Many")],
        ["of the town. Then many dockers left the big yard", "Then many dockers left the big yard"],
    ),
    "an end gone": (
        EDGES,
        [("harbour of the town. Then", "harbour. Then"), ("for good and all", "for good. All")],
        ["began today in the old harbour of the town", "left the big yard for good and all of us"],
    ),
    "a part gone": (
        EDGES,
        [("today in the old harbour ", ""), ("the big yard for good and ", "")],
        [
            "A strike began today in the old harbour of the town",
            "dockers left the big yard for good and all of us saw it",
        ],
    ),
    "a part more": (
        EDGES,
        [
            ("today in", "today and yesterday and the day before in"),
            ("the big", "the (as they call it) very big"),
        ],
        [
            "A strike began today in the old harbour of the town",
            "dockers left the big yard for good and all of us saw it",
        ],
    ),
    "marks": (
        MARKS,
        [
            ("(We) left", "(We) went"),
            ("then”", "than”"),
            ("it ended", "it began"),
            ("1990s", "1980s"),
            ("(no", "(yes"),
        ],
        [
            "“(We) left [early]!”",
            "(We) left",
            "left [early]!",
            "left [early",
            "“…then” (so)",
            "then” (so",
            "“it ended”.",
            "it ended",
            "— ‘the 1990s’ —",
            "‘the 1990s’",
            "(no, no)",
            "no, no",
        ],
    ),
    "marks further out": (
        MARKS,
        [
            ("“(We) left", "“(Only we) left"),
            ("[early]!”", "[early] that day!”"),
            ("“…then” (so)", "“…and then” (or so)"),
        ],
        ["“(We) left [early]!”", "“…then” (so)", "left [early]!”"],
    ),
    "marks twice": (
        "One said: “(We) left!” and “(we all) stayed there!” to all.",
        [("left", "went"), ("stayed there", "slept there")],
        ["“(We) left!”", "“(we all) stayed there!”", "said: “(We", "stayed there!” to"],
    ),
    "marks at the ends": (
        "“(We) left the big yard today.”",
        [("“(We) left", "“We left"), ("yard today.”", "yards today.")],
        ["“(We) left the big", "“(We) left the big yard today.”", "the big yard today.”", "(We) left the"],
    ),
    "no marks at the ends": (
        "“(We) left the big yard today.”",
        [("“(We) left", "We leave"), ("yard today.”", "yard then")],
        ["“(We) left the big", "“(We) left the big yard today.”", "the big yard today.”", "(We) left the"],
    ),
    "sentences": (
        STRIKE,
        [
            ("Some 18,000", "Today some 18,000"),
            ("The harbour was shut", "For once the harbour was shut"),
            (
                "The company said that it may close the yard.",
                "The company said that it may close the yard, or not.",
            ),
            ("It is safe.", "Experts say it is safe!"),
            ("Nobody was hurt.", "“Nobody was hurt”, police say."),
        ],
        [
            "Some 18,000 dockers walked out on Monday, the union said.",
            "The harbour was shut for nine days",
            "harbour was shut for nine days",
            "The company said that it may close the yard.",
            "that it may close the yard.",
            "It is safe.",
            "Nobody was hurt.",
            "It is safe. Nobody was hurt.",
        ],
    ),
    "thrice": (
        f"{'Before it. ' * 60}\n\n{STRIKE}\n\n{'After it. ' * 40}",
        [(f"{'Before it. ' * 60}\n\n{STRIKE}\n\n{'After it. ' * 40}", THRICE)],
        ["Nobody was hurt.", "Some 18,000 dockers walked", "talks would begin (at the latest) in May"],
    ),
    "likelier by what is around": (
        "In Bergen the ferry left with 40 people on board at noon. The mayor waved.",
        [
            ("ferry left with 40 people on board", "ferry sailed with 50 people on deck"),
            ("waved.", "waved.\n\nElsewhere a ferry left with 41 people on board, said the line."),
        ],
        ["ferry left with 40 people on board", "the ferry left with 40 people on board"],
    ),
    "within a denial": (
        STRIKE,
        [
            ("The minister did not answer", "It is false that The minister did not answer"),
            ("The company said that it may close", "Nobody says: “The company said that it may close"),
            (" It is safe.", "\n\nWe wrote that It is safe."),
            ("She added", "“She added"),
        ],
        [
            "The minister did not answer.",
            "The company said that it may close the yard.",
            "It is safe.",
            "Nobody was hurt.",
            "She added that the company had offered 3.5 per cent.",
        ],
    ),
    "after a headline": (
        "What they say\n\nThe harbour was shut for nine days.\n\nWhat nobody says\n\nIt will open again.",
        [("The harbour was", "Today the harbour was"), ("It will open", "Few say that it will open")],
        ["The harbour was shut for nine days.", "It will open again."],
    ),
    "three parts": (
        REPEATED,
        [
            (
                "The second ship left at noon, and the harbour was loud",
                "The second boat left by noon; the harbour is loud",
            )
        ],
        [
            '"The second ship left [...] the harbour was loud. [...] The crew said nothing"',
            '"second ship [...] at noon, and [...] harbour was loud"',
            '"The first ship [...] at noon, and the harbour [...] quiet"',
        ],
    ),
    "title": (STRIKE, [("Some", "Some more")], ["Strike over, in: title"]),
    "scripts": (
        SCRIPTS,
        [
            ("帰国した", "帰国しなかった"),
            ("三千人", "五千人"),
            ("вернулись", "не вернулись"),
            ("兵士たち", "兵たち"),
        ],
        ["帰国したという", "兵士は三千人", "Солдаты вернулись домой", "北朝鮮の兵士たち", "домой в мае"],
    ),
    "long": (
        LONG,
        [
            ("Report 30 says", "Report 30 denies"),
            ("ship 41 of the line", "ship 41 of that line"),
            ("came in at 50 at", "came at 50 at"),
            ("Report 12 says that ship 12 of the line came in at 12 at night. ", ""),
        ],
        [
            "Report 30 says that ship 30",
            "ship 41 of the line came in",
            "came in at 50 at night",
            "ship 12 of the line",
            "Report 2 says that ship 2",
            f'"{" ".join(LONG.split()[400:520])}"',
        ],
    ),
    "empty": (STRIKE, [(STRIKE, "x")], ["Some 18,000 dockers", "Nobody was hurt."]),
}
QUOTES = [(name, quote) for name, (_, _, quotes) in CASES.items() for quote in quotes]
TITLES = ("Strike over: minister silent", "Strike not over: minister silent")


def told(name: str, quote: str) -> str:
    was, edits, _ = CASES[name]
    now = was
    for old, new in edits:
        assert old in now
        now = now.replace(old, new, 1)
    flow = quote if quote[0] in '{"' or ", in:" in quote else json.dumps(quote)
    before, after = one_quote(flow, was, title=TITLES[0]), one_quote(flow, now, title=TITLES[1])
    anchors, problems = anchor(before)
    assert not [problem for problem in problems if problem.is_error], problems
    ((entry,),) = by_source(before).values()
    sought = quote_of(after, entry.written)
    ground = Ground(sought.text)
    found = []
    for key in (None, KEY):
        locked = locked_source(before, before.articles["herald"], anchors, [entry], "2026-03-04", key)
        around = partial(keyed_context, text_digest=locked.digest, key=KEY) if key else None
        found.append(fate(sought, locked.quotes[entry.name], int(locked.length), ground, around))
    lines = [*_told(found[0], sought.text.text), *(["withheld:"] if found[0] != found[1] else [])]
    lines += _told(found[1], sought.text.text) if found[0] != found[1] else []
    p = fate_problem(sought, found[0], after, "2026-03-04")
    lines.append(f"{p.location.line}:{p.location.column} {p.severity} {p.code}: {p.message}")
    lines += [f"  {line}" for line in (p.remedy or "").splitlines()]
    lines += [f"instead: {p.instead}"] if p.instead else []
    return "".join(f"  {line}\n" for line in lines)


def _told(found: Fate, text: str) -> list[str]:
    where = ", ".join(f"{span.start}-{span.end} {span.of(text)!r}" for span in found.spans)
    harmless = "" if found.is_harmless == (str(found.state) in ("exact", "moved", "immaterial")) else "?"
    kinds = [f"{change.kind or 'the same'}: {change.was!r} -> {change.now!r}" for change in found.changes]
    return [f"{found.state}{harmless} {where}".strip(), *kinds]


def test_the_file_is_what_is_told(update: bool) -> None:
    found = {f"{name} {quote}": told(name, quote) for name, quote in QUOTES}
    if update:
        GOLDEN.write_text("\n".join(f"{head}\n{text}" for head, text in found.items()), encoding="utf-8")
    assert blocks(GOLDEN).keys() == found.keys()


@pytest.mark.parametrize(("name", "quote"), QUOTES)
def test_a_quote_is_told_of_so(name: str, quote: str) -> None:
    assert told(name, quote) == blocks(GOLDEN)[f"{name} {quote}"]
