"""The solver on plain difference constraints."""

from __future__ import annotations

import pytest

from factcheck.reasoning import (
    ORIGIN,
    Bounds,
    Branch,
    Choice,
    Conflict,
    Constraint,
    Core,
    System,
    Tag,
    between,
    single_repairs,
    verify,
)


def system_of(*said: Constraint | Choice) -> System:
    system = System()
    for item in said:
        if isinstance(item, Choice):
            system.add_choice(item)
        else:
            system.add_constraint(item)
    return system


def on_day(point: str, day: int, tag: str) -> tuple[Constraint, ...]:
    return between(point, ORIGIN, day, day, tag)


def either(tag: Tag, *alternatives: tuple[Constraint, ...]) -> Choice:
    return Choice(alternatives, tag)


def core_tags(system: System) -> list[tuple[object, ...]]:
    return [core.tags for core in system.solve().cores]


def test_two_days_for_one_event_clash_at_the_second() -> None:
    system = System()
    assert system.add_all(on_day("talks", 12, "tuesday")) is None
    assert system.add_all(on_day("talks", 13, "wednesday")) == Conflict(
        (Constraint(ORIGIN, "talks", -13, "wednesday"), Constraint("talks", ORIGIN, 12, "tuesday"))
    )


def test_a_core_is_the_cycle_that_refutes_it() -> None:
    system = system_of(*on_day("talks", 12, "tuesday"), *on_day("talks", 13, "wednesday"))
    cycle = (Constraint(ORIGIN, "talks", -13, "wednesday"), Constraint("talks", ORIGIN, 12, "tuesday"))
    assert system.solve().cores == (Core(("tuesday", "wednesday"), (), (Branch((), Conflict(cycle)),)),)
    assert Conflict(cycle).total == -1


def test_overlap_is_agreement() -> None:
    september, thirteenth = between("talks", ORIGIN, 1, 30, "a"), on_day("talks", 13, "b")
    assert system_of(*september, *thirteenth).solve().consistent


def test_three_sources_of_which_no_two_clash() -> None:
    said = {
        "a": Constraint("landing", "talks", -1, "a"),
        "b": Constraint("talks", "dinner", -1, "b"),
        "c": Constraint("dinner", "landing", -1, "c"),
    }
    assert core_tags(system_of(*said.values())) == [("a", "b", "c")]
    for left_out in said:
        assert system_of(*said.values()).without(left_out).solve().consistent


def test_all_minimal_cores_smallest_first() -> None:
    said = [on_day("talks", 12, "a"), on_day("talks", 13, "b"), on_day("talks", 12, "c")]
    late = [*between("dinner", "talks", 1, None, "d"), *between("dinner", ORIGIN, None, 12, "e")]
    constraints = [constraint for part in (*said, late) for constraint in part]
    expected = [("a", "b"), ("b", "c"), ("a", "d", "e"), ("b", "d", "e"), ("c", "d", "e")]
    assert core_tags(system_of(*constraints)) == expected
    assert core_tags(system_of(*reversed(constraints))) == expected


def test_one_statement_can_clash_with_itself() -> None:
    assert core_tags(system_of(*on_day("x", 1, "a"), *on_day("x", 2, "a"), *on_day("x", 3, "b"))) == [("a",)]


def test_a_constraint_on_one_point_is_true_or_a_conflict() -> None:
    system = System()
    assert system.add("x", "x", 0, "a") is None
    assert system.add("x", "x", -1, "b") == Conflict((Constraint("x", "x", -1, "b"),))
    assert system.add(ORIGIN, ORIGIN, -1, "c") == Conflict((Constraint(ORIGIN, ORIGIN, -1, "c"),))
    assert core_tags(system) == [("b",), ("c",)]


def test_a_background_that_cannot_hold_is_the_empty_core() -> None:
    system = system_of(Constraint("x", "y", -1), Constraint("y", "x", 0), *on_day("x", 1, "a"))
    assert core_tags(system) == [()]
    assert verify(system.solve().cores[0])


