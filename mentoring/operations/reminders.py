"""Daily: both sides are reminded of agreements that are about to end."""

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mentoring.models import Agreement
from mentoring.queries.people import readers_of
from portal.notices.operations import notify


def remind_of_endings() -> None:
    """Tell the people of both sides, once for each last day, that an agreement ends before long.

    An addendum that moves the last day makes it a new one. What is renewed by a signed agreement
    needs no reminder; a draft may still come to nothing.
    """
    ending = Agreement.objects.of_status(Agreement.Status.ENDING)
    for agreement in ending.exclude(state=Agreement.State.RENEWED).select_related("area"):
        _remind(agreement)


@transaction.atomic
def _remind(agreement: Agreement) -> None:
    """Whoever marks the last day as told first tells it; a second run finds it marked."""
    untold = Agreement.objects.filter(pk=agreement.pk).exclude(reminded_for=agreement.ends_on)
    if not untold.update(reminded_for=agreement.ends_on):
        return
    words = _("Naskah “%(title)s” berakhir %(day)s. Perpanjang, atau biarkan berakhir.")
    notify(
        readers_of(agreement),
        kind="agreement-ending",
        text=words % {"title": agreement.title, "day": date_format(agreement.ends_on)},
        url=agreement.get_absolute_url(),
    )
