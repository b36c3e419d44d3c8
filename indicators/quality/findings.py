"""Findings, a statement a rule: nothing is kept, so that nothing is ever out of date.

A robust z-score is 0,6745 × (value − median) ÷ MAD, where MAD is the median of the distances to the
median (Iglewicz & Hoaglin, How to Detect and Handle Outliers, 1993; they advise a limit of 3,5).
Where half of the values are the same the MAD is 0, and nothing is judged.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection
from django.utils.translation import gettext as _

from indicators.figures import plain
from indicators.models import FindingAcceptance, Measurement, QualityRule
from indicators.operations import newest_year
from portal.models import Area, User

FEWEST_PEERS = 8
FEWEST_YEARS = 4
MOST = 200  # findings of a rule that a page shows
Kind = QualityRule.Kind

# The figures of the area and year, of its schools and of the areas inside it.
INSIDE = """
    f AS (
        SELECT m.id, m.school_id, m.area_id, m.indicator_id, m.year, m.value, s.stage,
            left(coalesce(s.district_id, m.area_id), 5) AS city
        FROM indicators_measurement m LEFT JOIN schools_school s ON s.id = m.school_id
        WHERE m.year = %(year)s AND m.value IS NOT NULL AND m.of_form = '' AND m.of_status = ''
            AND m.of_sex = ''
            AND (coalesce(s.district_id, m.area_id) = %(area)s
                OR coalesce(s.district_id, m.area_id) LIKE %(area)s || '.%%')
    )"""
SAME_PLACE = "(o.school_id = f.school_id OR o.area_id = f.area_id)"
SQL = {
    # The whole is one figure; its parts are looked up where it is.
    Kind.NOT_GREATER: f"""
        WITH {INSIDE}
        SELECT f.id, o.value FROM f JOIN indicators_measurement o
            ON o.year = f.year AND o.indicator_id = ANY (%(others)s::bigint[]) AND {SAME_PLACE}
            AND o.of_form = '' AND o.of_status = '' AND o.of_sex = ''
        WHERE f.indicator_id = %(first)s AND f.value > o.value + %(limit)s""",
    Kind.SUM: f"""
        WITH {INSIDE}
        SELECT f.id, sum(o.value) FROM f JOIN indicators_measurement o
            ON o.year = f.year AND o.indicator_id = ANY (%(others)s::bigint[]) AND {SAME_PLACE}
            AND o.of_form = '' AND o.of_status = '' AND o.of_sex = ''
        WHERE f.indicator_id = %(first)s
        GROUP BY f.id, f.value
        HAVING count(o.value) = cardinality(%(others)s::bigint[])
            AND abs(f.value - sum(o.value)) > %(limit)s""",
    Kind.PEERS: f"""
        WITH {INSIDE}, middle AS (
            SELECT indicator_id, stage, city,
                (percentile_cont(0.5) WITHIN GROUP (ORDER BY value))::numeric AS median
            FROM f WHERE school_id IS NOT NULL GROUP BY 1, 2, 3 HAVING count(*) >= {FEWEST_PEERS}
        ), spread AS (
            SELECT indicator_id, stage, city, median, (percentile_cont(0.5) WITHIN GROUP (
                ORDER BY abs(f.value - median)))::numeric AS mad
            FROM f JOIN middle USING (indicator_id, stage, city) GROUP BY 1, 2, 3, 4
        )
        SELECT f.id, median FROM f JOIN spread USING (indicator_id, stage, city)
        WHERE mad > 0 AND 0.6745 * abs(f.value - median) > %(limit)s * mad""",
    Kind.PAST: f"""
        WITH {INSIDE}, before AS (
            SELECT f.id, f.value AS now, o.value FROM f
            JOIN indicators_indicator i ON i.id = f.indicator_id
            JOIN indicators_measurement o ON o.school_id = f.school_id
                AND o.indicator_id = f.indicator_id AND o.year < f.year AND o.value IS NOT NULL
                AND o.year >= coalesce(i.comparable_from, 0)
        ), middle AS (
            SELECT id, now, (percentile_cont(0.5) WITHIN GROUP (ORDER BY value))::numeric AS median
            FROM before GROUP BY 1, 2 HAVING count(*) >= {FEWEST_YEARS}
        ), spread AS (
            SELECT id, now, median, (percentile_cont(0.5) WITHIN GROUP (
                ORDER BY abs(value - median)))::numeric AS mad
            FROM before JOIN middle USING (id, now) GROUP BY 1, 2, 3
        )
        SELECT id, median FROM spread
        WHERE mad > 0 AND 0.6745 * abs(now - median) > %(limit)s * mad""",
    # Last year's file again: every figure of a school as it was, at least three of them. One
    # figure of the school stands for all.
    Kind.REPEATED: f"""
        WITH {INSIDE}
        SELECT min(f.id), count(*)::numeric FROM f JOIN indicators_measurement o
            ON o.school_id = f.school_id AND o.indicator_id = f.indicator_id AND o.year = f.year - 1
        GROUP BY f.school_id
        HAVING count(*) >= 3 AND bool_and(o.value IS NOT DISTINCT FROM f.value)""",
}


@dataclass(frozen=True)
class Finding:
    """A doubtful figure: by which rule, and the number that it was held against."""

    rule: QualityRule
    measurement: Measurement
    against: Decimal
    acceptance: FindingAcceptance | None

    @property
    def sentence(self) -> str:
        """What is doubtful, with the numbers."""
        against = plain(self.against.quantize(Decimal("0.01")))
        return {
            Kind.NOT_GREATER: _("lebih besar daripada %s, padahal tidak mungkin"),
            Kind.SUM: _("tidak sama dengan jumlah bagiannya, %s"),
            Kind.PEERS: _("jauh dari nilai tengah sekolah sejenjang, %s"),
            Kind.PAST: _("jauh dari nilai tengah tahun-tahun sebelumnya, %s"),
            Kind.REPEATED: _("%s nilai sekolah ini sama persis dengan tahun sebelumnya"),
        }[self.rule.kind] % against


@dataclass(frozen=True)
class OfRule:
    """The findings of a rule: those still open, and those that somebody accepted."""

    rule: QualityRule
    open: list[Finding]
    accepted: list[Finding]

    @property
    def is_cut(self) -> bool:
        """Whether there may be more than are shown."""
        return len(self.open) + len(self.accepted) >= MOST


def findings_in(area: Area, year: int, user: User) -> list[OfRule]:
    """The findings of each rule in use, in an area and year, that the reader may see; MOST a rule.

    An acceptance counts for the version of the figure that was accepted.
    """
    used = QualityRule.objects.filter(is_active=True).prefetch_related("others")
    rules = {rule.pk: rule for rule in used}
    against = _against(rules.values(), area, year)
    figures = Measurement.objects.visible_to(user).filter(pk__in={pk for _rule, pk in against})
    known = {
        one.pk: one
        for one in figures.select_related("indicator", "school", "area").defer("school__search")
    }
    accepted = {
        (one.rule_id, one.measurement_id): one
        for one in FindingAcceptance.objects.filter(measurement__in=known).select_related("by")
    }
    groups = {pk: OfRule(rule, [], []) for pk, rule in rules.items()}
    for (rule, pk), number in against.items():
        if pk not in known:
            continue
        acceptance = accepted.get((rule, pk))
        if acceptance is not None and acceptance.version != known[pk].version:
            acceptance = None
        finding = Finding(rules[rule], known[pk], number, acceptance)
        (groups[rule].accepted if acceptance else groups[rule].open).append(finding)
    return list(groups.values())


def _against(rules: Iterable[QualityRule], area: Area, year: int) -> dict[tuple, Decimal]:
    """By rule and figure the number that the figure was held against: all rules in one statement."""
    asked = {"area": area.pk, "year": year}
    parts = []
    for rule in rules:
        own = {
            "first": rule.first_id,
            "others": [one.pk for one in rule.others.all()],
            "limit": rule.limit,
        }
        sql = SQL[rule.kind]
        for name, value in own.items():
            sql = sql.replace(f"%({name})s", f"%({name}_{rule.pk})s")
            asked[f"{name}_{rule.pk}"] = value
        parts.append(f"SELECT {rule.pk}, found.* FROM ({sql} ORDER BY 1 LIMIT {MOST}) found")
    if not parts:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), asked)
        return {(rule, pk): number for rule, pk, number in cursor.fetchall()}


def years() -> list[int]:
    """The years that may be looked at, newest first."""
    return list(range(newest_year(), 2018, -1))
