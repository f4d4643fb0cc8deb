import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import agency.database
from agency.at_once import AtOnce


class Migration(AtOnce):
    initial = True

    dependencies = [
        ("families", "0003_hand_over"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Absence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="first day away")),
                ("ends_on", models.DateField(verbose_name="last day away")),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("leave", "on leave"),
                            ("sick", "sick"),
                            ("training", "in training"),
                            ("other", "away"),
                        ],
                        default="leave",
                        max_length=10,
                        verbose_name="why",
                    ),
                ),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                ("back_at", models.DateTimeField(editable=False, null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("covers", models.ManyToManyField(editable=False, related_name="+", to="families.assignment")),
                (
                    "worker",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="absences",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "absence",
                "verbose_name_plural": "absences",
                "ordering": ["-starts_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="AbsenceHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="first day away")),
                ("ends_on", models.DateField(verbose_name="last day away")),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("leave", "on leave"),
                            ("sick", "sick"),
                            ("training", "in training"),
                            ("other", "away"),
                        ],
                        default="leave",
                        max_length=10,
                        verbose_name="why",
                    ),
                ),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                ("back_at", models.DateTimeField(editable=False, null=True)),
                (
                    "added_by",
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
                        to="supervision.absence",
                    ),
                ),
                (
                    "worker",
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
            name="CaseFlag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("contact", "nobody seems to be in touch"),
                            ("next_step", "what comes next is not clear"),
                            ("safety", "somebody may not be safe"),
                            ("record", "something in the record looks wrong or is missing"),
                            ("strength", "good work, let us talk about it"),
                            ("other", "something else"),
                        ],
                        max_length=10,
                        verbose_name="what it is about",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("raised", "waits for an answer"), ("answered", "answered"), ("closed", "settled")],
                        default="raised",
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("raised_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("said_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "family",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="flags",
                        to="families.family",
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "flag on a record",
                "verbose_name_plural": "flags on a record",
                "ordering": ["-raised_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="CaseFlagHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("contact", "nobody seems to be in touch"),
                            ("next_step", "what comes next is not clear"),
                            ("safety", "somebody may not be safe"),
                            ("record", "something in the record looks wrong or is missing"),
                            ("strength", "good work, let us talk about it"),
                            ("other", "something else"),
                        ],
                        max_length=10,
                        verbose_name="what it is about",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("raised", "waits for an answer"), ("answered", "answered"), ("closed", "settled")],
                        default="raised",
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("raised_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("said_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "family",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
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
                        to="supervision.caseflag",
                    ),
                ),
                (
                    "raised_by",
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
            name="CaseloadCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField()),
                ("figure", models.CharField(max_length=20)),
                ("n", models.PositiveSmallIntegerField()),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "count of a caseload",
            },
        ),
        migrations.CreateModel(
            name="Consultation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("held_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="day")),
                (
                    "consulted",
                    models.CharField(
                        choices=[
                            ("supervisor", "the supervisor"),
                            ("mental_health", "the mental health consultant"),
                            ("child_welfare", "the child welfare agency"),
                            ("team", "several of our staff together"),
                            ("other", "somebody else"),
                        ],
                        default="supervisor",
                        max_length=15,
                        verbose_name="who was consulted",
                    ),
                ),
                ("people", models.CharField(blank=True, max_length=200, verbose_name="names")),
                ("decided", models.TextField(verbose_name="what was decided")),
                (
                    "family",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultations",
                        to="families.family",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "consultation about child welfare",
                "verbose_name_plural": "consultations about child welfare",
                "ordering": ["-held_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ConsultationHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("held_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="day")),
                (
                    "consulted",
                    models.CharField(
                        choices=[
                            ("supervisor", "the supervisor"),
                            ("mental_health", "the mental health consultant"),
                            ("child_welfare", "the child welfare agency"),
                            ("team", "several of our staff together"),
                            ("other", "somebody else"),
                        ],
                        default="supervisor",
                        max_length=15,
                        verbose_name="who was consulted",
                    ),
                ),
                ("people", models.CharField(blank=True, max_length=200, verbose_name="names")),
                ("decided", models.TextField(verbose_name="what was decided")),
                (
                    "family",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
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
                        to="supervision.consultation",
                    ),
                ),
                (
                    "recorded_by",
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
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("what", models.CharField(max_length=500, verbose_name="what we decided")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by")),
                ("done_on", models.DateField(editable=False, null=True, verbose_name="done on")),
                (
                    "done_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "family",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supervision_decisions",
                        to="families.family",
                        verbose_name="about which family",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who does it",
                    ),
                ),
            ],
            options={
                "verbose_name": "decision",
                "verbose_name_plural": "decisions",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="FlagEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("raised", "raised"),
                            ("answer", "answered"),
                            ("reopen", "asked again"),
                            ("close", "settled"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("said_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "flag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="supervision.caseflag"
                    ),
                ),
                (
                    "said_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "entry of a flag",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="HandOver",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "starts_on",
                    models.DateField(default=django.utils.timezone.localdate, verbose_name="the new worker starts"),
                ),
                ("why", models.CharField(blank=True, max_length=200, verbose_name="why")),
                (
                    "tells_families",
                    models.BooleanField(default=True, verbose_name="the worker tells each family first"),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("letters_at", models.DateTimeField(editable=False, null=True)),
                ("undone_at", models.DateTimeField(editable=False, null=True)),
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
                    "undone_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "hand-over",
                "verbose_name_plural": "hand-overs",
                "ordering": ["-starts_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Handed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "begun",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="families.assignment",
                    ),
                ),
                (
                    "ended",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="families.assignment",
                    ),
                ),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="families.family"
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "hand_over",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="families", to="supervision.handover"
                    ),
                ),
            ],
            options={
                "verbose_name": "family handed over",
            },
        ),
        migrations.CreateModel(
            name="HandOverHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "starts_on",
                    models.DateField(default=django.utils.timezone.localdate, verbose_name="the new worker starts"),
                ),
                ("why", models.CharField(blank=True, max_length=200, verbose_name="why")),
                (
                    "tells_families",
                    models.BooleanField(default=True, verbose_name="the worker tells each family first"),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("letters_at", models.DateTimeField(editable=False, null=True)),
                ("undone_at", models.DateTimeField(editable=False, null=True)),
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
                        to="supervision.handover",
                    ),
                ),
                (
                    "undone_by",
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
                    "worker",
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
            name="LoadWeight",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sign",
                    models.CharField(
                        choices=[
                            ("urgent", "an urgent need without a first step"),
                            ("deep", "a need that takes a lot of support"),
                            ("homeless", "no home of their own"),
                            ("child_welfare", "child welfare is involved"),
                            ("baby", "a baby, or one on the way"),
                            ("no_contact", "nobody has spoken with them lately"),
                        ],
                        max_length=20,
                        verbose_name="sign",
                    ),
                ),
                (
                    "weight",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=3,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="adds",
                    ),
                ),
                ("effective_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("set_at", models.DateTimeField(auto_now_add=True)),
                (
                    "set_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "weight of a sign",
                "verbose_name_plural": "weights of signs",
                "ordering": ["sign", "-effective_on"],
            },
        ),
        migrations.CreateModel(
            name="LoadWeightHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "sign",
                    models.CharField(
                        choices=[
                            ("urgent", "an urgent need without a first step"),
                            ("deep", "a need that takes a lot of support"),
                            ("homeless", "no home of their own"),
                            ("child_welfare", "child welfare is involved"),
                            ("baby", "a baby, or one on the way"),
                            ("no_contact", "nobody has spoken with them lately"),
                        ],
                        max_length=20,
                        verbose_name="sign",
                    ),
                ),
                (
                    "weight",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=3,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="adds",
                    ),
                ),
                ("effective_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("set_at", models.DateTimeField(auto_now_add=True)),
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
                        to="supervision.loadweight",
                    ),
                ),
                (
                    "set_by",
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
            name="Session",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("planned_on", models.DateField(verbose_name="day")),
                ("begins_at", models.TimeField(blank=True, null=True, verbose_name="time")),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="where")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("held", "held"),
                            ("signed", "held and signed by both"),
                            ("missed", "did not take place"),
                            ("moved", "moved to another day"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("why", models.CharField(blank=True, max_length=200, verbose_name="why it did not take place")),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="held on")),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(480),
                        ],
                        verbose_name="minutes",
                    ),
                ),
                ("training", models.TextField(blank=True, verbose_name="what would help to learn")),
                ("support", models.TextField(blank=True, verbose_name="support given")),
                ("worker_signed_at", models.DateTimeField(editable=False, null=True)),
                ("supervisor_signed_at", models.DateTimeField(editable=False, null=True)),
                (
                    "moved_from",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moved_to",
                        to="supervision.session",
                    ),
                ),
                (
                    "planned_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supervisor",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions_held",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "supervision session",
                "verbose_name_plural": "supervision sessions",
                "ordering": ["-planned_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ReflectionDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField()),
                ("saved_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "author",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="supervision.session",
                    ),
                ),
            ],
            options={
                "verbose_name": "reflection being written",
            },
        ),
        migrations.CreateModel(
            name="Reflection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField(verbose_name="reflection")),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "author",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supervisor",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="supervision.session",
                    ),
                ),
            ],
            options={
                "verbose_name": "reflection",
                "verbose_name_plural": "reflections",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="DecisionHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("what", models.CharField(max_length=500, verbose_name="what we decided")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by")),
                ("done_on", models.DateField(editable=False, null=True, verbose_name="done on")),
                (
                    "done_by",
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
                    "family",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="families.family",
                        verbose_name="about which family",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who does it",
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
                        to="supervision.decision",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supervision.session",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="decision",
            name="session",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="decisions",
                to="supervision.session",
            ),
        ),
        migrations.CreateModel(
            name="SessionHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("planned_on", models.DateField(verbose_name="day")),
                ("begins_at", models.TimeField(blank=True, null=True, verbose_name="time")),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="where")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("held", "held"),
                            ("signed", "held and signed by both"),
                            ("missed", "did not take place"),
                            ("moved", "moved to another day"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("why", models.CharField(blank=True, max_length=200, verbose_name="why it did not take place")),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="held on")),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(480),
                        ],
                        verbose_name="minutes",
                    ),
                ),
                ("training", models.TextField(blank=True, verbose_name="what would help to learn")),
                ("support", models.TextField(blank=True, verbose_name="support given")),
                ("worker_signed_at", models.DateTimeField(editable=False, null=True)),
                ("supervisor_signed_at", models.DateTimeField(editable=False, null=True)),
                (
                    "moved_from",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supervision.session",
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
                        to="supervision.session",
                    ),
                ),
                (
                    "planned_by",
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
                    "supervisor",
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
                    "worker",
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
            name="Topic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("words", models.TextField(blank=True, verbose_name="what I want to talk about")),
                ("is_looked_at", models.BooleanField(default=False, verbose_name="we talked about it")),
                (
                    "brought_by",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supervision_topics",
                        to="families.family",
                        verbose_name="family",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="topics",
                        to="supervision.session",
                    ),
                ),
            ],
            options={
                "verbose_name": "topic of a session",
                "verbose_name_plural": "topics of a session",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="TopicHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("words", models.TextField(blank=True, verbose_name="what I want to talk about")),
                ("is_looked_at", models.BooleanField(default=False, verbose_name="we talked about it")),
                (
                    "brought_by",
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
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="families.family",
                        verbose_name="family",
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
                        to="supervision.topic",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="supervision.session",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="absence",
            index=models.Index(fields=["worker", "-starts_on"], name="absences_of_a_worker"),
        ),
        migrations.AddIndex(
            model_name="caseflag",
            index=models.Index(fields=["family", "-raised_at"], name="flags_of_a_family"),
        ),
        migrations.AddIndex(
            model_name="caseflag",
            index=models.Index(
                condition=models.Q(("state__in", ("raised", "answered"))), fields=["family"], name="flags_waiting"
            ),
        ),
        migrations.AddIndex(
            model_name="consultation",
            index=models.Index(fields=["family", "-held_on"], name="consultations_of_a_family"),
        ),
        migrations.AddIndex(
            model_name="handover",
            index=models.Index(fields=["worker", "-starts_on"], name="hand_overs_of_a_worker"),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(fields=["worker", "-planned_on"], name="sessions_of_a_worker"),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(fields=["supervisor", "-planned_on"], name="sessions_of_a_supervisor"),
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(
                condition=models.Q(("done_on", None)), fields=["owner", "due_on"], name="decisions_to_do"
            ),
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(fields=["family", "-id"], name="decisions_of_a_family"),
        ),
        migrations.AddConstraint(
            model_name="absence",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                name="absence_ends_after_it_starts",
                violation_error_message="The last day cannot come before the first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="caseloadcount",
            constraint=models.UniqueConstraint(fields=("on", "worker", "figure"), name="counted_once_a_day"),
        ),
        migrations.AddConstraint(
            model_name="flagentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("act", "close"), models.Q(("words", ""), _negated=True), _connector="OR"),
                name="flag_entry_says_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("undone_at", None), ("undone_by", None)),
                    models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                    _connector="OR",
                ),
                name="hand_over_undone_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="handed",
            constraint=models.UniqueConstraint(fields=("hand_over", "family"), name="handed_over_once"),
        ),
        migrations.AddConstraint(
            model_name="loadweight",
            constraint=models.UniqueConstraint(fields=("sign", "effective_on"), name="one_weight_a_day"),
        ),
        migrations.AddConstraint(
            model_name="loadweight",
            constraint=models.CheckConstraint(condition=models.Q(("weight__range", (0, 5))), name="weight_up_to_five"),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(("worker", models.F("supervisor")), _negated=True), name="session_of_two_people"
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("held_on__isnull", False), ("minutes__range", (1, 480)), ("state__in", ("held", "signed"))
                    ),
                    models.Q(
                        models.Q(("state__in", ("held", "signed")), _negated=True), ("held_on", None), ("minutes", None)
                    ),
                    _connector="OR",
                ),
                name="held_session_says_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "signed"), _negated=True),
                    models.Q(("supervisor_signed_at__isnull", False), ("worker_signed_at__isnull", False)),
                    _connector="OR",
                ),
                name="signed_session_has_both_names",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "planned")),
                fields=("worker", "supervisor", "planned_on"),
                name="planned_once_a_day",
                violation_error_message="A session is planned on this day already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="reflectiondraft",
            constraint=agency.database.OnlyPeopleNamed(
                name="reflection_draft_of_one", reads=("author",), writes="author"
            ),
        ),
        migrations.AddConstraint(
            model_name="reflectiondraft",
            constraint=models.UniqueConstraint(fields=("session", "author"), name="one_reflection_draft_each"),
        ),
        migrations.AddConstraint(
            model_name="reflection",
            constraint=agency.database.OnlyPeopleNamed(
                name="reflection_between_two", reads=("worker", "supervisor"), writes="author"
            ),
        ),
        migrations.AddConstraint(
            model_name="reflection",
            constraint=models.UniqueConstraint(fields=("session", "author"), name="one_reflection_each"),
        ),
        migrations.AddConstraint(
            model_name="reflection",
            constraint=models.CheckConstraint(
                condition=models.Q(("author", models.F("worker")), ("author", models.F("supervisor")), _connector="OR"),
                name="reflection_of_one_of_the_two",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_on", None), ("owner__isnull", False), _connector="OR"),
                name="dated_decision_has_an_owner",
                violation_error_message="Say who does it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_by", None), ("done_on", None)),
                    models.Q(("done_by__isnull", False), ("done_on__isnull", False)),
                    _connector="OR",
                ),
                name="decision_done_on_and_by_together",
            ),
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.CheckConstraint(
                condition=models.Q(("family__isnull", False), models.Q(("words", ""), _negated=True), _connector="OR"),
                name="topic_says_something",
                violation_error_message="Choose a family or write a question.",
            ),
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.UniqueConstraint(
                fields=("session", "family"),
                name="family_once_a_session",
                violation_error_message="This family is on the list already.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absence",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supervision_absencehistory" ("added_at", "added_by_id", "back_at", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "why", "worker_id") VALUES (OLD."added_at", OLD."added_by_id", OLD."back_at", OLD."ends_on", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."starts_on", OLD."why", OLD."worker_id"); RETURN NULL;',
                    hash="87abde4e003084536dd114a99edff475f9e5866c",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_b6eb6",
                    table="supervision_absence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absence",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supervision_absencehistory" ("added_at", "added_by_id", "back_at", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "why", "worker_id") VALUES (OLD."added_at", OLD."added_by_id", OLD."back_at", OLD."ends_on", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."starts_on", OLD."why", OLD."worker_id"); RETURN NULL;',
                    hash="98aa7c9d8f476dd96b5217c38f7eb7fd4d75860b",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_d9771",
                    table="supervision_absence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="absencehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="cca8b5622c712240d536b6f208d7f5eb0558e2d2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_31583",
                    table="supervision_absencehistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseflag",
            trigger=pgtrigger.compiler.Trigger(
                name="moves_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{answered:answered,answered:closed,answered:raised,closed:closed,closed:raised,raised:answered,raised:closed,raised:raised}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="1eeaa5b29a827e3a35c4a4a58d6e61afa9439a85",
                    operation="UPDATE",
                    pgid="pgtrigger_moves_only_82d2a",
                    table="supervision_caseflag",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseflag",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supervision_caseflaghistory" ("family_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "reason", "said_at", "state") VALUES (OLD."family_id", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."raised_at", OLD."raised_by_id", OLD."reason", OLD."said_at", OLD."state"); RETURN NULL;',
                    hash="3ea308381534ed5f3270c67d8f0b5cbf26946f4f",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_b1bbb",
                    table="supervision_caseflag",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseflag",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supervision_caseflaghistory" ("family_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "reason", "said_at", "state") VALUES (OLD."family_id", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."raised_at", OLD."raised_by_id", OLD."reason", OLD."said_at", OLD."state"); RETURN NULL;',
                    hash="c814380a38a7a5c5ffc0d85ff733e4e2ea77a707",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_76aa8",
                    table="supervision_caseflag",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseflaghistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d16df6142468ee205669ae94307f9c0d27382156",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6dea4",
                    table="supervision_caseflaghistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseloadcount",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8d1640db5da82df31784cd27711dd436eeafe673",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_00878",
                    table="supervision_caseloadcount",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseloadcount",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="f929d45f98f4cdbe3138ea1990e57406614d86e5",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_ae04c",
                    table="supervision_caseloadcount",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="1e543b184171ae2932a2f7355f405a2c9a11669e",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_1d20b",
                    table="supervision_consultation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supervision_consultationhistory" ("consulted", "decided", "family_id", "held_on", "id", "people", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "version") VALUES (OLD."consulted", OLD."decided", OLD."family_id", OLD."held_on", OLD."id", OLD."people", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."recorded_by_id", OLD."version"); RETURN NULL;',
                    hash="2c18de11dd7b3c9b10bbbcd1cf217859210d83c6",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_1fb3e",
                    table="supervision_consultation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultation",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supervision_consultationhistory" ("consulted", "decided", "family_id", "held_on", "id", "people", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "version") VALUES (OLD."consulted", OLD."decided", OLD."family_id", OLD."held_on", OLD."id", OLD."people", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."recorded_by_id", OLD."version"); RETURN NULL;',
                    hash="ee690e9b1c3e17f442b741b1df5d4c3a583e00f8",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_d09ac",
                    table="supervision_consultation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consultationhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="75bc0793350a8391663e9521cbfa3bea31186932",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d80d2",
                    table="supervision_consultationhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="flagentry",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a95051dae58b21f851ea6a1b1463114acf7b0b41",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8db1b",
                    table="supervision_flagentry",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="flagentry",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="7108e7fdb7ea6643a40fb803368af0c310f9030e",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_2fe8f",
                    table="supervision_flagentry",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="handover",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supervision_handoverhistory" ("id", "letters_at", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "tells_families", "undone_at", "undone_by_id", "why", "worker_id") VALUES (OLD."id", OLD."letters_at", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."starts_on", OLD."tells_families", OLD."undone_at", OLD."undone_by_id", OLD."why", OLD."worker_id"); RETURN NULL;',
                    hash="a1a60334bfd1554c3c88aefd6a6cc3ebea59bdac",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_279b3",
                    table="supervision_handover",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="handover",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supervision_handoverhistory" ("id", "letters_at", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "tells_families", "undone_at", "undone_by_id", "why", "worker_id") VALUES (OLD."id", OLD."letters_at", OLD."made_at", OLD."made_by_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."starts_on", OLD."tells_families", OLD."undone_at", OLD."undone_by_id", OLD."why", OLD."worker_id"); RETURN NULL;',
                    hash="c83f06301a3a8ff10e102dcaf36c179fcdc521ca",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_f6e29",
                    table="supervision_handover",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="handoverhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e12939746370a3f12792039ddee6d1c1854c252d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_77dd7",
                    table="supervision_handoverhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="loadweight",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supervision_loadweighthistory" ("effective_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_at", "set_by_id", "sign", "weight") VALUES (OLD."effective_on", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."set_at", OLD."set_by_id", OLD."sign", OLD."weight"); RETURN NULL;',
                    hash="5cebf68d9f6cc69fb77a6558aef73976d38f50b0",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_08b36",
                    table="supervision_loadweight",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="loadweight",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supervision_loadweighthistory" ("effective_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_at", "set_by_id", "sign", "weight") VALUES (OLD."effective_on", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."set_at", OLD."set_by_id", OLD."sign", OLD."weight"); RETURN NULL;',
                    hash="700d44f859f655a73c9445e86c9d918e2fc113c8",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_dd941",
                    table="supervision_loadweight",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="loadweighthistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bc4233fad46343c272b89dcf94c84348310003f8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7bb99",
                    table="supervision_loadweighthistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="moves_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{held:held,held:signed,missed:missed,moved:moved,planned:held,planned:missed,planned:moved,planned:planned,signed:signed}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="c09d2553a0bd34a335933659497880b363237de9",
                    operation="UPDATE",
                    pgid="pgtrigger_moves_only_c398b",
                    table="supervision_session",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="fa9f5a881415a88c54f43bcb590bfb8c135e0dcf",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_90227",
                    table="supervision_session",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="same_two_people",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."worker_id" IS DISTINCT FROM (NEW."worker_id") OR OLD."supervisor_id" IS DISTINCT FROM (NEW."supervisor_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="929f4c2295b2813555da49adde60beacbb253b8b",
                    operation="UPDATE",
                    pgid="pgtrigger_same_two_people_b749f",
                    table="supervision_session",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen_when_signed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"state\" = 'signed')",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ce02f99409d64527bfd68cca22a1cdfa6777f7b9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_frozen_when_signed_a0bf7",
                    table="supervision_session",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supervision_sessionhistory" ("begins_at", "held_on", "id", "minutes", "moved_from_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_by_id", "planned_on", "state", "supervisor_id", "supervisor_signed_at", "support", "training", "version", "why", "worker_id", "worker_signed_at") VALUES (OLD."begins_at", OLD."held_on", OLD."id", OLD."minutes", OLD."moved_from_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."place", OLD."planned_by_id", OLD."planned_on", OLD."state", OLD."supervisor_id", OLD."supervisor_signed_at", OLD."support", OLD."training", OLD."version", OLD."why", OLD."worker_id", OLD."worker_signed_at"); RETURN NULL;',
                    hash="0b6cfa6b491c0053f029d5362aab85517ff29624",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_c32be",
                    table="supervision_session",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supervision_sessionhistory" ("begins_at", "held_on", "id", "minutes", "moved_from_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_by_id", "planned_on", "state", "supervisor_id", "supervisor_signed_at", "support", "training", "version", "why", "worker_id", "worker_signed_at") VALUES (OLD."begins_at", OLD."held_on", OLD."id", OLD."minutes", OLD."moved_from_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."place", OLD."planned_by_id", OLD."planned_on", OLD."state", OLD."supervisor_id", OLD."supervisor_signed_at", OLD."support", OLD."training", OLD."version", OLD."why", OLD."worker_id", OLD."worker_signed_at"); RETURN NULL;',
                    hash="50bdeb5b4ce7ed3dc26c789b4af02b77e29b6200",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_ea3d3",
                    table="supervision_session",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reflection",
            trigger=pgtrigger.compiler.Trigger(
                name="same_people",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."session_id" IS DISTINCT FROM (NEW."session_id") OR OLD."worker_id" IS DISTINCT FROM (NEW."worker_id") OR OLD."supervisor_id" IS DISTINCT FROM (NEW."supervisor_id") OR OLD."author_id" IS DISTINCT FROM (NEW."author_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="0fd7e3311c0868b5fae06acd0f279b8ecf7dc983",
                    operation="UPDATE",
                    pgid="pgtrigger_same_people_09f85",
                    table="supervision_reflection",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reflection",
            trigger=pgtrigger.compiler.Trigger(
                name="people_of_the_session",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (\n                        SELECT FROM supervision_session WHERE id = NEW.session_id\n                        AND worker_id = NEW.worker_id AND supervisor_id = NEW.supervisor_id\n                    ) THEN\n                        RAISE EXCEPTION 'pgtrigger: Cannot keep a reflection of other people than the session''s';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="fe08aaa838e140dc98c2a989029898ccf27983b5",
                    operation="INSERT",
                    pgid="pgtrigger_people_of_the_session_bc690",
                    table="supervision_reflection",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="60305316497bd7ab733f4b68ac75b9e558ca3357",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_dba4b",
                    table="supervision_decisionhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="abfb05f2846ad7cb6c898bf44c2e9cb5de0ca5bc",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_943c9",
                    table="supervision_decision",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen_with_session",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM supervision_session WHERE id = coalesce(NEW.session_id, OLD.session_id) AND state = 'signed'\n    ) AND (TG_OP <> 'UPDATE' OR ROW(NEW.what, NEW.owner_id, NEW.due_on) IS DISTINCT FROM ROW(OLD.what, OLD.owner_id, OLD.due_on)) THEN\n        RAISE EXCEPTION 'pgtrigger: Cannot change % of a signed session', TG_TABLE_NAME;\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n",
                    hash="628e8d4b2e37bd800fbb7a6ce0889a7c8d1f2832",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_frozen_with_session_9683d",
                    table="supervision_decision",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supervision_decisionhistory" ("done_by_id", "done_on", "due_on", "family_id", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "version", "what") VALUES (OLD."done_by_id", OLD."done_on", OLD."due_on", OLD."family_id", OLD."id", OLD."owner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."session_id", OLD."version", OLD."what"); RETURN NULL;',
                    hash="16ea9a8be2d5b91052b017dc43ebc236183fa1d2",
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
                    func='INSERT INTO "supervision_decisionhistory" ("done_by_id", "done_on", "due_on", "family_id", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "version", "what") VALUES (OLD."done_by_id", OLD."done_on", OLD."due_on", OLD."family_id", OLD."id", OLD."owner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."session_id", OLD."version", OLD."what"); RETURN NULL;',
                    hash="1e0acc1c80ded32310aef716c0daf8394c79d24d",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_02eff",
                    table="supervision_decision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sessionhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4ce278a3a43a093fe12d73e88ba512459d6065d2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f3f02",
                    table="supervision_sessionhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="topic",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="a1765009b4b9faf364c39a2ddff37698eed7d021",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_a78ea",
                    table="supervision_topic",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="topic",
            trigger=pgtrigger.compiler.Trigger(
                name="frozen_with_session",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM supervision_session WHERE id = coalesce(NEW.session_id, OLD.session_id) AND state = 'signed'\n    ) AND (TG_OP <> 'UPDATE' OR ROW(NEW.words, NEW.is_looked_at, NEW.brought_by_id) IS DISTINCT FROM ROW(OLD.words, OLD.is_looked_at, OLD.brought_by_id)) THEN\n        RAISE EXCEPTION 'pgtrigger: Cannot change % of a signed session', TG_TABLE_NAME;\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n",
                    hash="f5fefe53a72a913f5ea6f2c7c92d9b8a8efb5697",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_frozen_with_session_91a67",
                    table="supervision_topic",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="topic",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "supervision_topichistory" ("brought_by_id", "family_id", "id", "is_looked_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "version", "words") VALUES (OLD."brought_by_id", OLD."family_id", OLD."id", OLD."is_looked_at", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."session_id", OLD."version", OLD."words"); RETURN NULL;',
                    hash="ff27d18d80507344c34a172f6e234fca745ad528",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_25fb4",
                    table="supervision_topic",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="topic",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "supervision_topichistory" ("brought_by_id", "family_id", "id", "is_looked_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "version", "words") VALUES (OLD."brought_by_id", OLD."family_id", OLD."id", OLD."is_looked_at", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."session_id", OLD."version", OLD."words"); RETURN NULL;',
                    hash="771b338bab1c7163d693ef3175abf5630e5f1acc",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_18b5f",
                    table="supervision_topic",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="topichistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c9ae3a392d577a2f1710a07510fa099cdda2ab2c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_53a15",
                    table="supervision_topichistory",
                    when="BEFORE",
                ),
            ),
        ),
    ]
