"""Trees to a brief and a register of parties, and everything that is wrong in them."""

from generator.validate.brief import validate_brief
from generator.validate.register import validate_parties

__all__ = ["validate_brief", "validate_parties"]
