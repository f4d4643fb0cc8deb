import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import agency.database
import agency.words
from agency.at_once import AtOnce


class Migration(AtOnce):
    dependencies = [
        ("agency", "0004_above_the_limit"),
        ("partners", "0003_more_of_partners"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SensitiveKind",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(unique=True, verbose_name="code")),
                ("name", agency.words.WordsField(verbose_name="name")),
                ("position", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "verbose_name": "sensitive kind of help",
                "verbose_name_plural": "sensitive kinds of help",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SensitiveNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", agency.words.WordsField(verbose_name="the words")),
                ("holds_from", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "verbose_name": "words that travel along",
                "ordering": ["-holds_from", "-pk"],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="partner",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="partner",
            name="deleted_delete",
        ),
        migrations.AddField(
            model_name="sensitivekind",
            name="categories",
            field=models.ManyToManyField(
                blank=True, related_name="sensitive_kinds", to="agency.servicecategory", verbose_name="kinds of help"
            ),
        ),
        migrations.AddField(
            model_name="partner",
            name="sensitive_kind",
            field=models.ForeignKey(
                blank=True,
                help_text="Where the name of the partner alone tells something: a shelter, a clinic for addiction.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="partners",
                to="partners.sensitivekind",
                verbose_name="sensitive kind of help",
            ),
        ),
        migrations.AddField(
            model_name="partnerhistory",
            name="sensitive_kind",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="Where the name of the partner alone tells something: a shelter, a clinic for addiction.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.sensitivekind",
                verbose_name="sensitive kind of help",
            ),
        ),
        migrations.AddField(
            model_name="sensitivenotice",
            name="kind",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="notices", to="partners.sensitivekind"
            ),
        ),
        migrations.AddField(
            model_name="sensitivenotice",
            name="written_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="service",
            name="search_name",
            field=models.GeneratedField(
                db_persist=True, expression=agency.database.Plain(models.F("name")), output_field=models.TextField()
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partner",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."alternate_name" IS DISTINCT FROM (NEW."alternate_name") OR OLD."closed_on" IS DISTINCT FROM (NEW."closed_on") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."group" IS DISTINCT FROM (NEW."group") OR OLD."hsds_id" IS DISTINCT FROM (NEW."hsds_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."legal_form" IS DISTINCT FROM (NEW."legal_form") OR OLD."logo" IS DISTINCT FROM (NEW."logo") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."point_person" IS DISTINCT FROM (NEW."point_person") OR OLD."sensitive_kind_id" IS DISTINCT FROM (NEW."sensitive_kind_id") OR OLD."tax_id" IS DISTINCT FROM (NEW."tax_id") OR OLD."uri" IS DISTINCT FROM (NEW."uri") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."website" IS DISTINCT FROM (NEW."website") OR OLD."year_incorporated" IS DISTINCT FROM (NEW."year_incorporated"))',
                    func='INSERT INTO "partners_partnerhistory" ("alternate_name", "closed_on", "description", "email", "group", "hsds_id", "id", "legal_form", "logo", "merged_into_id", "name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_person", "sensitive_kind_id", "tax_id", "uri", "version", "website", "year_incorporated") VALUES (OLD."alternate_name", OLD."closed_on", OLD."description", OLD."email", OLD."group", OLD."hsds_id", OLD."id", OLD."legal_form", OLD."logo", OLD."merged_into_id", OLD."name", OLD."parent_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."point_person", OLD."sensitive_kind_id", OLD."tax_id", OLD."uri", OLD."version", OLD."website", OLD."year_incorporated"); RETURN NULL;',
                    hash="d0cdef6a261abb3446f540f62389d2e5153858e5",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_c2d64",
                    table="partners_partner",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partner",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_partnerhistory" ("alternate_name", "closed_on", "description", "email", "group", "hsds_id", "id", "legal_form", "logo", "merged_into_id", "name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_person", "sensitive_kind_id", "tax_id", "uri", "version", "website", "year_incorporated") VALUES (OLD."alternate_name", OLD."closed_on", OLD."description", OLD."email", OLD."group", OLD."hsds_id", OLD."id", OLD."legal_form", OLD."logo", OLD."merged_into_id", OLD."name", OLD."parent_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."point_person", OLD."sensitive_kind_id", OLD."tax_id", OLD."uri", OLD."version", OLD."website", OLD."year_incorporated"); RETURN NULL;',
                    hash="60263558fe99ef04bb65ab99af611651ad4747e4",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_8a195",
                    table="partners_partner",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sensitivenotice",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b804c168f1f7b1263c96446d7e32d1ada03f41f8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9438e",
                    table="partners_sensitivenotice",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sensitivenotice",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="b605504f88020a65c5c09181929a22ab18739b3d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_3fe93",
                    table="partners_sensitivenotice",
                    when="BEFORE",
                ),
            ),
        ),
    ]
