import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from agency.at_once import AtOnce


class Migration(AtOnce):
    dependencies = [
        ("families", "0002_intake_and_assessment"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="servicereceived",
            name="recorded_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="servicereceivedhistory",
            name="recorded_by",
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
        migrations.CreateModel(
            name="Snooze",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(editable=False, max_length=40)),
                ("about", models.BigIntegerField(default=0, editable=False)),
                ("set_on", models.DateField(default=django.utils.timezone.localdate, editable=False)),
                ("until_on", models.DateField(verbose_name="back on")),
                ("at_most", models.PositiveSmallIntegerField(editable=False)),
                (
                    "reason",
                    models.CharField(
                        max_length=200,
                        validators=[django.core.validators.MinLengthValidator(3)],
                        verbose_name="why it can wait",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("ended_at", models.DateTimeField(editable=False, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="snoozes", to="families.family"
                    ),
                ),
            ],
            options={
                "verbose_name": "something put aside",
                "verbose_name_plural": "what is put aside",
                "ordering": ["-set_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="SnoozeHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("kind", models.CharField(editable=False, max_length=40)),
                ("about", models.BigIntegerField(default=0, editable=False)),
                ("set_on", models.DateField(default=django.utils.timezone.localdate, editable=False)),
                ("until_on", models.DateField(verbose_name="back on")),
                ("at_most", models.PositiveSmallIntegerField(editable=False)),
                (
                    "reason",
                    models.CharField(
                        max_length=200,
                        validators=[django.core.validators.MinLengthValidator(3)],
                        verbose_name="why it can wait",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("ended_at", models.DateTimeField(editable=False, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "family",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="families.family",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="families.snooze",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="snooze",
            index=models.Index(fields=["family", "until_on"], name="put_aside_of_a_family"),
        ),
        migrations.AddConstraint(
            model_name="snooze",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)),
                fields=("family", "kind", "about", "set_on"),
                name="put_aside_once_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="snooze",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until_on__gt", models.F("set_on")),
                    (
                        "until_on__lte",
                        models.ExpressionWrapper(
                            django.db.models.expressions.CombinedExpression(
                                models.F("set_on"), "+", models.F("at_most")
                            ),
                            output_field=models.DateField(),
                        ),
                    ),
                ),
                name="put_aside_for_no_longer_than_allowed",
                violation_error_message="Nothing is put aside for so long.",
            ),
        ),
        migrations.AddConstraint(
            model_name="snooze",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="put_aside_with_a_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="snooze",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "urgent_need"), _negated=True), name="urgent_needs_are_never_put_aside"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snooze",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_snoozehistory" ("about", "at", "at_most", "by_id", "ended_at", "family_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_on", "until_on") VALUES (OLD."about", OLD."at", OLD."at_most", OLD."by_id", OLD."ended_at", OLD."family_id", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."reason", OLD."set_on", OLD."until_on"); RETURN NULL;',
                    hash="5bcce060797d07b7894b454e9ef4ab345b500ef3",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_38a80",
                    table="families_snooze",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snooze",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_snoozehistory" ("about", "at", "at_most", "by_id", "ended_at", "family_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_on", "until_on") VALUES (OLD."about", OLD."at", OLD."at_most", OLD."by_id", OLD."ended_at", OLD."family_id", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reason", OLD."set_on", OLD."until_on"); RETURN NULL;',
                    hash="31f32b58d9b1e0b51f92a9977ca362eb126ff12a",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_e0e04",
                    table="families_snooze",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snoozehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="355f4b1ef3ed3d4958614e85740225d8ed4a5e6a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_deb7a",
                    table="families_snoozehistory",
                    when="BEFORE",
                ),
            ),
        ),
    ]