def test_a_core_in_one_component_hides_larger_ones_in_another() -> None:
    system = system_of(*on_day("x", 1, "a"), *on_day("x", 2, "a"), *on_day("y", 1, "a"), *on_day("y", 2, "b"))
    assert core_tags(system) == [("a",)]


def test_nothing_said_is_consistent() -> None:
    assert System().solve().cores == ()
    assert System().bounds("x") == Bounds(None, None)


def test_independent_components_are_solved_apart() -> None:
    system = System()
    for number in range(50):
        system.add_all(on_day(f"event{number}", 1, f"a{number:02}"))
        system.add_all(on_day(f"event{number}", 2, f"b{number:02}"))
    assert core_tags(system) == [(f"a{number:02}", f"b{number:02}") for number in range(50)]
    assert not system.solve().truncated


def test_many_conflicts_in_one_component_are_all_found() -> None:
    system = System()
    for number in range(40):
        system.add_all(on_day(f"event{number}", number * 10, f"a{number:02}"))
        system.add_all(on_day(f"event{number}", number * 10 + 1, f"b{number:02}"))
        system.add(f"event{number}", f"event{number + 1}", 0)
    assert core_tags(system) == [(f"a{number:02}", f"b{number:02}") for number in range(40)]
    assert system.solve().truncated


def test_a_choice_holds_if_one_reading_does() -> None:
    choice = either("b", on_day("talks", 11, "b"), on_day("talks", 12, "b"))
    assert system_of(*on_day("talks", 12, "a"), choice).solve().consistent


def test_a_choice_without_a_reading_that_holds_is_proved_case_by_case() -> None:
    choice = either("b", on_day("talks", 11, "b"), on_day("talks", 13, "b"))
    (core,) = system_of(*on_day("talks", 12, "a"), choice).solve().cores
    assert core.tags == ("a", "b")
    assert core.choices == (choice,)
    assert [branch.reading for branch in core.branches] == [((0, 0),), ((0, 1),)]
    assert verify(core, on_day("talks", 12, "a"))


def test_a_proof_does_not_pass_with_a_case_left_out_or_a_step_changed() -> None:
    choice = either("b", on_day("talks", 11, "b"), on_day("talks", 13, "b"))
    stated = on_day("talks", 12, "a")
    (core,) = system_of(*stated, choice).solve().cores
    assert not verify(Core(core.tags, core.choices, core.branches[:1]), stated)
    assert not verify(Core(core.tags[:1], core.choices, core.branches), stated)
    assert not verify(core, ())
    loose = Conflict(tuple(Constraint(c.x, c.y, c.bound + 1, c.tag) for c in core.branches[0].conflict.cycle))
    assert not verify(Core(core.tags, core.choices, (Branch(((0, 0),), loose), core.branches[1])))
    assert not verify(Core(("a",), (), (Branch((), Conflict(())),)))


def test_choices_that_do_not_meet_cost_no_readings() -> None:
    choices = [either(f"s{n}", on_day(f"e{n}", 1, f"s{n}"), on_day(f"e{n}", 2, f"s{n}")) for n in range(30)]
    chained = [Constraint(f"e{n}", f"e{n + 1}", 5) for n in range(29)]
    assert not system_of(*choices, *chained).solve().silent


def pigeonholes(pigeons: int, holes: int) -> list[Choice]:
    """Events on few days, no two on one day: too many, and known to need every reading."""
    names = [f"p{n}" for n in range(pigeons)]
    days = [either(n, *(on_day(n, day, n) for day in range(holes))) for n in names]
    apart = [Choice(((Constraint(a, b, -1),), (Constraint(b, a, -1),))) for a in names for b in names if a < b]
    return [*days, *apart]


