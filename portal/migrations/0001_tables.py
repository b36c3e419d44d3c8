import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("portal", "0001_initial"),
        ("portal", "0003_area_in_parent_submission_content"),
        ("portal", "0004_saved_views"),
    ]

    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Area",
            fields=[
                (
                    "code",
                    models.CharField(
                        max_length=13,
                        primary_key=True,
                        serialize=False,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d\\d(\\.\\d\\d(\\.\\d\\d(\\.\\d{4})?)?)?\\Z",
                                "Contoh: 63.71.01.",
                            )
                        ],
                        verbose_name="kode Kemendagri",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="nama")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("province", "provinsi"),
                            ("city", "kabupaten/kota"),
                            ("district", "kecamatan"),
                            ("village", "kelurahan/desa"),
                        ],
                        max_length=10,
                        verbose_name="tingkat",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="portal.area",
                        verbose_name="induk",
                    ),
                ),
                ("bps_code", models.CharField(blank=True, max_length=10, verbose_name="kode BPS")),
                (
                    "dapodik_code",
                    models.CharField(blank=True, max_length=10, verbose_name="kode Dapodik"),
                ),
            ],
            options={
                "verbose_name": "wilayah",
                "verbose_name_plural": "wilayah",
                "ordering": ["code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("code__regex", "^\\d\\d$"), ("level", "province"), ("parent", None)
                            ),
                            models.Q(
                                ("code__regex", "^\\d\\d\\.\\d\\d$"),
                                ("level", "city"),
                                ("parent__isnull", False),
                            ),
                            models.Q(
                                ("code__regex", "^\\d\\d\\.\\d\\d\\.\\d\\d$"),
                                ("level", "district"),
                                ("parent__isnull", False),
                            ),
                            models.Q(
                                ("code__regex", "^\\d\\d\\.\\d\\d\\.\\d\\d\\.\\d{4}$"),
                                ("level", "village"),
                                ("parent__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="area_code_fits_level",
                        violation_error_message="Kode tidak sesuai dengan tingkat wilayah.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("parent", None),
                            (
                                "parent",
                                models.Func(
                                    models.F("code"),
                                    models.Value("\\.[0-9]+$"),
                                    models.Value(""),
                                    function="regexp_replace",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="area_code_lies_in_parent",
                        violation_error_message="Kode wilayah harus diawali kode induknya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "email",
                    models.EmailField(
                        error_messages={"unique": "Surel ini sudah dipakai akun lain."},
                        max_length=254,
                        unique=True,
                        verbose_name="surel",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="nama")),
                ("position", models.CharField(blank=True, max_length=120, verbose_name="jabatan")),
                (
                    "nip",
                    models.CharField(
                        blank=True,
                        max_length=18,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{18}\\Z", "NIP terdiri dari 18 angka."
                            )
                        ],
                        verbose_name="NIP",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("admin", "Admin"),
                            ("dinas", "Dinas"),
                            ("fasilitator", "Fasilitator"),
                            ("sekolah", "Sekolah"),
                            ("pimpinan", "Pimpinan"),
                        ],
                        max_length=12,
                        verbose_name="peran",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        help_text="Kosong hanya untuk akun sekolah, dan untuk admin seluruh Indonesia.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="users",
                        to="portal.area",
                        verbose_name="cakupan wilayah",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="aktif")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
            ],
            options={
                "verbose_name": "pengguna",
                "verbose_name_plural": "pengguna",
                "ordering": ["name", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("email", django.db.models.functions.text.Lower("email"))
                        ),
                        name="user_email_is_lower_case",
                        violation_error_message="Surel disimpan dengan huruf kecil.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("area", None), ("role", "sekolah")),
                            ("role", "admin"),
                            models.Q(
                                ("area__isnull", False),
                                ("role__in", ["dinas", "fasilitator", "pimpinan"]),
                            ),
                            _connector="OR",
                        ),
                        name="user_scope_fits_role",
                        violation_error_message="Cakupan wilayah wajib untuk dinas, fasilitator, dan pimpinan; akun sekolah tidak memilikinya.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AreaEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="portal.area",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        max_length=13,
                        serialize=False,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d\\d(\\.\\d\\d(\\.\\d\\d(\\.\\d{4})?)?)?\\Z",
                                "Contoh: 63.71.01.",
                            )
                        ],
                        verbose_name="kode Kemendagri",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="nama")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("province", "provinsi"),
                            ("city", "kabupaten/kota"),
                            ("district", "kecamatan"),
                            ("village", "kelurahan/desa"),
                        ],
                        max_length=10,
                        verbose_name="tingkat",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portal.area",
                        verbose_name="induk",
                    ),
                ),
                ("bps_code", models.CharField(blank=True, max_length=10, verbose_name="kode BPS")),
                (
                    "dapodik_code",
                    models.CharField(blank=True, max_length=10, verbose_name="kode Dapodik"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_views",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengguna",
                    ),
                ),
                ("path", models.CharField(max_length=200, verbose_name="daftar")),
                ("name", models.CharField(max_length=60, verbose_name="nama")),
                (
                    "query",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="filter, urutan, kolom"
                    ),
                ),
            ],
            options={
                "verbose_name": "tampilan tersimpan",
                "verbose_name_plural": "tampilan tersimpan",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "path", "name"), name="saved_view_named_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedViewEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="portal.savedview",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengguna",
                    ),
                ),
                ("path", models.CharField(max_length=200, verbose_name="daftar")),
                ("name", models.CharField(max_length=60, verbose_name="nama")),
                (
                    "query",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="filter, urutan, kolom"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("key", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("url", models.CharField(max_length=200)),
                ("content", models.CharField(blank=True, db_default="", max_length=64)),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "kiriman formulir",
                "verbose_name_plural": "kiriman formulir",
            },
        ),
        migrations.CreateModel(
            name="UserEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("id", models.BigIntegerField()),
                (
                    "email",
                    models.EmailField(
                        error_messages={"unique": "Surel ini sudah dipakai akun lain."},
                        max_length=254,
                        verbose_name="surel",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="nama")),
                ("position", models.CharField(blank=True, max_length=120, verbose_name="jabatan")),
                (
                    "nip",
                    models.CharField(
                        blank=True,
                        max_length=18,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{18}\\Z", "NIP terdiri dari 18 angka."
                            )
                        ],
                        verbose_name="NIP",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("admin", "Admin"),
                            ("dinas", "Dinas"),
                            ("fasilitator", "Fasilitator"),
                            ("sekolah", "Sekolah"),
                            ("pimpinan", "Pimpinan"),
                        ],
                        max_length=12,
                        verbose_name="peran",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Kosong hanya untuk akun sekolah, dan untuk admin seluruh Indonesia.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="portal.area",
                        verbose_name="cakupan wilayah",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="aktif")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="dibuat")),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="area",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portal_areaevent" ("bps_code", "code", "dapodik_code", "level", "name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."bps_code", NEW."code", NEW."dapodik_code", NEW."level", NEW."name", NEW."parent_id", _pgh_attach_context(), NOW(), \'insert\', NEW."code"); RETURN NULL;',
                    hash="87604d835b8c6a51c3ece9f303dd392b27e56fbd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e5586",
                    table="portal_area",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="area",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portal_areaevent" ("bps_code", "code", "dapodik_code", "level", "name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."bps_code", NEW."code", NEW."dapodik_code", NEW."level", NEW."name", NEW."parent_id", _pgh_attach_context(), NOW(), \'update\', NEW."code"); RETURN NULL;',
                    hash="790fa8fad3c5a832417defba56d83c0857ad4710",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_70b06",
                    table="portal_area",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="area",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portal_areaevent" ("bps_code", "code", "dapodik_code", "level", "name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."bps_code", OLD."code", OLD."dapodik_code", OLD."level", OLD."name", OLD."parent_id", _pgh_attach_context(), NOW(), \'delete\', OLD."code"); RETURN NULL;',
                    hash="f7cd8a7bda245790821064015389cd92c041ae89",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ddfe0",
                    table="portal_area",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portal_userevent" ("area_id", "created_at", "email", "id", "is_active", "name", "nip", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role") VALUES (NEW."area_id", NEW."created_at", NEW."email", NEW."id", NEW."is_active", NEW."name", NEW."nip", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."role"); RETURN NULL;',
                    hash="096406ba5fe936fb6815873f503bd498e5810297",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e5b90",
                    table="portal_user",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."nip" IS DISTINCT FROM (NEW."nip") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."role" IS DISTINCT FROM (NEW."role"))',
                    func='INSERT INTO "portal_userevent" ("area_id", "created_at", "email", "id", "is_active", "name", "nip", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role") VALUES (NEW."area_id", NEW."created_at", NEW."email", NEW."id", NEW."is_active", NEW."name", NEW."nip", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."role"); RETURN NULL;',
                    hash="79a431bcfe86211b14699eaee54145daf52da005",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1fedc",
                    table="portal_user",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portal_userevent" ("area_id", "created_at", "email", "id", "is_active", "name", "nip", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role") VALUES (OLD."area_id", OLD."created_at", OLD."email", OLD."id", OLD."is_active", OLD."name", OLD."nip", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."role"); RETURN NULL;',
                    hash="bb1bfc1871d5d817792235de584748c6d8d54eae",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_62b66",
                    table="portal_user",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="areaevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ee85bb839dcbaee91d37ecda46da25c96441e01c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_73792",
                    table="portal_areaevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="savedview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portal_savedviewevent" ("id", "name", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query", "user_id") VALUES (NEW."id", NEW."name", NEW."path", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."query", NEW."user_id"); RETURN NULL;',
                    hash="e404b34f651b79a6123e055779e17a0c8f57b28e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d6441",
                    table="portal_savedview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="savedview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "portal_savedviewevent" ("id", "name", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query", "user_id") VALUES (NEW."id", NEW."name", NEW."path", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."query", NEW."user_id"); RETURN NULL;',
                    hash="1b79ed8d2196099d55d471bf9bfca7f9e124a78d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4d36d",
                    table="portal_savedview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="savedview",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "portal_savedviewevent" ("id", "name", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "query", "user_id") VALUES (OLD."id", OLD."name", OLD."path", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."query", OLD."user_id"); RETURN NULL;',
                    hash="a9fa21ee6a7231848741d7fb48c623a2fd0aeab8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_89b8f",
                    table="portal_savedview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="savedviewevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="932adc1b8ca605732db11306061328fadd3a064c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_eca61",
                    table="portal_savedviewevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="userevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c1c76022d6e0a8a23ec74ad56dc65be5b415e644",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6bdd8",
                    table="portal_userevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
