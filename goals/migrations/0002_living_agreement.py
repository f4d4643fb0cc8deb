import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import agency.words
import goals.models.papers
from agency.at_once import AtOnce


class Migration(AtOnce):
    dependencies = [
        ("agency", "0002_imports_and_more"),
        ("families", "0002_intake_and_assessment"),
        ("goals", "0001_initial"),
        ("partners", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AgreementBundle",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "family_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None),
                ),
                ("purpose", models.CharField(max_length=200, verbose_name="what the copies are for")),
                ("is_large", models.BooleanField(default=False, verbose_name="in large print")),
                ("path", models.CharField(blank=True, max_length=200)),
                ("expires_at", models.DateTimeField(default=goals.models.papers.in_three_days)),
            ],
            options={
                "verbose_name": "copies in one file",
            },
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("last_read_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "calendar address",
            },
        ),
        migrations.CreateModel(
            name="CelebrationConsent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(choices=[("story", "the story"), ("photo", "the photo")], max_length=10)),
                ("given_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="on")),
                ("withdrawn_on", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "consent to tell of a celebration",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="CelebrationConsentHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("what", models.CharField(choices=[("story", "the story"), ("photo", "the photo")], max_length=10)),
                ("given_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="on")),
                ("withdrawn_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CelebrationPhoto",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("path", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                (
                    "shows",
                    models.CharField(
                        help_text="For people who cannot see the picture.", max_length=200, verbose_name="what one sees"
                    ),
                ),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "photo of a celebration",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="CelebrationPhotoHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("path", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                (
                    "shows",
                    models.CharField(
                        help_text="For people who cannot see the picture.", max_length=200, verbose_name="what one sees"
                    ),
                ),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CheckInRhythm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "days",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="days from one check-in to the next",
                    ),
                ),
                ("how", models.CharField(blank=True, max_length=150, verbose_name="how, and for how long")),
                ("agreed_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="agreed on")),
                ("ended_on", models.DateField(editable=False, null=True)),
            ],
            options={
                "verbose_name": "agreed check-in rhythm",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="CheckInRhythmHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "days",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(60),
                        ],
                        verbose_name="days from one check-in to the next",
                    ),
                ),
                ("how", models.CharField(blank=True, max_length=150, verbose_name="how, and for how long")),
                ("agreed_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="agreed on")),
                ("ended_on", models.DateField(editable=False, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClassroomGoal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "their_wish",
                    models.TextField(blank=True, verbose_name="what the family would like the classroom to know"),
                ),
                (
                    "agreed_on",
                    models.DateField(default=django.utils.timezone.localdate, verbose_name="the family agreed on"),
                ),
                ("ended_on", models.DateField(editable=False, null=True, verbose_name="until")),
            ],
            options={
                "verbose_name": "goal in the classroom",
                "verbose_name_plural": "goals in the classroom",
                "ordering": ["-agreed_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ClassroomGoalHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "their_wish",
                    models.TextField(blank=True, verbose_name="what the family would like the classroom to know"),
                ),
                (
                    "agreed_on",
                    models.DateField(default=django.utils.timezone.localdate, verbose_name="the family agreed on"),
                ),
                ("ended_on", models.DateField(editable=False, null=True, verbose_name="until")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClassroomNote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("happened_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="when")),
                ("in_curriculum", models.TextField(verbose_name="how it became part of the day")),
                ("child_did", models.TextField(blank=True, verbose_name="what the child did")),
                ("at_home", models.CharField(blank=True, max_length=300, verbose_name="an idea for at home")),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "verbose_name": "note from the classroom",
                "verbose_name_plural": "notes from the classroom",
                "ordering": ["-happened_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ClassroomNoteHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("happened_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="when")),
                ("in_curriculum", models.TextField(verbose_name="how it became part of the day")),
                ("child_did", models.TextField(blank=True, verbose_name="what the child did")),
                ("at_home", models.CharField(blank=True, max_length=300, verbose_name="an idea for at home")),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CopyGiven",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("given_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="when")),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("paper", "on paper"),
                            ("large_print", "in large print"),
                            ("photo", "they took a picture of it"),
                            ("read", "read aloud, and they want no paper"),
                        ],
                        default="paper",
                        max_length=12,
                        verbose_name="how did they get it?",
                    ),
                ),
                ("language", models.CharField(max_length=5, verbose_name="in which language")),
                ("given_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "copy handed over",
                "verbose_name_plural": "copies handed over",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="FormSection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("code", models.SlugField(editable=False, max_length=60, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("brings", "what the family brings"),
                            ("goals", "the goals"),
                            ("plans", "plans with others"),
                            ("asks", "a question to the family"),
                            ("says", "words of ours"),
                            ("choice", "their choice"),
                        ],
                        max_length=10,
                        verbose_name="what it is",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("heading", agency.words.WordsField(verbose_name="heading")),
                ("help", agency.words.WordsField(blank=True, default=dict, verbose_name="what helps to talk about it")),
                ("text", agency.words.WordsField(blank=True, default=dict, verbose_name="words on the paper")),
                ("is_asked", models.BooleanField(default=True, verbose_name="stands on the agreement")),
            ],
            options={
                "verbose_name": "section of the agreement",
                "verbose_name_plural": "sections of the agreement",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="FormSectionHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("code", models.SlugField(db_index=False, editable=False, max_length=60)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("brings", "what the family brings"),
                            ("goals", "the goals"),
                            ("plans", "plans with others"),
                            ("asks", "a question to the family"),
                            ("says", "words of ours"),
                            ("choice", "their choice"),
                        ],
                        max_length=10,
                        verbose_name="what it is",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("heading", agency.words.WordsField(verbose_name="heading")),
                ("help", agency.words.WordsField(blank=True, default=dict, verbose_name="what helps to talk about it")),
                ("text", agency.words.WordsField(blank=True, default=dict, verbose_name="words on the paper")),
                ("is_asked", models.BooleanField(default=True, verbose_name="stands on the agreement")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GoalIdea",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("code", models.SlugField(editable=False, max_length=60, unique=True)),
                (
                    "outcome",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Family well-being"),
                            (2, "Positive parent-child relationships"),
                            (3, "Families as lifelong educators"),
                            (4, "Families as learners"),
                            (5, "Family engagement in transitions"),
                            (6, "Family connections to peers and community"),
                            (7, "Families as advocates and leaders"),
                        ],
                        verbose_name="family outcome it serves",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("title", agency.words.WordsField(verbose_name="idea")),
                ("ask", agency.words.WordsField(blank=True, default=dict, verbose_name="question to think along with")),
                (
                    "statement",
                    agency.words.WordsField(blank=True, default=dict, verbose_name="a sentence one can see come true"),
                ),
                ("retired_on", models.DateField(blank=True, null=True, verbose_name="no longer offered since")),
            ],
            options={
                "verbose_name": "idea for a goal",
                "verbose_name_plural": "ideas for goals",
                "ordering": ["outcome", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="GoalIdeaHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("code", models.SlugField(db_index=False, editable=False, max_length=60)),
                (
                    "outcome",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Family well-being"),
                            (2, "Positive parent-child relationships"),
                            (3, "Families as lifelong educators"),
                            (4, "Families as learners"),
                            (5, "Family engagement in transitions"),
                            (6, "Family connections to peers and community"),
                            (7, "Families as advocates and leaders"),
                        ],
                        verbose_name="family outcome it serves",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("title", agency.words.WordsField(verbose_name="idea")),
                ("ask", agency.words.WordsField(blank=True, default=dict, verbose_name="question to think along with")),
                (
                    "statement",
                    agency.words.WordsField(blank=True, default=dict, verbose_name="a sentence one can see come true"),
                ),
                ("retired_on", models.DateField(blank=True, null=True, verbose_name="no longer offered since")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NoteTemplate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("name_es", models.CharField(blank=True, max_length=60, verbose_name="name in Spanish")),
                (
                    "shortcut",
                    models.SlugField(
                        help_text="Type it after a semicolon, like ;visit, and a space.",
                        max_length=20,
                        verbose_name="short word",
                    ),
                ),
                ("contact", models.CharField(blank=True, max_length=12, verbose_name="kind of contact")),
                ("text", models.TextField(verbose_name="words")),
                ("text_es", models.TextField(blank=True, verbose_name="words in Spanish")),
                ("ended_on", models.DateField(editable=False, null=True)),
            ],
            options={
                "verbose_name": "text for notes",
                "verbose_name_plural": "texts for notes",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PaperScan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("path", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="what it shows")),
                ("attached_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "picture of a signed paper",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ReviewedNeed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "said",
                    models.CharField(
                        choices=[("still", "still needed"), ("met", "met"), ("not_now", "no longer needed")],
                        max_length=10,
                        verbose_name="what they say of it",
                    ),
                ),
            ],
            options={
                "verbose_name": "need looked at in a review",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="SectionAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("text", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "answer on the agreement",
            },
        ),
        migrations.CreateModel(
            name="SectionAnswerHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("text", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SharedWriting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("families", models.PositiveSmallIntegerField()),
                ("undone_at", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "note to several families",
            },
        ),
        migrations.CreateModel(
            name="TeamAction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("what", models.CharField(max_length=300, verbose_name="what")),
                (
                    "who",
                    models.CharField(
                        choices=[("staff", "we"), ("family", "the family"), ("member", "somebody on the team")],
                        default="staff",
                        max_length=10,
                        verbose_name="who does it",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
            ],
            options={
                "verbose_name": "action of a team meeting",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="TeamActionHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("what", models.CharField(max_length=300, verbose_name="what")),
                (
                    "who",
                    models.CharField(
                        choices=[("staff", "we"), ("family", "the family"), ("member", "somebody on the team")],
                        default="staff",
                        max_length=10,
                        verbose_name="who does it",
                    ),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TeamMeeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("held_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="held on")),
                (
                    "how",
                    models.CharField(
                        choices=[("together", "in one room"), ("video", "by video"), ("phone", "by phone")],
                        default="together",
                        max_length=10,
                        verbose_name="how",
                    ),
                ),
                ("decided", models.TextField(verbose_name="what we decided")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="next meeting on")),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "verbose_name": "team meeting",
                "verbose_name_plural": "team meetings",
                "ordering": ["-held_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="TeamMeetingHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("held_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="held on")),
                (
                    "how",
                    models.CharField(
                        choices=[("together", "in one room"), ("video", "by video"), ("phone", "by phone")],
                        default="together",
                        max_length=10,
                        verbose_name="how",
                    ),
                ),
                ("decided", models.TextField(verbose_name="what we decided")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="next meeting on")),
                ("written_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TeamMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("name", models.CharField(blank=True, max_length=100, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("teacher", "teacher"),
                            ("home_visitor", "home visitor"),
                            ("family_worker", "family service worker"),
                            ("mental_health", "mental health consultant"),
                            ("health", "health or nutrition consultant"),
                            ("disability", "disability specialist"),
                            ("relative", "relative"),
                            ("friend", "friend or neighbor"),
                            ("outside", "somebody from another agency"),
                        ],
                        default="teacher",
                        max_length=15,
                        verbose_name="as",
                    ),
                ),
                ("does", models.CharField(blank=True, max_length=200, verbose_name="what they do for the family")),
                ("reach", models.CharField(blank=True, max_length=100, verbose_name="how to reach them")),
                ("is_main_contact", models.BooleanField(default=False, verbose_name="the family’s main contact")),
                ("only_chosen_goals", models.BooleanField(default=False, verbose_name="only the goals chosen here")),
                ("sees_notes", models.BooleanField(default=True, verbose_name="the notes to the team")),
                ("sees_dates", models.BooleanField(default=True, verbose_name="when we meet and review")),
                (
                    "agreed_on",
                    models.DateField(default=django.utils.timezone.localdate, verbose_name="the family agreed on"),
                ),
                ("ended_on", models.DateField(editable=False, null=True, verbose_name="until")),
            ],
            options={
                "verbose_name": "member of a family's team",
                "verbose_name_plural": "members of a family's team",
                "ordering": ["-is_main_contact", "pk"],
            },
        ),
        migrations.CreateModel(
            name="TeamMemberHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("name", models.CharField(blank=True, max_length=100, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("teacher", "teacher"),
                            ("home_visitor", "home visitor"),
                            ("family_worker", "family service worker"),
                            ("mental_health", "mental health consultant"),
                            ("health", "health or nutrition consultant"),
                            ("disability", "disability specialist"),
                            ("relative", "relative"),
                            ("friend", "friend or neighbor"),
                            ("outside", "somebody from another agency"),
                        ],
                        default="teacher",
                        max_length=15,
                        verbose_name="as",
                    ),
                ),
                ("does", models.CharField(blank=True, max_length=200, verbose_name="what they do for the family")),
                ("reach", models.CharField(blank=True, max_length=100, verbose_name="how to reach them")),
                ("is_main_contact", models.BooleanField(default=False, verbose_name="the family’s main contact")),
                ("only_chosen_goals", models.BooleanField(default=False, verbose_name="only the goals chosen here")),
                ("sees_notes", models.BooleanField(default=True, verbose_name="the notes to the team")),
                ("sees_dates", models.BooleanField(default=True, verbose_name="when we meet and review")),
                (
                    "agreed_on",
                    models.DateField(default=django.utils.timezone.localdate, verbose_name="the family agreed on"),
                ),
                ("ended_on", models.DateField(editable=False, null=True, verbose_name="until")),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="celebration",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="celebration",
            name="deleted_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="goalstep",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="goalstep",
            name="deleted_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="goalsupport",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="goalsupport",
            name="deleted_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="progressnote",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="progressnote",
            name="deleted_delete",
        ),
        migrations.AddField(
            model_name="celebration",
            name="story",
            field=models.TextField(
                blank=True, db_default="", default="", verbose_name="the story, as they would tell it"
            ),
        ),
        migrations.AddField(
            model_name="celebrationhistory",
            name="story",
            field=models.TextField(
                blank=True, db_default="", default="", verbose_name="the story, as they would tell it"
            ),
        ),
        migrations.AddField(
            model_name="goalstep",
            name="partner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="partners.partner",
                verbose_name="which partner",
            ),
        ),
        migrations.AddField(
            model_name="goalstephistory",
            name="partner",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.partner",
                verbose_name="which partner",
            ),
        ),
        migrations.AddField(
            model_name="goalsupport",
            name="service",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="partners.service",
                verbose_name="which service",
            ),
        ),
        migrations.AddField(
            model_name="goalsupport",
            name="started_on",
            field=models.DateField(blank=True, null=True, verbose_name="it has started on"),
        ),
        migrations.AddField(
            model_name="goalsupport",
            name="starts_on",
            field=models.DateField(blank=True, null=True, verbose_name="it starts about"),
        ),
        migrations.AddField(
            model_name="goalsupport",
            name="version",
            field=models.PositiveIntegerField(db_default=0, default=0, editable=False),
        ),
        migrations.AddField(
            model_name="goalsupporthistory",
            name="service",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.service",
                verbose_name="which service",
            ),
        ),
        migrations.AddField(
            model_name="goalsupporthistory",
            name="started_on",
            field=models.DateField(blank=True, null=True, verbose_name="it has started on"),
        ),
        migrations.AddField(
            model_name="goalsupporthistory",
            name="starts_on",
            field=models.DateField(blank=True, null=True, verbose_name="it starts about"),
        ),
        migrations.AddField(
            model_name="goalsupporthistory",
            name="version",
            field=models.PositiveIntegerField(db_default=0, default=0, editable=False),
        ),
        migrations.AddField(
            model_name="progressnote",
            name="others_present",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=150, verbose_name="who else was there"
            ),
        ),
        migrations.AddField(
            model_name="progressnotehistory",
            name="others_present",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=150, verbose_name="who else was there"
            ),
        ),
        migrations.AddField(
            model_name="reviewdecision",
            name="confidence",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="how sure they feel, 1 to 5"),
        ),
        migrations.AddField(
            model_name="signature",
            name="known_by",
            field=models.CharField(
                choices=[
                    ("known", "staff know them in person"),
                    ("card", "they showed a card with their picture"),
                    ("login", "signed in"),
                ],
                db_default="known",
                default="known",
                max_length=10,
                verbose_name="how we know who they are",
            ),
        ),
        migrations.AddField(
            model_name="agreementbundle",
            name="run",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="bundle", to="agency.workrun"
            ),
        ),
        migrations.AddField(
            model_name="calendarfeed",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="calendar_feeds", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="celebrationconsent",
            name="celebration",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="goals.celebration"
            ),
        ),
        migrations.AddField(
            model_name="celebrationconsent",
            name="given_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.familymember",
                verbose_name="who said yes",
            ),
        ),
        migrations.AddField(
            model_name="celebrationconsent",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="celebrationconsenthistory",
            name="celebration",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="goals.celebration",
            ),
        ),
        migrations.AddField(
            model_name="celebrationconsenthistory",
            name="given_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
                verbose_name="who said yes",
            ),
        ),
        migrations.AddField(
            model_name="celebrationconsenthistory",
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
            model_name="celebrationconsenthistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="goals.celebrationconsent",
            ),
        ),
        migrations.AddField(
            model_name="celebrationconsenthistory",
            name="recorded_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="celebrationphoto",
            name="added_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="celebrationphoto",
            name="celebration",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="photos", to="goals.celebration"
            ),
        ),
        migrations.AddField(
            model_name="celebrationphotohistory",
            name="added_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="celebrationphotohistory",
            name="celebration",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="goals.celebration",
            ),
        ),
        migrations.AddField(
            model_name="celebrationphotohistory",
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
            model_name="celebrationphotohistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="goals.celebrationphoto",
            ),
        ),
        migrations.AddField(
            model_name="checkinrhythm",
            name="added_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="checkinrhythm",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="rhythms", to="families.family"
            ),
        ),
        migrations.AddField(
            model_name="checkinrhythmhistory",
            name="added_by",
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
            model_name="checkinrhythmhistory",
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
            model_name="checkinrhythmhistory",
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
            model_name="checkinrhythmhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="goals.checkinrhythm",
            ),
        ),
        migrations.AddField(
            model_name="classroomgoal",
            name="added_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="classroomgoal",
            name="agreed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.familymember",
                verbose_name="who agreed",
            ),
        ),
        migrations.AddField(
            model_name="classroomgoal",
            name="child",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.familymember",
                verbose_name="for which child",
            ),
        ),
        migrations.AddField(
            model_name="classroomgoal",
            name="goal",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="classroom", to="goals.goal"
            ),
        ),
        migrations.AddField(
            model_name="classroomgoalhistory",
            name="added_by",
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
            model_name="classroomgoalhistory",
            name="agreed_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
                verbose_name="who agreed",
            ),
        ),
        migrations.AddField(
            model_name="classroomgoalhistory",
            name="child",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
                verbose_name="for which child",
            ),
        ),
        migrations.AddField(
            model_name="classroomgoalhistory",
            name="goal",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="goals.goal",
            ),
        ),
        migrations.AddField(
            model_name="classroomgoalhistory",
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
            model_name="classroomgoalhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="goals.classroomgoal",
            ),
        ),
        migrations.AddField(
            model_name="classroomnote",
            name="classroom_goal",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="notes", to="goals.classroomgoal"
            ),
        ),
        migrations.AddField(
            model_name="classroomnote",
            name="written_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="classroomnotehistory",
            name="classroom_goal",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="goals.classroomgoal",
            ),
        ),
        migrations.AddField(
            model_name="classroomnotehistory",
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
            model_name="classroomnotehistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="goals.classroomnote",
            ),
        ),
        migrations.AddField(
            model_name="classroomnotehistory",
            name="written_by",
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
            model_name="copygiven",
            name="agreement_version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="copies", to="goals.agreementversion"
            ),
        ),
        migrations.AddField(
            model_name="copygiven",
            name="given_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="copygiven",
            name="member",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.familymember",
                verbose_name="to whom",
            ),
        ),
        migrations.AddField(
            model_name="formsectionhistory",
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
            model_name="formsectionhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="goals.formsection",
            ),
        ),
        migrations.AddField(
            model_name="goalideahistory",
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
            model_name="goalideahistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="goals.goalidea",
            ),
        ),
        migrations.AddField(
            model_name="notetemplate",
            name="owner",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="paperscan",
            name="agreement_version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="scans", to="goals.agreementversion"
            ),
        ),
        migrations.AddField(
            model_name="paperscan",
            name="attached_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="reviewedneed",
            name="need",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="families.need"),
        ),
        migrations.AddField(
            model_name="reviewedneed",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="needs_looked_at", to="goals.review"
            ),
        ),
        migrations.AddField(
            model_name="sectionanswer",
            name="agreement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="goals.partnershipagreement"
            ),
        ),
        migrations.AddField(
            model_name="sectionanswer",
            name="section",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="goals.formsection"
            ),
        ),
        migrations.AddField(
            model_name="sectionanswerhistory",
            name="agreement",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="goals.partnershipagreement",
            ),
        ),
        migrations.AddField(
            model_name="sectionanswerhistory",
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
            model_name="sectionanswerhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="goals.sectionanswer",
            ),
        ),
        migrations.AddField(
            model_name="sectionanswerhistory",
            name="section",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="goals.formsection",
            ),
        ),
        migrations.AddField(
            model_name="sharedwriting",
            name="written_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="progressnote",
            name="writing",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="notes",
                to="goals.sharedwriting",
            ),
        ),
        migrations.AddField(
            model_name="progressnotehistory",
            name="writing",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="goals.sharedwriting",
            ),
        ),
        migrations.AddField(
            model_name="teamactionhistory",
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
            model_name="teamactionhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="goals.teamaction",
            ),
        ),
        migrations.AddField(
            model_name="teammeeting",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="team_meetings", to="families.family"
            ),
        ),
        migrations.AddField(
            model_name="teammeeting",
            name="family_present",
            field=models.ManyToManyField(
                blank=True, related_name="+", to="families.familymember", verbose_name="who of the family was there"
            ),
        ),
        migrations.AddField(
            model_name="teammeeting",
            name="held_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="teamactionhistory",
            name="meeting",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="goals.teammeeting",
            ),
        ),
        migrations.AddField(
            model_name="teamaction",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="actions", to="goals.teammeeting"
            ),
        ),
        migrations.AddField(
            model_name="teammeetinghistory",
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
            model_name="teammeetinghistory",
            name="held_by",
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
            model_name="teammeetinghistory",
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
            model_name="teammeetinghistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="goals.teammeeting",
            ),
        ),
        migrations.AddField(
            model_name="teammember",
            name="added_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="teammember",
            name="agreed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.familymember",
                verbose_name="who agreed",
            ),
        ),
        migrations.AddField(
            model_name="teammember",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="team", to="families.family"
            ),
        ),
        migrations.AddField(
            model_name="teammember",
            name="goals",
            field=models.ManyToManyField(
                blank=True, related_name="seen_by", to="goals.goal", verbose_name="goals they may see"
            ),
        ),
        migrations.AddField(
            model_name="teammember",
            name="staff",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="colleague",
            ),
        ),
        migrations.AddField(
            model_name="teammeeting",
            name="present",
            field=models.ManyToManyField(
                blank=True, related_name="meetings", to="goals.teammember", verbose_name="who of the team was there"
            ),
        ),
        migrations.AddField(
            model_name="teamactionhistory",
            name="member",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="goals.teammember",
            ),
        ),
        migrations.AddField(
            model_name="teamaction",
            name="member",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="actions",
                to="goals.teammember",
            ),
        ),
        migrations.AddField(
            model_name="teammemberhistory",
            name="added_by",
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
            model_name="teammemberhistory",
            name="agreed_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
                verbose_name="who agreed",
            ),
        ),
        migrations.AddField(
            model_name="teammemberhistory",
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
            model_name="teammemberhistory",
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
            model_name="teammemberhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="goals.teammember",
            ),
        ),
        migrations.AddField(
            model_name="teammemberhistory",
            name="staff",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="colleague",
            ),
        ),
        migrations.AddIndex(
            model_name="progressnote",
            index=models.Index(
                condition=models.Q(("writing__isnull", False)), fields=["writing"], name="notes_of_one_writing"
            ),
        ),
        migrations.AddIndex(
            model_name="teammember",
            index=models.Index(
                condition=models.Q(("ended_on", None)), fields=["staff"], name="team_choices_of_a_colleague"
            ),
        ),
        migrations.AddIndex(
            model_name="teammeeting",
            index=models.Index(fields=["family", "-held_on", "-id"], name="meetings_of_a_family"),
        ),
        migrations.AddIndex(
            model_name="teamaction",
            index=models.Index(condition=models.Q(("done_on", None)), fields=["due_on"], name="actions_to_do"),
        ),
        migrations.AddConstraint(
            model_name="reviewdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("confidence", None), ("confidence__range", (1, 5)), _connector="OR"),
                name="decided_confidence_in_range",
            ),
        ),
        migrations.AddConstraint(
            model_name="formsection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind__in", ["goals", "choice"]), _negated=True), ("is_asked", True), _connector="OR"
                ),
                name="goals_and_choice_always_stand",
                violation_error_message="An agreement always holds the goals and the family’s choice.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreementbundle",
            constraint=models.CheckConstraint(
                condition=models.Q(("purpose", ""), _negated=True), name="bundle_says_why"
            ),
        ),
        migrations.AddConstraint(
            model_name="calendarfeed",
            constraint=models.UniqueConstraint(
                condition=models.Q(("revoked_at", None)), fields=("user",), name="one_calendar_address"
            ),
        ),
        migrations.AddConstraint(
            model_name="celebrationconsent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on", None)), fields=("celebration", "what"), name="one_yes_at_a_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="checkinrhythm",
            constraint=models.CheckConstraint(condition=models.Q(("days__range", (1, 60))), name="rhythm_in_range"),
        ),
        migrations.AddConstraint(
            model_name="checkinrhythm",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)), fields=("family",), name="one_rhythm_a_family"
            ),
        ),
        migrations.AddConstraint(
            model_name="classroomgoal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("goal",),
                name="goal_once_in_a_classroom",
                violation_error_message="The classroom works on this goal already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="notetemplate",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("owner", "shortcut"),
                name="own_shortcut_once",
                nulls_distinct=False,
                violation_error_message="There is a text with this short word already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewedneed",
            constraint=models.UniqueConstraint(fields=("review", "need"), name="need_once_a_review"),
        ),
        migrations.AddConstraint(
            model_name="sectionanswer",
            constraint=models.UniqueConstraint(fields=("agreement", "section"), name="one_answer_a_section"),
        ),
        migrations.AddConstraint(
            model_name="teammember",
            constraint=models.CheckConstraint(
                condition=models.Q(("staff", None), ("name", ""), _connector="XOR"), name="colleague_or_named"
            ),
        ),
        migrations.AddConstraint(
            model_name="teammember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None), ("is_main_contact", True)),
                fields=("family",),
                name="one_main_contact_of_a_team",
                violation_error_message="This family has a main contact already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="teammember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None), ("staff__isnull", False)),
                fields=("family", "staff"),
                name="colleague_once_on_a_team",
                violation_error_message="This colleague is on the team already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="teammember",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_on", None), ("ended_on__gte", models.F("agreed_on")), _connector="OR"),
                name="team_ends_after_it_began",
            ),
        ),
        migrations.AddConstraint(
            model_name="teamaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("member__isnull", False), ("who", "member")),
                    models.Q(models.Q(("who", "member"), _negated=True), ("member", None)),
                    _connector="OR",
                ),
                name="somebody_has_a_name",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="celebration",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_celebrationhistory" ("added_by_id", "family_id", "goal_id", "id", "marked_on", "may_be_told", "noticed_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "story", "what", "wish") VALUES (OLD."added_by_id", OLD."family_id", OLD."goal_id", OLD."id", OLD."marked_on", OLD."may_be_told", OLD."noticed_on", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."story", OLD."what", OLD."wish"); RETURN NULL;',
                    hash="645ede368184dac254028caffe01aca6153f4c30",
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
                    func='INSERT INTO "goals_celebrationhistory" ("added_by_id", "family_id", "goal_id", "id", "marked_on", "may_be_told", "noticed_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "story", "what", "wish") VALUES (OLD."added_by_id", OLD."family_id", OLD."goal_id", OLD."id", OLD."marked_on", OLD."may_be_told", OLD."noticed_on", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."story", OLD."what", OLD."wish"); RETURN NULL;',
                    hash="dd051f44a973e1753f3b1351da0f2400c29f414d",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_08e02",
                    table="goals_celebration",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goalstep",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_goalstephistory" ("blocked_by", "done_on", "due_on", "goal_id", "id", "owner", "owner_name", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version", "what") VALUES (OLD."blocked_by", OLD."done_on", OLD."due_on", OLD."goal_id", OLD."id", OLD."owner", OLD."owner_name", OLD."partner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."position", OLD."version", OLD."what"); RETURN NULL;',
                    hash="cc3becee2b970504da8a553055f62db5b2a6ab3f",
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
                    func='INSERT INTO "goals_goalstephistory" ("blocked_by", "done_on", "due_on", "goal_id", "id", "owner", "owner_name", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version", "what") VALUES (OLD."blocked_by", OLD."done_on", OLD."due_on", OLD."goal_id", OLD."id", OLD."owner", OLD."owner_name", OLD."partner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."position", OLD."version", OLD."what"); RETURN NULL;',
                    hash="9ca1c2d0b26845b050740299bdff34b0d5e7c6d8",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_be730",
                    table="goals_goalstep",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goalsupport",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="d6cd5eced88d15c97c1c3c4d83a5f673b1da7a41",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_5f3a8",
                    table="goals_goalsupport",
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
                    func='INSERT INTO "goals_goalsupporthistory" ("cost", "goal_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "started_on", "starts_on", "until_then", "version", "what") VALUES (OLD."cost", OLD."goal_id", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."service_id", OLD."started_on", OLD."starts_on", OLD."until_then", OLD."version", OLD."what"); RETURN NULL;',
                    hash="3f74a1db835e54cfecfee343940b00cdb0e4fba0",
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
                    func='INSERT INTO "goals_goalsupporthistory" ("cost", "goal_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "started_on", "starts_on", "until_then", "version", "what") VALUES (OLD."cost", OLD."goal_id", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."service_id", OLD."started_on", OLD."starts_on", OLD."until_then", OLD."version", OLD."what"); RETURN NULL;',
                    hash="84e0bc8839db178691570ce5eebde83693172d4a",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_16468",
                    table="goals_goalsupport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="progressnote",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_progressnotehistory" ("contact", "family_id", "happened_on", "id", "language", "minutes", "next_done_on", "next_on", "next_step", "others_present", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "version", "visibility", "with_interpreter", "writing_id", "written_at", "written_by_id") VALUES (OLD."contact", OLD."family_id", OLD."happened_on", OLD."id", OLD."language", OLD."minutes", OLD."next_done_on", OLD."next_on", OLD."next_step", OLD."others_present", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."text", OLD."version", OLD."visibility", OLD."with_interpreter", OLD."writing_id", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="eb512ae2184232353aeae2d00f527efc4692ba13",
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
                    func='INSERT INTO "goals_progressnotehistory" ("contact", "family_id", "happened_on", "id", "language", "minutes", "next_done_on", "next_on", "next_step", "others_present", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "version", "visibility", "with_interpreter", "writing_id", "written_at", "written_by_id") VALUES (OLD."contact", OLD."family_id", OLD."happened_on", OLD."id", OLD."language", OLD."minutes", OLD."next_done_on", OLD."next_on", OLD."next_step", OLD."others_present", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."text", OLD."version", OLD."visibility", OLD."with_interpreter", OLD."writing_id", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="37975fc709af70f1c3f8c8d098a0ac12f8de4bc1",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_eae51",
                    table="goals_progressnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="formsection",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="cd77469ac720d9fcdc1a910ad546905ee0de77e7",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_35697",
                    table="goals_formsection",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="formsection",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_formsectionhistory" ("code", "heading", "help", "id", "is_asked", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "version") VALUES (OLD."code", OLD."heading", OLD."help", OLD."id", OLD."is_asked", OLD."kind", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."position", OLD."text", OLD."version"); RETURN NULL;',
                    hash="4f6f0f8664c994fc367f2c0f676b59ed30e82343",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_ec9b2",
                    table="goals_formsection",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="formsection",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "goals_formsectionhistory" ("code", "heading", "help", "id", "is_asked", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "version") VALUES (OLD."code", OLD."heading", OLD."help", OLD."id", OLD."is_asked", OLD."kind", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."position", OLD."text", OLD."version"); RETURN NULL;',
                    hash="18cb2336f02c646c5ca75ee9db0695d5cbeafe5a",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_b591e",
                    table="goals_formsection",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goalidea",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="c589bea0eb1376975cd1c1acabe132ca0d7caf40",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_84b07",
                    table="goals_goalidea",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goalidea",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_goalideahistory" ("ask", "code", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "statement", "title", "version") VALUES (OLD."ask", OLD."code", OLD."id", OLD."outcome", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."position", OLD."retired_on", OLD."statement", OLD."title", OLD."version"); RETURN NULL;',
                    hash="6ffa89538e4c737f2bc7f871f11df53a95d6f6ce",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_33d28",
                    table="goals_goalidea",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goalidea",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "goals_goalideahistory" ("ask", "code", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "statement", "title", "version") VALUES (OLD."ask", OLD."code", OLD."id", OLD."outcome", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."position", OLD."retired_on", OLD."statement", OLD."title", OLD."version"); RETURN NULL;',
                    hash="defcb4d8cf8b5876d416a3b236e2035f992abb57",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_10f18",
                    table="goals_goalidea",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="celebrationconsent",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_celebrationconsenthistory" ("celebration_id", "given_by_id", "given_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "what", "withdrawn_on") VALUES (OLD."celebration_id", OLD."given_by_id", OLD."given_on", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."recorded_by_id", OLD."what", OLD."withdrawn_on"); RETURN NULL;',
                    hash="a9ab9017f73cfaea6e9e95fa005973cbc7e29465",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_0215f",
                    table="goals_celebrationconsent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="celebrationconsent",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "goals_celebrationconsenthistory" ("celebration_id", "given_by_id", "given_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "what", "withdrawn_on") VALUES (OLD."celebration_id", OLD."given_by_id", OLD."given_on", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."recorded_by_id", OLD."what", OLD."withdrawn_on"); RETURN NULL;',
                    hash="c52a600f2b2f4d1e6d0f8067b36e2bd5bc695b64",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_d022e",
                    table="goals_celebrationconsent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="celebrationconsenthistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="663c6d88cc840f7723b291aab0f4d91464aca38b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_36b04",
                    table="goals_celebrationconsenthistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="celebrationphoto",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_celebrationphotohistory" ("added_at", "added_by_id", "celebration_id", "digest", "id", "kind", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shows", "size") VALUES (OLD."added_at", OLD."added_by_id", OLD."celebration_id", OLD."digest", OLD."id", OLD."kind", OLD."path", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."shows", OLD."size"); RETURN NULL;',
                    hash="2e7e7c27224060b5abdae891765985a670248df6",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_0d267",
                    table="goals_celebrationphoto",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="celebrationphoto",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "goals_celebrationphotohistory" ("added_at", "added_by_id", "celebration_id", "digest", "id", "kind", "path", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "shows", "size") VALUES (OLD."added_at", OLD."added_by_id", OLD."celebration_id", OLD."digest", OLD."id", OLD."kind", OLD."path", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."shows", OLD."size"); RETURN NULL;',
                    hash="6f4aaf11a929b3a50510968dd39b88c4cf232f13",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_db5fa",
                    table="goals_celebrationphoto",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="celebrationphotohistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4fd904a391369f6d255db090de1159166eec29cf",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_92f93",
                    table="goals_celebrationphotohistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="checkinrhythm",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_checkinrhythmhistory" ("added_by_id", "agreed_on", "days", "ended_on", "family_id", "how", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."added_by_id", OLD."agreed_on", OLD."days", OLD."ended_on", OLD."family_id", OLD."how", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;',
                    hash="77877faf3957230becdc86e5c4a60e4fe73d8936",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_4af38",
                    table="goals_checkinrhythm",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="checkinrhythm",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "goals_checkinrhythmhistory" ("added_by_id", "agreed_on", "days", "ended_on", "family_id", "how", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."added_by_id", OLD."agreed_on", OLD."days", OLD."ended_on", OLD."family_id", OLD."how", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;',
                    hash="e2153dcb15052ef2419109d51aa06446fd050a25",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_42bdf",
                    table="goals_checkinrhythm",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="checkinrhythmhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="02270058eca0d8d24bbf8f36e7f841ce9dfa68ee",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_cea9c",
                    table="goals_checkinrhythmhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="classroomgoal",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="a5a1bbcfbe351796976bfb2c28553cacd6281a28",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_dc9a8",
                    table="goals_classroomgoal",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="classroomgoal",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_classroomgoalhistory" ("added_by_id", "agreed_by_id", "agreed_on", "child_id", "ended_on", "goal_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "their_wish", "version") VALUES (OLD."added_by_id", OLD."agreed_by_id", OLD."agreed_on", OLD."child_id", OLD."ended_on", OLD."goal_id", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."their_wish", OLD."version"); RETURN NULL;',
                    hash="67bc2b3129be5845ed4a92225ed810587e1fb730",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_7124d",
                    table="goals_classroomgoal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="classroomgoal",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "goals_classroomgoalhistory" ("added_by_id", "agreed_by_id", "agreed_on", "child_id", "ended_on", "goal_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "their_wish", "version") VALUES (OLD."added_by_id", OLD."agreed_by_id", OLD."agreed_on", OLD."child_id", OLD."ended_on", OLD."goal_id", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."their_wish", OLD."version"); RETURN NULL;',
                    hash="cd658aa989396f178d617ed5183241c8827f9ab4",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_20b9d",
                    table="goals_classroomgoal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="classroomgoalhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a4ccf04cbb87470ad7756a26c5cc24c45686c9fb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_dda1e",
                    table="goals_classroomgoalhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="classroomnote",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="3ab004cd8dc4630d01dcb755ba071072bc5aed17",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_0ac13",
                    table="goals_classroomnote",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="classroomnote",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_classroomnotehistory" ("at_home", "child_did", "classroom_goal_id", "happened_on", "id", "in_curriculum", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "written_at", "written_by_id") VALUES (OLD."at_home", OLD."child_did", OLD."classroom_goal_id", OLD."happened_on", OLD."id", OLD."in_curriculum", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."version", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="6c8de27938abc47f622faf4f55ed0e23a2c62b5d",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_4b732",
                    table="goals_classroomnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="classroomnote",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "goals_classroomnotehistory" ("at_home", "child_did", "classroom_goal_id", "happened_on", "id", "in_curriculum", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "written_at", "written_by_id") VALUES (OLD."at_home", OLD."child_did", OLD."classroom_goal_id", OLD."happened_on", OLD."id", OLD."in_curriculum", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."version", OLD."written_at", OLD."written_by_id"); RETURN NULL;',
                    hash="d1572aeb1b750b62720b7cd7ea8a85671c7aa6b0",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_59944",
                    table="goals_classroomnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="classroomnotehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f4025ac75e01621c74806ae432105e3d2f54cd13",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8be59",
                    table="goals_classroomnotehistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="copygiven",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9ccd68c47a9650e8211b38a8a4c5bc898554d024",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_cc9c2",
                    table="goals_copygiven",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="copygiven",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="c43025731dbcfe344b2c8e42f4307ccf9d4bac5c",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_0ba6b",
                    table="goals_copygiven",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="formsectionhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bd65d88eb19c846aa3669b29e8566ae96d0f057c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_711eb",
                    table="goals_formsectionhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="goalideahistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b60cdc1bb18171ec24e94c69e7e53e8b0b48fcd4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e7044",
                    table="goals_goalideahistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paperscan",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="de24d5fe3b7708a0cd3e3fe311e4578747e94db3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_081cd",
                    table="goals_paperscan",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paperscan",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="eb22a566eb80753d928a2625879e494e1fb5d7ae",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_f2bba",
                    table="goals_paperscan",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sectionanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="32e0ea38ab3f1a35c87421a714f99130935d4753",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_1b4de",
                    table="goals_sectionanswer",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sectionanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_sectionanswerhistory" ("agreement_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "section_id", "text", "version") VALUES (OLD."agreement_id", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."section_id", OLD."text", OLD."version"); RETURN NULL;',
                    hash="bfeff030a44b06e137e0e13d7db498b7ace247e0",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_a47f0",
                    table="goals_sectionanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sectionanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "goals_sectionanswerhistory" ("agreement_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "section_id", "text", "version") VALUES (OLD."agreement_id", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."section_id", OLD."text", OLD."version"); RETURN NULL;',
                    hash="7d69ddeecfea395feff1b635430f09254eb34195",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_68645",
                    table="goals_sectionanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sectionanswerhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d08fc12cd47b886cae97c693773d39069a873377",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5fbf9",
                    table="goals_sectionanswerhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teammeetinghistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bd7e0583fb322ba246a90d8d910da0b8d9149f83",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_81ab5",
                    table="goals_teammeetinghistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teammember",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="61a00b80df43c02a40f7d93e854a2eaab66577aa",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_31ed4",
                    table="goals_teammember",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teammember",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_teammemberhistory" ("added_by_id", "agreed_by_id", "agreed_on", "does", "ended_on", "family_id", "id", "is_main_contact", "kind", "name", "only_chosen_goals", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach", "sees_dates", "sees_notes", "staff_id", "version") VALUES (OLD."added_by_id", OLD."agreed_by_id", OLD."agreed_on", OLD."does", OLD."ended_on", OLD."family_id", OLD."id", OLD."is_main_contact", OLD."kind", OLD."name", OLD."only_chosen_goals", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."reach", OLD."sees_dates", OLD."sees_notes", OLD."staff_id", OLD."version"); RETURN NULL;',
                    hash="b19bf0f4bb0deedcecbe1fedfe7121a8a5b7ba62",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_839c1",
                    table="goals_teammember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teammember",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "goals_teammemberhistory" ("added_by_id", "agreed_by_id", "agreed_on", "does", "ended_on", "family_id", "id", "is_main_contact", "kind", "name", "only_chosen_goals", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach", "sees_dates", "sees_notes", "staff_id", "version") VALUES (OLD."added_by_id", OLD."agreed_by_id", OLD."agreed_on", OLD."does", OLD."ended_on", OLD."family_id", OLD."id", OLD."is_main_contact", OLD."kind", OLD."name", OLD."only_chosen_goals", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reach", OLD."sees_dates", OLD."sees_notes", OLD."staff_id", OLD."version"); RETURN NULL;',
                    hash="5d99c7ccdd15e049b96fa5ce54e214933275a844",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_db5da",
                    table="goals_teammember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teammeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="ba3422776b6a3ea555ed64be058d777fb701a857",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_5b7c3",
                    table="goals_teammeeting",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teammeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_teammeetinghistory" ("decided", "family_id", "held_by_id", "held_on", "how", "id", "next_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "written_at") VALUES (OLD."decided", OLD."family_id", OLD."held_by_id", OLD."held_on", OLD."how", OLD."id", OLD."next_on", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."version", OLD."written_at"); RETURN NULL;',
                    hash="eeca122292327824d47ee4b39ebf76d4f8f3fa1e",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_fee00",
                    table="goals_teammeeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teammeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "goals_teammeetinghistory" ("decided", "family_id", "held_by_id", "held_on", "how", "id", "next_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "written_at") VALUES (OLD."decided", OLD."family_id", OLD."held_by_id", OLD."held_on", OLD."how", OLD."id", OLD."next_on", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."version", OLD."written_at"); RETURN NULL;',
                    hash="7433f9eeb6b6aa9d7b3a84feff84a0e9d6fa0e77",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_4a9f7",
                    table="goals_teammeeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teamactionhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d3b0454b4d271fd8f8df4bc04375d119479c7547",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6bc17",
                    table="goals_teamactionhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teamaction",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="af0e3b0049d34317bee7ea3054d03da6c0b8c811",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_16267",
                    table="goals_teamaction",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teamaction",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "goals_teamactionhistory" ("done_on", "due_on", "id", "meeting_id", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "what", "who") VALUES (OLD."done_on", OLD."due_on", OLD."id", OLD."meeting_id", OLD."member_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."version", OLD."what", OLD."who"); RETURN NULL;',
                    hash="df905130ff4cc5af8b32eedcbe4ddf37729545d3",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_19c3a",
                    table="goals_teamaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teamaction",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "goals_teamactionhistory" ("done_on", "due_on", "id", "meeting_id", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "what", "who") VALUES (OLD."done_on", OLD."due_on", OLD."id", OLD."meeting_id", OLD."member_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."version", OLD."what", OLD."who"); RETURN NULL;',
                    hash="e45f5d5ce5e94cbc383c6237cba82f1d4f58d43a",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_af7d8",
                    table="goals_teamaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="teammemberhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8f05bd75db94cd5da2cf766facde94fc8221b209",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_00ed0",
                    table="goals_teammemberhistory",
                    when="BEFORE",
                ),
            ),
        ),
    ]
