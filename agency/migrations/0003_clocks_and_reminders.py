import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import agency.models.organisation
import agency.models.reminders
from agency.at_once import AtOnce


class Migration(AtOnce):
    dependencies = [
        ("agency", "0002_imports_and_more"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="CaseloadException",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "most",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(200),
                        ],
                        verbose_name="planned families, at most",
                    ),
                ),
                (
                    "why",
                    models.TextField(validators=[django.core.validators.MinLengthValidator(10)], verbose_name="why"),
                ),
                ("starts_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="until")),
                ("allowed_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "exception from the caseload limit",
                "verbose_name_plural": "exceptions from the caseload limit",
                "ordering": ["-starts_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="CaseloadExceptionHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "most",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(200),
                        ],
                        verbose_name="planned families, at most",
                    ),
                ),
                (
                    "why",
                    models.TextField(validators=[django.core.validators.MinLengthValidator(10)], verbose_name="why"),
                ),
                ("starts_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("ends_on", models.DateField(verbose_name="until")),
                ("allowed_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CaseloadLimit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "most",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(200),
                        ],
                        verbose_name="planned families for one worker, at most",
                    ),
                ),
                ("effective_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                (
                    "why",
                    models.TextField(
                        blank=True, validators=[django.core.validators.MinLengthValidator(10)], verbose_name="why"
                    ),
                ),
                ("set_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "caseload limit",
                "verbose_name_plural": "caseload limits",
                "ordering": ["-effective_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="CaseloadLimitHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "most",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(200),
                        ],
                        verbose_name="planned families for one worker, at most",
                    ),
                ),
                ("effective_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                (
                    "why",
                    models.TextField(
                        blank=True, validators=[django.core.validators.MinLengthValidator(10)], verbose_name="why"
                    ),
                ),
                ("set_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Digest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("daily", "mail of the day"),
                            ("weekly", "week of a team"),
                            ("monthly", "month of the agency"),
                            ("urgent", "somebody at risk"),
                        ],
                        max_length=10,
                    ),
                ),
                ("for_on", models.DateField()),
                ("slot", models.PositiveSmallIntegerField(default=0)),
                ("state", models.CharField(choices=[("sent", "sent"), ("nothing", "nothing to say")], max_length=10)),
                ("counts", models.JSONField(default=dict)),
                (
                    "told",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80), default=list, size=None
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "reminder",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ReminderChoice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "daily",
                    models.BooleanField(default=True, verbose_name="one mail on each of my days, when something waits"),
                ),
                (
                    "days",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        default=agency.models.reminders.monday_to_friday,
                        size=None,
                        verbose_name="on these days",
                    ),
                ),
                (
                    "hour",
                    models.PositiveSmallIntegerField(
                        default=6,
                        validators=[
                            django.core.validators.MinValueValidator(4),
                            django.core.validators.MaxValueValidator(20),
                        ],
                        verbose_name="from this hour on",
                    ),
                ),
                ("weekly", models.BooleanField(default=True, verbose_name="once a week: how my team is doing")),
                (
                    "monthly",
                    models.BooleanField(
                        default=True, verbose_name="once a month: agreements, notices, and what is past its day"
                    ),
                ),
                (
                    "left_out",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("week", "what is due in the next seven days"),
                                ("waiting", "what waits for a partner or a family"),
                                ("cheer", "what there is to celebrate"),
                                ("drafts", "what I began and did not save"),
                            ],
                            max_length=10,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
            ],
            options={
                "verbose_name": "choice of reminders",
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
        pgtrigger.migrations.RemoveTrigger(
            model_name="deadline",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="deadline",
            name="deleted_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="program",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="program",
            name="deleted_delete",
        ),
        migrations.RemoveConstraint(
            model_name="deadline",
            name="clock_once_a_day_and_program",
        ),
        migrations.AddField(
            model_name="agency",
            name="refuses_unreviewed",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Otherwise the send page warns (45 CFR 1303.22(d)).",
                verbose_name="nothing goes by name to a partner whose data agreement is missing or was not looked at for a year",
            ),
        ),
        migrations.AddField(
            model_name="agency",
            name="school_notice_days",
            field=models.PositiveSmallIntegerField(
                db_default=10,
                default=10,
                help_text="Counted from the notice sent to the parent (45 CFR 1303.22(b)).",
                validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(90)],
                verbose_name="days a parent has to refuse before a school gets records",
            ),
        ),
        migrations.AddField(
            model_name="agency",
            name="signs_supervision",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="A session both have signed cannot be changed any more.",
                verbose_name="worker and supervisor both sign their sessions",
            ),
        ),
        migrations.AddField(
            model_name="agencyhistory",
            name="refuses_unreviewed",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="Otherwise the send page warns (45 CFR 1303.22(d)).",
                verbose_name="nothing goes by name to a partner whose data agreement is missing or was not looked at for a year",
            ),
        ),
        migrations.AddField(
            model_name="agencyhistory",
            name="school_notice_days",
            field=models.PositiveSmallIntegerField(
                db_default=10,
                default=10,
                help_text="Counted from the notice sent to the parent (45 CFR 1303.22(b)).",
                validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(90)],
                verbose_name="days a parent has to refuse before a school gets records",
            ),
        ),
        migrations.AddField(
            model_name="agencyhistory",
            name="signs_supervision",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="A session both have signed cannot be changed any more.",
                verbose_name="worker and supervisor both sign their sessions",
            ),
        ),
        migrations.AddField(
            model_name="deadline",
            name="only_new",
            field=models.BooleanField(
                db_default=False, default=False, verbose_name="only for what begins from that day"
            ),
        ),
        migrations.AddField(
            model_name="deadline",
            name="option",
            field=models.CharField(
                blank=True,
                choices=[
                    ("center", "center-based"),
                    ("home", "home-based"),
                    ("fcc", "family child care"),
                    ("local", "locally designed"),
                    ("pregnancy", "pregnancy"),
                ],
                db_default="",
                default="",
                max_length=10,
                verbose_name="program option",
            ),
        ),
        migrations.AddField(
            model_name="deadline",
            name="why",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=200, verbose_name="why it changes"
            ),
        ),
        migrations.AddField(
            model_name="deadlinehistory",
            name="only_new",
            field=models.BooleanField(
                db_default=False, default=False, verbose_name="only for what begins from that day"
            ),
        ),
        migrations.AddField(
            model_name="deadlinehistory",
            name="option",
            field=models.CharField(
                blank=True,
                choices=[
                    ("center", "center-based"),
                    ("home", "home-based"),
                    ("fcc", "family child care"),
                    ("local", "locally designed"),
                    ("pregnancy", "pregnancy"),
                ],
                db_default="",
                default="",
                max_length=10,
                verbose_name="program option",
            ),
        ),
        migrations.AddField(
            model_name="deadlinehistory",
            name="why",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=200, verbose_name="why it changes"
            ),
        ),
        migrations.AddField(
            model_name="program",
            name="number",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="As the yearly federal report (PIR) knows it: 000 or 200 is the grantee itself.",
                max_length=3,
                verbose_name="program number",
            ),
        ),
        migrations.AddField(
            model_name="programhistory",
            name="number",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="As the yearly federal report (PIR) knows it: 000 or 200 is the grantee itself.",
                max_length=3,
                verbose_name="program number",
            ),
        ),
        migrations.AddField(
            model_name="caseloadexception",
            name="allowed_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="caseloadexception",
            name="worker",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="caseload_exceptions",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="caseloadexceptionhistory",
            name="allowed_by",
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
            model_name="caseloadexceptionhistory",
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
            model_name="caseloadexceptionhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="agency.caseloadexception",
            ),
        ),
        migrations.AddField(
            model_name="caseloadexceptionhistory",
            name="worker",
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
            model_name="caseloadlimit",
            name="program",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agency.program",
                verbose_name="only this program",
            ),
        ),
        migrations.AddField(
            model_name="caseloadlimit",
            name="set_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="caseloadlimithistory",
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
            model_name="caseloadlimithistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="agency.caseloadlimit",
            ),
        ),
        migrations.AddField(
            model_name="caseloadlimithistory",
            name="program",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agency.program",
                verbose_name="only this program",
            ),
        ),
        migrations.AddField(
            model_name="caseloadlimithistory",
            name="set_by",
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
            model_name="digest",
            name="run",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="digests", to="agency.workrun"
            ),
        ),
        migrations.AddField(
            model_name="digest",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="digests", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="reminderchoice",
            name="user",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="reminder_choice", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddIndex(
            model_name="digest",
            index=models.Index(fields=["for_on", "kind"], name="digests_of_a_day"),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(
                fields=("code", "program", "option", "effective_on"),
                name="clock_once_a_day_program_and_option",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="caseloadexception",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                name="caseload_exception_ends_after_it_starts",
                violation_error_message="The last day cannot come before the first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="caseloadexception",
            constraint=models.CheckConstraint(
                condition=models.Q(("why", ""), _negated=True), name="caseload_exception_says_why"
            ),
        ),
        migrations.AddConstraint(
            model_name="caseloadexception",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[("worker", "="), (agency.models.organisation.DateRange("starts_on", "ends_on"), "&&")],
                name="one_exception_at_a_time",
                violation_error_message="There is an exception for some of these days already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="caseloadlimit",
            constraint=models.UniqueConstraint(
                fields=("program", "effective_on"),
                name="one_limit_a_day",
                nulls_distinct=False,
                violation_error_message="Another limit begins on this day already. Choose another day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="caseloadlimit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("most__range", (1, 40)),
                    models.Q(("most__range", (41, 200)), models.Q(("why", ""), _negated=True)),
                    _connector="OR",
                ),
                name="limit_above_the_rule_says_why",
                violation_error_message="The rule is 40. Write down why more still gives families good service.",
            ),
        ),
        migrations.AddConstraint(
            model_name="digest",
            constraint=models.UniqueConstraint(fields=("user", "kind", "for_on", "slot"), name="one_digest"),
        ),
        migrations.AddConstraint(
            model_name="reminderchoice",
            constraint=models.CheckConstraint(
                condition=models.Q(("days__contained_by", [1, 2, 3, 4, 5, 6, 7]), ("days__len__gt", 0)),
                name="reminded_on_days_of_the_week",
                violation_error_message="Choose at least one day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="reminderchoice",
            constraint=models.CheckConstraint(condition=models.Q(("hour__range", (4, 20))), name="reminded_by_day"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agency",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "agency_agencyhistory" ("address", "caseload_limit", "grant_numbers", "id", "logo", "logo_kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "privacy_regime", "publishes_directory", "refuses_unreviewed", "school_notice_days", "signs_supervision", "small_cell", "version") VALUES (OLD."address", OLD."caseload_limit", OLD."grant_numbers", OLD."id", OLD."logo", OLD."logo_kind", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."phone", OLD."privacy_regime", OLD."publishes_directory", OLD."refuses_unreviewed", OLD."school_notice_days", OLD."signs_supervision", OLD."small_cell", OLD."version"); RETURN NULL;',
                    hash="1c5613cd8611980c3003f783f402803712dbfdf8",
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
                    func='INSERT INTO "agency_agencyhistory" ("address", "caseload_limit", "grant_numbers", "id", "logo", "logo_kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "privacy_regime", "publishes_directory", "refuses_unreviewed", "school_notice_days", "signs_supervision", "small_cell", "version") VALUES (OLD."address", OLD."caseload_limit", OLD."grant_numbers", OLD."id", OLD."logo", OLD."logo_kind", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."phone", OLD."privacy_regime", OLD."publishes_directory", OLD."refuses_unreviewed", OLD."school_notice_days", OLD."signs_supervision", OLD."small_cell", OLD."version"); RETURN NULL;',
                    hash="90680474393855c7b60f528ffce3a7af7718f897",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_ce2a4",
                    table="agency_agency",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deadline",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "agency_deadlinehistory" ("code", "effective_on", "ends_on", "escalate_after", "explains", "id", "length", "name", "only_new", "option", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id", "starts_from", "unit", "warn_before", "why") VALUES (OLD."code", OLD."effective_on", OLD."ends_on", OLD."escalate_after", OLD."explains", OLD."id", OLD."length", OLD."name", OLD."only_new", OLD."option", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."program_id", OLD."starts_from", OLD."unit", OLD."warn_before", OLD."why"); RETURN NULL;',
                    hash="bdf5a392b1cc84dbd533fc7d239172cfd3651d55",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_efd81",
                    table="agency_deadline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deadline",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "agency_deadlinehistory" ("code", "effective_on", "ends_on", "escalate_after", "explains", "id", "length", "name", "only_new", "option", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id", "starts_from", "unit", "warn_before", "why") VALUES (OLD."code", OLD."effective_on", OLD."ends_on", OLD."escalate_after", OLD."explains", OLD."id", OLD."length", OLD."name", OLD."only_new", OLD."option", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."program_id", OLD."starts_from", OLD."unit", OLD."warn_before", OLD."why"); RETURN NULL;',
                    hash="89e2ad9a16f41505d31bba5e028e9ee633c295db",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_43597",
                    table="agency_deadline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="program",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "agency_programhistory" ("code", "delegate_name", "grant_number", "id", "kind", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."delegate_name", OLD."grant_number", OLD."id", OLD."kind", OLD."name", OLD."number", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;',
                    hash="c38d6ea76b9a168e59d97fe7a8069c8b86195dc2",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_22dcf",
                    table="agency_program",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="program",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "agency_programhistory" ("code", "delegate_name", "grant_number", "id", "kind", "name", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."delegate_name", OLD."grant_number", OLD."id", OLD."kind", OLD."name", OLD."number", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;',
                    hash="2be2ed061e50982a94b6358a532db823d3280daf",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_62bb1",
                    table="agency_program",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseloadexception",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "agency_caseloadexceptionhistory" ("allowed_at", "allowed_by_id", "ends_on", "id", "most", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "why", "worker_id") VALUES (OLD."allowed_at", OLD."allowed_by_id", OLD."ends_on", OLD."id", OLD."most", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."starts_on", OLD."why", OLD."worker_id"); RETURN NULL;',
                    hash="6edf15436e3cfd41e07358bbec3f7b12b26d2643",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_3d081",
                    table="agency_caseloadexception",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseloadexception",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "agency_caseloadexceptionhistory" ("allowed_at", "allowed_by_id", "ends_on", "id", "most", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "why", "worker_id") VALUES (OLD."allowed_at", OLD."allowed_by_id", OLD."ends_on", OLD."id", OLD."most", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."starts_on", OLD."why", OLD."worker_id"); RETURN NULL;',
                    hash="4ec4f54809686b6a711998d944909be9089c350d",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_c243e",
                    table="agency_caseloadexception",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseloadexceptionhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="898561c15e1f9592245edbe9d67f38b9607af58b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_23e36",
                    table="agency_caseloadexceptionhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseloadlimit",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "agency_caseloadlimithistory" ("effective_on", "id", "most", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id", "set_at", "set_by_id", "why") VALUES (OLD."effective_on", OLD."id", OLD."most", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."program_id", OLD."set_at", OLD."set_by_id", OLD."why"); RETURN NULL;',
                    hash="257846b43962a23e7f14638404d4023890fcf8ba",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_9a9c5",
                    table="agency_caseloadlimit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseloadlimit",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "agency_caseloadlimithistory" ("effective_on", "id", "most", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id", "set_at", "set_by_id", "why") VALUES (OLD."effective_on", OLD."id", OLD."most", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."program_id", OLD."set_at", OLD."set_by_id", OLD."why"); RETURN NULL;',
                    hash="3f751ab86b47a693a4fee5821b6282ae31856368",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_300ba",
                    table="agency_caseloadlimit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseloadlimithistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f5ac93a73d938f010384e367c53bf10459894277",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9aeca",
                    table="agency_caseloadlimithistory",
                    when="BEFORE",
                ),
            ),
        ),
    ]
