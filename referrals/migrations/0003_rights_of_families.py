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
        ("families", "0004_clocks_of_their_own"),
        ("goals", "0002_living_agreement"),
        ("partners", "0004_sensitive_partners"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("referrals", "0002_closed_loop"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="RecordRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("inspect", "to look at the record"),
                            ("copy", "to have a copy of it"),
                            ("amend", "to have something put right"),
                        ],
                        max_length=10,
                        verbose_name="what they ask for",
                    ),
                ),
                (
                    "stands_in",
                    models.CharField(blank=True, max_length=200, verbose_name="who asks in a parent’s place"),
                ),
                ("what", models.TextField(blank=True, verbose_name="which part of the record")),
                ("why", models.TextField(blank=True, verbose_name="what is wrong with it")),
                ("asked_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="asked on")),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("in_person", "in person"),
                            ("phone", "by phone"),
                            ("mail", "by letter"),
                            ("email", "by e-mail"),
                            ("text", "by text"),
                        ],
                        default="in_person",
                        max_length=10,
                        verbose_name="how they asked",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("es", "Spanish"),
                            ("hmn", "Hmong"),
                            ("ar", "Arabic"),
                            ("so", "Somali"),
                            ("vi", "Vietnamese"),
                            ("ht", "Haitian Creole"),
                            ("mix", "Mixtec"),
                            ("zh", "Chinese"),
                            ("ru", "Russian"),
                            ("tl", "Tagalog"),
                            ("und", "another language"),
                        ],
                        max_length=5,
                        verbose_name="language of our answer",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "asked, not answered yet"),
                            ("given", "given"),
                            ("amended", "put right"),
                            ("refused", "refused"),
                            ("hearing", "hearing asked for"),
                            ("held", "hearing held, the record stays"),
                            ("stated", "their statement stands beside it"),
                            ("withdrawn", "they asked for it no more"),
                        ],
                        default="asked",
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("answer", models.TextField(blank=True, verbose_name="our answer")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                ("hearing_asked_on", models.DateField(blank=True, null=True, verbose_name="hearing asked for on")),
                ("hearing_on", models.DateField(blank=True, null=True, verbose_name="day of the hearing")),
                (
                    "hearing_where",
                    models.CharField(blank=True, max_length=200, verbose_name="hour and place of the hearing"),
                ),
                ("hearing_told_on", models.DateField(blank=True, null=True, verbose_name="they were told of it on")),
                ("hearing_by", models.CharField(blank=True, max_length=200, verbose_name="who holds the hearing")),
                (
                    "hearing_is_fair",
                    models.BooleanField(
                        default=False, verbose_name="this person has no direct interest in how it ends"
                    ),
                ),
                ("finding", models.TextField(blank=True, verbose_name="what the hearing found")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "verbose_name": "request about the record",
                "verbose_name_plural": "requests about the record",
                "ordering": ["-asked_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="RecordRequestHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("inspect", "to look at the record"),
                            ("copy", "to have a copy of it"),
                            ("amend", "to have something put right"),
                        ],
                        max_length=10,
                        verbose_name="what they ask for",
                    ),
                ),
                (
                    "stands_in",
                    models.CharField(blank=True, max_length=200, verbose_name="who asks in a parent’s place"),
                ),
                ("what", models.TextField(blank=True, verbose_name="which part of the record")),
                ("why", models.TextField(blank=True, verbose_name="what is wrong with it")),
                ("asked_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="asked on")),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("in_person", "in person"),
                            ("phone", "by phone"),
                            ("mail", "by letter"),
                            ("email", "by e-mail"),
                            ("text", "by text"),
                        ],
                        default="in_person",
                        max_length=10,
                        verbose_name="how they asked",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("es", "Spanish"),
                            ("hmn", "Hmong"),
                            ("ar", "Arabic"),
                            ("so", "Somali"),
                            ("vi", "Vietnamese"),
                            ("ht", "Haitian Creole"),
                            ("mix", "Mixtec"),
                            ("zh", "Chinese"),
                            ("ru", "Russian"),
                            ("tl", "Tagalog"),
                            ("und", "another language"),
                        ],
                        max_length=5,
                        verbose_name="language of our answer",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "asked, not answered yet"),
                            ("given", "given"),
                            ("amended", "put right"),
                            ("refused", "refused"),
                            ("hearing", "hearing asked for"),
                            ("held", "hearing held, the record stays"),
                            ("stated", "their statement stands beside it"),
                            ("withdrawn", "they asked for it no more"),
                        ],
                        default="asked",
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("answer", models.TextField(blank=True, verbose_name="our answer")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="answered on")),
                ("hearing_asked_on", models.DateField(blank=True, null=True, verbose_name="hearing asked for on")),
                ("hearing_on", models.DateField(blank=True, null=True, verbose_name="day of the hearing")),
                (
                    "hearing_where",
                    models.CharField(blank=True, max_length=200, verbose_name="hour and place of the hearing"),
                ),
                ("hearing_told_on", models.DateField(blank=True, null=True, verbose_name="they were told of it on")),
                ("hearing_by", models.CharField(blank=True, max_length=200, verbose_name="who holds the hearing")),
                (
                    "hearing_is_fair",
                    models.BooleanField(
                        default=False, verbose_name="this person has no direct interest in how it ends"
                    ),
                ),
                ("finding", models.TextField(blank=True, verbose_name="what the hearing found")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="decided on")),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SchoolRefusal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("refused_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="on")),
                ("school", models.CharField(blank=True, max_length=200, verbose_name="the school that asked")),
                ("taken_back_on", models.DateField(blank=True, null=True, verbose_name="taken back on")),
                ("kept_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "no to a school",
                "verbose_name_plural": "noes to a school",
                "ordering": ["-refused_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="SchoolRefusalHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("refused_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="on")),
                ("school", models.CharField(blank=True, max_length=200, verbose_name="the school that asked")),
                ("taken_back_on", models.DateField(blank=True, null=True, verbose_name="taken back on")),
                ("kept_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="consent",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="consent",
            name="deleted_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="referral",
            name="moves_only",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="referral",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="referral",
            name="deleted_delete",
        ),
        migrations.AddField(
            model_name="consent",
            name="copy_language",
            field=models.CharField(
                blank=True,
                choices=[
                    ("en", "English"),
                    ("es", "Spanish"),
                    ("hmn", "Hmong"),
                    ("ar", "Arabic"),
                    ("so", "Somali"),
                    ("vi", "Vietnamese"),
                    ("ht", "Haitian Creole"),
                    ("mix", "Mixtec"),
                    ("zh", "Chinese"),
                    ("ru", "Russian"),
                    ("tl", "Tagalog"),
                    ("und", "another language"),
                ],
                db_default="",
                default="",
                max_length=5,
                verbose_name="language of the copy",
            ),
        ),
        migrations.AddField(
            model_name="consent",
            name="restricted",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=50),
                blank=True,
                db_default=[],
                default=list,
                size=None,
                verbose_name="restricted kinds",
            ),
        ),
        migrations.AddField(
            model_name="consenthistory",
            name="copy_language",
            field=models.CharField(
                blank=True,
                choices=[
                    ("en", "English"),
                    ("es", "Spanish"),
                    ("hmn", "Hmong"),
                    ("ar", "Arabic"),
                    ("so", "Somali"),
                    ("vi", "Vietnamese"),
                    ("ht", "Haitian Creole"),
                    ("mix", "Mixtec"),
                    ("zh", "Chinese"),
                    ("ru", "Russian"),
                    ("tl", "Tagalog"),
                    ("und", "another language"),
                ],
                db_default="",
                default="",
                max_length=5,
                verbose_name="language of the copy",
            ),
        ),
        migrations.AddField(
            model_name="consenthistory",
            name="restricted",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=50),
                blank=True,
                db_default=[],
                default=list,
                size=None,
                verbose_name="restricted kinds",
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="appointment_time",
            field=models.TimeField(blank=True, null=True, verbose_name="at"),
        ),
        migrations.AddField(
            model_name="referralhistory",
            name="appointment_time",
            field=models.TimeField(blank=True, null=True, verbose_name="at"),
        ),
        migrations.AddField(
            model_name="recordrequest",
            name="answered_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="recordrequest",
            name="asked_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.familymember",
                verbose_name="who asks",
            ),
        ),
        migrations.AddField(
            model_name="recordrequest",
            name="child",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.familymember",
                verbose_name="about which child",
            ),
        ),
        migrations.AddField(
            model_name="recordrequest",
            name="decided_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="recordrequest",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="record_requests", to="families.family"
            ),
        ),
        migrations.AddField(
            model_name="recordrequest",
            name="recorded_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="recordrequest",
            name="statement",
            field=models.OneToOneField(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="request",
                to="referrals.parentstatement",
            ),
        ),
        migrations.AddField(
            model_name="recordrequesthistory",
            name="answered_by",
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
            model_name="recordrequesthistory",
            name="asked_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
                verbose_name="who asks",
            ),
        ),
        migrations.AddField(
            model_name="recordrequesthistory",
            name="child",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
                verbose_name="about which child",
            ),
        ),
        migrations.AddField(
            model_name="recordrequesthistory",
            name="decided_by",
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
            model_name="recordrequesthistory",
            name="family",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.family",
            ),
        ),
        migrations.AddField(
            model_name="recordrequesthistory",
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
            model_name="recordrequesthistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="referrals.recordrequest",
            ),
        ),
        migrations.AddField(
            model_name="recordrequesthistory",
            name="recorded_by",
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
            model_name="recordrequesthistory",
            name="statement",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="referrals.parentstatement",
            ),
        ),
        migrations.AddField(
            model_name="schoolrefusal",
            name="child",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.familymember",
                verbose_name="about which child",
            ),
        ),
        migrations.AddField(
            model_name="schoolrefusal",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="school_refusals", to="families.family"
            ),
        ),
        migrations.AddField(
            model_name="schoolrefusal",
            name="kept_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="schoolrefusal",
            name="parent",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.familymember",
                verbose_name="who says no",
            ),
        ),
        migrations.AddField(
            model_name="schoolrefusal",
            name="taken_back_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.familymember",
                verbose_name="who takes it back",
            ),
        ),
        migrations.AddField(
            model_name="schoolrefusalhistory",
            name="child",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
                verbose_name="about which child",
            ),
        ),
        migrations.AddField(
            model_name="schoolrefusalhistory",
            name="family",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.family",
            ),
        ),
        migrations.AddField(
            model_name="schoolrefusalhistory",
            name="kept_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="schoolrefusalhistory",
            name="parent",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
                verbose_name="who says no",
            ),
        ),
        migrations.AddField(
            model_name="schoolrefusalhistory",
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
            model_name="schoolrefusalhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="referrals.schoolrefusal",
            ),
        ),
        migrations.AddField(
            model_name="schoolrefusalhistory",
            name="taken_back_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
                verbose_name="who takes it back",
            ),
        ),
        migrations.AddIndex(
            model_name="recordrequest",
            index=models.Index(
                condition=models.Q(("state__in", ["asked", "hearing"])),
                fields=["family", "asked_on"],
                name="open_record_requests",
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(("appointment_time", None), ("appointment_on__isnull", False), _connector="OR"),
                name="an_hour_has_its_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("asked_by__isnull", False), models.Q(("stands_in", ""), _negated=True), _connector="XOR"
                ),
                name="request_of_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "amend"), _negated=True),
                    models.Q(models.Q(("what", ""), _negated=True), models.Q(("why", ""), _negated=True)),
                    _connector="OR",
                ),
                name="amending_says_what_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_by", None), ("answered_on", None), ("state", "asked")),
                    models.Q(
                        models.Q(("state", "asked"), _negated=True),
                        ("answered_by__isnull", False),
                        ("answered_on__gte", models.F("asked_on")),
                    ),
                    _connector="OR",
                ),
                name="request_answered_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(("state__in", ["given"]), _negated=True),
                        ("kind__in", ["inspect", "copy"]),
                        _connector="OR",
                    ),
                    models.Q(
                        models.Q(("state__in", ["amended", "hearing", "held", "stated"]), _negated=True),
                        ("kind", "amend"),
                        _connector="OR",
                    ),
                ),
                name="answer_fits_the_request",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["amended", "refused", "hearing", "held", "stated"]), _negated=True),
                    models.Q(("answer", ""), _negated=True),
                    _connector="OR",
                ),
                name="answer_says_what_or_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["hearing", "held", "stated"]), _negated=True),
                    ("hearing_asked_on__isnull", False),
                    _connector="OR",
                ),
                name="hearing_was_asked_for",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(("state__in", ("held", "stated")), _negated=True),
                        models.Q(
                            models.Q(("state", "amended"), _negated=True), ("hearing_asked_on", None), _connector="OR"
                        ),
                    ),
                    models.Q(
                        ("decided_on__gte", models.F("hearing_on")),
                        ("hearing_is_fair", True),
                        ("hearing_told_on__lt", models.F("hearing_on")),
                        ("decided_by__isnull", False),
                        models.Q(("hearing_by", ""), _negated=True),
                        models.Q(("finding", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="hearing_was_fair",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["stated"]), _negated=True), ("statement__isnull", False), _connector="OR"
                ),
                name="statement_was_placed",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolrefusal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("taken_back_by", None), ("taken_back_on", None)),
                    models.Q(("taken_back_by__isnull", False), ("taken_back_on__gte", models.F("refused_on"))),
                    _connector="OR",
                ),
                name="refusal_taken_back_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="schoolrefusal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("taken_back_on", None)), fields=("child",), name="one_no_a_child"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_consenthistory" ("copy_given_on", "copy_language", "expires_on", "family_id", "given_on", "id", "language", "method", "partner_group", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "records", "restricted", "revoked_at", "revoked_by_id", "revoked_note", "signer_id", "strokes", "taken_by_id", "text_hash", "text_shown") VALUES (OLD."copy_given_on", OLD."copy_language", OLD."expires_on", OLD."family_id", OLD."given_on", OLD."id", OLD."language", OLD."method", OLD."partner_group", OLD."partner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."purpose", OLD."records", OLD."restricted", OLD."revoked_at", OLD."revoked_by_id", OLD."revoked_note", OLD."signer_id", OLD."strokes", OLD."taken_by_id", OLD."text_hash", OLD."text_shown"); RETURN NULL;',
                    hash="db2c682090c560799eb789375fb3321162c1014e",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_91064",
                    table="referrals_consent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_consenthistory" ("copy_given_on", "copy_language", "expires_on", "family_id", "given_on", "id", "language", "method", "partner_group", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "records", "restricted", "revoked_at", "revoked_by_id", "revoked_note", "signer_id", "strokes", "taken_by_id", "text_hash", "text_shown") VALUES (OLD."copy_given_on", OLD."copy_language", OLD."expires_on", OLD."family_id", OLD."given_on", OLD."id", OLD."language", OLD."method", OLD."partner_group", OLD."partner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."purpose", OLD."records", OLD."restricted", OLD."revoked_at", OLD."revoked_by_id", OLD."revoked_note", OLD."signer_id", OLD."strokes", OLD."taken_by_id", OLD."text_hash", OLD."text_shown"); RETURN NULL;',
                    hash="c5cc8da6c53e2e2251391ce31782bcfdf80548ca",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_7d8eb",
                    table="referrals_consent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disclosureground",
            trigger=pgtrigger.compiler.Trigger(
                name="no_school_after_a_no",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF NEW.ground = 'b_school' AND EXISTS (SELECT 1 FROM referrals_schoolrefusal r WHERE r.child_id = NEW.child_id AND r.refused_on <= NEW.left_on AND (r.taken_back_on IS NULL OR r.taken_back_on > NEW.left_on)) THEN RAISE EXCEPTION 'a parent has said no to the school'; END IF; RETURN NEW;",
                    hash="33a1e0710cacf958c34baf5ca24a2ba0d08eb501",
                    operation="INSERT",
                    pgid="pgtrigger_no_school_after_a_no_6b965",
                    table="referrals_disclosureground",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="moves_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{accepted:accepted,accepted:appointment,accepted:attended,accepted:declined,accepted:needs_more,accepted:not_received,accepted:received,accepted:rerouted,accepted:waitlisted,accepted:withdrawn,acknowledged:accepted,acknowledged:acknowledged,acknowledged:appointment,acknowledged:declined,acknowledged:needs_more,acknowledged:not_received,acknowledged:received,acknowledged:rerouted,acknowledged:waitlisted,acknowledged:withdrawn,appointment:appointment,appointment:attended,appointment:declined,appointment:missed,appointment:needs_more,appointment:not_received,appointment:received,appointment:rerouted,appointment:withdrawn,attended:attended,attended:not_received,attended:received,attended:rerouted,attended:withdrawn,completed:completed,declined:declined,declined:not_received,declined:rerouted,draft:draft,draft:informed,draft:rerouted,draft:sent,draft:withdrawn,informed:informed,informed:not_received,informed:received,informed:rerouted,informed:withdrawn,missed:appointment,missed:missed,missed:not_received,missed:received,missed:rerouted,missed:withdrawn,needs_more:accepted,needs_more:declined,needs_more:needs_more,needs_more:not_received,needs_more:received,needs_more:rerouted,needs_more:withdrawn,not_received:not_received,received:completed,received:not_received,received:received,rerouted:rerouted,sent:accepted,sent:acknowledged,sent:appointment,sent:declined,sent:needs_more,sent:not_received,sent:received,sent:rerouted,sent:sent,sent:waitlisted,sent:withdrawn,waitlisted:accepted,waitlisted:appointment,waitlisted:declined,waitlisted:needs_more,waitlisted:not_received,waitlisted:received,waitlisted:rerouted,waitlisted:waitlisted,waitlisted:withdrawn,withdrawn:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="d234fbcc705823a66a49bf2e800e3021d2908f76",
                    operation="UPDATE",
                    pgid="pgtrigger_moves_only_80522",
                    table="referrals_referral",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="restricted_is_named",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF NEW.disclosure_id IS NOT NULL AND NEW.consent_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.disclosure_id IS DISTINCT FROM OLD.disclosure_id) AND EXISTS (SELECT 1 FROM families_need n JOIN agency_servicecategory k ON k.id = n.category_id JOIN referrals_consent c ON c.id = NEW.consent_id WHERE n.id = NEW.need_id AND k.is_restricted AND NOT (k.code = ANY (c.restricted))) THEN RAISE EXCEPTION 'the consent does not name this restricted kind of need'; END IF; RETURN NEW;",
                    hash="f5eb5a700367a7a5303358f1bed7954ceff5e91e",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_restricted_is_named_82a4b",
                    table="referrals_referral",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_referralhistory" ("about_id", "appointment_on", "appointment_time", "barrier", "closed_on", "confirmed_by", "consent_id", "disclosure_id", "expected_on", "family_id", "goal_id", "handed_over_to", "how_sent", "id", "is_urgent", "made_by_id", "made_on", "need_id", "need_met", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "rerouted_from_id", "satisfaction", "sent_on", "service_id", "service_received_id", "state", "version", "wait_place") VALUES (OLD."about_id", OLD."appointment_on", OLD."appointment_time", OLD."barrier", OLD."closed_on", OLD."confirmed_by", OLD."consent_id", OLD."disclosure_id", OLD."expected_on", OLD."family_id", OLD."goal_id", OLD."handed_over_to", OLD."how_sent", OLD."id", OLD."is_urgent", OLD."made_by_id", OLD."made_on", OLD."need_id", OLD."need_met", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."reason", OLD."rerouted_from_id", OLD."satisfaction", OLD."sent_on", OLD."service_id", OLD."service_received_id", OLD."state", OLD."version", OLD."wait_place"); RETURN NULL;',
                    hash="7fad4b7b6f86f6c2f3cc05133d26fe6ba946f85b",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_46b98",
                    table="referrals_referral",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_referralhistory" ("about_id", "appointment_on", "appointment_time", "barrier", "closed_on", "confirmed_by", "consent_id", "disclosure_id", "expected_on", "family_id", "goal_id", "handed_over_to", "how_sent", "id", "is_urgent", "made_by_id", "made_on", "need_id", "need_met", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "rerouted_from_id", "satisfaction", "sent_on", "service_id", "service_received_id", "state", "version", "wait_place") VALUES (OLD."about_id", OLD."appointment_on", OLD."appointment_time", OLD."barrier", OLD."closed_on", OLD."confirmed_by", OLD."consent_id", OLD."disclosure_id", OLD."expected_on", OLD."family_id", OLD."goal_id", OLD."handed_over_to", OLD."how_sent", OLD."id", OLD."is_urgent", OLD."made_by_id", OLD."made_on", OLD."need_id", OLD."need_met", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reason", OLD."rerouted_from_id", OLD."satisfaction", OLD."sent_on", OLD."service_id", OLD."service_received_id", OLD."state", OLD."version", OLD."wait_place"); RETURN NULL;',
                    hash="71be219cedaa4c8dbfe3fa68f44b0451968c53fd",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_85139",
                    table="referrals_referral",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="9985c79d5a9620c7653789047491c113e883505a",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_e9243",
                    table="referrals_recordrequest",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="moves_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{amended:amended,asked:amended,asked:asked,asked:given,asked:refused,asked:withdrawn,given:given,hearing:amended,hearing:hearing,hearing:held,hearing:withdrawn,held:held,held:stated,refused:hearing,refused:refused,stated:stated,withdrawn:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="d62121e614d0f0d03aa2649a9d9bcfbee0bfe674",
                    operation="UPDATE",
                    pgid="pgtrigger_moves_only_526a7",
                    table="referrals_recordrequest",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_recordrequesthistory" ("answer", "answered_by_id", "answered_on", "asked_by_id", "asked_on", "child_id", "decided_by_id", "decided_on", "family_id", "finding", "hearing_asked_on", "hearing_by", "hearing_is_fair", "hearing_on", "hearing_told_on", "hearing_where", "how", "id", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "stands_in", "state", "statement_id", "version", "what", "why") VALUES (OLD."answer", OLD."answered_by_id", OLD."answered_on", OLD."asked_by_id", OLD."asked_on", OLD."child_id", OLD."decided_by_id", OLD."decided_on", OLD."family_id", OLD."finding", OLD."hearing_asked_on", OLD."hearing_by", OLD."hearing_is_fair", OLD."hearing_on", OLD."hearing_told_on", OLD."hearing_where", OLD."how", OLD."id", OLD."kind", OLD."language", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."stands_in", OLD."state", OLD."statement_id", OLD."version", OLD."what", OLD."why"); RETURN NULL;',
                    hash="68120b3f66bc6e42abdbf3461ecc185035c2c1e5",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_7f7e9",
                    table="referrals_recordrequest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_recordrequesthistory" ("answer", "answered_by_id", "answered_on", "asked_by_id", "asked_on", "child_id", "decided_by_id", "decided_on", "family_id", "finding", "hearing_asked_on", "hearing_by", "hearing_is_fair", "hearing_on", "hearing_told_on", "hearing_where", "how", "id", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "stands_in", "state", "statement_id", "version", "what", "why") VALUES (OLD."answer", OLD."answered_by_id", OLD."answered_on", OLD."asked_by_id", OLD."asked_on", OLD."child_id", OLD."decided_by_id", OLD."decided_on", OLD."family_id", OLD."finding", OLD."hearing_asked_on", OLD."hearing_by", OLD."hearing_is_fair", OLD."hearing_on", OLD."hearing_told_on", OLD."hearing_where", OLD."how", OLD."id", OLD."kind", OLD."language", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."recorded_at", OLD."recorded_by_id", OLD."stands_in", OLD."state", OLD."statement_id", OLD."version", OLD."what", OLD."why"); RETURN NULL;',
                    hash="b643c423b0aca71435735fd301022c375b846448",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_07c1c",
                    table="referrals_recordrequest",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordrequesthistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="332e15d453707a0ad394a93cfa6092f8be0a485b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b44d3",
                    table="referrals_recordrequesthistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolrefusal",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_schoolrefusalhistory" ("child_id", "family_id", "id", "kept_at", "kept_by_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_on", "school", "taken_back_by_id", "taken_back_on") VALUES (OLD."child_id", OLD."family_id", OLD."id", OLD."kept_at", OLD."kept_by_id", OLD."parent_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."refused_on", OLD."school", OLD."taken_back_by_id", OLD."taken_back_on"); RETURN NULL;',
                    hash="1019957e722055ed264fd98036019bbdae98a04c",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_4a3ce",
                    table="referrals_schoolrefusal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolrefusal",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_schoolrefusalhistory" ("child_id", "family_id", "id", "kept_at", "kept_by_id", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_on", "school", "taken_back_by_id", "taken_back_on") VALUES (OLD."child_id", OLD."family_id", OLD."id", OLD."kept_at", OLD."kept_by_id", OLD."parent_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."refused_on", OLD."school", OLD."taken_back_by_id", OLD."taken_back_on"); RETURN NULL;',
                    hash="7cdf344cb8cc6da464a605c282e01be161519739",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_c5ba4",
                    table="referrals_schoolrefusal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schoolrefusalhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e6774b9b9e94cb9cabbc098ea6234421cdfc65a6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_35cec",
                    table="referrals_schoolrefusalhistory",
                    when="BEFORE",
                ),
            ),
        ),
    ]
