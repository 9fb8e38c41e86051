"""How hosts read the headers of a built site."""

from __future__ import annotations


def rules_for(text: str, path: str) -> list[tuple[str, str]]:
    """The headers that `_headers` files of this text give an address, as hosts read them: of each rule that fits."""
    fields: list[tuple[str, str]] = []
    fits = False
    for line in text.splitlines():
        if line.startswith("/"):
            start, star, _ = line.partition("*")
            fits = path.startswith(start) if star else path == line
        elif fits and line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            fields.append((name, value))
    return fields
