"""Why an input gave no article."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - it tells of input, not of a fault of ours
    """Input that no article can be made of: why, and what to do instead."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class Unreachable(Refused):
    """A link that leads nowhere for anybody: its host has no name any more, or can't show that it is who it says."""


class NotPublic(Refused):
    """A link that isn't asked for: its host is not of the public internet."""


def too_many(number: int, what: str, most: int) -> Refused:
    """What is said of a page that has more of something than is read."""
    return Refused(
        f"it has {number:,} {what}; {most:,} is the most that is read", "Give the article's part of it."
    )
