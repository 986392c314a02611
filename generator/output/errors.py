"""How a stage of the output says that it cannot give its result."""

from generator.problems.problem import Problem


class OutputError(Exception):
    """What was asked for cannot be made; `problems` say why, each with its place."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(f"{one.code} {one.place.path}:{one.place.line}" for one in problems))
        self.problems = problems
