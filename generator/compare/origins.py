"""Independent origins: the largest number of reports, no two of which share a party."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

MOST_CHAINS = 200
MOST_STEPS = 5_000
"""Beyond either, the count is a lower bound (reports taken greedily). No claim of real newsrooms comes near."""


def independent(chains: Iterable[frozenset[str]]) -> int:
    """The size of a largest set of chains that are pairwise disjoint (maximum set packing), exact.

    "The count is the largest number of reports no two of which depend on each other (so that one more source
    never lowers it)": product.md, "Independent origins".
    """
    told = set(chains)
    if len(told) < 2:
        return len(told)
    parties = frozenset[str]().union(*told)
    if sum(map(len, told)) == len(parties):  # no two share a party
        return len(told)
    least = _least(told)
    unlinked = sum(not chain for chain in least)
    linked = [chain for chain in least if chain]
    if frozenset.intersection(*linked):  # all share one
        return unlinked + 1
    if len(linked) > MOST_CHAINS:
        return unlinked + _greedy(linked)
    search = _Search(linked)
    every = (1 << len(linked)) - 1
    count = search.largest(every, every)
    return unlinked + (_greedy(linked) if search.gave_up else count)


def _least(chains: set[frozenset[str]]) -> list[frozenset[str]]:
    """The chains that hold no other: whatever a longer one can stand beside, the shorter can."""
    ordered = sorted(chains, key=lambda chain: (len(chain), sorted(chain)))
    if len(ordered) > 5 * MOST_CHAINS:
        return ordered
    kept: list[frozenset[str]] = []
    for chain in ordered:
        if not any(shorter <= chain for shorter in kept if shorter):
            kept.append(chain)
    return kept


def _greedy(chains: Sequence[frozenset[str]]) -> int:
    taken: set[str] = set()
    count = 0
    for chain in chains:
        if taken.isdisjoint(chain):
            taken |= chain
            count += 1
    return count


class _Search:
    """Branch and bound over the graph of chains that share a party; a set of chains is the bits of a number."""

    def __init__(self, chains: Sequence[frozenset[str]]) -> None:
        holders: dict[str, int] = {}
        for index, chain in enumerate(chains):
            for party in chain:
                holders[party] = holders.get(party, 0) | 1 << index
        self._reach = [0] * len(chains)  # each chain with all that it shares a party with, itself too
        for index, chain in enumerate(chains):
            for party in chain:
                self._reach[index] |= holders[party]
        names = {party: 1 << number for number, party in enumerate(holders)}
        self._parties = [sum(names[party] for party in chain) for chain in chains]
        self._known: dict[int, int] = {0: 0}
        self._steps = 0

    @property
    def gave_up(self) -> bool:
        """Whether it took too many steps to be exact."""
        return self._steps > MOST_STEPS

    def largest(self, chains: int, changed: int) -> int:
        """The size of a largest independent set among `chains`, of which those not `changed` cannot be taken as they
        are: they have lost none that they share with since that was tried."""
        count, chains = self._forced(chains, changed)
        if chains not in self._known:
            self._steps += 1
            self._known[chains] = 0 if self.gave_up else self._split(chains)
        return count + self._known[chains]

    def _forced(self, chains: int, changed: int) -> tuple[int, int]:
        """Takes each chain whose neighbours all share with each other: some largest set holds it."""
        count, waiting = 0, changed & chains
        while waiting:
            lowest = waiting & -waiting
            waiting ^= lowest
            index = lowest.bit_length() - 1
            if self._is_free(index, chains):
                gone = self._reach[index] & chains
                chains &= ~gone
                waiting = (waiting | self._around(gone)) & chains
                count += 1
        return count, chains

    def _is_free(self, index: int, chains: int) -> bool:
        near = self._reach[index] & chains
        return all(near & ~self._reach[other] == 0 for other in _bits(near))

    def _around(self, chains: int) -> int:
        """All that share a party with one of these."""
        found = 0
        for index in _bits(chains):
            found |= self._reach[index]
        return found

    def _split(self, chains: int) -> int:
        """By parts that share nothing; else with and without the chain that shares with most."""
        part = self._part(chains)
        if part != chains:
            return self.largest(part, 0) + self.largest(chains & ~part, 0)
        busiest = max(_bits(chains), key=lambda i: (self._reach[i] & chains).bit_count())
        near = self._reach[busiest]
        found = 1 + self.largest(chains & ~near, self._around(near & chains))
        if found >= self._most(chains):
            return found
        return max(found, self.largest(chains & ~(1 << busiest), near))

    def _most(self, chains: int) -> int:
        """What no set among these can exceed: each takes as many parties as the shortest has, for itself alone."""
        every = 0
        for index in _bits(chains):
            every |= self._parties[index]
        return every.bit_count() // min(self._parties[index].bit_count() for index in _bits(chains))

    def _part(self, chains: int) -> int:
        part, frontier = 0, chains & -chains
        while frontier:
            part |= frontier
            frontier = self._around(frontier) & chains & ~part
        return part


def _bits(number: int) -> list[int]:
    bits = []
    while number:
        lowest = number & -number
        bits.append(lowest.bit_length() - 1)
        number ^= lowest
    return bits