def test_too_many_readings_are_left_undecided_and_said_so() -> None:
    assert core_tags(system_of(*pigeonholes(3, 2))) == [("p0", "p1", "p2")]
    solution = system_of(*pigeonholes(6, 5), *on_day("p0", 1, "x"), *on_day("p0", 2, "y")).solve()
    assert solution.silent
    assert solution.undecided == (("p0", "p1", "p2", "p3", "p4", "p5"),)
    assert [core.tags for core in solution.cores] == [("x", "y")]


def test_hundreds_of_choices_in_one_component_are_left_undecided() -> None:
    choices = [
        either(n, between(f"p{n}", f"p{n + 1}", 1, 1, n), between(f"p{n}", f"p{n + 1}", 3, 3, n)) for n in range(300)
    ]
    solution = system_of(*choices, *on_day("p0", 1, "x"), *on_day("p0", 2, "y")).solve()
    assert solution.undecided == (tuple(range(300)),)
    assert [core.tags for core in solution.cores] == [("x", "y")]


def test_a_clash_with_one_choice_is_found_beside_too_many_readings() -> None:
    clear = either("z", on_day("p0", 7, "z"), on_day("p0", 8, "z"))
    solution = system_of(*pigeonholes(6, 5), *on_day("p0", 1, "x"), clear).solve()
    assert solution.silent
    assert [core.tags for core in solution.cores] == [("x", "z")]


def test_bounds_follow_over_all_readings() -> None:
    choice = either("b", on_day("talks", 11, "b"), on_day("talks", 14, "b"))
    system = system_of(choice, *between("dinner", "talks", 1, 2, "c"), Constraint(ORIGIN, "talks", -12, "d"))
    assert system.bounds("dinner") == Bounds(15, 16)
    assert system.bounds("dinner", "talks") == Bounds(1, 2)
    assert system.without("d").bounds("dinner") == Bounds(12, 16)
    assert system.without("b").bounds("dinner") == Bounds(13, None)


def test_bounds_across_components_and_of_a_contradiction() -> None:
    system = system_of(*between("x", ORIGIN, 1, 2, "a"), *between("y", ORIGIN, 10, None, "b"))
    assert system.bounds("y", "x") == Bounds(8, None)
    assert system.bounds("x", "y") == Bounds(None, -8)
    system.add(ORIGIN, ORIGIN, 0)
    assert system.bounds(ORIGIN, "x") == Bounds(-2, -1)
    system.add("x", ORIGIN, 0, "c")
    assert system.bounds("y", "x") is None
    assert system.bounds("y") == Bounds(10, None)


def test_what_a_consequence_rests_on() -> None:
    system = system_of(
        *between("a", ORIGIN, 5, None, "1"),
        *between("b", "a", 1, None, "2"),
        *between("b", ORIGIN, 6, None, "3"),
    )
    assert [core.tags for core in system.supports(ORIGIN, "b", -6)] == [("3",), ("1", "2")]
    assert system.supports(ORIGIN, "b", -7) == ()
    assert all(verify(core) for core in system.supports(ORIGIN, "b", -6))


def test_both_ends_move_where_neither_can_give_way_alone() -> None:
    system = system_of(
        Constraint("x", "y", -40),
        Constraint(ORIGIN, "x", 60),
        Constraint("y", ORIGIN, 30),
        Constraint("x", "y", -80),
    )
    assert system.solve().consistent
    assert (system.bounds("x"), system.bounds("y")) == (Bounds(-60, -50), Bounds(20, 30))
    assert system.add("x", "y", -91) is not None


def test_single_repairs_are_in_every_core() -> None:
    said = [on_day("x", 1, "a"), on_day("x", 2, "b"), on_day("x", 2, "c")]
    cores = system_of(*(constraint for part in said for constraint in part)).solve().cores
    assert single_repairs(cores) == ("a",)
    assert single_repairs(()) == ()


def test_a_choice_speaks_with_one_tag() -> None:
    with pytest.raises(ValueError, match="another tag"):
        Choice((on_day("x", 1, "a"), on_day("x", 2, "b")), "a")
    with pytest.raises(ValueError, match="needs an alternative"):
        Choice((), "a")
