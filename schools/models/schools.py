"""Schools, what was recorded of them for earlier days, and who signs in for them."""

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Cast
from django.db.models.lookups import Regex
from django.utils.translation import gettext_lazy as _

from portal.models import Area, Role, User, Versioned, in_scope_of
from portal.tracking import by_statement, unindexed
from schools.models.described import (
    NPSN_PATTERN,
    SchoolDescription,
    SchoolQuerySet,
    in_school_scope,
)
from schools.models.kinds import Accreditation, Form, State, Status

# One home for "facts hold from a date", whoever changes them: a form, an import, raw SQL.
KEEP_PAST_FACTS = """
IF NEW.facts_since > OLD.facts_since THEN
    INSERT INTO schools_pastfacts (
        school_id, starts_on, ends_on, name, form, status, district_id, accreditation,
        accreditation_number, accreditation_until, state, state_reason, merged_into_id
    ) VALUES (
        OLD.id, OLD.facts_since, NEW.facts_since, OLD.name, OLD.form, OLD.status, OLD.district_id,
        OLD.accreditation, OLD.accreditation_number, OLD.accreditation_until, OLD.state,
        OLD.state_reason, OLD.merged_into_id
    );
ELSE
    DELETE FROM schools_pastfacts WHERE school_id = OLD.id AND starts_on >= NEW.facts_since;
    UPDATE schools_pastfacts SET ends_on = NEW.facts_since
    WHERE school_id = OLD.id AND ends_on > NEW.facts_since;
END IF;
RETURN NEW;
"""


class SchoolManager(models.Manager.from_queryset(SchoolQuerySet)):
    def as_of(self, date) -> models.QuerySet["DatedSchool"]:
        """The registry of a day: the schools that existed then, with the facts that held then."""
        return DatedSchool.objects.filter(
            Q(ends_on=None) | Q(ends_on__gt=date), starts_on__lte=date, state=State.OPEN
        )


@pghistory.track(
    *by_statement(),
    exclude=["stage", "search"],
    attrs={
        "district": unindexed(Area, _("kecamatan")),
        "merged_into": unindexed("schools.School", _("bergabung ke"), null=True),
    },
)
class School(SchoolDescription, Versioned):
    """A satuan pendidikan, known to people by its NPSN: the facts that hold now.

    Dated facts hold since `facts_since`. Saving a later date keeps the former facts for the days
    before it (PastFacts); saving the same date corrects them; saving an earlier date takes back
    what was recorded from that day on.
    """

    objects = SchoolManager()

    class Meta:
        verbose_name = _("sekolah")
        verbose_name_plural = _("sekolah")
        ordering = ["name", "pk"]
        indexes = [
            GinIndex(fields=["search"], name="school_search"),
            models.Index(fields=["name", "id"], name="school_by_name"),
            models.Index(fields=["stage", "name"], name="school_by_stage"),
            # For equality and for prefixes of the code alike.
            models.Index(
                fields=["district"], name="school_by_district", opclasses=["varchar_pattern_ops"]
            ),
            # The few that ceased; those that exist are nearly all.
            models.Index(
                fields=["state", "name", "id"],
                name="school_ceased",
                condition=~Q(state=State.OPEN),
            ),
            models.Index(
                fields=["merged_into"],
                name="school_by_merged_into",
                condition=Q(merged_into__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["npsn"], name="school_npsn_once"),
            models.CheckConstraint(
                name="school_npsn_is_wellformed",
                condition=Q(npsn__regex=NPSN_PATTERN.replace(r"\Z", "$")),
                violation_error_message=_("NPSN tidak sesuai bentuknya."),
            ),
            models.CheckConstraint(
                name="school_district_is_a_kecamatan",
                condition=Regex(Cast("district", models.CharField()), r"^\d\d\.\d\d\.\d\d$"),
                violation_error_message=_("Wilayah sekolah harus sebuah kecamatan."),
            ),
            models.CheckConstraint(
                name="school_has_both_coordinates_or_none",
                condition=Q(latitude=None, longitude=None)
                | Q(
                    # Said outright, because a comparison with NULL is no refusal.
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-11, 6.1),
                    longitude__range=(95, 141.1),
                ),
                violation_error_message=_(
                    "Isi lintang dan bujur bersama-sama, atau kosongkan keduanya."
                ),
            ),
            models.CheckConstraint(
                name="school_state_fits_merger",
                condition=Q(state__in=[State.OPEN, State.CLOSED], merged_into=None)
                | (Q(state=State.MERGED, merged_into__isnull=False) & ~Q(merged_into=F("id"))),
            ),
            models.CheckConstraint(
                name="school_decree_has_a_result",
                condition=~Q(accreditation="")
                | Q(accreditation_number="", accreditation_until=None),
                violation_error_message=_(
                    "Pilih hasil akreditasi, atau kosongkan nomor SK dan masa berlakunya."
                ),
            ),
            models.CheckConstraint(
                name="school_form_status_are_known",
                condition=Q(form__in=Form.values, status__in=Status.values),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="keep_past_facts",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__facts_since__df=pgtrigger.F("new__facts_since")),
                func=KEEP_PAST_FACTS,
            )
        ]


