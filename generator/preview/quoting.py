"""A passage that was selected in a page, as YAML to paste below `reports:`."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.anchor import Passage, Selection, passage_of
from generator.model.findings import Findings

STEP = "      "
"""The entries of `reports:` are indented by six spaces where a file is laid out as `briefs fmt` does."""

_MOST = 20_000


class Asked(BaseModel):
    """What the page's script sends."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    path: str
    text: str = Field(max_length=_MOST)
    before: str = Field("", max_length=_MOST)
    after: str = Field("", max_length=_MOST)
    title: bool = False
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Copied:
    """The YAML to copy, or why there is none."""

    yaml: str = ""
    why: str = ""


def read_asked(content: bytes) -> Asked | None:
    """What was sent, or `None` where it has another form."""
    try:
        return Asked.model_validate_json(content)
    except ValidationError:
        return None


def copied(findings: Findings, source: str, asked: Asked) -> Copied:
    """The report that quotes what was selected in a source's article, which passes every check; or why not."""
    where = "title" if asked.title else "body"
    selection = Selection(asked.text, asked.before, asked.after, where, asked.start)
    passage, why = passage_of(findings.brief.articles[source], selection)
    return Copied(yaml=_report(source, passage)) if passage else Copied(why=why)


# --- Private ---


def _report(source: str, passage: Passage) -> str:
    """Whole lines, to be pasted as such."""
    exact = scalar(passage.exact)
    lines = [f"{source}:"]
    if passage.prefix or passage.suffix:
        lines += ["  quote:", f"    exact: {exact}"]
        context = (("prefix", passage.prefix), ("suffix", passage.suffix))
        lines += [f"    {key}: {scalar(text)}" for key, text in context if text]
    else:
        lines += [f"  quote: {exact}"]
    if passage.where == "title":
        lines += ["  in: title"]
    return "".join(f"{STEP}{line}\n" for line in lines)


def scalar(text: str) -> str:
    """`text`, which is on one line, as a quoted scalar (YAML 1.2.2, 7.3): without escapes where it can do without."""
    if not text.isprintable():
        return '"' + "".join(map(_escaped, text)) + '"'
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08x}"
