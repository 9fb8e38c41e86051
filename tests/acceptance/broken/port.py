"""A brief that uses most keys and has no problem, the edits that break it, and where each must be reported."""

from __future__ import annotations

from dataclasses import dataclass

from ..desk import PARTIES, article, as_yaml

BRIEF = "briefs/port/brief.yml"
ALDER = "briefs/port/articles/alder.md"
BIRCH = "briefs/port/articles/birch.md"
REGISTER = "briefs/parties.yml"

FILES = {
    BRIEF: """\
title: Fire in the port
summary: Two reports of a fire.
date: 2025-03-01
status: published
author: Ada Lind
updated: 2025-03-02
language: en
tags: [port, fire]
sources: [alder, birch]
related: [storm]

claims:
  - id: hurt
    claim: Some people were hurt
    measure: people
    tolerance: 10%
    reports:
      alder:
        quote: at least 40 people were hurt
        value: at least 40
        scope: on the quay
        as_of: 2025-02-28
        via: [wire, minister]
        via_quote: Ottilie Brandt told Overland Wire
      birch:
        quote: 43 people were probably hurt
        value: 43
        scope: on the quay
        hedge: probably
        via: captain
    assessment:
      likelihood: likely
      confidence: moderate
      why: Both rest on the ministry.

  - id: began
    claim: The fire began on the last day of February
    when: 2025-02-28
    unchecked: [birch]
    reports:
      alder: The fire began at noon on Friday
    overrule:
      status: repeated
      because: source
      note: A neighbour says the same.

notes:
  - source: birch
    quote: a warehouse of the town
    motivation: describing
    note: The town let it in 2019.
    links: ["https://example.org/lease"]

corrections:
  - date: 2025-03-02
    was: 44 people
    now: 43 people
    why: A misprint.
    claim: hurt
""",
    ALDER: """\
---
outlet: alder
title: Many hurt in the port
author: Bo Ek
published: 2025-02-28
url: https://example.org/alder
language: en
rendition: verbatim
rights: excerpts
---

The fire began at noon on Friday in the old part of the port.

It is said that at least 40 people were hurt, Ottilie Brandt told Overland Wire.

Nobody could say how it began. People saw the smoke. People saw the flames.
""",
    BIRCH: """\
---
outlet: birch
title: A warehouse burns
published: 2025-02-28
rendition: adaptation
based_on: telex
---

Some 43 people were probably hurt, said Ruben Achterberg. It was likely the worst fire in years.

It spread from a warehouse of the town.
""",
    REGISTER: as_yaml(PARTIES),
    "briefs/storm/brief.yml": """\
title: A storm
summary: One report.
date: 2025-01-10
claims:
  - {id: storm, claim: There was a storm, reports: {alder: The storm came at night}}
""",
    "briefs/storm/articles/alder.md": article("The storm came at night.", outlet="alder", title="Storm"),
}

HERE, LINE = "▶", "▷"
"""In an edit: the problem's exact place, and its line where product.md tells no column."""


@dataclass(frozen=True)
class Edit:
    """`old` stands once in `file` and becomes `new`, in which `HERE` and `LINE` mark where problems are due."""

    name: str
    old: str
    new: str
    file: str = BRIEF
    near: str = ""
    """What the problem must suggest."""


@dataclass(frozen=True, order=True)
class Place:
    """Where a problem is due; column 0 stands for any."""

    file: str
    line: int
    column: int


def edited(*edits: Edit) -> dict[str, str]:
    """The files with the edits made and their marks still in."""
    files = dict(FILES)
    for edit in edits:
        assert files[edit.file].count(edit.old) == 1, (edit.name, edit.old)
        files[edit.file] = files[edit.file].replace(edit.old, edit.new)
    return files


def unmarked(files: dict[str, str]) -> tuple[dict[str, str], set[Place]]:
    """The files without their marks, and the places that were marked."""
    places = set()
    for file, text in files.items():
        for number, line in enumerate(text.split("\n"), start=1):
            plain = ""
            for character in line:
                if character == HERE:
                    places.add(Place(file, number, len(plain) + 1))
                elif character == LINE:
                    places.add(Place(file, number, 0))
                else:
                    plain += character
    clean = {file: text.replace(HERE, "").replace(LINE, "") for file, text in files.items()}
    return clean, places
