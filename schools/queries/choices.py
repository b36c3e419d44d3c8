"""What a list of schools offers to choose from, drawn with every list.

In SQL of our own: Django takes several times as long to write these two queries as PostgreSQL to
answer them.
"""

import re
from itertools import groupby
from operator import itemgetter

from django.db import connection
from django.utils.translation import gettext as _

from portal.models import AREA_CODE, Role, User, area_path

# Kecamatan without schools are left out, unless they are opened.
AREAS = """
    SELECT area.parent_id, area.code, area.name
    FROM portal_area area
    WHERE (area.parent_id IS NOT DISTINCT FROM %(own)s OR area.parent_id = ANY(%(opened)s))
      AND area.level <> 'village'
      AND (area.level <> 'district' OR area.code = ANY(%(opened)s)
           OR EXISTS (SELECT FROM schools_school school WHERE school.district_id = area.code))
    ORDER BY area.parent_id NULLS FIRST, area.code
"""
PROGRAMMES = """
    SELECT programme.code, programme.name,
           (SELECT member.cohort FROM schools_membership member
            WHERE member.programme_id = programme.id ORDER BY member.cohort DESC LIMIT 1)
    FROM schools_programme programme
    ORDER BY programme.name
"""


def area_choices(user: User, chosen: str = "") -> list[tuple]:
    """The areas to choose from: those right below the user's own, and below each that is `chosen`.

    A province's user chooses a kabupaten/kota; then its kecamatan are offered too, in a group of its
    own. Nothing for people whose scope is no area.
    """
    if user.area_id is None and user.role != Role.ADMIN:
        return []
    opened = [
        code
        for code in area_path(chosen)
        if re.match(AREA_CODE, code) and (user.area is None or user.area.contains(code))
    ]
    choices, names = [], {}
    areas = _fetched(AREAS, {"own": user.area_id, "opened": opened})
    for parent, members in groupby(areas, key=itemgetter(0)):
        offered = [(code, name) for _parent, code, name in members]
        names.update(offered)
        choices += offered if parent == user.area_id else [(names[parent], offered)]
    return choices


def programme_choices() -> list[tuple]:
    """Each programme with its cohorts: `code` for all of them, `code:1` for the first."""
    return [
        (
            name,
            [
                (code, _("%s, semua angkatan") % name),
                *(
                    (
                        f"{code}:{cohort}",
                        _("%(programme)s, angkatan %(cohort)d")
                        % {"programme": name, "cohort": cohort},
                    )
                    for cohort in range(1, (last or 0) + 1)
                ),
            ],
        )
        for code, name, last in _fetched(PROGRAMMES)
    ]


def _fetched(sql: str, parameters: dict | None = None) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()
