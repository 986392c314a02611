"""Plain values → a group of fields, or a problem for each value that does not fit."""

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from generator.content.nodes import DEPTH_LIMIT, Location, Nodes, Value
from generator.kinds.declare import Group, inner_group
from generator.problems.problem import Problem, did_you_mean, problem
from generator.words import N_, Phrase

_SHAPES = {
    "tuple_type": (N_("a list"), "[…, …]"),
    "model_type": (N_("a group of “key: value” lines"), "{…: …}"),
    "dict_type": (N_("a group of “key: value” lines"), "{…: …}"),
}
AnyGroup = TypeVar("AnyGroup", bound=Group)


def parse(
    model: type[AnyGroup], nodes: Nodes, fallback: Mapping[str, Value] | None = None
) -> tuple[AnyGroup | None, Nodes, list[Problem]]:
    """Read `nodes` as a `model`, and return them without what was set aside.

    Values with mistakes are told and left out, the innermost first; `fallback` stands in for keys that are then
    missing. None when nothing sound is left.
    """
    problems: list[Problem] = []
    value = nodes.value
    for _ in range(DEPTH_LIMIT):
        try:
            return model.model_validate(value), nodes, problems
        except ValidationError as error:
            found = [cast(dict[str, Any], one) for one in error.errors(include_url=False)]
        spoiled = {one["loc"][:-1] if one["type"] == "missing" else one["loc"] for one in found} - {()}
        if problems and not spoiled:
            break
        problems = problems or [problem_of(one, model, nodes) for one in found]
        nodes = nodes.without(spoiled)
        value = {**(fallback or {}), **nodes.value}
    return None, nodes, problems


def problem_of(error: dict[str, Any], model: type[Group], nodes: Nodes) -> Problem:
    """One error of pydantic as a problem, at the place of the value it is about."""
    location: Location = error["loc"]
    key = next(str(part) for part in reversed(location) if isinstance(part, str))
    group = _group_at(model, location[:-1])
    if error["type"] == "told":
        context = dict(error["ctx"])
        code, value = context.pop("code"), context.pop("value")
        meant = did_you_mean(str(value), context.get("known", ()))
        return problem(code, nodes.place(location), meant=meant, **{"key": key, "value": value, **context})
    if error["type"] == "extra_forbidden":
        known = known_keys(group)
        meant = did_you_mean(key, known)
        return problem(
            "unknown-key", nodes.key_place(location), meant=meant, key=key, where=Phrase(group.singular), known=known
        )
    if error["type"] == "missing":
        return problem("missing-key", nodes.place(location[:-1]), key=key)
    expected, example = _SHAPES[error["type"]]
    return problem("wrong-type", nodes.place(location), key=key, expected=Phrase(expected), example=example)


def _group_at(model: type[Group], location: Location) -> type[Group]:
    for part in location:
        if isinstance(part, str):
            model = inner_group(model, part) or model
    return model


def known_keys(group: type[Group]) -> list[str]:
    """The keys a group knows, in the order of its declaration."""
    return list(group.model_fields)
