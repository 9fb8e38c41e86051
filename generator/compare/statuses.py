"""The status of a claim, by product.md's five rules in their order, and the origins it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from generator.compare.origins import independent
from generator.model.findings import Comparison, ReportFinding, Status

_STANCES = ("supports", "denies", "questions")


def status_of(
    reports: Sequence[ReportFinding], pairs: Sequence[Comparison]
) -> tuple[Status, int, frozenset[int]]:
    """The status, the number of origins, and the indexes of the reports over which these were counted."""
    status = next(status for status, fits in RULES if fits(reports, pairs))
    counted = _agreeing(reports, pairs) if status in _AGREED else frozenset(range(len(reports)))
    return status, _origins(reports, counted), counted


# --- The rules ---


def _is_of_one_source(reports: Sequence[ReportFinding], pairs: Sequence[Comparison]) -> bool:
    return len({report.source for report in reports}) <= 1


def _differs(reports: Sequence[ReportFinding], pairs: Sequence[Comparison]) -> bool:
    return _is_disputed(reports) or any(pair.common is False for pair in pairs)


def _is_disputed(reports: Sequence[ReportFinding]) -> bool:
    """ "One source supports and another denies or questions": a source is no other than itself."""
    supporting = {report.source for report in reports if report.report.stance == "supports"}
    opposing = {report.source for report in reports if report.report.stance != "supports"}
    return bool(supporting and opposing) and len(supporting | opposing) > 1


def _counts_nothing_in_common(reports: Sequence[ReportFinding], pairs: Sequence[Comparison]) -> bool:
    """ "At least two sources gave figures, and no pair of different sources counts the same thing": whatever
    their dates come to."""
    giving = {report.source for report in reports if report.figure is not None}
    return len(giving) >= 2 and not any(pair.of == "figure" and pair.common is not None for pair in pairs)


def _has_two_origins(reports: Sequence[ReportFinding], pairs: Sequence[Comparison]) -> bool:
    return _origins(reports, _agreeing(reports, pairs)) >= 2


def _agrees(reports: Sequence[ReportFinding], pairs: Sequence[Comparison]) -> bool:
    """Where no rule before it fits, they do."""
    return True


RULES: tuple[tuple[Status, Callable[[Sequence[ReportFinding], Sequence[Comparison]], bool]], ...] = (
    (Status.ONE_SOURCE, _is_of_one_source),
    (Status.DIFFERS, _differs),
    (Status.NOT_COMPARABLE, _counts_nothing_in_common),
    (Status.CORROBORATED, _has_two_origins),
    (Status.REPEATED, _agrees),
)
"""The rules in the order in which they are tried; the first that fits gives the status."""

ORDER = tuple(status for status, _ in RULES)

_AGREED = frozenset({Status.CORROBORATED, Status.REPEATED})
"""Of these, origins are counted over the reports that agree; of the others, over all."""


# --- What they come to ---


def _agreeing(reports: Sequence[ReportFinding], pairs: Sequence[Comparison]) -> frozenset[int]:
    """ "Origins are counted over the reports that agree: of the same stance and, where figures or dates were
    compared, those that took part."

    To take part is to give a figure, or a `when`, that could be compared with one of another source; where both
    figures and dates were compared, either will do. A report without any took no part, nor did another scope.
    Where some deny and others question (rule 2 asks for one that supports), those agree that have most origins;
    on a tie the first of supports, denies, questions.
    """
    took_part = {index for pair in pairs if pair.common is not None for index in (pair.left, pair.right)}
    chosen = took_part or range(len(reports))
    groups = [frozenset(i for i in chosen if reports[i].report.stance == stance) for stance in _STANCES]
    return max((group for group in groups if group), key=lambda group: _origins(reports, group))


def _origins(reports: Sequence[ReportFinding], counted: Iterable[int]) -> int:
    """A report that can't be followed to anybody counts for none."""
    return independent(reports[i].chain for i in counted if reports[i].traceable)
