"""Compiled templates, kept for the next process: to compile them takes longer than to render a brief."""

from __future__ import annotations

from hashlib import sha256

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.render.catalogue import Words


def keep_templates(behind: BytecodeCache | None) -> None:
    """From now on a template's code is looked for in `behind`, and put there once it is compiled; nowhere for `None`,
    as at first. It is the same for the same program: what is kept by another must not be found there."""
    Kept.behind = behind


class Kept(BytecodeCache):
    """What is kept of the templates in one language, in whose words they are compiled."""

    behind: BytecodeCache | None = None

    def __init__(self, words: Words) -> None:
        self.words = words

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Jinja asks besides whether the template's text is the same."""
        return sha256(f"{self.words.language}\0{self.words.locale}\0{name}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """What was kept, if anything was."""
        if self.behind:
            self.behind.load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps it where something keeps it."""
        if self.behind:
            self.behind.dump_bytecode(bucket)
