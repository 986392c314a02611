"""The small showcase read plainly, from its YAML alone: who asks a question has its answer without our program."""

import calendar
import datetime
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

OFF = frozenset({"called_off", "put_off", "revoked_on"})
"""The fields that say of a call or an event that it is off."""
DONE = ("programmes", "initiatives", "cantieri", "agreements", "networks", "calls", "events", "plans", "news", "cases")
_QUANTITIES = ("value", "amount", "submitted", "shortlisted", "funded", "most_each", "earmarked", "paid")
_ENDS = {
    "events": ("starts", "ends"),
    "calls": ("opens_on", "deadline"),
    "networks": ("constituted_on", ""),
    "plans": ("since", "until"),
    "cases": ("since", "until"),
    "news": ("on", "on"),
}
_GOING_ON = ("programmes", "networks", "plans", "cases")
"""What has dates and no state."""


class PlainSite:
    """The records of a site that are public on a day, by folder and id, each as its YAML says it."""

    def __init__(self, content: Path, day: str) -> None:
        self.day = day
        self.records: dict[str, dict[str, Any]] = {}
        for file in sorted(content.rglob("*")):
            if file.suffix not in (".md", ".yaml") or re.search(r"\.[a-z]{2}\.md$", file.name):
                continue
            folder, _, rest = file.relative_to(content).as_posix().partition("/")
            facts = yaml.load(
                file.read_text("utf-8").split("---\n")[1 if file.suffix == ".md" else 0], yaml.CBaseLoader
            )
            hidden = not rest or folder == "vocabularies" or {"draft", "archived", "withdrawn"} & facts.keys()
            if not hidden and facts.get("publish_on", "") <= day:
                self.records[f"{folder}/{rest.removesuffix('/index.md').partition('.')[0]}"] = facts

    def done(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """The records that tell what is done."""
        return ((name, facts) for name, facts in self.records.items() if name.partition("/")[0] in DONE)

    # --- who ---

    def taking_part(self, facts: dict[str, Any]) -> set[str]:
        """The ids of those who take part."""
        found = set(facts.get("parties", [])) | set(facts.get("founders", [])) | set(facts.get("members", []))
        found |= {*facts.get("organisers", []), *facts.get("acting", [])}
        found |= {one for one in facts.get("structures", []) if isinstance(one, str)}
        found |= {facts[key] for key in ("issued_by", "proposer", "coordinator", "promoter", "body") if key in facts}
        found |= {one["organisation"] for one in facts.get("partners", []) if one.get("relation") != "named"}
        if by := facts.get("recognition", {}).get("by"):
            found.add(by)
        if "promoter" not in facts and "promoter" not in facts.get("not_stated", []) and "programme" in facts:
            left = self.records[f"programmes/{facts['programme']}"].get("promoter")
            found |= {left} if left and "organisers" not in facts else set()
        for project in self.projects(facts):
            found |= set(project.get("partners", []))
        return found

    def projects(self, facts: dict[str, Any]) -> list[dict[str, Any]]:
        """Those of its editions, and those of none."""
        return [
            *facts.get("projects", []),
            *(one for each in facts.get("editions", []) for one in each.get("projects", [])),
        ]

    def above(self, organisation: str) -> list[str]:
        """An organisation and what it is part of."""
        chain = [organisation]
        while part_of := self.records[f"organisations/{chain[-1]}"].get("part_of"):
            chain.append(part_of)
        return chain

    def partner(self, organisation: str) -> set[str]:
        return {name for name, facts in self.done() if self._acts(self.taking_part(facts), organisation)}

    def university(self, organisation: str) -> set[str]:
        found = set()
        for name, facts in self.done():
            acting = self.taking_part({**facts, "editions": [], "projects": [], "recognition": {}})
            named = {one["organisation"] for one in facts.get("partners", [])}
            if any(organisation in self.above(one) for one in acting | named):
                found.add(name)
        return found

    # --- where, about what, for whom ---

    def place(self, place: str) -> set[str]:
        return {
            name
            for name, facts in self.done()
            if self._is_at(facts, place) or any(self._is_at(one, place) for one in self.projects(facts))
        }

    def _is_at(self, facts: dict[str, Any], place: str | None) -> bool:
        def around(one: str) -> set[str]:
            facts = self.records[f"places/{one}"]
            wider = {facts[key] for key in ("municipality", "country", "part_of") if key in facts}
            return {one}.union(*map(around, wider))

        named = {*facts.get("places", []), *([facts["area"]] if "area" in facts else [])}
        return any(place in around(one) for one in named)

    def parts(self, name: str, question: dict[str, str]) -> list[dict[str, Any]]:
        """How much of a record a partner and a place have in common: all of it, or some of its projects."""
        facts, who, where = self.records[name], question.get("partner"), question.get("place")
        itself = self.taking_part({**facts, "editions": [], "projects": []})
        acts, is_there = not who or self._acts(itself, who), not where or self._is_at(facts, where)
        if acts and is_there:
            return [facts]
        return [
            one
            for one in self.projects(facts)
            if (acts or self._acts(one.get("partners", []), who)) and (is_there or self._is_at(one, where))
        ]

    def _acts(self, acting: Iterable[str], organisation: str | None) -> bool:
        return any(organisation in self.above(one) for one in acting)

    def holding(self, key: str, value: str) -> set[str]:
        """The records that have a word in a list."""
        return {name for name, facts in self.done() if value in facts.get(key, [])}

    def kind(self, folder: str) -> set[str]:
        return {name for name in self.records if name.startswith(f"{folder}/")}

    # --- when ---

    def _dates(self, name: str) -> tuple[str, str]:
        """When it begins and when it ends, as days, months or years; "" where nobody says."""
        facts, folder = self.records[name], name.partition("/")[0]
        if folder == "agreements":
            begins = facts.get("effective_on") or facts.get("signed_on") or facts.get("announced_on")
            ends = facts.get("ended_on") or facts.get("until")
            if not ends and begins and "duration" in facts:
                ends = self._later(begins, facts["duration"])
            if ends and "extension" in facts:
                ends = self._later(ends, facts["extension"])
        else:
            first, last = _ENDS.get(folder, ("start", "end"))
            begins, ends = facts.get(first, "")[:10], facts.get(last, "")[:10]
            begins = begins or min(
                (one["value"] for one in facts.get("differing", []) if one["field"] == first), default=""
            )
            ends = ends or (begins if folder == "events" else "")
        return begins or "", ends or ""

    def span(self, name: str) -> tuple[str, str] | None:
        """From when to when, as far as it is known; None without any date. No call is open for more than a year."""
        begins, ends = self._dates(name)
        if not begins and not ends:
            return None
        first = f"{begins}-01-01"[:10] if begins else "0001-01-01"
        if name.startswith("calls/") and not begins:
            first = str(datetime.date.fromisoformat(f"{ends}-01-01"[:10]) - datetime.timedelta(365))
        return first, (self._last(ends) if ends else "9999-12-31")

    def _begun(self, name: str) -> str:
        """The day by which it has begun for certain: the last of its month or year, none before it was announced where
        nobody says when it was signed; that of the site, where nobody says when it began.
        """
        facts = self.records[name]
        days = [self._dates(name)[0] or self.day]
        if name.startswith("agreements/") and "signed_on" not in facts and "announced_on" in facts:
            days.append(facts["announced_on"])
        return max(map(self._last, days))

    def _later(self, day: str, duration: str) -> str:
        number, unit = duration.split()
        months = int(number) * (12 if unit.startswith("year") else 1)
        parts = [int(one) for one in day.split("-")]
        year, month = divmod(parts[0] * 12 + (parts[1] if len(parts) > 1 else 12) - 1 + months, 12)
        return "-".join((f"{year:04}", f"{month + 1:02}", *(f"{one:02}" for one in parts[2:])))

    def _last(self, day: str) -> str:
        year, month, *rest = (*day.split("-"), *(("12",) if len(day) == 4 else ()))
        return day if rest else f"{year}-{month}-{calendar.monthrange(int(year), int(month))[1]}"

    def period(self, since: str, until: str) -> set[str]:
        """What is in force in a period, or begins in it, or, of what is no agreement, held between two known dates."""
        found = set()
        for name in self.perhaps_in_period(since, until):
            begins, ends = self._dates(name)
            ends = "" if name.startswith("agreements/") else ends
            first, last = begins or ends, ends or begins
            begun = self._begun(name)
            on_days = {since, (self.span(name) or ("",))[0], begun}
            is_in_force = any(since <= day <= until and name in self.in_force(day) for day in on_days)
            if is_in_force or (first and self._last(first) <= until and since <= f"{last}-01-01"[:10]):
                found.add(name)
        return found

    def perhaps_in_period(self, since: str, until: str) -> set[str]:
        """What may have held in a period, for certain or not."""
        spans = {name: self.span(name) for name, _ in self.done()}
        return {name for name, span in spans.items() if span and span[0] <= until and since <= span[1]}

    def undated(self) -> set[str]:
        return {name for name, _ in self.done() if self.span(name) is None}

    def _renewed(self, day: str, *, surely: bool) -> set[str]:
        """The agreements that another has renewed by a day, for certain or perhaps."""
        return {
            f"agreements/{facts['renews']}"
            for name, facts in self.records.items()
            if facts.get("stage") == "signed"
            and "renews" in facts
            and (self._last(self._dates(name)[0] or self.day) if surely else (self.span(name) or ("0",))[0]) <= day
        }

    def in_force(self, day: str) -> set[str]:
        """Agreements signed, begun, neither renewed nor over; calls and events that are open or under way; what says
        that it is under way, and what was between two days that are known.
        """
        renewed = self._renewed(day, surely=False)
        found = set()
        for name, facts in self.done():
            span, folder = self.span(name), name.partition("/")[0]
            if folder in ("initiatives", "cantieri"):
                over = f"{facts['end']}-01-01"[:10] if "end" in facts else ""
                dated = {"start", "end"} & facts.keys()
                is_active = facts.get("state") == "active"
                is_told = len(dated) == 2 or (is_active and (dated or "as_of" in facts))
                begun = [self._begun(name), *([self._last(facts["as_of"])] if is_active and "as_of" in facts else ())]
                if is_told and min(begun) <= day <= (over or self.day):
                    found.add(name)
                continue
            if folder in _GOING_ON:
                begins, ends = self._dates(name)
                if begins and ends and self._last(begins) <= day <= f"{ends}-01-01"[:10]:
                    found.add(name)
                continue
            if not span or not self._begun(name) <= day <= span[1] or span[1] == "9999-12-31":
                continue
            if folder == "agreements" and facts.get("stage") == "signed" and name not in renewed:
                known = {**facts}
                extension = known.pop("extension", None)
                self.records[name], whole = known, self.records[name]
                term = self.span(name)
                self.records[name] = whole
                if not extension or (term and day <= term[1]):
                    found.add(name)
            elif folder in ("calls", "events") and OFF.isdisjoint(facts):
                found.add(name)
        return found

    def perhaps_in_force(self, day: str) -> set[str]:
        """What is not in force for certain, and may be on a day between its first and its last possible one: signed or
        not, under way or no longer.
        """
        found, renewed = self.in_force(day), self._renewed(day, surely=True)
        open_to = set()
        for name, facts in self.done():
            span, folder = self.span(name) or ("0001-01-01", "9999-12-31"), name.partition("/")[0]
            is_open = folder in ("calls", "events") and OFF.isdisjoint(facts)
            if folder == "agreements":
                is_open = name not in renewed
            elif folder in ("initiatives", "cantieri"):
                state = facts.get("state")
                is_open = state != "announced" or "start" in facts
                told = self._last(facts.get("as_of", self.day)) if "end" not in facts or "as_of" in facts else day
                is_open = is_open and not (state == "concluded" and told < day)
            elif folder in _GOING_ON:
                is_open = True
            if is_open and name not in found and span[0] <= day <= span[1]:
                open_to.add(name)
        return open_to

    def quantities(self, name: str, question: dict[str, str]) -> list[str]:
        """Every figure that a record states of what answers to a question."""

        def walk(value: Any, key: str = "") -> Iterator[str]:
            if isinstance(value, dict):
                for inner, held in value.items():
                    yield from walk(held, inner)
            elif isinstance(value, list):
                for one in value:
                    yield from walk(one)
            elif key in _QUANTITIES:
                yield value

        apart = ("differing", "not_stated")
        facts = [{key: held for key, held in one.items() if key not in apart} for one in self.parts(name, question)]
        return [
            one for one in walk(facts) if re.match(r"[~<>0-9]", one) and not re.fullmatch(r"\d{4}(-\d\d){1,2}", one)
        ]
