"""Rules over the whole showcase: one function, one rule, its docstring the rule in one sentence."""
