"""The tables of `cases/` as briefs: one invented event for each row, with what comparing its reports must give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from ..desk import article, as_yaml

CASES = Path(__file__).with_name("cases")


@dataclass(frozen=True)
class Case:
    """One brief with one claim, and what is expected of it."""

    slug: str
    name: str
    reports: dict[str, Any]
    status: str
    computed: str
    origins: int
    claim: dict[str, Any] = field(default_factory=dict)
    articles: dict[str, dict[str, str]] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)

    @property
    def files(self) -> dict[str, str]:
        """The files of the brief, by their path below `briefs/`."""
        claim = {"id": "event", "claim": self.name, **self.claim, "reports": self.reports}
        brief = {"title": self.name, "summary": "Invented.", "date": "2025-03-01", "claims": [claim]}
        sources = list(dict.fromkeys([*self.reports, *self.articles]))
        return {f"{self.slug}/brief.yml": as_yaml(brief)} | {
            f"{self.slug}/articles/{source}.md": self._article(source) for source in sources
        }

    def _article(self, source: str) -> str:
        front = dict(self.articles.get(source, {}))
        quotes = quotes_of(self.reports.get(source, []))
        body = "\n\n".join(
            f"On that day, the paper wrote, {quote}, and no more was known." for quote in quotes
        )
        return article(front.pop("body", body), outlet=source, title=f"News of the {source}", **front)


def quotes_of(reports: object) -> list[str]:
    """The quotes of one source's report, or reports, as written."""
    listed = reports if isinstance(reports, list) else [reports]
    return [report if isinstance(report, str) else report["quote"] for report in listed]


def _dated(row: dict[str, Any]) -> dict[str, Any]:
    """A row of `dates.yml`: two outlets, each with its date for one event."""
    first, second = row["dates"]
    reports = {
        "alder": {"quote": "the fleet sailed", "when": first},
        "birch": {"quote": "the boats left", "when": second},
    }
    status = "corroborated" if row["meet"] == "yes" else "differs"
    return {"name": row["name"], "reports": reports, "status": status, "origins": "2"}


def cases() -> Iterator[Case]:
    """Every row of every table."""
    for table in sorted(CASES.glob("*.yml")):
        rows = yaml.load(table.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts alone
        for number, row in enumerate(rows, start=1):
            told = _dated(row) if table.stem == "dates" else row
            told = {"computed": told["status"], **told, "origins": int(told["origins"])}
            yield Case(slug=f"{table.stem}-{number:02}", **told)


@dataclass(frozen=True)
class Interval:
    """An interval as the tables write it: `[90, 110]`, `(100, inf)`."""

    lower: Decimal | None
    upper: Decimal | None
    lower_closed: bool
    upper_closed: bool

    @staticmethod
    def read(text: str) -> Interval:
        """The interval that a table writes."""
        match = re.fullmatch(r"([\[(])(\S+), (\S+)([\])])", text)
        assert match, text
        opening, lower, upper, closing = match.groups()
        return Interval(_end(lower), _end(upper), opening == "[", closing == "]")

    @staticmethod
    def exported(value: dict[str, Any]) -> Interval:
        """The interval of an exported `value`; an end that isn't there counts as open."""
        lower, upper = (None if value[end] is None else Decimal(value[end]) for end in ("lower", "upper"))
        return Interval(
            lower,
            upper,
            value["lower_closed"] and lower is not None,
            value["upper_closed"] and upper is not None,
        )


def _end(text: str) -> Decimal | None:
    return None if text.endswith("inf") else Decimal(text)
