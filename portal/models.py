"""People, and the areas that people and schools belong to."""

import uuid

import pghistory
import rules
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

AREA_CODE = r"^\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?\Z"


class AreaQuerySet(models.QuerySet):
    def in_scope_of(self, user: "User") -> "AreaQuerySet":
        """The user's own area and everything below it; all areas for an admin of the nation."""
        return self.filter(in_scope_of(user, "code"))

    def visible_to(self, user) -> "AreaQuerySet":
        """Areas are public knowledge: everyone who is signed in sees all of them."""
        return self if user.is_authenticated else self.none()


def in_scope_of(user: "User", field: str) -> Q:
    """Condition "the area code in `field` lies inside the user's area".

    Without an area an admin's scope is the nation; a school's account has a school, and no area.
    """
    if user.area_id is not None:
        return inside_area(user.area, field)
    return Q() if user.role == Role.ADMIN else Q(pk__in=[])


def inside_area(area: "Area", field: str) -> Q:
    """Condition "the area code in `field` lies inside `area`".

    A Kemendagri code is its own path: everything inside 63.71 starts with `63.71.`.
    """
    return Q(**{field: area.pk}) | Q(**{f"{field}__startswith": f"{area.pk}."})


def area_path(code: str) -> list[str]:
    """An area code and the codes of all areas above it: 63.71.01 → [63, 63.71, 63.71.01]."""
    parts = code.split(".")
    return [".".join(parts[: n + 1]) for n in range(len(parts))]


@pghistory.track()
class Area(models.Model):
    """A province, kabupaten/kota, kecamatan or kelurahan, keyed by its Kemendagri code."""

    class Level(models.TextChoices):
        PROVINCE = "province", _("provinsi")
        CITY = "city", _("kabupaten/kota")
        DISTRICT = "district", _("kecamatan")
        VILLAGE = "village", _("kelurahan/desa")

    code = models.CharField(
        _("kode Kemendagri"),
        max_length=13,
        primary_key=True,
        validators=[RegexValidator(AREA_CODE, _("Contoh: 63.71.01."))],
    )
    name = models.CharField(_("nama"), max_length=80)
    level = models.CharField(_("tingkat"), max_length=10, choices=Level)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("induk"),
    )
    bps_code = models.CharField(_("kode BPS"), max_length=10, blank=True)
    dapodik_code = models.CharField(_("kode Dapodik"), max_length=10, blank=True)

    objects = AreaQuerySet.as_manager()

    class Meta:
        verbose_name = _("wilayah")
        verbose_name_plural = _("wilayah")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                name="area_code_fits_level",
                condition=Q(level="province", code__regex=r"^\d\d$", parent=None)
                | Q(level="city", code__regex=r"^\d\d\.\d\d$", parent__isnull=False)
                | Q(level="district", code__regex=r"^\d\d\.\d\d\.\d\d$", parent__isnull=False)
                | Q(
                    level="village", code__regex=r"^\d\d\.\d\d\.\d\d\.\d{4}$", parent__isnull=False
                ),
                violation_error_message=_("Kode tidak sesuai dengan tingkat wilayah."),
            ),
            models.CheckConstraint(
                name="area_code_lies_in_parent",
                condition=Q(parent=None)
                | Q(
                    parent=models.Func(
                        F("code"), Value(r"\.[0-9]+$"), Value(""), function="regexp_replace"
                    )
                ),
                violation_error_message=_("Kode wilayah harus diawali kode induknya."),
            ),
        ]

    def __str__(self):
        return self.name

    def contains(self, code: str) -> bool:
        """Whether the area with this code is this area or lies inside it."""
        return code == self.pk or code.startswith(f"{self.pk}.")


class Role(models.TextChoices):
    ADMIN = "admin", _("Admin")
    DINAS = "dinas", _("Dinas")
    FACILITATOR = "fasilitator", _("Fasilitator")
    SCHOOL = "sekolah", _("Sekolah")
    LEADER = "pimpinan", _("Pimpinan")


