"""When, how often and in what order: one solver for times and counts, with proofs.

It knows integers, names and tags; no text and no article.

- ``System``: difference constraints in independent components, incremental; ``solve`` tells all minimal
  cores, ``bounds`` and ``supports`` what follows and why, ``without`` what if a statement were wrong.
- ``series``: "k-th since", "never before", "only", "exactly one" as statements on N(t).
- ``timeline``: days, order, gaps, durations, ages and publication of events.
- ``records``: "the highest since".
- ``sums`` and ``speed``: checks of their own that are no difference constraints.
- ``verify``: re-checks a proof without the solver.
"""

from factcheck.reasoning.constraints import ORIGIN, Branch, Choice, Conflict, Constraint, Core, Tag, between
from factcheck.reasoning.cores import Solution, single_repairs
from factcheck.reasoning.proof import verify
from factcheck.reasoning.system import Bounds, System

__all__ = [
    "ORIGIN",
    "Bounds",
    "Branch",
    "Choice",
    "Conflict",
    "Constraint",
    "Core",
    "Solution",
    "System",
    "Tag",
    "between",
    "single_repairs",
    "verify",
]
