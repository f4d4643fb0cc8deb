import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from agency.at_once import AtOnce


class Migration(AtOnce):
    dependencies = [
        ("families", "0003_hand_over"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="enrollment",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="enrollment",
            name="deleted_delete",
        ),
        migrations.AddField(
            model_name="enrollment",
            name="clocks_from",
            field=models.DateField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="enrollmenthistory",
            name="clocks_from",
            field=models.DateField(editable=False, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enrollment",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_enrollmenthistory" ("center_id", "clocks_from", "continues_id", "entered_on", "exit_reason", "exited_on", "family_id", "id", "member_id", "option", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id") VALUES (OLD."center_id", OLD."clocks_from", OLD."continues_id", OLD."entered_on", OLD."exit_reason", OLD."exited_on", OLD."family_id", OLD."id", OLD."member_id", OLD."option", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."program_id"); RETURN NULL;',
                    hash="fe70b1f48c95a3b34b0d5cd57da48bd495bad27c",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_0166f",
                    table="families_enrollment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enrollment",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_enrollmenthistory" ("center_id", "clocks_from", "continues_id", "entered_on", "exit_reason", "exited_on", "family_id", "id", "member_id", "option", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id") VALUES (OLD."center_id", OLD."clocks_from", OLD."continues_id", OLD."entered_on", OLD."exit_reason", OLD."exited_on", OLD."family_id", OLD."id", OLD."member_id", OLD."option", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."program_id"); RETURN NULL;',
                    hash="6cc382a44edecf59d76eb6daafc76f87abd69899",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_89daf",
                    table="families_enrollment",
                    when="AFTER",
                ),
            ),
        ),
    ]
