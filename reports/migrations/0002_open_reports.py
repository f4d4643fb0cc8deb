import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import agency.words
import reports.models.exports
from agency.at_once import AtOnce


class Migration(AtOnce):
    dependencies = [
        ("agency", "0003_clocks_and_reminders"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("reports", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Export",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.SlugField(max_length=20)),
                ("where", models.CharField(max_length=40)),
                ("period", models.CharField(max_length=30)),
                (
                    "file_type",
                    models.CharField(
                        choices=[
                            ("csv", "CSV, opens everywhere"),
                            ("xlsx", "Excel workbook"),
                            ("parquet", "Parquet, for analysts"),
                        ],
                        default="csv",
                        max_length=10,
                        verbose_name="file",
                    ),
                ),
                ("purpose", models.CharField(max_length=300, verbose_name="what it is for")),
                ("with_words", models.BooleanField(default=False, verbose_name="with the words of the notes")),
                ("why_words", models.CharField(blank=True, max_length=300, verbose_name="why the words are needed")),
                ("row_count", models.PositiveIntegerField(null=True)),
                ("family_count", models.PositiveIntegerField(null=True)),
                (
                    "family_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), null=True, size=None
                    ),
                ),
                ("notes", models.JSONField(default=dict)),
                ("path", models.CharField(blank=True, max_length=200)),
                ("size", models.PositiveBigIntegerField(default=0)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("expires_at", models.DateTimeField(default=reports.models.exports.in_three_days)),
            ],
            options={
                "verbose_name": "export",
                "verbose_name_plural": "exports",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="PirFiledFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("told_as", models.CharField(max_length=120)),
                ("number", models.CharField(max_length=20)),
                ("name", models.CharField(blank=True, max_length=300)),
                ("code", models.CharField(blank=True, max_length=90)),
                ("value", models.CharField(blank=True, max_length=60)),
                ("count", models.IntegerField(null=True)),
            ],
            options={
                "verbose_name": "number of a PIR workbook",
            },
        ),
        migrations.CreateModel(
            name="PirForm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "year",
                    models.CharField(
                        max_length=7,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{4}-\\d{2}$", "Write the form’s year like 2022-23."
                            )
                        ],
                        verbose_name="form of",
                    ),
                ),
                ("edition", models.PositiveSmallIntegerField(default=1, editable=False)),
                ("title", models.CharField(blank=True, max_length=150, verbose_name="title")),
                ("in_use_since", models.DateField(editable=False, null=True, verbose_name="in use since")),
                ("used_at", models.DateTimeField(editable=False, null=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "verbose_name": "PIR form",
                "verbose_name_plural": "PIR forms",
                "ordering": ["-year", "-edition"],
            },
        ),
        migrations.CreateModel(
            name="PirFormHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "year",
                    models.CharField(
                        max_length=7,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{4}-\\d{2}$", "Write the form’s year like 2022-23."
                            )
                        ],
                        verbose_name="form of",
                    ),
                ),
                ("edition", models.PositiveSmallIntegerField(default=1, editable=False)),
                ("title", models.CharField(blank=True, max_length=150, verbose_name="title")),
                ("in_use_since", models.DateField(editable=False, null=True, verbose_name="in use since")),
                ("used_at", models.DateTimeField(editable=False, null=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PirItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "number",
                    models.CharField(
                        max_length=12,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-D]\\.\\d+(\\.[a-z])?(\\.\\d+)?(-\\d)?$", "Write the number like C.44.b."
                            )
                        ],
                        verbose_name="number",
                    ),
                ),
                ("sort", models.PositiveSmallIntegerField(default=0, verbose_name="place on the form")),
                ("wording", agency.words.WordsField(verbose_name="what it asks")),
                ("rule", models.SlugField(max_length=40, verbose_name="rule")),
                ("key", models.SlugField(blank=True, max_length=40, verbose_name="of what")),
                (
                    "categories",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(), blank=True, default=list, size=None, verbose_name="kinds of help"
                    ),
                ),
            ],
            options={
                "verbose_name": "PIR item",
                "verbose_name_plural": "PIR items",
                "ordering": ["form", "sort", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PirItemHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "number",
                    models.CharField(
                        max_length=12,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-D]\\.\\d+(\\.[a-z])?(\\.\\d+)?(-\\d)?$", "Write the number like C.44.b."
                            )
                        ],
                        verbose_name="number",
                    ),
                ),
                ("sort", models.PositiveSmallIntegerField(default=0, verbose_name="place on the form")),
                ("wording", agency.words.WordsField(verbose_name="what it asks")),
                ("rule", models.SlugField(db_index=False, max_length=40, verbose_name="rule")),
                ("key", models.SlugField(blank=True, db_index=False, max_length=40, verbose_name="of what")),
                (
                    "categories",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(), blank=True, default=list, size=None, verbose_name="kinds of help"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PirReference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("hs", "Head Start"),
                            ("ehs", "Early Head Start"),
                            ("aian", "American Indian and Alaska Native Head Start"),
                            ("aian_ehs", "American Indian and Alaska Native Early Head Start"),
                            ("mshs", "Migrant and Seasonal Head Start"),
                            ("mshs_ehs", "Migrant and Seasonal Early Head Start"),
                        ],
                        max_length=10,
                    ),
                ),
                ("state", models.CharField(blank=True, max_length=2)),
                ("item", models.SlugField(max_length=40)),
                ("n", models.PositiveIntegerField()),
                ("q1", models.FloatField()),
                ("median", models.FloatField()),
                ("q3", models.FloatField()),
            ],
            options={
                "verbose_name": "national PIR figure",
            },
        ),
        migrations.CreateModel(
            name="PirSaid",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("code", models.CharField(max_length=100)),
                ("text", models.TextField(blank=True, verbose_name="explanation")),
                ("number", models.PositiveIntegerField(blank=True, null=True, verbose_name="number")),
                ("said_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "verbose_name": "remark on a PIR",
            },
        ),
        migrations.CreateModel(
            name="PirSaidHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("code", models.CharField(max_length=100)),
                ("text", models.TextField(blank=True, verbose_name="explanation")),
                ("number", models.PositiveIntegerField(blank=True, null=True, verbose_name="number")),
                ("said_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PirWorkbook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.CharField(max_length=7, verbose_name="its year")),
                ("called", models.CharField(max_length=120)),
                ("digest", models.CharField(max_length=64)),
                ("counts", models.JSONField(default=dict)),
                ("read_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "PIR workbook",
                "ordering": ["-read_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ReportNarrative",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "went_well",
                    models.TextField(
                        blank=True,
                        help_text="The board reads this. Name no family and no child.",
                        verbose_name="what went well",
                    ),
                ),
                ("concerns", models.TextField(blank=True, verbose_name="what worries us")),
                ("next_steps", models.TextField(blank=True, verbose_name="what we do about it")),
                ("asks", models.TextField(blank=True, verbose_name="what we ask of the board and the policy council")),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "verbose_name": "words to a report",
                "verbose_name_plural": "words to reports",
            },
        ),
        migrations.CreateModel(
            name="ReportNarrativeHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "went_well",
                    models.TextField(
                        blank=True,
                        help_text="The board reads this. Name no family and no child.",
                        verbose_name="what went well",
                    ),
                ),
                ("concerns", models.TextField(blank=True, verbose_name="what worries us")),
                ("next_steps", models.TextField(blank=True, verbose_name="what we do about it")),
                ("asks", models.TextField(blank=True, verbose_name="what we ask of the board and the policy council")),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SavedView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.SlugField(editable=False, max_length=20)),
                (
                    "name",
                    models.CharField(
                        help_text="Name no family in it.", max_length=100, verbose_name="what you call it"
                    ),
                ),
                ("query", models.CharField(blank=True, editable=False, max_length=500)),
                (
                    "is_shared",
                    models.BooleanField(
                        default=False,
                        help_text="They see it counted for the families they may open, not for yours.",
                        verbose_name="colleagues may use it",
                    ),
                ),
                ("saved_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "verbose_name": "saved view",
                "verbose_name_plural": "saved views",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ViewMail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("due_on", models.DateField()),
                ("sent_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "mail about a view that was sent",
            },
        ),
        migrations.CreateModel(
            name="ViewSchedule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "every",
                    models.CharField(
                        choices=[("week", "every Monday"), ("month", "on the first of every month")],
                        max_length=5,
                        verbose_name="how often",
                    ),
                ),
                ("next_on", models.DateField(editable=False)),
            ],
            options={
                "verbose_name": "mail about a view",
            },
        ),
        migrations.AlterModelOptions(
            name="reportrun",
            options={
                "ordering": ["-period", "program__name", "delegate", "-edition"],
                "verbose_name": "report",
                "verbose_name_plural": "reports",
            },
        ),
        migrations.RemoveConstraint(
            model_name="reportrun",
            name="one_edition_of_a_report",
        ),
        migrations.RemoveConstraint(
            model_name="reportrun",
            name="period_is_a_month",
        ),
        migrations.AddField(
            model_name="reportrun",
            name="delegate",
            field=models.CharField(blank=True, db_default="", default="", max_length=200),
        ),
        migrations.AddField(
            model_name="reportrun",
            name="filters",
            field=models.JSONField(blank=True, db_default={}, default=dict),
        ),
        migrations.AlterField(
            model_name="reportrun",
            name="name",
            field=models.CharField(max_length=20),
        ),
        migrations.AlterField(
            model_name="reportrun",
            name="period",
            field=models.CharField(max_length=30),
        ),
        migrations.AddField(
            model_name="export",
            name="run",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="export", to="agency.workrun"
            ),
        ),
        migrations.AddField(
            model_name="pirfiledfigure",
            name="program",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.program"
            ),
        ),
        migrations.AddField(
            model_name="pirform",
            name="copied_from",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="copies",
                to="reports.pirform",
            ),
        ),
        migrations.AddField(
            model_name="pirform",
            name="made_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="pirformhistory",
            name="copied_from",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="reports.pirform",
            ),
        ),
        migrations.AddField(
            model_name="pirformhistory",
            name="made_by",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="pirformhistory",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="pirformhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="reports.pirform",
            ),
        ),
        migrations.AddField(
            model_name="piritem",
            name="form",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="items", to="reports.pirform"
            ),
        ),
        migrations.AddField(
            model_name="piritem",
            name="parent",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="parts",
                to="reports.piritem",
                verbose_name="part of",
            ),
        ),
        migrations.AddField(
            model_name="piritemhistory",
            name="form",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="reports.pirform",
            ),
        ),
        migrations.AddField(
            model_name="piritemhistory",
            name="parent",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="reports.piritem",
                verbose_name="part of",
            ),
        ),
        migrations.AddField(
            model_name="piritemhistory",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="piritemhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="reports.piritem",
            ),
        ),
        migrations.AddField(
            model_name="pirsaid",
            name="program_year",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="pir_said", to="agency.programyear"
            ),
        ),
        migrations.AddField(
            model_name="pirsaid",
            name="said_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="pirsaidhistory",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="pirsaidhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="reports.pirsaid",
            ),
        ),
        migrations.AddField(
            model_name="pirsaidhistory",
            name="program_year",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agency.programyear",
            ),
        ),
        migrations.AddField(
            model_name="pirsaidhistory",
            name="said_by",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="pirworkbook",
            name="form",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="reports.pirform", verbose_name="form"
            ),
        ),
        migrations.AddField(
            model_name="pirworkbook",
            name="read_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="pirfiledfigure",
            name="workbook",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="figures", to="reports.pirworkbook"
            ),
        ),
        migrations.AddField(
            model_name="reportnarrative",
            name="run",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="narrative", to="reports.reportrun"
            ),
        ),
        migrations.AddField(
            model_name="reportnarrative",
            name="written_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="reportnarrativehistory",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="reportnarrativehistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="reports.reportnarrative",
            ),
        ),
        migrations.AddField(
            model_name="reportnarrativehistory",
            name="run",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="reports.reportrun",
            ),
        ),
        migrations.AddField(
            model_name="reportnarrativehistory",
            name="written_by",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="savedview",
            name="user",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="saved_views",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="viewschedule",
            name="view",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="schedule", to="reports.savedview"
            ),
        ),
        migrations.AddField(
            model_name="viewmail",
            name="schedule",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="mails", to="reports.viewschedule"
            ),
        ),
        migrations.AddIndex(
            model_name="export",
            index=models.Index(
                condition=models.Q(("path", ""), _negated=True), fields=["expires_at"], name="exports_to_throw_away"
            ),
        ),
        migrations.AddIndex(
            model_name="pirfiledfigure",
            index=models.Index(fields=["program", "code"], name="pir_filed_of_a_program"),
        ),
        migrations.AddIndex(
            model_name="viewschedule",
            index=models.Index(fields=["next_on"], name="mails_about_views"),
        ),
        migrations.AddConstraint(
            model_name="reportrun",
            constraint=models.UniqueConstraint(
                fields=("name", "program", "delegate", "filters", "period", "edition"),
                name="one_edition_of_a_scope",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="reportrun",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("period__regex", "^(\\d{4}|\\d{4}-\\d{2}|\\d{4}-\\d{2}-\\d{2}\\.\\.\\d{4}-\\d{2}-\\d{2})$")
                ),
                name="period_is_named",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportrun",
            constraint=models.CheckConstraint(
                condition=models.Q(("program", None), ("delegate", ""), _connector="OR"), name="a_program_or_a_delegate"
            ),
        ),
        migrations.AddConstraint(
            model_name="pirreference",
            constraint=models.UniqueConstraint(fields=("year", "kind", "state", "item"), name="one_pir_reference"),
        ),
        migrations.AddConstraint(
            model_name="export",
            constraint=models.CheckConstraint(
                condition=models.Q(("purpose", ""), _negated=True), name="export_says_why"
            ),
        ),
        migrations.AddConstraint(
            model_name="export",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("why_words", ""), ("with_words", False)),
                    models.Q(("why_words", ""), _negated=True),
                    _connector="OR",
                ),
                name="words_of_notes_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="export",
            constraint=models.CheckConstraint(
                condition=models.Q(("path", ""), models.Q(("digest", ""), _negated=True), _connector="OR"),
                name="exported_file_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="pirform",
            constraint=models.UniqueConstraint(fields=("year", "edition"), name="one_edition_of_a_pir_form"),
        ),
        migrations.AddConstraint(
            model_name="pirform",
            constraint=models.CheckConstraint(
                condition=models.Q(("used_at", None), ("in_use_since__isnull", False), _connector="OR"),
                name="pir_form_used_only_when_in_use",
            ),
        ),
        migrations.AddConstraint(
            model_name="pirsaid",
            constraint=models.UniqueConstraint(fields=("program_year", "code"), name="one_pir_remark"),
        ),
        migrations.AddConstraint(
            model_name="savedview",
            constraint=models.UniqueConstraint(
                fields=("user", "name"),
                name="one_view_of_a_name",
                violation_error_message="You have a view of this name already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="savedview",
            constraint=models.CheckConstraint(
                condition=models.Q(("query__regex", "^[A-Za-z0-9_.:%&=+-]*$")), name="view_keeps_an_address"
            ),
        ),
        migrations.AddConstraint(
            model_name="viewmail",
            constraint=models.UniqueConstraint(fields=("schedule", "due_on"), name="one_mail_a_day_of_a_view"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="export",
            trigger=pgtrigger.compiler.Trigger(
                name="asked_as_it_was",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."run_id" IS DISTINCT FROM (NEW."run_id") OR OLD."what" IS DISTINCT FROM (NEW."what") OR OLD."where" IS DISTINCT FROM (NEW."where") OR OLD."period" IS DISTINCT FROM (NEW."period") OR OLD."file_type" IS DISTINCT FROM (NEW."file_type") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."with_words" IS DISTINCT FROM (NEW."with_words") OR OLD."why_words" IS DISTINCT FROM (NEW."why_words"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ef3753f1f94bdb47c48687e3a8efe958b761d652",
                    operation="UPDATE",
                    pgid="pgtrigger_asked_as_it_was_528e4",
                    table="reports_export",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="export",
            trigger=pgtrigger.compiler.Trigger(
                name="export_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="43431947cad399d2c8d440aeb9aa1427363ac3b8",
                    operation="DELETE",
                    pgid="pgtrigger_export_stays_57041",
                    table="reports_export",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pirform",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="59cc6d7c7b2c5b1237dca1fec727280077b048da",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_36e4e",
                    table="reports_pirform",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pirform",
            trigger=pgtrigger.compiler.Trigger(
                name="used_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."used_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="efd08f10970e59329d4740568adf4ffe74be97ba",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_used_stands_cb213",
                    table="reports_pirform",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pirform",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_pirformhistory" ("copied_from_id", "edition", "id", "in_use_since", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "used_at", "version", "year") VALUES (OLD."copied_from_id", OLD."edition", OLD."id", OLD."in_use_since", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."title", OLD."used_at", OLD."version", OLD."year"); RETURN NULL;',
                    hash="f079233ae770e6f1b9018c3eb248aa789d544843",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_42064",
                    table="reports_pirform",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pirform",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_pirformhistory" ("copied_from_id", "edition", "id", "in_use_since", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "used_at", "version", "year") VALUES (OLD."copied_from_id", OLD."edition", OLD."id", OLD."in_use_since", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."title", OLD."used_at", OLD."version", OLD."year"); RETURN NULL;',
                    hash="7fb5301bf74bf5acce163090f88c1b6bd5cc9bfe",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_1519d",
                    table="reports_pirform",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pirformhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="321979258d6adbe971241fe858af428891ef4deb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_def16",
                    table="reports_pirformhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="piritem",
            trigger=pgtrigger.compiler.Trigger(
                name="of_used_form_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nIF EXISTS (\n    SELECT FROM reports_pirform\n    WHERE used_at IS NOT NULL\n    AND (TG_OP <> 'INSERT' AND id = OLD.form_id OR TG_OP <> 'DELETE' AND id = NEW.form_id)\n) THEN RAISE EXCEPTION 'pgtrigger: Cannot change a used row of % table', TG_TABLE_NAME; END IF;\nIF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\nRETURN NEW;\n",
                    hash="3f0207b7d8fb7e4871fbedc596d0bb9f884b4603",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_of_used_form_stands_00bec",
                    table="reports_piritem",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="piritem",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_piritemhistory" ("categories", "form_id", "id", "key", "number", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "sort", "wording") VALUES (OLD."categories", OLD."form_id", OLD."id", OLD."key", OLD."number", OLD."parent_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."rule", OLD."sort", OLD."wording"); RETURN NULL;',
                    hash="3e9e4433217020c42eaa6012aff624477b3c74a1",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_907a0",
                    table="reports_piritem",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="piritem",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_piritemhistory" ("categories", "form_id", "id", "key", "number", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "sort", "wording") VALUES (OLD."categories", OLD."form_id", OLD."id", OLD."key", OLD."number", OLD."parent_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."rule", OLD."sort", OLD."wording"); RETURN NULL;',
                    hash="eb1966fdce31ca7c8ebc5011eb0e60bdee3a5501",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_c7eda",
                    table="reports_piritem",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="piritemhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ea1a5a74e6730424088d758b84b2478a7fca3121",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_85553",
                    table="reports_piritemhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pirsaid",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="b8348355d9dbc20e48204f407c7e1a7fc3f74885",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_368fa",
                    table="reports_pirsaid",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pirsaid",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_pirsaidhistory" ("code", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_year_id", "said_at", "said_by_id", "text", "version") VALUES (OLD."code", OLD."id", OLD."number", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."program_year_id", OLD."said_at", OLD."said_by_id", OLD."text", OLD."version"); RETURN NULL;',
                    hash="294e8b716cb404eada17a4682513f42a51113b21",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_c65c2",
                    table="reports_pirsaid",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pirsaid",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_pirsaidhistory" ("code", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_year_id", "said_at", "said_by_id", "text", "version") VALUES (OLD."code", OLD."id", OLD."number", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."program_year_id", OLD."said_at", OLD."said_by_id", OLD."text", OLD."version"); RETURN NULL;',
                    hash="1c533f13e819ce6bb032b8904319850e9afda448",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_267c9",
                    table="reports_pirsaid",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pirsaidhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d33be3bd99cb9be85b8d96efb6bf1756d9adfaf1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6c74b",
                    table="reports_pirsaidhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pirworkbook",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="fcd0e601a71fc042eeca0ba5b09e3c990b0d1747",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_75bda",
                    table="reports_pirworkbook",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pirworkbook",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="c784b49b854323afa2d1ee35203865550156e9b4",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_526a8",
                    table="reports_pirworkbook",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pirfiledfigure",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d895c381214d7a4980d536fc09cccf73642d90b3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e311d",
                    table="reports_pirfiledfigure",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pirfiledfigure",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="4cb61d376ec1f7292940897f07ababbc851d6333",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_0dae1",
                    table="reports_pirfiledfigure",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportnarrative",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="00d6b629f20a8b074044c40778f34019a509f12c",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_ec10a",
                    table="reports_reportnarrative",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportnarrative",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_reportnarrativehistory" ("asks", "concerns", "id", "next_steps", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "run_id", "version", "went_well", "written_at", "written_by_id") VALUES (OLD."asks", OLD."concerns", OLD."id", OLD."next_steps", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."run_id", OLD."version", OLD."went_well", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="56eb159673455947cff78093c7a4252ecbe3f7be",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_8a49a",
                    table="reports_reportnarrative",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportnarrative",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_reportnarrativehistory" ("asks", "concerns", "id", "next_steps", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "run_id", "version", "went_well", "written_at", "written_by_id") VALUES (OLD."asks", OLD."concerns", OLD."id", OLD."next_steps", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."run_id", OLD."version", OLD."went_well", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="b1693ac687d1cd7e4aa993470be930c49f4f9e4b",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_8b736",
                    table="reports_reportnarrative",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportnarrativehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="176a9a43da14efde3c5c21a3775c1ba9aa23bba8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ecf36",
                    table="reports_reportnarrativehistory",
                    when="BEFORE",
                ),
            ),
        ),
    ]