@pghistory.track(*by_statement())
class PastFacts(models.Model):
    """What held of a school from a day until the day before `ends_on`. Written by School's trigger."""

    school = models.ForeignKey(
        School, models.CASCADE, related_name="past_facts", verbose_name=_("sekolah")
    )
    starts_on = models.DateField(_("mulai"))
    ends_on = models.DateField(_("sampai sebelum"))
    name = models.CharField(_("nama"), max_length=150)
    form = models.CharField(_("bentuk"), max_length=5, choices=Form)
    status = models.CharField(_("status"), max_length=6, choices=Status)
    district = models.ForeignKey(
        Area, models.PROTECT, related_name="+", verbose_name=_("kecamatan")
    )
    accreditation = models.CharField(
        _("akreditasi"), max_length=2, choices=Accreditation, blank=True
    )
    accreditation_number = models.CharField(_("nomor SK akreditasi"), max_length=80, blank=True)
    accreditation_until = models.DateField(_("akreditasi berlaku sampai"), null=True, blank=True)
    state = models.CharField(_("keadaan"), max_length=9, choices=State)
    state_reason = models.CharField(_("alasan keadaan"), max_length=200, blank=True)
    merged_into = models.ForeignKey(
        School, models.PROTECT, null=True, related_name="+", verbose_name=_("bergabung ke")
    )

    class Meta:
        verbose_name = _("data sekolah terdahulu")
        verbose_name_plural = _("data sekolah terdahulu")
        ordering = ["-starts_on"]
        constraints = [
            models.UniqueConstraint(fields=["school", "starts_on"], name="past_facts_once_a_day"),
            models.CheckConstraint(
                name="past_facts_end_after_start", condition=Q(ends_on__gt=F("starts_on"))
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.starts_on:%d/%m/%Y}"


class DatedSchoolQuerySet(SchoolQuerySet):
    def visible_to(self, user: User) -> "DatedSchoolQuerySet":
        """As for schools, by the kecamatan of that day."""
        if user.role == Role.SCHOOL:
            return self.filter(pk__in=SchoolAccount.objects.filter(user=user).values("school"))
        return self.filter(in_scope_of(user, "district__code"))


class DatedSchool(SchoolDescription):
    """A school with the facts of a period: the rows of the view `schools_dated`.

    Made by `School.objects.as_of(date)`; its primary key is the school's.
    """

    starts_on = models.DateField(_("mulai"))
    ends_on = models.DateField(_("sampai sebelum"), null=True)

    objects = DatedSchoolQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "schools_dated"
        verbose_name = _("sekolah")
        verbose_name_plural = _("sekolah")
        ordering = ["name", "pk"]


class SchoolAccountQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "SchoolAccountQuerySet":
        return self.filter(in_school_scope(user, "school__"))


@pghistory.track()
class SchoolAccount(models.Model):
    """The one school that a person with the role sekolah signs in for."""

    user = models.OneToOneField(
        User, models.CASCADE, related_name="school_account", verbose_name=_("pengguna")
    )
    school = models.ForeignKey(
        School, models.PROTECT, related_name="accounts", verbose_name=_("sekolah")
    )

    objects = SchoolAccountQuerySet.as_manager()

    class Meta:
        verbose_name = _("akun sekolah")
        verbose_name_plural = _("akun sekolah")

    def __str__(self):
        return f"{self.user} – {self.school}"
