import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("notices", "0001_initial")]

    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("portal", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="MailChoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mail_choice",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="pengguna",
                    ),
                ),
                (
                    "when",
                    models.CharField(
                        choices=[
                            ("langsung", "Satu surel untuk setiap pemberitahuan, segera"),
                            ("harian", "Satu ringkasan sehari, bila ada yang baru"),
                            ("tidak", "Tanpa surel; hanya di portal"),
                        ],
                        default="harian",
                        max_length=8,
                        verbose_name="Surel pemberitahuan",
                    ),
                ),
            ],
            options={
                "verbose_name": "pilihan surel",
                "verbose_name_plural": "pilihan surel",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("when__in", ["langsung", "harian", "tidak"])),
                        name="mail_choice_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MailChoiceEvent",
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
                        to="notices.mailchoice",
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
                (
                    "when",
                    models.CharField(
                        choices=[
                            ("langsung", "Satu surel untuk setiap pemberitahuan, segera"),
                            ("harian", "Satu ringkasan sehari, bila ada yang baru"),
                            ("tidak", "Tanpa surel; hanya di portal"),
                        ],
                        default="harian",
                        max_length=8,
                        verbose_name="Surel pemberitahuan",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Notice",
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
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kepada",
                    ),
                ),
                ("kind", models.SlugField(db_index=False, max_length=40, verbose_name="jenis")),
                ("text", models.TextField(verbose_name="isi")),
                ("url", models.CharField(max_length=200, verbose_name="halaman")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="oleh",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="pada"
                    ),
                ),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="dibaca")),
                (
                    "mailed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="dikirim lewat surel"),
                ),
                (
                    "is_unread",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Q(("read_at", None)),
                        output_field=models.BooleanField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "pemberitahuan",
                "verbose_name_plural": "pemberitahuan",
                "ordering": ["-is_unread", "-pk"],
                "indexes": [
                    models.Index(fields=["user", "-is_unread", "-id"], name="notice_of_person"),
                    models.Index(fields=["mailed_at", "created_at"], name="notice_by_mail"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("url__regex", "^/([^/\\\\].*)?$")),
                        name="notice_leads_into_the_portal",
                        violation_error_message="Pemberitahuan hanya menunjuk halaman portal ini.",
                    )
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mailchoice",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "notices_mailchoiceevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "when") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."user_id", NEW."when"); RETURN NULL;',
                    hash="e7901bd52b01cdaafc5930a922c034c895ada26a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_899c4",
                    table="notices_mailchoice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mailchoice",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "notices_mailchoiceevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "when") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."user_id", NEW."when"); RETURN NULL;',
                    hash="fb09f6b6107fe0b30066d8c89d53c352e9b8eb7c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9095d",
                    table="notices_mailchoice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mailchoice",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "notices_mailchoiceevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "when") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."user_id", OLD."when"); RETURN NULL;',
                    hash="1696b9dd617ef3cd47901ac33933ace90f163592",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b2de4",
                    table="notices_mailchoice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mailchoiceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="41001a243251e3bb51506911a434839fe763c8e6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e9390",
                    table="notices_mailchoiceevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
