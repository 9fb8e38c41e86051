"""What holds of every export: the format word for word, and quotations that are slices of their articles."""

from __future__ import annotations

from typing import Any

from .desk import Desk

TOP = {"slug", "title", "status", "date", "sources", "claims", "notes", "corrections"}
SOURCE = {"id", "outlet", "title", "published", "rendition", "rights"}
CLAIM = {"id", "claim", "status", "computed_status", "origins", "reports", "assessment", "overrule"}
REPORT = {
    "source",
    "stance",
    "quotes",
    "value",
    "as_of",
    "when",
    "via",
    "via_quote",
    "hedge",
    "translation",
}
VALUE = {"text", "lower", "upper", "lower_closed", "upper_closed", "unit", "scope"}
QUOTE = {"exact", "start", "end", "in"}
STATUSES = {"corroborated", "repeated", "differs", "not comparable", "one source"}


def check_format(exported: dict[str, Any]) -> None:
    """Each mapping has at least the keys of the format, and values of its kinds."""
    assert exported.keys() >= TOP
    assert all(source.keys() >= SOURCE for source in exported["sources"])
    for claim in exported["claims"]:
        assert claim.keys() >= CLAIM
        assert {claim["status"], claim["computed_status"]} <= STATUSES
        assert type(claim["origins"]) is int
        assert claim["origins"] >= 0
        for report in claim["reports"]:
            _check_report(report)


def _check_report(report: dict[str, Any]) -> None:
    assert report.keys() >= REPORT
    assert report["stance"] in {"supports", "denies", "questions"}
    assert isinstance(report["via"], list)
    assert report["quotes"], "a report has a quote"
    assert all(quote.keys() >= QUOTE for quote in report["quotes"])
    value = report["value"]
    if value is not None:
        assert value.keys() >= VALUE
        assert all(value[end] is None or type(value[end]) is str for end in ("lower", "upper"))
        assert all(type(value[end]) is bool for end in ("lower_closed", "upper_closed"))


def check_spans(desk: Desk, exported: dict[str, Any]) -> int:
    """Every quotation is the slice of the body, or of the title, that it says; how many there were."""
    titles = {source["id"]: source["title"] for source in exported["sources"]}
    checked = 0
    for claim in exported["claims"]:
        for report in claim["reports"]:
            source = report["source"]
            texts = {"body": desk.body(exported["slug"], source), "title": titles[source]}
            for quote in report["quotes"]:
                assert texts[quote["in"]][quote["start"] : quote["end"]] == quote["exact"]
                checked += 1
    return checked
