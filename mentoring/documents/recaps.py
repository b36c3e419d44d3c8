"""Rekap: the visits of a facilitator in one month."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.documents.attendance import NOTHING
from mentoring.documents.wording import BLANK, person
from mentoring.models import FollowUp, Visit
from mentoring.models.agreements import Side
from portal.documents.rendering import render
from portal.models import User

TEMPLATE = "mentoring/papers/recap.typ"


def recap(facilitator: User, month: date, visits: Sequence[Visit]) -> dict:
    """What a facilitator did in a month: each visit, and the sums.

    `visits` hold school, kind and follow_ups; those that the reader may see.
    """
    today = timezone.localdate()
    states = Counter(visit.get_state_display() for visit in visits)
    agreed = [visit for visit in visits if visit.state in Visit.HANDED_IN]
    follow_ups = [row for visit in agreed for row in visit.follow_ups.all()]
    done = sum(row.state not in FollowUp.UNDONE for row in follow_ups)
    return {
        "title": _("Rekap Kunjungan %s") % date_format(month, "F Y"),
        "letterhead": [str(side.label) for side in Side],
        **NOTHING,
        "person": person(facilitator, _("Fasilitator")),
        "month": date_format(month, "F Y"),
        "rows": [_row(visit) for visit in visits],
        "sums": [
            [_("Kunjungan"), str(len(visits))],
            [_("Sekolah"), str(len({visit.school_id for visit in visits}))],
            [_("Menurut status"), ", ".join(f"{n} {name}" for name, n in states.items()) or BLANK],
            [
                _("Tindak lanjut"),
                _("%(all)d disepakati, %(done)d selesai") % {"all": len(follow_ups), "done": done},
            ],
        ],
        "closing": _("Rekap ini disusun dari catatan portal Mitra Mutu pada %s.")
        % date_format(today),
        "place_and_date": date_format(today),
        "signatures": [person(facilitator, _("Fasilitator"))],
    }


def print_recap(snapshot: dict) -> bytes:
    """The PDF of a recap. Raises Unprintable."""
    return render(TEMPLATE, snapshot)


def _row(visit: Visit) -> list[str]:
    agreed = visit.follow_ups.all()
    return [
        date_format(visit.date, "d/m/Y"),
        visit.number,
        visit.school.name,
        visit.kind.name,
        visit.get_mode_display(),
        visit.get_state_display(),
        str(len(agreed)),
    ]
