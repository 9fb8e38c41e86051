"""Many links and whether they are still there: a few hosts at a time, each asked for one link after the other."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

from generator.ingest.fetch import Prober, Rules
from generator.ingest.refused import NotPublic, Refused, Unreachable

State: TypeAlias = Literal["alive", "dead", "unknown"]

_GONE = frozenset({404, 410})
"""Not Found and Gone (RFC 9110, 15.5.5 and 15.5.11): of any other answer it isn't known whether it will last."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a link answered: its state, the status where there was one, and why in words. One that isn't public was
    not asked."""

    url: str
    state: State
    status: int | None
    why: str
    is_public: bool = True


@dataclass(frozen=True, slots=True)
class Manners:
    """How links are asked for: so many hosts at a time, and so many seconds between two links of one host, which
    `rest` waits."""

    hosts: int = 8
    pause: float = 1.0
    rest: Callable[[float], None] = time.sleep


def ask(urls: Iterable[str], rules: Rules, manners: Manners) -> Iterator[Asked]:
    """What each of these links answers, each once, host by host as they come in.

    Within `rules`: http and https, public addresses only, what `robots.txt` allows. Alive is what answers below 400,
    dead 404 and 410, a host without a name and one that can't prove who it is; all else is unknown.
    """
    hosts: dict[str, list[str]] = {}
    for url in dict.fromkeys(urls):
        hosts.setdefault(_host(url), []).append(url)
    lean = replace(rules, largest=min(rules.largest, _ROBOTS))
    with ThreadPoolExecutor(max_workers=max(1, min(manners.hosts, len(hosts)))) as workers:
        for asked in workers.map(lambda own: list(_of_host(own, lean, manners)), hosts.values()):
            yield from asked


# --- Private ---

_ROBOTS = 500_000
"""Bytes of a `robots.txt` that must be read (RFC 9309, 2.5)."""


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.casefold()
    except ValueError:
        return ""


def _of_host(urls: list[str], rules: Rules, manners: Manners) -> Iterator[Asked]:
    prober = Prober(rules)
    for number, url in enumerate(urls):
        if number:
            manners.rest(manners.pause)
        yield _asked(prober, url)


def _asked(prober: Prober, url: str) -> Asked:
    try:
        status = prober.status(url)
    except Unreachable as error:
        return Asked(url, "dead", None, error.message)
    except Refused as error:
        return Asked(url, "unknown", None, error.message, is_public=not isinstance(error, NotPublic))
    state: State = "dead" if status in _GONE else "alive" if status < 400 else "unknown"
    return Asked(url, state, status, f"answered {status}")
