import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from agency.at_once import AtOnce


class Migration(AtOnce):
    dependencies = [
        ("families", "0004_clocks_of_their_own"),
        ("supervision", "0001_reflective_supervision"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="decision",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="decision",
            name="deleted_delete",
        ),
        migrations.AddField(
            model_name="decision",
            name="passed_to",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="decisionhistory",
            name="passed_to",
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
        migrations.AlterField(
            model_name="loadweight",
            name="sign",
            field=models.CharField(
                choices=[
                    ("urgent", "an urgent need without a first step"),
                    ("deep", "a need that takes a lot of support"),
                    ("urgent_deep", "one need that is both: urgent, and a lot of support"),
                    ("homeless", "no home of their own"),
                    ("child_welfare", "child welfare is involved"),
                    ("baby", "a baby, or one on the way"),
                    ("no_contact", "nobody has spoken with them lately"),
                ],
                max_length=20,
                verbose_name="sign",
            ),
        ),
        migrations.AlterField(
            model_name="loadweighthistory",
            name="sign",
            field=models.CharField(
                choices=[
                    ("urgent", "an urgent need without a first step"),
                    ("deep", "a need that takes a lot of support"),
                    ("urgent_deep", "one need that is both: urgent, and a lot of support"),
                    ("homeless", "no home of their own"),
                    ("child_welfare", "child welfare is involved"),
                    ("baby", "a baby, or one on the way"),
                    ("no_contact", "nobody has spoken with them lately"),
                ],
                max_length=20,
                verbose_name="sign",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("passed_to", None), models.Q(("family__isnull", False), ("owner__isnull", False)), _connector="OR"
                ),
                name="decision_passed_on_with_a_family",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supervision_decisionhistory" ("done_by_id", "done_on", "due_on", "family_id", "id", "owner_id", "passed_to_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "version", "what") VALUES (OLD."done_by_id", OLD."done_on", OLD."due_on", OLD."family_id", OLD."id", OLD."owner_id", OLD."passed_to_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."session_id", OLD."version", OLD."what"); RETURN NULL;',
                    hash="2289fadaee1ee49a1403be4c302eca2cc8a6a8e2",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_bc3e3",
                    table="supervision_decision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supervision_decisionhistory" ("done_by_id", "done_on", "due_on", "family_id", "id", "owner_id", "passed_to_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "version", "what") VALUES (OLD."done_by_id", OLD."done_on", OLD."due_on", OLD."family_id", OLD."id", OLD."owner_id", OLD."passed_to_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."session_id", OLD."version", OLD."what"); RETURN NULL;',
                    hash="9fcbeb8894f13dd8233f2997730a924ddb6fa80b",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_02eff",
                    table="supervision_decision",
                    when="AFTER",
                ),
            ),
        ),
    ]
