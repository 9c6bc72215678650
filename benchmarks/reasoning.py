"""Time to the minimal core: ours, z3 and a Bellman-Ford from scratch, on the same systems.

    python benchmarks/reasoning.py

Each system holds 100, 1,000 or 10,000 claims with one planted conflict of four claims: days of events
(two constraints a claim) and orders of two events. In "stories" twenty claims share a component, in "one
story" all do. Every solver must return exactly the planted claims: ours has then shown that there is no
other core, z3 and Bellman-Ford stop at the first. "one more" is the time that ours takes for one more claim
once the system stands; the others start again. Figures are medians of wall-clock times (z3 at 10,000: one
run).
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

import z3

from factcheck.reasoning import ORIGIN, Constraint, System, between

STORY = 20
PLANTED = (1, 2, 3, 4)


@dataclass(frozen=True)
class Claims:
    """The constraints of a system in the order of reading; a claim's tag is its number."""

    shape: str
    size: int
    constraints: tuple[Constraint, ...]


def generate(shape: str, size: int) -> Claims:
    """Claims that agree with one true day for each event, and four that do not."""
    rng = random.Random(size)
    story = STORY if shape == "stories" else size
    claims: list[tuple[Constraint, ...]] = []
    for number in range(len(PLANTED), size):
        first = number // story * story
        events = [first + rng.randrange(story // 2) for _ in range(2)]
        claims.append(_claim(rng, number + 1, *events))
    planted = _planted()
    for tag, claim in zip(PLANTED, planted, strict=True):
        claims.insert(rng.randrange(len(claims) // 2, len(claims)) if tag == 4 else 0, claim)
    return Claims(shape, size, tuple(constraint for claim in claims for constraint in claim))


def _claim(rng: random.Random, tag: int, a: int, b: int) -> tuple[Constraint, ...]:
    day_a, day_b = 738_000 + a * 7 % 365, 738_000 + b * 7 % 365
    if a == b or rng.random() < 0.5:
        return between(f"e{a}", ORIGIN, day_a - rng.randrange(4), day_a + rng.randrange(4), tag)
    return between(f"e{a}", f"e{b}", None, day_a - day_b + rng.randrange(8), tag)


def _planted() -> tuple[tuple[Constraint, ...], ...]:
    """x on one day, y three days later or more, z after y, and z within four days of x's day."""
    return (
        between("x", ORIGIN, 738_010, 738_010, 1),
        between("y", "x", 3, None, 2),
        (*between("z", "y", 3, None, 3), Constraint("z", "e0", 400, 3)),
        between("z", ORIGIN, None, 738_014, 4),
    )


def ours(claims: Claims) -> list[object]:
    system = System()
    system.add_all(claims.constraints)
    (core,) = system.solve().cores
    return sorted(core.tags)


def with_z3(claims: Claims) -> list[object]:
    solver = z3.Solver()
    solver.set("core.minimize", True)
    points: dict[str, z3.ArithRef] = {ORIGIN: z3.IntVal(0)}
    by_tag: dict[object, list[z3.BoolRef]] = {}
    for c in claims.constraints:
        x, y = (points.setdefault(point, z3.Int(point)) for point in (c.x, c.y))
        by_tag.setdefault(c.tag, []).append(x - y <= c.bound)
    for tag, formulas in by_tag.items():
        solver.assert_and_track(z3.And(formulas), f"t{tag}")
    assert solver.check() == z3.unsat
    return sorted(int(str(name)[1:]) for name in solver.unsat_core())


def bellman_ford(claims: Claims) -> list[object]:
    cycle = negative_cycle(claims.constraints)
    assert cycle is not None
    kept = sorted({c.tag for c in cycle})
    for tag in list(kept):
        rest = [other for other in kept if other != tag]
        if negative_cycle([c for c in claims.constraints if c.tag in rest]) is not None:
            kept = rest
    return list(kept)


def negative_cycle(constraints: tuple[Constraint, ...] | list[Constraint]) -> list[Constraint] | None:
    """Bellman-Ford with a walk over the predecessors after each pass, so that it ends at the first cycle."""
    value = {point: 0 for c in constraints for point in (c.x, c.y)}
    cause: dict[str, Constraint] = {}
    while True:
        changed = False
        for c in constraints:
            if value[c.y] + c.bound < value[c.x]:
                value[c.x] = value[c.y] + c.bound
                cause[c.x] = c
                changed = True
        if not changed:
            return None
        cycle = _cycle_of(cause)
        if cycle is not None:
            return cycle


def _cycle_of(cause: dict[str, Constraint]) -> list[Constraint] | None:
    seen: dict[str, str] = {}
    for root in cause:
        point = root
        while point in cause and point not in seen:
            seen[point] = root
            point = cause[point].y
        if point in cause and seen[point] == root:
            cycle = [cause[point]]
            while cycle[-1].y != point:
                cycle.append(cause[cycle[-1].y])
            return cycle
    return None


def one_more(claims: Claims) -> float:
    system = System()
    system.add_all(claims.constraints)
    system.solve()
    started = perf_counter()
    system.add("e1", "e2", 1_000, claims.size + 1)
    system.solve()
    return perf_counter() - started


def timed(solve: Callable[[Claims], list[object]], claims: Claims) -> float:
    started = perf_counter()
    core = solve(claims)
    elapsed = perf_counter() - started
    assert core == list(PLANTED), core
    return elapsed


def main() -> None:
    print(f"{'shape':10} {'claims':>7} {'ours':>10} {'z3':>10} {'BF':>10} {'one more':>10}   ms")
    for shape in ("stories", "one story"):
        for size, runs, z3_runs in ((100, 9, 9), (1_000, 5, 3), (10_000, 3, 1)):
            claims = generate(shape, size)
            times = (
                median(timed(ours, claims) for _ in range(runs)),
                median(timed(with_z3, claims) for _ in range(z3_runs)),
                median(timed(bellman_ford, claims) for _ in range(runs)),
                median(one_more(claims) for _ in range(runs)),
            )
            a, b, c, d = (1_000 * seconds for seconds in times)
            print(f"{shape:10} {size:7} {a:10.1f} {b:10.1f} {c:10.1f} {d:10.2f}", flush=True)


if __name__ == "__main__":
    main()
