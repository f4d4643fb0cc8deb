import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from agency.at_once import AtOnce


class Migration(AtOnce):
    dependencies = [
        ("agency", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("columns", models.JSONField(blank=True, default=dict)),
                ("translations", models.JSONField(blank=True, default=dict)),
                ("constants", models.JSONField(blank=True, default=dict)),
                (
                    "date_order",
                    models.CharField(
                        choices=[
                            ("mdy", "month, day, year (8/31/2026)"),
                            ("dmy", "day, month, year (31/8/2026)"),
                            ("ymd", "year, month, day (2026-08-31)"),
                        ],
                        default="mdy",
                        max_length=3,
                        verbose_name="days are written",
                    ),
                ),
                ("target", models.SlugField(max_length=20)),
                ("layout", models.SlugField(max_length=40)),
                ("source", models.SlugField(max_length=40)),
                ("options", models.JSONField(blank=True, default=dict)),
                ("path", models.CharField(blank=True, max_length=200)),
                ("kind", models.CharField(blank=True, max_length=100)),
                ("called", models.CharField(blank=True, max_length=120)),
                ("size", models.PositiveBigIntegerField(default=0)),
                ("digest", models.CharField(blank=True, max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "columns to be matched"),
                            ("looking", "being looked at"),
                            ("ready", "to be written"),
                            ("writing", "being written"),
                            ("written", "written"),
                            ("undoing", "being undone"),
                            ("undone", "undone"),
                            ("unreadable", "cannot be read"),
                            ("dropped", "thrown away"),
                        ],
                        default="new",
                        max_length=10,
                    ),
                ),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("position", models.PositiveIntegerField(default=0)),
                ("answers", models.JSONField(blank=True, default=dict)),
                ("counts", models.JSONField(blank=True, default=dict)),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("written_at", models.DateTimeField(blank=True, null=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "import",
                "verbose_name_plural": "imports",
                "ordering": ["-started_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ImportedRows",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("model", models.CharField(max_length=60)),
                (
                    "made",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                ("changed", models.JSONField(blank=True, default=dict)),
            ],
            options={
                "verbose_name": "rows an import made",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ImportIssue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("table", models.SlugField(max_length=40)),
                ("file", models.CharField(blank=True, max_length=120)),
                ("line", models.PositiveIntegerField(default=0)),
                ("column", models.CharField(blank=True, max_length=120)),
                ("code", models.SlugField(max_length=40)),
                ("reason", models.CharField(max_length=300)),
                (
                    "severity",
                    models.CharField(
                        choices=[("note", "to know"), ("held", "held"), ("skipped", "skipped")],
                        default="note",
                        max_length=8,
                    ),
                ),
                ("key", models.CharField(blank=True, max_length=120)),
                ("facts", models.JSONField(blank=True, default=dict)),
                ("is_found_again", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name": "remark on an import",
                "ordering": ["file", "line", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ImportMapping",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("columns", models.JSONField(blank=True, default=dict)),
                ("translations", models.JSONField(blank=True, default=dict)),
                ("constants", models.JSONField(blank=True, default=dict)),
                (
                    "date_order",
                    models.CharField(
                        choices=[
                            ("mdy", "month, day, year (8/31/2026)"),
                            ("dmy", "day, month, year (31/8/2026)"),
                            ("ymd", "year, month, day (2026-08-31)"),
                        ],
                        default="mdy",
                        max_length=3,
                        verbose_name="days are written",
                    ),
                ),
                ("target", models.SlugField(max_length=20)),
                ("code", models.SlugField(max_length=40, verbose_name="short name")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("saved_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "verbose_name": "saved matching of columns",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="ImportRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("table", models.SlugField(max_length=40)),
                ("file", models.CharField(blank=True, max_length=120)),
                ("line", models.PositiveIntegerField()),
                ("key", models.CharField(blank=True, max_length=120)),
                ("said", models.JSONField(blank=True, default=dict)),
                (
                    "fate",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("new", "new"),
                            ("changed", "adds something"),
                            ("same", "the same"),
                            ("held", "held"),
                            ("skipped", "skipped"),
                        ],
                        max_length=8,
                    ),
                ),
            ],
            options={
                "verbose_name": "row of an import",
                "ordering": ["number"],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="agency",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="agency",
            name="deleted_delete",
        ),
        migrations.AddField(
            model_name="agency",
            name="logo",
            field=models.CharField(blank=True, db_default="", default="", editable=False, max_length=200),
        ),
        migrations.AddField(
            model_name="agency",
            name="logo_kind",
            field=models.CharField(blank=True, db_default="", default="", editable=False, max_length=60),
        ),
        migrations.AddField(
            model_name="agency",
            name="publishes_directory",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Other programs can then read it by machine (HSDS). Never confidential places or staff contacts.",
                verbose_name="anybody may read the partner directory over the internet",
            ),
        ),
        migrations.AddField(
            model_name="agencyhistory",
            name="logo",
            field=models.CharField(blank=True, db_default="", default="", editable=False, max_length=200),
        ),
        migrations.AddField(
            model_name="agencyhistory",
            name="logo_kind",
            field=models.CharField(blank=True, db_default="", default="", editable=False, max_length=60),
        ),
        migrations.AddField(
            model_name="agencyhistory",
            name="publishes_directory",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Other programs can then read it by machine (HSDS). Never confidential places or staff contacts.",
                verbose_name="anybody may read the partner directory over the internet",
            ),
        ),
        migrations.AddField(
            model_name="importbatch",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="importbatch",
            name="center",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.center"
            ),
        ),
        migrations.AddField(
            model_name="importbatch",
            name="program",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agency.program",
            ),
        ),
        migrations.AddField(
            model_name="importbatch",
            name="run",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="agency.workrun",
            ),
        ),
        migrations.AddField(
            model_name="importbatch",
            name="undone_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="importedrows",
            name="batch",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="imported", to="agency.importbatch"
            ),
        ),
        migrations.AddField(
            model_name="importissue",
            name="batch",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="issues", to="agency.importbatch"
            ),
        ),
        migrations.AddField(
            model_name="importmapping",
            name="saved_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="importbatch",
            name="mapping",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="batches",
                to="agency.importmapping",
            ),
        ),
        migrations.AddField(
            model_name="importrow",
            name="batch",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="agency.importbatch"
            ),
        ),
        migrations.AddIndex(
            model_name="importedrows",
            index=models.Index(fields=["batch", "model"], name="rows_made_by_an_import"),
        ),
        migrations.AddIndex(
            model_name="importissue",
            index=models.Index(fields=["batch", "severity", "line"], name="issues_of_an_import"),
        ),
        migrations.AddIndex(
            model_name="importbatch",
            index=models.Index(fields=["target", "-started_at"], name="imports_of_a_kind"),
        ),
        migrations.AddIndex(
            model_name="importrow",
            index=models.Index(fields=["batch", "key", "number"], name="import_rows_together"),
        ),
        migrations.AddConstraint(
            model_name="importmapping",
            constraint=models.UniqueConstraint(
                fields=("target", "code"),
                name="one_mapping_of_a_name",
                violation_error_message="There is a saved matching of this name already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="importbatch",
            constraint=models.CheckConstraint(
                condition=models.Q(("undone_at", None), ("written_at__isnull", False), _connector="OR"),
                name="written_before_undone",
            ),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.UniqueConstraint(fields=("batch", "number"), name="import_row_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agency",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "agency_agencyhistory" ("address", "caseload_limit", "grant_numbers", "id", "logo", "logo_kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "privacy_regime", "publishes_directory", "small_cell", "version") VALUES (OLD."address", OLD."caseload_limit", OLD."grant_numbers", OLD."id", OLD."logo", OLD."logo_kind", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."phone", OLD."privacy_regime", OLD."publishes_directory", OLD."small_cell", OLD."version"); RETURN NULL;',
                    hash="523369ac5484c894b187fe87362fde067211dbdb",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_76e5a",
                    table="agency_agency",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agency",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "agency_agencyhistory" ("address", "caseload_limit", "grant_numbers", "id", "logo", "logo_kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "privacy_regime", "publishes_directory", "small_cell", "version") VALUES (OLD."address", OLD."caseload_limit", OLD."grant_numbers", OLD."id", OLD."logo", OLD."logo_kind", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."phone", OLD."privacy_regime", OLD."publishes_directory", OLD."small_cell", OLD."version"); RETURN NULL;',
                    hash="fb2cb92cfcccedb96d6622627051ddd39c1ef0bd",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_ce2a4",
                    table="agency_agency",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importmapping",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="0979408f5fb8752da6f4bfef2260e4f729862ff9",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_82b59",
                    table="agency_importmapping",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importbatch",
            trigger=pgtrigger.compiler.Trigger(
                name="moves_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{dropped:dropped,looking:looking,looking:ready,looking:unreadable,new:dropped,new:looking,new:new,ready:dropped,ready:looking,ready:ready,ready:writing,undoing:undoing,undoing:undone,undoing:written,undone:undone,unreadable:dropped,unreadable:looking,unreadable:unreadable,writing:ready,writing:writing,writing:written,written:undoing,written:written}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="7eca57a1f5463a8152d7709d9fc513b56279f0b1",
                    operation="UPDATE",
                    pgid="pgtrigger_moves_only_f94ea",
                    table="agency_importbatch",
                    when="BEFORE",
                ),
            ),
        ),
    ]
