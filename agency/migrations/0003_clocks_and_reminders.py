import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import agency.models.reminders
from agency.at_once import AtOnce


class Migration(AtOnce):
    dependencies = [
        ("agency", "0002_imports_and_more"),
    ]

    operations = [
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
                    func='INSERT INTO "agency_agencyhistory" ("address", "caseload_limit", "grant_numbers", "id", "logo", "logo_kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "privacy_regime", "publishes_directory", "signs_supervision", "small_cell", "version") VALUES (OLD."address", OLD."caseload_limit", OLD."grant_numbers", OLD."id", OLD."logo", OLD."logo_kind", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."phone", OLD."privacy_regime", OLD."publishes_directory", OLD."signs_supervision", OLD."small_cell", OLD."version"); RETURN NULL;',
                    hash="09af9b99753811e0f2c8857656f40f1c033a51da",
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
                    func='INSERT INTO "agency_agencyhistory" ("address", "caseload_limit", "grant_numbers", "id", "logo", "logo_kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "privacy_regime", "publishes_directory", "signs_supervision", "small_cell", "version") VALUES (OLD."address", OLD."caseload_limit", OLD."grant_numbers", OLD."id", OLD."logo", OLD."logo_kind", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."phone", OLD."privacy_regime", OLD."publishes_directory", OLD."signs_supervision", OLD."small_cell", OLD."version"); RETURN NULL;',
                    hash="d12d9c0b8eb95206ee7d8b52bbbd1a7c6f7e4d45",
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
    ]
