"""Two people in one report: what each changed, brought together field by field.

A report is taken apart into fields by name (`findings`, `people.guru.men`, `answers.12.score`). What
only one of two changed since the page was opened is merged without a question; a field that both
changed is a clash, and only a person decides it. A follow-up that one changed and the other removed
clashes as a whole.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, time
from decimal import Decimal
from uuid import UUID

from mentoring.models import Given
from mentoring.queries.reports import Agreed, Report

MINE, THEIRS = "mine", "theirs"
GONE = None  # a field that stands in no report


def parts_of_report(report: Report) -> dict[str, object]:
    """Every field of a report that holds something, by name."""
    found = dict(report.own_fields)
    for part, (men, women) in report.attendees.items():
        found |= {f"people.{part}.men": men, f"people.{part}.women": women}
    found |= {f"indicators.{pk}": True for pk in report.indicators}
    for pk, given in report.answers.items():
        found |= {f"answers.{pk}.{name}": value for name, value in _filled(given).items()}
    for key, agreed in report.follow_ups.items():
        found |= {f"follow_ups.{key}.{name}": value for name, value in vars(agreed).items()}
    return found


def _filled(given: Given) -> dict[str, object]:
    return {
        f.name: getattr(given, f.name) for f in fields(Given) if getattr(given, f.name) != f.default
    }


def report_from(found: Mapping[str, object], like: Report) -> Report:
    """The report whose fields these are; what stands nowhere among them is as in `like`."""
    own = {name: found.get(name, value) for name, value in like.own_fields.items()}
    people: dict[str, dict[str, int]] = {}
    answers: dict[int, Given] = {}
    rows: dict[UUID, dict] = {}
    for name, value in found.items():
        sort, *rest = name.split(".")
        if sort == "people":
            people.setdefault(rest[0], {})[rest[1]] = value
        elif sort == "answers":
            pk = int(rest[0])
            answers[pk] = replace(answers.get(pk, Given()), **{rest[1]: value})
        elif sort == "follow_ups":
            rows.setdefault(UUID(rest[0]), {})[rest[1]] = value
    return Report(
        **own,
        attendees=_counts(people),
        indicators=frozenset(int(n.split(".")[1]) for n in found if n.startswith("indicators.")),
        answers=answers,
        follow_ups={key: Agreed(**values) for key, values in rows.items()},
    )


def _counts(people: dict[str, dict[str, int]]) -> dict[str, tuple[int, int]]:
    counts = {part: (n.get("men", 0), n.get("women", 0)) for part, n in people.items()}
    return {part: count for part, count in counts.items() if any(count)}


def plain(value: object) -> object:
    """A value as JSON holds it, so that what a page was opened with can be compared."""
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, bool):
        return value
    return value or None  # 0 people, "" and nothing are the same


def as_base(report: Report) -> str:
    """What a page shows of a report, to be sent back with what was typed on top of it."""
    found = {name: plain(value) for name, value in parts_of_report(report).items()}
    return json.dumps({name: value for name, value in found.items() if value is not None})


def base_of_answers(answers: Mapping[int, Given]) -> dict[str, object]:
    """What `as_base` writes of some answers."""
    return {
        f"answers.{pk}.{name}": plain(value)
        for pk, given in answers.items()
        for name, value in _filled(given).items()
    }


def base_from(text: str) -> dict[str, object] | None:
    """What `as_base` wrote; None for anything else."""
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


@dataclass(frozen=True)
class Asked:
    """What a person decided about a clash that was shown: whose value, and which one they saw."""

    choice: str
    seen: object


@dataclass(frozen=True)
class Merged:
    """A report of two people, and the names of the fields in which they clash."""

    report: Report
    clashes: tuple[str, ...]


def merge(
    base: Mapping[str, object] | None,
    stored: Report,
    typed: Report,
    asked: Mapping[str, Asked] | None = None,
) -> Merged:
    """What was typed on top of `base`, brought together with what is stored meanwhile.

    Without a base every field in which the two differ is a clash. `asked` decides clashes that were
    shown before, as long as the stored value is still the one that was shown.
    """
    theirs, mine, asked = parts_of_report(stored), parts_of_report(typed), asked or {}
    result, clashes = {}, []
    for name, keys in _units(base, theirs, mine).items():
        before, now, new = (
            {key: plain(side.get(key, GONE)) for key in keys} for side in (base or {}, theirs, mine)
        )
        if now == new or (base is not None and now == before):
            taken = mine
        elif base is not None and new == before:
            taken = theirs
        else:
            choice = _decided(asked.get(name), now)
            if not choice:
                clashes.append(name)
            taken = theirs if choice == THEIRS else mine
        result |= {key: taken[key] for key in keys if key in taken}
    return Merged(report_from(result, typed), tuple(clashes))


def _decided(asked: Asked | None, now: dict) -> str:
    """Whose value a person chose; empty where they did not, or saw another one."""
    if asked is None or asked.choice not in (MINE, THEIRS):
        return ""
    return asked.choice if asked.seen == seen_of(now) else ""


def seen_of(values: Mapping[str, object]) -> str:
    """The stored values of a unit in one text, by which it is known again."""
    return json.dumps(sorted((key, plain(value)) for key, value in values.items()))


def _units(*sides: Mapping[str, object] | None) -> dict[str, list[str]]:
    """The fields that are merged together, by the name of the unit: one each, or a whole row.

    A follow-up that stands in both reports is merged by its fields; one that only one side has
    is taken or left as a whole.
    """
    _base, theirs, mine = sides
    names = dict.fromkeys(name for side in sides if side for name in side)
    units: dict[str, list[str]] = {}
    for name in names:
        row = ".".join(name.split(".")[:2]) if name.startswith("follow_ups.") else ""
        in_both = all(f"{row}.description" in side for side in (theirs, mine))
        units.setdefault(row if row and not in_both else name, []).append(name)
    return units
