"""The solver against z3 on random systems."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

import z3
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.reasoning import ORIGIN, Choice, Constraint, System, verify

Said = Constraint | Choice
POINTS = [ORIGIN, *"abcdefgh"]


DAYS = dict(zip(POINTS, (0, 60, -40, 20, 0, 35, 12, -7, 50), strict=True))
"""One solution that most constraints agree with, so that large systems are often consistent."""


def random_constraint(rng: random.Random, tag: int | None, tightest: int) -> Constraint:
    x, y = rng.choice(POINTS), rng.choice(POINTS)
    return Constraint(x, y, DAYS[x] - DAYS[y] + rng.choice((tightest, 0, 1, 2, 5, 20, 60)), tag)


def random_choice(rng: random.Random, tag: int) -> Choice:
    alternatives = (
        tuple(random_constraint(rng, tag, -30) for _ in range(rng.randint(1, 2))) for _ in range(rng.randint(1, 3))
    )
    return Choice(tuple(alternatives), tag)


def random_system(seed: int, size: int, choices: int, tightest: int) -> list[Said]:
    """``size`` constraints, one in five of them background, and some choices."""
    rng = random.Random(seed)
    said: list[Said] = []
    for _ in range(size):
        tag = rng.choice((None, *[rng.randrange(20) for _ in range(4)]))
        said.append(random_constraint(rng, tag, 0 if tag is None else tightest))
    return said + [random_choice(rng, rng.randrange(25)) for _ in range(choices)]


def systems(max_size: int, max_choices: int) -> st.SearchStrategy[list[Said]]:
    return st.builds(
        random_system,
        st.integers(0, 1 << 32),
        st.integers(1, max_size),
        st.integers(0, max_choices),
        st.sampled_from((-1, -6, -25)),
    )


def solver_of(said: Iterable[Said]) -> System:
    system = System()
    for item in said:
        if isinstance(item, Choice):
            system.add_choice(item)
        else:
            system.add_constraint(item)
    return system


def formula(item: Said) -> z3.BoolRef:
    if isinstance(item, Choice):
        return z3.Or([z3.And([formula(c) for c in alternative]) for alternative in item.alternatives])
    x, y = (z3.IntVal(0) if point == ORIGIN else z3.Int(point) for point in (item.x, item.y))
    return x - y <= item.bound


class Oracle:
    """z3 with a switch for each tag, so that it keeps what it learned from one subset to the next."""

    def __init__(self, said: Sequence[Said]) -> None:
        self.solver = z3.Solver()
        for item in said:
            holds = formula(item)
            self.solver.add(holds if item.tag is None else z3.Implies(z3.Bool(f"tag{item.tag}"), holds))

    def satisfiable(self, tags: Iterable[object]) -> bool:
        return bool(self.solver.check([z3.Bool(f"tag{tag}") for tag in tags]) == z3.sat)


def satisfiable(said: Sequence[Said]) -> bool:
    oracle = z3.Solver()
    oracle.add([formula(item) for item in said])
    return bool(oracle.check() == z3.sat)


def of_tags(said: Iterable[Said], tags: Iterable[object]) -> list[Said]:
    return [item for item in said if item.tag is None or item.tag in set(tags)]


@settings(max_examples=100, deadline=None, derandomize=True)
@given(systems(max_size=36, max_choices=4))
def test_satisfiability_agrees_and_every_core_is_minimal(said: list[Said]) -> None:
    solution = solver_of(said).solve()
    if not solution.silent:
        assert solution.consistent == satisfiable(said)
    stated = [item for item in said if isinstance(item, Constraint)]
    stated += [c for item in said if isinstance(item, Choice) and len(item.alternatives) == 1 for c in item.constraints]
    oracle = Oracle(said)
    for core in solution.cores:
        assert verify(core, stated)
        assert not oracle.satisfiable(core.tags)
        for left_out in core.tags:
            assert oracle.satisfiable(tag for tag in core.tags if tag != left_out)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(systems(max_size=25, max_choices=3), st.integers(0, 1 << 32))
def test_the_order_of_insertion_changes_nothing(said: list[Said], seed: int) -> None:
    shuffled = random.Random(seed).sample(said, len(said))
    first, second = solver_of(said), solver_of(shuffled)
    assert first.solve() == second.solve()
    assert [first.bounds(x, "a") for x in POINTS] == [second.bounds(x, "a") for x in POINTS]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(systems(max_size=12, max_choices=2))
def test_all_minimal_cores_are_found(said: list[Said]) -> None:
    solution = solver_of(said).solve()
    tags = sorted({item.tag for item in said if item.tag is not None}, key=str)[:7]
    said = of_tags(said, tags)
    oracle = Oracle(said)
    minimal: list[set[object]] = []
    for mask in sorted(range(1 << len(tags)), key=lambda bits: (bits.bit_count(), bits)):
        subset = {tag for place, tag in enumerate(tags) if mask >> place & 1}
        if not any(core <= subset for core in minimal) and not oracle.satisfiable(subset):
            minimal.append(subset)
    found = [set(core.tags) for core in solution.cores if set(core.tags) <= set(tags)]
    assert sorted(map(sorted, found)) == sorted(map(sorted, minimal))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(systems(max_size=12, max_choices=2))
def test_bounds_are_implied_and_tight(said: list[Said]) -> None:
    system = solver_of(said)
    for x, y in (("a", ORIGIN), ("b", "c")):
        bounds = system.bounds(x, y)
        if bounds is None or not system.solve().consistent:
            continue
        if bounds.high is not None:
            assert not satisfiable([*said, Constraint(y, x, -bounds.high - 1)])
            assert satisfiable([*said, Constraint(y, x, -bounds.high)])
            assert all(verify(core) for core in system.supports(x, y, bounds.high))
        else:
            assert satisfiable([*said, Constraint(y, x, -1000)])
        if bounds.low is not None:
            assert not satisfiable([*said, Constraint(x, y, bounds.low - 1)])
            assert satisfiable([*said, Constraint(x, y, bounds.low)])