class UserQuerySet(models.QuerySet):
    def visible_to(self, user: "User") -> "UserQuerySet":
        """People whose scope lies inside the user's own; a school sees only its own account.

        A school's account lies where its school does; one that has no school yet is seen by every
        admin, who can then give it one.
        """
        if user.role == Role.SCHOOL:
            return self.filter(pk=user.pk)
        if user.area_id is None:
            return self
        scope = in_scope_of(user, "area__code")
        # The schools app knows these relations; only their names are used here.
        school = in_scope_of(user, "school_account__school__district__code")
        scope |= Q(role=Role.SCHOOL) & school
        if user.role == Role.ADMIN:
            scope |= Q(role=Role.SCHOOL, school_account=None)
        return self.filter(scope)


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    def create_user(self, email, password=None, **fields):
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        """An admin of the whole nation: what `manage.py createsuperuser` makes."""
        return self.create_user(email, password, role=Role.ADMIN, area=None, **fields)


@pghistory.track(exclude=["password", "last_login"])
class User(AbstractBaseUser):
    """A person with one role and one scope: an area, or (through schools.SchoolAccount) one school."""

    email = models.EmailField(
        _("surel"), unique=True, error_messages={"unique": _("Surel ini sudah dipakai akun lain.")}
    )
    name = models.CharField(_("nama"), max_length=120)
    position = models.CharField(_("jabatan"), max_length=120, blank=True)
    nip = models.CharField(
        _("NIP"),
        max_length=18,
        blank=True,
        validators=[RegexValidator(r"^\d{18}\Z", _("NIP terdiri dari 18 angka."))],
    )
    role = models.CharField(_("peran"), max_length=12, choices=Role)
    area = models.ForeignKey(
        Area,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="users",
        verbose_name=_("cakupan wilayah"),
        help_text=_("Kosong hanya untuk akun sekolah, dan untuk admin seluruh Indonesia."),
    )
    is_active = models.BooleanField(_("aktif"), default=True)
    created_at = models.DateTimeField(_("dibuat"), auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("pengguna")
        verbose_name_plural = _("pengguna")
        ordering = ["name", "pk"]
        constraints = [
            # With the unique field: an address is taken in any case.
            models.CheckConstraint(
                name="user_email_is_lower_case",
                condition=Q(email=Lower("email")),
                violation_error_message=_("Surel disimpan dengan huruf kecil."),
            ),
            models.CheckConstraint(
                name="user_scope_fits_role",
                condition=Q(role="sekolah", area=None)
                | Q(role="admin")
                | Q(role__in=["dinas", "fasilitator", "pimpinan"], area__isnull=False),
                violation_error_message=_(
                    "Cakupan wilayah wajib untuk dinas, fasilitator, dan pimpinan; "
                    "akun sekolah tidak memilikinya."
                ),
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        self.email = self.email.lower()

    @property
    def is_staff(self) -> bool:
        """Who may open the Django admin."""
        return self.is_active and self.role == Role.ADMIN

    def has_perm(self, permission: str, obj=None) -> bool:
        """Whether the predicate registered under this name (rules.py) holds for the user and `obj`."""
        return self.is_active and rules.has_perm(permission, self, obj)

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_staff


class Versioned(models.Model):
    """A record that notices concurrent edits: `version` grows by one with each saved edit."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


class Submission(models.Model):
    """A create form that was carried out, so that sending it twice makes one record."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    user = models.ForeignKey(User, models.CASCADE)
    url = models.CharField(max_length=200)
    content = models.CharField(max_length=64, blank=True, db_default="")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("kiriman formulir")
        verbose_name_plural = _("kiriman formulir")

    def __str__(self):
        return str(self.key)


class SavedViewQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "SavedViewQuerySet":
        """A person's own."""
        return self.filter(user=user) if user.is_authenticated else self.none()


@pghistory.track()
class SavedView(models.Model):
    """A list that a person keeps under a name: the address that shows it."""

    user = models.ForeignKey(
        User, models.CASCADE, related_name="saved_views", verbose_name=_("pengguna")
    )
    path = models.CharField(_("daftar"), max_length=200)
    name = models.CharField(_("nama"), max_length=60)
    query = models.CharField(_("filter, urutan, kolom"), max_length=1000, blank=True)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("tampilan tersimpan")
        verbose_name_plural = _("tampilan tersimpan")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["user", "path", "name"], name="saved_view_named_once")
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{self.path}?{self.query}" if self.query else self.path
