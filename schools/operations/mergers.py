"""Two records of one school become one, and part again where that was an error."""

from dataclasses import asdict
from datetime import date

import pghistory
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.models import User
from portal.operations import Refused, lock
from schools.models import DATED_FACTS, Merger, School, State
from schools.operations.existence import require_day
from schools.operations.moving import move_all, move_back

# What a person chooses between, each with the fields that go together.
CHOICES = {
    "name": ("name",),
    "form": ("form",),
    "status": ("status",),
    "district": ("district_id",),
    "address": ("address",),
    "place": ("latitude", "longitude"),
    "accreditation": ("accreditation", "accreditation_number", "accreditation_until"),
    "dapodik": ("dapodik_id",),
}
OF_ABSORBED = ("state", "state_reason", "merged_into_id", "facts_since", "dapodik_id")


@transaction.atomic
def merge(
    kept: School,
    absorbed: School,
    *,
    versions: tuple[int, int],
    on: date,
    reason: str,
    take: set[str],
    by: User,
) -> Merger:
    """Make one school of two records since a day; what `take` names (CHOICES) comes from `absorbed`.

    `versions` are those of both that were compared. Everything that hangs on the absorbed record
    moves, but for rows that would break a rule at the other school (listed in `moved["stayed"]`).
    Raises Conflict when one was saved meanwhile, Refused when they cannot be merged since that day.
    """
    kept, absorbed = lock_both((kept, versions[0]), (absorbed, versions[1]))
    require_mergeable(kept, absorbed)
    require_day(absorbed, on)
    taken = [name for group in take for name in CHOICES[group]]
    before = {"absorbed": _values(absorbed, OF_ABSORBED), "kept": {}}
    with pghistory.context(reason=reason):
        values = _values_to_take(kept, absorbed, taken, on)
        absorbed.state, absorbed.state_reason = State.MERGED, reason
        absorbed.merged_into, absorbed.facts_since = kept, on
        if "dapodik_id" in values:
            absorbed.dapodik_id = None
        _save(absorbed)
        if values:
            before["kept"] = _values(kept, values)
            for name, value in values.items():
                setattr(kept, name, value)
            _save(kept)
        before["kept_version"] = kept.version
        moved = move_all(absorbed, kept, on=on)
        return Merger.objects.create(
            kept=kept,
            absorbed=absorbed,
            merged_on=on,
            reason=reason,
            by=by,
            before=before,
            moved=asdict(moved) | {"left": []},
        )


@transaction.atomic
def unmerge(merger: Merger, *, by: User) -> list[list[str]]:
    """Part two records again, everything as it was; returns what was left alone, each with why.

    Left alone are rows and facts that somebody edited since, and rows that their former record can
    no longer hold. Raises Refused when it was undone before, or either record was merged or changed
    in a way that does not let them part.
    """
    merger = Merger.objects.select_for_update().get(pk=merger.pk)
    if merger.is_undone:
        raise Refused(_("Penggabungan ini sudah dibatalkan."))
    kept, absorbed = lock_both((merger.kept, None), (merger.absorbed, None))
    if kept.is_merged:
        raise Refused(_("Batalkan dahulu penggabungan %s ke sekolah lain.") % kept)
    if absorbed.merged_into_id != kept.pk or absorbed.facts_since != merger.merged_on:
        raise Refused(
            _("Catatan %s sudah berubah. Penggabungan tidak dapat dibatalkan.") % absorbed
        )
    left = []
    with pghistory.context(reason=_("Penggabungan dibatalkan")):
        left += _restore_kept(kept, merger)
        _restore(absorbed, _free(merger.before["absorbed"], absorbed))
        left += move_back(merger.moved, absorbed)
        merger.undone_at, merger.undone_by = timezone.now(), by
        merger.moved["left"] = left
        merger.save(update_fields=["undone_at", "undone_by", "moved"])
    return left


def require_mergeable(kept: School, absorbed: School) -> None:
    """Raises Refused when the two cannot become one, whatever the day."""
    if kept.pk == absorbed.pk:
        raise Refused(_("Pilih dua sekolah yang berlainan."))
    for school in (kept, absorbed):
        if not school.is_open:
            raise Refused(_("%s sudah tutup atau bergabung, jadi tidak dapat digabung.") % school)
    if kept.district_id[:5] != absorbed.district_id[:5]:
        raise Refused(
            _(
                "Kedua sekolah terletak di kabupaten/kota yang berbeda. Perbaiki dahulu kecamatannya: "
                "kunjungan dan kerja sama berlaku per wilayah."
            )
        )
    if absorbed.proposals.waiting().exists():
        raise Refused(_("Putuskan dahulu usulan perubahan data dari %s.") % absorbed)


def lock_both(*wanted: tuple[School, int | None]) -> list[School]:
    """Both schools read again and locked, in the same order whoever asks. Raises Conflict."""
    locked = {}
    for school, version in sorted(wanted, key=lambda pair: pair[0].pk):
        locked[school.pk] = lock(school, version=version)
    return [locked[school.pk] for school, _version in wanted]


def _values_to_take(kept: School, absorbed: School, names: list[str], on: date) -> dict:
    """What changes at the kept school, with the date where a dated fact does."""
    values = {
        name: getattr(absorbed, name)
        for name in names
        if getattr(absorbed, name) != getattr(kept, name)
    }
    dated = {School._meta.get_field(fact).attname for fact in DATED_FACTS}
    if dated.intersection(values):
        require_day(kept, on)
        values["facts_since"] = on
    return values


def _values(school: School, names) -> dict:
    """Stored values as JSON keeps them."""
    encoder = DjangoJSONEncoder()
    plain = (str, int, type(None))
    stored = {name: getattr(school, name) for name in names}
    return {
        name: value if isinstance(value, plain) else encoder.default(value)
        for name, value in stored.items()
    }


def _restore_kept(kept: School, merger: Merger) -> list[list[str]]:
    values = merger.before["kept"]
    if not values:
        return []
    if kept.version != merger.before["kept_version"]:
        return [[str(kept), _("data sekolah sudah diubah sesudah penggabungan.")]]
    _restore(kept, values)
    return []


def _free(values: dict, absorbed: School) -> dict:
    """Without an id of Dapodik that another school holds meanwhile."""
    taken = School.objects.exclude(pk=absorbed.pk).filter(dapodik_id=values["dapodik_id"])
    if values["dapodik_id"] and taken.exists():
        return {name: value for name, value in values.items() if name != "dapodik_id"}
    return values


def _restore(school: School, values: dict) -> None:
    for name, value in values.items():
        field = School._meta.get_field(name)
        setattr(school, name, value if field.is_relation else field.to_python(value))
    _save(school)


def _save(school: School) -> None:
    school.version += 1
    school.save()
