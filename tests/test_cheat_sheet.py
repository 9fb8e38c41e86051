"""The cheat sheet says what is true: its brief passes every check, and what it names is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from generator import pipeline
from generator.cli import commands
from generator.model import brief as model
from generator.model.keys import StatusWord
from generator.model.settings import Settings

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "site_src" / "cheat-sheet.md").read_text(encoding="utf-8")

ARTICLES = {
    "courier": """\
A warehouse in the harbour burned down on Tuesday night. At least 12 people were hurt.

The fire is believed to have started in a workshop.
""",
    "radio": """\
A warehouse on the quay, the old grain store, was gone by morning, the fire brigade said.

Early on, nobody was hurt. Then nine people were hurt, a doctor said, and later nine people were hurt in the crush.
""",
}
REGISTER = """\
courier: {name: The Courier}
radio: {name: Radio Fennmouth}
fire-brigade: {name: Fennmouth Fire Brigade}
northern-wire: {name: Northern Wire}
"""


def _checked(root: Path) -> pipeline.Outcome:
    [text] = re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    files = {"parties.yml": REGISTER, "harbour-fire/brief.yml": text}
    files |= {
        f"harbour-fire/articles/{source}.md": f"---\noutlet: {source}\ntitle: A fire\n---\n\n{body}"
        for source, body in ARTICLES.items()
    }
    for name, content in files.items():
        path = root / "briefs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return pipeline.check(root, Settings(drafts=True))


def _codes() -> set[str]:
    """Each code of a problem in the code."""
    rooms = ("anchor", "compare", "load", "pipeline", "validate")
    sources = (
        path.read_text("utf-8") for room in rooms for path in (ROOT / "generator" / room).rglob("*.py")
    )
    return {code for text in sources for code in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', text)}


def test_its_brief_passes_every_check(tmp_path: Path) -> None:
    outcome = _checked(tmp_path)
    assert [(p.location.line, p.code, p.message) for p in outcome.problems] == []
    claims = outcome.findings["harbour-fire"].claims
    assert [claim.claim.id for claim in claims] == ["burned-down", "hurt", "cause"]


def test_it_shows_every_key_of_a_claim_and_of_a_report_but_the_rare(tmp_path: Path) -> None:
    brief = _checked(tmp_path).findings["harbour-fire"].brief.annotations
    used = {name for claim in brief.claims for name in claim.model_fields_set}
    assert set(model.Claim.model_fields) - used == {"aliases", "reviewed_by"}
    reports = [report for claim in brief.claims for every in claim.reports.values() for report in every]
    used = {name for report in reports for name in report.model_fields_set}
    assert set(model.Report.model_fields) - used <= {"where", "when", "unit", "translation", "note"}


def test_every_message_that_it_explains_can_come() -> None:
    table = PAGE[PAGE.index("## What a message wants") :]
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", table))
    assert named
    assert named - _codes() == set()


def test_every_command_that_it_names_is_there() -> None:
    named = set(re.findall(r"^briefs ([a-z]+)", PAGE, re.MULTILINE))
    assert named - set(commands.commands) == set()
    assert len(named) >= 7
    options = {
        option for each in commands.commands.values() for found in each.params for option in found.opts
    }
    assert set(re.findall(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*", PAGE)) - options == set()


def test_it_explains_every_status_and_no_other() -> None:
    table = PAGE[PAGE.index("## What a claim's status means") : PAGE.index("## What a message wants")]
    assert set(re.findall(r"^\| ([a-z ]+) \|", table, re.MULTILINE)) == set(get_args(StatusWord))
