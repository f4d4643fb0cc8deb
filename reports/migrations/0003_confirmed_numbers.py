import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from agency.at_once import AtOnce


class Migration(AtOnce):
    dependencies = [
        ("reports", "0002_open_reports"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="pirform",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="pirform",
            name="deleted_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="piritem",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="piritem",
            name="deleted_delete",
        ),
        migrations.AddField(
            model_name="pirform",
            name="revision",
            field=models.PositiveSmallIntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="pirformhistory",
            name="revision",
            field=models.PositiveSmallIntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="piritem",
            name="is_confirmed",
            field=models.BooleanField(db_default=True, default=True, verbose_name="compared with the federal form"),
        ),
        migrations.AddField(
            model_name="piritemhistory",
            name="is_confirmed",
            field=models.BooleanField(db_default=True, default=True, verbose_name="compared with the federal form"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pirform",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_pirformhistory" ("copied_from_id", "edition", "id", "in_use_since", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "title", "used_at", "version", "year") VALUES (OLD."copied_from_id", OLD."edition", OLD."id", OLD."in_use_since", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."revision", OLD."title", OLD."used_at", OLD."version", OLD."year"); RETURN NULL;',
                    hash="cd9b72609ea7defc127163e746f5ccc929f690d0",
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
                    func='INSERT INTO "reports_pirformhistory" ("copied_from_id", "edition", "id", "in_use_since", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "title", "used_at", "version", "year") VALUES (OLD."copied_from_id", OLD."edition", OLD."id", OLD."in_use_since", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."revision", OLD."title", OLD."used_at", OLD."version", OLD."year"); RETURN NULL;',
                    hash="807b5c81cde72af71a432121b36f1164d3c61e2c",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_1519d",
                    table="reports_pirform",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="piritem",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_piritemhistory" ("categories", "form_id", "id", "is_confirmed", "key", "number", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "sort", "wording") VALUES (OLD."categories", OLD."form_id", OLD."id", OLD."is_confirmed", OLD."key", OLD."number", OLD."parent_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."rule", OLD."sort", OLD."wording"); RETURN NULL;',
                    hash="4d37e911c223f31b2543f1d029a14364c350a94b",
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
                    func='INSERT INTO "reports_piritemhistory" ("categories", "form_id", "id", "is_confirmed", "key", "number", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rule", "sort", "wording") VALUES (OLD."categories", OLD."form_id", OLD."id", OLD."is_confirmed", OLD."key", OLD."number", OLD."parent_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."rule", OLD."sort", OLD."wording"); RETURN NULL;',
                    hash="5fc6e7823c066b918995f087115398f987c0619d",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_c7eda",
                    table="reports_piritem",
                    when="AFTER",
                ),
            ),
        ),
    ]
