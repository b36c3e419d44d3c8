"""What the registry says about a school, today (School) and on an earlier day (DatedSchool)."""

from functools import cache

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Case, F, Func, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.models import Area, Role, User, in_scope_of
from schools.models.kinds import FORMS_OF_STAGE, Accreditation, Form, Stage, State, Status
from schools.search import query_of

NPSN_PATTERN = r"^([0-9]{8}|[PK][0-9]{7})\Z"
ANY_NPSN = "00000000"


def in_school_scope(user: User, path: str = "") -> Q:
    """Condition "the school lies in the user's scope"; `path` leads to it, e.g. `visit__school__`.

    A condition on joined columns, because the planner reads it well at any depth, where subqueries
    inside subqueries have led it astray before the tables were analysed.
    """
    if user.role == Role.SCHOOL:
        return Q(**{f"{path}accounts__user": user})
    return in_scope_of(user, f"{path}district__code")


@cache
def _address_of(npsn: str) -> str:
    """The address of a school's page; asked once, because a list names hundreds of schools."""
    return reverse("schools:school", args=[npsn])


class SchoolQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "SchoolQuerySet":
        """The schools inside the user's area; for a school's account, that school."""
        return self.filter(in_school_scope(user))

    def search(self, text: str) -> "SchoolQuerySet":
        """Schools of which each word typed begins a word of the name or the NPSN."""
        query = query_of(text)
        if not query:
            return self
        return self.filter(search=SearchQuery(query, search_type="raw", config="simple"))

    def existing(self) -> "SchoolQuerySet":
        """Without those that are closed or merged into another."""
        return self.filter(state=State.OPEN)

    def in_programme(self, programme, on=None) -> "SchoolQuerySet":
        """The schools that are members of the programme on a day (today by default)."""
        return self.filter(pk__in=programme.memberships.on(on).values("school"))


# The facts that hold from a date; what changes them says since when (`facts_since`).
DATED_FACTS = [
    "name",
    "form",
    "status",
    "district",
    "accreditation",
    "accreditation_number",
    "accreditation_until",
    "state",
    "state_reason",
    "merged_into",
]


class SchoolDescription(models.Model):
    """The fields that a school's record and its state on an earlier day share."""

    npsn = models.CharField(
        _("NPSN"),
        max_length=8,
        validators=[
            RegexValidator(
                NPSN_PATTERN,
                _(
                    "NPSN harus 8 angka, atau P dan 7 angka untuk PKBM, atau K dan 7 angka untuk "
                    "kursus."
                ),
            )
        ],
        error_messages={"unique": _("NPSN ini sudah dipakai sekolah lain.")},
    )
    name = models.CharField(_("nama"), max_length=150)
    form = models.CharField(_("bentuk"), max_length=5, choices=Form)
    stage = models.GeneratedField(
        expression=Case(
            *(
                When(form__in=[str(f.value) for f in forms], then=Value(stage.value))
                for stage, forms in FORMS_OF_STAGE.items()
            ),
            output_field=models.CharField(max_length=10),
        ),
        output_field=models.CharField(_("jenjang"), max_length=10, choices=Stage),
        db_persist=True,
    )
    status = models.CharField(_("status"), max_length=6, choices=Status)
    district = models.ForeignKey(
        Area,
        models.PROTECT,
        related_name="%(class)ss",
        limit_choices_to={"level": Area.Level.DISTRICT},
        db_index=False,
        verbose_name=_("kecamatan"),
    )
    address = models.CharField(_("alamat"), max_length=200, blank=True)
    latitude = models.DecimalField(
        _("lintang"),
        max_digits=10,
        decimal_places=7,
        null=True,
        blank=True,
        validators=[
            MinValueValidator(-11, _("Lintang Indonesia antara -11 dan 6,1.")),
            MaxValueValidator(6.1, _("Lintang Indonesia antara -11 dan 6,1.")),
        ],
    )
    longitude = models.DecimalField(
        _("bujur"),
        max_digits=10,
        decimal_places=7,
        null=True,
        blank=True,
        validators=[
            MinValueValidator(95, _("Bujur Indonesia antara 95 dan 141,1.")),
            MaxValueValidator(141.1, _("Bujur Indonesia antara 95 dan 141,1.")),
        ],
    )
    accreditation = models.CharField(
        _("akreditasi"), max_length=2, choices=Accreditation, blank=True
    )
    accreditation_number = models.CharField(_("nomor SK akreditasi"), max_length=80, blank=True)
    accreditation_until = models.DateField(_("akreditasi berlaku sampai"), null=True, blank=True)
    dapodik_id = models.UUIDField(_("id Dapodik"), null=True, blank=True, unique=True)
    source = models.CharField(_("sumber data"), max_length=120, blank=True)
    state = models.CharField(_("keadaan"), max_length=9, choices=State, default=State.OPEN)
    state_reason = models.CharField(_("alasan keadaan"), max_length=200, blank=True)
    merged_into = models.ForeignKey(
        "schools.School",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)s_absorbed",
        db_index=False,
        verbose_name=_("bergabung ke"),
    )
    facts_since = models.DateField(_("data berlaku sejak"), default=timezone.localdate)
    search = models.GeneratedField(
        # Punctuation parts words here as it does in schools.search.words.
        expression=Func(
            F("npsn"),
            F("name"),
            arg_joiner=" || ' ' || ",
            template=(
                "to_tsvector('simple'::regconfig, "
                r"regexp_replace(%(expressions)s, '[!-/:-@\[-`{-~]+', ' ', 'g'))"
            ),
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = SchoolQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.name} ({self.npsn})"

    def get_absolute_url(self):
        return _address_of(ANY_NPSN).replace(ANY_NPSN, self.npsn)

    @property
    def stage_label(self) -> str:
        """The jenjang in words (Django makes no `get_…_display` for a generated field)."""
        return str(Stage(self.stage).label)

    @property
    def is_open(self) -> bool:
        return self.state == State.OPEN

    @property
    def is_closed(self) -> bool:
        return self.state == State.CLOSED

    @property
    def is_merged(self) -> bool:
        """Whether its record was merged into another school's (`merged_into`)."""
        return self.state == State.MERGED

    @property
    def coordinates(self) -> str:
        """Latitude and longitude with decimal points, as maps read them; empty where unknown."""
        return "" if self.latitude is None else f"{self.latitude}, {self.longitude}"

    @property
    def map_url(self) -> str:
        """The school's place on OpenStreetMap."""
        place = f"{self.latitude}/{self.longitude}"
        return (
            f"https://www.openstreetmap.org/?mlat={self.latitude}&mlon={self.longitude}"
            f"#map=17/{place}"
        )
