"""The status of a claim, by product.md's five rules in their order, and the origins it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from generator.compare.origins import independent
from generator.model.findings import Comparison, ReportFinding, Status

_STANCES = ("supports", "denies", "questions")


def status_of(
    reports: Sequence[ReportFinding], pairs: Sequence[Comparison]
) -> tuple[Status, int, frozenset[int]]:
    """The status, the number of origins, and the indexes of the reports over which these were counted."""
    case = _Case(reports, pairs)
    status = next(status for status, fits in RULES if fits(case))
    if status in _AGREED:
        return status, case.agreeing[0], case.agreeing[1]
    counted = frozenset(range(len(reports)))
    return status, case.origins(counted), counted


class _Case:
    """The reports of one claim with their comparisons, and what several rules need of them, found out once."""

    def __init__(self, reports: Sequence[ReportFinding], pairs: Sequence[Comparison]) -> None:
        self.reports = reports
        self.pairs = pairs

    @cached_property
    def agreeing(self) -> tuple[int, frozenset[int]]:
        """ "Origins are counted over the reports that agree: of the same stance and, where figures or dates were
        compared, those that took part."

        To take part is to give a figure, or a `when`, that could be compared with one of another source; where both
        figures and dates were compared, either will do. A report without any took no part, nor did another scope.
        Where some deny and others question (rule 2 asks for one that supports), those agree that have most origins;
        on a tie the first of supports, denies, questions. The number of origins comes first.
        """
        compared = (pair for pair in self.pairs if pair.common is not None)
        took_part = {index for pair in compared for index in (pair.left, pair.right)}
        groups: dict[str, list[int]] = {stance: [] for stance in _STANCES}
        for index in took_part or range(len(self.reports)):
            groups[self.reports[index].report.stance].append(index)
        counted = [(self.origins(group), frozenset(group)) for group in groups.values() if group]
        return max(counted, key=lambda group: group[0])

    def origins(self, counted: Iterable[int]) -> int:
        """A report that can't be followed to anybody counts for none."""
        return independent([self.reports[i].chain for i in counted if self.reports[i].traceable])


# --- The rules ---


def _is_of_one_source(case: _Case) -> bool:
    return len({report.source for report in case.reports}) <= 1


def _differs(case: _Case) -> bool:
    return _is_disputed(case.reports) or any(pair.common is False for pair in case.pairs)


def _is_disputed(reports: Sequence[ReportFinding]) -> bool:
    """ "One source supports and another denies or questions": there are several, by the rule before."""
    supporting = {report.source for report in reports if report.report.stance == "supports"}
    opposing = {report.source for report in reports if report.report.stance != "supports"}
    return bool(supporting and opposing)


def _counts_nothing_in_common(case: _Case) -> bool:
    """ "At least two sources gave figures, and no pair of different sources counts the same thing": whatever
    their dates come to."""
    giving = {report.source for report in case.reports if report.figure is not None}
    return len(giving) >= 2 and not any(
        pair.of == "figure" and pair.common is not None for pair in case.pairs
    )


def _has_two_origins(case: _Case) -> bool:
    return case.agreeing[0] >= 2


def _agrees(case: _Case) -> bool:
    """Where no rule before it fits, they do."""
    return True


RULES: tuple[tuple[Status, Callable[[_Case], bool]], ...] = (
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
