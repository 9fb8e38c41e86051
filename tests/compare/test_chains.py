from __future__ import annotations

import pytest

from .conftest import Compared

BODY = "Boats left."


@pytest.mark.parametrize(
    ("via", "parties", "traceable"),
    [
        ("", {"alder"}, True),
        ("via: wire", {"alder", "wire"}, True),
        ("via: [wire, minister]", {"alder", "wire", "crown"}, True),
        ("via: {together: [minister, telex]}", {"alder", "crown", "telex"}, True),
        ("via: [wire, {together: [minister, several people]}]", {"alder", "wire", "crown"}, True),
        ("via: several sources", {"alder"}, True),
        ("via: [wire, unknown]", {"alder", "wire"}, True),
        ("via: [unknown, wire]", {"alder", "wire"}, True),
        ("via: unknown", {"alder"}, False),
        ("via: [unknown, unknown]", {"alder"}, False),
    ],
)
def test_a_chain_is_the_topmost_parties_of_outlet_and_via(
    compared: Compared, via: str, parties: set[str], traceable: bool
) -> None:
    finding, _ = compared(f"alder: {{quote: Boats left, {via}}}", {"alder": BODY})
    assert (finding.reports[0].chain, finding.reports[0].traceable) == (parties, traceable)


def test_what_a_text_is_based_on_belongs_to_its_chain(compared: Compared) -> None:
    article = "---\noutlet: alder\ntitle: News\nrendition: adaptation\nbased_on: wire\n---\n\nBoats left.\n"
    finding, _ = compared("alder: {quote: Boats left, via: minister}", {"alder": article})
    assert finding.reports[0].chain == {"alder", "wire", "crown"}
