from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.origins import independent


def chains(*texts: str) -> list[frozenset[str]]:
    """A party is a letter."""
    return [frozenset(text) for text in texts]


@pytest.mark.parametrize(
    ("reports", "count"),
    [
        ([], 0),
        (["a"], 1),
        (["a", "b"], 2),
        (["a", "a"], 1),
        (["an", "bn"], 1),
        (["an", "bm"], 2),
        (["an", "bn", "c"], 2),
        (["aw", "bwm", "cm"], 2),
        (["vwxyz", "v", "w", "x", "y", "z"], 5),
        (["ab", "bc", "cd", "de", "ea"], 2),
        (["ab", "bc", "cd", "de", "ef", "fa"], 3),
        (["ab", "bc", "cd", "de", "ea", "fg", "gh", "hi", "ij", "jk", "kl", "lf"], 5),
        (["abcu", "adev", "bdfw", "fgx", "cghy", "ehz"], 3),
        (["lf", "ab", "kl", "bc", "jk", "cd", "ij", "de", "hi", "ea", "gh", "fg", "z"], 6),
    ],
)
def test_origins_are_the_most_reports_that_share_no_party(reports: list[str], count: int) -> None:
    assert independent(chains(*reports)) == count


def brute_force(reports: list[frozenset[str]]) -> int:
    for size in range(len(reports), 0, -1):
        for chosen in combinations(reports, size):
            if all(left.isdisjoint(right) for left, right in combinations(chosen, 2)):
                return size
    return 0


CHAIN = st.frozensets(st.sampled_from("abcdefghij"), min_size=1, max_size=4)


@given(st.lists(CHAIN, max_size=9))
def test_the_count_is_that_of_trying_every_choice(reports: list[frozenset[str]]) -> None:
    assert independent(reports) == brute_force(reports)


@given(st.integers(6, 9), st.randoms(use_true_random=False))
def test_so_it_is_where_reports_share_a_party_pair_by_pair(size: int, chance: random.Random) -> None:
    """No report is easily taken or left: what counts is found by trying."""
    pairs = [pair for pair in combinations(range(size), 2) if chance.random() < 0.5]
    reports = [frozenset(f"{a}-{b}" for a, b in pairs if n in (a, b)) | {f"own{n}"} for n in range(size)]
    assert independent(reports) == brute_force(reports)


def ring(name: str, number: int, order: str) -> list[frozenset[str]]:
    """So many chains in a ring, each of which shares a party with its neighbours; sorted, they come in an order."""
    parties = [f"{order[n]}{name}" for n in range(number)]
    return [frozenset((parties[n], parties[(n + 1) % number])) for n in range(number)]


RING = ring("", 8, "abgcdefh")
"""Taken one by one as they come when sorted, three of these; at best four."""


def test_a_report_that_shares_with_most_is_left_out_where_more_stand_without_it() -> None:
    hub = frozenset(f"h{n}" for n in range(8))
    wheel = [chain | {f"h{n}"} for n, chain in enumerate(RING)]
    assert independent([hub, *wheel]) == 4
    assert independent([hub, *wheel[:7]]) == 4
    assert independent([hub, frozenset({"h0", "h1"}), *wheel[2:4]]) == 2


def test_reports_that_rest_on_more_than_others_do_count_for_nothing_however_many() -> None:
    more = [chain | {f"x{n}"} for n in range(50) for chain in RING]
    assert independent([*more, *RING]) == 4


def test_rings_that_share_nothing_are_counted_one_by_one() -> None:
    assert independent([chain for n in range(20) for chain in ring(str(n), 8, "abgcdefh")]) == 80


@given(st.lists(CHAIN, max_size=20), CHAIN)
def test_one_more_report_never_lowers_the_count(
    reports: list[frozenset[str]], another: frozenset[str]
) -> None:
    before, after = independent(reports), independent([*reports, another])
    assert before <= after <= before + 1


@given(st.lists(CHAIN, max_size=20), st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing(reports: list[frozenset[str]], chance: random.Random) -> None:
    shuffled = list(reports)
    chance.shuffle(shuffled)
    assert independent(shuffled) == independent(reports)


@pytest.mark.parametrize(
    ("size", "parties", "width"), [(60, 40, 2), (200, 100, 3), (200, 400, 3), (5000, 300, 2)]
)
def test_many_tangled_reports_do_not_hang(size: int, parties: int, width: int) -> None:
    chance = random.Random(7)  # noqa: S311 - any fixed tangle will do
    names = [str(number) for number in range(parties)]
    reports = [frozenset(chance.sample(names, width)) for _ in range(size)]
    assert 1 <= independent(reports) <= parties // width


def paths(number: int) -> list[frozenset[str]]:
    """Each of three chains in a row, of which the middle one comes first when they are sorted: exactly, two count."""
    return [
        frozenset(pair)
        for n in range(number)
        for pair in ((f"a{n}", f"b{n}"), (f"a{n}", f"x{n}"), (f"b{n}", f"y{n}"))
    ]


def test_up_to_two_hundred_tangled_chains_the_count_is_exact_beyond_it_is_a_lower_bound() -> None:
    pair = chains("pq", "qr")
    assert independent([*paths(66), *pair]) == 2 * 66 + 1
    assert independent(paths(67)) == 67


def test_two_hundred_reports_that_hang_together_are_counted_exactly() -> None:
    """Parties in a grid, each pair of neighbours in a report: half of the parties' number, and soon found."""
    side = 10
    across = [(y * side + x, y * side + x + 1) for y in range(side) for x in range(side - 1)]
    down = [(place, place + side) for place in range(side * (side - 1))]
    assert (
        independent(frozenset(str(end * 37 % side**2) for end in pair) for pair in across + down)
        == side * side // 2
    )
