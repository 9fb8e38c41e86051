"""What the search finds: a claim, a brief, an article or another page, with its text and what it is filtered by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["claim", "brief", "article", "page", "list"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One result. It holds what may be published and nothing else, and only strings, so that it can be kept as JSON.

    `address` lies below the top of the site and may end with an anchor. `text` is what is searched beside the title;
    where it is empty the title alone is. `within` is the title of the brief that it belongs to, `status` and `said`
    are its status and its date in the words of its page's language. `date` is an ISO day, or empty; `filters` holds
    the values of each filter (`status`, `outlet`, `party`, `tag`, `year`, `kind`).
    """

    address: str
    title: str
    text: str
    kind: Kind
    language: str = ""
    within: str = ""
    status: str = ""
    said: str = ""
    date: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
