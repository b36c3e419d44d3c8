"""Who is told of what happens to a visit, and of letters that are issued."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.models import FollowUp, Paper, Visit
from mentoring.queries.concerned import accounts_of, officers_of
from mentoring.queries.confirmations import is_confirmed
from portal.models import User
from portal.notices.operations import notify


def tell_submitted(visit: Visit, *, by: User) -> None:
    """The dinas of the school's area can verify a report, and its school confirm it."""
    _tell(
        officers_of(visit.school),
        visit,
        _("Laporan %(visit)s menunggu verifikasi."),
        "submitted",
        by=by,
    )
    if not is_confirmed(visit):
        sentence = _("Laporan %(visit)s menunggu konfirmasi sekolah Anda.")
        _tell(accounts_of(visit.school), visit, sentence, "to-confirm", by=by)


def tell_sent_back(visit: Visit, *, by: User) -> None:
    """The facilitator has a report to correct; the reason stands on its page."""
    _tell([visit.facilitator], visit, _("Laporan %(visit)s dikembalikan."), "sent-back", by=by)


def tell_verified(visit: Visit, *, by: User) -> None:
    """The facilitator and the school learn that a report holds, the school also what it took on."""
    school = list(accounts_of(visit.school))
    sentence = _("Laporan %(visit)s sudah diverifikasi.")
    _tell([visit.facilitator, *school], visit, sentence, "verified", by=by)
    agreed = list(visit.follow_ups.filter(owner=FollowUp.Owner.SCHOOL))
    if agreed:
        _tell_assigned(school, visit, agreed, by=by)


def tell_confirmed(visit: Visit, *, agrees: bool, by: User) -> None:
    """The facilitator learns what the school says; that it disagrees, also who verifies the report."""
    if agrees:
        sentence, what = _("Sekolah mengonfirmasi laporan %(visit)s."), "confirmed"
        _tell([visit.facilitator], visit, sentence, what, by=by)
    else:
        sentence, what = _("Sekolah tidak setuju dengan laporan %(visit)s."), "disputed"
        _tell([visit.facilitator, *officers_of(visit.school)], visit, sentence, what, by=by)


def tell_letter(letter: Paper, *, by: User) -> None:
    """The facilitator has a letter of assignment, which the notice leads to."""
    text = _("Surat tugas Anda terbit: %s.") % letter.number
    notify([letter.facilitator], kind="letter", text=text, url=letter.get_absolute_url(), by=by)


def tell_mentioned(visit: Visit, people: Iterable[User], *, by: User) -> None:
    """People are named in the discussion of a visit."""
    text = _("%(who)s menyebut Anda dalam diskusi kunjungan %(visit)s.")
    url = f"{visit.get_absolute_url()}#discussion"
    notify(people, kind="visit-mentioned", text=text % {"who": by, "visit": visit}, url=url, by=by)


def _tell_assigned(school: list[User], visit: Visit, agreed: list[FollowUp], *, by: User) -> None:
    """The school has follow-ups to carry out: one notice, which leads to the one or to all of them."""
    counted = ngettext(
        "%(count)d tindak lanjut menunggu sekolah Anda, dari kunjungan %(visit)s.",
        "%(count)d tindak lanjut menunggu sekolah Anda, dari kunjungan %(visit)s.",
        len(agreed),
    )
    text = counted % {"count": len(agreed), "visit": visit}
    alone = len(agreed) == 1
    url = agreed[0].get_absolute_url() if alone else f"{visit.get_absolute_url()}#follow-ups"
    notify(school, kind="follow-up-assigned", text=text, url=url, by=by)


def _tell(people, visit: Visit, sentence: str, what: str, *, by: User) -> None:
    """Tell people a sentence about a visit, which stands in it with its number and school."""
    text = sentence % {"visit": visit}
    notify(people, kind=f"visit-{what}", text=text, url=visit.get_absolute_url(), by=by)
