import django.contrib.postgres.constraints
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import agency.database
import agency.models.organisation
import agency.words
from agency.at_once import AtOnce


class Migration(AtOnce):
    initial = True

    dependencies = [
        ("agency", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ContactPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("mobile", "mobile phone"),
                            ("home", "home phone"),
                            ("work", "work phone"),
                            ("email", "e-mail"),
                        ],
                        default="mobile",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("value", models.CharField(max_length=200, verbose_name="number or address")),
                ("digits", models.CharField(blank=True, editable=False, max_length=20)),
                ("may_text", models.BooleanField(default=False, verbose_name="texts are fine")),
                ("may_leave_message", models.BooleanField(default=False, verbose_name="a message may be left")),
            ],
            options={
                "verbose_name": "phone or e-mail",
                "verbose_name_plural": "phones and e-mails",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Instrument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=60, unique=True, verbose_name="code")),
                ("title", agency.words.WordsField(verbose_name="title")),
            ],
            options={
                "verbose_name": "instrument",
                "verbose_name_plural": "instruments",
            },
        ),
        migrations.CreateModel(
            name="Assessment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "occasion",
                    models.CharField(
                        choices=[("first", "first"), ("middle", "in the middle of the year"), ("end", "at the end")],
                        default="first",
                        max_length=10,
                        verbose_name="occasion",
                    ),
                ),
                ("started_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="begun on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="talked through on")),
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
                        default="en",
                        max_length=5,
                        verbose_name="language we spoke",
                    ),
                ),
                ("with_interpreter", models.BooleanField(default=False, verbose_name="with an interpreter")),
                (
                    "place",
                    models.CharField(
                        choices=[
                            ("home", "at home"),
                            ("center", "at the center"),
                            ("community", "somewhere else"),
                            ("phone", "by phone"),
                            ("video", "by video"),
                        ],
                        default="home",
                        max_length=10,
                        verbose_name="where",
                    ),
                ),
                (
                    "staff",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "strengths conversation",
                "verbose_name_plural": "strengths conversations",
                "ordering": ["-started_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("level", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "no_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ND", "we have not talked about it"),
                            ("PN", "prefer not to say"),
                            ("NA", "does not apply"),
                        ],
                        max_length=2,
                    ),
                ),
                ("staff_level", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "work_on",
                    models.CharField(
                        blank=True, choices=[("now", "now"), ("later", "later"), ("no", "no")], max_length=5
                    ),
                ),
                ("is_urgent", models.BooleanField(default=False)),
                ("strength", models.CharField(blank=True, max_length=500, verbose_name="what is going well")),
                ("answered_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="families.assessment"
                    ),
                ),
            ],
            options={
                "verbose_name": "answer",
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("primary", "main worker"),
                            ("cover", "covering for a colleague"),
                            ("team", "on the team"),
                        ],
                        default="primary",
                        max_length=10,
                        verbose_name="as",
                    ),
                ),
                ("starts_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("handover_note", models.TextField(blank=True, verbose_name="what the next worker should know")),
                (
                    "assigned_by",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="member of staff",
                    ),
                ),
            ],
            options={
                "verbose_name": "assignment",
                "verbose_name_plural": "assignments",
                "ordering": ["-starts_on"],
            },
        ),
        migrations.CreateModel(
            name="Family",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "name",
                    models.CharField(
                        help_text="As the family calls itself: “Alvarez”.", max_length=150, verbose_name="family name"
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
                        default="en",
                        max_length=5,
                        verbose_name="language they want us to use",
                    ),
                ),
                ("also_speaks", models.CharField(blank=True, max_length=100, verbose_name="other languages at home")),
                ("needs_interpreter", models.BooleanField(default=False, verbose_name="needs an interpreter")),
                (
                    "voice",
                    models.TextField(
                        blank=True,
                        help_text="A sentence the family wants us to remember.",
                        verbose_name="in their own words",
                    ),
                ),
                ("voice_by", models.CharField(blank=True, max_length=100, verbose_name="who said it")),
                ("voice_on", models.DateField(blank=True, null=True, verbose_name="said on")),
                ("known_since", models.DateField(default=django.utils.timezone.localdate, editable=False)),
                (
                    "search_name",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agency.database.Plain(models.F("name")),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "center",
                    models.ForeignKey(
                        help_text="Where our staff who serve this family work.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="families",
                        to="agency.center",
                        verbose_name="center",
                    ),
                ),
            ],
            options={
                "verbose_name": "family",
                "verbose_name_plural": "families",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Enrollment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "option",
                    models.CharField(
                        choices=[
                            ("center", "center-based"),
                            ("home", "home-based"),
                            ("fcc", "family child care"),
                            ("local", "locally designed"),
                            ("pregnancy", "pregnancy"),
                        ],
                        default="center",
                        max_length=10,
                        verbose_name="option",
                    ),
                ),
                ("entered_on", models.DateField(verbose_name="first day")),
                ("exited_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "exit_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("moved", "moved away"),
                            ("kindergarten", "went on to kindergarten"),
                            ("transfer", "went on to another program of ours"),
                            ("other_care", "chose other care"),
                            ("schedule", "hours or transport did not fit"),
                            ("birth", "the baby was born"),
                            ("unknown", "not known"),
                        ],
                        max_length=20,
                        verbose_name="why they left",
                    ),
                ),
                (
                    "center",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enrollments",
                        to="agency.center",
                        verbose_name="center",
                    ),
                ),
                (
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enrollments",
                        to="agency.program",
                        verbose_name="program",
                    ),
                ),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="enrollments", to="families.family"
                    ),
                ),
            ],
            options={
                "verbose_name": "enrollment",
                "verbose_name_plural": "enrollments",
                "ordering": ["-entered_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="AssignmentHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("primary", "main worker"),
                            ("cover", "covering for a colleague"),
                            ("team", "on the team"),
                        ],
                        default="primary",
                        max_length=10,
                        verbose_name="as",
                    ),
                ),
                ("starts_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("handover_note", models.TextField(blank=True, verbose_name="what the next worker should know")),
                (
                    "assigned_by",
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
                        to="families.assignment",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="member of staff",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="assignment",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="assignments", to="families.family"
            ),
        ),
        migrations.AddField(
            model_name="assessment",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="assessments", to="families.family"
            ),
        ),
        migrations.CreateModel(
            name="FamilyHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "name",
                    models.CharField(
                        help_text="As the family calls itself: “Alvarez”.", max_length=150, verbose_name="family name"
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
                        default="en",
                        max_length=5,
                        verbose_name="language they want us to use",
                    ),
                ),
                ("also_speaks", models.CharField(blank=True, max_length=100, verbose_name="other languages at home")),
                ("needs_interpreter", models.BooleanField(default=False, verbose_name="needs an interpreter")),
                (
                    "voice",
                    models.TextField(
                        blank=True,
                        help_text="A sentence the family wants us to remember.",
                        verbose_name="in their own words",
                    ),
                ),
                ("voice_by", models.CharField(blank=True, max_length=100, verbose_name="who said it")),
                ("voice_on", models.DateField(blank=True, null=True, verbose_name="said on")),
                ("known_since", models.DateField(default=django.utils.timezone.localdate, editable=False)),
                (
                    "added_by",
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
                    "center",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="Where our staff who serve this family work.",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agency.center",
                        verbose_name="center",
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
                        to="families.family",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FamilyMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("parent", "parent or guardian"),
                            ("child", "child"),
                            ("other", "somebody else who matters"),
                        ],
                        max_length=10,
                        verbose_name="who this is",
                    ),
                ),
                (
                    "relationship",
                    models.CharField(
                        choices=[
                            ("mother", "mother"),
                            ("father", "father"),
                            ("stepmother", "stepmother"),
                            ("stepfather", "stepfather"),
                            ("grandmother", "grandmother"),
                            ("grandfather", "grandfather"),
                            ("aunt", "aunt"),
                            ("uncle", "uncle"),
                            ("foster", "foster parent"),
                            ("kin_foster", "foster parent who is a relative"),
                            ("guardian", "legal guardian"),
                            ("partner", "partner of a parent"),
                            ("child", "child"),
                            ("foster_child", "foster child"),
                            ("grandchild", "grandchild"),
                            ("relative", "other relative"),
                            ("friend", "not related"),
                            ("unknown", "not asked yet"),
                        ],
                        default="unknown",
                        max_length=20,
                        verbose_name="relationship",
                    ),
                ),
                ("is_father_figure", models.BooleanField(default=False, verbose_name="father or father figure")),
                ("first_name", models.CharField(max_length=100, verbose_name="first name")),
                ("last_name", models.CharField(blank=True, max_length=100, verbose_name="last name")),
                ("born_on", models.DateField(blank=True, null=True, verbose_name="birth date")),
                ("is_expecting", models.BooleanField(default=False, verbose_name="expecting a baby")),
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
                (
                    "about",
                    models.CharField(
                        blank=True, help_text="“Artistic, loves music.”", max_length=200, verbose_name="good to know"
                    ),
                ),
                ("is_main_contact", models.BooleanField(default=False, verbose_name="we talk to this person first")),
                (
                    "reach_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("text", "text"),
                            ("call", "call"),
                            ("email", "e-mail"),
                            ("mail", "letter"),
                            ("in_person", "in person"),
                        ],
                        max_length=10,
                        verbose_name="best way to reach them",
                    ),
                ),
                (
                    "reach_note",
                    models.CharField(
                        blank=True,
                        help_text="Times, numbers not to use, who may hear a message.",
                        max_length=300,
                        verbose_name="before you reach out",
                    ),
                ),
                ("do_not_contact", models.BooleanField(default=False, verbose_name="do not contact this person")),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="no longer part of the family since")),
                (
                    "search_name",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agency.database.Plain(
                            django.db.models.functions.text.Concat(
                                "first_name",
                                models.Value(" "),
                                django.db.models.functions.comparison.Coalesce("last_name", models.Value("")),
                            )
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="members", to="families.family"
                    ),
                ),
            ],
            options={
                "verbose_name": "member of a family",
                "verbose_name_plural": "members of families",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ExternalId",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source", models.SlugField(max_length=40)),
                ("kind", models.SlugField(max_length=20)),
                ("value", models.CharField(max_length=100)),
                ("content_hash", models.CharField(blank=True, max_length=64)),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="external_ids", to="families.family"
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="external_ids",
                        to="families.familymember",
                    ),
                ),
            ],
            options={
                "verbose_name": "key in another system",
            },
        ),
        migrations.CreateModel(
            name="EnrollmentHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "option",
                    models.CharField(
                        choices=[
                            ("center", "center-based"),
                            ("home", "home-based"),
                            ("fcc", "family child care"),
                            ("local", "locally designed"),
                            ("pregnancy", "pregnancy"),
                        ],
                        default="center",
                        max_length=10,
                        verbose_name="option",
                    ),
                ),
                ("entered_on", models.DateField(verbose_name="first day")),
                ("exited_on", models.DateField(blank=True, null=True, verbose_name="last day")),
                (
                    "exit_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("moved", "moved away"),
                            ("kindergarten", "went on to kindergarten"),
                            ("transfer", "went on to another program of ours"),
                            ("other_care", "chose other care"),
                            ("schedule", "hours or transport did not fit"),
                            ("birth", "the baby was born"),
                            ("unknown", "not known"),
                        ],
                        max_length=20,
                        verbose_name="why they left",
                    ),
                ),
                (
                    "center",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agency.center",
                        verbose_name="center",
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
                        to="families.enrollment",
                    ),
                ),
                (
                    "program",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agency.program",
                        verbose_name="program",
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
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="families.familymember",
                        verbose_name="child, or pregnant woman",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="enrollment",
            name="member",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="enrollments",
                to="families.familymember",
                verbose_name="child, or pregnant woman",
            ),
        ),
        migrations.CreateModel(
            name="ContactPointHistory",
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
                            ("mobile", "mobile phone"),
                            ("home", "home phone"),
                            ("work", "work phone"),
                            ("email", "e-mail"),
                        ],
                        default="mobile",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("value", models.CharField(max_length=200, verbose_name="number or address")),
                ("digits", models.CharField(blank=True, editable=False, max_length=20)),
                ("may_text", models.BooleanField(default=False, verbose_name="texts are fine")),
                ("may_leave_message", models.BooleanField(default=False, verbose_name="a message may be left")),
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
                        to="families.contactpoint",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="families.familymember",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="contactpoint",
            name="member",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="contact_points", to="families.familymember"
            ),
        ),
        migrations.AddField(
            model_name="assessment",
            name="took_part",
            field=models.ManyToManyField(
                blank=True, related_name="+", to="families.familymember", verbose_name="who took part"
            ),
        ),
        migrations.CreateModel(
            name="Household",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "label",
                    models.CharField(
                        blank=True,
                        help_text="Needed only when there are two.",
                        max_length=100,
                        verbose_name="whose home",
                    ),
                ),
                ("address_1", models.CharField(blank=True, max_length=200, verbose_name="street")),
                ("address_2", models.CharField(blank=True, max_length=100, verbose_name="apartment, unit")),
                ("city", models.CharField(blank=True, max_length=100, verbose_name="city")),
                ("state", models.CharField(blank=True, max_length=2, verbose_name="state")),
                ("postal_code", models.CharField(blank=True, max_length=10, verbose_name="ZIP code")),
                (
                    "is_hidden",
                    models.BooleanField(
                        default=False,
                        help_text="It is left out of print, letters and exports, and shown only when somebody asks for it.",
                        verbose_name="keep this address hidden",
                    ),
                ),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="households", to="families.family"
                    ),
                ),
            ],
            options={
                "verbose_name": "household",
                "verbose_name_plural": "households",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="FamilyMemberHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("parent", "parent or guardian"),
                            ("child", "child"),
                            ("other", "somebody else who matters"),
                        ],
                        max_length=10,
                        verbose_name="who this is",
                    ),
                ),
                (
                    "relationship",
                    models.CharField(
                        choices=[
                            ("mother", "mother"),
                            ("father", "father"),
                            ("stepmother", "stepmother"),
                            ("stepfather", "stepfather"),
                            ("grandmother", "grandmother"),
                            ("grandfather", "grandfather"),
                            ("aunt", "aunt"),
                            ("uncle", "uncle"),
                            ("foster", "foster parent"),
                            ("kin_foster", "foster parent who is a relative"),
                            ("guardian", "legal guardian"),
                            ("partner", "partner of a parent"),
                            ("child", "child"),
                            ("foster_child", "foster child"),
                            ("grandchild", "grandchild"),
                            ("relative", "other relative"),
                            ("friend", "not related"),
                            ("unknown", "not asked yet"),
                        ],
                        default="unknown",
                        max_length=20,
                        verbose_name="relationship",
                    ),
                ),
                ("is_father_figure", models.BooleanField(default=False, verbose_name="father or father figure")),
                ("first_name", models.CharField(max_length=100, verbose_name="first name")),
                ("last_name", models.CharField(blank=True, max_length=100, verbose_name="last name")),
                ("born_on", models.DateField(blank=True, null=True, verbose_name="birth date")),
                ("is_expecting", models.BooleanField(default=False, verbose_name="expecting a baby")),
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
                (
                    "about",
                    models.CharField(
                        blank=True, help_text="“Artistic, loves music.”", max_length=200, verbose_name="good to know"
                    ),
                ),
                ("is_main_contact", models.BooleanField(default=False, verbose_name="we talk to this person first")),
                (
                    "reach_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("text", "text"),
                            ("call", "call"),
                            ("email", "e-mail"),
                            ("mail", "letter"),
                            ("in_person", "in person"),
                        ],
                        max_length=10,
                        verbose_name="best way to reach them",
                    ),
                ),
                (
                    "reach_note",
                    models.CharField(
                        blank=True,
                        help_text="Times, numbers not to use, who may hear a message.",
                        max_length=300,
                        verbose_name="before you reach out",
                    ),
                ),
                ("do_not_contact", models.BooleanField(default=False, verbose_name="do not contact this person")),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="no longer part of the family since")),
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
                        to="families.familymember",
                    ),
                ),
                (
                    "household",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="families.household",
                        verbose_name="lives at",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="familymember",
            name="household",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="members",
                to="families.household",
                verbose_name="lives at",
            ),
        ),
        migrations.CreateModel(
            name="HouseholdHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "label",
                    models.CharField(
                        blank=True,
                        help_text="Needed only when there are two.",
                        max_length=100,
                        verbose_name="whose home",
                    ),
                ),
                ("address_1", models.CharField(blank=True, max_length=200, verbose_name="street")),
                ("address_2", models.CharField(blank=True, max_length=100, verbose_name="apartment, unit")),
                ("city", models.CharField(blank=True, max_length=100, verbose_name="city")),
                ("state", models.CharField(blank=True, max_length=2, verbose_name="state")),
                ("postal_code", models.CharField(blank=True, max_length=10, verbose_name="ZIP code")),
                (
                    "is_hidden",
                    models.BooleanField(
                        default=False,
                        help_text="It is left out of print, letters and exports, and shown only when somebody asks for it.",
                        verbose_name="keep this address hidden",
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
                        to="families.household",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InstrumentVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("published_on", models.DateField(null=True)),
                ("retired_on", models.DateField(null=True)),
                (
                    "intro",
                    agency.words.WordsField(blank=True, default=dict, verbose_name="what we say before we begin"),
                ),
                (
                    "levels",
                    models.JSONField(help_text="The five levels, strongest first: value and label by language."),
                ),
                (
                    "outcome_texts",
                    models.JSONField(help_text="For each outcome: name and opening question by language."),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="families.instrument"
                    ),
                ),
            ],
            options={
                "verbose_name": "version of an instrument",
            },
        ),
        migrations.CreateModel(
            name="AssessmentHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "occasion",
                    models.CharField(
                        choices=[("first", "first"), ("middle", "in the middle of the year"), ("end", "at the end")],
                        default="first",
                        max_length=10,
                        verbose_name="occasion",
                    ),
                ),
                ("started_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="begun on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="talked through on")),
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
                        default="en",
                        max_length=5,
                        verbose_name="language we spoke",
                    ),
                ),
                ("with_interpreter", models.BooleanField(default=False, verbose_name="with an interpreter")),
                (
                    "place",
                    models.CharField(
                        choices=[
                            ("home", "at home"),
                            ("center", "at the center"),
                            ("community", "somewhere else"),
                            ("phone", "by phone"),
                            ("video", "by video"),
                        ],
                        default="home",
                        max_length=10,
                        verbose_name="where",
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
                        to="families.assessment",
                    ),
                ),
                (
                    "staff",
                    models.ForeignKey(
                        db_constraint=False,
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
                    "version",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="families.instrumentversion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="assessment",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="families.instrumentversion"
            ),
        ),
        migrations.CreateModel(
            name="Item",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=10)),
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
                        ]
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "is_urgent",
                    models.BooleanField(default=False, help_text="The lowest answer may not wait until tomorrow."),
                ),
                (
                    "concerns",
                    models.CharField(
                        choices=[
                            ("all", "every family"),
                            ("baby", "families with a baby or expecting one"),
                            ("special", "families it concerns"),
                        ],
                        default="all",
                        max_length=10,
                    ),
                ),
                ("label", agency.words.WordsField()),
                ("ask", agency.words.WordsField()),
                ("strength_ask", agency.words.WordsField(blank=True, default=dict)),
                ("anchors", models.JSONField()),
                (
                    "category",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.servicecategory",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="families.instrumentversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "question",
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="AnswerHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("level", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "no_level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ND", "we have not talked about it"),
                            ("PN", "prefer not to say"),
                            ("NA", "does not apply"),
                        ],
                        max_length=2,
                    ),
                ),
                ("staff_level", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "work_on",
                    models.CharField(
                        blank=True, choices=[("now", "now"), ("later", "later"), ("no", "no")], max_length=5
                    ),
                ),
                ("is_urgent", models.BooleanField(default=False)),
                ("strength", models.CharField(blank=True, max_length=500, verbose_name="what is going well")),
                ("answered_at", models.DateTimeField(default=django.utils.timezone.now)),
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
                        to="families.answer",
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="families.assessment",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="families.item",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="answer",
            name="item",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="families.item"),
        ),
        migrations.CreateModel(
            name="Need",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "what",
                    models.CharField(
                        help_text="In a few words, as the family would say it.",
                        max_length=200,
                        verbose_name="what is hard",
                    ),
                ),
                (
                    "urgency",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "can wait"), (2, "soon"), (3, "today")], default=2, verbose_name="how soon"
                    ),
                ),
                (
                    "intensity",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "a push is enough"), (2, "steady support"), (3, "a lot of support")],
                        default=2,
                        verbose_name="how much support",
                    ),
                ),
                (
                    "interest",
                    models.CharField(
                        choices=[("now", "now"), ("later", "later"), ("no", "no")],
                        default="now",
                        max_length=5,
                        verbose_name="do they want to work on it",
                    ),
                ),
                ("opened_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="told us on")),
                ("opened_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("first_step_at", models.DateTimeField(editable=False, null=True)),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                (
                    "closing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("met", "the need is met"),
                            ("partly", "partly met, and that is enough"),
                            ("changed", "no longer what they want to work on"),
                            ("left", "the family left the program"),
                        ],
                        max_length=10,
                        verbose_name="how it ended",
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
                    "answer",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="needs",
                        to="families.answer",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.servicecategory",
                        verbose_name="kind of need",
                    ),
                ),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="needs", to="families.family"
                    ),
                ),
            ],
            options={
                "verbose_name": "need",
                "verbose_name_plural": "needs",
                "ordering": ["closed_on", "-urgency", "opened_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="NeedHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "what",
                    models.CharField(
                        help_text="In a few words, as the family would say it.",
                        max_length=200,
                        verbose_name="what is hard",
                    ),
                ),
                (
                    "urgency",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "can wait"), (2, "soon"), (3, "today")], default=2, verbose_name="how soon"
                    ),
                ),
                (
                    "intensity",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "a push is enough"), (2, "steady support"), (3, "a lot of support")],
                        default=2,
                        verbose_name="how much support",
                    ),
                ),
                (
                    "interest",
                    models.CharField(
                        choices=[("now", "now"), ("later", "later"), ("no", "no")],
                        default="now",
                        max_length=5,
                        verbose_name="do they want to work on it",
                    ),
                ),
                ("opened_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="told us on")),
                ("opened_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("first_step_at", models.DateTimeField(editable=False, null=True)),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                (
                    "closing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("met", "the need is met"),
                            ("partly", "partly met, and that is enough"),
                            ("changed", "no longer what they want to work on"),
                            ("left", "the family left the program"),
                        ],
                        max_length=10,
                        verbose_name="how it ended",
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
                    "answer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="families.answer",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agency.servicecategory",
                        verbose_name="kind of need",
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
                        to="families.need",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReviewerAccess",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_on", models.DateField(default=django.utils.timezone.localdate)),
                ("ends_on", models.DateField()),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="families.family"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "family on a reviewer's list",
            },
        ),
        migrations.CreateModel(
            name="ServiceReceived",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=200, verbose_name="what they received")),
                ("received_on", models.DateField(verbose_name="on")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("program", "from our program"),
                            ("referral", "from a partner, through our referral"),
                            ("family", "the family found it themselves"),
                        ],
                        default="program",
                        max_length=10,
                        verbose_name="where it came from",
                    ),
                ),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.servicecategory",
                        verbose_name="kind of help",
                    ),
                ),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="services_received",
                        to="families.family",
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="services_received",
                        to="families.need",
                        verbose_name="for this need",
                    ),
                ),
                (
                    "participants",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="families.familymember", verbose_name="who took part"
                    ),
                ),
                (
                    "program_year",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.programyear",
                        verbose_name="counts in",
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
                "verbose_name": "help received",
                "verbose_name_plural": "help received",
                "ordering": ["-received_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ServiceReceivedHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("what", models.CharField(max_length=200, verbose_name="what they received")),
                ("received_on", models.DateField(verbose_name="on")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("program", "from our program"),
                            ("referral", "from a partner, through our referral"),
                            ("family", "the family found it themselves"),
                        ],
                        default="program",
                        max_length=10,
                        verbose_name="where it came from",
                    ),
                ),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "category",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agency.servicecategory",
                        verbose_name="kind of help",
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
                    "need",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                        to="families.servicereceived",
                    ),
                ),
                (
                    "program_year",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="agency.programyear",
                        verbose_name="counts in",
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
        migrations.AddIndex(
            model_name="family",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["search_name"], name="family_by_name", opclasses=["gin_trgm_ops"]
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="family",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="a0116f826ff0b467375dc4c2fc8960fcf6d8e7b4",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_f27d5",
                    table="families_family",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="family",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."added_by_id" IS DISTINCT FROM (NEW."added_by_id") OR OLD."also_speaks" IS DISTINCT FROM (NEW."also_speaks") OR OLD."center_id" IS DISTINCT FROM (NEW."center_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."known_since" IS DISTINCT FROM (NEW."known_since") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."needs_interpreter" IS DISTINCT FROM (NEW."needs_interpreter") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."voice" IS DISTINCT FROM (NEW."voice") OR OLD."voice_by" IS DISTINCT FROM (NEW."voice_by") OR OLD."voice_on" IS DISTINCT FROM (NEW."voice_on"))',
                    func='INSERT INTO "families_familyhistory" ("added_by_id", "also_speaks", "center_id", "id", "known_since", "language", "name", "needs_interpreter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "voice", "voice_by", "voice_on") VALUES (OLD."added_by_id", OLD."also_speaks", OLD."center_id", OLD."id", OLD."known_since", OLD."language", OLD."name", OLD."needs_interpreter", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."version", OLD."voice", OLD."voice_by", OLD."voice_on"); RETURN NULL;',
                    hash="4b2bd26a04ef2e49847227d4a3787819d85a3740",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_46300",
                    table="families_family",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="family",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_familyhistory" ("added_by_id", "also_speaks", "center_id", "id", "known_since", "language", "name", "needs_interpreter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "voice", "voice_by", "voice_on") VALUES (OLD."added_by_id", OLD."also_speaks", OLD."center_id", OLD."id", OLD."known_since", OLD."language", OLD."name", OLD."needs_interpreter", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."version", OLD."voice", OLD."voice_by", OLD."voice_on"); RETURN NULL;',
                    hash="b41e92e817aef94485b13ff6e17771eb243d5728",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_13bec",
                    table="families_family",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assignmenthistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f48ad0ef480dbb2f2592212dfb6fc716f9b0f14d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ea984",
                    table="families_assignmenthistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(fields=["worker", "ends_on"], name="families_of_a_worker"),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                name="assignment_ends_after_it_starts",
                violation_error_message="The last day cannot come before the first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("kind", "primary")),
                expressions=[("family", "="), (agency.models.organisation.DateRange("starts_on", "ends_on"), "&&")],
                name="one_main_worker_at_a_time",
                violation_error_message="This family has a main worker in these days already.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assignment",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_assignmenthistory" ("assigned_by_id", "ends_on", "family_id", "handover_note", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "worker_id") VALUES (OLD."assigned_by_id", OLD."ends_on", OLD."family_id", OLD."handover_note", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."starts_on", OLD."worker_id"); RETURN NULL;',
                    hash="1b158d53202fbf5d4179ce6ba044cb33dace8068",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_13ff7",
                    table="families_assignment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assignment",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_assignmenthistory" ("assigned_by_id", "ends_on", "family_id", "handover_note", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "worker_id") VALUES (OLD."assigned_by_id", OLD."ends_on", OLD."family_id", OLD."handover_note", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."starts_on", OLD."worker_id"); RETURN NULL;',
                    hash="0e7a7d2b50eccea1ba4ea808bce400588ebf6cd5",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_ce089",
                    table="families_assignment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familyhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="56e5585a152052c5bbc4700a32654b63f6302d27",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a9217",
                    table="families_familyhistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="externalid",
            index=models.Index(fields=["source", "kind", "value"], name="external_id_found"),
        ),
        migrations.AddConstraint(
            model_name="externalid",
            constraint=models.UniqueConstraint(fields=("source", "kind", "value", "family"), name="external_id_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enrollmenthistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bdbeb38df07cca97e70025a8840c89ed7d9fc027",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a40a1",
                    table="families_enrollmenthistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="enrollment",
            index=models.Index(fields=["center", "family"], name="places_at_a_center"),
        ),
        migrations.AddIndex(
            model_name="enrollment",
            index=models.Index(fields=["program", "entered_on"], name="places_in_a_program"),
        ),
        migrations.AddConstraint(
            model_name="enrollment",
            constraint=models.CheckConstraint(
                condition=models.Q(("exited_on", None), ("exited_on__gte", models.F("entered_on")), _connector="OR"),
                name="exit_not_before_entry",
                violation_error_message="The last day cannot come before the first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="enrollment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("exit_reason", ""), ("exited_on", None)), ("exited_on__isnull", False), _connector="OR"
                ),
                name="exit_with_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="enrollment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("exited_on", None)),
                fields=("member", "program"),
                name="one_open_place_a_program",
                violation_error_message="This person has a place in this program already.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enrollment",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_enrollmenthistory" ("center_id", "entered_on", "exit_reason", "exited_on", "family_id", "id", "member_id", "option", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id") VALUES (OLD."center_id", OLD."entered_on", OLD."exit_reason", OLD."exited_on", OLD."family_id", OLD."id", OLD."member_id", OLD."option", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."program_id"); RETURN NULL;',
                    hash="76f81da44779005c0f28b002c05868eb491e0384",
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
                    func='INSERT INTO "families_enrollmenthistory" ("center_id", "entered_on", "exit_reason", "exited_on", "family_id", "id", "member_id", "option", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id") VALUES (OLD."center_id", OLD."entered_on", OLD."exit_reason", OLD."exited_on", OLD."family_id", OLD."id", OLD."member_id", OLD."option", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."program_id"); RETURN NULL;',
                    hash="cf014941e2b8e5dc83b05bea0d30c1069b39c7b0",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_89daf",
                    table="families_enrollment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactpointhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="43963e933f59c17fa511d0b8d390024d2a81e532",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7c94c",
                    table="families_contactpointhistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="contactpoint",
            index=models.Index(fields=["digits"], name="contact_by_digits"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="8d0ea54fbb1830f5220714c8d7a49ac80844d1de",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_de032",
                    table="families_contactpoint",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_contactpointhistory" ("digits", "id", "kind", "may_leave_message", "may_text", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "version") VALUES (OLD."digits", OLD."id", OLD."kind", OLD."may_leave_message", OLD."may_text", OLD."member_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."value", OLD."version"); RETURN NULL;',
                    hash="d2cf498689904b2b92b35f98917318136ac84562",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_598be",
                    table="families_contactpoint",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_contactpointhistory" ("digits", "id", "kind", "may_leave_message", "may_text", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "value", "version") VALUES (OLD."digits", OLD."id", OLD."kind", OLD."may_leave_message", OLD."may_text", OLD."member_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."value", OLD."version"); RETURN NULL;',
                    hash="6641d79a1bd9d9c1a34d0abee2f27f52867d5f81",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_580e6",
                    table="families_contactpoint",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="household",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="ab2a83c58d7921a89db5663a7f09f42dea7c2966",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_a4c66",
                    table="families_household",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="household",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_householdhistory" ("address_1", "address_2", "city", "family_id", "id", "is_hidden", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postal_code", "state", "version") VALUES (OLD."address_1", OLD."address_2", OLD."city", OLD."family_id", OLD."id", OLD."is_hidden", OLD."label", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."postal_code", OLD."state", OLD."version"); RETURN NULL;',
                    hash="a59eac371c34804ebbcd09cc620b20dc1be8be66",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_3bb88",
                    table="families_household",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="household",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_householdhistory" ("address_1", "address_2", "city", "family_id", "id", "is_hidden", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postal_code", "state", "version") VALUES (OLD."address_1", OLD."address_2", OLD."city", OLD."family_id", OLD."id", OLD."is_hidden", OLD."label", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."postal_code", OLD."state", OLD."version"); RETURN NULL;',
                    hash="3eb1b598b9bf858bf48c46e9b58385d5a17714a7",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_4a9b1",
                    table="families_household",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familymemberhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="af55b01a920c3b5eee01489cbb9b68ccec7eef26",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9cd54",
                    table="families_familymemberhistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="familymember",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["search_name"], name="member_by_name", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddConstraint(
            model_name="familymember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_main_contact", True)),
                fields=("family",),
                name="one_main_contact",
                violation_error_message="This family has a main contact already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="familymember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_expecting", False), models.Q(("role", "child"), _negated=True), _connector="OR"
                ),
                name="only_adults_expect",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familymember",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="e593300c77bd5d4d25af25c0d7c50a319da33fd2",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_b72ae",
                    table="families_familymember",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familymember",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."about" IS DISTINCT FROM (NEW."about") OR OLD."born_on" IS DISTINCT FROM (NEW."born_on") OR OLD."do_not_contact" IS DISTINCT FROM (NEW."do_not_contact") OR OLD."family_id" IS DISTINCT FROM (NEW."family_id") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."household_id" IS DISTINCT FROM (NEW."household_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_expecting" IS DISTINCT FROM (NEW."is_expecting") OR OLD."is_father_figure" IS DISTINCT FROM (NEW."is_father_figure") OR OLD."is_main_contact" IS DISTINCT FROM (NEW."is_main_contact") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."left_on" IS DISTINCT FROM (NEW."left_on") OR OLD."reach_by" IS DISTINCT FROM (NEW."reach_by") OR OLD."reach_note" IS DISTINCT FROM (NEW."reach_note") OR OLD."relationship" IS DISTINCT FROM (NEW."relationship") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                    func='INSERT INTO "families_familymemberhistory" ("about", "born_on", "do_not_contact", "family_id", "first_name", "household_id", "id", "is_expecting", "is_father_figure", "is_main_contact", "language", "last_name", "left_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach_by", "reach_note", "relationship", "role", "version") VALUES (OLD."about", OLD."born_on", OLD."do_not_contact", OLD."family_id", OLD."first_name", OLD."household_id", OLD."id", OLD."is_expecting", OLD."is_father_figure", OLD."is_main_contact", OLD."language", OLD."last_name", OLD."left_on", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."reach_by", OLD."reach_note", OLD."relationship", OLD."role", OLD."version"); RETURN NULL;',
                    hash="10336b5dc28e17292a7d287ff2288c9306c50a8f",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_19502",
                    table="families_familymember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familymember",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_familymemberhistory" ("about", "born_on", "do_not_contact", "family_id", "first_name", "household_id", "id", "is_expecting", "is_father_figure", "is_main_contact", "language", "last_name", "left_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach_by", "reach_note", "relationship", "role", "version") VALUES (OLD."about", OLD."born_on", OLD."do_not_contact", OLD."family_id", OLD."first_name", OLD."household_id", OLD."id", OLD."is_expecting", OLD."is_father_figure", OLD."is_main_contact", OLD."language", OLD."last_name", OLD."left_on", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reach_by", OLD."reach_note", OLD."relationship", OLD."role", OLD."version"); RETURN NULL;',
                    hash="0d375e868eb8afd39fcc8d1b7848d04bd2031e39",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_7a4ab",
                    table="families_familymember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="householdhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="375eda91cafcf633120d243f25cf3785e107f14c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_de313",
                    table="families_householdhistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="instrumentversion",
            constraint=models.UniqueConstraint(fields=("instrument", "number"), name="instrument_version_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assessmenthistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="47378a9627ff0576b1135b4ef455fdf58e1c78f1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e5850",
                    table="families_assessmenthistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="assessment",
            index=models.Index(fields=["family", "done_on"], name="conversations_done"),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("done_on", None)), fields=("family",), name="one_open_conversation"
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(("done_on", None), ("done_on__gte", models.F("started_on")), _connector="OR"),
                name="conversation_done_after_begun",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_assessmenthistory" ("done_on", "family_id", "id", "language", "occasion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "staff_id", "started_on", "version_id", "with_interpreter") VALUES (OLD."done_on", OLD."family_id", OLD."id", OLD."language", OLD."occasion", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."place", OLD."staff_id", OLD."started_on", OLD."version_id", OLD."with_interpreter"); RETURN NULL;',
                    hash="64b2faa35ef184c5c9b442da5bdf4bb5738e9260",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_fb265",
                    table="families_assessment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_assessmenthistory" ("done_on", "family_id", "id", "language", "occasion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "staff_id", "started_on", "version_id", "with_interpreter") VALUES (OLD."done_on", OLD."family_id", OLD."id", OLD."language", OLD."occasion", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."place", OLD."staff_id", OLD."started_on", OLD."version_id", OLD."with_interpreter"); RETURN NULL;',
                    hash="5476652bd6a400996362f2eb9b6d869078fc8048",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_c00bb",
                    table="families_assessment",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.UniqueConstraint(fields=("version", "code"), name="item_once_in_a_version"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="answerhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b058df1ff3b91598da713c62e4cd759922a09bd9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7d9a6",
                    table="families_answerhistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.UniqueConstraint(fields=("assessment", "item"), name="one_answer_a_question"),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("level__range", (1, 5)), ("no_level", "")),
                    models.Q(("level", None), models.Q(("no_level", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_level_or_why_not",
            ),
        ),
        migrations.AddConstraint(
            model_name="answer",
            constraint=models.CheckConstraint(
                condition=models.Q(("staff_level", None), ("staff_level__range", (1, 5)), _connector="OR"),
                name="staff_level_in_range",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="answer",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_answerhistory" ("answered_at", "assessment_id", "id", "is_urgent", "item_id", "level", "no_level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "staff_level", "strength", "work_on") VALUES (OLD."answered_at", OLD."assessment_id", OLD."id", OLD."is_urgent", OLD."item_id", OLD."level", OLD."no_level", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."staff_level", OLD."strength", OLD."work_on"); RETURN NULL;',
                    hash="15d71cf0d499885610b29845a238fc0a43adddb1",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_34e90",
                    table="families_answer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="answer",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_answerhistory" ("answered_at", "assessment_id", "id", "is_urgent", "item_id", "level", "no_level", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "staff_level", "strength", "work_on") VALUES (OLD."answered_at", OLD."assessment_id", OLD."id", OLD."is_urgent", OLD."item_id", OLD."level", OLD."no_level", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."staff_level", OLD."strength", OLD."work_on"); RETURN NULL;',
                    hash="ca07cc9a9c98a04bcd6f86d4b5eb9e1975869f4f",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_058e3",
                    table="families_answer",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="need",
            index=models.Index(condition=models.Q(("closed_on", None)), fields=["family"], name="open_needs"),
        ),
        migrations.AddIndex(
            model_name="need",
            index=models.Index(
                condition=models.Q(("closed_on", None), ("urgency", 3)), fields=["opened_at"], name="urgent_needs"
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_on", None), ("closing", "")),
                    models.Q(("closed_on__isnull", False), models.Q(("closing", ""), _negated=True)),
                    _connector="OR",
                ),
                name="need_closed_with_an_end",
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answer__isnull", False)), fields=("answer",), name="one_need_an_answer"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="need",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="69028bdf78319cb19ec544b6583bcb7febc8da94",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_3ab04",
                    table="families_need",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="need",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_needhistory" ("added_by_id", "answer_id", "category_id", "closed_on", "closing", "family_id", "first_step_at", "id", "intensity", "interest", "opened_at", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "urgency", "version", "what") VALUES (OLD."added_by_id", OLD."answer_id", OLD."category_id", OLD."closed_on", OLD."closing", OLD."family_id", OLD."first_step_at", OLD."id", OLD."intensity", OLD."interest", OLD."opened_at", OLD."opened_on", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."urgency", OLD."version", OLD."what"); RETURN NULL;',
                    hash="dfd8c9671a9993984e0a3b8c9005989cd102c199",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_f2572",
                    table="families_need",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="need",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_needhistory" ("added_by_id", "answer_id", "category_id", "closed_on", "closing", "family_id", "first_step_at", "id", "intensity", "interest", "opened_at", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "urgency", "version", "what") VALUES (OLD."added_by_id", OLD."answer_id", OLD."category_id", OLD."closed_on", OLD."closing", OLD."family_id", OLD."first_step_at", OLD."id", OLD."intensity", OLD."interest", OLD."opened_at", OLD."opened_on", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."urgency", OLD."version", OLD."what"); RETURN NULL;',
                    hash="91ec8ce222d616ea4a3d0f25bf277d081ee9c42f",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_5a49a",
                    table="families_need",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="bb622b2c099d0b09e77ddeb3816c3f17833213bd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_58a6b",
                    table="families_needhistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="revieweraccess",
            constraint=models.UniqueConstraint(fields=("user", "family"), name="on_a_list_once"),
        ),
        migrations.AddIndex(
            model_name="servicereceived",
            index=models.Index(fields=["family", "-received_on"], name="help_of_a_family"),
        ),
        migrations.AddIndex(
            model_name="servicereceived",
            index=models.Index(fields=["received_on", "category"], name="help_in_time"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="servicereceived",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_servicereceivedhistory" ("category_id", "family_id", "id", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_year_id", "received_on", "recorded_at", "recorded_by_id", "source", "what") VALUES (OLD."category_id", OLD."family_id", OLD."id", OLD."need_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."program_year_id", OLD."received_on", OLD."recorded_at", OLD."recorded_by_id", OLD."source", OLD."what"); RETURN NULL;',
                    hash="8c56a6a74a32bb087903a282b35e290f4a4cda31",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_dcfd2",
                    table="families_servicereceived",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="servicereceived",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_servicereceivedhistory" ("category_id", "family_id", "id", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_year_id", "received_on", "recorded_at", "recorded_by_id", "source", "what") VALUES (OLD."category_id", OLD."family_id", OLD."id", OLD."need_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."program_year_id", OLD."received_on", OLD."recorded_at", OLD."recorded_by_id", OLD."source", OLD."what"); RETURN NULL;',
                    hash="457ccb827982446f9be36f3316ef799ca4ea3d4d",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_40d78",
                    table="families_servicereceived",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="servicereceivedhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4e49d4a8f6c9678cbde58031cd455d1170ddfd73",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_555a6",
                    table="families_servicereceivedhistory",
                    when="BEFORE",
                ),
            ),
        ),
    ]
