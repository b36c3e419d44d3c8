"""What kinds of schools there are: form, stage, status, accreditation, state."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Form(models.TextChoices):
    """Bentuk satuan pendidikan, as Dapodik abbreviates it."""

    TK = "TK", "TK"
    KB = "KB", "KB"
    TPA = "TPA", "TPA"
    SPS = "SPS", "SPS"
    RA = "RA", "RA"
    SD = "SD", "SD"
    MI = "MI", "MI"
    SMP = "SMP", "SMP"
    MTS = "MTs", "MTs"
    SMA = "SMA", "SMA"
    MA = "MA", "MA"
    SMK = "SMK", "SMK"
    MAK = "MAK", "MAK"
    TKLB = "TKLB", "TKLB"
    SDLB = "SDLB", "SDLB"
    SMPLB = "SMPLB", "SMPLB"
    SMLB = "SMLB", "SMLB"
    SLB = "SLB", "SLB"
    PKBM = "PKBM", "PKBM"
    SKB = "SKB", "SKB"
    LKP = "LKP", "LKP"


class Stage(models.TextChoices):
    """Jenjang; it follows from the form."""

    EARLY = "paud", _("PAUD")
    PRIMARY = "sd", _("SD")
    JUNIOR = "smp", _("SMP")
    SENIOR = "sma", _("SMA/SMK")
    SPECIAL = "khusus", _("Khusus")
    EQUIVALENCY = "kesetaraan", _("Kesetaraan")


FORMS_OF_STAGE = {
    Stage.EARLY: [Form.TK, Form.KB, Form.TPA, Form.SPS, Form.RA],
    Stage.PRIMARY: [Form.SD, Form.MI],
    Stage.JUNIOR: [Form.SMP, Form.MTS],
    Stage.SENIOR: [Form.SMA, Form.MA, Form.SMK, Form.MAK],
    Stage.SPECIAL: [Form.TKLB, Form.SDLB, Form.SMPLB, Form.SMLB, Form.SLB],
    Stage.EQUIVALENCY: [Form.PKBM, Form.SKB, Form.LKP],
}


class Status(models.TextChoices):
    PUBLIC = "negeri", _("Negeri")
    PRIVATE = "swasta", _("Swasta")


class Accreditation(models.TextChoices):
    A = "A", "A"
    B = "B", "B"
    C = "C", "C"
    NONE = "TT", _("Tidak Terakreditasi")


class State(models.TextChoices):
    """Whether a school exists; a school that ceased keeps its record."""

    OPEN = "buka", _("Buka")
    CLOSED = "tutup", _("Tutup")
    MERGED = "bergabung", _("Bergabung")
