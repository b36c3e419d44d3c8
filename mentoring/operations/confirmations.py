"""The school's word on a report, given on the facilitator's phone or with its own account."""

import hashlib
import json

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.models import Confirmation, Visit
from mentoring.operations.notices import tell_confirmed
from mentoring.operations.visits import AlreadyDone, require_own
from mentoring.queries.confirmations import digest_of
from mentoring.queries.reports import missing_in
from portal.models import Role, User
from portal.operations import Refused, lock, refused_by
from schools.models import SchoolAccount

Way = Confirmation.Way
Strokes = list[list[list[int]]]
USED = gettext_lazy("Tanda tangan ini sudah dipakai untuk laporan lain. Minta tanda tangan baru.")


class Outdated(Refused):
    """The report is not, or not any more, what was read."""


@transaction.atomic
def confirm_on_phone(
    visit: Visit,
    *,
    by: User,
    digest: str,
    agrees: bool,
    name: str,
    position: str,
    note: str = "",
    strokes: Strokes = (),
) -> Confirmation:
    """Keep what the head of the school said on the phone of the visit's facilitator.

    With `strokes` it is signed, without them the name was typed and ticked. `digest` is that of the
    report as it was read there. Raises Refused when the visit is not theirs, the report is neither
    complete nor submitted, or the signature was given for something else; Outdated when the report
    changed or is another; AlreadyDone for a replay.
    """
    visit = lock(visit)
    require_own(visit, by)
    require_signable(visit)
    _require_read(visit, digest)
    values = {"agrees": agrees, "name": name, "position": position, "note": note, "by": by}
    if not strokes:
        return _keep(visit, digest, way=Way.TYPED, **values)
    sha256 = hashlib.sha256(json.dumps(strokes).encode()).hexdigest()
    _require_new(sha256, visit, digest)
    signed = {"way": Way.DRAWN, "strokes": strokes, "sha256": sha256}
    with refused_by(USED, "confirmation_signature_once"):
        return _keep(visit, digest, **signed, **values)


@transaction.atomic
def confirm_as_school(
    visit: Visit, *, by: User, digest: str, agrees: bool, note: str = ""
) -> Confirmation:
    """Keep what a school says with its own account to a submitted or verified report.

    Raises Refused for the account of another school and for a report that is being written;
    Outdated when the report changed after it was read; AlreadyDone for a replay.
    """
    visit = lock(visit)
    if not SchoolAccount.objects.filter(user=by, school=visit.school_id).exists():
        raise Refused(_("Kunjungan ini ke sekolah lain."))
    if visit.state not in Visit.READ_BY_SCHOOL:
        raise Refused(_("Laporan ini sedang diperbaiki. Konfirmasi setelah diajukan lagi."))
    _require_read(visit, digest)
    position = by.position or Role.SCHOOL.label
    values = {"agrees": agrees, "name": by.name, "position": position, "note": note, "by": by}
    confirmation = _keep(visit, digest, way=Way.ACCOUNT, **values)
    tell_confirmed(visit, agrees=agrees, by=by)
    return confirmation


def require_signable(visit: Visit) -> None:
    """Raise Refused unless the report is complete, whether or not it was submitted yet."""
    if visit.is_submitted:
        return
    if not visit.is_open:
        raise Refused(
            _("Laporan ini %s. Sekolah mengonfirmasinya dengan akunnya sendiri.")
            % visit.get_state_display()
        )
    if missing_in(visit):
        raise Refused(_("Lengkapi laporan dulu, lalu minta konfirmasi kepala sekolah."))


def _require_read(visit: Visit, digest: str) -> None:
    """Raise Outdated unless the report that was read is this one as it stands now."""
    if digest != digest_of(visit):
        raise Outdated(
            _(
                "Konfirmasi ini untuk isi laporan yang lain: laporan berubah setelah dibaca, atau "
                "halaman ini milik kunjungan lain. Baca kembali, lalu konfirmasi lagi."
            )
        )


def _keep(visit: Visit, digest: str, **values) -> Confirmation:
    """Write a confirmation, unless it is the last one over again."""
    last = visit.confirmations.filter(digest=digest).order_by("pk").last()
    if last and all(getattr(last, name) == value for name, value in values.items()):
        raise AlreadyDone(_("Konfirmasi ini sudah tercatat."))
    return Confirmation.objects.create(visit=visit, digest=digest, **values)


def _require_new(sha256: str, visit: Visit, digest: str) -> None:
    """Raise Refused for a signature that was given before; nobody signs twice in the same way."""
    earlier = Confirmation.objects.filter(sha256=sha256).first()
    if earlier is None:
        return
    if (earlier.visit_id, earlier.digest) == (visit.pk, digest):
        raise AlreadyDone(_("Konfirmasi ini sudah tercatat."))
    if earlier.visit_id == visit.pk:
        raise Outdated(_("Tanda tangan ini untuk isi laporan sebelumnya. Minta tanda tangan baru."))
    raise Refused(USED)
