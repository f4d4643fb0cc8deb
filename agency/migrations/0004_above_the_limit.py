import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from agency.at_once import AtOnce


class Migration(AtOnce):
    dependencies = [
        ("agency", "0003_clocks_and_reminders"),
    ]

    operations = [
        migrations.CreateModel(
            name="AboveLimit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField()),
                ("planned", models.PositiveSmallIntegerField()),
                ("limit", models.PositiveSmallIntegerField()),
                ("why", models.TextField(verbose_name="why")),
                ("said_at", models.DateTimeField(auto_now_add=True)),
                (
                    "said_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "reason for more families than the limit",
                "verbose_name_plural": "reasons for more families than the limit",
                "ordering": ["-on", "-pk"],
                "indexes": [models.Index(fields=["worker", "-on"], name="above_limit_of_a_worker")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("why", ""), _negated=True), name="above_limit_says_why"),
                    models.CheckConstraint(
                        condition=models.Q(("planned__gt", models.F("limit"))), name="above_limit_is_above"
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="abovelimit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ccd03c1cbcfa5b392adef6cd89b6677a87822c4d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_48c29",
                    table="agency_abovelimit",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="abovelimit",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="ac69748892c287b6c3f3fdfbd4152e48d58ca5b0",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_a1ad1",
                    table="agency_abovelimit",
                    when="BEFORE",
                ),
            ),
        ),
    ]
