"""Who stands on the minutes of a visit, and what its school said to the report."""

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from mentoring.documents.wording import person
from mentoring.models import Confirmation, Visit
from mentoring.queries.confirmations import said_about
from portal.models import User

DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 400"><path d="%s" fill="none" '
    'stroke="#000" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/></svg>'
)


def last_word(visit: Visit) -> Confirmation | None:
    """The newest word of the school on the report as it stands; what was said before does not count."""
    return next((one.confirmation for one in said_about(visit) if one.is_current), None)


def people_of(visit: Visit, said: Confirmation | None) -> list[dict]:
    """Who signs: the facilitator, the school, who verified.

    For the school it is who confirmed the report, with the signature that was drawn; else the head
    where the portal knows one, with room to sign by hand.
    """
    steps = [step for step in visit.transitions.all() if step.to_state == Visit.State.VERIFIED]
    head = next((account.user for account in visit.school.accounts.all()), None)
    people = [person(visit.facilitator, _("Fasilitator"))]
    people.append(_confirmer(said, head) if said and said.agrees else _head(head))
    if steps and visit.state == Visit.State.VERIFIED:
        officer = steps[-1].by
        people.append(person(officer, _("Mengetahui")) | {"institution": officer.position})
    return people


def response_of(said: Confirmation | None) -> str:
    """What the school said to the report, by whom, how and when; empty when it said nothing."""
    if said is None:
        return ""
    if said.agrees:
        sentence = _("%(who)s menyatakan isi laporan ini sesuai, melalui %(way)s, %(at)s.")
    else:
        sentence = _("%(who)s menyatakan isi laporan ini tidak sesuai, melalui %(way)s, %(at)s.")
    at = timezone.localtime(said.at)
    told = sentence % {
        "who": f"{said.name} ({said.position})",
        "way": said.get_way_display(),
        "at": f"{date_format(at)} {time_format(at, 'H.i')} WITA",
    }
    return "\n".join([told, _("Catatan: %s") % said.note] if said.note else [told])


def signature_picture(path: str) -> bytes:
    """A drawn signature, given as `Confirmation.path`, as the SVG that is printed."""
    return (DRAWN % path).encode()


def _head(head: User | None) -> dict:
    role = _("Kepala sekolah")
    return person(head, role) if head else {"role": role, "name": "", "nip": "", "position": ""}


def _confirmer(said: Confirmation, head: User | None) -> dict:
    """Who confirmed, as they named themselves; with the head's NIP only under the head's name."""
    is_head = head is not None and said.name.casefold() == head.name.casefold()
    return {
        "role": _("Pihak sekolah"),
        "institution": said.position,
        "name": said.name,
        "nip": head.nip if is_head else "",
        "position": said.position,
        "signature": said.path,
    }
