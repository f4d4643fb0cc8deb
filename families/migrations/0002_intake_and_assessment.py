import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import agency.database
from agency.at_once import AtOnce


class Migration(AtOnce):
    dependencies = [
        ("agency", "0002_imports_and_more"),
        ("families", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Activity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("workshop", "workshop"),
                            ("class", "parenting class"),
                            ("conference", "parent-teacher conference"),
                            ("home_visit", "home visit"),
                            ("socialization", "group socialization"),
                            ("event", "family event"),
                            ("committee", "parent committee"),
                            ("policy_council", "policy council"),
                            ("volunteering", "volunteering"),
                            ("other", "something else"),
                        ],
                        default="workshop",
                        max_length=15,
                        verbose_name="what it is",
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="what we call it")),
                (
                    "father_item",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("assessment", "the family’s assessment"),
                            ("goals", "setting the family’s goals"),
                            ("child", "their child’s development"),
                            ("governance", "decisions of the program"),
                            ("parenting", "parenting education"),
                        ],
                        help_text="Counted for the adults marked as father or father figure.",
                        max_length=12,
                        verbose_name="for fathers it counts as",
                    ),
                ),
                ("held_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="on")),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="minutes")),
                (
                    "in_kind_minutes",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Time families give that we may report as in kind.",
                        verbose_name="in-kind minutes for each adult",
                    ),
                ),
                (
                    "line",
                    models.CharField(
                        blank=True,
                        help_text="Name no other family in it. Left empty, the story says what we call it.",
                        max_length=200,
                        verbose_name="what each family’s story says",
                    ),
                ),
                ("posted_at", models.DateTimeField(editable=False, null=True)),
                ("undone_at", models.DateTimeField(editable=False, null=True)),
            ],
            options={
                "verbose_name": "activity",
                "verbose_name_plural": "activities",
                "ordering": ["-held_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ActivityHistory",
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
                            ("workshop", "workshop"),
                            ("class", "parenting class"),
                            ("conference", "parent-teacher conference"),
                            ("home_visit", "home visit"),
                            ("socialization", "group socialization"),
                            ("event", "family event"),
                            ("committee", "parent committee"),
                            ("policy_council", "policy council"),
                            ("volunteering", "volunteering"),
                            ("other", "something else"),
                        ],
                        default="workshop",
                        max_length=15,
                        verbose_name="what it is",
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="what we call it")),
                (
                    "father_item",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("assessment", "the family’s assessment"),
                            ("goals", "setting the family’s goals"),
                            ("child", "their child’s development"),
                            ("governance", "decisions of the program"),
                            ("parenting", "parenting education"),
                        ],
                        help_text="Counted for the adults marked as father or father figure.",
                        max_length=12,
                        verbose_name="for fathers it counts as",
                    ),
                ),
                ("held_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="on")),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="minutes")),
                (
                    "in_kind_minutes",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Time families give that we may report as in kind.",
                        verbose_name="in-kind minutes for each adult",
                    ),
                ),
                (
                    "line",
                    models.CharField(
                        blank=True,
                        help_text="Name no other family in it. Left empty, the story says what we call it.",
                        max_length=200,
                        verbose_name="what each family’s story says",
                    ),
                ),
                ("posted_at", models.DateTimeField(editable=False, null=True)),
                ("undone_at", models.DateTimeField(editable=False, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_present", models.BooleanField(default=False, verbose_name="came")),
                ("is_father_figure", models.BooleanField(default=False, verbose_name="father or father figure")),
                ("in_kind_minutes", models.PositiveSmallIntegerField(default=0, verbose_name="in-kind minutes")),
            ],
            options={
                "verbose_name": "attendance",
                "verbose_name_plural": "attendances",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="AttendanceHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("is_present", models.BooleanField(default=False, verbose_name="came")),
                ("is_father_figure", models.BooleanField(default=False, verbose_name="father or father figure")),
                ("in_kind_minutes", models.PositiveSmallIntegerField(default=0, verbose_name="in-kind minutes")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ChildWelfareInvolvement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("support", "voluntary or preventive support"),
                            ("assessment", "an assessment or investigation"),
                            ("in_home", "an open case, the child at home"),
                            ("out_of_home", "an open case, the child away from home"),
                            ("reunification", "coming home again"),
                            ("other", "something else"),
                        ],
                        max_length=15,
                        verbose_name="what it is",
                    ),
                ),
                ("agency_name", models.CharField(blank=True, max_length=150, verbose_name="agency")),
                ("caseworker", models.CharField(blank=True, max_length=150, verbose_name="caseworker")),
                ("caseworker_phone", models.CharField(blank=True, max_length=40, verbose_name="caseworker’s phone")),
                ("referred_to_us", models.BooleanField(default=False, verbose_name="they referred the child to us")),
                ("began_on", models.DateField(verbose_name="since")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="what staff must know")),
            ],
            options={
                "verbose_name": "child welfare involvement",
                "verbose_name_plural": "child welfare involvement",
                "ordering": ["-began_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ChildWelfareInvolvementHistory",
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
                            ("support", "voluntary or preventive support"),
                            ("assessment", "an assessment or investigation"),
                            ("in_home", "an open case, the child at home"),
                            ("out_of_home", "an open case, the child away from home"),
                            ("reunification", "coming home again"),
                            ("other", "something else"),
                        ],
                        max_length=15,
                        verbose_name="what it is",
                    ),
                ),
                ("agency_name", models.CharField(blank=True, max_length=150, verbose_name="agency")),
                ("caseworker", models.CharField(blank=True, max_length=150, verbose_name="caseworker")),
                ("caseworker_phone", models.CharField(blank=True, max_length=40, verbose_name="caseworker’s phone")),
                ("referred_to_us", models.BooleanField(default=False, verbose_name="they referred the child to us")),
                ("began_on", models.DateField(verbose_name="since")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="what staff must know")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Difference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source", models.SlugField(max_length=40)),
                ("said_on", models.DateField(default=django.utils.timezone.localdate)),
                ("fact", models.SlugField(max_length=40)),
                ("ours", models.CharField(blank=True, max_length=200)),
                ("theirs", models.CharField(max_length=200)),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ours", "ours is right"),
                            ("theirs", "theirs is right"),
                            ("settled", "they agree again"),
                        ],
                        max_length=10,
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "difference to another system",
                "verbose_name_plural": "differences to other systems",
                "ordering": ["family", "member", "pk"],
            },
        ),
        migrations.CreateModel(
            name="DifferenceHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("source", models.SlugField(db_index=False, max_length=40)),
                ("said_on", models.DateField(default=django.utils.timezone.localdate)),
                ("fact", models.SlugField(db_index=False, max_length=40)),
                ("ours", models.CharField(blank=True, max_length=200)),
                ("theirs", models.CharField(max_length=200)),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ours", "ours is right"),
                            ("theirs", "theirs is right"),
                            ("settled", "they agree again"),
                        ],
                        max_length=10,
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ExistingPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ifsp", "early intervention plan (IFSP)"),
                            ("iep", "special education plan (IEP)"),
                            ("tanf", "TANF or employment plan"),
                            ("housing", "housing plan"),
                            ("health", "health care plan"),
                            ("case", "child welfare case plan"),
                            ("treatment", "treatment plan"),
                            ("safety", "safety plan"),
                            ("other", "another plan"),
                        ],
                        max_length=10,
                        verbose_name="kind of plan",
                    ),
                ),
                ("agency_name", models.CharField(max_length=150, verbose_name="agency")),
                ("contact_name", models.CharField(blank=True, max_length=150, verbose_name="whom to ask there")),
                ("contact_phone", models.CharField(blank=True, max_length=40, verbose_name="their phone")),
                ("contact_email", models.EmailField(blank=True, max_length=254, verbose_name="their e-mail")),
                ("says", models.TextField(blank=True, verbose_name="what it says, in short")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "shared",
                    models.CharField(
                        choices=[
                            ("unknown", "not asked yet"),
                            ("yes", "yes, we have a copy or have read it"),
                            ("asked", "asked for"),
                            ("no", "no, and the family would rather not"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="shared with us",
                    ),
                ),
                (
                    "search_text",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agency.database.Plain(
                            django.db.models.functions.text.Concat(
                                "agency_name", models.Value(" "), "says", output_field=models.TextField()
                            )
                        ),
                        output_field=models.TextField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "plan elsewhere",
                "verbose_name_plural": "plans elsewhere",
                "ordering": ["kind", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ExistingPlanHistory",
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
                            ("ifsp", "early intervention plan (IFSP)"),
                            ("iep", "special education plan (IEP)"),
                            ("tanf", "TANF or employment plan"),
                            ("housing", "housing plan"),
                            ("health", "health care plan"),
                            ("case", "child welfare case plan"),
                            ("treatment", "treatment plan"),
                            ("safety", "safety plan"),
                            ("other", "another plan"),
                        ],
                        max_length=10,
                        verbose_name="kind of plan",
                    ),
                ),
                ("agency_name", models.CharField(max_length=150, verbose_name="agency")),
                ("contact_name", models.CharField(blank=True, max_length=150, verbose_name="whom to ask there")),
                ("contact_phone", models.CharField(blank=True, max_length=40, verbose_name="their phone")),
                ("contact_email", models.EmailField(blank=True, max_length=254, verbose_name="their e-mail")),
                ("says", models.TextField(blank=True, verbose_name="what it says, in short")),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "shared",
                    models.CharField(
                        choices=[
                            ("unknown", "not asked yet"),
                            ("yes", "yes, we have a copy or have read it"),
                            ("asked", "asked for"),
                            ("no", "no, and the family would rather not"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="shared with us",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FamilyConsent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("texts", "texts about the program"),
                            ("email", "e-mail about the program"),
                            ("photos", "photos of the child"),
                            ("stories", "telling their story"),
                            ("screening", "health and development screening"),
                            ("outings", "outings"),
                        ],
                        max_length=15,
                        verbose_name="to what",
                    ),
                ),
                ("agreed", models.BooleanField(default=True, verbose_name="they agreed")),
                ("given_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="on")),
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
                        verbose_name="in which language",
                    ),
                ),
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
                        verbose_name="how",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="taken back on")),
            ],
            options={
                "verbose_name": "answer to a request",
                "verbose_name_plural": "answers to requests",
                "ordering": ["kind", "-given_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="FamilyConsentHistory",
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
                            ("texts", "texts about the program"),
                            ("email", "e-mail about the program"),
                            ("photos", "photos of the child"),
                            ("stories", "telling their story"),
                            ("screening", "health and development screening"),
                            ("outings", "outings"),
                        ],
                        max_length=15,
                        verbose_name="to what",
                    ),
                ),
                ("agreed", models.BooleanField(default=True, verbose_name="they agreed")),
                ("given_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="on")),
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
                        verbose_name="in which language",
                    ),
                ),
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
                        verbose_name="how",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="taken back on")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FamilyLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("shared_child", "share a child"),
                            ("split_from", "were one family"),
                            ("former_partners", "former partners"),
                            ("birth_family", "birth family of a child in care"),
                            ("kin", "relatives"),
                            ("different", "alike, but not the same family"),
                        ],
                        max_length=20,
                        verbose_name="how they are linked",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="good to know")),
                ("ties", models.JSONField(default=list, editable=False)),
                ("linked_on", models.DateField(default=django.utils.timezone.localdate, editable=False)),
                ("ended_on", models.DateField(editable=False, null=True)),
            ],
            options={
                "verbose_name": "link between two families",
                "verbose_name_plural": "links between families",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="FamilyLinkHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("shared_child", "share a child"),
                            ("split_from", "were one family"),
                            ("former_partners", "former partners"),
                            ("birth_family", "birth family of a child in care"),
                            ("kin", "relatives"),
                            ("different", "alike, but not the same family"),
                        ],
                        max_length=20,
                        verbose_name="how they are linked",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="good to know")),
                ("ties", models.JSONField(default=list, editable=False)),
                ("linked_on", models.DateField(default=django.utils.timezone.localdate, editable=False)),
                ("ended_on", models.DateField(editable=False, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FosterCare",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("not_related", "foster parents who are not related"),
                            ("kin", "foster parents who are relatives"),
                            ("preadoptive", "parents who are adopting the child"),
                            ("group", "a group home"),
                            ("other", "another placement"),
                        ],
                        max_length=15,
                        verbose_name="with whom",
                    ),
                ),
                ("placed_by", models.CharField(blank=True, max_length=150, verbose_name="placed by")),
                ("began_on", models.DateField(verbose_name="since")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
            ],
            options={
                "verbose_name": "foster care",
                "verbose_name_plural": "foster care",
                "ordering": ["-began_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="FosterCareHistory",
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
                            ("not_related", "foster parents who are not related"),
                            ("kin", "foster parents who are relatives"),
                            ("preadoptive", "parents who are adopting the child"),
                            ("group", "a group home"),
                            ("other", "another placement"),
                        ],
                        max_length=15,
                        verbose_name="with whom",
                    ),
                ),
                ("placed_by", models.CharField(blank=True, max_length=150, verbose_name="placed by")),
                ("began_on", models.DateField(verbose_name="since")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HomelessnessEpisode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "stays",
                    models.CharField(
                        choices=[
                            ("shares_after_loss", "with others, because a home was lost"),
                            ("motel", "a motel, hotel or campground, for lack of anything else"),
                            ("shelter", "an emergency shelter"),
                            ("transitional", "transitional housing"),
                            ("unsheltered", "a car, a park or another place not meant for sleeping"),
                            ("substandard", "a place not fit to live in"),
                            ("hospital", "left in a hospital, with nowhere to go"),
                        ],
                        max_length=20,
                        verbose_name="where they stay",
                    ),
                ),
                ("began_on", models.DateField(verbose_name="since")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("housing_acquired_on", models.DateField(blank=True, null=True, verbose_name="found a home on")),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="Never the name of a landlord or a host.",
                        max_length=300,
                        verbose_name="good to know",
                    ),
                ),
            ],
            options={
                "verbose_name": "time without a home",
                "verbose_name_plural": "times without a home",
                "ordering": ["-began_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="HomelessnessEpisodeHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "stays",
                    models.CharField(
                        choices=[
                            ("shares_after_loss", "with others, because a home was lost"),
                            ("motel", "a motel, hotel or campground, for lack of anything else"),
                            ("shelter", "an emergency shelter"),
                            ("transitional", "transitional housing"),
                            ("unsheltered", "a car, a park or another place not meant for sleeping"),
                            ("substandard", "a place not fit to live in"),
                            ("hospital", "left in a hospital, with nowhere to go"),
                        ],
                        max_length=20,
                        verbose_name="where they stay",
                    ),
                ),
                ("began_on", models.DateField(verbose_name="since")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("housing_acquired_on", models.DateField(blank=True, null=True, verbose_name="found a home on")),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="Never the name of a landlord or a host.",
                        max_length=300,
                        verbose_name="good to know",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Intake",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("step", models.SlugField(max_length=20)),
                ("begun_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("moved_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("finished_on", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "intake",
                "verbose_name_plural": "intakes",
                "ordering": ["-moved_at"],
            },
        ),
        migrations.CreateModel(
            name="IntakeHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("step", models.SlugField(db_index=False, max_length=20)),
                ("begun_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("moved_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("finished_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NoticeGiven",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("rights", "yearly notice of privacy rights"),
                            ("child_support", "child support services"),
                            ("parenting", "reading and parenting skills, for the adults"),
                            ("substance", "alcohol and drugs: what harms a baby, where help is"),
                            ("involvement", "what taking part does for a child"),
                        ],
                        max_length=15,
                        verbose_name="about what",
                    ),
                ),
                ("given_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="on")),
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
                        verbose_name="in which language",
                    ),
                ),
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
                        verbose_name="how",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("told", "told"),
                            ("wanted", "told, and they want to use it"),
                            ("declined", "offered, and they said no thank you"),
                        ],
                        default="told",
                        max_length=10,
                        verbose_name="what they said",
                    ),
                ),
            ],
            options={
                "verbose_name": "notice given",
                "verbose_name_plural": "notices given",
                "ordering": ["-given_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="NoticeGivenHistory",
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
                            ("rights", "yearly notice of privacy rights"),
                            ("child_support", "child support services"),
                            ("parenting", "reading and parenting skills, for the adults"),
                            ("substance", "alcohol and drugs: what harms a baby, where help is"),
                            ("involvement", "what taking part does for a child"),
                        ],
                        max_length=15,
                        verbose_name="about what",
                    ),
                ),
                ("given_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="on")),
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
                        verbose_name="in which language",
                    ),
                ),
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
                        verbose_name="how",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("told", "told"),
                            ("wanted", "told, and they want to use it"),
                            ("declined", "offered, and they said no thank you"),
                        ],
                        default="told",
                        max_length=10,
                        verbose_name="what they said",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Relation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
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
                        verbose_name="who they are to the child",
                    ),
                ),
                ("is_father_figure", models.BooleanField(default=False, verbose_name="father or father figure")),
                (
                    "custody",
                    models.CharField(
                        choices=[
                            ("unknown", "not asked yet"),
                            ("full", "has custody alone"),
                            ("shared", "shares custody"),
                            ("foster", "foster placement"),
                            ("none", "has no custody"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="custody",
                    ),
                ),
                (
                    "lives_with",
                    models.CharField(
                        choices=[
                            ("unknown", "not asked yet"),
                            ("always", "always"),
                            ("part", "part of the time"),
                            ("no", "no"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="the child lives with them",
                    ),
                ),
                ("may_be_told", models.BooleanField(default=True, verbose_name="may be told about this child")),
                (
                    "court_says",
                    models.CharField(
                        blank=True,
                        help_text="Only what staff must know to keep to it.",
                        max_length=300,
                        verbose_name="what a court says",
                    ),
                ),
            ],
            options={
                "verbose_name": "relation",
                "verbose_name_plural": "relations",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="RelationHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
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
                        verbose_name="who they are to the child",
                    ),
                ),
                ("is_father_figure", models.BooleanField(default=False, verbose_name="father or father figure")),
                (
                    "custody",
                    models.CharField(
                        choices=[
                            ("unknown", "not asked yet"),
                            ("full", "has custody alone"),
                            ("shared", "shares custody"),
                            ("foster", "foster placement"),
                            ("none", "has no custody"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="custody",
                    ),
                ),
                (
                    "lives_with",
                    models.CharField(
                        choices=[
                            ("unknown", "not asked yet"),
                            ("always", "always"),
                            ("part", "part of the time"),
                            ("no", "no"),
                        ],
                        default="unknown",
                        max_length=10,
                        verbose_name="the child lives with them",
                    ),
                ),
                ("may_be_told", models.BooleanField(default=True, verbose_name="may be told about this child")),
                (
                    "court_says",
                    models.CharField(
                        blank=True,
                        help_text="Only what staff must know to keep to it.",
                        max_length=300,
                        verbose_name="what a court says",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SecondHome",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "days",
                    models.CharField(
                        blank=True,
                        help_text="“Every other weekend, and Wednesday nights.”",
                        max_length=100,
                        verbose_name="which days",
                    ),
                ),
                ("starts_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
            ],
            options={
                "verbose_name": "second home",
                "verbose_name_plural": "second homes",
                "ordering": ["-starts_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SecondHomeHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "days",
                    models.CharField(
                        blank=True,
                        help_text="“Every other weekend, and Wednesday nights.”",
                        max_length=100,
                        verbose_name="which days",
                    ),
                ),
                ("starts_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Snapshot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "moment",
                    models.CharField(
                        choices=[("enrollment", "when they came"), ("end", "at the end of their year")],
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("taken_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="they told us on")),
                (
                    "parents",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("two_parents", "two parents"),
                            ("one_parent", "one parent"),
                            ("unsaid", "would rather not say"),
                        ],
                        max_length=12,
                        verbose_name="a family with",
                    ),
                ),
                (
                    "figure",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("biological", "parents by birth, adoption or marriage"),
                            ("mother_only", "the mother only"),
                            ("father_only", "the father only"),
                            ("grandparents", "grandparents"),
                            ("relatives", "other relatives"),
                            ("foster", "foster parents, not relatives"),
                            ("other", "somebody else"),
                        ],
                        max_length=12,
                        verbose_name="who raises the child",
                    ),
                ),
                ("figure_other", models.CharField(blank=True, max_length=100, verbose_name="who that is")),
                (
                    "education",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("less", "less than high school"),
                            ("high_school", "high school or GED"),
                            ("some_college", "some college, a trade or an associate degree"),
                            ("degree", "a bachelor’s degree or more"),
                            ("unsaid", "would rather not say"),
                        ],
                        help_text="Of the parent who went furthest.",
                        max_length=12,
                        verbose_name="most schooling of a parent",
                    ),
                ),
                (
                    "employed",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no"), ("unsaid", "would rather not say")],
                        max_length=6,
                        verbose_name="a parent has work",
                    ),
                ),
                (
                    "in_training",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no"), ("unsaid", "would rather not say")],
                        max_length=6,
                        verbose_name="a parent is in job training",
                    ),
                ),
                (
                    "in_school",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no"), ("unsaid", "would rather not say")],
                        max_length=6,
                        verbose_name="a parent goes to school",
                    ),
                ),
                (
                    "military_active",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no"), ("unsaid", "would rather not say")],
                        max_length=6,
                        verbose_name="a parent is in the military now",
                    ),
                ),
                (
                    "military_veteran",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no"), ("unsaid", "would rather not say")],
                        max_length=6,
                        verbose_name="a parent is a veteran",
                    ),
                ),
                (
                    "tanf",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no"), ("unsaid", "would rather not say")],
                        help_text="Cash help or other services of TANF.",
                        max_length=6,
                        verbose_name="TANF",
                    ),
                ),
                (
                    "ssi",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no"), ("unsaid", "would rather not say")],
                        max_length=6,
                        verbose_name="SSI",
                    ),
                ),
                (
                    "wic",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no"), ("unsaid", "would rather not say")],
                        max_length=6,
                        verbose_name="WIC",
                    ),
                ),
                (
                    "snap",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no"), ("unsaid", "would rather not say")],
                        help_text="Also called food stamps.",
                        max_length=6,
                        verbose_name="SNAP",
                    ),
                ),
                (
                    "housing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("owns", "owns their home"),
                            ("rents", "rents"),
                            ("shares", "lives with others by choice"),
                            ("shares_after_loss", "stays with others after losing their home"),
                            ("shelter", "in a shelter or transitional housing"),
                            ("motel", "in a motel"),
                            ("unsheltered", "in a car, outside or another place not meant to live in"),
                            ("other", "something else"),
                            ("unsaid", "would rather not say"),
                        ],
                        max_length=20,
                        verbose_name="their home",
                    ),
                ),
            ],
            options={
                "verbose_name": "snapshot",
                "verbose_name_plural": "snapshots",
                "ordering": ["-taken_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="SnapshotHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "moment",
                    models.CharField(
                        choices=[("enrollment", "when they came"), ("end", "at the end of their year")],
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("taken_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="they told us on")),
                (
                    "parents",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("two_parents", "two parents"),
                            ("one_parent", "one parent"),
                            ("unsaid", "would rather not say"),
                        ],
                        max_length=12,
                        verbose_name="a family with",
                    ),
                ),
                (
                    "figure",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("biological", "parents by birth, adoption or marriage"),
                            ("mother_only", "the mother only"),
                            ("father_only", "the father only"),
                            ("grandparents", "grandparents"),
                            ("relatives", "other relatives"),
                            ("foster", "foster parents, not relatives"),
                            ("other", "somebody else"),
                        ],
                        max_length=12,
                        verbose_name="who raises the child",
                    ),
                ),
                ("figure_other", models.CharField(blank=True, max_length=100, verbose_name="who that is")),
                (
                    "education",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("less", "less than high school"),
                            ("high_school", "high school or GED"),
                            ("some_college", "some college, a trade or an associate degree"),
                            ("degree", "a bachelor’s degree or more"),
                            ("unsaid", "would rather not say"),
                        ],
                        help_text="Of the parent who went furthest.",
                        max_length=12,
                        verbose_name="most schooling of a parent",
                    ),
                ),
                (
                    "employed",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no"), ("unsaid", "would rather not say")],
                        max_length=6,
                        verbose_name="a parent has work",
                    ),
                ),
                (
                    "in_training",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no"), ("unsaid", "would rather not say")],
                        max_length=6,
                        verbose_name="a parent is in job training",
                    ),
                ),
                (
                    "in_school",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no"), ("unsaid", "would rather not say")],
                        max_length=6,
                        verbose_name="a parent goes to school",
                    ),
                ),
                (
                    "military_active",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no"), ("unsaid", "would rather not say")],
                        max_length=6,
                        verbose_name="a parent is in the military now",
                    ),
                ),
                (
                    "military_veteran",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no"), ("unsaid", "would rather not say")],
                        max_length=6,
                        verbose_name="a parent is a veteran",
                    ),
                ),
                (
                    "tanf",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no"), ("unsaid", "would rather not say")],
                        help_text="Cash help or other services of TANF.",
                        max_length=6,
                        verbose_name="TANF",
                    ),
                ),
                (
                    "ssi",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no"), ("unsaid", "would rather not say")],
                        max_length=6,
                        verbose_name="SSI",
                    ),
                ),
                (
                    "wic",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no"), ("unsaid", "would rather not say")],
                        max_length=6,
                        verbose_name="WIC",
                    ),
                ),
                (
                    "snap",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("no", "no"), ("unsaid", "would rather not say")],
                        help_text="Also called food stamps.",
                        max_length=6,
                        verbose_name="SNAP",
                    ),
                ),
                (
                    "housing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("owns", "owns their home"),
                            ("rents", "rents"),
                            ("shares", "lives with others by choice"),
                            ("shares_after_loss", "stays with others after losing their home"),
                            ("shelter", "in a shelter or transitional housing"),
                            ("motel", "in a motel"),
                            ("unsheltered", "in a car, outside or another place not meant to live in"),
                            ("other", "something else"),
                            ("unsaid", "would rather not say"),
                        ],
                        max_length=20,
                        verbose_name="their home",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SnapshotYear",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "moment",
                    models.CharField(
                        choices=[("enrollment", "when they came"), ("end", "at the end of their year")], max_length=10
                    ),
                ),
            ],
            options={
                "verbose_name": "program year of a snapshot",
            },
        ),
        migrations.CreateModel(
            name="SnapshotYearHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "moment",
                    models.CharField(
                        choices=[("enrollment", "when they came"), ("end", "at the end of their year")], max_length=10
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StructureChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("split", "the family became two"),
                            ("merge", "two records became one"),
                            ("transfer", "moved to another center"),
                            ("newborn", "a baby was born"),
                            ("leave", "the family left"),
                            ("return", "the family came back"),
                        ],
                        max_length=10,
                    ),
                ),
                ("happened_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="on")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="why")),
                ("rows", models.JSONField(default=list, editable=False)),
                ("made", models.JSONField(default=list, editable=False)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("undone_at", models.DateTimeField(editable=False, null=True)),
            ],
            options={
                "verbose_name": "change of a family",
                "verbose_name_plural": "changes of families",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="StructureChangeHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("split", "the family became two"),
                            ("merge", "two records became one"),
                            ("transfer", "moved to another center"),
                            ("newborn", "a baby was born"),
                            ("leave", "the family left"),
                            ("return", "the family came back"),
                        ],
                        max_length=10,
                    ),
                ),
                ("happened_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="on")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="why")),
                ("rows", models.JSONField(default=list, editable=False)),
                ("made", models.JSONField(default=list, editable=False)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("undone_at", models.DateTimeField(editable=False, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="assessment",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="assessment",
            name="deleted_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="enrollment",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="enrollment",
            name="deleted_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="family",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="family",
            name="deleted_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="familymember",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="familymember",
            name="deleted_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="need",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="need",
            name="deleted_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="servicereceived",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="servicereceived",
            name="deleted_delete",
        ),
        migrations.AddField(
            model_name="assessment",
            name="keyed_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="assessment",
            name="keyed_on",
            field=models.DateField(editable=False, null=True, verbose_name="typed in from paper on"),
        ),
        migrations.AddField(
            model_name="assessmenthistory",
            name="keyed_by",
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
            model_name="assessmenthistory",
            name="keyed_on",
            field=models.DateField(editable=False, null=True, verbose_name="typed in from paper on"),
        ),
        migrations.AddField(
            model_name="enrollment",
            name="continues",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="followed_by",
                to="families.enrollment",
            ),
        ),
        migrations.AddField(
            model_name="enrollmenthistory",
            name="continues",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.enrollment",
            ),
        ),
        migrations.AddField(
            model_name="family",
            name="merged_into",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.family",
                verbose_name="now part of",
            ),
        ),
        migrations.AddField(
            model_name="familyhistory",
            name="merged_into",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.family",
                verbose_name="now part of",
            ),
        ),
        migrations.AddField(
            model_name="familymember",
            name="accommodation_note",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=200, verbose_name="more about that"
            ),
        ),
        migrations.AddField(
            model_name="familymember",
            name="accommodations",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("hearing", "hears little or nothing"),
                        ("sign", "speaks a sign language"),
                        ("sight", "sees little or nothing"),
                        ("large_print", "large print"),
                        ("read_aloud", "would rather have papers read aloud"),
                        ("mobility", "a place without stairs"),
                        ("other", "something else"),
                    ],
                    max_length=15,
                ),
                blank=True,
                db_default=[],
                default=list,
                size=None,
                verbose_name="what makes it easier",
            ),
        ),
        migrations.AddField(
            model_name="familymember",
            name="best_times",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("morning", "mornings"),
                        ("afternoon", "afternoons"),
                        ("evening", "evenings"),
                        ("weekend", "weekends"),
                    ],
                    max_length=10,
                ),
                blank=True,
                db_default=[],
                default=list,
                size=None,
                verbose_name="best times",
            ),
        ),
        migrations.AddField(
            model_name="familymember",
            name="code_word",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Said by both, so that each knows who is on the line.",
                max_length=60,
                verbose_name="code word",
            ),
        ),
        migrations.AddField(
            model_name="familymember",
            name="expected_on",
            field=models.DateField(blank=True, null=True, verbose_name="the baby is expected on"),
        ),
        migrations.AddField(
            model_name="familymember",
            name="may_call",
            field=models.BooleanField(db_default=True, default=True, verbose_name="we may call"),
        ),
        migrations.AddField(
            model_name="familymember",
            name="may_email",
            field=models.BooleanField(db_default=True, default=True, verbose_name="we may e-mail"),
        ),
        migrations.AddField(
            model_name="familymember",
            name="may_leave_message",
            field=models.BooleanField(db_default=True, default=True, verbose_name="we may leave a message"),
        ),
        migrations.AddField(
            model_name="familymember",
            name="may_mail",
            field=models.BooleanField(db_default=True, default=True, verbose_name="we may send letters"),
        ),
        migrations.AddField(
            model_name="familymember",
            name="may_text",
            field=models.BooleanField(db_default=True, default=True, verbose_name="we may text"),
        ),
        migrations.AddField(
            model_name="familymember",
            name="may_visit",
            field=models.BooleanField(db_default=True, default=True, verbose_name="we may visit the home"),
        ),
        migrations.AddField(
            model_name="familymember",
            name="merged_into",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.familymember",
            ),
        ),
        migrations.AddField(
            model_name="familymember",
            name="needs_interpreter",
            field=models.BooleanField(db_default=False, default=False, verbose_name="needs an interpreter"),
        ),
        migrations.AddField(
            model_name="familymember",
            name="reach_from",
            field=models.TimeField(blank=True, null=True, verbose_name="not before"),
        ),
        migrations.AddField(
            model_name="familymember",
            name="reach_until",
            field=models.TimeField(blank=True, null=True, verbose_name="not after"),
        ),
        migrations.AddField(
            model_name="familymemberhistory",
            name="accommodation_note",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=200, verbose_name="more about that"
            ),
        ),
        migrations.AddField(
            model_name="familymemberhistory",
            name="accommodations",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("hearing", "hears little or nothing"),
                        ("sign", "speaks a sign language"),
                        ("sight", "sees little or nothing"),
                        ("large_print", "large print"),
                        ("read_aloud", "would rather have papers read aloud"),
                        ("mobility", "a place without stairs"),
                        ("other", "something else"),
                    ],
                    max_length=15,
                ),
                blank=True,
                db_default=[],
                default=list,
                size=None,
                verbose_name="what makes it easier",
            ),
        ),
        migrations.AddField(
            model_name="familymemberhistory",
            name="best_times",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("morning", "mornings"),
                        ("afternoon", "afternoons"),
                        ("evening", "evenings"),
                        ("weekend", "weekends"),
                    ],
                    max_length=10,
                ),
                blank=True,
                db_default=[],
                default=list,
                size=None,
                verbose_name="best times",
            ),
        ),
        migrations.AddField(
            model_name="familymemberhistory",
            name="code_word",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Said by both, so that each knows who is on the line.",
                max_length=60,
                verbose_name="code word",
            ),
        ),
        migrations.AddField(
            model_name="familymemberhistory",
            name="expected_on",
            field=models.DateField(blank=True, null=True, verbose_name="the baby is expected on"),
        ),
        migrations.AddField(
            model_name="familymemberhistory",
            name="may_call",
            field=models.BooleanField(db_default=True, default=True, verbose_name="we may call"),
        ),
        migrations.AddField(
            model_name="familymemberhistory",
            name="may_email",
            field=models.BooleanField(db_default=True, default=True, verbose_name="we may e-mail"),
        ),
        migrations.AddField(
            model_name="familymemberhistory",
            name="may_leave_message",
            field=models.BooleanField(db_default=True, default=True, verbose_name="we may leave a message"),
        ),
        migrations.AddField(
            model_name="familymemberhistory",
            name="may_mail",
            field=models.BooleanField(db_default=True, default=True, verbose_name="we may send letters"),
        ),
        migrations.AddField(
            model_name="familymemberhistory",
            name="may_text",
            field=models.BooleanField(db_default=True, default=True, verbose_name="we may text"),
        ),
        migrations.AddField(
            model_name="familymemberhistory",
            name="may_visit",
            field=models.BooleanField(db_default=True, default=True, verbose_name="we may visit the home"),
        ),
        migrations.AddField(
            model_name="familymemberhistory",
            name="merged_into",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
            ),
        ),
        migrations.AddField(
            model_name="familymemberhistory",
            name="needs_interpreter",
            field=models.BooleanField(db_default=False, default=False, verbose_name="needs an interpreter"),
        ),
        migrations.AddField(
            model_name="familymemberhistory",
            name="reach_from",
            field=models.TimeField(blank=True, null=True, verbose_name="not before"),
        ),
        migrations.AddField(
            model_name="familymemberhistory",
            name="reach_until",
            field=models.TimeField(blank=True, null=True, verbose_name="not after"),
        ),
        migrations.AddField(
            model_name="instrumentversion",
            name="made_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="need",
            name="closed_through",
            field=models.CharField(
                blank=True,
                choices=[
                    ("service", "help they received"),
                    ("goal", "a goal they worked on"),
                    ("family", "the family itself"),
                    ("circle", "relatives, friends or neighbors"),
                    ("elsewhere", "another agency, without us"),
                ],
                db_default="",
                default="",
                max_length=10,
                verbose_name="what made the difference",
            ),
        ),
        migrations.AddField(
            model_name="need",
            name="closed_with",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="families.servicereceived",
                verbose_name="which help",
            ),
        ),
        migrations.AddField(
            model_name="need",
            name="rank",
            field=models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="place the family gave it"),
        ),
        migrations.AddField(
            model_name="need",
            name="reopened_on",
            field=models.DateField(editable=False, null=True, verbose_name="open again since"),
        ),
        migrations.AddField(
            model_name="needhistory",
            name="closed_through",
            field=models.CharField(
                blank=True,
                choices=[
                    ("service", "help they received"),
                    ("goal", "a goal they worked on"),
                    ("family", "the family itself"),
                    ("circle", "relatives, friends or neighbors"),
                    ("elsewhere", "another agency, without us"),
                ],
                db_default="",
                default="",
                max_length=10,
                verbose_name="what made the difference",
            ),
        ),
        migrations.AddField(
            model_name="needhistory",
            name="closed_with",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.servicereceived",
                verbose_name="which help",
            ),
        ),
        migrations.AddField(
            model_name="needhistory",
            name="rank",
            field=models.PositiveSmallIntegerField(editable=False, null=True, verbose_name="place the family gave it"),
        ),
        migrations.AddField(
            model_name="needhistory",
            name="reopened_on",
            field=models.DateField(editable=False, null=True, verbose_name="open again since"),
        ),
        migrations.AddField(
            model_name="servicereceived",
            name="counts_because",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Only when you choose the year yourself: a visit before the first day, help in the summer after.",
                max_length=200,
                verbose_name="why it counts in that year",
            ),
        ),
        migrations.AddField(
            model_name="servicereceivedhistory",
            name="counts_because",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Only when you choose the year yourself: a visit before the first day, help in the summer after.",
                max_length=200,
                verbose_name="why it counts in that year",
            ),
        ),
        migrations.AlterField(
            model_name="enrollment",
            name="exit_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("moved", "moved away"),
                    ("kindergarten", "went on to kindergarten"),
                    ("transfer", "went on to another program of ours"),
                    ("center", "went on to another center of ours"),
                    ("other_care", "chose other care"),
                    ("schedule", "hours or transport did not fit"),
                    ("birth", "the baby was born"),
                    ("unknown", "not known"),
                ],
                max_length=20,
                verbose_name="why they left",
            ),
        ),
        migrations.AlterField(
            model_name="enrollmenthistory",
            name="exit_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("moved", "moved away"),
                    ("kindergarten", "went on to kindergarten"),
                    ("transfer", "went on to another program of ours"),
                    ("center", "went on to another center of ours"),
                    ("other_care", "chose other care"),
                    ("schedule", "hours or transport did not fit"),
                    ("birth", "the baby was born"),
                    ("unknown", "not known"),
                ],
                max_length=20,
                verbose_name="why they left",
            ),
        ),
        migrations.AddField(
            model_name="activity",
            name="added_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="activity",
            name="category",
            field=models.ForeignKey(
                blank=True,
                help_text="Each family who came has received this. Leave it empty when it is no help of its own.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agency.servicecategory",
                verbose_name="kind of help",
            ),
        ),
        migrations.AddField(
            model_name="activity",
            name="center",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agency.center",
                verbose_name="center",
            ),
        ),
        migrations.AddField(
            model_name="activity",
            name="posted_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="activity",
            name="program",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agency.program",
                verbose_name="program",
            ),
        ),
        migrations.AddField(
            model_name="activity",
            name="undone_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="servicereceived",
            name="activity",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="services_received",
                to="families.activity",
            ),
        ),
        migrations.AddField(
            model_name="servicereceivedhistory",
            name="activity",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.activity",
            ),
        ),
        migrations.AddField(
            model_name="activityhistory",
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
            model_name="activityhistory",
            name="category",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="Each family who came has received this. Leave it empty when it is no help of its own.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agency.servicecategory",
                verbose_name="kind of help",
            ),
        ),
        migrations.AddField(
            model_name="activityhistory",
            name="center",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agency.center",
                verbose_name="center",
            ),
        ),
        migrations.AddField(
            model_name="activityhistory",
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
            model_name="activityhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="families.activity",
            ),
        ),
        migrations.AddField(
            model_name="activityhistory",
            name="posted_by",
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
            model_name="activityhistory",
            name="program",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agency.program",
                verbose_name="program",
            ),
        ),
        migrations.AddField(
            model_name="activityhistory",
            name="undone_by",
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
            model_name="attendance",
            name="activity",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="attendances", to="families.activity"
            ),
        ),
        migrations.AddField(
            model_name="attendance",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="attendances", to="families.family"
            ),
        ),
        migrations.AddField(
            model_name="attendance",
            name="member",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="attendances", to="families.familymember"
            ),
        ),
        migrations.AddField(
            model_name="attendancehistory",
            name="activity",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.activity",
            ),
        ),
        migrations.AddField(
            model_name="attendancehistory",
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
            model_name="attendancehistory",
            name="member",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
            ),
        ),
        migrations.AddField(
            model_name="attendancehistory",
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
            model_name="attendancehistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="families.attendance",
            ),
        ),
        migrations.AddField(
            model_name="childwelfareinvolvement",
            name="child",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="child_welfare",
                to="families.familymember",
                verbose_name="which child",
            ),
        ),
        migrations.AddField(
            model_name="childwelfareinvolvement",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="child_welfare", to="families.family"
            ),
        ),
        migrations.AddField(
            model_name="childwelfareinvolvement",
            name="recorded_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="childwelfareinvolvementhistory",
            name="child",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
                verbose_name="which child",
            ),
        ),
        migrations.AddField(
            model_name="childwelfareinvolvementhistory",
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
            model_name="childwelfareinvolvementhistory",
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
            model_name="childwelfareinvolvementhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="families.childwelfareinvolvement",
            ),
        ),
        migrations.AddField(
            model_name="childwelfareinvolvementhistory",
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
            model_name="difference",
            name="answered_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="difference",
            name="batch",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="agency.importbatch"
            ),
        ),
        migrations.AddField(
            model_name="difference",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="differences", to="families.family"
            ),
        ),
        migrations.AddField(
            model_name="difference",
            name="member",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="differences",
                to="families.familymember",
                verbose_name="about",
            ),
        ),
        migrations.AddField(
            model_name="differencehistory",
            name="answered_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="differencehistory",
            name="batch",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agency.importbatch",
            ),
        ),
        migrations.AddField(
            model_name="differencehistory",
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
            model_name="differencehistory",
            name="member",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
                verbose_name="about",
            ),
        ),
        migrations.AddField(
            model_name="differencehistory",
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
            model_name="differencehistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="families.difference",
            ),
        ),
        migrations.AddField(
            model_name="existingplan",
            name="category",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agency.servicecategory",
                verbose_name="what it works on",
            ),
        ),
        migrations.AddField(
            model_name="existingplan",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="existing_plans", to="families.family"
            ),
        ),
        migrations.AddField(
            model_name="existingplan",
            name="member",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="existing_plans",
                to="families.familymember",
                verbose_name="whose plan",
            ),
        ),
        migrations.AddField(
            model_name="existingplan",
            name="recorded_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="existingplanhistory",
            name="category",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agency.servicecategory",
                verbose_name="what it works on",
            ),
        ),
        migrations.AddField(
            model_name="existingplanhistory",
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
            model_name="existingplanhistory",
            name="member",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
                verbose_name="whose plan",
            ),
        ),
        migrations.AddField(
            model_name="existingplanhistory",
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
            model_name="existingplanhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="families.existingplan",
            ),
        ),
        migrations.AddField(
            model_name="existingplanhistory",
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
            model_name="familyconsent",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="consents_given", to="families.family"
            ),
        ),
        migrations.AddField(
            model_name="familyconsent",
            name="given_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="consents_given",
                to="families.familymember",
                verbose_name="who answered",
            ),
        ),
        migrations.AddField(
            model_name="familyconsent",
            name="recorded_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="familyconsenthistory",
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
            model_name="familyconsenthistory",
            name="given_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
                verbose_name="who answered",
            ),
        ),
        migrations.AddField(
            model_name="familyconsenthistory",
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
            model_name="familyconsenthistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="families.familyconsent",
            ),
        ),
        migrations.AddField(
            model_name="familyconsenthistory",
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
            model_name="familylink",
            name="child",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.familymember",
                verbose_name="which child",
            ),
        ),
        migrations.AddField(
            model_name="familylink",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="families.family"
            ),
        ),
        migrations.AddField(
            model_name="familylink",
            name="linked_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="familylink",
            name="other",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="families.family",
                verbose_name="the other family",
            ),
        ),
        migrations.AddField(
            model_name="familylinkhistory",
            name="child",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
                verbose_name="which child",
            ),
        ),
        migrations.AddField(
            model_name="familylinkhistory",
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
            model_name="familylinkhistory",
            name="linked_by",
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
            model_name="familylinkhistory",
            name="other",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.family",
                verbose_name="the other family",
            ),
        ),
        migrations.AddField(
            model_name="familylinkhistory",
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
            model_name="familylinkhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="families.familylink",
            ),
        ),
        migrations.AddField(
            model_name="fostercare",
            name="child",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="foster_care",
                to="families.familymember",
                verbose_name="child",
            ),
        ),
        migrations.AddField(
            model_name="fostercare",
            name="recorded_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="fostercarehistory",
            name="child",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
                verbose_name="child",
            ),
        ),
        migrations.AddField(
            model_name="fostercarehistory",
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
            model_name="fostercarehistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="families.fostercare",
            ),
        ),
        migrations.AddField(
            model_name="fostercarehistory",
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
            model_name="homelessnessepisode",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="homelessness", to="families.family"
            ),
        ),
        migrations.AddField(
            model_name="homelessnessepisode",
            name="recorded_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="homelessnessepisodehistory",
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
            model_name="homelessnessepisodehistory",
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
            model_name="homelessnessepisodehistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="families.homelessnessepisode",
            ),
        ),
        migrations.AddField(
            model_name="homelessnessepisodehistory",
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
            model_name="intake",
            name="begun_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="intake",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="intakes", to="families.family"
            ),
        ),
        migrations.AddField(
            model_name="intakehistory",
            name="begun_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="intakehistory",
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
            model_name="intakehistory",
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
            model_name="intakehistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="families.intake",
            ),
        ),
        migrations.AddField(
            model_name="noticegiven",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="notices", to="families.family"
            ),
        ),
        migrations.AddField(
            model_name="noticegiven",
            name="given_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="noticegiven",
            name="given_to",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="notices",
                to="families.familymember",
                verbose_name="to whom",
            ),
        ),
        migrations.AddField(
            model_name="noticegivenhistory",
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
            model_name="noticegivenhistory",
            name="given_by",
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
            model_name="noticegivenhistory",
            name="given_to",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
                verbose_name="to whom",
            ),
        ),
        migrations.AddField(
            model_name="noticegivenhistory",
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
            model_name="noticegivenhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="families.noticegiven",
            ),
        ),
        migrations.AddField(
            model_name="relation",
            name="adult",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="relations_to_children",
                to="families.familymember",
            ),
        ),
        migrations.AddField(
            model_name="relation",
            name="child",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="relations_to_adults",
                to="families.familymember",
            ),
        ),
        migrations.AddField(
            model_name="relationhistory",
            name="adult",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
            ),
        ),
        migrations.AddField(
            model_name="relationhistory",
            name="child",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
            ),
        ),
        migrations.AddField(
            model_name="relationhistory",
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
            model_name="relationhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="families.relation",
            ),
        ),
        migrations.AddField(
            model_name="secondhome",
            name="household",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="second_home_of",
                to="families.household",
                verbose_name="second home",
            ),
        ),
        migrations.AddField(
            model_name="secondhome",
            name="member",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="second_homes", to="families.familymember"
            ),
        ),
        migrations.AddField(
            model_name="secondhomehistory",
            name="household",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.household",
                verbose_name="second home",
            ),
        ),
        migrations.AddField(
            model_name="secondhomehistory",
            name="member",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.familymember",
            ),
        ),
        migrations.AddField(
            model_name="secondhomehistory",
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
            model_name="secondhomehistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="families.secondhome",
            ),
        ),
        migrations.AddField(
            model_name="snapshot",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="snapshots", to="families.family"
            ),
        ),
        migrations.AddField(
            model_name="snapshot",
            name="taken_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="snapshothistory",
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
            model_name="snapshothistory",
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
            model_name="snapshothistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="families.snapshot",
            ),
        ),
        migrations.AddField(
            model_name="snapshothistory",
            name="taken_by",
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
            model_name="snapshotyear",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="families.family"
            ),
        ),
        migrations.AddField(
            model_name="snapshotyear",
            name="program_year",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="snapshots", to="agency.programyear"
            ),
        ),
        migrations.AddField(
            model_name="snapshotyear",
            name="snapshot",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="years", to="families.snapshot"
            ),
        ),
        migrations.AddField(
            model_name="snapshot",
            name="program_years",
            field=models.ManyToManyField(
                related_name="+", through="families.SnapshotYear", to="agency.programyear", verbose_name="speaks for"
            ),
        ),
        migrations.AddField(
            model_name="snapshotyearhistory",
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
            model_name="snapshotyearhistory",
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
            model_name="snapshotyearhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="families.snapshotyear",
            ),
        ),
        migrations.AddField(
            model_name="snapshotyearhistory",
            name="program_year",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agency.programyear",
            ),
        ),
        migrations.AddField(
            model_name="snapshotyearhistory",
            name="snapshot",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.snapshot",
            ),
        ),
        migrations.AddField(
            model_name="structurechange",
            name="family",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="families.family"
            ),
        ),
        migrations.AddField(
            model_name="structurechange",
            name="made_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="structurechange",
            name="other",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="families.family"
            ),
        ),
        migrations.AddField(
            model_name="structurechange",
            name="undone_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="structurechangehistory",
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
            model_name="structurechangehistory",
            name="made_by",
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
            model_name="structurechangehistory",
            name="other",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="families.family",
            ),
        ),
        migrations.AddField(
            model_name="structurechangehistory",
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
            model_name="structurechangehistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="families.structurechange",
            ),
        ),
        migrations.AddField(
            model_name="structurechangehistory",
            name="undone_by",
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
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(fields=["-held_on", "-id"], name="activities_in_time"),
        ),
        migrations.AddIndex(
            model_name="childwelfareinvolvement",
            index=models.Index(fields=["family", "began_on"], name="child_welfare_in_time"),
        ),
        migrations.AddIndex(
            model_name="difference",
            index=models.Index(condition=models.Q(("answer", "")), fields=["family"], name="differences_waiting"),
        ),
        migrations.AddIndex(
            model_name="existingplan",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["search_text"], name="plan_by_words", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddIndex(
            model_name="familyconsent",
            index=models.Index(fields=["family", "kind", "-given_on"], name="consents_of_a_family"),
        ),
        migrations.AddIndex(
            model_name="fostercare",
            index=models.Index(fields=["child", "began_on"], name="foster_care_in_time"),
        ),
        migrations.AddIndex(
            model_name="homelessnessepisode",
            index=models.Index(fields=["family", "began_on"], name="homelessness_in_time"),
        ),
        migrations.AddIndex(
            model_name="intake",
            index=models.Index(condition=models.Q(("finished_on", None)), fields=["family"], name="intakes_left_open"),
        ),
        migrations.AddIndex(
            model_name="noticegiven",
            index=models.Index(fields=["family", "kind", "-given_on"], name="notices_of_a_family"),
        ),
        migrations.AddIndex(
            model_name="snapshot",
            index=models.Index(fields=["family", "moment", "-taken_on"], name="snapshots_of_a_family"),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("keyed_by", None), ("keyed_on", None)),
                    models.Q(("keyed_by__isnull", False), ("keyed_on__gte", models.F("started_on"))),
                    _connector="OR",
                ),
                name="paper_typed_in_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="familymember",
            constraint=models.CheckConstraint(
                condition=models.Q(("expected_on", None), ("is_expecting", True), _connector="OR"),
                name="expected_on_while_expecting",
            ),
        ),
        migrations.AddConstraint(
            model_name="familymember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reach_from", None),
                    ("reach_until", None),
                    ("reach_from__lt", models.F("reach_until")),
                    _connector="OR",
                ),
                name="reach_from_before_until",
                violation_error_message="The first hour comes before the last one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="instrumentversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("published_on", None), ("retired_on", None)),
                fields=("instrument",),
                name="one_draft_an_instrument",
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_on", None), ("closed_through", ""), ("closed_with", None)),
                    ("closed_on__isnull", False),
                    _connector="OR",
                ),
                name="need_through_something_once_closed",
            ),
        ),
        migrations.AddConstraint(
            model_name="servicereceived",
            constraint=models.UniqueConstraint(
                condition=models.Q(("activity__isnull", False)),
                fields=("activity", "family"),
                name="one_service_an_activity_and_family",
            ),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.CheckConstraint(
                condition=models.Q(("program", None), ("center", None), _connector="OR"),
                name="activity_at_one_place",
                violation_error_message="Choose a program or a center, not both.",
            ),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("posted_at", None), ("posted_by", None)),
                    models.Q(("posted_at__isnull", False), ("posted_by__isnull", False)),
                    _connector="OR",
                ),
                name="activity_posted_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(fields=("activity", "member"), name="on_a_list_of_an_activity_once"),
        ),
        migrations.AddConstraint(
            model_name="childwelfareinvolvement",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_on", None), ("ended_on__gte", models.F("began_on")), _connector="OR"),
                name="child_welfare_ends_after_it_began",
                violation_error_message="The last day cannot come before the first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="childwelfareinvolvement",
            constraint=models.CheckConstraint(
                condition=models.Q(("referred_to_us", False), ("child__isnull", False), _connector="OR"),
                name="a_referred_child_is_named",
            ),
        ),
        migrations.AddConstraint(
            model_name="difference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_at", None)),
                    models.Q(models.Q(("answer", ""), _negated=True), ("answered_at__isnull", False)),
                    _connector="OR",
                ),
                name="difference_answered_at_a_moment",
            ),
        ),
        migrations.AddConstraint(
            model_name="difference",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answer", "")),
                fields=("family", "member", "source", "fact"),
                name="asked_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="existingplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None), ("starts_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="plan_ends_after_it_starts",
                violation_error_message="The last day cannot come before the first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="familyconsent",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_on", None), ("ended_on__gte", models.F("given_on")), _connector="OR"),
                name="taken_back_after_it_was_given",
                violation_error_message="It cannot be taken back before it was given.",
            ),
        ),
        migrations.AddConstraint(
            model_name="familylink",
            constraint=models.CheckConstraint(
                condition=models.Q(("family", models.F("other")), _negated=True), name="linked_to_another"
            ),
        ),
        migrations.AddConstraint(
            model_name="familylink",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("family", "other", "kind", "child"),
                name="linked_once",
                nulls_distinct=False,
                violation_error_message="These two families are linked in this way already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="fostercare",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_on", None), ("ended_on__gte", models.F("began_on")), _connector="OR"),
                name="foster_care_ends_after_it_began",
                violation_error_message="The last day cannot come before the first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="homelessnessepisode",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_on", None), ("ended_on__gte", models.F("began_on")), _connector="OR"),
                name="homelessness_ends_after_it_began",
                violation_error_message="The last day cannot come before the first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="homelessnessepisode",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("housing_acquired_on", None), ("housing_acquired_on__gte", models.F("began_on")), _connector="OR"
                ),
                name="housing_acquired_after_it_was_lost",
                violation_error_message="A home is found after the time without one began.",
            ),
        ),
        migrations.AddConstraint(
            model_name="relation",
            constraint=models.UniqueConstraint(fields=("adult", "child"), name="one_relation_a_pair"),
        ),
        migrations.AddConstraint(
            model_name="relation",
            constraint=models.CheckConstraint(
                condition=models.Q(("adult", models.F("child")), _negated=True), name="nobody_is_their_own_child"
            ),
        ),
        migrations.AddConstraint(
            model_name="secondhome",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                name="second_home_ends_after_it_starts",
                violation_error_message="The last day cannot come before the first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="snapshotyear",
            constraint=models.UniqueConstraint(
                fields=("family", "program_year", "moment"),
                name="one_snapshot_a_year_and_moment",
                violation_error_message="This family has such a snapshot for this year already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="structurechange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("undone_at", None), ("undone_by", None)),
                    models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                    _connector="OR",
                ),
                name="undone_at_and_by_together",
            ),
        ),
        migrations.AddConstraint(
            model_name="structurechange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind__in", ["split", "merge"]), ("other__isnull", False)),
                    models.Q(models.Q(("kind__in", ["split", "merge"]), _negated=True), ("other", None)),
                    _connector="OR",
                ),
                name="two_families_for_two",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_assessmenthistory" ("done_on", "family_id", "id", "keyed_by_id", "keyed_on", "language", "occasion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "staff_id", "started_on", "version_id", "with_interpreter") VALUES (OLD."done_on", OLD."family_id", OLD."id", OLD."keyed_by_id", OLD."keyed_on", OLD."language", OLD."occasion", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."place", OLD."staff_id", OLD."started_on", OLD."version_id", OLD."with_interpreter"); RETURN NULL;',
                    hash="8ce589eed5145dd5d4d8a1b4d74a76d1738d12c1",
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
                    func='INSERT INTO "families_assessmenthistory" ("done_on", "family_id", "id", "keyed_by_id", "keyed_on", "language", "occasion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "staff_id", "started_on", "version_id", "with_interpreter") VALUES (OLD."done_on", OLD."family_id", OLD."id", OLD."keyed_by_id", OLD."keyed_on", OLD."language", OLD."occasion", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."place", OLD."staff_id", OLD."started_on", OLD."version_id", OLD."with_interpreter"); RETURN NULL;',
                    hash="60e3a520516f07e6d62d420e79023850cf71b6ac",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_c00bb",
                    table="families_assessment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enrollment",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_enrollmenthistory" ("center_id", "continues_id", "entered_on", "exit_reason", "exited_on", "family_id", "id", "member_id", "option", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id") VALUES (OLD."center_id", OLD."continues_id", OLD."entered_on", OLD."exit_reason", OLD."exited_on", OLD."family_id", OLD."id", OLD."member_id", OLD."option", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."program_id"); RETURN NULL;',
                    hash="e012ca88888b829f4bf468aa118f3bb4f3df8313",
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
                    func='INSERT INTO "families_enrollmenthistory" ("center_id", "continues_id", "entered_on", "exit_reason", "exited_on", "family_id", "id", "member_id", "option", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id") VALUES (OLD."center_id", OLD."continues_id", OLD."entered_on", OLD."exit_reason", OLD."exited_on", OLD."family_id", OLD."id", OLD."member_id", OLD."option", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."program_id"); RETURN NULL;',
                    hash="44cfd2e6cc089213dd901869dcf889fc5eacec68",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_89daf",
                    table="families_enrollment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="family",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."added_by_id" IS DISTINCT FROM (NEW."added_by_id") OR OLD."also_speaks" IS DISTINCT FROM (NEW."also_speaks") OR OLD."center_id" IS DISTINCT FROM (NEW."center_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."known_since" IS DISTINCT FROM (NEW."known_since") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."needs_interpreter" IS DISTINCT FROM (NEW."needs_interpreter") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."voice" IS DISTINCT FROM (NEW."voice") OR OLD."voice_by" IS DISTINCT FROM (NEW."voice_by") OR OLD."voice_on" IS DISTINCT FROM (NEW."voice_on"))',
                    func='INSERT INTO "families_familyhistory" ("added_by_id", "also_speaks", "center_id", "id", "known_since", "language", "merged_into_id", "name", "needs_interpreter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "voice", "voice_by", "voice_on") VALUES (OLD."added_by_id", OLD."also_speaks", OLD."center_id", OLD."id", OLD."known_since", OLD."language", OLD."merged_into_id", OLD."name", OLD."needs_interpreter", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."version", OLD."voice", OLD."voice_by", OLD."voice_on"); RETURN NULL;',
                    hash="fb8de1a3379b03974d968ad0a91bebe6f708618d",
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
                    func='INSERT INTO "families_familyhistory" ("added_by_id", "also_speaks", "center_id", "id", "known_since", "language", "merged_into_id", "name", "needs_interpreter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "voice", "voice_by", "voice_on") VALUES (OLD."added_by_id", OLD."also_speaks", OLD."center_id", OLD."id", OLD."known_since", OLD."language", OLD."merged_into_id", OLD."name", OLD."needs_interpreter", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."version", OLD."voice", OLD."voice_by", OLD."voice_on"); RETURN NULL;',
                    hash="e960175c7d74efbfcfb7f265b12292a75ea31a5f",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_13bec",
                    table="families_family",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familymember",
            trigger=pgtrigger.compiler.Trigger(
                name="of_one_family",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\nIF EXISTS (\n    SELECT FROM families_relation relation\n    JOIN families_familymember adult ON adult.id = relation.adult_id\n    JOIN families_familymember child ON child.id = relation.child_id\n    WHERE NEW.id IN (adult.id, child.id)\n      AND (adult.family_id <> child.family_id OR adult.role = 'child' OR child.role <> 'child')\n) THEN\n    RAISE EXCEPTION 'A relation joins an adult and a child of one family'\n        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'relation_within_one_family';\nEND IF;\n\nIF EXISTS (\n    SELECT FROM families_secondhome second\n    JOIN families_familymember member ON member.id = second.member_id\n    JOIN families_household home ON home.id = second.household_id\n    WHERE NEW.id IN (member.id) AND member.family_id <> home.family_id\n) THEN\n    RAISE EXCEPTION 'A second home is a home of the same family'\n        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'second_home_within_one_family';\nEND IF;\nRETURN NULL;",
                    hash="d76494ccfcddd16ce9eff6dd8cacabf7277e2685",
                    operation='UPDATE OF "family_id", "role"',
                    pgid="pgtrigger_of_one_family_6ef05",
                    table="families_familymember",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familymember",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."about" IS DISTINCT FROM (NEW."about") OR OLD."accommodation_note" IS DISTINCT FROM (NEW."accommodation_note") OR OLD."accommodations" IS DISTINCT FROM (NEW."accommodations") OR OLD."best_times" IS DISTINCT FROM (NEW."best_times") OR OLD."born_on" IS DISTINCT FROM (NEW."born_on") OR OLD."code_word" IS DISTINCT FROM (NEW."code_word") OR OLD."do_not_contact" IS DISTINCT FROM (NEW."do_not_contact") OR OLD."expected_on" IS DISTINCT FROM (NEW."expected_on") OR OLD."family_id" IS DISTINCT FROM (NEW."family_id") OR OLD."first_name" IS DISTINCT FROM (NEW."first_name") OR OLD."household_id" IS DISTINCT FROM (NEW."household_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_expecting" IS DISTINCT FROM (NEW."is_expecting") OR OLD."is_father_figure" IS DISTINCT FROM (NEW."is_father_figure") OR OLD."is_main_contact" IS DISTINCT FROM (NEW."is_main_contact") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."last_name" IS DISTINCT FROM (NEW."last_name") OR OLD."left_on" IS DISTINCT FROM (NEW."left_on") OR OLD."may_call" IS DISTINCT FROM (NEW."may_call") OR OLD."may_email" IS DISTINCT FROM (NEW."may_email") OR OLD."may_leave_message" IS DISTINCT FROM (NEW."may_leave_message") OR OLD."may_mail" IS DISTINCT FROM (NEW."may_mail") OR OLD."may_text" IS DISTINCT FROM (NEW."may_text") OR OLD."may_visit" IS DISTINCT FROM (NEW."may_visit") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."needs_interpreter" IS DISTINCT FROM (NEW."needs_interpreter") OR OLD."reach_by" IS DISTINCT FROM (NEW."reach_by") OR OLD."reach_from" IS DISTINCT FROM (NEW."reach_from") OR OLD."reach_note" IS DISTINCT FROM (NEW."reach_note") OR OLD."reach_until" IS DISTINCT FROM (NEW."reach_until") OR OLD."relationship" IS DISTINCT FROM (NEW."relationship") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                    func='INSERT INTO "families_familymemberhistory" ("about", "accommodation_note", "accommodations", "best_times", "born_on", "code_word", "do_not_contact", "expected_on", "family_id", "first_name", "household_id", "id", "is_expecting", "is_father_figure", "is_main_contact", "language", "last_name", "left_on", "may_call", "may_email", "may_leave_message", "may_mail", "may_text", "may_visit", "merged_into_id", "needs_interpreter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach_by", "reach_from", "reach_note", "reach_until", "relationship", "role", "version") VALUES (OLD."about", OLD."accommodation_note", OLD."accommodations", OLD."best_times", OLD."born_on", OLD."code_word", OLD."do_not_contact", OLD."expected_on", OLD."family_id", OLD."first_name", OLD."household_id", OLD."id", OLD."is_expecting", OLD."is_father_figure", OLD."is_main_contact", OLD."language", OLD."last_name", OLD."left_on", OLD."may_call", OLD."may_email", OLD."may_leave_message", OLD."may_mail", OLD."may_text", OLD."may_visit", OLD."merged_into_id", OLD."needs_interpreter", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."reach_by", OLD."reach_from", OLD."reach_note", OLD."reach_until", OLD."relationship", OLD."role", OLD."version"); RETURN NULL;',
                    hash="b62842a4fd4882404cbccc2e02841cfea1df40a1",
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
                    func='INSERT INTO "families_familymemberhistory" ("about", "accommodation_note", "accommodations", "best_times", "born_on", "code_word", "do_not_contact", "expected_on", "family_id", "first_name", "household_id", "id", "is_expecting", "is_father_figure", "is_main_contact", "language", "last_name", "left_on", "may_call", "may_email", "may_leave_message", "may_mail", "may_text", "may_visit", "merged_into_id", "needs_interpreter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reach_by", "reach_from", "reach_note", "reach_until", "relationship", "role", "version") VALUES (OLD."about", OLD."accommodation_note", OLD."accommodations", OLD."best_times", OLD."born_on", OLD."code_word", OLD."do_not_contact", OLD."expected_on", OLD."family_id", OLD."first_name", OLD."household_id", OLD."id", OLD."is_expecting", OLD."is_father_figure", OLD."is_main_contact", OLD."language", OLD."last_name", OLD."left_on", OLD."may_call", OLD."may_email", OLD."may_leave_message", OLD."may_mail", OLD."may_text", OLD."may_visit", OLD."merged_into_id", OLD."needs_interpreter", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reach_by", OLD."reach_from", OLD."reach_note", OLD."reach_until", OLD."relationship", OLD."role", OLD."version"); RETURN NULL;',
                    hash="385f8f9a70ad193500f049e5a7cded42689e5369",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_7a4ab",
                    table="families_familymember",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrumentversion",
            trigger=pgtrigger.compiler.Trigger(
                name="published_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nIF OLD.published_on IS NOT NULL\n    AND (NEW.instrument_id, NEW.number, NEW.published_on, NEW.intro, NEW.levels, NEW.outcome_texts)\n    IS DISTINCT FROM (OLD.instrument_id, OLD.number, OLD.published_on, OLD.intro, OLD.levels, OLD.outcome_texts)\nTHEN RAISE EXCEPTION 'pgtrigger: Cannot change a published row of % table', TG_TABLE_NAME; END IF;\nRETURN NEW;\n",
                    hash="0dd2be03dc30aa95bd8cc4d5ced256de9d3b5c63",
                    operation="UPDATE",
                    pgid="pgtrigger_published_stands_9b3c7",
                    table="families_instrumentversion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instrumentversion",
            trigger=pgtrigger.compiler.Trigger(
                name="published_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."published_on" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="58dd2e4ecae0ab28d716a4d39854f7fd66369b87",
                    operation="DELETE",
                    pgid="pgtrigger_published_stays_50d1b",
                    table="families_instrumentversion",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="item",
            trigger=pgtrigger.compiler.Trigger(
                name="published_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nIF EXISTS (\n    SELECT FROM families_instrumentversion\n    WHERE published_on IS NOT NULL\n    AND (TG_OP <> 'INSERT' AND id = OLD.version_id OR TG_OP <> 'DELETE' AND id = NEW.version_id)\n) THEN RAISE EXCEPTION 'pgtrigger: Cannot change a published row of % table', TG_TABLE_NAME; END IF;\nIF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\nRETURN NEW;\n",
                    hash="48b17401496f7d9c3896cc1587c624da777556ef",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_published_stands_6f39c",
                    table="families_item",
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
                    func='INSERT INTO "families_needhistory" ("added_by_id", "answer_id", "category_id", "closed_on", "closed_through", "closed_with_id", "closing", "family_id", "first_step_at", "id", "intensity", "interest", "opened_at", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "reopened_on", "urgency", "version", "what") VALUES (OLD."added_by_id", OLD."answer_id", OLD."category_id", OLD."closed_on", OLD."closed_through", OLD."closed_with_id", OLD."closing", OLD."family_id", OLD."first_step_at", OLD."id", OLD."intensity", OLD."interest", OLD."opened_at", OLD."opened_on", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."rank", OLD."reopened_on", OLD."urgency", OLD."version", OLD."what"); RETURN NULL;',
                    hash="39bb06e9d918b4b7fe5346cb55ff013056dc4b88",
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
                    func='INSERT INTO "families_needhistory" ("added_by_id", "answer_id", "category_id", "closed_on", "closed_through", "closed_with_id", "closing", "family_id", "first_step_at", "id", "intensity", "interest", "opened_at", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "reopened_on", "urgency", "version", "what") VALUES (OLD."added_by_id", OLD."answer_id", OLD."category_id", OLD."closed_on", OLD."closed_through", OLD."closed_with_id", OLD."closing", OLD."family_id", OLD."first_step_at", OLD."id", OLD."intensity", OLD."interest", OLD."opened_at", OLD."opened_on", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."rank", OLD."reopened_on", OLD."urgency", OLD."version", OLD."what"); RETURN NULL;',
                    hash="c80f26fb86181d89605d19167edf17f9d27c3ffb",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_5a49a",
                    table="families_need",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="servicereceived",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_servicereceivedhistory" ("activity_id", "category_id", "counts_because", "family_id", "id", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_year_id", "received_on", "recorded_at", "recorded_by_id", "source", "what") VALUES (OLD."activity_id", OLD."category_id", OLD."counts_because", OLD."family_id", OLD."id", OLD."need_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."program_year_id", OLD."received_on", OLD."recorded_at", OLD."recorded_by_id", OLD."source", OLD."what"); RETURN NULL;',
                    hash="1828cd9f2fd4f99097f6cb5fb2a567d053171e6a",
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
                    func='INSERT INTO "families_servicereceivedhistory" ("activity_id", "category_id", "counts_because", "family_id", "id", "need_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_year_id", "received_on", "recorded_at", "recorded_by_id", "source", "what") VALUES (OLD."activity_id", OLD."category_id", OLD."counts_because", OLD."family_id", OLD."id", OLD."need_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."program_year_id", OLD."received_on", OLD."recorded_at", OLD."recorded_by_id", OLD."source", OLD."what"); RETURN NULL;',
                    hash="493ad69614bc264cb9d36c47f8a62b659f2dbd63",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_40d78",
                    table="families_servicereceived",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="activity",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="a6c7f0667ebdbfcda64b440bf269d29c517c2436",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_496bf",
                    table="families_activity",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="activity",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_activityhistory" ("added_by_id", "category_id", "center_id", "father_item", "held_on", "id", "in_kind_minutes", "kind", "line", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "posted_at", "posted_by_id", "program_id", "title", "undone_at", "undone_by_id", "version") VALUES (OLD."added_by_id", OLD."category_id", OLD."center_id", OLD."father_item", OLD."held_on", OLD."id", OLD."in_kind_minutes", OLD."kind", OLD."line", OLD."minutes", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."posted_at", OLD."posted_by_id", OLD."program_id", OLD."title", OLD."undone_at", OLD."undone_by_id", OLD."version"); RETURN NULL;',
                    hash="a043b71c5f321638405c2f8c906e54a61ca06565",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_3b4db",
                    table="families_activity",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="activity",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_activityhistory" ("added_by_id", "category_id", "center_id", "father_item", "held_on", "id", "in_kind_minutes", "kind", "line", "minutes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "posted_at", "posted_by_id", "program_id", "title", "undone_at", "undone_by_id", "version") VALUES (OLD."added_by_id", OLD."category_id", OLD."center_id", OLD."father_item", OLD."held_on", OLD."id", OLD."in_kind_minutes", OLD."kind", OLD."line", OLD."minutes", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."posted_at", OLD."posted_by_id", OLD."program_id", OLD."title", OLD."undone_at", OLD."undone_by_id", OLD."version"); RETURN NULL;',
                    hash="f426c1c59a6532ecf7c61afcdf43d5d1e9d9d26e",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_7fd5f",
                    table="families_activity",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="activityhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="66a4db600bd277c9c414ffd458517d278ca49851",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_da115",
                    table="families_activityhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_attendancehistory" ("activity_id", "family_id", "id", "in_kind_minutes", "is_father_figure", "is_present", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."activity_id", OLD."family_id", OLD."id", OLD."in_kind_minutes", OLD."is_father_figure", OLD."is_present", OLD."member_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;',
                    hash="4f5dc1aba84474c672494c97d3e62409a793a84f",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_15144",
                    table="families_attendance",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_attendancehistory" ("activity_id", "family_id", "id", "in_kind_minutes", "is_father_figure", "is_present", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."activity_id", OLD."family_id", OLD."id", OLD."in_kind_minutes", OLD."is_father_figure", OLD."is_present", OLD."member_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;',
                    hash="757ca247fc346a26862b04cbfb172232d1ec5a1d",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_b33d2",
                    table="families_attendance",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendancehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5688e09886f3a54c83a111f8b531b65c161c858c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3d669",
                    table="families_attendancehistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childwelfareinvolvement",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="85c4e4a0ea8e8ecdc6e0c22a7525c25112beaffb",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_6adb9",
                    table="families_childwelfareinvolvement",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childwelfareinvolvement",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_childwelfareinvolvementhistory" ("agency_name", "began_on", "caseworker", "caseworker_phone", "child_id", "ended_on", "family_id", "id", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "referred_to_us", "version") VALUES (OLD."agency_name", OLD."began_on", OLD."caseworker", OLD."caseworker_phone", OLD."child_id", OLD."ended_on", OLD."family_id", OLD."id", OLD."kind", OLD."note", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."recorded_by_id", OLD."referred_to_us", OLD."version"); RETURN NULL;',
                    hash="c9f413b988368e17d42d0e95b9ce71d5a135cd57",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_f5b5a",
                    table="families_childwelfareinvolvement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childwelfareinvolvement",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_childwelfareinvolvementhistory" ("agency_name", "began_on", "caseworker", "caseworker_phone", "child_id", "ended_on", "family_id", "id", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "referred_to_us", "version") VALUES (OLD."agency_name", OLD."began_on", OLD."caseworker", OLD."caseworker_phone", OLD."child_id", OLD."ended_on", OLD."family_id", OLD."id", OLD."kind", OLD."note", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."recorded_by_id", OLD."referred_to_us", OLD."version"); RETURN NULL;',
                    hash="2117c57cb58a38292028d90edabf1cc004784054",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_b0b4e",
                    table="families_childwelfareinvolvement",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childwelfareinvolvementhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3d3d20df705ab7abd8339b3f95571d190209e4dc",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b3ca4",
                    table="families_childwelfareinvolvementhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="difference",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_differencehistory" ("answer", "answered_at", "answered_by_id", "batch_id", "fact", "family_id", "id", "member_id", "ours", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_on", "source", "theirs") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."batch_id", OLD."fact", OLD."family_id", OLD."id", OLD."member_id", OLD."ours", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."said_on", OLD."source", OLD."theirs"); RETURN NULL;',
                    hash="dccabbef97646d6b53e319bd63c04439daad8c35",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_6db7d",
                    table="families_difference",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="difference",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_differencehistory" ("answer", "answered_at", "answered_by_id", "batch_id", "fact", "family_id", "id", "member_id", "ours", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_on", "source", "theirs") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."batch_id", OLD."fact", OLD."family_id", OLD."id", OLD."member_id", OLD."ours", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."said_on", OLD."source", OLD."theirs"); RETURN NULL;',
                    hash="3333fd7648d011a5c6b93bcc39a633c15cecf575",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_e05bb",
                    table="families_difference",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="differencehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c8f33d8d377315a9f7bd1694d2a1dc4296b9089a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c3173",
                    table="families_differencehistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="existingplan",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="b39e30249a49fe8dc692f9514af9ccd5292dacf3",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_3788b",
                    table="families_existingplan",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="existingplan",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agency_name" IS DISTINCT FROM (NEW."agency_name") OR OLD."category_id" IS DISTINCT FROM (NEW."category_id") OR OLD."contact_email" IS DISTINCT FROM (NEW."contact_email") OR OLD."contact_name" IS DISTINCT FROM (NEW."contact_name") OR OLD."contact_phone" IS DISTINCT FROM (NEW."contact_phone") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."family_id" IS DISTINCT FROM (NEW."family_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."member_id" IS DISTINCT FROM (NEW."member_id") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."says" IS DISTINCT FROM (NEW."says") OR OLD."shared" IS DISTINCT FROM (NEW."shared") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                    func='INSERT INTO "families_existingplanhistory" ("agency_name", "category_id", "contact_email", "contact_name", "contact_phone", "ends_on", "family_id", "id", "kind", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "says", "shared", "starts_on", "version") VALUES (OLD."agency_name", OLD."category_id", OLD."contact_email", OLD."contact_name", OLD."contact_phone", OLD."ends_on", OLD."family_id", OLD."id", OLD."kind", OLD."member_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."recorded_by_id", OLD."says", OLD."shared", OLD."starts_on", OLD."version"); RETURN NULL;',
                    hash="12b5c458cfa341f2e7be3d465e85a8af665724ec",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_834ff",
                    table="families_existingplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="existingplan",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_existingplanhistory" ("agency_name", "category_id", "contact_email", "contact_name", "contact_phone", "ends_on", "family_id", "id", "kind", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "says", "shared", "starts_on", "version") VALUES (OLD."agency_name", OLD."category_id", OLD."contact_email", OLD."contact_name", OLD."contact_phone", OLD."ends_on", OLD."family_id", OLD."id", OLD."kind", OLD."member_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."recorded_by_id", OLD."says", OLD."shared", OLD."starts_on", OLD."version"); RETURN NULL;',
                    hash="693adb6e71a231ba1223be3451bd24f0611faf14",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_5f98e",
                    table="families_existingplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="existingplanhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6f320d2bcca85168ebd91c32793424e697459683",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c709f",
                    table="families_existingplanhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familyconsent",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="ad4a16bf77c32023f27e9a6ac4263b6c0de9a0b9",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_28c7f",
                    table="families_familyconsent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familyconsent",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_familyconsenthistory" ("agreed", "ended_on", "family_id", "given_by_id", "given_on", "how", "id", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "version") VALUES (OLD."agreed", OLD."ended_on", OLD."family_id", OLD."given_by_id", OLD."given_on", OLD."how", OLD."id", OLD."kind", OLD."language", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."recorded_by_id", OLD."version"); RETURN NULL;',
                    hash="a1818b65512f8cc99759ec5b58c3821e9976b65d",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_6edf5",
                    table="families_familyconsent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familyconsent",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_familyconsenthistory" ("agreed", "ended_on", "family_id", "given_by_id", "given_on", "how", "id", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "version") VALUES (OLD."agreed", OLD."ended_on", OLD."family_id", OLD."given_by_id", OLD."given_on", OLD."how", OLD."id", OLD."kind", OLD."language", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."recorded_by_id", OLD."version"); RETURN NULL;',
                    hash="de43ff0445cb8c5bc20773dd5114d704fb14e864",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_bdafb",
                    table="families_familyconsent",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familyconsenthistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="cfaacc76ef6aad1f8b425b90248abd9ae7c2f8c7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f178f",
                    table="families_familyconsenthistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familylink",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_familylinkhistory" ("child_id", "ended_on", "family_id", "id", "kind", "linked_by_id", "linked_on", "note", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ties") VALUES (OLD."child_id", OLD."ended_on", OLD."family_id", OLD."id", OLD."kind", OLD."linked_by_id", OLD."linked_on", OLD."note", OLD."other_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."ties"); RETURN NULL;',
                    hash="7a0ebbaa5d45978612b97bc6bb5c4559f70ef180",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_59f62",
                    table="families_familylink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familylink",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_familylinkhistory" ("child_id", "ended_on", "family_id", "id", "kind", "linked_by_id", "linked_on", "note", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ties") VALUES (OLD."child_id", OLD."ended_on", OLD."family_id", OLD."id", OLD."kind", OLD."linked_by_id", OLD."linked_on", OLD."note", OLD."other_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."ties"); RETURN NULL;',
                    hash="ed58971723c8b4b3a183bd536a65c70a300e504c",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_8ce30",
                    table="families_familylink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="familylinkhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="336d14cdf7360ec279dc5c104180c49b65f0b286",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d8539",
                    table="families_familylinkhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fostercare",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="9e2da6273b4a3c978d9b5d594454252466bfd111",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_a5f8a",
                    table="families_fostercare",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fostercare",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_fostercarehistory" ("began_on", "child_id", "ended_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_by", "recorded_by_id", "version") VALUES (OLD."began_on", OLD."child_id", OLD."ended_on", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."placed_by", OLD."recorded_by_id", OLD."version"); RETURN NULL;',
                    hash="cfc11530232b9f082e85993ebaadf4140a4786bb",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_fac6a",
                    table="families_fostercare",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fostercare",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_fostercarehistory" ("began_on", "child_id", "ended_on", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_by", "recorded_by_id", "version") VALUES (OLD."began_on", OLD."child_id", OLD."ended_on", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."placed_by", OLD."recorded_by_id", OLD."version"); RETURN NULL;',
                    hash="cc752dcbcf5e885e3b2f9b4d3f14364e6b224a33",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_d7964",
                    table="families_fostercare",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fostercarehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="db9d604ddaab80afc6f06689637fc12ef25b3d71",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_99dd6",
                    table="families_fostercarehistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="homelessnessepisode",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="3a3adc5efb9723bc0bd2801601fb3d87c55764d0",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_b677a",
                    table="families_homelessnessepisode",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="homelessnessepisode",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_homelessnessepisodehistory" ("began_on", "ended_on", "family_id", "housing_acquired_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "stays", "version") VALUES (OLD."began_on", OLD."ended_on", OLD."family_id", OLD."housing_acquired_on", OLD."id", OLD."note", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."recorded_by_id", OLD."stays", OLD."version"); RETURN NULL;',
                    hash="1bef03cc2000c65234ea9acbae4c18e1636f4e0e",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_22ed7",
                    table="families_homelessnessepisode",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="homelessnessepisode",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_homelessnessepisodehistory" ("began_on", "ended_on", "family_id", "housing_acquired_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_by_id", "stays", "version") VALUES (OLD."began_on", OLD."ended_on", OLD."family_id", OLD."housing_acquired_on", OLD."id", OLD."note", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."recorded_by_id", OLD."stays", OLD."version"); RETURN NULL;',
                    hash="c7422370720efab17ddcbcb7c0f00febd2882620",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_a60f9",
                    table="families_homelessnessepisode",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="homelessnessepisodehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="14ec784a5ff44be913769f89b9b24dc38d42f064",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_63a95",
                    table="families_homelessnessepisodehistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="intake",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_intakehistory" ("begun_at", "begun_by_id", "family_id", "finished_on", "id", "moved_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step") VALUES (OLD."begun_at", OLD."begun_by_id", OLD."family_id", OLD."finished_on", OLD."id", OLD."moved_at", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."step"); RETURN NULL;',
                    hash="0a55915ed17c4ee19d6e34a195edc408e0f7ac6a",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_f88ae",
                    table="families_intake",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="intake",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_intakehistory" ("begun_at", "begun_by_id", "family_id", "finished_on", "id", "moved_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "step") VALUES (OLD."begun_at", OLD."begun_by_id", OLD."family_id", OLD."finished_on", OLD."id", OLD."moved_at", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."step"); RETURN NULL;',
                    hash="6cb3b4cdb74de36ce3d7079a44b4ceba34669c02",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_497cb",
                    table="families_intake",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="intakehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d3b86407a4a93436b7987fb8268b8ab2a45202aa",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_768af",
                    table="families_intakehistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="noticegiven",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="6864524f678d3a7befd6649daf9a20bd819c79b5",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_238a3",
                    table="families_noticegiven",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="noticegiven",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_noticegivenhistory" ("answer", "family_id", "given_by_id", "given_on", "given_to_id", "how", "id", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (OLD."answer", OLD."family_id", OLD."given_by_id", OLD."given_on", OLD."given_to_id", OLD."how", OLD."id", OLD."kind", OLD."language", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."version"); RETURN NULL;',
                    hash="72de8b3be0ddb30700c1c3cd66850ef43ea1abd2",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_0224f",
                    table="families_noticegiven",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="noticegiven",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_noticegivenhistory" ("answer", "family_id", "given_by_id", "given_on", "given_to_id", "how", "id", "kind", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") VALUES (OLD."answer", OLD."family_id", OLD."given_by_id", OLD."given_on", OLD."given_to_id", OLD."how", OLD."id", OLD."kind", OLD."language", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."version"); RETURN NULL;',
                    hash="48d036873d63f96bf299a9b73c0f6fa6ff0ee058",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_cfbd8",
                    table="families_noticegiven",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="noticegivenhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1f8970ccf27114a33e47f88e5868f2b61db571ec",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b5fa1",
                    table="families_noticegivenhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relation",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="34bbdc9d684d0d412c8770671466b90f4f08e5ba",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_6987c",
                    table="families_relation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relation",
            trigger=pgtrigger.compiler.Trigger(
                name="of_one_family",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\nIF EXISTS (\n    SELECT FROM families_relation relation\n    JOIN families_familymember adult ON adult.id = relation.adult_id\n    JOIN families_familymember child ON child.id = relation.child_id\n    WHERE NEW.id IN (relation.id)\n      AND (adult.family_id <> child.family_id OR adult.role = 'child' OR child.role <> 'child')\n) THEN\n    RAISE EXCEPTION 'A relation joins an adult and a child of one family'\n        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'relation_within_one_family';\nEND IF;\nRETURN NULL;",
                    hash="03723fbccd44deabafe12e4d0a8e19ac61c1f88c",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_of_one_family_7db98",
                    table="families_relation",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relation",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_relationhistory" ("adult_id", "child_id", "court_says", "custody", "id", "is_father_figure", "lives_with", "may_be_told", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relationship", "version") VALUES (OLD."adult_id", OLD."child_id", OLD."court_says", OLD."custody", OLD."id", OLD."is_father_figure", OLD."lives_with", OLD."may_be_told", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."relationship", OLD."version"); RETURN NULL;',
                    hash="bcd646c8edebc8e839a4bd0a085f875e59a78857",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_dce1d",
                    table="families_relation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relation",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_relationhistory" ("adult_id", "child_id", "court_says", "custody", "id", "is_father_figure", "lives_with", "may_be_told", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relationship", "version") VALUES (OLD."adult_id", OLD."child_id", OLD."court_says", OLD."custody", OLD."id", OLD."is_father_figure", OLD."lives_with", OLD."may_be_told", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."relationship", OLD."version"); RETURN NULL;',
                    hash="a7acf7fa3640e3eed8b0c1da27057930392df6ee",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_6834f",
                    table="families_relation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="relationhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d5c5679c7a6605f4fd583879ce08596fa0bdf076",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7a830",
                    table="families_relationhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondhome",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="f0edf20c17141b3ad5acd97555150cc2361b4d6a",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_db9df",
                    table="families_secondhome",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondhome",
            trigger=pgtrigger.compiler.Trigger(
                name="of_one_family",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\nIF EXISTS (\n    SELECT FROM families_secondhome second\n    JOIN families_familymember member ON member.id = second.member_id\n    JOIN families_household home ON home.id = second.household_id\n    WHERE NEW.id IN (second.id) AND member.family_id <> home.family_id\n) THEN\n    RAISE EXCEPTION 'A second home is a home of the same family'\n        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'second_home_within_one_family';\nEND IF;\nRETURN NULL;",
                    hash="1ca34ae516df5bc1e42adbcac4fb909b21fed9ce",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_of_one_family_d20ef",
                    table="families_secondhome",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondhome",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_secondhomehistory" ("days", "ends_on", "household_id", "id", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "version") VALUES (OLD."days", OLD."ends_on", OLD."household_id", OLD."id", OLD."member_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."starts_on", OLD."version"); RETURN NULL;',
                    hash="9848de8ee16f231fe5fe90b4943e29314bcc98f1",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_7e955",
                    table="families_secondhome",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondhome",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_secondhomehistory" ("days", "ends_on", "household_id", "id", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "version") VALUES (OLD."days", OLD."ends_on", OLD."household_id", OLD."id", OLD."member_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."starts_on", OLD."version"); RETURN NULL;',
                    hash="c9c900789998d4da2ac5e01472b1de0d788be112",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_61f02",
                    table="families_secondhome",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondhomehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ad2e9271614f58372d5c3666cb2133f269ed3e22",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_af869",
                    table="families_secondhomehistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snapshothistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d1f1ac142e9f4c16034fbf14a0456d9c11bd4d44",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_256fe",
                    table="families_snapshothistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snapshotyear",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_snapshotyearhistory" ("family_id", "id", "moment", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_year_id", "snapshot_id") VALUES (OLD."family_id", OLD."id", OLD."moment", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."program_year_id", OLD."snapshot_id"); RETURN NULL;',
                    hash="a12d9cfbfc7e02e71e884eaa064c8dae837e3a13",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_5391b",
                    table="families_snapshotyear",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snapshotyear",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_snapshotyearhistory" ("family_id", "id", "moment", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_year_id", "snapshot_id") VALUES (OLD."family_id", OLD."id", OLD."moment", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."program_year_id", OLD."snapshot_id"); RETURN NULL;',
                    hash="6596e774e72ae2734fde66a71f2b5c2b7473893f",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_7c267",
                    table="families_snapshotyear",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snapshot",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="ada97703b60fc78baa696ba82ea7063d60bb86f1",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_97511",
                    table="families_snapshot",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snapshot",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_snapshothistory" ("education", "employed", "family_id", "figure", "figure_other", "housing", "id", "in_school", "in_training", "military_active", "military_veteran", "moment", "parents", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "snap", "ssi", "taken_by_id", "taken_on", "tanf", "version", "wic") VALUES (OLD."education", OLD."employed", OLD."family_id", OLD."figure", OLD."figure_other", OLD."housing", OLD."id", OLD."in_school", OLD."in_training", OLD."military_active", OLD."military_veteran", OLD."moment", OLD."parents", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."snap", OLD."ssi", OLD."taken_by_id", OLD."taken_on", OLD."tanf", OLD."version", OLD."wic"); RETURN NULL;',
                    hash="9ed752e630a845a880adcccbc8dbf0413fee3ec1",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_6ad5f",
                    table="families_snapshot",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snapshot",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_snapshothistory" ("education", "employed", "family_id", "figure", "figure_other", "housing", "id", "in_school", "in_training", "military_active", "military_veteran", "moment", "parents", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "snap", "ssi", "taken_by_id", "taken_on", "tanf", "version", "wic") VALUES (OLD."education", OLD."employed", OLD."family_id", OLD."figure", OLD."figure_other", OLD."housing", OLD."id", OLD."in_school", OLD."in_training", OLD."military_active", OLD."military_veteran", OLD."moment", OLD."parents", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."snap", OLD."ssi", OLD."taken_by_id", OLD."taken_on", OLD."tanf", OLD."version", OLD."wic"); RETURN NULL;',
                    hash="f2e312974e7627e84e1769d7999055538110d29d",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_0c2bd",
                    table="families_snapshot",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="snapshotyearhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="cf08d77e9a820b0d03991cc526b149845bed8460",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_36850",
                    table="families_snapshotyearhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="structurechange",
            trigger=pgtrigger.compiler.Trigger(
                name="never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="118853482f9df5fcd44a1d88d41e459538248367",
                    operation="DELETE",
                    pgid="pgtrigger_never_deleted_0e7c5",
                    table="families_structurechange",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="structurechange",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "families_structurechangehistory" ("family_id", "happened_on", "id", "kind", "made", "made_at", "made_by_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "rows", "undone_at", "undone_by_id") VALUES (OLD."family_id", OLD."happened_on", OLD."id", OLD."kind", OLD."made", OLD."made_at", OLD."made_by_id", OLD."other_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."reason", OLD."rows", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;',
                    hash="2b79bc4349e214d68941b45952ef68a2234276fc",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_cf608",
                    table="families_structurechange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="structurechange",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "families_structurechangehistory" ("family_id", "happened_on", "id", "kind", "made", "made_at", "made_by_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "rows", "undone_at", "undone_by_id") VALUES (OLD."family_id", OLD."happened_on", OLD."id", OLD."kind", OLD."made", OLD."made_at", OLD."made_by_id", OLD."other_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reason", OLD."rows", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;',
                    hash="ab37159e5cde7a0f5989b119069efa527cf85218",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_19f7b",
                    table="families_structurechange",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="structurechangehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5c8a6716b5fea831027c74366fe7e2f25886e7f3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c6fdb",
                    table="families_structurechangehistory",
                    when="BEFORE",
                ),
            ),
        ),
    ]
