import django.contrib.postgres.fields
import django.contrib.postgres.functions
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import partners.models.reach


class Migration(migrations.Migration):
    dependencies = [
        ("agency", "0002_imports_and_more"),
        ("goals", "0002_directory_and_mous"),
        ("partners", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Accessibility",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hsds_id",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
                ),
                ("description", models.TextField(verbose_name="how one gets in and around")),
                ("details", models.TextField(blank=True, verbose_name="more about it")),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="web page")),
            ],
            options={
                "verbose_name": "accessibility",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Address",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hsds_id",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("physical", "a place one goes to"),
                            ("postal", "where letters go"),
                            ("virtual", "on the phone or online"),
                        ],
                        default="postal",
                        max_length=10,
                        verbose_name="kind of address",
                    ),
                ),
                ("attention", models.CharField(blank=True, max_length=200, verbose_name="to the attention of")),
                ("address_1", models.CharField(blank=True, max_length=300, verbose_name="street")),
                ("address_2", models.CharField(blank=True, max_length=300, verbose_name="suite or floor")),
                ("city", models.CharField(blank=True, max_length=100, verbose_name="city")),
                ("region", models.CharField(blank=True, max_length=100, verbose_name="county or region")),
                ("state_province", models.CharField(blank=True, max_length=50, verbose_name="state")),
                ("postal_code", models.CharField(blank=True, max_length=20, verbose_name="ZIP code")),
                ("country", models.CharField(blank=True, default="US", max_length=2, verbose_name="country")),
            ],
            options={
                "verbose_name": "further address",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hsds_id",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="name")),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="what they do there")),
                ("department", models.CharField(blank=True, max_length=200, verbose_name="department")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                (
                    "is_staff_only",
                    models.BooleanField(
                        default=True,
                        help_text="Never printed for families, never exported.",
                        verbose_name="for staff only",
                    ),
                ),
            ],
            options={
                "verbose_name": "contact person",
                "verbose_name_plural": "contact persons",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ContactHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "hsds_id",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="name")),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="what they do there")),
                ("department", models.CharField(blank=True, max_length=200, verbose_name="department")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                (
                    "is_staff_only",
                    models.BooleanField(
                        default=True,
                        help_text="Never printed for families, never exported.",
                        verbose_name="for staff only",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Cost",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hsds_id",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
                ),
                ("option", models.TextField(blank=True, verbose_name="for whom, or for what")),
                (
                    "amount",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="amount"),
                ),
                ("currency", models.CharField(blank=True, default="USD", max_length=3, verbose_name="currency")),
                ("amount_description", models.TextField(blank=True, verbose_name="what the amount is for")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="until")),
            ],
            options={
                "verbose_name": "cost",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="DirectorySource",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, unique=True, verbose_name="name")),
                ("first_imported_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "verbose_name": "source of the directory",
                "verbose_name_plural": "sources of the directory",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="DoNotRefer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField(help_text="Only managers read this.", verbose_name="why")),
                ("since", models.DateField(default=django.utils.timezone.localdate, verbose_name="since")),
                ("ended_on", models.DateField(blank=True, editable=False, null=True, verbose_name="lifted on")),
            ],
            options={
                "verbose_name": "do not refer",
                "ordering": ["-since", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="DoNotReferHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("reason", models.TextField(help_text="Only managers read this.", verbose_name="why")),
                ("since", models.DateField(default=django.utils.timezone.localdate, verbose_name="since")),
                ("ended_on", models.DateField(blank=True, editable=False, null=True, verbose_name="lifted on")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Eligibility",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hsds_id",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
                ),
                (
                    "who",
                    models.CharField(
                        choices=[
                            ("pregnant", "pregnant women"),
                            ("baby", "babies and toddlers"),
                            ("child", "children"),
                            ("teen", "teenagers"),
                            ("adult", "adults"),
                            ("older", "older adults"),
                            ("family", "families"),
                            ("woman", "women"),
                            ("man", "men"),
                            ("lgbtq", "LGBTQ people"),
                            ("low_income", "people with a low income"),
                            ("no_home", "people without a home"),
                            ("disability", "people with a disability"),
                            ("foster", "foster families and children in foster care"),
                            ("veteran", "veterans and military families"),
                            ("violence", "people who live with violence"),
                            ("newcomer", "people new to the country"),
                        ],
                        max_length=12,
                        verbose_name="for whom",
                    ),
                ),
            ],
            options={
                "verbose_name": "for whom a service is",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ExternalId",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("table", models.CharField(max_length=40, verbose_name="table")),
                ("external_id", models.CharField(max_length=200, verbose_name="id in the file")),
                ("row_pk", models.BigIntegerField(null=True, verbose_name="our row")),
                ("given", models.JSONField(default=dict, verbose_name="as the file last gave it")),
                ("extra", models.JSONField(default=dict, verbose_name="columns we have no place for")),
                (
                    "proposed",
                    models.JSONField(default=dict, verbose_name="what the file says where we have changed it"),
                ),
                ("first_batch", models.BigIntegerField(verbose_name="import that brought it")),
                ("last_batch", models.BigIntegerField(verbose_name="import that last saw it")),
            ],
            options={
                "verbose_name": "id at a publisher",
            },
        ),
        migrations.CreateModel(
            name="FamilyWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "said",
                    models.CharField(
                        help_text="In few words, without names or anything that tells who.",
                        max_length=200,
                        verbose_name="what a family said",
                    ),
                ),
                ("heard_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="heard on")),
                ("withdrawn_on", models.DateField(blank=True, editable=False, null=True)),
            ],
            options={
                "verbose_name": "what families said",
                "ordering": ["-heard_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Funding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hsds_id",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
                ),
                ("source", models.TextField(verbose_name="where the money comes from")),
            ],
            options={
                "verbose_name": "funding",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="HeldRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("table", models.CharField(max_length=40, verbose_name="table")),
                ("external_id", models.CharField(max_length=200, verbose_name="id in the file")),
                ("waits_for", models.CharField(blank=True, max_length=200, verbose_name="partner it names")),
                ("label", models.CharField(blank=True, max_length=300, verbose_name="name")),
                ("values", models.JSONField(verbose_name="the row")),
                ("batch", models.BigIntegerField(verbose_name="import that brought it")),
                (
                    "released_by_batch",
                    models.BigIntegerField(editable=False, null=True, verbose_name="import that attached it"),
                ),
            ],
            options={
                "verbose_name": "row waiting for its partner",
                "ordering": ["waits_for", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PartnerIdentifier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hsds_id",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
                ),
                ("scheme", models.CharField(blank=True, max_length=100, verbose_name="register")),
                ("kind", models.CharField(max_length=100, verbose_name="kind of number")),
                ("identifier", models.CharField(max_length=200, verbose_name="number")),
            ],
            options={
                "verbose_name": "number in a register",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="PartnerProgram",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hsds_id",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
                ),
                ("name", models.CharField(max_length=300, verbose_name="name")),
                ("alternate_name", models.CharField(blank=True, max_length=300, verbose_name="also called")),
                ("description", models.TextField(blank=True, verbose_name="what it is")),
            ],
            options={
                "verbose_name": "program of a partner",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Schedule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hsds_id",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="holds from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="holds until")),
                ("dtstart", models.DateField(blank=True, null=True, verbose_name="first day")),
                ("until", models.DateField(blank=True, null=True, verbose_name="last day")),
                ("count", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="how many times")),
                (
                    "freq",
                    models.CharField(
                        blank=True,
                        choices=[("WEEKLY", "each week"), ("MONTHLY", "each month")],
                        max_length=10,
                        verbose_name="how often",
                    ),
                ),
                (
                    "interval",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="every how many weeks or months"
                    ),
                ),
                (
                    "wkst",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("MO", "Monday"),
                            ("TU", "Tuesday"),
                            ("WE", "Wednesday"),
                            ("TH", "Thursday"),
                            ("FR", "Friday"),
                            ("SA", "Saturday"),
                            ("SU", "Sunday"),
                        ],
                        max_length=2,
                        verbose_name="weeks begin on",
                    ),
                ),
                ("byday", models.CharField(blank=True, max_length=100, verbose_name="days")),
                ("byweekno", models.CharField(blank=True, max_length=200, verbose_name="weeks of the year")),
                ("bymonthday", models.CharField(blank=True, max_length=100, verbose_name="days of the month")),
                ("byyearday", models.CharField(blank=True, max_length=200, verbose_name="days of the year")),
                ("opens_at", models.TimeField(blank=True, null=True, verbose_name="opens at")),
                ("closes_at", models.TimeField(blank=True, null=True, verbose_name="closes at")),
                ("is_closed", models.BooleanField(default=False, verbose_name="closed then")),
                ("description", models.TextField(blank=True, verbose_name="in words")),
                ("link", models.URLField(blank=True, max_length=500, verbose_name="web page")),
                ("attending_type", models.CharField(blank=True, max_length=200, verbose_name="how one attends")),
                ("notes", models.TextField(blank=True, verbose_name="notes")),
            ],
            options={
                "verbose_name": "opening hours",
                "verbose_name_plural": "opening hours",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ServiceArea",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hsds_id",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
                ),
                ("name", models.CharField(blank=True, max_length=1000, verbose_name="area")),
                ("description", models.TextField(blank=True, verbose_name="in words")),
                ("extent", models.TextField(blank=True, verbose_name="as drawn on a map")),
                ("extent_type", models.CharField(blank=True, max_length=20, verbose_name="kind of drawing")),
                ("uri", models.URLField(blank=True, max_length=500, verbose_name="web page")),
                (
                    "zips",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=5),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="ZIP codes",
                    ),
                ),
            ],
            options={
                "verbose_name": "service area",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ServiceAtLocation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hsds_id",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
                ),
                ("description", models.TextField(blank=True, verbose_name="what is different there")),
            ],
            options={
                "verbose_name": "service at a place",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ServiceCapacity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hsds_id",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "has room"), ("waiting", "has a waiting list"), ("full", "full")],
                        max_length=10,
                        verbose_name="room",
                    ),
                ),
                ("wait", models.CharField(blank=True, max_length=200, verbose_name="how long the wait is")),
                ("seen_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="seen on")),
                (
                    "available",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="free"),
                ),
                (
                    "maximum",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="in all"),
                ),
                ("description", models.TextField(blank=True, verbose_name="in words")),
            ],
            options={
                "verbose_name": "room in a service",
                "ordering": ["-seen_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Taxonomy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hsds_id",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("description", models.TextField(blank=True, verbose_name="what it is")),
                ("uri", models.URLField(blank=True, max_length=500, verbose_name="web page")),
                ("edition", models.CharField(blank=True, max_length=50, verbose_name="edition")),
            ],
            options={
                "verbose_name": "list of words",
                "verbose_name_plural": "lists of words",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="TaxonomyTerm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hsds_id",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
                ),
                ("list_name", models.CharField(blank=True, max_length=200, verbose_name="list it comes from")),
                ("code", models.CharField(blank=True, max_length=200, verbose_name="code")),
                ("name", models.CharField(max_length=300, verbose_name="word")),
                ("description", models.TextField(blank=True, verbose_name="what it means")),
                ("language", models.CharField(blank=True, max_length=20, verbose_name="language")),
                ("uri", models.URLField(blank=True, max_length=500, verbose_name="web page")),
            ],
            options={
                "verbose_name": "word for a kind of help",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="TermLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hsds_id",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
                ),
                ("kind", models.CharField(blank=True, max_length=100, verbose_name="in what sense")),
                ("value", models.TextField(blank=True, verbose_name="value")),
                ("label", models.CharField(blank=True, max_length=300, verbose_name="label")),
            ],
            options={
                "verbose_name": "word said of an entry",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="TermMeaning",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(max_length=300, verbose_name="word or heading")),
            ],
            options={
                "verbose_name": "meaning of a word",
                "ordering": ["word", "pk"],
            },
        ),
        migrations.CreateModel(
            name="TermMeaningHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("word", models.CharField(max_length=300, verbose_name="word or heading")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Unit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hsds_id",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
                ),
                ("name", models.CharField(max_length=100, verbose_name="name")),
                ("scheme", models.CharField(blank=True, max_length=100, verbose_name="list it comes from")),
                ("identifier", models.CharField(blank=True, max_length=100, verbose_name="its code there")),
                ("uri", models.URLField(blank=True, max_length=500, verbose_name="web page")),
            ],
            options={
                "verbose_name": "unit of room",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="WebPage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hsds_id",
                    models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
                ),
                ("label", models.CharField(blank=True, max_length=200, verbose_name="what it is")),
                ("url", models.URLField(max_length=500, verbose_name="address")),
            ],
            options={
                "verbose_name": "web page",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ZipPlace",
            fields=[
                ("code", models.CharField(max_length=5, primary_key=True, serialize=False, verbose_name="ZIP code")),
                ("state", models.CharField(blank=True, max_length=2, verbose_name="state")),
                ("town", models.CharField(blank=True, max_length=100, verbose_name="town")),
                ("lat", models.FloatField(verbose_name="latitude")),
                ("lon", models.FloatField(verbose_name="longitude")),
            ],
            options={
                "verbose_name": "ZIP code",
                "ordering": ["code"],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="location",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="location",
            name="deleted_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="partner",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="partner",
            name="deleted_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="phone",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="phone",
            name="deleted_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="service",
            name="changed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="service",
            name="deleted_delete",
        ),
        migrations.AddField(
            model_name="location",
            name="address_2",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=300, verbose_name="suite or floor"
            ),
        ),
        migrations.AddField(
            model_name="location",
            name="alternate_name",
            field=models.CharField(blank=True, db_default="", default="", max_length=300, verbose_name="also called"),
        ),
        migrations.AddField(
            model_name="location",
            name="attention",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=200, verbose_name="to the attention of"
            ),
        ),
        migrations.AddField(
            model_name="location",
            name="country",
            field=models.CharField(blank=True, db_default="US", default="US", max_length=2, verbose_name="country"),
        ),
        migrations.AddField(
            model_name="location",
            name="description",
            field=models.TextField(blank=True, db_default="", default="", verbose_name="what to know about it"),
        ),
        migrations.AddField(
            model_name="location",
            name="external_identifier",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=100, verbose_name="number in a register"
            ),
        ),
        migrations.AddField(
            model_name="location",
            name="external_identifier_type",
            field=models.CharField(blank=True, db_default="", default="", max_length=100, verbose_name="register"),
        ),
        migrations.AddField(
            model_name="location",
            name="hsds_id",
            field=models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
        ),
        migrations.AddField(
            model_name="location",
            name="kind",
            field=models.CharField(
                choices=[
                    ("physical", "a place one goes to"),
                    ("postal", "where letters go"),
                    ("virtual", "on the phone or online"),
                ],
                db_default="physical",
                default="physical",
                max_length=10,
                verbose_name="kind of place",
            ),
        ),
        migrations.AddField(
            model_name="location",
            name="latitude",
            field=models.FloatField(
                blank=True,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(-90),
                    django.core.validators.MaxValueValidator(90),
                ],
                verbose_name="latitude",
            ),
        ),
        migrations.AddField(
            model_name="location",
            name="longitude",
            field=models.FloatField(
                blank=True,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(-180),
                    django.core.validators.MaxValueValidator(180),
                ],
                verbose_name="longitude",
            ),
        ),
        migrations.AddField(
            model_name="location",
            name="region",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=100, verbose_name="county or region"
            ),
        ),
        migrations.AddField(
            model_name="location",
            name="url",
            field=models.URLField(blank=True, db_default="", default="", max_length=500, verbose_name="web page"),
        ),
        migrations.AddField(
            model_name="locationhistory",
            name="address_2",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=300, verbose_name="suite or floor"
            ),
        ),
        migrations.AddField(
            model_name="locationhistory",
            name="alternate_name",
            field=models.CharField(blank=True, db_default="", default="", max_length=300, verbose_name="also called"),
        ),
        migrations.AddField(
            model_name="locationhistory",
            name="attention",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=200, verbose_name="to the attention of"
            ),
        ),
        migrations.AddField(
            model_name="locationhistory",
            name="country",
            field=models.CharField(blank=True, db_default="US", default="US", max_length=2, verbose_name="country"),
        ),
        migrations.AddField(
            model_name="locationhistory",
            name="description",
            field=models.TextField(blank=True, db_default="", default="", verbose_name="what to know about it"),
        ),
        migrations.AddField(
            model_name="locationhistory",
            name="external_identifier",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=100, verbose_name="number in a register"
            ),
        ),
        migrations.AddField(
            model_name="locationhistory",
            name="external_identifier_type",
            field=models.CharField(blank=True, db_default="", default="", max_length=100, verbose_name="register"),
        ),
        migrations.AddField(
            model_name="locationhistory",
            name="hsds_id",
            field=models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
        ),
        migrations.AddField(
            model_name="locationhistory",
            name="kind",
            field=models.CharField(
                choices=[
                    ("physical", "a place one goes to"),
                    ("postal", "where letters go"),
                    ("virtual", "on the phone or online"),
                ],
                db_default="physical",
                default="physical",
                max_length=10,
                verbose_name="kind of place",
            ),
        ),
        migrations.AddField(
            model_name="locationhistory",
            name="latitude",
            field=models.FloatField(
                blank=True,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(-90),
                    django.core.validators.MaxValueValidator(90),
                ],
                verbose_name="latitude",
            ),
        ),
        migrations.AddField(
            model_name="locationhistory",
            name="longitude",
            field=models.FloatField(
                blank=True,
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(-180),
                    django.core.validators.MaxValueValidator(180),
                ],
                verbose_name="longitude",
            ),
        ),
        migrations.AddField(
            model_name="locationhistory",
            name="region",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=100, verbose_name="county or region"
            ),
        ),
        migrations.AddField(
            model_name="locationhistory",
            name="url",
            field=models.URLField(blank=True, db_default="", default="", max_length=500, verbose_name="web page"),
        ),
        migrations.AddField(
            model_name="partner",
            name="hsds_id",
            field=models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
        ),
        migrations.AddField(
            model_name="partner",
            name="legal_form",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Nonprofit, for example.",
                max_length=100,
                verbose_name="legal form",
            ),
        ),
        migrations.AddField(
            model_name="partner",
            name="logo",
            field=models.URLField(
                blank=True, db_default="", default="", max_length=500, verbose_name="address of the logo"
            ),
        ),
        migrations.AddField(
            model_name="partner",
            name="parent",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="parts",
                to="partners.partner",
                verbose_name="part of",
            ),
        ),
        migrations.AddField(
            model_name="partner",
            name="tax_id",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Nine digits. For staff; two partners with one number are probably one.",
                max_length=20,
                validators=[django.core.validators.RegexValidator("^\\d{9}$", "An EIN has nine digits.")],
                verbose_name="tax number (EIN)",
            ),
        ),
        migrations.AddField(
            model_name="partner",
            name="uri",
            field=models.URLField(
                blank=True, db_default="", default="", max_length=500, verbose_name="permanent address on the web"
            ),
        ),
        migrations.AddField(
            model_name="partner",
            name="year_incorporated",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="founded in"),
        ),
        migrations.AddField(
            model_name="partnerhistory",
            name="hsds_id",
            field=models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
        ),
        migrations.AddField(
            model_name="partnerhistory",
            name="legal_form",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Nonprofit, for example.",
                max_length=100,
                verbose_name="legal form",
            ),
        ),
        migrations.AddField(
            model_name="partnerhistory",
            name="logo",
            field=models.URLField(
                blank=True, db_default="", default="", max_length=500, verbose_name="address of the logo"
            ),
        ),
        migrations.AddField(
            model_name="partnerhistory",
            name="parent",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.partner",
                verbose_name="part of",
            ),
        ),
        migrations.AddField(
            model_name="partnerhistory",
            name="tax_id",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="Nine digits. For staff; two partners with one number are probably one.",
                max_length=20,
                validators=[django.core.validators.RegexValidator("^\\d{9}$", "An EIN has nine digits.")],
                verbose_name="tax number (EIN)",
            ),
        ),
        migrations.AddField(
            model_name="partnerhistory",
            name="uri",
            field=models.URLField(
                blank=True, db_default="", default="", max_length=500, verbose_name="permanent address on the web"
            ),
        ),
        migrations.AddField(
            model_name="partnerhistory",
            name="year_incorporated",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="founded in"),
        ),
        migrations.AddField(
            model_name="phone",
            name="location",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="phones",
                to="partners.location",
                verbose_name="at the place",
            ),
        ),
        migrations.AddField(
            model_name="phonehistory",
            name="location",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.location",
                verbose_name="at the place",
            ),
        ),
        migrations.AddField(
            model_name="phone",
            name="hsds_id",
            field=models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
        ),
        migrations.AddField(
            model_name="phone",
            name="kind",
            field=models.CharField(
                choices=[
                    ("voice", "voice"),
                    ("text", "text messages"),
                    ("cell", "cell phone"),
                    ("fax", "fax"),
                    ("textphone", "text telephone (TTY)"),
                    ("video", "video calls"),
                    ("pager", "pager"),
                ],
                db_default="voice",
                default="voice",
                max_length=10,
                verbose_name="kind of line",
            ),
        ),
        migrations.AddField(
            model_name="phone",
            name="languages",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=100, verbose_name="languages spoken"
            ),
        ),
        migrations.AddField(
            model_name="phonehistory",
            name="hsds_id",
            field=models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
        ),
        migrations.AddField(
            model_name="phonehistory",
            name="kind",
            field=models.CharField(
                choices=[
                    ("voice", "voice"),
                    ("text", "text messages"),
                    ("cell", "cell phone"),
                    ("fax", "fax"),
                    ("textphone", "text telephone (TTY)"),
                    ("video", "video calls"),
                    ("pager", "pager"),
                ],
                db_default="voice",
                default="voice",
                max_length=10,
                verbose_name="kind of line",
            ),
        ),
        migrations.AddField(
            model_name="phonehistory",
            name="languages",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=100, verbose_name="languages spoken"
            ),
        ),
        migrations.AddField(
            model_name="requireddocument",
            name="hsds_id",
            field=models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
        ),
        migrations.AddField(
            model_name="requireddocument",
            name="uri",
            field=models.URLField(
                blank=True, db_default="", default="", max_length=500, verbose_name="where to get it"
            ),
        ),
        migrations.AddField(
            model_name="service",
            name="accreditations",
            field=models.TextField(blank=True, db_default="", default="", verbose_name="accreditations"),
        ),
        migrations.AddField(
            model_name="service",
            name="alert",
            field=models.TextField(
                blank=True,
                db_default="",
                default="",
                help_text="Something that holds for a while: moved, no new families until March.",
                verbose_name="to know before going",
            ),
        ),
        migrations.AddField(
            model_name="service",
            name="alternate_name",
            field=models.CharField(blank=True, db_default="", default="", max_length=300, verbose_name="also called"),
        ),
        migrations.AddField(
            model_name="service",
            name="assured_on",
            field=models.DateField(blank=True, null=True, verbose_name="checked by the publisher on"),
        ),
        migrations.AddField(
            model_name="service",
            name="assurer_email",
            field=models.EmailField(
                blank=True, db_default="", default="", max_length=254, verbose_name="who checked it for the publisher"
            ),
        ),
        migrations.AddField(
            model_name="service",
            name="email",
            field=models.EmailField(blank=True, db_default="", default="", max_length=254, verbose_name="e-mail"),
        ),
        migrations.AddField(
            model_name="service",
            name="hsds_id",
            field=models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
        ),
        migrations.AddField(
            model_name="service",
            name="licenses",
            field=models.TextField(blank=True, db_default="", default="", verbose_name="licenses"),
        ),
        migrations.AddField(
            model_name="service",
            name="source_modified_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="last changed by the publisher"),
        ),
        migrations.AddField(
            model_name="service",
            name="transport",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="A van, bus tickets, somebody who comes to the home.",
                max_length=300,
                verbose_name="rides they offer",
            ),
        ),
        migrations.AddField(
            model_name="service",
            name="url",
            field=models.URLField(blank=True, db_default="", default="", max_length=500, verbose_name="web page"),
        ),
        migrations.AddField(
            model_name="servicehistory",
            name="accreditations",
            field=models.TextField(blank=True, db_default="", default="", verbose_name="accreditations"),
        ),
        migrations.AddField(
            model_name="servicehistory",
            name="alert",
            field=models.TextField(
                blank=True,
                db_default="",
                default="",
                help_text="Something that holds for a while: moved, no new families until March.",
                verbose_name="to know before going",
            ),
        ),
        migrations.AddField(
            model_name="servicehistory",
            name="alternate_name",
            field=models.CharField(blank=True, db_default="", default="", max_length=300, verbose_name="also called"),
        ),
        migrations.AddField(
            model_name="servicehistory",
            name="assured_on",
            field=models.DateField(blank=True, null=True, verbose_name="checked by the publisher on"),
        ),
        migrations.AddField(
            model_name="servicehistory",
            name="assurer_email",
            field=models.EmailField(
                blank=True, db_default="", default="", max_length=254, verbose_name="who checked it for the publisher"
            ),
        ),
        migrations.AddField(
            model_name="servicehistory",
            name="email",
            field=models.EmailField(blank=True, db_default="", default="", max_length=254, verbose_name="e-mail"),
        ),
        migrations.AddField(
            model_name="servicehistory",
            name="hsds_id",
            field=models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
        ),
        migrations.AddField(
            model_name="servicehistory",
            name="licenses",
            field=models.TextField(blank=True, db_default="", default="", verbose_name="licenses"),
        ),
        migrations.AddField(
            model_name="servicehistory",
            name="source_modified_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="last changed by the publisher"),
        ),
        migrations.AddField(
            model_name="servicehistory",
            name="transport",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="A van, bus tickets, somebody who comes to the home.",
                max_length=300,
                verbose_name="rides they offer",
            ),
        ),
        migrations.AddField(
            model_name="servicehistory",
            name="url",
            field=models.URLField(blank=True, db_default="", default="", max_length=500, verbose_name="web page"),
        ),
        migrations.AddField(
            model_name="servicelanguage",
            name="hsds_id",
            field=models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False),
        ),
        migrations.AddField(
            model_name="servicelanguage",
            name="note",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=300, verbose_name="what to know about it"
            ),
        ),
        migrations.AlterField(
            model_name="location",
            name="postal_code",
            field=models.CharField(blank=True, max_length=20, verbose_name="ZIP code"),
        ),
        migrations.AlterField(
            model_name="location",
            name="state_province",
            field=models.CharField(blank=True, max_length=50, verbose_name="state"),
        ),
        migrations.AlterField(
            model_name="location",
            name="transportation",
            field=models.CharField(blank=True, max_length=1000, verbose_name="how to get there"),
        ),
        migrations.AlterField(
            model_name="locationhistory",
            name="postal_code",
            field=models.CharField(blank=True, max_length=20, verbose_name="ZIP code"),
        ),
        migrations.AlterField(
            model_name="locationhistory",
            name="state_province",
            field=models.CharField(blank=True, max_length=50, verbose_name="state"),
        ),
        migrations.AlterField(
            model_name="locationhistory",
            name="transportation",
            field=models.CharField(blank=True, max_length=1000, verbose_name="how to get there"),
        ),
        migrations.AlterField(
            model_name="partner",
            name="website",
            field=models.URLField(blank=True, max_length=500, verbose_name="website"),
        ),
        migrations.AlterField(
            model_name="partnerhistory",
            name="website",
            field=models.URLField(blank=True, max_length=500, verbose_name="website"),
        ),
        migrations.AlterField(
            model_name="phone",
            name="description",
            field=models.CharField(blank=True, max_length=1000, verbose_name="what it is for"),
        ),
        migrations.AlterField(
            model_name="phonehistory",
            name="description",
            field=models.CharField(blank=True, max_length=1000, verbose_name="what it is for"),
        ),
        migrations.AlterField(
            model_name="requireddocument",
            name="document",
            field=models.CharField(max_length=1000, verbose_name="paper to bring"),
        ),
        migrations.AlterField(
            model_name="service",
            name="fees_description",
            field=models.TextField(blank=True, verbose_name="what it costs"),
        ),
        migrations.AlterField(
            model_name="service",
            name="interpretation_services",
            field=models.CharField(blank=True, max_length=1000, verbose_name="interpreters"),
        ),
        migrations.AlterField(
            model_name="servicehistory",
            name="fees_description",
            field=models.TextField(blank=True, verbose_name="what it costs"),
        ),
        migrations.AlterField(
            model_name="servicehistory",
            name="interpretation_services",
            field=models.CharField(blank=True, max_length=1000, verbose_name="interpreters"),
        ),
        migrations.AddIndex(
            model_name="location",
            index=models.Index(fields=["postal_code"], name="place_by_zip"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="location",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_locationhistory" ("address_1", "address_2", "alternate_name", "attention", "city", "country", "description", "external_identifier", "external_identifier_type", "hsds_id", "id", "is_confidential", "kind", "latitude", "longitude", "name", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postal_code", "region", "state_province", "transportation", "url", "version") VALUES (OLD."address_1", OLD."address_2", OLD."alternate_name", OLD."attention", OLD."city", OLD."country", OLD."description", OLD."external_identifier", OLD."external_identifier_type", OLD."hsds_id", OLD."id", OLD."is_confidential", OLD."kind", OLD."latitude", OLD."longitude", OLD."name", OLD."partner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."postal_code", OLD."region", OLD."state_province", OLD."transportation", OLD."url", OLD."version"); RETURN NULL;',
                    hash="e87857e3995a4eb2089fda08437500c7ee3f0e8b",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_6c29c",
                    table="partners_location",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="location",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_locationhistory" ("address_1", "address_2", "alternate_name", "attention", "city", "country", "description", "external_identifier", "external_identifier_type", "hsds_id", "id", "is_confidential", "kind", "latitude", "longitude", "name", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postal_code", "region", "state_province", "transportation", "url", "version") VALUES (OLD."address_1", OLD."address_2", OLD."alternate_name", OLD."attention", OLD."city", OLD."country", OLD."description", OLD."external_identifier", OLD."external_identifier_type", OLD."hsds_id", OLD."id", OLD."is_confidential", OLD."kind", OLD."latitude", OLD."longitude", OLD."name", OLD."partner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."postal_code", OLD."region", OLD."state_province", OLD."transportation", OLD."url", OLD."version"); RETURN NULL;',
                    hash="7dc2d747305886a1894bf188cda8e446bc5dcf97",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_1761a",
                    table="partners_location",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partner",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."alternate_name" IS DISTINCT FROM (NEW."alternate_name") OR OLD."closed_on" IS DISTINCT FROM (NEW."closed_on") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."group" IS DISTINCT FROM (NEW."group") OR OLD."hsds_id" IS DISTINCT FROM (NEW."hsds_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."legal_form" IS DISTINCT FROM (NEW."legal_form") OR OLD."logo" IS DISTINCT FROM (NEW."logo") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."point_person" IS DISTINCT FROM (NEW."point_person") OR OLD."tax_id" IS DISTINCT FROM (NEW."tax_id") OR OLD."uri" IS DISTINCT FROM (NEW."uri") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."website" IS DISTINCT FROM (NEW."website") OR OLD."year_incorporated" IS DISTINCT FROM (NEW."year_incorporated"))',
                    func='INSERT INTO "partners_partnerhistory" ("alternate_name", "closed_on", "description", "email", "group", "hsds_id", "id", "legal_form", "logo", "name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_person", "tax_id", "uri", "version", "website", "year_incorporated") VALUES (OLD."alternate_name", OLD."closed_on", OLD."description", OLD."email", OLD."group", OLD."hsds_id", OLD."id", OLD."legal_form", OLD."logo", OLD."name", OLD."parent_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."point_person", OLD."tax_id", OLD."uri", OLD."version", OLD."website", OLD."year_incorporated"); RETURN NULL;',
                    hash="4168ca5ebb2b0c9aba304f2641a23c9a2a78ac3d",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_c2d64",
                    table="partners_partner",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partner",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_partnerhistory" ("alternate_name", "closed_on", "description", "email", "group", "hsds_id", "id", "legal_form", "logo", "name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_person", "tax_id", "uri", "version", "website", "year_incorporated") VALUES (OLD."alternate_name", OLD."closed_on", OLD."description", OLD."email", OLD."group", OLD."hsds_id", OLD."id", OLD."legal_form", OLD."logo", OLD."name", OLD."parent_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."point_person", OLD."tax_id", OLD."uri", OLD."version", OLD."website", OLD."year_incorporated"); RETURN NULL;',
                    hash="0b5100fd3b18b36cc278e1575bf1243bd06f3745",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_8a195",
                    table="partners_partner",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="phone",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."contact_id" IS DISTINCT FROM (NEW."contact_id") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."extension" IS DISTINCT FROM (NEW."extension") OR OLD."hsds_id" IS DISTINCT FROM (NEW."hsds_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_staff_only" IS DISTINCT FROM (NEW."is_staff_only") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."location_id" IS DISTINCT FROM (NEW."location_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."service_id" IS DISTINCT FROM (NEW."service_id"))',
                    func='INSERT INTO "partners_phonehistory" ("contact_id", "description", "extension", "hsds_id", "id", "is_staff_only", "kind", "languages", "location_id", "number", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id") VALUES (OLD."contact_id", OLD."description", OLD."extension", OLD."hsds_id", OLD."id", OLD."is_staff_only", OLD."kind", OLD."languages", OLD."location_id", OLD."number", OLD."partner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."service_id"); RETURN NULL;',
                    hash="546a1f7390b397bff476885ccf077d353f8ac8d7",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_84196",
                    table="partners_phone",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="phone",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_phonehistory" ("contact_id", "description", "extension", "hsds_id", "id", "is_staff_only", "kind", "languages", "location_id", "number", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id") VALUES (OLD."contact_id", OLD."description", OLD."extension", OLD."hsds_id", OLD."id", OLD."is_staff_only", OLD."kind", OLD."languages", OLD."location_id", OLD."number", OLD."partner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."service_id"); RETURN NULL;',
                    hash="a104510e9c5847cc24d7bfeb69e62398a3bfd060",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_7b0db",
                    table="partners_phone",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="service",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."accreditations" IS DISTINCT FROM (NEW."accreditations") OR OLD."alert" IS DISTINCT FROM (NEW."alert") OR OLD."alternate_name" IS DISTINCT FROM (NEW."alternate_name") OR OLD."application_process" IS DISTINCT FROM (NEW."application_process") OR OLD."assured_on" IS DISTINCT FROM (NEW."assured_on") OR OLD."assurer_email" IS DISTINCT FROM (NEW."assurer_email") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."description_es" IS DISTINCT FROM (NEW."description_es") OR OLD."eligibility_description" IS DISTINCT FROM (NEW."eligibility_description") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."fees_description" IS DISTINCT FROM (NEW."fees_description") OR OLD."hours" IS DISTINCT FROM (NEW."hours") OR OLD."hsds_id" IS DISTINCT FROM (NEW."hsds_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interpretation_services" IS DISTINCT FROM (NEW."interpretation_services") OR OLD."licenses" IS DISTINCT FROM (NEW."licenses") OR OLD."maximum_age" IS DISTINCT FROM (NEW."maximum_age") OR OLD."minimum_age" IS DISTINCT FROM (NEW."minimum_age") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."program_id" IS DISTINCT FROM (NEW."program_id") OR OLD."source_modified_at" IS DISTINCT FROM (NEW."source_modified_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."transport" IS DISTINCT FROM (NEW."transport") OR OLD."url" IS DISTINCT FROM (NEW."url") OR OLD."verified_by_id" IS DISTINCT FROM (NEW."verified_by_id") OR OLD."verified_on" IS DISTINCT FROM (NEW."verified_on") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."wait_seen" IS DISTINCT FROM (NEW."wait_seen") OR OLD."wait_seen_on" IS DISTINCT FROM (NEW."wait_seen_on"))',
                    func='INSERT INTO "partners_servicehistory" ("accreditations", "alert", "alternate_name", "application_process", "assured_on", "assurer_email", "description", "description_es", "eligibility_description", "email", "fees_description", "hours", "hsds_id", "id", "interpretation_services", "licenses", "maximum_age", "minimum_age", "name", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id", "source_modified_at", "status", "transport", "url", "verified_by_id", "verified_on", "version", "wait_seen", "wait_seen_on") VALUES (OLD."accreditations", OLD."alert", OLD."alternate_name", OLD."application_process", OLD."assured_on", OLD."assurer_email", OLD."description", OLD."description_es", OLD."eligibility_description", OLD."email", OLD."fees_description", OLD."hours", OLD."hsds_id", OLD."id", OLD."interpretation_services", OLD."licenses", OLD."maximum_age", OLD."minimum_age", OLD."name", OLD."partner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."program_id", OLD."source_modified_at", OLD."status", OLD."transport", OLD."url", OLD."verified_by_id", OLD."verified_on", OLD."version", OLD."wait_seen", OLD."wait_seen_on"); RETURN NULL;',
                    hash="f15f2d2c09e2236926a3f368f33e6c8607aa92f8",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_3a0c7",
                    table="partners_service",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="service",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_servicehistory" ("accreditations", "alert", "alternate_name", "application_process", "assured_on", "assurer_email", "description", "description_es", "eligibility_description", "email", "fees_description", "hours", "hsds_id", "id", "interpretation_services", "licenses", "maximum_age", "minimum_age", "name", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id", "source_modified_at", "status", "transport", "url", "verified_by_id", "verified_on", "version", "wait_seen", "wait_seen_on") VALUES (OLD."accreditations", OLD."alert", OLD."alternate_name", OLD."application_process", OLD."assured_on", OLD."assurer_email", OLD."description", OLD."description_es", OLD."eligibility_description", OLD."email", OLD."fees_description", OLD."hours", OLD."hsds_id", OLD."id", OLD."interpretation_services", OLD."licenses", OLD."maximum_age", OLD."minimum_age", OLD."name", OLD."partner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."program_id", OLD."source_modified_at", OLD."status", OLD."transport", OLD."url", OLD."verified_by_id", OLD."verified_on", OLD."version", OLD."wait_seen", OLD."wait_seen_on"); RETURN NULL;',
                    hash="2e93a34ddc021fb2c1fedcbc9311c88def3372b0",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_b1e07",
                    table="partners_service",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="location",
            constraint=models.UniqueConstraint(fields=("hsds_id",), name="place_published_once"),
        ),
        migrations.AddConstraint(
            model_name="location",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("latitude", None), ("longitude", None)),
                    models.Q(("latitude__range", (-90, 90)), ("longitude__range", (-180, 180))),
                    _connector="OR",
                ),
                name="place_on_the_map_or_not",
                violation_error_message="Give latitude and longitude, or neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="partner",
            constraint=models.UniqueConstraint(fields=("hsds_id",), name="partner_published_once"),
        ),
        migrations.AddConstraint(
            model_name="partner",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("parent", None), models.Q(("parent", models.F("pk")), _negated=True), _connector="OR"
                ),
                name="no_partner_is_its_own_part",
            ),
        ),
        migrations.AddField(
            model_name="accessibility",
            name="location",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="accessibility", to="partners.location"
            ),
        ),
        migrations.AddField(
            model_name="address",
            name="location",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="addresses", to="partners.location"
            ),
        ),
        migrations.AddField(
            model_name="contact",
            name="location",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="contacts",
                to="partners.location",
            ),
        ),
        migrations.AddField(
            model_name="contact",
            name="partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="contacts", to="partners.partner"
            ),
        ),
        migrations.AddField(
            model_name="contact",
            name="service",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="contacts",
                to="partners.service",
            ),
        ),
        migrations.AddField(
            model_name="phone",
            name="contact",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="phones",
                to="partners.contact",
            ),
        ),
        migrations.AddField(
            model_name="phonehistory",
            name="contact",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.contact",
            ),
        ),
        migrations.AddIndex(
            model_name="phone",
            index=models.Index(fields=["digits"], name="phone_by_digits"),
        ),
        migrations.AddField(
            model_name="contacthistory",
            name="location",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.location",
            ),
        ),
        migrations.AddField(
            model_name="contacthistory",
            name="partner",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.partner",
            ),
        ),
        migrations.AddField(
            model_name="contacthistory",
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
            model_name="contacthistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.contact",
            ),
        ),
        migrations.AddField(
            model_name="contacthistory",
            name="service",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.service",
            ),
        ),
        migrations.AddField(
            model_name="cost",
            name="service",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="costs", to="partners.service"
            ),
        ),
        migrations.AddField(
            model_name="donotrefer",
            name="ended_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="donotrefer",
            name="partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="stops", to="partners.partner"
            ),
        ),
        migrations.AddField(
            model_name="donotrefer",
            name="said_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="donotrefer",
            name="service",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="stops",
                to="partners.service",
            ),
        ),
        migrations.AddField(
            model_name="donotreferhistory",
            name="ended_by",
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
            model_name="donotreferhistory",
            name="partner",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.partner",
            ),
        ),
        migrations.AddField(
            model_name="donotreferhistory",
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
            model_name="donotreferhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.donotrefer",
            ),
        ),
        migrations.AddField(
            model_name="donotreferhistory",
            name="said_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="donotreferhistory",
            name="service",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.service",
            ),
        ),
        migrations.AddField(
            model_name="eligibility",
            name="service",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="eligibility", to="partners.service"
            ),
        ),
        migrations.AddField(
            model_name="externalid",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="ids", to="partners.directorysource"
            ),
        ),
        migrations.AddField(
            model_name="familyword",
            name="heard_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="familyword",
            name="service",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="family_words", to="partners.service"
            ),
        ),
        migrations.AddField(
            model_name="familyword",
            name="withdrawn_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="funding",
            name="partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="fundings", to="partners.partner"
            ),
        ),
        migrations.AddField(
            model_name="funding",
            name="service",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="fundings",
                to="partners.service",
            ),
        ),
        migrations.AddField(
            model_name="heldrow",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="held", to="partners.directorysource"
            ),
        ),
        migrations.AddField(
            model_name="partneridentifier",
            name="partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="identifiers", to="partners.partner"
            ),
        ),
        migrations.AddField(
            model_name="partnerprogram",
            name="partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="programs", to="partners.partner"
            ),
        ),
        migrations.AddField(
            model_name="service",
            name="program",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="services",
                to="partners.partnerprogram",
                verbose_name="program",
            ),
        ),
        migrations.AddField(
            model_name="servicehistory",
            name="program",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.partnerprogram",
                verbose_name="program",
            ),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.UniqueConstraint(fields=("hsds_id",), name="service_published_once"),
        ),
        migrations.AddField(
            model_name="schedule",
            name="location",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="schedules",
                to="partners.location",
            ),
        ),
        migrations.AddField(
            model_name="schedule",
            name="service",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="schedules",
                to="partners.service",
            ),
        ),
        migrations.AddField(
            model_name="servicearea",
            name="location",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="areas",
                to="partners.location",
            ),
        ),
        migrations.AddField(
            model_name="servicearea",
            name="service",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="areas", to="partners.service"
            ),
        ),
        migrations.AddField(
            model_name="serviceatlocation",
            name="location",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="of_services", to="partners.location"
            ),
        ),
        migrations.AddField(
            model_name="serviceatlocation",
            name="service",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="at_places", to="partners.service"
            ),
        ),
        migrations.AddField(
            model_name="servicecapacity",
            name="seen_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="servicecapacity",
            name="service",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="capacities", to="partners.service"
            ),
        ),
        migrations.AddField(
            model_name="taxonomyterm",
            name="parent",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="children",
                to="partners.taxonomyterm",
            ),
        ),
        migrations.AddField(
            model_name="taxonomyterm",
            name="taxonomy",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="terms",
                to="partners.taxonomy",
            ),
        ),
        migrations.AddField(
            model_name="termlink",
            name="location",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="terms",
                to="partners.location",
            ),
        ),
        migrations.AddField(
            model_name="termlink",
            name="partner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="terms",
                to="partners.partner",
            ),
        ),
        migrations.AddField(
            model_name="termlink",
            name="service",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="terms",
                to="partners.service",
            ),
        ),
        migrations.AddField(
            model_name="termlink",
            name="term",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="links", to="partners.taxonomyterm"
            ),
        ),
        migrations.AddField(
            model_name="termmeaning",
            name="category",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="words",
                to="agency.servicecategory",
                verbose_name="kind of help",
            ),
        ),
        migrations.AddField(
            model_name="termmeaninghistory",
            name="category",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agency.servicecategory",
                verbose_name="kind of help",
            ),
        ),
        migrations.AddField(
            model_name="termmeaninghistory",
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
            model_name="termmeaninghistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.termmeaning",
            ),
        ),
        migrations.AddField(
            model_name="servicecapacity",
            name="unit",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partners.unit"
            ),
        ),
        migrations.AddField(
            model_name="webpage",
            name="partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="web_pages", to="partners.partner"
            ),
        ),
        migrations.AddField(
            model_name="webpage",
            name="service",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="web_pages",
                to="partners.service",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_contacthistory" ("department", "email", "hsds_id", "id", "is_staff_only", "location_id", "name", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "title") VALUES (OLD."department", OLD."email", OLD."hsds_id", OLD."id", OLD."is_staff_only", OLD."location_id", OLD."name", OLD."partner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."service_id", OLD."title"); RETURN NULL;',
                    hash="1c13d7c196f0ca7486849038daec739a27b9ba70",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_854b5",
                    table="partners_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_contacthistory" ("department", "email", "hsds_id", "id", "is_staff_only", "location_id", "name", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id", "title") VALUES (OLD."department", OLD."email", OLD."hsds_id", OLD."id", OLD."is_staff_only", OLD."location_id", OLD."name", OLD."partner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."service_id", OLD."title"); RETURN NULL;',
                    hash="69177825a22123222bf39a5e0899a720e16b07a3",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_bc631",
                    table="partners_contact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contacthistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="37422a0faadc8eb7ce716716ef66b4b13f8f21b9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3888a",
                    table="partners_contacthistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="donotrefer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("partner", "service"),
                name="one_stop_at_a_time",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="donotrefer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_by", None), ("ended_on", None)),
                    models.Q(("ended_by__isnull", False), ("ended_on__isnull", False)),
                    _connector="OR",
                ),
                name="stop_lifted_by_somebody",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="donotrefer",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_donotreferhistory" ("ended_by_id", "ended_on", "id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "said_by_id", "service_id", "since") VALUES (OLD."ended_by_id", OLD."ended_on", OLD."id", OLD."partner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."reason", OLD."said_by_id", OLD."service_id", OLD."since"); RETURN NULL;',
                    hash="4668b47893692fab412397cc1e36c691d63ab187",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_f2a45",
                    table="partners_donotrefer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="donotrefer",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_donotreferhistory" ("ended_by_id", "ended_on", "id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "said_by_id", "service_id", "since") VALUES (OLD."ended_by_id", OLD."ended_on", OLD."id", OLD."partner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reason", OLD."said_by_id", OLD."service_id", OLD."since"); RETURN NULL;',
                    hash="2ce2d73ab3a53467301cfc6477467aa4d43eb045",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_dfda6",
                    table="partners_donotrefer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="donotreferhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3325c5513ca96ae69c5f892126634b5ebf264312",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_36ae3",
                    table="partners_donotreferhistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="eligibility",
            constraint=models.UniqueConstraint(fields=("service", "who"), name="eligible_once"),
        ),
        migrations.AddIndex(
            model_name="externalid",
            index=models.Index(fields=["table", "row_pk"], name="directory_id_by_row"),
        ),
        migrations.AddConstraint(
            model_name="externalid",
            constraint=models.UniqueConstraint(fields=("source", "table", "external_id"), name="directory_id_once"),
        ),
        migrations.AddConstraint(
            model_name="familyword",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_by", None), ("withdrawn_on", None)),
                    models.Q(("withdrawn_by__isnull", False), ("withdrawn_on__isnull", False)),
                    _connector="OR",
                ),
                name="word_taken_back_by_somebody",
            ),
        ),
        migrations.AddIndex(
            model_name="heldrow",
            index=models.Index(fields=["source", "waits_for"], name="held_by_partner"),
        ),
        migrations.AddConstraint(
            model_name="heldrow",
            constraint=models.UniqueConstraint(fields=("source", "table", "external_id"), name="held_once"),
        ),
        migrations.AddField(
            model_name="phone",
            name="digits",
            field=models.GeneratedField(
                db_persist=True,
                expression=partners.models.reach.Digits(models.F("number")),
                output_field=models.TextField(),
            ),
        ),
        migrations.AddConstraint(
            model_name="schedule",
            constraint=models.CheckConstraint(
                condition=models.Q(("service__isnull", False), ("location__isnull", False), _connector="OR"),
                name="hours_of_a_service_or_a_place",
            ),
        ),
        migrations.AddIndex(
            model_name="servicearea",
            index=django.contrib.postgres.indexes.GinIndex(fields=["zips"], name="area_by_zip"),
        ),
        migrations.AddConstraint(
            model_name="serviceatlocation",
            constraint=models.UniqueConstraint(fields=("service", "location"), name="service_once_at_a_place"),
        ),
        migrations.AddConstraint(
            model_name="termlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("location", None), ("partner__isnull", False), ("service", None)),
                    models.Q(("location", None), ("partner", None), ("service__isnull", False)),
                    models.Q(("location__isnull", False), ("partner", None), ("service", None)),
                    _connector="OR",
                ),
                name="word_said_of_one_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="termmeaning",
            constraint=models.UniqueConstraint(
                fields=("word", "category"),
                name="word_means_a_kind_once",
                violation_error_message="This word already means that.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="termmeaning",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_termmeaninghistory" ("category_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "word") VALUES (OLD."category_id", OLD."id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."word"); RETURN NULL;',
                    hash="5fb009f2994861f4ae5674ae08618fdfd0837968",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_e7da6",
                    table="partners_termmeaning",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="termmeaning",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_termmeaninghistory" ("category_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "word") VALUES (OLD."category_id", OLD."id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."word"); RETURN NULL;',
                    hash="14bc48df9c5971fdf4a013030cc60328d1b47cf7",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_0ee06",
                    table="partners_termmeaning",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="termmeaninghistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="fa763e7f5f5796f7f89198d6e5f55961872bde7e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_189f3",
                    table="partners_termmeaninghistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="servicecapacity",
            index=models.Index(fields=["service", "-seen_at"], name="room_by_service"),
        ),
        migrations.AddConstraint(
            model_name="servicecapacity",
            constraint=models.CheckConstraint(
                condition=models.Q(("seen_by__isnull", False), ("available__isnull", False), _connector="OR"),
                name="room_seen_by_somebody_or_published",
            ),
        ),
    ]
