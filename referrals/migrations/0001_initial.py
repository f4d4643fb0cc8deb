import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from agency.at_once import AtOnce


class Migration(AtOnce):
    initial = True

    dependencies = [
        ("families", "0001_initial"),
        ("goals", "0001_initial"),
        ("partners", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "records",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("names", "names and how to reach us"),
                                ("children", "children’s names and birth dates"),
                                ("address", "our address"),
                                ("language", "our language"),
                                ("need", "what we need help with"),
                                ("goals", "the goal this belongs to"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                        verbose_name="what may be shared",
                    ),
                ),
                ("purpose", models.CharField(max_length=300, verbose_name="why")),
                (
                    "partner_group",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("i", "Health, mental health, nutrition and prenatal care"),
                            ("ii", "Disability services, schools, preschool and child care"),
                            ("iii", "Family preservation and child protection"),
                            ("iv", "Libraries, museums and culture"),
                            ("v", "Income, work, learning and money"),
                            ("vi", "Housing and homelessness"),
                            ("vii", "Domestic violence"),
                            ("viii", "Other organizations and businesses"),
                        ],
                        max_length=4,
                        verbose_name="or with a group of partners",
                    ),
                ),
                ("given_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="signed on")),
                ("expires_on", models.DateField(verbose_name="ends on")),
                ("language", models.CharField(max_length=5, verbose_name="language of the text they read")),
                ("text_shown", models.TextField(editable=False)),
                ("text_hash", models.CharField(editable=False, max_length=64)),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("drawn", "signed on the screen"),
                            ("typed", "typed name, person known to staff"),
                            ("paper", "signed on paper"),
                        ],
                        default="typed",
                        max_length=10,
                        verbose_name="how",
                    ),
                ),
                ("strokes", models.JSONField(blank=True, null=True)),
                ("copy_given_on", models.DateField(blank=True, null=True, verbose_name="copy given on")),
                ("revoked_at", models.DateTimeField(editable=False, null=True)),
                ("revoked_note", models.CharField(blank=True, max_length=200, verbose_name="how they told us")),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="families.family"
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="partners.partner",
                        verbose_name="with whom",
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "signer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="families.familymember",
                        verbose_name="who signs",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "consent",
                "verbose_name_plural": "consents",
                "ordering": ["-given_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ConsentHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "records",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("names", "names and how to reach us"),
                                ("children", "children’s names and birth dates"),
                                ("address", "our address"),
                                ("language", "our language"),
                                ("need", "what we need help with"),
                                ("goals", "the goal this belongs to"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                        verbose_name="what may be shared",
                    ),
                ),
                ("purpose", models.CharField(max_length=300, verbose_name="why")),
                (
                    "partner_group",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("i", "Health, mental health, nutrition and prenatal care"),
                            ("ii", "Disability services, schools, preschool and child care"),
                            ("iii", "Family preservation and child protection"),
                            ("iv", "Libraries, museums and culture"),
                            ("v", "Income, work, learning and money"),
                            ("vi", "Housing and homelessness"),
                            ("vii", "Domestic violence"),
                            ("viii", "Other organizations and businesses"),
                        ],
                        max_length=4,
                        verbose_name="or with a group of partners",
                    ),
                ),
                ("given_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="signed on")),
                ("expires_on", models.DateField(verbose_name="ends on")),
                ("language", models.CharField(max_length=5, verbose_name="language of the text they read")),
                ("text_shown", models.TextField(editable=False)),
                ("text_hash", models.CharField(editable=False, max_length=64)),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("drawn", "signed on the screen"),
                            ("typed", "typed name, person known to staff"),
                            ("paper", "signed on paper"),
                        ],
                        default="typed",
                        max_length=10,
                        verbose_name="how",
                    ),
                ),
                ("strokes", models.JSONField(blank=True, null=True)),
                ("copy_given_on", models.DateField(blank=True, null=True, verbose_name="copy given on")),
                ("revoked_at", models.DateTimeField(editable=False, null=True)),
                ("revoked_note", models.CharField(blank=True, max_length=200, verbose_name="how they told us")),
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
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                        verbose_name="with whom",
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
                        to="referrals.consent",
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "signer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="families.familymember",
                        verbose_name="who signs",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Disclosure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("recipient", models.CharField(max_length=300)),
                ("what", models.JSONField(help_text="The fields that left, by name. Not their values.")),
                ("why", models.CharField(max_length=300)),
                (
                    "exception",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("b_school", "school of enrollment, after notice"),
                            ("c4_emergency", "health or safety emergency"),
                            ("c5_court", "court order or subpoena"),
                            ("c7_child_welfare", "caseworker of a child in foster care"),
                            ("c8_maltreatment", "report of suspected maltreatment"),
                        ],
                        max_length=20,
                    ),
                ),
                ("how", models.CharField(blank=True, max_length=20)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "consent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disclosures",
                        to="referrals.consent",
                    ),
                ),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="disclosures", to="families.family"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partners.partner"
                    ),
                ),
            ],
            options={
                "verbose_name": "disclosure",
                "verbose_name_plural": "disclosures",
                "ordering": ["-made_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Referral",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "state",
                    models.CharField(
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
                        ],
                        default="draft",
                        editable=False,
                        max_length=15,
                    ),
                ),
                ("reason", models.CharField(max_length=300, verbose_name="what we ask them for")),
                ("is_urgent", models.BooleanField(default=False, verbose_name="urgent")),
                (
                    "how_sent",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("phone", "by phone"),
                            ("letter", "by printed letter"),
                            ("fax", "by fax"),
                            ("in_person", "in person"),
                        ],
                        max_length=10,
                        verbose_name="how it goes there",
                    ),
                ),
                (
                    "handed_over_to",
                    models.CharField(blank=True, max_length=200, verbose_name="warm hand-off: who spoke with whom"),
                ),
                ("sent_on", models.DateField(editable=False, null=True)),
                ("appointment_on", models.DateField(blank=True, null=True, verbose_name="appointment on")),
                (
                    "need_met",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("partly", "partly"), ("no", "no")],
                        max_length=10,
                        verbose_name="is the need met",
                    ),
                ),
                (
                    "confirmed_by",
                    models.CharField(
                        blank=True,
                        choices=[("family", "the family"), ("partner", "the partner"), ("staff", "staff saw it")],
                        max_length=10,
                        verbose_name="who says so",
                    ),
                ),
                (
                    "satisfaction",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="how it was for the family, 1 to 5",
                    ),
                ),
                (
                    "barrier",
                    models.CharField(
                        blank=True,
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
                        verbose_name="what stood in the way",
                    ),
                ),
                ("closed_on", models.DateField(editable=False, null=True)),
                ("made_on", models.DateField(default=django.utils.timezone.localdate, editable=False)),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="families.familymember",
                        verbose_name="for whom",
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referrals",
                        to="referrals.consent",
                    ),
                ),
                (
                    "disclosure",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referral",
                        to="referrals.disclosure",
                    ),
                ),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="referrals", to="families.family"
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referrals",
                        to="goals.goal",
                        verbose_name="for this goal",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referrals",
                        to="families.need",
                        verbose_name="for this need",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referrals",
                        to="partners.service",
                        verbose_name="to",
                    ),
                ),
                (
                    "service_received",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referral",
                        to="families.servicereceived",
                    ),
                ),
            ],
            options={
                "verbose_name": "referral",
                "verbose_name_plural": "referrals",
                "ordering": ["-made_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ReferralEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "from_state",
                    models.CharField(
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
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
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
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[("staff", "our staff"), ("family", "the family"), ("partner", "the partner")],
                        default="staff",
                        max_length=10,
                        verbose_name="who told us",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="what they said")),
                ("happened_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="on")),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="events", to="referrals.referral"
                    ),
                ),
            ],
            options={
                "verbose_name": "event of a referral",
                "ordering": ["happened_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ReferralHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "state",
                    models.CharField(
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
                        ],
                        default="draft",
                        editable=False,
                        max_length=15,
                    ),
                ),
                ("reason", models.CharField(max_length=300, verbose_name="what we ask them for")),
                ("is_urgent", models.BooleanField(default=False, verbose_name="urgent")),
                (
                    "how_sent",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("phone", "by phone"),
                            ("letter", "by printed letter"),
                            ("fax", "by fax"),
                            ("in_person", "in person"),
                        ],
                        max_length=10,
                        verbose_name="how it goes there",
                    ),
                ),
                (
                    "handed_over_to",
                    models.CharField(blank=True, max_length=200, verbose_name="warm hand-off: who spoke with whom"),
                ),
                ("sent_on", models.DateField(editable=False, null=True)),
                ("appointment_on", models.DateField(blank=True, null=True, verbose_name="appointment on")),
                (
                    "need_met",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("partly", "partly"), ("no", "no")],
                        max_length=10,
                        verbose_name="is the need met",
                    ),
                ),
                (
                    "confirmed_by",
                    models.CharField(
                        blank=True,
                        choices=[("family", "the family"), ("partner", "the partner"), ("staff", "staff saw it")],
                        max_length=10,
                        verbose_name="who says so",
                    ),
                ),
                (
                    "satisfaction",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="how it was for the family, 1 to 5",
                    ),
                ),
                (
                    "barrier",
                    models.CharField(
                        blank=True,
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
                        verbose_name="what stood in the way",
                    ),
                ),
                ("closed_on", models.DateField(editable=False, null=True)),
                ("made_on", models.DateField(default=django.utils.timezone.localdate, editable=False)),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="families.familymember",
                        verbose_name="for whom",
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="referrals.consent",
                    ),
                ),
                (
                    "disclosure",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="referrals.disclosure",
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
                    "goal",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="goals.goal",
                        verbose_name="for this goal",
                    ),
                ),
                (
                    "made_by",
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
                    "need",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="families.need",
                        verbose_name="for this need",
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
                        to="referrals.referral",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.service",
                        verbose_name="to",
                    ),
                ),
                (
                    "service_received",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="families.servicereceived",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="consent",
            index=models.Index(
                condition=models.Q(("revoked_at", None)), fields=["family", "expires_on"], name="consents_in_force"
            ),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(("partner", None), ("partner_group", ""), _connector="XOR"),
                name="consent_names_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(("records", []), _negated=True), name="consent_names_records"
            ),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(("expires_on__gt", models.F("given_on"))),
                name="consent_ends_after_it_starts",
                violation_error_message="It would end before it begins.",
            ),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("revoked_at", None), ("revoked_by", None)),
                    models.Q(("revoked_at__isnull", False), ("revoked_by__isnull", False)),
                    _connector="OR",
                ),
                name="revoked_by_somebody",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_consenthistory" ("copy_given_on", "expires_on", "family_id", "given_on", "id", "language", "method", "partner_group", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "records", "revoked_at", "revoked_by_id", "revoked_note", "signer_id", "strokes", "taken_by_id", "text_hash", "text_shown") VALUES (OLD."copy_given_on", OLD."expires_on", OLD."family_id", OLD."given_on", OLD."id", OLD."language", OLD."method", OLD."partner_group", OLD."partner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."purpose", OLD."records", OLD."revoked_at", OLD."revoked_by_id", OLD."revoked_note", OLD."signer_id", OLD."strokes", OLD."taken_by_id", OLD."text_hash", OLD."text_shown"); RETURN NULL;',
                    hash="5b42a94e10a2e47b2fac92067118541727c47004",
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
                    func='INSERT INTO "referrals_consenthistory" ("copy_given_on", "expires_on", "family_id", "given_on", "id", "language", "method", "partner_group", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "records", "revoked_at", "revoked_by_id", "revoked_note", "signer_id", "strokes", "taken_by_id", "text_hash", "text_shown") VALUES (OLD."copy_given_on", OLD."expires_on", OLD."family_id", OLD."given_on", OLD."id", OLD."language", OLD."method", OLD."partner_group", OLD."partner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."purpose", OLD."records", OLD."revoked_at", OLD."revoked_by_id", OLD."revoked_note", OLD."signer_id", OLD."strokes", OLD."taken_by_id", OLD."text_hash", OLD."text_shown"); RETURN NULL;',
                    hash="6685630612f1a34e1fafb112a53cea2567949018",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_7d8eb",
                    table="referrals_consent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consenthistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c9738f3d20b08bb11a67f8f188a87776963dbd69",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9d8e4",
                    table="referrals_consenthistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="disclosure",
            index=models.Index(fields=["family", "-made_at"], name="disclosures_of_a_family"),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=models.CheckConstraint(
                condition=models.Q(("consent", None), ("exception", ""), _connector="XOR"),
                name="under_consent_or_exception",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disclosure",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="85742e2b1a01aaf1b361b1395b7d49c85f216308",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6badd",
                    table="referrals_disclosure",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="disclosure",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="37bc755d1f21b3fc7e4a9581fa71699022e5df16",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_b2d13",
                    table="referrals_disclosure",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "sent",
                            "acknowledged",
                            "accepted",
                            "waitlisted",
                            "needs_more",
                            "appointment",
                            "missed",
                            "attended",
                        ],
                    )
                ),
                fields=["family", "sent_on"],
                name="referrals_waiting",
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["draft", "informed", "withdrawn", "received", "completed", "not_received"]),
                    models.Q(("consent__isnull", False), ("sent_on__isnull", False), ("service__isnull", False)),
                    _connector="OR",
                ),
                name="sent_with_consent_and_service",
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["received", "completed"]), _negated=True),
                    ("service_received__isnull", False),
                    _connector="OR",
                ),
                name="received_with_its_service",
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "completed"), _negated=True),
                    models.Q(models.Q(("need_met", ""), _negated=True), models.Q(("confirmed_by", ""), _negated=True)),
                    _connector="OR",
                ),
                name="completed_with_an_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(("satisfaction", None), ("satisfaction__range", (1, 5)), _connector="OR"),
                name="satisfaction_in_range",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="35857267550cc3c61eb0a12704781a1f84845bee",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_0bcd2",
                    table="referrals_referral",
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
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{accepted:accepted,accepted:appointment,accepted:attended,accepted:needs_more,accepted:not_received,accepted:received,accepted:waitlisted,accepted:withdrawn,acknowledged:accepted,acknowledged:acknowledged,acknowledged:appointment,acknowledged:declined,acknowledged:needs_more,acknowledged:not_received,acknowledged:received,acknowledged:waitlisted,acknowledged:withdrawn,appointment:appointment,appointment:attended,appointment:missed,appointment:not_received,appointment:received,appointment:withdrawn,attended:attended,attended:not_received,attended:received,attended:withdrawn,completed:completed,declined:declined,declined:not_received,draft:draft,draft:informed,draft:sent,draft:withdrawn,informed:informed,informed:not_received,informed:received,informed:withdrawn,missed:appointment,missed:missed,missed:not_received,missed:received,missed:withdrawn,needs_more:accepted,needs_more:declined,needs_more:needs_more,needs_more:not_received,needs_more:received,needs_more:withdrawn,not_received:not_received,received:completed,received:received,sent:accepted,sent:acknowledged,sent:appointment,sent:declined,sent:needs_more,sent:not_received,sent:received,sent:sent,sent:waitlisted,sent:withdrawn,waitlisted:accepted,waitlisted:appointment,waitlisted:declined,waitlisted:not_received,waitlisted:received,waitlisted:waitlisted,waitlisted:withdrawn,withdrawn:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="91ce956ac10d0462b22fcb43448c7795c9c8f5b4",
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
                    func='INSERT INTO "referrals_referralhistory" ("about_id", "appointment_on", "barrier", "closed_on", "confirmed_by", "consent_id", "disclosure_id", "family_id", "goal_id", "handed_over_to", "how_sent", "id", "is_urgent", "made_by_id", "made_on", "need_id", "need_met", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "satisfaction", "sent_on", "service_id", "service_received_id", "state", "version") VALUES (OLD."about_id", OLD."appointment_on", OLD."barrier", OLD."closed_on", OLD."confirmed_by", OLD."consent_id", OLD."disclosure_id", OLD."family_id", OLD."goal_id", OLD."handed_over_to", OLD."how_sent", OLD."id", OLD."is_urgent", OLD."made_by_id", OLD."made_on", OLD."need_id", OLD."need_met", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."reason", OLD."satisfaction", OLD."sent_on", OLD."service_id", OLD."service_received_id", OLD."state", OLD."version"); RETURN NULL;',
                    hash="1c4c1a8ba94d2a8705f5a1b819c02bb0ea6ff33e",
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
                    func='INSERT INTO "referrals_referralhistory" ("about_id", "appointment_on", "barrier", "closed_on", "confirmed_by", "consent_id", "disclosure_id", "family_id", "goal_id", "handed_over_to", "how_sent", "id", "is_urgent", "made_by_id", "made_on", "need_id", "need_met", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "satisfaction", "sent_on", "service_id", "service_received_id", "state", "version") VALUES (OLD."about_id", OLD."appointment_on", OLD."barrier", OLD."closed_on", OLD."confirmed_by", OLD."consent_id", OLD."disclosure_id", OLD."family_id", OLD."goal_id", OLD."handed_over_to", OLD."how_sent", OLD."id", OLD."is_urgent", OLD."made_by_id", OLD."made_on", OLD."need_id", OLD."need_met", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reason", OLD."satisfaction", OLD."sent_on", OLD."service_id", OLD."service_received_id", OLD."state", OLD."version"); RETURN NULL;',
                    hash="98c9dca690451d61925be246e3de8bf35f5e4059",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_85139",
                    table="referrals_referral",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referralevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1a61dcd844caf3ca043cd5fc836a4fbfb5122b75",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d0304",
                    table="referrals_referralevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referralevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="c9999aa703142975e60afd1dbe7a3e3cb48a521c",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_95c92",
                    table="referrals_referralevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referralhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="32274b83fd32f9ccc41c11a8efa42a6dceee9e47",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5359a",
                    table="referrals_referralhistory",
                    when="BEFORE",
                ),
            ),
        ),
    ]
