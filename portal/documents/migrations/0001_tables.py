import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import portal.documents.models
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("documents", "0001_number_series")]

    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="NumberSeries",
            fields=[
                (
                    "code",
                    models.SlugField(
                        editable=False,
                        max_length=30,
                        primary_key=True,
                        serialize=False,
                        verbose_name="kode",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="jenis naskah")),
                (
                    "format",
                    models.CharField(
                        help_text="{nomor:4} = nomor urut 4 angka, {bulan} = bulan Romawi, {tahun} = tahun.",
                        max_length=80,
                        validators=[portal.documents.models.check_format],
                        verbose_name="bentuk nomor",
                    ),
                ),
            ],
            options={
                "verbose_name": "seri nomor naskah",
                "verbose_name_plural": "seri nomor naskah",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="NumberSeriesEvent",
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
                        to="documents.numberseries",
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
                    models.SlugField(
                        db_index=False,
                        editable=False,
                        max_length=30,
                        serialize=False,
                        verbose_name="kode",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="jenis naskah")),
                (
                    "format",
                    models.CharField(
                        help_text="{nomor:4} = nomor urut 4 angka, {bulan} = bulan Romawi, {tahun} = tahun.",
                        max_length=80,
                        validators=[portal.documents.models.check_format],
                        verbose_name="bentuk nomor",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Counter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="counters",
                        to="documents.numberseries",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("last", models.PositiveIntegerField(default=0, verbose_name="nomor terakhir")),
            ],
            options={
                "verbose_name": "nomor terakhir",
                "verbose_name_plural": "nomor terakhir",
                "constraints": [
                    models.UniqueConstraint(fields=("series", "year"), name="counter_once_a_year"),
                    models.CheckConstraint(
                        condition=models.Q(("year__gte", 2000)), name="counter_year_is_a_year"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CounterEvent",
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
                        to="documents.counter",
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
                    "series",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="documents.numberseries",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("last", models.PositiveIntegerField(default=0, verbose_name="nomor terakhir")),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="numberseries",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "documents_numberseriesevent" ("code", "format", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."format", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."code"); RETURN NULL;',
                    hash="6142b903e689e81b2fbf55a1a51733764826b123",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e1965",
                    table="documents_numberseries",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="numberseries",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "documents_numberseriesevent" ("code", "format", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."format", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."code"); RETURN NULL;',
                    hash="11ab3c7a14ec636cf06448bb83f86e260c800d5e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fa34a",
                    table="documents_numberseries",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="numberseries",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "documents_numberseriesevent" ("code", "format", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."format", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."code"); RETURN NULL;',
                    hash="8213eae79205063190795d486c0c6b1fce2f9eb0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_961a5",
                    table="documents_numberseries",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="counterevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0b21e19d7503a8b3e589e2686b355fe229387369",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_758ac",
                    table="documents_counterevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="counter",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "documents_counterevent" ("id", "last", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "year") VALUES (NEW."id", NEW."last", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."series_id", NEW."year"); RETURN NULL;',
                    hash="efc882e6cab519c757999fd4eabe816e096b0adf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_be45d",
                    table="documents_counter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="counter",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "documents_counterevent" ("id", "last", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "year") VALUES (NEW."id", NEW."last", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."series_id", NEW."year"); RETURN NULL;',
                    hash="60c438b0ad7d673f3edbed150c81d4ab05ba4b41",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_62bb1",
                    table="documents_counter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="counter",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "documents_counterevent" ("id", "last", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_id", "year") VALUES (OLD."id", OLD."last", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."series_id", OLD."year"); RETURN NULL;',
                    hash="b925229dd045dcfd3589dbe15766b570035a530e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c6f1e",
                    table="documents_counter",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="numberseriesevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4829efd4f444b6281f0efa08be15f7e05aa94f04",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_391fb",
                    table="documents_numberseriesevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
