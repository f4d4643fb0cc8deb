import django.contrib.auth.validators
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import agency.models.organisation
import agency.words
from agency.at_once import AtOnce
from agency.database import foundations


class Migration(AtOnce):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        *foundations(),
        migrations.CreateModel(
            name="AgencyHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200, verbose_name="name of the agency")),
                ("grant_numbers", models.CharField(blank=True, max_length=200, verbose_name="grant numbers")),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="phone")),
                ("address", models.TextField(blank=True, verbose_name="address, as it stands on letters")),
                (
                    "privacy_regime",
                    models.CharField(
                        choices=[
                            ("1303", "Head Start privacy rules (45 CFR 1303 subpart C)"),
                            ("ferpa", "FERPA"),
                            ("idea", "IDEA Part B or Part C confidentiality"),
                        ],
                        default="1303",
                        help_text="A school-run program is often under FERPA instead (45 CFR 1303.21).",
                        max_length=10,
                        verbose_name="privacy rules that govern child records",
                    ),
                ),
                (
                    "caseload_limit",
                    models.PositiveSmallIntegerField(
                        default=40,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="planned families per family service worker, at most",
                    ),
                ),
                (
                    "small_cell",
                    models.PositiveSmallIntegerField(
                        default=5,
                        help_text="Smaller counts, and the counts from which they could be worked out, are hidden.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(50),
                        ],
                        verbose_name="smallest count shown in de-identified reports",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AuditEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("event", models.SlugField(max_length=60)),
                ("about_type", models.CharField(blank=True, max_length=60)),
                ("about_id", models.CharField(blank=True, max_length=40)),
                ("family_id", models.BigIntegerField(null=True)),
                ("facts", models.JSONField(default=dict)),
                ("request_id", models.CharField(blank=True, max_length=40)),
            ],
            options={
                "verbose_name": "entry in the log",
            },
        ),
        migrations.CreateModel(
            name="Center",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("address", models.CharField(blank=True, max_length=300, verbose_name="address")),
                ("postal_code", models.CharField(blank=True, max_length=10, verbose_name="ZIP code")),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="phone")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed for good on")),
            ],
            options={
                "verbose_name": "center",
                "verbose_name_plural": "centers",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="CenterHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("address", models.CharField(blank=True, max_length=300, verbose_name="address")),
                ("postal_code", models.CharField(blank=True, max_length=10, verbose_name="ZIP code")),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="phone")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed for good on")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Closure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_on", models.DateField(verbose_name="first closed day")),
                ("ends_on", models.DateField(verbose_name="last closed day")),
                ("reason", models.CharField(max_length=100, verbose_name="why")),
            ],
            options={
                "verbose_name": "closure",
                "verbose_name_plural": "closures",
                "ordering": ["starts_on"],
            },
        ),
        migrations.CreateModel(
            name="ClosureHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="first closed day")),
                ("ends_on", models.DateField(verbose_name="last closed day")),
                ("reason", models.CharField(max_length=100, verbose_name="why")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Deadline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=40, verbose_name="code")),
                ("name", agency.words.WordsField(verbose_name="name")),
                ("explains", agency.words.WordsField(blank=True, default=dict, verbose_name="why we do this")),
                ("starts_from", models.CharField(max_length=40, verbose_name="counted from")),
                ("length", models.PositiveSmallIntegerField(verbose_name="length")),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("days", "days"),
                            ("business_days", "business days"),
                            ("percent", "percent of the season"),
                        ],
                        default="days",
                        max_length=15,
                        verbose_name="unit",
                    ),
                ),
                ("warn_before", models.PositiveSmallIntegerField(default=7, verbose_name="show this many days before")),
                (
                    "escalate_after",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="tell the supervisor this many days after"
                    ),
                ),
                ("effective_on", models.DateField(verbose_name="in force from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="in force until")),
            ],
            options={
                "verbose_name": "clock",
                "verbose_name_plural": "clocks",
                "ordering": ["code", "-effective_on"],
            },
        ),
        migrations.CreateModel(
            name="DeadlineHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, max_length=40, verbose_name="code")),
                ("name", agency.words.WordsField(verbose_name="name")),
                ("explains", agency.words.WordsField(blank=True, default=dict, verbose_name="why we do this")),
                ("starts_from", models.CharField(max_length=40, verbose_name="counted from")),
                ("length", models.PositiveSmallIntegerField(verbose_name="length")),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("days", "days"),
                            ("business_days", "business days"),
                            ("percent", "percent of the season"),
                        ],
                        default="days",
                        max_length=15,
                        verbose_name="unit",
                    ),
                ),
                ("warn_before", models.PositiveSmallIntegerField(default=7, verbose_name="show this many days before")),
                (
                    "escalate_after",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="tell the supervisor this many days after"
                    ),
                ),
                ("effective_on", models.DateField(verbose_name="in force from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="in force until")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=150)),
                ("path", models.CharField(blank=True, max_length=300)),
                ("label", models.CharField(blank=True, max_length=100)),
                ("family_id", models.BigIntegerField(null=True)),
                ("typed", models.JSONField(default=dict)),
                ("saved_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "draft",
            },
        ),
        migrations.CreateModel(
            name="OutboxMail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("to", models.CharField(max_length=300)),
                ("subject", models.CharField(max_length=300)),
                ("body", models.TextField()),
            ],
            options={
                "verbose_name": "mail in the outbox",
                "ordering": ["-at"],
            },
        ),
        migrations.CreateModel(
            name="PirItemOfCategory",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("form_year", models.CharField(max_length=7, verbose_name="PIR form")),
                ("item", models.CharField(max_length=10, verbose_name="item")),
            ],
            options={
                "verbose_name": "PIR item",
            },
        ),
        migrations.CreateModel(
            name="PirItemOfCategoryHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("form_year", models.CharField(max_length=7, verbose_name="PIR form")),
                ("item", models.CharField(max_length=10, verbose_name="item")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Program",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "code",
                    models.SlugField(
                        help_text="Used in reports and commands.", max_length=20, unique=True, verbose_name="short code"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("hs", "Head Start"),
                            ("ehs", "Early Head Start"),
                            ("aian", "American Indian and Alaska Native Head Start"),
                            ("aian_ehs", "American Indian and Alaska Native Early Head Start"),
                            ("mshs", "Migrant and Seasonal Head Start"),
                            ("mshs_ehs", "Migrant and Seasonal Early Head Start"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("grant_number", models.CharField(blank=True, max_length=40, verbose_name="grant number")),
                (
                    "delegate_name",
                    models.CharField(
                        blank=True,
                        help_text="Only when a delegate agency runs this program.",
                        max_length=200,
                        verbose_name="delegate agency",
                    ),
                ),
            ],
            options={
                "verbose_name": "program",
                "verbose_name_plural": "programs",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="ProgramHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "code",
                    models.SlugField(
                        db_index=False,
                        help_text="Used in reports and commands.",
                        max_length=20,
                        verbose_name="short code",
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("hs", "Head Start"),
                            ("ehs", "Early Head Start"),
                            ("aian", "American Indian and Alaska Native Head Start"),
                            ("aian_ehs", "American Indian and Alaska Native Early Head Start"),
                            ("mshs", "Migrant and Seasonal Head Start"),
                            ("mshs_ehs", "Migrant and Seasonal Early Head Start"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("grant_number", models.CharField(blank=True, max_length=40, verbose_name="grant number")),
                (
                    "delegate_name",
                    models.CharField(
                        blank=True,
                        help_text="Only when a delegate agency runs this program.",
                        max_length=200,
                        verbose_name="delegate agency",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProgramYear",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("ends_on", models.DateField(verbose_name="last day")),
            ],
            options={
                "verbose_name": "program year",
                "verbose_name_plural": "program years",
                "ordering": ["-starts_on"],
            },
        ),
        migrations.CreateModel(
            name="ProgramYearHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("ends_on", models.DateField(verbose_name="last day")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RoleGrant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("worker", "Family service worker"),
                            ("supervisor", "Supervisor"),
                            ("manager", "Manager"),
                            ("teammate", "Teammate"),
                            ("monitor", "Reviewer"),
                            ("administrator", "Administrator"),
                        ],
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                ("starts_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="A reviewer’s role must end.", null=True, verbose_name="until"
                    ),
                ),
            ],
            options={
                "verbose_name": "role",
                "verbose_name_plural": "roles",
            },
        ),
        migrations.CreateModel(
            name="RoleGrantHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("worker", "Family service worker"),
                            ("supervisor", "Supervisor"),
                            ("manager", "Manager"),
                            ("teammate", "Teammate"),
                            ("monitor", "Reviewer"),
                            ("administrator", "Administrator"),
                        ],
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                ("starts_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="A reviewer’s role must end.", null=True, verbose_name="until"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ServiceCategory",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(unique=True, verbose_name="code")),
                ("name", agency.words.WordsField(verbose_name="name")),
                (
                    "group",
                    models.CharField(
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
                        verbose_name="group of partners",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("is_urgent", models.BooleanField(default=False, verbose_name="a need of this kind may not wait")),
                (
                    "is_restricted",
                    models.BooleanField(default=False, verbose_name="only staff with the restricted permission see it"),
                ),
                (
                    "open_eligibility",
                    models.CharField(blank=True, max_length=100, verbose_name="Open Eligibility heading"),
                ),
                ("retired_on", models.DateField(blank=True, null=True, verbose_name="no longer offered since")),
            ],
            options={
                "verbose_name": "service category",
                "verbose_name_plural": "service categories",
                "ordering": ["position", "code"],
            },
        ),
        migrations.CreateModel(
            name="ServiceCategoryHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False, verbose_name="code")),
                ("name", agency.words.WordsField(verbose_name="name")),
                (
                    "group",
                    models.CharField(
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
                        verbose_name="group of partners",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("is_urgent", models.BooleanField(default=False, verbose_name="a need of this kind may not wait")),
                (
                    "is_restricted",
                    models.BooleanField(default=False, verbose_name="only staff with the restricted permission see it"),
                ),
                (
                    "open_eligibility",
                    models.CharField(blank=True, max_length=100, verbose_name="Open Eligibility heading"),
                ),
                ("retired_on", models.DateField(blank=True, null=True, verbose_name="no longer offered since")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WorkRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.SlugField(max_length=60)),
                ("subject", models.CharField(blank=True, max_length=200)),
                (
                    "state",
                    models.CharField(
                        choices=[("running", "running"), ("done", "done"), ("failed", "stopped by an error")],
                        default="running",
                        max_length=10,
                    ),
                ),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("counts", models.JSONField(default=dict)),
                ("error", models.CharField(blank=True, max_length=200)),
                ("result_url", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "verbose_name": "run",
                "verbose_name_plural": "run log",
                "ordering": ["-started_at"],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("es", "Spanish")],
                        default="en",
                        max_length=5,
                        verbose_name="language of my screens",
                    ),
                ),
                (
                    "theme",
                    models.CharField(
                        blank=True,
                        choices=[("", "as my device"), ("light", "light"), ("dark", "dark")],
                        default="",
                        max_length=5,
                        verbose_name="colors",
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="work phone")),
                (
                    "title",
                    models.CharField(
                        blank=True, help_text="As it stands under a letter.", max_length=100, verbose_name="title"
                    ),
                ),
                ("works_in", models.CharField(blank=True, max_length=100, verbose_name="languages I work in")),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "member of staff",
                "verbose_name_plural": "staff",
                "ordering": ["last_name", "first_name"],
            },
        ),
        migrations.CreateModel(
            name="AccessEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("page", models.CharField(max_length=100)),
                (
                    "family_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None),
                ),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("request_id", models.CharField(blank=True, max_length=40)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "look at a record",
            },
        ),
        migrations.CreateModel(
            name="Agency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, verbose_name="name of the agency")),
                ("grant_numbers", models.CharField(blank=True, max_length=200, verbose_name="grant numbers")),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="phone")),
                ("address", models.TextField(blank=True, verbose_name="address, as it stands on letters")),
                (
                    "privacy_regime",
                    models.CharField(
                        choices=[
                            ("1303", "Head Start privacy rules (45 CFR 1303 subpart C)"),
                            ("ferpa", "FERPA"),
                            ("idea", "IDEA Part B or Part C confidentiality"),
                        ],
                        default="1303",
                        help_text="A school-run program is often under FERPA instead (45 CFR 1303.21).",
                        max_length=10,
                        verbose_name="privacy rules that govern child records",
                    ),
                ),
                (
                    "caseload_limit",
                    models.PositiveSmallIntegerField(
                        default=40,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="planned families per family service worker, at most",
                    ),
                ),
                (
                    "small_cell",
                    models.PositiveSmallIntegerField(
                        default=5,
                        help_text="Smaller counts, and the counts from which they could be worked out, are hidden.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(50),
                        ],
                        verbose_name="smallest count shown in de-identified reports",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
            ],
            options={
                "verbose_name": "agency",
                "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="one_agency")],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agency",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="c0ae5fca4aced1b81f73b9df32ec9539d4c047c4",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_5d138",
                    table="agency_agency",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agency",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "agency_agencyhistory" ("address", "caseload_limit", "grant_numbers", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "privacy_regime", "small_cell", "version") VALUES (OLD."address", OLD."caseload_limit", OLD."grant_numbers", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."phone", OLD."privacy_regime", OLD."small_cell", OLD."version"); RETURN NULL;',
                    hash="0e70bca3ed1ffc70855507b069b8ddbeaf362ea1",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_76e5a",
                    table="agency_agency",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agency",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "agency_agencyhistory" ("address", "caseload_limit", "grant_numbers", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "privacy_regime", "small_cell", "version") VALUES (OLD."address", OLD."caseload_limit", OLD."grant_numbers", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."phone", OLD."privacy_regime", OLD."small_cell", OLD."version"); RETURN NULL;',
                    hash="e62d08e8051781093fd02a72bb556277781b2d45",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_ce2a4",
                    table="agency_agency",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="agencyhistory",
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
            model_name="agencyhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="agency.agency",
            ),
        ),
        migrations.AddField(
            model_name="auditevent",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="centerhistory",
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
            model_name="centerhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="agency.center",
            ),
        ),
        migrations.AddField(
            model_name="closurehistory",
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
            model_name="closurehistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="agency.closure",
            ),
        ),
        migrations.AddField(
            model_name="deadlinehistory",
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
            model_name="deadlinehistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="agency.deadline",
            ),
        ),
        migrations.AddField(
            model_name="draft",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="drafts", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="piritemofcategoryhistory",
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
            model_name="piritemofcategoryhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="agency.piritemofcategory",
            ),
        ),
        migrations.AddField(
            model_name="deadlinehistory",
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
            model_name="deadline",
            name="program",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="deadlines",
                to="agency.program",
                verbose_name="program",
            ),
        ),
        migrations.AddField(
            model_name="closurehistory",
            name="program",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agency.program",
                verbose_name="program",
            ),
        ),
        migrations.AddField(
            model_name="closure",
            name="program",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="closures",
                to="agency.program",
                verbose_name="program",
            ),
        ),
        migrations.AddField(
            model_name="centerhistory",
            name="program",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agency.program",
                verbose_name="program",
            ),
        ),
        migrations.AddField(
            model_name="center",
            name="program",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="centers",
                to="agency.program",
                verbose_name="program",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="program",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "agency_programhistory" ("code", "delegate_name", "grant_number", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."delegate_name", OLD."grant_number", OLD."id", OLD."kind", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;',
                    hash="0d72dc599a03e00e73b62a1e56aa03444765c483",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_22dcf",
                    table="agency_program",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="program",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "agency_programhistory" ("code", "delegate_name", "grant_number", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."delegate_name", OLD."grant_number", OLD."id", OLD."kind", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;',
                    hash="30f7ea015d794f115e7045b89b663c3c39fa9a0f",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_62bb1",
                    table="agency_program",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="programhistory",
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
            model_name="programhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="agency.program",
            ),
        ),
        migrations.AddField(
            model_name="programyear",
            name="program",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="years",
                to="agency.program",
                verbose_name="program",
            ),
        ),
        migrations.AddField(
            model_name="programyearhistory",
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
            model_name="programyearhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="agency.programyear",
            ),
        ),
        migrations.AddField(
            model_name="programyearhistory",
            name="program",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agency.program",
                verbose_name="program",
            ),
        ),
        migrations.AddField(
            model_name="rolegrant",
            name="center",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agency.center",
                verbose_name="only this center",
            ),
        ),
        migrations.AddField(
            model_name="rolegrant",
            name="program",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agency.program",
                verbose_name="only this program",
            ),
        ),
        migrations.AddField(
            model_name="rolegrant",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="role_grants", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="rolegranthistory",
            name="center",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agency.center",
                verbose_name="only this center",
            ),
        ),
        migrations.AddField(
            model_name="rolegranthistory",
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
            model_name="rolegranthistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="agency.rolegrant",
            ),
        ),
        migrations.AddField(
            model_name="rolegranthistory",
            name="program",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agency.program",
                verbose_name="only this program",
            ),
        ),
        migrations.AddField(
            model_name="rolegranthistory",
            name="user",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="piritemofcategoryhistory",
            name="category",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agency.servicecategory",
            ),
        ),
        migrations.AddField(
            model_name="piritemofcategory",
            name="category",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="pir_items", to="agency.servicecategory"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="servicecategory",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "agency_servicecategoryhistory" ("code", "group", "id", "is_restricted", "is_urgent", "name", "open_eligibility", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on") VALUES (OLD."code", OLD."group", OLD."id", OLD."is_restricted", OLD."is_urgent", OLD."name", OLD."open_eligibility", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."position", OLD."retired_on"); RETURN NULL;',
                    hash="3b67dec378cfaa29bffaf27a0799946e9f91fdb5",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_d0d97",
                    table="agency_servicecategory",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="servicecategory",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "agency_servicecategoryhistory" ("code", "group", "id", "is_restricted", "is_urgent", "name", "open_eligibility", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on") VALUES (OLD."code", OLD."group", OLD."id", OLD."is_restricted", OLD."is_urgent", OLD."name", OLD."open_eligibility", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."position", OLD."retired_on"); RETURN NULL;',
                    hash="90da1a48ac30049f370b49b8699d3c38e3aab1ea",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_9bc14",
                    table="agency_servicecategory",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="servicecategoryhistory",
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
            model_name="servicecategoryhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="agency.servicecategory",
            ),
        ),
        migrations.AddField(
            model_name="workrun",
            name="asked_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="work_runs",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("email"),
                name="email_once",
                violation_error_message="Another account has this e-mail address already.",
            ),
        ),
        migrations.AddIndex(
            model_name="accessevent",
            index=django.contrib.postgres.indexes.GinIndex(fields=["family_ids"], name="access_of_a_family"),
        ),
        migrations.AddIndex(
            model_name="accessevent",
            index=models.Index(fields=["by", "-at"], name="access_by_a_person"),
        ),
        migrations.AddIndex(
            model_name="accessevent",
            index=django.contrib.postgres.indexes.BrinIndex(fields=["at"], name="access_in_time"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accessevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1290cbd8146f624fed1be1a1fcda468eb88a4c67",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c1ae2",
                    table="agency_accessevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="accessevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="2cbe09df08a2483df915b2e0e754e743213761e7",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_328a1",
                    table="agency_accessevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c2f4e2e325dd4c7324d4dc4bb0e418568991a9e1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7dce6",
                    table="agency_agencyhistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(fields=["about_type", "about_id"], name="audit_about"),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(fields=["family_id", "-at"], name="audit_of_a_family"),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=django.contrib.postgres.indexes.BrinIndex(fields=["at"], name="audit_in_time"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="auditevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="dd72fe79ea9103c6ecbf4f1a597af7fe50e80ca9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7ed8e",
                    table="agency_auditevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="auditevent",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="917cfb844e4a9a486ff66649c4d290f17ef526c9",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_fad26",
                    table="agency_auditevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.UniqueConstraint(fields=("user", "key"), name="one_draft_a_form"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deadlinehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ffb4613017664e37c3b46b2d0e80d19ac1722e4d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_168e3",
                    table="agency_deadlinehistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(
                fields=("code", "program", "effective_on"), name="clock_once_a_day_and_program", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("effective_on")), _connector="OR"),
                name="clock_ends_after_it_starts",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deadline",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "agency_deadlinehistory" ("code", "effective_on", "ends_on", "escalate_after", "explains", "id", "length", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id", "starts_from", "unit", "warn_before") VALUES (OLD."code", OLD."effective_on", OLD."ends_on", OLD."escalate_after", OLD."explains", OLD."id", OLD."length", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."program_id", OLD."starts_from", OLD."unit", OLD."warn_before"); RETURN NULL;',
                    hash="fd25d3b42cf7097728dbaa8a98d91dcde5bd2bf7",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_efd81",
                    table="agency_deadline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="deadline",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "agency_deadlinehistory" ("code", "effective_on", "ends_on", "escalate_after", "explains", "id", "length", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id", "starts_from", "unit", "warn_before") VALUES (OLD."code", OLD."effective_on", OLD."ends_on", OLD."escalate_after", OLD."explains", OLD."id", OLD."length", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."program_id", OLD."starts_from", OLD."unit", OLD."warn_before"); RETURN NULL;',
                    hash="8b6039c938715063e260f2d7a1f2937fa1738e0f",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_43597",
                    table="agency_deadline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="closurehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e2a830faec11fe40b1c8f614d3962c3c0ee4bfae",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1fe39",
                    table="agency_closurehistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="closure",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                name="closure_ends_after_it_starts",
                violation_error_message="The last closed day cannot come before the first.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="closure",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "agency_closurehistory" ("ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id", "reason", "starts_on") VALUES (OLD."ends_on", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."program_id", OLD."reason", OLD."starts_on"); RETURN NULL;',
                    hash="0fe18a43e6aa75f90ec9256a9602aa51f640a255",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_470ec",
                    table="agency_closure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="closure",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "agency_closurehistory" ("ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id", "reason", "starts_on") VALUES (OLD."ends_on", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."program_id", OLD."reason", OLD."starts_on"); RETURN NULL;',
                    hash="12918bbbde5e03ea0bd19f528e13b3dc2d89966e",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_8d152",
                    table="agency_closure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="centerhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8991aaba23972850d9f17366838d6a5bfa11fcb2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0949b",
                    table="agency_centerhistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="center",
            constraint=models.UniqueConstraint(
                fields=("program", "name"),
                name="center_once_in_a_program",
                violation_error_message="This program has a center of this name already.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="center",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "agency_centerhistory" ("address", "closed_on", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postal_code", "program_id") VALUES (OLD."address", OLD."closed_on", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."phone", OLD."postal_code", OLD."program_id"); RETURN NULL;',
                    hash="508ee32fee60640293cb6c944e9a1a0b8b506d3a",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_32cae",
                    table="agency_center",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="center",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "agency_centerhistory" ("address", "closed_on", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "postal_code", "program_id") VALUES (OLD."address", OLD."closed_on", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."phone", OLD."postal_code", OLD."program_id"); RETURN NULL;',
                    hash="ef936d7de4776bc6ab6aa641823b7bc8f8cca6d6",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_4af14",
                    table="agency_center",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="programhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ae25d4aae7c08e4afa4110bf12ab3db23bba47cd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f1660",
                    table="agency_programhistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="programyear",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gt", models.F("starts_on"))),
                name="year_ends_after_it_starts",
                violation_error_message="The last day must come after the first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="programyear",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[("program", "="), (agency.models.organisation.DateRange("starts_on", "ends_on"), "&&")],
                name="years_of_a_program_do_not_overlap",
                violation_error_message="This program has a year in these days already.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="programyear",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "agency_programyearhistory" ("ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id", "starts_on") VALUES (OLD."ends_on", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."program_id", OLD."starts_on"); RETURN NULL;',
                    hash="6789d775ae93e055bd4385a70a8cd478044e25cb",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_2340a",
                    table="agency_programyear",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="programyear",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "agency_programyearhistory" ("ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id", "starts_on") VALUES (OLD."ends_on", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."program_id", OLD."starts_on"); RETURN NULL;',
                    hash="c2b4f379921986a4bf793c8785b2eceaa1b02ec1",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_d0bd6",
                    table="agency_programyear",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="programyearhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c9c5074d986d28c826e19c0f2bde446a0cbb5b9e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ac58a",
                    table="agency_programyearhistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="rolegrant",
            constraint=models.CheckConstraint(
                condition=models.Q(("program", None), ("center", None), _connector="OR"),
                name="role_at_one_place",
                violation_error_message="Choose a program or a center, not both.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rolegrant",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                name="role_ends_after_it_starts",
                violation_error_message="The role would end before it starts.",
            ),
        ),
        migrations.AddConstraint(
            model_name="rolegrant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("role", "monitor"), _negated=True), ("ends_on__isnull", False), _connector="OR"
                ),
                name="reviewer_role_ends",
                violation_error_message="A reviewer’s role needs a last day.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="rolegrant",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "agency_rolegranthistory" ("center_id", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id", "role", "starts_on", "user_id") VALUES (OLD."center_id", OLD."ends_on", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."program_id", OLD."role", OLD."starts_on", OLD."user_id"); RETURN NULL;',
                    hash="31ef7afc57dd755d7a3a5e0c3abe02fa6ce757b8",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_d0779",
                    table="agency_rolegrant",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="rolegrant",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "agency_rolegranthistory" ("center_id", "ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id", "role", "starts_on", "user_id") VALUES (OLD."center_id", OLD."ends_on", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."program_id", OLD."role", OLD."starts_on", OLD."user_id"); RETURN NULL;',
                    hash="312e29e7e4e3f184aa332c5e81cd15ff7aa76aac",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_1d2c9",
                    table="agency_rolegrant",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="rolegranthistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="69211a77d12931cb512e08f465f968741c766bca",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7c4b0",
                    table="agency_rolegranthistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="piritemofcategoryhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0de3cafce5e81d91a4416c4b034eb6a5bd65daad",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e28c0",
                    table="agency_piritemofcategoryhistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="piritemofcategory",
            constraint=models.UniqueConstraint(fields=("category", "form_year"), name="category_counts_once_in_a_form"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="piritemofcategory",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "agency_piritemofcategoryhistory" ("category_id", "form_year", "id", "item", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."category_id", OLD."form_year", OLD."id", OLD."item", _pgh_attach_context(), NOW(), \'changed\', OLD."id"); RETURN NULL;',
                    hash="4e061490d2436b7530a1c70b86e4fe34c5be0881",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_12626",
                    table="agency_piritemofcategory",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="piritemofcategory",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "agency_piritemofcategoryhistory" ("category_id", "form_year", "id", "item", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."category_id", OLD."form_year", OLD."id", OLD."item", _pgh_attach_context(), NOW(), \'deleted\', OLD."id"); RETURN NULL;',
                    hash="4534af66e09badc1110c42efaa31237e6a3c1e44",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_6ddae",
                    table="agency_piritemofcategory",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="servicecategoryhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="dec9b001534a145ae249aeaa3f95370c94095d19",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_174f8",
                    table="agency_servicecategoryhistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="workrun",
            index=models.Index(fields=["name", "-started_at"], name="runs_of_a_name"),
        ),
    ]
