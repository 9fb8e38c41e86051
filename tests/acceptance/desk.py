"""A site made of given files in a folder of its own, and the desk's commands run on it in this process."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

PROJECT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("BRIEFS_SHARED", PROJECT.parent / "shared"))

CONFIG = """\
site_name: An acceptance site
docs_dir: site_src
theme: {name: material, font: false}
plugins: [search, briefs]
"""

PARTIES: dict[str, dict[str, str]] = {
    "alder": {"name": "The Alder Gazette", "kind": "newspaper"},
    "birch": {"name": "Birch Evening Mail", "kind": "newspaper"},
    "cedar": {"name": "Radio Cedar", "kind": "broadcaster"},
    "dogwood": {"name": "Dogwood Tribune", "kind": "newspaper"},
    "elm": {"name": "Elm & Sons Observer", "kind": "newspaper"},
    "fir": {"name": "Fir Coast Echo", "kind": "newspaper"},
    "hazel": {"name": "Hazel on Sunday", "kind": "newspaper", "part_of": "orchard"},
    "juniper": {"name": "Juniper Daily", "kind": "newspaper", "part_of": "orchard"},
    "orchard": {"name": "Orchard Press Holding", "kind": "organisation"},
    "wire": {"name": "Overland Wire", "kind": "agency"},
    "telex": {"name": "Telex Nord", "kind": "agency"},
    "cable": {"name": "Cable & Courier", "kind": "agency"},
    "pigeon": {"name": "Pigeon Post Service", "kind": "agency"},
    "beacon": {"name": "Beacon Despatch", "kind": "agency"},
    "crown": {"name": "Crown Council of Lethe", "kind": "government"},
    "ministry": {"name": "Harbour Ministry", "kind": "government", "part_of": "crown"},
    "minister": {"name": "Ottilie Brandt", "kind": "person", "part_of": "ministry"},
    "captain": {"name": "Ruben Achterberg", "kind": "person", "part_of": "ministry"},
    "mayor": {"name": "Ingrid Solheim", "kind": "person", "part_of": "town"},
    "town": {"name": "Town of Vinterhavn", "kind": "government"},
}
"""The register of the invented world: six newspapers, a publisher of two more, agencies, offices, people."""


class _Dumper(yaml.SafeDumper):
    """YAML as an editor would write it: no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def as_yaml(value: object) -> str:
    """`value` as block YAML, keys in their order, one line for each text."""
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1_000_000)


def article(body: str, **front: object) -> str:
    """An article file."""
    return f"---\n{as_yaml(front)}---\n\n{body}\n"


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def problems(self) -> list[dict[str, Any]]:
        """The problems that `--format json` printed."""
        found: list[dict[str, Any]] = json.loads(self.out)["problems"]
        return found

    @property
    def errors(self) -> list[dict[str, Any]]:
        """The problems that are no mere warnings."""
        return [problem for problem in self.problems if problem["severity"] == "error"]


@dataclass(frozen=True)
class Desk:
    """A site's folder. Commands run in this process; an exception of theirs is an exception here."""

    root: Path

    def write(self, files: Mapping[str, str | bytes]) -> Desk:
        """Put `files` down below the site's root."""
        for name, content in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return self

    def run(self, command: str, *arguments: str) -> Outcome:
        """Run `briefs COMMAND -f mkdocs.yml ARGUMENTS`."""
        from generator.cli import commands

        config = str(self.root / "mkdocs.yml")
        runner = CliRunner(env={"NO_COLOR": "1"})
        result = runner.invoke(commands, [command, "-f", config, *arguments], catch_exceptions=False)
        return Outcome(result.exit_code, result.stdout, result.stderr)

    def check(self, *slugs: str) -> Outcome:
        """Run `briefs check --format json`."""
        return self.run("check", "--format", "json", *slugs)

    def export(self, slug: str) -> dict[str, Any]:
        """What `briefs export SLUG` prints."""
        outcome = self.run("export", slug)
        assert outcome.code == 0, outcome.err
        exported: dict[str, Any] = json.loads(outcome.out)
        return exported

    def body(self, slug: str, source: str) -> str:
        """The canonical body of an article: after the front matter, stripped, NFC, `\\n` line ends."""
        raw = (self.root / "briefs" / slug / "articles" / f"{source}.md").read_bytes().decode("utf-8-sig")
        text = raw.replace("\r\n", "\n").replace("\r", "\n").split("\n---\n", 1)[1]
        return unicodedata.normalize("NFC", text).strip()


def bare_site(root: Path) -> Desk:
    """A site with the register and no brief yet."""
    return Desk(root).write(
        {
            "mkdocs.yml": CONFIG,
            "site_src/about.md": "# About\n\nA page of its own.\n",
            "briefs/parties.yml": as_yaml(PARTIES),
        }
    )
