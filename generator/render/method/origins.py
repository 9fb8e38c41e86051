"""A worked example of counting origins: made-up reports that the real rules have counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.brief import (
    UNKNOWN,
    Annotations,
    Article,
    Brief,
    FrontMatter,
    Parties,
    Party,
    Report,
    Together,
)
from generator.model.findings import ClaimFinding, ReportFinding
from generator.model.source import Tree
from generator.model.text import canonical
from generator.render import wording
from generator.render.catalogue import Words
from generator.render.method.meanings import Meaning, status


@dataclass(frozen=True, slots=True)
class Case:
    """One way in which two or three reports may hang together, and what that comes to."""

    name: str
    reports: tuple[tuple[str, str], ...]
    """Each outlet, and who it had it from."""
    sources: str
    origins: str
    status: Meaning


_SEVERAL = "several sources"

_OUTLETS = {"herald": "The Herald", "echo": "The Echo", "post": "The Post"}
_OTHERS = {
    "wire": Party(name="Northern Wire", kind="agency"),
    "ministry": Party(name="the Ministry of Ports", kind="government"),
    "spokesman": Party(name="its spokesman", kind="person", part_of="ministry"),
}

_CASES: Mapping[str, Mapping[str, Sequence[str]]] = {
    "agency": {"herald": ["wire"], "echo": ["wire"]},
    "belonging": {"herald": ["ministry"], "echo": ["spokesman"]},
    "own": {"herald": ["wire"], "echo": []},
    "third": {"herald": ["wire"], "echo": ["wire"], "post": ["ministry"]},
    "unnamed": {"herald": [_SEVERAL], "echo": [_SEVERAL]},
    "unknown": {"herald": [UNKNOWN], "echo": []},
}
"""For each claim who reports it, and who they had it from, nearest first."""


def _article(source: str) -> Article:
    meta = FrontMatter(outlet=source, title=_OUTLETS[source])
    tree = Tree(f"articles/{source}.md", {}, {}, {})
    return Article(source, tree.file, meta, canonical(""), canonical(""), 1, tree)


WORKED = Brief(
    slug="worked",
    annotations=Annotations.model_validate(
        {
            "title": "Worked",
            "summary": "Worked",
            "date": "2026-01-01",
            "claims": [
                {
                    "id": case,
                    "claim": case,
                    "reports": {source: {"quote": case, "via": list(via)} for source, via in reports.items()},
                }
                for case, reports in _CASES.items()
            ],
        }
    ),
    articles={source: _article(source) for source in _OUTLETS},
    parties=Parties({**{id_: Party(name=name) for id_, name in _OUTLETS.items()}, **_OTHERS}),
    tree=Tree("brief.yml", {}, {}, {}),
)
"""The reports, to be compared by whoever sees `compare`."""


def worked(claims: Sequence[ClaimFinding], words: Words) -> tuple[Case, ...]:
    """What comparing `WORKED` came to, in words."""
    names = _names(words)
    return tuple(
        Case(
            names[finding.claim.id],
            tuple((_OUTLETS[report.source], _had_it_from(report, words)) for report in finding.reports),
            wording.sources(len(finding.sources), words),
            wording.origins(finding.origins, words),
            status(finding.status, words),
        )
        for finding in claims
    )


# --- Private ---


def _names(words: Words) -> Mapping[str, str]:
    return {
        "agency": words.gettext("Both had it from one agency."),
        "belonging": words.gettext("They had it from two who belong together."),
        "own": words.gettext("One of them says it on its own authority."),
        "third": words.gettext("A third had it from somebody else."),
        "unnamed": words.gettext("Each has people it doesn’t name: they are never taken for the same."),
        "unknown": words.gettext("One of them doesn’t say who it had it from: that counts for nobody."),
    }


def _had_it_from(report: ReportFinding, words: Words) -> str:
    if not report.report.via:
        return words.gettext("on its own authority")
    return words.gettext("from %(whom)s", whom=", ".join(_whom(report.report, words)))


def _whom(report: Report, words: Words) -> Iterator[str]:
    for link in report.via:
        for name in link.together if isinstance(link, Together) else (link,):
            if name == UNKNOWN:
                yield words.gettext("somebody it doesn’t tell of")
            elif name == _SEVERAL:
                yield words.gettext("“several sources”")
            else:
                yield _party(name, words)


def _party(id_: str, words: Words) -> str:
    called = {
        "ministry": words.gettext("the Ministry of Ports"),
        "spokesman": words.gettext("the ministry’s spokesman"),
    }
    return called.get(id_, WORKED.parties.name(id_))
