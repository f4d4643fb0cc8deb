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
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Celebration",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=300, verbose_name="what there is to celebrate")),
                ("wish", models.CharField(blank=True, max_length=200, verbose_name="how the family wants it marked")),
                ("noticed_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="since")),
                ("marked_on", models.DateField(blank=True, null=True, verbose_name="marked on")),
                (
                    "may_be_told",
                    models.BooleanField(
                        default=False, verbose_name="the family agrees that the program tells the story"
                    ),
                ),
                (
                    "added_by",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="celebrations", to="families.family"
                    ),
                ),
            ],
            options={
                "verbose_name": "celebration",
                "verbose_name_plural": "celebrations",
                "ordering": ["-noticed_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "being written"),
                            ("active", "being worked on"),
                            ("on_hold", "on hold"),
                            ("achieved", "reached"),
                            ("partly", "reached in part"),
                            ("no_longer", "no longer what they want"),
                            ("left", "the family left the program"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("family_words", models.TextField(verbose_name="what they want, in their words")),
                (
                    "statement",
                    models.CharField(
                        blank=True,
                        help_text="One sentence one can see come true, with a day.",
                        max_length=300,
                        verbose_name="how we will know",
                    ),
                ),
                (
                    "whose",
                    models.CharField(
                        choices=[
                            ("child", "about a child"),
                            ("adult", "about a parent"),
                            ("family", "about the whole family"),
                        ],
                        default="family",
                        max_length=10,
                        verbose_name="whose goal",
                    ),
                ),
                ("why", models.TextField(blank=True, verbose_name="why it matters to them")),
                (
                    "outcomes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(
                            choices=[
                                (1, "Family well-being"),
                                (2, "Positive parent-child relationships"),
                                (3, "Families as lifelong educators"),
                                (4, "Families as learners"),
                                (5, "Family engagement in transitions"),
                                (6, "Family connections to peers and community"),
                                (7, "Families as advocates and leaders"),
                            ]
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="family outcomes it serves",
                    ),
                ),
                ("family_skills", models.TextField(blank=True, verbose_name="what they can do already")),
                ("staff_skills", models.TextField(blank=True, verbose_name="what we can do")),
                ("strengths", models.TextField(blank=True, verbose_name="what helps them")),
                ("stressors", models.TextField(blank=True, verbose_name="what gets in the way")),
                ("target_on", models.DateField(blank=True, null=True, verbose_name="by when")),
                (
                    "confidence",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="how sure they feel, 1 to 5",
                    ),
                ),
                ("check_in", models.CharField(blank=True, max_length=100, verbose_name="how often we talk about it")),
                (
                    "is_shared_with_team",
                    models.BooleanField(default=False, verbose_name="the family’s team may see this goal"),
                ),
                (
                    "resume_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="take it up again on"),
                ),
                (
                    "set_on",
                    models.DateField(default=django.utils.timezone.localdate, editable=False, verbose_name="set on"),
                ),
                ("ended_on", models.DateField(editable=False, null=True)),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="families.familymember",
                        verbose_name="about whom",
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "continues",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="continued_by",
                        to="goals.goal",
                    ),
                ),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="goals", to="families.family"
                    ),
                ),
                (
                    "needs",
                    models.ManyToManyField(
                        blank=True, related_name="goals", to="families.need", verbose_name="needs it answers"
                    ),
                ),
            ],
            options={
                "verbose_name": "goal",
                "verbose_name_plural": "goals",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="CelebrationHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("what", models.CharField(max_length=300, verbose_name="what there is to celebrate")),
                ("wish", models.CharField(blank=True, max_length=200, verbose_name="how the family wants it marked")),
                ("noticed_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="since")),
                ("marked_on", models.DateField(blank=True, null=True, verbose_name="marked on")),
                (
                    "may_be_told",
                    models.BooleanField(
                        default=False, verbose_name="the family agrees that the program tells the story"
                    ),
                ),
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
                        to="goals.celebration",
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
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="celebration",
            name="goal",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="celebrations",
                to="goals.goal",
            ),
        ),
        migrations.CreateModel(
            name="GoalStatusChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "from_state",
                    models.CharField(
                        choices=[
                            ("draft", "being written"),
                            ("active", "being worked on"),
                            ("on_hold", "on hold"),
                            ("achieved", "reached"),
                            ("partly", "reached in part"),
                            ("no_longer", "no longer what they want"),
                            ("left", "the family left the program"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("draft", "being written"),
                            ("active", "being worked on"),
                            ("on_hold", "on hold"),
                            ("achieved", "reached"),
                            ("partly", "reached in part"),
                            ("no_longer", "no longer what they want"),
                            ("left", "the family left the program"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("changed_on", models.DateField(default=django.utils.timezone.localdate)),
                ("changed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="status_changes", to="goals.goal"
                    ),
                ),
            ],
            options={
                "verbose_name": "change of a goal's state",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="GoalStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("what", models.CharField(max_length=300, verbose_name="what")),
                (
                    "owner",
                    models.CharField(
                        choices=[("family", "the family"), ("staff", "we"), ("partner", "a partner")],
                        default="family",
                        max_length=10,
                        verbose_name="who does it",
                    ),
                ),
                ("owner_name", models.CharField(blank=True, max_length=100, verbose_name="name")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("blocked_by", models.CharField(blank=True, max_length=300, verbose_name="what holds it up")),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="goals.goal"
                    ),
                ),
            ],
            options={
                "verbose_name": "step",
                "verbose_name_plural": "steps",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="GoalStepHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("what", models.CharField(max_length=300, verbose_name="what")),
                (
                    "owner",
                    models.CharField(
                        choices=[("family", "the family"), ("staff", "we"), ("partner", "a partner")],
                        default="family",
                        max_length=10,
                        verbose_name="who does it",
                    ),
                ),
                ("owner_name", models.CharField(blank=True, max_length=100, verbose_name="name")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("blocked_by", models.CharField(blank=True, max_length=300, verbose_name="what holds it up")),
                (
                    "goal",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="goals.goal",
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
                        to="goals.goalstep",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GoalSupport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "somebody they know"),
                            ("program", "our program"),
                            ("partner", "a partner"),
                        ],
                        default="person",
                        max_length=10,
                        verbose_name="from",
                    ),
                ),
                ("what", models.CharField(max_length=200, verbose_name="who or what")),
                ("until_then", models.CharField(blank=True, max_length=200, verbose_name="until it starts")),
                ("cost", models.CharField(blank=True, max_length=100, verbose_name="what it costs")),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="supports", to="goals.goal"
                    ),
                ),
            ],
            options={
                "verbose_name": "support",
                "verbose_name_plural": "supports",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="GoalSupportHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "somebody they know"),
                            ("program", "our program"),
                            ("partner", "a partner"),
                        ],
                        default="person",
                        max_length=10,
                        verbose_name="from",
                    ),
                ),
                ("what", models.CharField(max_length=200, verbose_name="who or what")),
                ("until_then", models.CharField(blank=True, max_length=200, verbose_name="until it starts")),
                ("cost", models.CharField(blank=True, max_length=100, verbose_name="what it costs")),
                (
                    "goal",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="goals.goal",
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
                        to="goals.goalsupport",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PartnershipAgreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("offered", "offered"),
                            ("accepted", "being written together"),
                            ("not_ready", "not now, ask again later"),
                            ("declined", "not wanted, by their choice"),
                            ("signed", "signed"),
                            ("revising", "being revised together"),
                            ("closed", "closed"),
                        ],
                        default="offered",
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("offered_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="offered on")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="they answered on")),
                ("reoffer_on", models.DateField(blank=True, null=True, verbose_name="ask again on")),
                ("their_words", models.TextField(blank=True, verbose_name="what they said")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="agreements", to="families.family"
                    ),
                ),
                (
                    "offered_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "partnership agreement",
                "verbose_name_plural": "partnership agreements",
                "ordering": ["-offered_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="GoalHistory",
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
                            ("draft", "being written"),
                            ("active", "being worked on"),
                            ("on_hold", "on hold"),
                            ("achieved", "reached"),
                            ("partly", "reached in part"),
                            ("no_longer", "no longer what they want"),
                            ("left", "the family left the program"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("family_words", models.TextField(verbose_name="what they want, in their words")),
                (
                    "statement",
                    models.CharField(
                        blank=True,
                        help_text="One sentence one can see come true, with a day.",
                        max_length=300,
                        verbose_name="how we will know",
                    ),
                ),
                (
                    "whose",
                    models.CharField(
                        choices=[
                            ("child", "about a child"),
                            ("adult", "about a parent"),
                            ("family", "about the whole family"),
                        ],
                        default="family",
                        max_length=10,
                        verbose_name="whose goal",
                    ),
                ),
                ("why", models.TextField(blank=True, verbose_name="why it matters to them")),
                (
                    "outcomes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(
                            choices=[
                                (1, "Family well-being"),
                                (2, "Positive parent-child relationships"),
                                (3, "Families as lifelong educators"),
                                (4, "Families as learners"),
                                (5, "Family engagement in transitions"),
                                (6, "Family connections to peers and community"),
                                (7, "Families as advocates and leaders"),
                            ]
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="family outcomes it serves",
                    ),
                ),
                ("family_skills", models.TextField(blank=True, verbose_name="what they can do already")),
                ("staff_skills", models.TextField(blank=True, verbose_name="what we can do")),
                ("strengths", models.TextField(blank=True, verbose_name="what helps them")),
                ("stressors", models.TextField(blank=True, verbose_name="what gets in the way")),
                ("target_on", models.DateField(blank=True, null=True, verbose_name="by when")),
                (
                    "confidence",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="how sure they feel, 1 to 5",
                    ),
                ),
                ("check_in", models.CharField(blank=True, max_length=100, verbose_name="how often we talk about it")),
                (
                    "is_shared_with_team",
                    models.BooleanField(default=False, verbose_name="the family’s team may see this goal"),
                ),
                (
                    "resume_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="take it up again on"),
                ),
                (
                    "set_on",
                    models.DateField(default=django.utils.timezone.localdate, editable=False, verbose_name="set on"),
                ),
                ("ended_on", models.DateField(editable=False, null=True)),
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
                        verbose_name="about whom",
                    ),
                ),
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
                    "continues",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="goals.goal",
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
                        to="goals.goal",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="goals.partnershipagreement",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="goal",
            name="agreement",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="goals",
                to="goals.partnershipagreement",
            ),
        ),
        migrations.CreateModel(
            name="AgreementVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("language", models.CharField(max_length=5)),
                ("content", models.JSONField()),
                ("content_hash", models.CharField(max_length=64)),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("frozen_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "frozen_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="goals.partnershipagreement",
                    ),
                ),
            ],
            options={
                "verbose_name": "signed version",
                "ordering": ["-number"],
            },
        ),
        migrations.CreateModel(
            name="PartnershipAgreementHistory",
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
                            ("offered", "offered"),
                            ("accepted", "being written together"),
                            ("not_ready", "not now, ask again later"),
                            ("declined", "not wanted, by their choice"),
                            ("signed", "signed"),
                            ("revising", "being revised together"),
                            ("closed", "closed"),
                        ],
                        default="offered",
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("offered_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="offered on")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="they answered on")),
                ("reoffer_on", models.DateField(blank=True, null=True, verbose_name="ask again on")),
                ("their_words", models.TextField(blank=True, verbose_name="what they said")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
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
                    "offered_by",
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
                        to="goals.partnershipagreement",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProgressNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("happened_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="when")),
                (
                    "contact",
                    models.CharField(
                        choices=[
                            ("home_visit", "home visit"),
                            ("center", "at the center"),
                            ("phone", "phone"),
                            ("text", "text message"),
                            ("video", "video call"),
                            ("community", "somewhere else"),
                            ("no_answer", "tried, nobody answered"),
                            ("office", "nobody contacted, for the record"),
                        ],
                        default="phone",
                        max_length=12,
                        verbose_name="how",
                    ),
                ),
                (
                    "language",
                    models.CharField(
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
                        max_length=5,
                        verbose_name="language",
                    ),
                ),
                ("with_interpreter", models.BooleanField(default=False, verbose_name="with an interpreter")),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="minutes")),
                ("text", models.TextField(verbose_name="what happened")),
                (
                    "visibility",
                    models.CharField(
                        choices=[
                            ("general", "Family service staff"),
                            ("team", "The family’s whole team"),
                            ("restricted", "Restricted"),
                        ],
                        default="general",
                        max_length=10,
                        verbose_name="who may read it",
                    ),
                ),
                ("next_step", models.CharField(blank=True, max_length=200, verbose_name="what comes next")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="on")),
                ("next_done_on", models.DateField(editable=False, null=True)),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="notes", to="families.family"
                    ),
                ),
                (
                    "present",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="families.familymember", verbose_name="who was there"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "note",
                "verbose_name_plural": "notes",
                "ordering": ["-happened_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="GoalTouched",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "moved",
                    models.CharField(
                        choices=[("forward", "forward"), ("same", "the same"), ("back", "back a little")],
                        default="same",
                        max_length=10,
                        verbose_name="how far it moved",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="touches", to="goals.goal"
                    ),
                ),
                (
                    "note",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="goals_touched",
                        to="goals.progressnote",
                    ),
                ),
            ],
            options={
                "verbose_name": "goal touched by a note",
            },
        ),
        migrations.CreateModel(
            name="ProgressNoteHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("happened_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="when")),
                (
                    "contact",
                    models.CharField(
                        choices=[
                            ("home_visit", "home visit"),
                            ("center", "at the center"),
                            ("phone", "phone"),
                            ("text", "text message"),
                            ("video", "video call"),
                            ("community", "somewhere else"),
                            ("no_answer", "tried, nobody answered"),
                            ("office", "nobody contacted, for the record"),
                        ],
                        default="phone",
                        max_length=12,
                        verbose_name="how",
                    ),
                ),
                (
                    "language",
                    models.CharField(
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
                        max_length=5,
                        verbose_name="language",
                    ),
                ),
                ("with_interpreter", models.BooleanField(default=False, verbose_name="with an interpreter")),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="minutes")),
                ("text", models.TextField(verbose_name="what happened")),
                (
                    "visibility",
                    models.CharField(
                        choices=[
                            ("general", "Family service staff"),
                            ("team", "The family’s whole team"),
                            ("restricted", "Restricted"),
                        ],
                        default="general",
                        max_length=10,
                        verbose_name="who may read it",
                    ),
                ),
                ("next_step", models.CharField(blank=True, max_length=200, verbose_name="what comes next")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="on")),
                ("next_done_on", models.DateField(editable=False, null=True)),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
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
                        to="goals.progressnote",
                    ),
                ),
                (
                    "written_by",
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
            name="Review",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("held_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="held on")),
                (
                    "language",
                    models.CharField(
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
                        max_length=5,
                        verbose_name="language",
                    ),
                ),
                ("parent_comment", models.TextField(blank=True, verbose_name="what the parents say")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="next review on")),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="families.family"
                    ),
                ),
                (
                    "held_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "present",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="families.familymember", verbose_name="who was there"
                    ),
                ),
            ],
            options={
                "verbose_name": "review",
                "verbose_name_plural": "reviews",
                "ordering": ["-held_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ReviewDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("continue", "go on as we are"),
                            ("change", "change the goal or its steps"),
                            ("achieve", "they reached it"),
                            ("achieve_partly", "reached in part, and that is enough"),
                            ("hold", "put it on hold"),
                            ("set_aside", "no longer what they want"),
                        ],
                        max_length=15,
                        verbose_name="decision",
                    ),
                ),
                ("comment", models.CharField(blank=True, max_length=300, verbose_name="why, or what changes")),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="goals.goal"
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="goals.review"
                    ),
                ),
            ],
            options={
                "verbose_name": "decision about a goal",
            },
        ),
        migrations.CreateModel(
            name="ReviewHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("held_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="held on")),
                (
                    "language",
                    models.CharField(
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
                        max_length=5,
                        verbose_name="language",
                    ),
                ),
                ("parent_comment", models.TextField(blank=True, verbose_name="what the parents say")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="next review on")),
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
                    "held_by",
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
                        to="goals.review",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("signer_name", models.CharField(max_length=200)),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("drawn", "signed on the screen"),
                            ("typed", "typed name, person known to staff"),
                            ("paper", "signed on paper"),
                            ("verbal", "said yes, with a witness"),
                        ],
                        max_length=10,
                        verbose_name="how",
                    ),
                ),
                ("strokes", models.JSONField(help_text="The drawn line, as points.", null=True)),
                ("witness", models.CharField(blank=True, max_length=200, verbose_name="witness")),
                ("signed_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "agreement_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="goals.agreementversion",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="families.familymember",
                    ),
                ),
                (
                    "staff",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "signature",
                "ordering": ["pk"],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="celebrationhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4f50a701ed09f839bdfca36b39b2e6c8d44a5128",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b257c",
                    table="goals_celebrationhistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="celebration",
            index=models.Index(fields=["family", "-noticed_on"], name="celebrations_of_a_family"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="celebration",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_celebrationhistory" ("added_by_id", "family_id", "goal_id", "id", "marked_on", "may_be_told", "noticed_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what", "wish") VALUES (OLD."added_by_id", OLD."family_id", OLD."goal_id", OLD."id", OLD."marked_on", OLD."may_be_told", OLD."noticed_on", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."what", OLD."wish"); RETURN NULL;',
                    hash="d01ae26d05669ff082632df87a01069e73cc58e4",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_d854a",
                    table="goals_celebration",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="celebration",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "goals_celebrationhistory" ("added_by_id", "family_id", "goal_id", "id", "marked_on", "may_be_told", "noticed_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "what", "wish") VALUES (OLD."added_by_id", OLD."family_id", OLD."goal_id", OLD."id", OLD."marked_on", OLD."may_be_told", OLD."noticed_on", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."what", OLD."wish"); RETURN NULL;',
                    hash="136b7e028c385e0c0dee7129cc6c78a227ac3c42",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_08e02",
                    table="goals_celebration",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goalstatuschange",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f294a10a6adedf27f94c8d6c6e2ca23788cbe5db",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_af22a",
                    table="goals_goalstatuschange",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goalstatuschange",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="d3dfbb716e50603a964611e21f3ad5a66f7673c8",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_a40b5",
                    table="goals_goalstatuschange",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goalstep",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="3f3ecbb69f533dde8fa1df097c49b82dcd6063a7",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_a638c",
                    table="goals_goalstep",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goalstep",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_goalstephistory" ("blocked_by", "done_on", "due_on", "goal_id", "id", "owner", "owner_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version", "what") VALUES (OLD."blocked_by", OLD."done_on", OLD."due_on", OLD."goal_id", OLD."id", OLD."owner", OLD."owner_name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."position", OLD."version", OLD."what"); RETURN NULL;',
                    hash="5cad0815acade9a20e84a5a8ba03ff5928bb6a3d",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_16e26",
                    table="goals_goalstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goalstep",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "goals_goalstephistory" ("blocked_by", "done_on", "due_on", "goal_id", "id", "owner", "owner_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version", "what") VALUES (OLD."blocked_by", OLD."done_on", OLD."due_on", OLD."goal_id", OLD."id", OLD."owner", OLD."owner_name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."position", OLD."version", OLD."what"); RETURN NULL;',
                    hash="b491811b9ef653a73937c16dca798d5a63ab7559",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_be730",
                    table="goals_goalstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goalstephistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ff4a2a73b2a2dcc12d72491e17220c8247489a80",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_18c3c",
                    table="goals_goalstephistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goalsupport",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_goalsupporthistory" ("cost", "goal_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_then", "what") VALUES (OLD."cost", OLD."goal_id", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."until_then", OLD."what"); RETURN NULL;',
                    hash="39d60bc4937fdde1848ea552f371e432d9c588e8",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_9cabb",
                    table="goals_goalsupport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goalsupport",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "goals_goalsupporthistory" ("cost", "goal_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "until_then", "what") VALUES (OLD."cost", OLD."goal_id", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."until_then", OLD."what"); RETURN NULL;',
                    hash="24a1b15d3edd65df201919c59f2c3efc7ad5fdd6",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_16468",
                    table="goals_goalsupport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goalsupporthistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a3725c50b3902b12966950ca7fb196e5570fa5aa",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e4fc2",
                    table="goals_goalsupporthistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="partnershipagreement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "closed"), _negated=True),
                fields=("family",),
                name="one_open_agreement",
                violation_error_message="This family has an agreement already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnershipagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "not_ready"), _negated=True), ("reoffer_on__isnull", False), _connector="OR"
                ),
                name="not_ready_with_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnershipagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "offered"), ("answered_on__isnull", False), _connector="OR"),
                name="answered_with_a_day",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnershipagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="a2a4cdbd3b86e31987e07173ce41a61042e46157",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_b44ff",
                    table="goals_partnershipagreement",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnershipagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="moves_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{accepted:accepted,accepted:closed,accepted:signed,closed:closed,declined:accepted,declined:declined,declined:offered,not_ready:accepted,not_ready:declined,not_ready:not_ready,not_ready:offered,offered:accepted,offered:declined,offered:not_ready,offered:offered,revising:closed,revising:revising,revising:signed,signed:closed,signed:revising,signed:signed}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="de7b1008c5ecdcb69b4c77d03919cdf4b6e9fc7e",
                    operation="UPDATE",
                    pgid="pgtrigger_moves_only_7310b",
                    table="goals_partnershipagreement",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnershipagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_partnershipagreementhistory" ("answered_on", "closed_on", "family_id", "id", "offered_by_id", "offered_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reoffer_on", "state", "their_words", "version") VALUES (OLD."answered_on", OLD."closed_on", OLD."family_id", OLD."id", OLD."offered_by_id", OLD."offered_on", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."reoffer_on", OLD."state", OLD."their_words", OLD."version"); RETURN NULL;',
                    hash="7855e771022952991f9058aa7971064f36f0f8ef",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_25ad9",
                    table="goals_partnershipagreement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnershipagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "goals_partnershipagreementhistory" ("answered_on", "closed_on", "family_id", "id", "offered_by_id", "offered_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reoffer_on", "state", "their_words", "version") VALUES (OLD."answered_on", OLD."closed_on", OLD."family_id", OLD."id", OLD."offered_by_id", OLD."offered_on", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reoffer_on", OLD."state", OLD."their_words", OLD."version"); RETURN NULL;',
                    hash="7bd3af2001a257dc3789149631c0016b7005cc73",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_ba0e8",
                    table="goals_partnershipagreement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goalhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d2bdddca5a63bf8ec5391f6b3bc32e6cc87e1f8d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_11fdd",
                    table="goals_goalhistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="goal",
            index=models.Index(
                condition=models.Q(("state", "active")), fields=["family"], name="goals_being_worked_on"
            ),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_on__isnull", False), ("state__in", ["achieved", "partly", "no_longer", "left"])),
                    models.Q(
                        models.Q(("state__in", ["achieved", "partly", "no_longer", "left"]), _negated=True),
                        ("ended_on", None),
                    ),
                    _connector="OR",
                ),
                name="ended_goal_has_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.CheckConstraint(
                condition=models.Q(("confidence", None), ("confidence__range", (1, 5)), _connector="OR"),
                name="confidence_in_range",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goal",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="e8ce8dab6b2b317952ff359d911e4c18602e7741",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_188ad",
                    table="goals_goal",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goal",
            trigger=pgtrigger.compiler.Trigger(
                name="moves_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{achieved:achieved,active:achieved,active:active,active:left,active:no_longer,active:on_hold,active:partly,draft:active,draft:draft,draft:left,draft:no_longer,left:left,no_longer:no_longer,on_hold:achieved,on_hold:active,on_hold:left,on_hold:no_longer,on_hold:on_hold,on_hold:partly,partly:partly}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="be8af6d82cbe4c5ff1e8307b615a7f5775ca814c",
                    operation="UPDATE",
                    pgid="pgtrigger_moves_only_048b2",
                    table="goals_goal",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goal",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_goalhistory" ("about_id", "added_by_id", "agreement_id", "check_in", "confidence", "continues_id", "ended_on", "family_id", "family_skills", "family_words", "id", "is_shared_with_team", "outcomes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resume_on", "set_on", "staff_skills", "state", "statement", "strengths", "stressors", "target_on", "version", "whose", "why") VALUES (OLD."about_id", OLD."added_by_id", OLD."agreement_id", OLD."check_in", OLD."confidence", OLD."continues_id", OLD."ended_on", OLD."family_id", OLD."family_skills", OLD."family_words", OLD."id", OLD."is_shared_with_team", OLD."outcomes", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."resume_on", OLD."set_on", OLD."staff_skills", OLD."state", OLD."statement", OLD."strengths", OLD."stressors", OLD."target_on", OLD."version", OLD."whose", OLD."why"); RETURN NULL;',
                    hash="c4f1e0c3ce7be3b523a725028e864df76833b9a5",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_355f6",
                    table="goals_goal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goal",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "goals_goalhistory" ("about_id", "added_by_id", "agreement_id", "check_in", "confidence", "continues_id", "ended_on", "family_id", "family_skills", "family_words", "id", "is_shared_with_team", "outcomes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resume_on", "set_on", "staff_skills", "state", "statement", "strengths", "stressors", "target_on", "version", "whose", "why") VALUES (OLD."about_id", OLD."added_by_id", OLD."agreement_id", OLD."check_in", OLD."confidence", OLD."continues_id", OLD."ended_on", OLD."family_id", OLD."family_skills", OLD."family_words", OLD."id", OLD."is_shared_with_team", OLD."outcomes", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."resume_on", OLD."set_on", OLD."staff_skills", OLD."state", OLD."statement", OLD."strengths", OLD."stressors", OLD."target_on", OLD."version", OLD."whose", OLD."why"); RETURN NULL;',
                    hash="f7b0ec825555828af56981bfa267aa7345640635",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_f8521",
                    table="goals_goal",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="agreementversion",
            constraint=models.UniqueConstraint(fields=("agreement", "number"), name="version_number_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreementversion",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="dc404256269e0f6ab8d58c01ce6c5200d3105c93",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fc1b8",
                    table="goals_agreementversion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agreementversion",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="234312e651568e4b8e9c1f2378f121a4a441ffdf",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_d0002",
                    table="goals_agreementversion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnershipagreementhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9d0772e6bf29e31caac93422b9f89fcdd7bd72c5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_dd8f6",
                    table="goals_partnershipagreementhistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="progressnote",
            index=models.Index(fields=["family", "-happened_on", "-id"], name="notes_of_a_family"),
        ),
        migrations.AddIndex(
            model_name="progressnote",
            index=models.Index(
                condition=models.Q(("next_done_on", None), ("next_on__isnull", False)),
                fields=["family", "next_on"],
                name="notes_with_a_next_step",
            ),
        ),
        migrations.AddIndex(
            model_name="progressnote",
            index=models.Index(
                condition=models.Q(("contact__in", ["no_answer", "office"]), _negated=True),
                fields=["happened_on", "family"],
                name="contacts_in_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="progressnote",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="5aa0f720bca29fe5db022c30a843d2596e65fbaa",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_13414",
                    table="goals_progressnote",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="progressnote",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_progressnotehistory" ("contact", "family_id", "happened_on", "id", "language", "minutes", "next_done_on", "next_on", "next_step", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "version", "visibility", "with_interpreter", "written_at", "written_by_id") VALUES (OLD."contact", OLD."family_id", OLD."happened_on", OLD."id", OLD."language", OLD."minutes", OLD."next_done_on", OLD."next_on", OLD."next_step", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."text", OLD."version", OLD."visibility", OLD."with_interpreter", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="48bc98a6999c940eda3ef061a13dec3b8dd1edf4",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_0528e",
                    table="goals_progressnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="progressnote",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "goals_progressnotehistory" ("contact", "family_id", "happened_on", "id", "language", "minutes", "next_done_on", "next_on", "next_step", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "version", "visibility", "with_interpreter", "written_at", "written_by_id") VALUES (OLD."contact", OLD."family_id", OLD."happened_on", OLD."id", OLD."language", OLD."minutes", OLD."next_done_on", OLD."next_on", OLD."next_step", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."text", OLD."version", OLD."visibility", OLD."with_interpreter", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="0d2edc777a694229cd303ea3113985105e9bcf65",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_eae51",
                    table="goals_progressnote",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="goaltouched",
            constraint=models.UniqueConstraint(fields=("note", "goal"), name="goal_once_a_note"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="progressnotehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c31a1b705fdf092627a9f20a2c2b0a09b6921889",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_cf461",
                    table="goals_progressnotehistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="review",
            index=models.Index(fields=["family", "-held_on"], name="reviews_of_a_family"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_reviewhistory" ("family_id", "held_by_id", "held_on", "id", "language", "next_on", "parent_comment", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."family_id", OLD."held_by_id", OLD."held_on", OLD."id", OLD."language", OLD."next_on", OLD."parent_comment", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;',
                    hash="581b7dd952242f4128137da246d96c9b79dfc5ec",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_6e11d",
                    table="goals_review",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "goals_reviewhistory" ("family_id", "held_by_id", "held_on", "id", "language", "next_on", "parent_comment", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."family_id", OLD."held_by_id", OLD."held_on", OLD."id", OLD."language", OLD."next_on", OLD."parent_comment", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;',
                    hash="0c0a29d5fadef5ac8b8e8f28414f481357317c91",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_4bac4",
                    table="goals_review",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewdecision",
            constraint=models.UniqueConstraint(fields=("review", "goal"), name="one_decision_a_goal"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reviewhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ca0f24f1f3351904ccf53088c27a53103de41464",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_bb317",
                    table="goals_reviewhistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=models.CheckConstraint(
                condition=models.Q(("member", None), ("staff", None), _connector="XOR"), name="family_or_staff_signs"
            ),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("method", "verbal"), _negated=True),
                    models.Q(("witness", ""), _negated=True),
                    _connector="OR",
                ),
                name="verbal_with_a_witness",
            ),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("method", "drawn"), _negated=True), ("strokes__isnull", False), _connector="OR"
                ),
                name="drawn_with_strokes",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signature",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8130feb12605a7dc46c6c2ee3562ae8b6d5e7d0d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3b821",
                    table="goals_signature",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signature",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="01ce01263c58aa35cd76baf253250d71fd135711",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_e3d25",
                    table="goals_signature",
                    when="BEFORE",
                ),
            ),
        ),
    ]
