"""What may happen to a finding: it is accepted with a reason, and the acceptance taken back."""

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from indicators.models import FindingAcceptance, Measurement, QualityRule
from portal.models import User
from portal.operations import Refused, lock


@transaction.atomic
def accept_finding(
    rule: QualityRule, measurement: Measurement, *, reason: str, version: int, by: User
) -> FindingAcceptance:
    """Record that a figure is right as it is, and why; a former acceptance is replaced.

    Raises Refused without a reason; Conflict when the figure changed after `version` was read.
    """
    reason = reason.strip()
    if not reason:
        raise Refused(_("Tuliskan mengapa nilai ini benar."))
    lock(measurement, version=version)
    with pghistory.context(reason=reason):
        accepted, _made = FindingAcceptance.objects.update_or_create(
            rule=rule,
            measurement=measurement,
            defaults={"version": version, "reason": reason, "by": by},
        )
    return accepted


@transaction.atomic
def take_back(acceptance: FindingAcceptance) -> None:
    """The finding is open again; the history keeps who had accepted it."""
    acceptance.delete()
