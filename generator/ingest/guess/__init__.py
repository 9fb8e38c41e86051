"""The front matter of an article, guessed from what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.ingest.guess.days import published
from generator.ingest.guess.guess import Guess, Guesses
from generator.ingest.guess.head import title
from generator.ingest.guess.language import language_of
from generator.ingest.guess.names import agency, author
from generator.ingest.guess.outlet import outlet, party_named
from generator.ingest.guess.rendition import rendition
from generator.ingest.lines import Line
from generator.model.brief import Parties

_UNDATED = re.compile(
    r"\b(?:on|am|den|le|el|il|em)\s+(?:\d{1,2}\.?\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s+\d{1,2})?(?!\d|\w|,?\s+\d{4})"
)


def guess_from_lines(
    lines: Sequence[Line], is_body: Sequence[bool], parties: Parties, url: str | None = None
) -> Guesses:
    """What the lines say of the article; `url` is where it is said to stand."""
    body = "\n".join(line.text for line, yes in zip(lines, is_body, strict=True) if yes)
    keys: dict[str, Guess] = {}
    remarks: dict[str, str] = {}
    language = language_of(body)
    if language:
        keys["language"] = Guess(language, "the words of the text")
    if found := title(lines, is_body):
        keys["title"] = found
    if found := author(lines, is_body):
        keys["author"] = found
    keys |= published(lines, is_body, language)
    if "published" not in keys and (undated := _UNDATED.search(body)):
        remarks["published"] = f"the text says “{undated[0]}”, without a year"
    if url:
        keys["url"] = Guess(url, "given")
    based_on(lines, is_body, parties, keys, remarks)
    return Guesses(outlet(lines, is_body, parties, url), keys, remarks)


def based_on(
    lines: Sequence[Line],
    is_body: Sequence[bool],
    parties: Parties,
    keys: dict[str, Guess],
    remarks: dict[str, str],
) -> None:
    """Puts in whose text it was, where the page credits an agency or says that it was translated."""
    if found := rendition(lines, is_body):
        keys["rendition"] = found
    if letters := agency(lines, is_body):
        if known := party_named(letters, parties):
            keys["based_on"] = Guess(known, f"the credit “{letters}”", sure=False)
        else:
            remarks["based_on"] = (
                f"the page credits {letters}: register it and name its id, if the text is theirs"
            )
