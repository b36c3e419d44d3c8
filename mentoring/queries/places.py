"""How far from the school a position was taken."""

from django.utils.translation import gettext as _

from mentoring.models import PlaceProof
from portal.templatetags.portal import number
from schools.queries.duplicates import distance_km


def distance_told(proof: PlaceProof) -> str:
    """`1,2 km dari titik sekolah`; why not, where the school's own place is not known."""
    km = distance_km(proof, proof.visit.school)
    if km is None:
        return _("titik sekolah belum tercatat")
    if km < 1:
        return _("%s m dari titik sekolah") % number(round(km * 1000))
    return _("%s km dari titik sekolah") % number(km, 1)
