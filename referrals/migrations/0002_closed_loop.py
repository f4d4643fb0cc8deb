import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from agency.at_once import AtOnce


class Migration(AtOnce):
    dependencies = [
        ("families", "0003_hand_over"),
        ("goals", "0002_living_agreement"),
        ("partners", "0003_more_of_partners"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("referrals", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ConsentPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("path", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("attached_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "picture of a signed consent",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="DisclosureGround",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("b_school", "school of enrollment, after notice"),
                            ("c1_acting_for_us", "somebody who works for the program under a written agreement"),
                            ("c2_audit", "audit or evaluation by officials"),
                            ("c3_study", "study to improve outcomes"),
                            ("c4_emergency", "health or safety emergency"),
                            ("c5_court", "court order or subpoena"),
                            ("c6_meals", "monitoring of meals, counts only"),
                            ("c7_child_welfare", "caseworker of a child in foster care"),
                            ("c8_maltreatment", "report of suspected maltreatment"),
                        ],
                        max_length=20,
                    ),
                ),
                ("left_on", models.DateField()),
                ("notice_on", models.DateField(null=True, verbose_name="notice sent to the parent on")),
                ("is_copy_offered", models.BooleanField(default=False, verbose_name="a copy was offered")),
                ("refuse_until", models.DateField(null=True, verbose_name="they could refuse until")),
                (
                    "is_notice_barred",
                    models.BooleanField(default=False, verbose_name="the order forbids telling the parent"),
                ),
                (
                    "agreement_said",
                    models.CharField(blank=True, max_length=200, verbose_name="agreement that is not in our list"),
                ),
                ("destroy_by", models.DateField(null=True, verbose_name="they destroy it by")),
                ("emergency", models.CharField(blank=True, max_length=200, verbose_name="what the emergency is")),
                ("ends_on", models.DateField(null=True, verbose_name="it ends on")),
                ("court", models.CharField(blank=True, max_length=120, verbose_name="which court or office")),
                ("case_number", models.CharField(blank=True, max_length=40, verbose_name="number")),
                (
                    "is_counts_only",
                    models.BooleanField(default=False, verbose_name="only counts left, nobody can be recognised"),
                ),
            ],
            options={
                "verbose_name": "what allows a disclosure",
            },
        ),
        migrations.CreateModel(
            name="Gap",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("not_eligible", "not eligible"),
                            ("no_capacity", "no place"),
                            ("wait", "the wait is too long"),
                            ("cost", "cost"),
                            ("transport", "no way to get there"),
                            ("child_care", "no child care"),
                            ("hours", "hours do not fit"),
                            ("language", "language"),
                            ("documents", "papers are missing"),
                            ("no_contact", "could not be reached"),
                            ("changed_mind", "the family decided otherwise"),
                            ("otherwise", "solved another way"),
                            ("safety", "it would not be safe"),
                            ("closed", "the partner has closed"),
                            ("unknown", "not known"),
                        ],
                        max_length=20,
                        verbose_name="why none would do",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="what was looked for")),
                ("noted_on", models.DateField(default=django.utils.timezone.localdate, editable=False)),
            ],
            options={
                "verbose_name": "gap in what there is",
                "verbose_name_plural": "gaps in what there is",
                "ordering": ["-noted_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="LinkCode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("salt", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("expires_at", models.DateTimeField()),
                ("mailed_at", models.DateTimeField(null=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("used_at", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "code of a link",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="LinkVisit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("opened", "address opened"),
                            ("code_sent", "code asked for"),
                            ("wrong_code", "wrong code"),
                            ("right_code", "right code"),
                            ("read", "read"),
                            ("answered", "answered"),
                            ("room", "room told"),
                            ("expired", "refused: the link has ended"),
                            ("revoked", "refused: the link was taken back"),
                            ("closed", "refused: the referral has ended or its consent no longer holds"),
                            ("unknown", "refused: no such link"),
                            ("too_many", "refused: too many tries"),
                        ],
                        max_length=10,
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=32)),
            ],
            options={
                "verbose_name": "visit to a partner link",
                "ordering": ["at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ParentStatement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField(verbose_name="in their own words")),
                ("written_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="written on")),
                ("kept_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "parent’s statement",
                "verbose_name_plural": "parents’ statements",
                "ordering": ["written_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PartnerLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("salt", models.CharField(max_length=64)),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("sent_to", models.EmailField(max_length=254, verbose_name="sent to")),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("es", "Spanish")],
                        default="en",
                        max_length=5,
                        verbose_name="language",
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("expires_at", models.DateTimeField()),
                ("mailed_at", models.DateTimeField(null=True)),
                ("reminded_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "partner link",
                "ordering": ["-made_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="PartnerLinkHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("salt", models.CharField(max_length=64)),
                ("token_hash", models.CharField(max_length=64)),
                ("sent_to", models.EmailField(max_length=254, verbose_name="sent to")),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("es", "Spanish")],
                        default="en",
                        max_length=5,
                        verbose_name="language",
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("expires_at", models.DateTimeField()),
                ("mailed_at", models.DateTimeField(null=True)),
                ("reminded_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
            },
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
        migrations.RemoveConstraint(
            model_name="referral",
            name="sent_with_consent_and_service",
        ),
        migrations.AddField(
            model_name="referral",
            name="expected_on",
            field=models.DateField(blank=True, null=True, verbose_name="expected on"),
        ),
        migrations.AddField(
            model_name="referral",
            name="rerouted_from",
            field=models.OneToOneField(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rerouted_to",
                to="referrals.referral",
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="wait_place",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="place on their list"),
        ),
        migrations.AddField(
            model_name="referralevent",
            name="differs",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="referralevent",
            name="said",
            field=models.CharField(blank=True, db_default="", default="", max_length=20),
        ),
        migrations.AddField(
            model_name="referralevent",
            name="settles",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="settled_by",
                to="referrals.referralevent",
            ),
        ),
        migrations.AddField(
            model_name="referralevent",
            name="told",
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name="referralhistory",
            name="expected_on",
            field=models.DateField(blank=True, null=True, verbose_name="expected on"),
        ),
        migrations.AddField(
            model_name="referralhistory",
            name="rerouted_from",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="referrals.referral",
            ),
        ),
        migrations.AddField(
            model_name="referralhistory",
            name="wait_place",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="place on their list"),
        ),
        migrations.AlterField(
            model_name="disclosure",
            name="exception",
            field=models.CharField(
                blank=True,
                choices=[
                    ("b_school", "school of enrollment, after notice"),
                    ("c1_acting_for_us", "somebody who works for the program under a written agreement"),
                    ("c2_audit", "audit or evaluation by officials"),
                    ("c3_study", "study to improve outcomes"),
                    ("c4_emergency", "health or safety emergency"),
                    ("c5_court", "court order or subpoena"),
                    ("c6_meals", "monitoring of meals, counts only"),
                    ("c7_child_welfare", "caseworker of a child in foster care"),
                    ("c8_maltreatment", "report of suspected maltreatment"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="referral",
            name="how_sent",
            field=models.CharField(
                blank=True,
                choices=[
                    ("link", "by secure link in an e-mail"),
                    ("phone", "by phone"),
                    ("letter", "by printed letter"),
                    ("fax", "by fax"),
                    ("in_person", "in person"),
                ],
                max_length=10,
                verbose_name="how it goes there",
            ),
        ),
        migrations.AlterField(
            model_name="referral",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "being prepared"),
                    ("sent", "sent, no answer yet"),
                    ("informed", "information given"),
                    ("acknowledged", "seen by the partner"),
                    ("accepted", "accepted"),
                    ("waitlisted", "on a waiting list"),
                    ("needs_more", "the partner needs something from the family"),
                    ("declined", "declined by the partner"),
                    ("appointment", "appointment set"),
                    ("missed", "appointment missed"),
                    ("attended", "first appointment attended"),
                    ("received", "help received"),
                    ("completed", "completed"),
                    ("not_received", "closed, help not received"),
                    ("withdrawn", "withdrawn"),
                    ("rerouted", "tried another place instead"),
                ],
                default="draft",
                editable=False,
                max_length=15,
            ),
        ),
        migrations.AlterField(
            model_name="referralevent",
            name="from_state",
            field=models.CharField(
                choices=[
                    ("draft", "being prepared"),
                    ("sent", "sent, no answer yet"),
                    ("informed", "information given"),
                    ("acknowledged", "seen by the partner"),
                    ("accepted", "accepted"),
                    ("waitlisted", "on a waiting list"),
                    ("needs_more", "the partner needs something from the family"),
                    ("declined", "declined by the partner"),
                    ("appointment", "appointment set"),
                    ("missed", "appointment missed"),
                    ("attended", "first appointment attended"),
                    ("received", "help received"),
                    ("completed", "completed"),
                    ("not_received", "closed, help not received"),
                    ("withdrawn", "withdrawn"),
                    ("rerouted", "tried another place instead"),
                ],
                max_length=15,
            ),
        ),
        migrations.AlterField(
            model_name="referralevent",
            name="to_state",
            field=models.CharField(
                choices=[
                    ("draft", "being prepared"),
                    ("sent", "sent, no answer yet"),
                    ("informed", "information given"),
                    ("acknowledged", "seen by the partner"),
                    ("accepted", "accepted"),
                    ("waitlisted", "on a waiting list"),
                    ("needs_more", "the partner needs something from the family"),
                    ("declined", "declined by the partner"),
                    ("appointment", "appointment set"),
                    ("missed", "appointment missed"),
                    ("attended", "first appointment attended"),
                    ("received", "help received"),
                    ("completed", "completed"),
                    ("not_received", "closed, help not received"),
                    ("withdrawn", "withdrawn"),
                    ("rerouted", "tried another place instead"),
                ],
                max_length=15,
            ),
        ),
        migrations.AlterField(
            model_name="referralhistory",
            name="how_sent",
            field=models.CharField(
                blank=True,
                choices=[
                    ("link", "by secure link in an e-mail"),
                    ("phone", "by phone"),
                    ("letter", "by printed letter"),
                    ("fax", "by fax"),
                    ("in_person", "in person"),
                ],
                max_length=10,
                verbose_name="how it goes there",
            ),
        ),
        migrations.AlterField(
            model_name="referralhistory",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "being prepared"),
                    ("sent", "sent, no answer yet"),
                    ("informed", "information given"),
                    ("acknowledged", "seen by the partner"),
                    ("accepted", "accepted"),
                    ("waitlisted", "on a waiting list"),
                    ("needs_more", "the partner needs something from the family"),
                    ("declined", "declined by the partner"),
                    ("appointment", "appointment set"),
                    ("missed", "appointment missed"),
                    ("attended", "first appointment attended"),
                    ("received", "help received"),
                    ("completed", "completed"),
                    ("not_received", "closed, help not received"),
                    ("withdrawn", "withdrawn"),
                    ("rerouted", "tried another place instead"),
                ],
                default="draft",
                editable=False,
                max_length=15,
            ),
        ),
        migrations.AddField(
            model_name="consentpaper",
            name="attached_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="consentpaper",
            name="consent",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="referrals.consent"
            ),
        ),
        migrations.AddField(
            model_name="disclosureground",
            name="agreement",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="partners.mou",
                verbose_name="written agreement",
            ),
        ),
        migrations.AddField(
            model_name="disclosureground",
            name="child",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.familymember",
                verbose_name="about which child",
            ),
        ),
        migrations.AddField(
            model_name="disclosureground",
            name="disclosure",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="facts", to="referrals.disclosure"
            ),
        ),
        migrations.AddField(
            model_name="gap",
            name="need",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="gaps", to="families.need"
            ),
        ),
        migrations.AddField(
            model_name="gap",
            name="noted_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="linkvisit",
            name="event",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="referrals.referralevent"
            ),
        ),
        migrations.AddField(
            model_name="parentstatement",
            name="assessment",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.assessment",
                verbose_name="assessment",
            ),
        ),
        migrations.AddField(
            model_name="parentstatement",
            name="disclosure",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="statements",
                to="referrals.disclosure",
                verbose_name="what left",
            ),
        ),
        migrations.AddField(
            model_name="parentstatement",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="statements", to="families.family"
            ),
        ),
        migrations.AddField(
            model_name="parentstatement",
            name="goal",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="goals.goal",
                verbose_name="goal",
            ),
        ),
        migrations.AddField(
            model_name="parentstatement",
            name="kept_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="parentstatement",
            name="note",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="goals.progressnote",
                verbose_name="note",
            ),
        ),
        migrations.AddField(
            model_name="parentstatement",
            name="parent",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.familymember",
                verbose_name="who says so",
            ),
        ),
        migrations.AddField(
            model_name="partnerlink",
            name="made_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="partnerlink",
            name="referral",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="links", to="referrals.referral"
            ),
        ),
        migrations.AddField(
            model_name="partnerlink",
            name="revoked_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="linkvisit",
            name="link",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="visits",
                to="referrals.partnerlink",
            ),
        ),
        migrations.AddField(
            model_name="linkcode",
            name="link",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="codes", to="referrals.partnerlink"
            ),
        ),
        migrations.AddField(
            model_name="partnerlinkhistory",
            name="made_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="partnerlinkhistory",
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
            model_name="partnerlinkhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="referrals.partnerlink",
            ),
        ),
        migrations.AddField(
            model_name="partnerlinkhistory",
            name="referral",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="referrals.referral",
            ),
        ),
        migrations.AddField(
            model_name="partnerlinkhistory",
            name="revoked_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(fields=["state", "-made_on"], name="referrals_by_state"),
        ),
        migrations.AddIndex(
            model_name="referralevent",
            index=models.Index(condition=models.Q(("differs", True)), fields=["referral"], name="answers_that_differ"),
        ),
        migrations.AddIndex(
            model_name="partnerlink",
            index=models.Index(
                condition=models.Q(("revoked_at", None)), fields=["sent_to"], name="links_of_an_address"
            ),
        ),
        migrations.AddIndex(
            model_name="linkvisit",
            index=models.Index(fields=["link", "what", "-at"], name="visits_of_a_link"),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        ["draft", "informed", "withdrawn", "received", "completed", "not_received", "rerouted"],
                    ),
                    models.Q(("consent__isnull", False), ("sent_on__isnull", False), ("service__isnull", False)),
                    _connector="OR",
                ),
                name="sent_with_consent_and_service",
            ),
        ),
        migrations.AddConstraint(
            model_name="referralevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("source", "staff"), _negated=True), ("recorded_by__isnull", False), _connector="OR"
                ),
                name="told_by_staff_names_them",
            ),
        ),
        migrations.AddConstraint(
            model_name="referralevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("differs", False),
                    models.Q(models.Q(("said", ""), _negated=True), ("from_state", models.F("to_state"))),
                    _connector="OR",
                ),
                name="an_answer_beside_ours_moves_nothing",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosureground",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ground", "b_school"), _negated=True),
                    models.Q(
                        ("child__isnull", False),
                        ("is_copy_offered", True),
                        ("notice_on__isnull", False),
                        ("refuse_until__gte", models.F("notice_on")),
                        ("refuse_until__lt", models.F("left_on")),
                    ),
                    _connector="OR",
                ),
                name="school_has_notice_and_time_to_refuse",
                violation_error_message="A school gets records only after the time to refuse is over.",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosureground",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ground", "c1_acting_for_us"), _negated=True),
                    ("agreement__isnull", False),
                    _connector="OR",
                ),
                name="acting_for_us_under_agreement",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosureground",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ground__in", ["c2_audit", "c3_study"]), _negated=True),
                    models.Q(
                        models.Q(
                            ("agreement__isnull", False),
                            models.Q(("agreement_said", ""), _negated=True),
                            _connector="OR",
                        ),
                        ("destroy_by__gte", models.F("left_on")),
                    ),
                    _connector="OR",
                ),
                name="audit_and_study_under_agreement",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosureground",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ground", "c4_emergency"), _negated=True),
                    models.Q(models.Q(("emergency", ""), _negated=True), ("ends_on__gte", models.F("left_on"))),
                    _connector="OR",
                ),
                name="emergency_is_named_and_ends",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosureground",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ground", "c5_court"), _negated=True),
                    models.Q(
                        models.Q(("court", ""), _negated=True),
                        models.Q(
                            models.Q(("is_notice_barred", False), ("notice_on__isnull", False)),
                            models.Q(("is_notice_barred", True), ("notice_on", None)),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="court_is_named_and_parent_told_or_barred",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosureground",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ground", "c6_meals"), _negated=True),
                    models.Q(("child", None), ("is_counts_only", True)),
                    _connector="OR",
                ),
                name="meals_are_counts_only",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosureground",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ground", "c7_child_welfare"), _negated=True),
                    models.Q(
                        ("child__isnull", False),
                        models.Q(
                            ("agreement__isnull", False),
                            models.Q(("agreement_said", ""), _negated=True),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="foster_child_under_agreement",
            ),
        ),
        migrations.AddConstraint(
            model_name="gap",
            constraint=models.UniqueConstraint(fields=("need", "reason"), name="one_gap_a_need_and_reason"),
        ),
        migrations.AddConstraint(
            model_name="parentstatement",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="statement_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="parentstatement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("assessment", None), ("disclosure", None), ("goal", None), ("note__isnull", False)),
                    models.Q(("assessment__isnull", False), ("disclosure", None), ("goal", None), ("note", None)),
                    models.Q(("assessment", None), ("disclosure", None), ("goal__isnull", False), ("note", None)),
                    models.Q(("assessment", None), ("disclosure__isnull", False), ("goal", None), ("note", None)),
                    _connector="OR",
                ),
                name="statement_about_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnerlink",
            constraint=models.UniqueConstraint(
                condition=models.Q(("revoked_at", None)), fields=("referral",), name="one_link_a_referral"
            ),
        ),
        migrations.AddConstraint(
            model_name="partnerlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("expires_at__gt", models.F("made_at"))), name="link_ends_after_it_starts"
            ),
        ),
        migrations.AddConstraint(
            model_name="partnerlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("revoked_at", None), ("revoked_by", None)),
                    models.Q(("revoked_at__isnull", False), ("revoked_by__isnull", False)),
                    _connector="OR",
                ),
                name="link_revoked_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="linkvisit",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("what", "unknown"), _negated=True), ("link", None), _connector="OR"),
                name="unknown_link_is_none",
            ),
        ),
        migrations.AddConstraint(
            model_name="linkcode",
            constraint=models.CheckConstraint(condition=models.Q(("tries__lte", 5)), name="tries_of_a_code"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="moves_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{accepted:accepted,accepted:appointment,accepted:attended,accepted:declined,accepted:needs_more,accepted:not_received,accepted:received,accepted:rerouted,accepted:waitlisted,accepted:withdrawn,acknowledged:accepted,acknowledged:acknowledged,acknowledged:appointment,acknowledged:declined,acknowledged:needs_more,acknowledged:not_received,acknowledged:received,acknowledged:rerouted,acknowledged:waitlisted,acknowledged:withdrawn,appointment:appointment,appointment:attended,appointment:declined,appointment:missed,appointment:not_received,appointment:received,appointment:rerouted,appointment:withdrawn,attended:attended,attended:not_received,attended:received,attended:rerouted,attended:withdrawn,completed:completed,declined:declined,declined:not_received,declined:rerouted,draft:draft,draft:informed,draft:rerouted,draft:sent,draft:withdrawn,informed:informed,informed:not_received,informed:received,informed:rerouted,informed:withdrawn,missed:appointment,missed:missed,missed:not_received,missed:received,missed:rerouted,missed:withdrawn,needs_more:accepted,needs_more:declined,needs_more:needs_more,needs_more:not_received,needs_more:received,needs_more:rerouted,needs_more:withdrawn,not_received:not_received,received:completed,received:not_received,received:received,rerouted:rerouted,sent:accepted,sent:acknowledged,sent:appointment,sent:declined,sent:needs_more,sent:not_received,sent:received,sent:rerouted,sent:sent,sent:waitlisted,sent:withdrawn,waitlisted:accepted,waitlisted:appointment,waitlisted:declined,waitlisted:not_received,waitlisted:received,waitlisted:rerouted,waitlisted:waitlisted,waitlisted:withdrawn,withdrawn:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="0fd4c61ff87a4936e0fd2b462d3d1b4bd2d15915",
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
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_referralhistory" ("about_id", "appointment_on", "barrier", "closed_on", "confirmed_by", "consent_id", "disclosure_id", "expected_on", "family_id", "goal_id", "handed_over_to", "how_sent", "id", "is_urgent", "made_by_id", "made_on", "need_id", "need_met", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "rerouted_from_id", "satisfaction", "sent_on", "service_id", "service_received_id", "state", "version", "wait_place") VALUES (OLD."about_id", OLD."appointment_on", OLD."barrier", OLD."closed_on", OLD."confirmed_by", OLD."consent_id", OLD."disclosure_id", OLD."expected_on", OLD."family_id", OLD."goal_id", OLD."handed_over_to", OLD."how_sent", OLD."id", OLD."is_urgent", OLD."made_by_id", OLD."made_on", OLD."need_id", OLD."need_met", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."reason", OLD."rerouted_from_id", OLD."satisfaction", OLD."sent_on", OLD."service_id", OLD."service_received_id", OLD."state", OLD."version", OLD."wait_place"); RETURN NULL;',
                    hash="5338703f812dc990f4eef265f0a5ed81c8bd870c",
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
                    func='INSERT INTO "referrals_referralhistory" ("about_id", "appointment_on", "barrier", "closed_on", "confirmed_by", "consent_id", "disclosure_id", "expected_on", "family_id", "goal_id", "handed_over_to", "how_sent", "id", "is_urgent", "made_by_id", "made_on", "need_id", "need_met", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "rerouted_from_id", "satisfaction", "sent_on", "service_id", "service_received_id", "state", "version", "wait_place") VALUES (OLD."about_id", OLD."appointment_on", OLD."barrier", OLD."closed_on", OLD."confirmed_by", OLD."consent_id", OLD."disclosure_id", OLD."expected_on", OLD."family_id", OLD."goal_id", OLD."handed_over_to", OLD."how_sent", OLD."id", OLD."is_urgent", OLD."made_by_id", OLD."made_on", OLD."need_id", OLD."need_met", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reason", OLD."rerouted_from_id", OLD."satisfaction", OLD."sent_on", OLD."service_id", OLD."service_received_id", OLD."state", OLD."version", OLD."wait_place"); RETURN NULL;',
                    hash="e85043c2fe56cfe81ed40cd80ef83d23760ec0bd",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_85139",
                    table="referrals_referral",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consentpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5e50d0f73308958d244225150f931ac6ec19972f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_01003",
                    table="referrals_consentpaper",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consentpaper",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="cd478cb0bfe0969764189544ad7941570979dcf5",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_7d438",
                    table="referrals_consentpaper",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disclosureground",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="baa891da75632fdacb1ecd17c46b6a1df1ea5b93",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_51dac",
                    table="referrals_disclosureground",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disclosureground",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="5cf5c297ff05ddfa4e433f3ee7f2eaac6d3ef8b0",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_cc467",
                    table="referrals_disclosureground",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disclosureground",
            trigger=pgtrigger.compiler.Trigger(
                name="same_ground",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF NOT EXISTS (SELECT 1 FROM referrals_disclosure d WHERE d.id = NEW.disclosure_id AND d.exception = NEW.ground) THEN RAISE EXCEPTION 'the facts belong to another ground than the disclosure'; END IF; RETURN NEW;",
                    hash="e4646d53062296a41ed1b5de08646282153c4301",
                    operation="INSERT",
                    pgid="pgtrigger_same_ground_8e149",
                    table="referrals_disclosureground",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="parentstatement",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="75552e7e4dcad9f0d3b1574fdbeab928437b01a2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6beb5",
                    table="referrals_parentstatement",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="parentstatement",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="c6332c0c08bd8cd8de0b8b10698650d461f9225d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_426e6",
                    table="referrals_parentstatement",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnerlink",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_partnerlinkhistory" ("expires_at", "id", "language", "made_at", "made_by_id", "mailed_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "reminded_at", "revoked_at", "revoked_by_id", "salt", "sent_to", "token_hash") VALUES (OLD."expires_at", OLD."id", OLD."language", OLD."made_at", OLD."made_by_id", OLD."mailed_at", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."referral_id", OLD."reminded_at", OLD."revoked_at", OLD."revoked_by_id", OLD."salt", OLD."sent_to", OLD."token_hash"); RETURN NULL;',
                    hash="6c262b51d5332f5662b1b1107c85707d10d92aa4",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_b7b38",
                    table="referrals_partnerlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnerlink",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_partnerlinkhistory" ("expires_at", "id", "language", "made_at", "made_by_id", "mailed_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "reminded_at", "revoked_at", "revoked_by_id", "salt", "sent_to", "token_hash") VALUES (OLD."expires_at", OLD."id", OLD."language", OLD."made_at", OLD."made_by_id", OLD."mailed_at", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."referral_id", OLD."reminded_at", OLD."revoked_at", OLD."revoked_by_id", OLD."salt", OLD."sent_to", OLD."token_hash"); RETURN NULL;',
                    hash="3d02006261c489c999738dab62b1b3729d5dfb99",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_3ba1e",
                    table="referrals_partnerlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="linkvisit",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f6fd2209f7d87f56fac67609a9d205cb3917e891",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ca412",
                    table="referrals_linkvisit",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="linkvisit",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="b040ac7bc7eb84d601d7e6538ae39a3f0c62c963",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_65a0a",
                    table="referrals_linkvisit",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnerlinkhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="65b11547c30aac477403709a45d9e7b7f339b3e3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5266c",
                    table="referrals_partnerlinkhistory",
                    when="BEFORE",
                ),
            ),
        ),
    ]
