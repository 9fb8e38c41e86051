"""The result of a build, looked at before it is published: files -> what they link to and what is wrong with them."""

from generator.publish.inspect.between import Between
from generator.publish.inspect.look import (
    Looked,
    Looking,
    dead,
    has_id,
    is_looked_at,
    links_to,
    look,
    problem_of,
)
from generator.publish.inspect.markup import ids_of
from generator.publish.inspect.sizes import Budgets, over_budget, read_budgets

__all__ = [
    "Between", "Budgets", "Looked", "Looking", "dead", "has_id", "ids_of", "is_looked_at", "links_to", "look",
    "over_budget", "problem_of", "read_budgets",
]  # fmt: skip
