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
from agency.at_once import AtOnce


class Migration(AtOnce):
    dependencies = [
        ("agency", "0002_imports_and_more"),
        ("families", "0002_intake_and_assessment"),
        ("goals", "0002_living_agreement"),
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
            name="AnnexReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reviewed_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="looked at on")),
                (
                    "finding",
                    models.CharField(
                        choices=[
                            ("fine", "as agreed"),
                            ("update", "the agreement needs an update"),
                            ("broken", "the agreement was broken"),
                        ],
                        max_length=10,
                        verbose_name="what we found",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="in words")),
                ("remedy", models.TextField(blank=True, verbose_name="how they put it right, or that access ends")),
            ],
            options={
                "verbose_name": "review of a data annex",
                "ordering": ["-reviewed_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="CommitteeSeat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "committee",
                    models.CharField(
                        choices=[
                            ("health", "our health advisory committee"),
                            ("council", "our policy council"),
                            ("advisory", "another committee of ours"),
                            ("theirs", "a committee of theirs"),
                        ],
                        max_length=10,
                        verbose_name="committee",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="its name")),
                ("who", models.CharField(max_length=200, verbose_name="who sits there")),
                ("starts_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
            ],
            options={
                "verbose_name": "seat on a committee",
                "ordering": ["-starts_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="CommitteeSeatHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "committee",
                    models.CharField(
                        choices=[
                            ("health", "our health advisory committee"),
                            ("council", "our policy council"),
                            ("advisory", "another committee of ours"),
                            ("theirs", "a committee of theirs"),
                        ],
                        max_length=10,
                        verbose_name="committee",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="its name")),
                ("who", models.CharField(max_length=200, verbose_name="who sits there")),
                ("starts_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
            ],
            options={
                "abstract": False,
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
            name="DataAnnex",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("records", models.TextField(verbose_name="which records")),
                ("purpose", models.TextField(verbose_name="what for")),
                ("safeguards", models.TextField(verbose_name="how they keep them safe")),
                ("destruction", models.CharField(max_length=300, verbose_name="when and how they destroy them")),
                (
                    "receives_on",
                    models.DateField(default=django.utils.timezone.localdate, verbose_name="may receive records from"),
                ),
            ],
            options={
                "verbose_name": "annex on data",
            },
        ),
        migrations.CreateModel(
            name="DataAnnexHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("records", models.TextField(verbose_name="which records")),
                ("purpose", models.TextField(verbose_name="what for")),
                ("safeguards", models.TextField(verbose_name="how they keep them safe")),
                ("destruction", models.CharField(max_length=300, verbose_name="when and how they destroy them")),
                (
                    "receives_on",
                    models.DateField(default=django.utils.timezone.localdate, verbose_name="may receive records from"),
                ),
            ],
            options={
                "abstract": False,
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
            name="Mou",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("preschool", "publicly funded preschool"),
                            ("lea_disabilities", "school district: children with disabilities"),
                            ("lea_transition", "school district: the way into kindergarten"),
                            ("part_c", "early intervention (Part C)"),
                            ("child_welfare", "child welfare"),
                            ("health", "health care"),
                            ("data_sharing", "sharing data"),
                            ("onsite", "services at our centers"),
                            ("contract", "contract"),
                            ("other", "other agreement"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "being written"),
                            ("in_review", "being reviewed"),
                            ("signed", "signed"),
                            ("terminated", "ended early"),
                            ("set_aside", "set aside before it was signed"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=12,
                    ),
                ),
                ("summary", models.TextField(blank=True, verbose_name="what it says, in short")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed by all on")),
                ("effective_on", models.DateField(blank=True, null=True, verbose_name="in force from")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="look at it together on")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="in force until")),
                (
                    "notice_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="As it says; empty when it does not say.",
                        null=True,
                        verbose_name="days of notice to end it",
                    ),
                ),
                ("terminated_on", models.DateField(blank=True, editable=False, null=True, verbose_name="ended on")),
                ("reason", models.CharField(blank=True, editable=False, max_length=300, verbose_name="why")),
            ],
            options={
                "verbose_name": "agreement with a partner",
                "verbose_name_plural": "agreements with partners",
                "ordering": ["partner__name", "-effective_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="MouAmendment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(editable=False)),
                ("what", models.TextField(verbose_name="what changes")),
                ("signed_on", models.DateField(verbose_name="signed on")),
                ("effective_on", models.DateField(verbose_name="in force from")),
                ("new_end_on", models.DateField(blank=True, null=True, verbose_name="new last day")),
            ],
            options={
                "verbose_name": "change to an agreement",
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="MouAmendmentHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveSmallIntegerField(editable=False)),
                ("what", models.TextField(verbose_name="what changes")),
                ("signed_on", models.DateField(verbose_name="signed on")),
                ("effective_on", models.DateField(verbose_name="in force from")),
                ("new_end_on", models.DateField(blank=True, null=True, verbose_name="new last day")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MouFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("signed", "the signed agreement"),
                            ("annex", "annex"),
                            ("amendment", "change to it"),
                            ("evidence", "proof of submission or notice"),
                            ("other", "other paper"),
                        ],
                        max_length=10,
                        verbose_name="what it is",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("path", models.CharField(max_length=200)),
                ("content_kind", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "file of an agreement",
                "ordering": ["kind", "-number"],
            },
        ),
        migrations.CreateModel(
            name="MouHistory",
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
                            ("preschool", "publicly funded preschool"),
                            ("lea_disabilities", "school district: children with disabilities"),
                            ("lea_transition", "school district: the way into kindergarten"),
                            ("part_c", "early intervention (Part C)"),
                            ("child_welfare", "child welfare"),
                            ("health", "health care"),
                            ("data_sharing", "sharing data"),
                            ("onsite", "services at our centers"),
                            ("contract", "contract"),
                            ("other", "other agreement"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="title")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "being written"),
                            ("in_review", "being reviewed"),
                            ("signed", "signed"),
                            ("terminated", "ended early"),
                            ("set_aside", "set aside before it was signed"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=12,
                    ),
                ),
                ("summary", models.TextField(blank=True, verbose_name="what it says, in short")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed by all on")),
                ("effective_on", models.DateField(blank=True, null=True, verbose_name="in force from")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="look at it together on")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="in force until")),
                (
                    "notice_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="As it says; empty when it does not say.",
                        null=True,
                        verbose_name="days of notice to end it",
                    ),
                ),
                ("terminated_on", models.DateField(blank=True, editable=False, null=True, verbose_name="ended on")),
                ("reason", models.CharField(blank=True, editable=False, max_length=300, verbose_name="why")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MouParty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("organization", models.CharField(max_length=300, verbose_name="organization")),
                ("signer", models.CharField(blank=True, max_length=200, verbose_name="who signs")),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="in which office")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed on")),
            ],
            options={
                "verbose_name": "party",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="MouPartyHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("organization", models.CharField(max_length=300, verbose_name="organization")),
                ("signer", models.CharField(blank=True, max_length=200, verbose_name="who signs")),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="in which office")),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="signed on")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MouSubmission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "to",
                    models.CharField(
                        choices=[
                            ("hhs", "the Department of Health and Human Services"),
                            ("state", "the State Head Start Collaboration Director"),
                        ],
                        max_length=5,
                        verbose_name="to",
                    ),
                ),
                ("sent_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="sent on")),
                ("how", models.CharField(blank=True, max_length=200, verbose_name="how")),
            ],
            options={
                "verbose_name": "submission",
                "ordering": ["sent_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="MouTopic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("code", models.SlugField(max_length=30)),
                ("text", models.TextField(blank=True, verbose_name="what it says")),
                ("evidence", models.CharField(blank=True, max_length=300, verbose_name="what shows it")),
            ],
            options={
                "verbose_name": "point of an agreement",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="MouTopicHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("code", models.SlugField(db_index=False, max_length=30)),
                ("text", models.TextField(blank=True, verbose_name="what it says")),
                ("evidence", models.CharField(blank=True, max_length=300, verbose_name="what shows it")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Obligation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("what", models.CharField(max_length=300, verbose_name="what was promised")),
                (
                    "side",
                    models.CharField(
                        choices=[("ours", "we"), ("theirs", "they"), ("both", "both")],
                        default="ours",
                        max_length=10,
                        verbose_name="by whom",
                    ),
                ),
                ("their_owner", models.CharField(blank=True, max_length=200, verbose_name="who, on their side")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="next due on")),
                (
                    "repeats",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "once"),
                            ("monthly", "every month"),
                            ("quarterly", "every three months"),
                            ("yearly", "every year"),
                        ],
                        default="",
                        max_length=10,
                        verbose_name="how often",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="settled on")),
            ],
            options={
                "verbose_name": "obligation",
                "verbose_name_plural": "obligations",
                "ordering": ["ended_on", "due_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ObligationHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("what", models.CharField(max_length=300, verbose_name="what was promised")),
                (
                    "side",
                    models.CharField(
                        choices=[("ours", "we"), ("theirs", "they"), ("both", "both")],
                        default="ours",
                        max_length=10,
                        verbose_name="by whom",
                    ),
                ),
                ("their_owner", models.CharField(blank=True, max_length=200, verbose_name="who, on their side")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="next due on")),
                (
                    "repeats",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "once"),
                            ("monthly", "every month"),
                            ("quarterly", "every three months"),
                            ("yearly", "every year"),
                        ],
                        default="",
                        max_length=10,
                        verbose_name="how often",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="settled on")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ObligationMet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("due_on", models.DateField(null=True)),
                ("met_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="done on")),
                ("how", models.CharField(blank=True, max_length=300, verbose_name="how")),
            ],
            options={
                "verbose_name": "obligation met",
                "ordering": ["-met_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="OnsiteService",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("what", models.CharField(max_length=200, verbose_name="what they do there")),
                ("days", models.CharField(blank=True, max_length=200, verbose_name="when")),
                ("starts_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
            ],
            options={
                "verbose_name": "service at our center",
                "ordering": ["-starts_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="OnsiteServiceHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("what", models.CharField(max_length=200, verbose_name="what they do there")),
                ("days", models.CharField(blank=True, max_length=200, verbose_name="when")),
                ("starts_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
            ],
            options={
                "abstract": False,
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
            name="PartnerMeeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("meeting", "meeting"),
                            ("call", "call"),
                            ("training", "training together"),
                            ("event", "event for families"),
                        ],
                        default="meeting",
                        max_length=10,
                        verbose_name="what it was",
                    ),
                ),
                ("held_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="on")),
                ("topic", models.CharField(max_length=200, verbose_name="about")),
                ("theirs", models.CharField(blank=True, max_length=300, verbose_name="from their side")),
                (
                    "people",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="For trainings and events.",
                        null=True,
                        verbose_name="how many people took part",
                    ),
                ),
                ("said", models.TextField(blank=True, verbose_name="what was talked about")),
                ("decided", models.TextField(blank=True, verbose_name="what was decided")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="next meeting")),
            ],
            options={
                "verbose_name": "meeting with a partner",
                "verbose_name_plural": "meetings with partners",
                "ordering": ["-held_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="PartnerMeetingHistory",
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
                            ("meeting", "meeting"),
                            ("call", "call"),
                            ("training", "training together"),
                            ("event", "event for families"),
                        ],
                        default="meeting",
                        max_length=10,
                        verbose_name="what it was",
                    ),
                ),
                ("held_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="on")),
                ("topic", models.CharField(max_length=200, verbose_name="about")),
                ("theirs", models.CharField(blank=True, max_length=300, verbose_name="from their side")),
                (
                    "people",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="For trainings and events.",
                        null=True,
                        verbose_name="how many people took part",
                    ),
                ),
                ("said", models.TextField(blank=True, verbose_name="what was talked about")),
                ("decided", models.TextField(blank=True, verbose_name="what was decided")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="next meeting")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PartnerMerge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("merged_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("before", models.JSONField(default=dict, verbose_name="what the kept entry said before")),
                (
                    "moved",
                    models.JSONField(default=dict, verbose_name="keys of the rows that moved, by table and field"),
                ),
                ("undone_at", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "partners put together",
                "ordering": ["-merged_at", "-pk"],
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
            name="Partnership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "public_roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("preschool", "manages publicly funded preschool"),
                                ("lea", "local educational agency (school district)"),
                                ("part_c", "early intervention (Part C)"),
                                ("child_welfare", "child welfare agency"),
                                ("homeless_liaison", "school liaison for homeless families"),
                                ("child_care", "child care partner"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="what they are",
                    ),
                ),
                ("their_person", models.CharField(blank=True, max_length=200, verbose_name="their point person")),
                ("their_phone", models.CharField(blank=True, max_length=60, verbose_name="phone")),
                ("their_email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                (
                    "target",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(1, "networking"), (2, "coordination"), (3, "cooperation"), (4, "collaboration")],
                        null=True,
                        verbose_name="how closely we want to work",
                    ),
                ),
                ("target_on", models.DateField(blank=True, null=True, verbose_name="by when")),
                (
                    "began_on",
                    models.DateField(
                        default=django.utils.timezone.localdate, verbose_name="we have known each other since"
                    ),
                ),
            ],
            options={
                "verbose_name": "partnership",
                "verbose_name_plural": "partnerships",
                "ordering": ["partner__name"],
            },
        ),
        migrations.CreateModel(
            name="PartnershipAction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("what", models.CharField(max_length=300, verbose_name="what")),
                ("their_owner", models.CharField(blank=True, max_length=200, verbose_name="who, on their side")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by")),
                ("success", models.CharField(blank=True, max_length=300, verbose_name="how we will know it worked")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
            ],
            options={
                "verbose_name": "action with a partner",
                "verbose_name_plural": "actions with partners",
                "ordering": ["done_on", "due_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PartnershipActionHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("what", models.CharField(max_length=300, verbose_name="what")),
                ("their_owner", models.CharField(blank=True, max_length=200, verbose_name="who, on their side")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by")),
                ("success", models.CharField(blank=True, max_length=300, verbose_name="how we will know it worked")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PartnershipHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "public_roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("preschool", "manages publicly funded preschool"),
                                ("lea", "local educational agency (school district)"),
                                ("part_c", "early intervention (Part C)"),
                                ("child_welfare", "child welfare agency"),
                                ("homeless_liaison", "school liaison for homeless families"),
                                ("child_care", "child care partner"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="what they are",
                    ),
                ),
                ("their_person", models.CharField(blank=True, max_length=200, verbose_name="their point person")),
                ("their_phone", models.CharField(blank=True, max_length=60, verbose_name="phone")),
                ("their_email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                (
                    "target",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[(1, "networking"), (2, "coordination"), (3, "cooperation"), (4, "collaboration")],
                        null=True,
                        verbose_name="how closely we want to work",
                    ),
                ),
                ("target_on", models.DateField(blank=True, null=True, verbose_name="by when")),
                (
                    "began_on",
                    models.DateField(
                        default=django.utils.timezone.localdate, verbose_name="we have known each other since"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PartnershipPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "template",
                    models.CharField(
                        choices=[("general", "for any partner"), ("child_welfare", "for a child welfare agency")],
                        default="general",
                        max_length=20,
                        verbose_name="kind of plan",
                    ),
                ),
                ("started_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="begun on")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                ("stakeholders", models.TextField(blank=True, verbose_name="who plans together")),
                (
                    "parents_who_plan",
                    models.CharField(blank=True, max_length=300, verbose_name="parents who take part"),
                ),
                ("interests", models.TextField(blank=True, verbose_name="what each side needs from it")),
                ("mission", models.TextField(blank=True, verbose_name="our common mission")),
                ("mission_on", models.DateField(blank=True, null=True, verbose_name="agreed on")),
                ("environment", models.TextField(blank=True, verbose_name="how it is now")),
                ("strengths", models.TextField(blank=True, verbose_name="what works well")),
                ("gaps", models.TextField(blank=True, verbose_name="what is missing")),
                (
                    "barriers",
                    models.TextField(
                        blank=True, verbose_name="what gets in the way of staff, of families, of the agency"
                    ),
                ),
                ("considered", models.TextField(blank=True, verbose_name="ways we thought of")),
                ("chosen", models.TextField(blank=True, verbose_name="ways we take")),
                ("training", models.TextField(blank=True, verbose_name="what staff need to learn")),
                ("communication", models.TextField(blank=True, verbose_name="how we keep talking")),
                ("exchanged", models.TextField(blank=True, verbose_name="what each side needs to know from the other")),
                ("monitoring", models.TextField(blank=True, verbose_name="how and when we look at progress")),
                ("impact", models.TextField(blank=True, verbose_name="what would be different in the community")),
                ("shared_data", models.TextField(blank=True, verbose_name="data we share, and under which consent")),
                (
                    "bundled",
                    models.TextField(blank=True, verbose_name="services offered together, to spare families visits"),
                ),
                ("feedback", models.TextField(blank=True, verbose_name="how families tell us what they think")),
                ("safeguards", models.TextField(blank=True, verbose_name="how families’ privacy is kept")),
            ],
            options={
                "verbose_name": "plan with a partner",
                "verbose_name_plural": "plans with partners",
                "ordering": ["closed_on", "-started_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="PartnershipPlanHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "template",
                    models.CharField(
                        choices=[("general", "for any partner"), ("child_welfare", "for a child welfare agency")],
                        default="general",
                        max_length=20,
                        verbose_name="kind of plan",
                    ),
                ),
                ("started_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="begun on")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                ("stakeholders", models.TextField(blank=True, verbose_name="who plans together")),
                (
                    "parents_who_plan",
                    models.CharField(blank=True, max_length=300, verbose_name="parents who take part"),
                ),
                ("interests", models.TextField(blank=True, verbose_name="what each side needs from it")),
                ("mission", models.TextField(blank=True, verbose_name="our common mission")),
                ("mission_on", models.DateField(blank=True, null=True, verbose_name="agreed on")),
                ("environment", models.TextField(blank=True, verbose_name="how it is now")),
                ("strengths", models.TextField(blank=True, verbose_name="what works well")),
                ("gaps", models.TextField(blank=True, verbose_name="what is missing")),
                (
                    "barriers",
                    models.TextField(
                        blank=True, verbose_name="what gets in the way of staff, of families, of the agency"
                    ),
                ),
                ("considered", models.TextField(blank=True, verbose_name="ways we thought of")),
                ("chosen", models.TextField(blank=True, verbose_name="ways we take")),
                ("training", models.TextField(blank=True, verbose_name="what staff need to learn")),
                ("communication", models.TextField(blank=True, verbose_name="how we keep talking")),
                ("exchanged", models.TextField(blank=True, verbose_name="what each side needs to know from the other")),
                ("monitoring", models.TextField(blank=True, verbose_name="how and when we look at progress")),
                ("impact", models.TextField(blank=True, verbose_name="what would be different in the community")),
                ("shared_data", models.TextField(blank=True, verbose_name="data we share, and under which consent")),
                (
                    "bundled",
                    models.TextField(blank=True, verbose_name="services offered together, to spare families visits"),
                ),
                ("feedback", models.TextField(blank=True, verbose_name="how families tell us what they think")),
                ("safeguards", models.TextField(blank=True, verbose_name="how families’ privacy is kept")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanGoal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("what", models.CharField(max_length=300, verbose_name="what we want to reach")),
                ("baseline", models.CharField(blank=True, max_length=200, verbose_name="where we start")),
                ("measure", models.CharField(blank=True, max_length=200, verbose_name="how we will know")),
                ("aim_on", models.DateField(blank=True, null=True, verbose_name="by when")),
                ("result", models.CharField(blank=True, max_length=300, verbose_name="what came of it")),
            ],
            options={
                "verbose_name": "goal of a plan",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="PlanGoalHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("what", models.CharField(max_length=300, verbose_name="what we want to reach")),
                ("baseline", models.CharField(blank=True, max_length=200, verbose_name="where we start")),
                ("measure", models.CharField(blank=True, max_length=200, verbose_name="how we will know")),
                ("aim_on", models.DateField(blank=True, null=True, verbose_name="by when")),
                ("result", models.CharField(blank=True, max_length=300, verbose_name="what came of it")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PreschoolException",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("none_here", "there is no publicly funded preschool in our area"),
                            ("unwilling", "the entity is unable or unwilling to enter one"),
                        ],
                        max_length=10,
                        verbose_name="why",
                    ),
                ),
                ("told", models.TextField(blank=True, verbose_name="what happened")),
                ("since_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="since")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("hhs_told_on", models.DateField(blank=True, null=True, verbose_name="HHS was told on")),
                (
                    "state_told_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="the State Collaboration Director was told on"
                    ),
                ),
            ],
            options={
                "verbose_name": "exception from the preschool agreement",
                "ordering": ["-since_on"],
            },
        ),
        migrations.CreateModel(
            name="PreschoolExceptionHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("none_here", "there is no publicly funded preschool in our area"),
                            ("unwilling", "the entity is unable or unwilling to enter one"),
                        ],
                        max_length=10,
                        verbose_name="why",
                    ),
                ),
                ("told", models.TextField(blank=True, verbose_name="what happened")),
                ("since_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="since")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("hhs_told_on", models.DateField(blank=True, null=True, verbose_name="HHS was told on")),
                (
                    "state_told_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="the State Collaboration Director was told on"
                    ),
                ),
            ],
            options={
                "abstract": False,
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
            name="StageReached",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "stage",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "networking"), (2, "coordination"), (3, "cooperation"), (4, "collaboration")],
                        verbose_name="how we work together",
                    ),
                ),
                ("since_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="since")),
                ("shows_in", models.CharField(blank=True, max_length=300, verbose_name="what shows it")),
            ],
            options={
                "verbose_name": "stage of a partnership",
                "ordering": ["-since_on"],
            },
        ),
        migrations.CreateModel(
            name="StageReachedHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "stage",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "networking"), (2, "coordination"), (3, "cooperation"), (4, "collaboration")],
                        verbose_name="how we work together",
                    ),
                ),
                ("since_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="since")),
                ("shows_in", models.CharField(blank=True, max_length=300, verbose_name="what shows it")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SystemParticipation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "system",
                    models.CharField(
                        choices=[
                            ("qris", "quality rating and improvement system (QRIS)"),
                            ("state_data", "state education data system"),
                        ],
                        max_length=12,
                        verbose_name="system",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("yes", "takes part"),
                            ("preparing", "prepares to take part"),
                            ("no", "does not take part: not practicable"),
                            ("choice", "has chosen not to (American Indian and Alaska Native program)"),
                        ],
                        max_length=10,
                        verbose_name="how it stands",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="its name in our State")),
                ("level", models.CharField(blank=True, max_length=100, verbose_name="rating or level")),
                ("why", models.TextField(blank=True, verbose_name="why, and what would change it")),
                ("since_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="since")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("next_rating_on", models.DateField(blank=True, null=True, verbose_name="next rating or delivery")),
            ],
            options={
                "verbose_name": "participation in a system",
                "ordering": ["program__name", "system", "-since_on"],
            },
        ),
        migrations.CreateModel(
            name="SystemParticipationHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "system",
                    models.CharField(
                        choices=[
                            ("qris", "quality rating and improvement system (QRIS)"),
                            ("state_data", "state education data system"),
                        ],
                        max_length=12,
                        verbose_name="system",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("yes", "takes part"),
                            ("preparing", "prepares to take part"),
                            ("no", "does not take part: not practicable"),
                            ("choice", "has chosen not to (American Indian and Alaska Native program)"),
                        ],
                        max_length=10,
                        verbose_name="how it stands",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="its name in our State")),
                ("level", models.CharField(blank=True, max_length=100, verbose_name="rating or level")),
                ("why", models.TextField(blank=True, verbose_name="why, and what would change it")),
                ("since_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="since")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                ("next_rating_on", models.DateField(blank=True, null=True, verbose_name="next rating or delivery")),
            ],
            options={
                "abstract": False,
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
            name="TwoPartners",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("said_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "two partners after all",
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
            name="merged_into",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="merged_here",
                to="partners.partner",
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
            name="merged_into",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.partner",
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
            model_name="service",
            name="wait_time",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=300, verbose_name="wait, as the partner says"
            ),
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
            model_name="servicehistory",
            name="wait_time",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=300, verbose_name="wait, as the partner says"
            ),
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
            model_name="annexreview",
            name="reviewed_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="committeeseathistory",
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
            model_name="committeeseathistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.committeeseat",
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
            model_name="annexreview",
            name="annex",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="reviews", to="partners.dataannex"
            ),
        ),
        migrations.AddField(
            model_name="dataannexhistory",
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
            model_name="dataannexhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.dataannex",
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
            model_name="mou",
            name="added_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="mou",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="who looks after it",
            ),
        ),
        migrations.AddField(
            model_name="mou",
            name="partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="mous",
                to="partners.partner",
                verbose_name="partner",
            ),
        ),
        migrations.AddField(
            model_name="mou",
            name="programs",
            field=models.ManyToManyField(
                blank=True,
                help_text="None means all.",
                related_name="mous",
                to="agency.program",
                verbose_name="programs it binds",
            ),
        ),
        migrations.AddField(
            model_name="mou",
            name="renews",
            field=models.OneToOneField(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="renewed_by",
                to="partners.mou",
            ),
        ),
        migrations.AddField(
            model_name="dataannexhistory",
            name="mou",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.mou",
            ),
        ),
        migrations.AddField(
            model_name="dataannex",
            name="mou",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="annex", to="partners.mou"
            ),
        ),
        migrations.AddField(
            model_name="mouamendment",
            name="added_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="mouamendment",
            name="mou",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="amendments", to="partners.mou"
            ),
        ),
        migrations.AddField(
            model_name="mouamendmenthistory",
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
            model_name="mouamendmenthistory",
            name="mou",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.mou",
            ),
        ),
        migrations.AddField(
            model_name="mouamendmenthistory",
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
            model_name="mouamendmenthistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.mouamendment",
            ),
        ),
        migrations.AddField(
            model_name="moufile",
            name="added_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="moufile",
            name="mou",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="files", to="partners.mou"
            ),
        ),
        migrations.AddField(
            model_name="mouhistory",
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
            model_name="mouhistory",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="who looks after it",
            ),
        ),
        migrations.AddField(
            model_name="mouhistory",
            name="partner",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.partner",
                verbose_name="partner",
            ),
        ),
        migrations.AddField(
            model_name="mouhistory",
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
            model_name="mouhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.mou",
            ),
        ),
        migrations.AddField(
            model_name="mouhistory",
            name="renews",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.mou",
            ),
        ),
        migrations.AddField(
            model_name="mouparty",
            name="mou",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="parties", to="partners.mou"
            ),
        ),
        migrations.AddField(
            model_name="moupartyhistory",
            name="mou",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.mou",
            ),
        ),
        migrations.AddField(
            model_name="moupartyhistory",
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
            model_name="moupartyhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.mouparty",
            ),
        ),
        migrations.AddField(
            model_name="mousubmission",
            name="added_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="mousubmission",
            name="mou",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="submissions", to="partners.mou"
            ),
        ),
        migrations.AddField(
            model_name="moutopic",
            name="mou",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="topics", to="partners.mou"
            ),
        ),
        migrations.AddField(
            model_name="moutopichistory",
            name="mou",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.mou",
            ),
        ),
        migrations.AddField(
            model_name="moutopichistory",
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
            model_name="moutopichistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.moutopic",
            ),
        ),
        migrations.AddField(
            model_name="obligation",
            name="mou",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="obligations", to="partners.mou"
            ),
        ),
        migrations.AddField(
            model_name="obligation",
            name="our_owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="who, on our side",
            ),
        ),
        migrations.AddField(
            model_name="obligationhistory",
            name="mou",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.mou",
            ),
        ),
        migrations.AddField(
            model_name="obligationhistory",
            name="our_owner",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="who, on our side",
            ),
        ),
        migrations.AddField(
            model_name="obligationhistory",
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
            model_name="obligationhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.obligation",
            ),
        ),
        migrations.AddField(
            model_name="obligationmet",
            name="obligation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="met", to="partners.obligation"
            ),
        ),
        migrations.AddField(
            model_name="obligationmet",
            name="said_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="onsiteservice",
            name="center",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agency.center",
                verbose_name="at the center",
            ),
        ),
        migrations.AddField(
            model_name="onsiteservicehistory",
            name="center",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agency.center",
                verbose_name="at the center",
            ),
        ),
        migrations.AddField(
            model_name="onsiteservicehistory",
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
            model_name="onsiteservicehistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.onsiteservice",
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
            model_name="partnermeeting",
            name="added_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="partnermeeting",
            name="ours",
            field=models.ManyToManyField(
                blank=True, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="from our side"
            ),
        ),
        migrations.AddField(
            model_name="partnermeetinghistory",
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
            model_name="partnermeetinghistory",
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
            model_name="partnermeetinghistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.partnermeeting",
            ),
        ),
        migrations.AddField(
            model_name="partnermerge",
            name="gone",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="partners.partner"
            ),
        ),
        migrations.AddField(
            model_name="partnermerge",
            name="kept",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="merges", to="partners.partner"
            ),
        ),
        migrations.AddField(
            model_name="partnermerge",
            name="merged_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="partnermerge",
            name="undone_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
        migrations.AddField(
            model_name="partnership",
            name="our_person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="our point person",
            ),
        ),
        migrations.AddField(
            model_name="partnership",
            name="partner",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="partnership", to="partners.partner"
            ),
        ),
        migrations.AddField(
            model_name="partnermeetinghistory",
            name="partnership",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.partnership",
            ),
        ),
        migrations.AddField(
            model_name="partnermeeting",
            name="partnership",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="meetings", to="partners.partnership"
            ),
        ),
        migrations.AddField(
            model_name="onsiteservicehistory",
            name="partnership",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.partnership",
            ),
        ),
        migrations.AddField(
            model_name="onsiteservice",
            name="partnership",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="onsite_services", to="partners.partnership"
            ),
        ),
        migrations.AddField(
            model_name="committeeseathistory",
            name="partnership",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.partnership",
            ),
        ),
        migrations.AddField(
            model_name="committeeseat",
            name="partnership",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="seats", to="partners.partnership"
            ),
        ),
        migrations.AddField(
            model_name="partnershipaction",
            name="meeting",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="actions",
                to="partners.partnermeeting",
            ),
        ),
        migrations.AddField(
            model_name="partnershipaction",
            name="our_owner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="who, on our side",
            ),
        ),
        migrations.AddField(
            model_name="partnershipaction",
            name="partnership",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="actions", to="partners.partnership"
            ),
        ),
        migrations.AddField(
            model_name="partnershipactionhistory",
            name="meeting",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.partnermeeting",
            ),
        ),
        migrations.AddField(
            model_name="partnershipactionhistory",
            name="our_owner",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="who, on our side",
            ),
        ),
        migrations.AddField(
            model_name="partnershipactionhistory",
            name="partnership",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.partnership",
            ),
        ),
        migrations.AddField(
            model_name="partnershipactionhistory",
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
            model_name="partnershipactionhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.partnershipaction",
            ),
        ),
        migrations.AddField(
            model_name="partnershiphistory",
            name="our_person",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="our point person",
            ),
        ),
        migrations.AddField(
            model_name="partnershiphistory",
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
            model_name="partnershiphistory",
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
            model_name="partnershiphistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.partnership",
            ),
        ),
        migrations.AddField(
            model_name="partnershipplan",
            name="added_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="partnershipplan",
            name="partnership",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="plans", to="partners.partnership"
            ),
        ),
        migrations.AddField(
            model_name="partnershipactionhistory",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.partnershipplan",
            ),
        ),
        migrations.AddField(
            model_name="partnershipaction",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="actions",
                to="partners.partnershipplan",
            ),
        ),
        migrations.AddField(
            model_name="partnershipplanhistory",
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
            model_name="partnershipplanhistory",
            name="partnership",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.partnership",
            ),
        ),
        migrations.AddField(
            model_name="partnershipplanhistory",
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
            model_name="partnershipplanhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.partnershipplan",
            ),
        ),
        migrations.AddField(
            model_name="plangoal",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="goals", to="partners.partnershipplan"
            ),
        ),
        migrations.AddField(
            model_name="plangoalhistory",
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
            model_name="plangoalhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.plangoal",
            ),
        ),
        migrations.AddField(
            model_name="plangoalhistory",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.partnershipplan",
            ),
        ),
        migrations.AddField(
            model_name="preschoolexception",
            name="partner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="partners.partner",
                verbose_name="with whom",
            ),
        ),
        migrations.AddField(
            model_name="preschoolexception",
            name="program",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="preschool_exceptions", to="agency.program"
            ),
        ),
        migrations.AddField(
            model_name="preschoolexceptionhistory",
            name="partner",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="preschoolexceptionhistory",
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
            model_name="preschoolexceptionhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.preschoolexception",
            ),
        ),
        migrations.AddField(
            model_name="preschoolexceptionhistory",
            name="program",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="agency.program",
            ),
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
            model_name="stagereached",
            name="partnership",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="stages", to="partners.partnership"
            ),
        ),
        migrations.AddField(
            model_name="stagereached",
            name="said_by",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="stagereachedhistory",
            name="partnership",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.partnership",
            ),
        ),
        migrations.AddField(
            model_name="stagereachedhistory",
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
            model_name="stagereachedhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.stagereached",
            ),
        ),
        migrations.AddField(
            model_name="stagereachedhistory",
            name="said_by",
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
            model_name="systemparticipation",
            name="program",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="systems",
                to="agency.program",
                verbose_name="program",
            ),
        ),
        migrations.AddField(
            model_name="systemparticipationhistory",
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
            model_name="systemparticipationhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.systemparticipation",
            ),
        ),
        migrations.AddField(
            model_name="systemparticipationhistory",
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
            model_name="twopartners",
            name="one",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="partners.partner"
            ),
        ),
        migrations.AddField(
            model_name="twopartners",
            name="other",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="partners.partner"
            ),
        ),
        migrations.AddField(
            model_name="twopartners",
            name="said_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
        migrations.AddField(
            model_name="phone",
            name="digits",
            field=models.GeneratedField(
                db_persist=True,
                expression=partners.models.reach.Digits(models.F("number")),
                output_field=models.TextField(),
            ),
        ),
        migrations.AddIndex(
            model_name="location",
            index=models.Index(fields=["postal_code"], name="place_by_zip"),
        ),
        migrations.AddIndex(
            model_name="phone",
            index=models.Index(fields=["digits"], name="phone_by_digits"),
        ),
        migrations.AddIndex(
            model_name="externalid",
            index=models.Index(fields=["table", "row_pk"], name="directory_id_by_row"),
        ),
        migrations.AddIndex(
            model_name="heldrow",
            index=models.Index(fields=["source", "waits_for"], name="held_by_partner"),
        ),
        migrations.AddIndex(
            model_name="mou",
            index=models.Index(condition=models.Q(("state", "signed")), fields=["ends_on"], name="mous_ending"),
        ),
        migrations.AddIndex(
            model_name="obligation",
            index=models.Index(condition=models.Q(("ended_on", None)), fields=["due_on"], name="open_obligations"),
        ),
        migrations.AddIndex(
            model_name="partnershipaction",
            index=models.Index(condition=models.Q(("done_on", None)), fields=["due_on"], name="open_partner_actions"),
        ),
        migrations.AddIndex(
            model_name="servicearea",
            index=django.contrib.postgres.indexes.GinIndex(fields=["zips"], name="area_by_zip"),
        ),
        migrations.AddIndex(
            model_name="servicecapacity",
            index=models.Index(fields=["service", "-seen_at"], name="room_by_service"),
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
        migrations.AddConstraint(
            model_name="partner",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into", None), models.Q(("merged_into", models.F("pk")), _negated=True), _connector="OR"
                ),
                name="no_partner_is_merged_into_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.UniqueConstraint(fields=("hsds_id",), name="service_published_once"),
        ),
        migrations.AddConstraint(
            model_name="annexreview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("finding", "broken"), _negated=True),
                    models.Q(("remedy", ""), _negated=True),
                    _connector="OR",
                ),
                name="broken_annex_says_the_remedy",
                violation_error_message="Say how they put it right, or that access ends.",
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
        migrations.AddConstraint(
            model_name="eligibility",
            constraint=models.UniqueConstraint(fields=("service", "who"), name="eligible_once"),
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
        migrations.AddConstraint(
            model_name="heldrow",
            constraint=models.UniqueConstraint(fields=("source", "table", "external_id"), name="held_once"),
        ),
        migrations.AddConstraint(
            model_name="mou",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "signed"), _negated=True),
                    models.Q(("effective_on__isnull", False), ("signed_on__isnull", False)),
                    _connector="OR",
                ),
                name="mou_signed_with_days",
            ),
        ),
        migrations.AddConstraint(
            model_name="mou",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None),
                    ("effective_on", None),
                    ("ends_on__gte", models.F("effective_on")),
                    _connector="OR",
                ),
                name="mou_ends_after_it_begins",
                violation_error_message="The last day cannot come before the first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="mou",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "terminated"),
                        ("terminated_on__isnull", False),
                        models.Q(("reason", ""), _negated=True),
                    ),
                    models.Q(models.Q(("state", "terminated"), _negated=True), ("terminated_on", None)),
                    _connector="OR",
                ),
                name="mou_ended_early_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="mou",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("renews", None), models.Q(("renews", models.F("pk")), _negated=True), _connector="OR"
                ),
                name="no_mou_renews_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="mouamendment",
            constraint=models.UniqueConstraint(fields=("mou", "number"), name="amendment_number_once"),
        ),
        migrations.AddConstraint(
            model_name="moufile",
            constraint=models.UniqueConstraint(fields=("mou", "kind", "number"), name="file_number_once"),
        ),
        migrations.AddConstraint(
            model_name="mouparty",
            constraint=models.UniqueConstraint(fields=("mou", "organization"), name="party_once"),
        ),
        migrations.AddConstraint(
            model_name="mousubmission",
            constraint=models.UniqueConstraint(
                fields=("mou", "to"),
                name="submitted_once_to_each",
                violation_error_message="It has been sent there already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="moutopic",
            constraint=models.UniqueConstraint(fields=("mou", "code"), name="topic_once_a_mou"),
        ),
        migrations.AddConstraint(
            model_name="obligation",
            constraint=models.CheckConstraint(
                condition=models.Q(("side", "theirs"), ("our_owner__isnull", False), _connector="OR"),
                name="our_obligation_has_an_owner",
                violation_error_message="Name who of us looks after it.",
            ),
        ),
        migrations.AddConstraint(
            model_name="obligation",
            constraint=models.CheckConstraint(
                condition=models.Q(("repeats", ""), ("due_on__isnull", False), _connector="OR"),
                name="repeating_has_a_day",
                violation_error_message="Say when it is due for the first time.",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnermerge",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at", None)), fields=("gone",), name="partner_gone_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="partnermerge",
            constraint=models.CheckConstraint(
                condition=models.Q(("kept", models.F("gone")), _negated=True), name="merge_of_two_partners"
            ),
        ),
        migrations.AddConstraint(
            model_name="partnermerge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("undone_at", None), ("undone_by", None)),
                    models.Q(("undone_at__isnull", False), ("undone_by__isnull", False)),
                    _connector="OR",
                ),
                name="merge_undone_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnermeeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("next_on", None), ("next_on__gt", models.F("held_on")), _connector="OR"),
                name="next_meeting_comes_later",
                violation_error_message="The next meeting comes after this one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="onsiteservice",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                name="onsite_ends_after_it_starts",
                violation_error_message="The last day cannot come before the first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="committeeseat",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on", None), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                name="seat_ends_after_it_starts",
                violation_error_message="The last day cannot come before the first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnershipplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_on", None)),
                fields=("partnership",),
                name="one_open_plan",
                violation_error_message="There is a plan with this partner already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnershipplan",
            constraint=models.CheckConstraint(
                condition=models.Q(("closed_on", None), ("closed_on__gte", models.F("started_on")), _connector="OR"),
                name="plan_closed_after_begun",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnershipaction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("our_owner__isnull", False), models.Q(("their_owner", ""), _negated=True), _connector="OR"
                ),
                name="action_has_an_owner",
                violation_error_message="Name somebody who does it, on our side or on theirs.",
            ),
        ),
        migrations.AddConstraint(
            model_name="preschoolexception",
            constraint=models.CheckConstraint(
                condition=models.Q(("until_on", None), ("until_on__gte", models.F("since_on")), _connector="OR"),
                name="exception_ends_after_it_starts",
                violation_error_message="The last day cannot come before the first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="schedule",
            constraint=models.CheckConstraint(
                condition=models.Q(("service__isnull", False), ("location__isnull", False), _connector="OR"),
                name="hours_of_a_service_or_a_place",
            ),
        ),
        migrations.AddConstraint(
            model_name="serviceatlocation",
            constraint=models.UniqueConstraint(fields=("service", "location"), name="service_once_at_a_place"),
        ),
        migrations.AddConstraint(
            model_name="stagereached",
            constraint=models.UniqueConstraint(
                fields=("partnership", "since_on"),
                name="one_stage_a_day",
                violation_error_message="A stage begins on this day already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="stagereached",
            constraint=models.CheckConstraint(condition=models.Q(("stage__range", (1, 4))), name="stage_in_range"),
        ),
        migrations.AddConstraint(
            model_name="systemparticipation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until_on", None)),
                fields=("program", "system"),
                name="one_answer_a_system",
                violation_error_message="This program has an answer for this system already. End that one first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="systemparticipation",
            constraint=models.CheckConstraint(
                condition=models.Q(("until_on", None), ("until_on__gte", models.F("since_on")), _connector="OR"),
                name="participation_ends_after_it_starts",
                violation_error_message="The last day cannot come before the first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="systemparticipation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", "no"), _negated=True), models.Q(("why", ""), _negated=True), _connector="OR"
                ),
                name="not_practicable_says_why",
                violation_error_message="Say why it is not practicable, and what would change it.",
            ),
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
        migrations.AddConstraint(
            model_name="twopartners",
            constraint=models.UniqueConstraint(fields=("one", "other"), name="two_partners_once"),
        ),
        migrations.AddConstraint(
            model_name="twopartners",
            constraint=models.CheckConstraint(
                condition=models.Q(("one__lt", models.F("other"))), name="older_partner_first"
            ),
        ),
        migrations.AddConstraint(
            model_name="servicecapacity",
            constraint=models.CheckConstraint(
                condition=models.Q(("seen_by__isnull", False), ("available__isnull", False), _connector="OR"),
                name="room_seen_by_somebody_or_published",
            ),
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
                    condition='WHEN (OLD."alternate_name" IS DISTINCT FROM (NEW."alternate_name") OR OLD."closed_on" IS DISTINCT FROM (NEW."closed_on") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."group" IS DISTINCT FROM (NEW."group") OR OLD."hsds_id" IS DISTINCT FROM (NEW."hsds_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."legal_form" IS DISTINCT FROM (NEW."legal_form") OR OLD."logo" IS DISTINCT FROM (NEW."logo") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."point_person" IS DISTINCT FROM (NEW."point_person") OR OLD."tax_id" IS DISTINCT FROM (NEW."tax_id") OR OLD."uri" IS DISTINCT FROM (NEW."uri") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."website" IS DISTINCT FROM (NEW."website") OR OLD."year_incorporated" IS DISTINCT FROM (NEW."year_incorporated"))',
                    func='INSERT INTO "partners_partnerhistory" ("alternate_name", "closed_on", "description", "email", "group", "hsds_id", "id", "legal_form", "logo", "merged_into_id", "name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_person", "tax_id", "uri", "version", "website", "year_incorporated") VALUES (OLD."alternate_name", OLD."closed_on", OLD."description", OLD."email", OLD."group", OLD."hsds_id", OLD."id", OLD."legal_form", OLD."logo", OLD."merged_into_id", OLD."name", OLD."parent_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."point_person", OLD."tax_id", OLD."uri", OLD."version", OLD."website", OLD."year_incorporated"); RETURN NULL;',
                    hash="5d07d00f381a7fa54999f93e78ca6c442de167c9",
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
                    func='INSERT INTO "partners_partnerhistory" ("alternate_name", "closed_on", "description", "email", "group", "hsds_id", "id", "legal_form", "logo", "merged_into_id", "name", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_person", "tax_id", "uri", "version", "website", "year_incorporated") VALUES (OLD."alternate_name", OLD."closed_on", OLD."description", OLD."email", OLD."group", OLD."hsds_id", OLD."id", OLD."legal_form", OLD."logo", OLD."merged_into_id", OLD."name", OLD."parent_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."point_person", OLD."tax_id", OLD."uri", OLD."version", OLD."website", OLD."year_incorporated"); RETURN NULL;',
                    hash="8e4b7e39c8c5b1dc96d7c4a2245e468aa6182c2f",
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
                    condition='WHEN (OLD."accreditations" IS DISTINCT FROM (NEW."accreditations") OR OLD."alert" IS DISTINCT FROM (NEW."alert") OR OLD."alternate_name" IS DISTINCT FROM (NEW."alternate_name") OR OLD."application_process" IS DISTINCT FROM (NEW."application_process") OR OLD."assured_on" IS DISTINCT FROM (NEW."assured_on") OR OLD."assurer_email" IS DISTINCT FROM (NEW."assurer_email") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."description_es" IS DISTINCT FROM (NEW."description_es") OR OLD."eligibility_description" IS DISTINCT FROM (NEW."eligibility_description") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."fees_description" IS DISTINCT FROM (NEW."fees_description") OR OLD."hours" IS DISTINCT FROM (NEW."hours") OR OLD."hsds_id" IS DISTINCT FROM (NEW."hsds_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interpretation_services" IS DISTINCT FROM (NEW."interpretation_services") OR OLD."licenses" IS DISTINCT FROM (NEW."licenses") OR OLD."maximum_age" IS DISTINCT FROM (NEW."maximum_age") OR OLD."minimum_age" IS DISTINCT FROM (NEW."minimum_age") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."program_id" IS DISTINCT FROM (NEW."program_id") OR OLD."source_modified_at" IS DISTINCT FROM (NEW."source_modified_at") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."transport" IS DISTINCT FROM (NEW."transport") OR OLD."url" IS DISTINCT FROM (NEW."url") OR OLD."verified_by_id" IS DISTINCT FROM (NEW."verified_by_id") OR OLD."verified_on" IS DISTINCT FROM (NEW."verified_on") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."wait_seen" IS DISTINCT FROM (NEW."wait_seen") OR OLD."wait_seen_on" IS DISTINCT FROM (NEW."wait_seen_on") OR OLD."wait_time" IS DISTINCT FROM (NEW."wait_time"))',
                    func='INSERT INTO "partners_servicehistory" ("accreditations", "alert", "alternate_name", "application_process", "assured_on", "assurer_email", "description", "description_es", "eligibility_description", "email", "fees_description", "hours", "hsds_id", "id", "interpretation_services", "licenses", "maximum_age", "minimum_age", "name", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id", "source_modified_at", "status", "transport", "url", "verified_by_id", "verified_on", "version", "wait_seen", "wait_seen_on", "wait_time") VALUES (OLD."accreditations", OLD."alert", OLD."alternate_name", OLD."application_process", OLD."assured_on", OLD."assurer_email", OLD."description", OLD."description_es", OLD."eligibility_description", OLD."email", OLD."fees_description", OLD."hours", OLD."hsds_id", OLD."id", OLD."interpretation_services", OLD."licenses", OLD."maximum_age", OLD."minimum_age", OLD."name", OLD."partner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."program_id", OLD."source_modified_at", OLD."status", OLD."transport", OLD."url", OLD."verified_by_id", OLD."verified_on", OLD."version", OLD."wait_seen", OLD."wait_seen_on", OLD."wait_time"); RETURN NULL;',
                    hash="73be55ad8a65efd646c27836d859850f3514351a",
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
                    func='INSERT INTO "partners_servicehistory" ("accreditations", "alert", "alternate_name", "application_process", "assured_on", "assurer_email", "description", "description_es", "eligibility_description", "email", "fees_description", "hours", "hsds_id", "id", "interpretation_services", "licenses", "maximum_age", "minimum_age", "name", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id", "source_modified_at", "status", "transport", "url", "verified_by_id", "verified_on", "version", "wait_seen", "wait_seen_on", "wait_time") VALUES (OLD."accreditations", OLD."alert", OLD."alternate_name", OLD."application_process", OLD."assured_on", OLD."assurer_email", OLD."description", OLD."description_es", OLD."eligibility_description", OLD."email", OLD."fees_description", OLD."hours", OLD."hsds_id", OLD."id", OLD."interpretation_services", OLD."licenses", OLD."maximum_age", OLD."minimum_age", OLD."name", OLD."partner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."program_id", OLD."source_modified_at", OLD."status", OLD."transport", OLD."url", OLD."verified_by_id", OLD."verified_on", OLD."version", OLD."wait_seen", OLD."wait_seen_on", OLD."wait_time"); RETURN NULL;',
                    hash="2a983dc12b97128f8228e0e3cf969acbe16492b6",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_b1e07",
                    table="partners_service",
                    when="AFTER",
                ),
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
        pgtrigger.migrations.AddTrigger(
            model_name="annexreview",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="839893b951375442c6c1be74641d5e24b85da291",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_626b2",
                    table="partners_annexreview",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="annexreview",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="271efc9fc18143fd958d74ca1f4a07253104b761",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_2f4b0",
                    table="partners_annexreview",
                    when="BEFORE",
                ),
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
        pgtrigger.migrations.AddTrigger(
            model_name="mou",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="2cf71f0596b1c045b2045eff7ae6623d28d70a92",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_c867c",
                    table="partners_mou",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mou",
            trigger=pgtrigger.compiler.Trigger(
                name="moves_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{draft:draft,draft:in_review,draft:set_aside,draft:signed,in_review:draft,in_review:in_review,in_review:set_aside,in_review:signed,set_aside:draft,set_aside:set_aside,signed:signed,signed:terminated,terminated:terminated}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="e28cf8253b238d29385915b6fe9ec710e90c16a9",
                    operation="UPDATE",
                    pgid="pgtrigger_moves_only_42e34",
                    table="partners_mou",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mou",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_mouhistory" ("added_by_id", "effective_on", "ends_on", "id", "kind", "notice_days", "owner_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "renews_id", "review_on", "signed_on", "state", "summary", "terminated_on", "title", "version") VALUES (OLD."added_by_id", OLD."effective_on", OLD."ends_on", OLD."id", OLD."kind", OLD."notice_days", OLD."owner_id", OLD."partner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."reason", OLD."renews_id", OLD."review_on", OLD."signed_on", OLD."state", OLD."summary", OLD."terminated_on", OLD."title", OLD."version"); RETURN NULL;',
                    hash="315c5ba45f96fba69f38128eeebac24fb8e512d4",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_00860",
                    table="partners_mou",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mou",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_mouhistory" ("added_by_id", "effective_on", "ends_on", "id", "kind", "notice_days", "owner_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "renews_id", "review_on", "signed_on", "state", "summary", "terminated_on", "title", "version") VALUES (OLD."added_by_id", OLD."effective_on", OLD."ends_on", OLD."id", OLD."kind", OLD."notice_days", OLD."owner_id", OLD."partner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."reason", OLD."renews_id", OLD."review_on", OLD."signed_on", OLD."state", OLD."summary", OLD."terminated_on", OLD."title", OLD."version"); RETURN NULL;',
                    hash="e3711fd20bf5ea30494d0f9d37544811051c79d8",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_ce462",
                    table="partners_mou",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dataannexhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="41615cbb776754f74badc3397057c130d713e5d1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_001f5",
                    table="partners_dataannexhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dataannex",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="3ebe50946b0f11f7bfef5190c8f8436ebdbb3ddc",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_5c4ce",
                    table="partners_dataannex",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dataannex",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_dataannexhistory" ("destruction", "id", "mou_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "receives_on", "records", "safeguards", "version") VALUES (OLD."destruction", OLD."id", OLD."mou_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."purpose", OLD."receives_on", OLD."records", OLD."safeguards", OLD."version"); RETURN NULL;',
                    hash="3c168fe9adbe88dc9888b85833b697bfa47af9c8",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_711cd",
                    table="partners_dataannex",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="dataannex",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_dataannexhistory" ("destruction", "id", "mou_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "receives_on", "records", "safeguards", "version") VALUES (OLD."destruction", OLD."id", OLD."mou_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."purpose", OLD."receives_on", OLD."records", OLD."safeguards", OLD."version"); RETURN NULL;',
                    hash="ec5a998626703b88a31152935bf0e07d905ba23b",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_568d3",
                    table="partners_dataannex",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mouamendment",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_mouamendmenthistory" ("added_by_id", "effective_on", "id", "mou_id", "new_end_on", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_on", "what") VALUES (OLD."added_by_id", OLD."effective_on", OLD."id", OLD."mou_id", OLD."new_end_on", OLD."number", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."signed_on", OLD."what"); RETURN NULL;',
                    hash="e5825453fbf7c408f648e61c584ae6b93093862c",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_5700a",
                    table="partners_mouamendment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mouamendment",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_mouamendmenthistory" ("added_by_id", "effective_on", "id", "mou_id", "new_end_on", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_on", "what") VALUES (OLD."added_by_id", OLD."effective_on", OLD."id", OLD."mou_id", OLD."new_end_on", OLD."number", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."signed_on", OLD."what"); RETURN NULL;',
                    hash="e44296813833163ec1c8e742eba6d145a8da2533",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_9fc3c",
                    table="partners_mouamendment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mouamendmenthistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f38e4b5865ca4f974caaa2f39a39562e2e900458",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f1fd4",
                    table="partners_mouamendmenthistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="moufile",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d756b374b007788cf4e4d92e6f1e2e4105f52e8c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9b8a6",
                    table="partners_moufile",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="moufile",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="09bf45555b751e6831afa9f00c26167f75151e67",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_ba1d2",
                    table="partners_moufile",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mouhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ec4020996d2ec052544a3e97a76b8f461f2832a5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7606a",
                    table="partners_mouhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mouparty",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_moupartyhistory" ("id", "mou_id", "organization", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_on", "signer", "title") VALUES (OLD."id", OLD."mou_id", OLD."organization", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."signed_on", OLD."signer", OLD."title"); RETURN NULL;',
                    hash="30e48dc3f315cc3d42d11f986b3f78a3729bf2f4",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_44dfc",
                    table="partners_mouparty",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mouparty",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_moupartyhistory" ("id", "mou_id", "organization", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "signed_on", "signer", "title") VALUES (OLD."id", OLD."mou_id", OLD."organization", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."signed_on", OLD."signer", OLD."title"); RETURN NULL;',
                    hash="6a813c9006f306e70c400f5d2ca2ed3d45d8d9e1",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_22879",
                    table="partners_mouparty",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="moupartyhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e18810e2c4a15bdab888388fff77237698048970",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_08912",
                    table="partners_moupartyhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mousubmission",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ca6b8357b7c3b803ae65a875cf64b707d3c38227",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_97bce",
                    table="partners_mousubmission",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="mousubmission",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="74e46d4f5b0ea82472686bc4f126aae8aec36055",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_7b681",
                    table="partners_mousubmission",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="moutopic",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="8d81eaa59973acbb4f6da0811174884b0c59338f",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_de3cf",
                    table="partners_moutopic",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="moutopic",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_moutopichistory" ("code", "evidence", "id", "mou_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "version") VALUES (OLD."code", OLD."evidence", OLD."id", OLD."mou_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."text", OLD."version"); RETURN NULL;',
                    hash="bb461e6b2a3d24fdbf183ca4ed16cbf151bc323e",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_c8d90",
                    table="partners_moutopic",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="moutopic",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_moutopichistory" ("code", "evidence", "id", "mou_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "version") VALUES (OLD."code", OLD."evidence", OLD."id", OLD."mou_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."text", OLD."version"); RETURN NULL;',
                    hash="cffeca16c7127b9dd031d255968b2ee6e706052f",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_cd1e4",
                    table="partners_moutopic",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="moutopichistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="130537a47869453ac95d8e2ad3ebf3030f33851c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fa3b8",
                    table="partners_moutopichistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="obligation",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="5bfc2fa2bf133baabe6636ee93c6680a8e751764",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_50186",
                    table="partners_obligation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="obligation",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_obligationhistory" ("due_on", "ended_on", "id", "mou_id", "our_owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "repeats", "side", "their_owner", "version", "what") VALUES (OLD."due_on", OLD."ended_on", OLD."id", OLD."mou_id", OLD."our_owner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."repeats", OLD."side", OLD."their_owner", OLD."version", OLD."what"); RETURN NULL;',
                    hash="24fd22e3f4840c27454da557ddb189427a94bb0d",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_be7aa",
                    table="partners_obligation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="obligation",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_obligationhistory" ("due_on", "ended_on", "id", "mou_id", "our_owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "repeats", "side", "their_owner", "version", "what") VALUES (OLD."due_on", OLD."ended_on", OLD."id", OLD."mou_id", OLD."our_owner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."repeats", OLD."side", OLD."their_owner", OLD."version", OLD."what"); RETURN NULL;',
                    hash="bb8c35233b76e2276f586be366e65690f64ab0cd",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_0b7f9",
                    table="partners_obligation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="obligationhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8357280134c4d41288baa1d3fba49e7ed6c0ad42",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_62119",
                    table="partners_obligationhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="obligationmet",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="fc717aa1ef2b3808be9732e64080f4b516e22f05",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_67447",
                    table="partners_obligationmet",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="obligationmet",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot empty % table', TG_TABLE_NAME;",
                    hash="ba5eaea0ff5c6fce4b9fab90fff1e84263056ad2",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_b4bdf",
                    table="partners_obligationmet",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnership",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="2a3ea9adef92e4bfc257b8fe458a0758279ff81d",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_b25f5",
                    table="partners_partnership",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnership",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_partnershiphistory" ("began_on", "id", "our_person_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_roles", "target", "target_on", "their_email", "their_person", "their_phone", "version") VALUES (OLD."began_on", OLD."id", OLD."our_person_id", OLD."partner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."public_roles", OLD."target", OLD."target_on", OLD."their_email", OLD."their_person", OLD."their_phone", OLD."version"); RETURN NULL;',
                    hash="40888921c7130fadf44b1a61882730a8857b9696",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_6d43b",
                    table="partners_partnership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnership",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_partnershiphistory" ("began_on", "id", "our_person_id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_roles", "target", "target_on", "their_email", "their_person", "their_phone", "version") VALUES (OLD."began_on", OLD."id", OLD."our_person_id", OLD."partner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."public_roles", OLD."target", OLD."target_on", OLD."their_email", OLD."their_person", OLD."their_phone", OLD."version"); RETURN NULL;',
                    hash="4d1c162dcc8236abf7b8da8e3fbfc6c9591173e0",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_69c2f",
                    table="partners_partnership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnermeetinghistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5ebcafd9e9af60ee97a8a1eb2bc852ba120466eb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_7f394",
                    table="partners_partnermeetinghistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnermeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="b3402c90ce5d311032bee5678437210763ac12b5",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_06aeb",
                    table="partners_partnermeeting",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnermeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_partnermeetinghistory" ("added_by_id", "decided", "held_on", "id", "kind", "next_on", "partnership_id", "people", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said", "theirs", "topic", "version") VALUES (OLD."added_by_id", OLD."decided", OLD."held_on", OLD."id", OLD."kind", OLD."next_on", OLD."partnership_id", OLD."people", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."said", OLD."theirs", OLD."topic", OLD."version"); RETURN NULL;',
                    hash="93b72a41e76d511e8255b24ac09bdf31bb1a2215",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_28980",
                    table="partners_partnermeeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnermeeting",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_partnermeetinghistory" ("added_by_id", "decided", "held_on", "id", "kind", "next_on", "partnership_id", "people", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said", "theirs", "topic", "version") VALUES (OLD."added_by_id", OLD."decided", OLD."held_on", OLD."id", OLD."kind", OLD."next_on", OLD."partnership_id", OLD."people", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."said", OLD."theirs", OLD."topic", OLD."version"); RETURN NULL;',
                    hash="399be73f23dd8745957fb6a6c7f67c6f6aedc6f8",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_8f48e",
                    table="partners_partnermeeting",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="onsiteservicehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="937e82b1bf5212ffaea5a7a38d3e72de1def068c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_83660",
                    table="partners_onsiteservicehistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="onsiteservice",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="956f0d22627258a8dc5703f66e43d54db12832f3",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_26c03",
                    table="partners_onsiteservice",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="onsiteservice",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_onsiteservicehistory" ("center_id", "days", "ends_on", "id", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "version", "what") VALUES (OLD."center_id", OLD."days", OLD."ends_on", OLD."id", OLD."partnership_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."starts_on", OLD."version", OLD."what"); RETURN NULL;',
                    hash="888d8065335ab64c7a6f0efe016ff414142bb380",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_9446a",
                    table="partners_onsiteservice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="onsiteservice",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_onsiteservicehistory" ("center_id", "days", "ends_on", "id", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "version", "what") VALUES (OLD."center_id", OLD."days", OLD."ends_on", OLD."id", OLD."partnership_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."starts_on", OLD."version", OLD."what"); RETURN NULL;',
                    hash="b99229744f296ec5ab117c2202e4132f1fe9cd91",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_fdb1f",
                    table="partners_onsiteservice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="committeeseathistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7af86232f5b9572301826867ee0774c463c4a34f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_72766",
                    table="partners_committeeseathistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="committeeseat",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="5cbe965a17afb21e75235b2247fb7caa8b19ca79",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_d7faa",
                    table="partners_committeeseat",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="committeeseat",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_committeeseathistory" ("committee", "ends_on", "id", "name", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "version", "who") VALUES (OLD."committee", OLD."ends_on", OLD."id", OLD."name", OLD."partnership_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."starts_on", OLD."version", OLD."who"); RETURN NULL;',
                    hash="b729a58df56cd8999a37ae3b3855c7bc84480b05",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_29f6d",
                    table="partners_committeeseat",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="committeeseat",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_committeeseathistory" ("committee", "ends_on", "id", "name", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "version", "who") VALUES (OLD."committee", OLD."ends_on", OLD."id", OLD."name", OLD."partnership_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."starts_on", OLD."version", OLD."who"); RETURN NULL;',
                    hash="6d8accc548ae9b207b142e73c49844523c69e1fe",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_1150d",
                    table="partners_committeeseat",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnershiphistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="51d6c1d94c41043d3f44384a772365687af021ae",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_33d91",
                    table="partners_partnershiphistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnershipplan",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="ddf7fe1f1d612e4808574953d8e45b7b48ade890",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_9d9a3",
                    table="partners_partnershipplan",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnershipplan",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_partnershipplanhistory" ("added_by_id", "barriers", "bundled", "chosen", "closed_on", "communication", "considered", "environment", "exchanged", "feedback", "gaps", "id", "impact", "interests", "mission", "mission_on", "monitoring", "parents_who_plan", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "safeguards", "shared_data", "stakeholders", "started_on", "strengths", "template", "training", "version") VALUES (OLD."added_by_id", OLD."barriers", OLD."bundled", OLD."chosen", OLD."closed_on", OLD."communication", OLD."considered", OLD."environment", OLD."exchanged", OLD."feedback", OLD."gaps", OLD."id", OLD."impact", OLD."interests", OLD."mission", OLD."mission_on", OLD."monitoring", OLD."parents_who_plan", OLD."partnership_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."safeguards", OLD."shared_data", OLD."stakeholders", OLD."started_on", OLD."strengths", OLD."template", OLD."training", OLD."version"); RETURN NULL;',
                    hash="b33e9cd5838681f3a48a816f5010b2861cb7a6ed",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_d6a69",
                    table="partners_partnershipplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnershipplan",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_partnershipplanhistory" ("added_by_id", "barriers", "bundled", "chosen", "closed_on", "communication", "considered", "environment", "exchanged", "feedback", "gaps", "id", "impact", "interests", "mission", "mission_on", "monitoring", "parents_who_plan", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "safeguards", "shared_data", "stakeholders", "started_on", "strengths", "template", "training", "version") VALUES (OLD."added_by_id", OLD."barriers", OLD."bundled", OLD."chosen", OLD."closed_on", OLD."communication", OLD."considered", OLD."environment", OLD."exchanged", OLD."feedback", OLD."gaps", OLD."id", OLD."impact", OLD."interests", OLD."mission", OLD."mission_on", OLD."monitoring", OLD."parents_who_plan", OLD."partnership_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."safeguards", OLD."shared_data", OLD."stakeholders", OLD."started_on", OLD."strengths", OLD."template", OLD."training", OLD."version"); RETURN NULL;',
                    hash="e9b51944c3adb73ac1e475a8f8a92b0248037549",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_d0825",
                    table="partners_partnershipplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnershipactionhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="66972239cdb5e20b4a03b55a7f3c8882cc3a8eb3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b37d9",
                    table="partners_partnershipactionhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnershipaction",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="870295559d9ad59517dda39555ff0bddf9c4c019",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_1fc37",
                    table="partners_partnershipaction",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnershipaction",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_partnershipactionhistory" ("done_on", "due_on", "id", "meeting_id", "our_owner_id", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "success", "their_owner", "version", "what") VALUES (OLD."done_on", OLD."due_on", OLD."id", OLD."meeting_id", OLD."our_owner_id", OLD."partnership_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."plan_id", OLD."success", OLD."their_owner", OLD."version", OLD."what"); RETURN NULL;',
                    hash="516baec02dba7ce89ae00c68419c54107b50898e",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_52d4c",
                    table="partners_partnershipaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnershipaction",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_partnershipactionhistory" ("done_on", "due_on", "id", "meeting_id", "our_owner_id", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "success", "their_owner", "version", "what") VALUES (OLD."done_on", OLD."due_on", OLD."id", OLD."meeting_id", OLD."our_owner_id", OLD."partnership_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."plan_id", OLD."success", OLD."their_owner", OLD."version", OLD."what"); RETURN NULL;',
                    hash="fa0df695b9be1257755bc0e5c5e1fa56b88b01c1",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_5aea6",
                    table="partners_partnershipaction",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnershipplanhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8abda765e13700cb103e90a3adcd688d66ba4733",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0da40",
                    table="partners_partnershipplanhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plangoal",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="17c6e0c27ec38903038f801af4ab3e723a36de6f",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_6c0d1",
                    table="partners_plangoal",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plangoal",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_plangoalhistory" ("aim_on", "baseline", "id", "measure", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "result", "version", "what") VALUES (OLD."aim_on", OLD."baseline", OLD."id", OLD."measure", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."plan_id", OLD."result", OLD."version", OLD."what"); RETURN NULL;',
                    hash="e66145ea2173db4a62521410dfa46ba745eecd78",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_04d12",
                    table="partners_plangoal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plangoal",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_plangoalhistory" ("aim_on", "baseline", "id", "measure", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "result", "version", "what") VALUES (OLD."aim_on", OLD."baseline", OLD."id", OLD."measure", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."plan_id", OLD."result", OLD."version", OLD."what"); RETURN NULL;',
                    hash="00dde29d5b3a29dccf5fd69d0cdae1d0e6c69b99",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_13694",
                    table="partners_plangoal",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plangoalhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="fb241441af0ee4ea1ed5d7098b8da8674ec49712",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ced3b",
                    table="partners_plangoalhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="preschoolexception",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="d2c61a9c2bfd5ee0e69a79f6f793a0af39e47b7f",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_9cf4e",
                    table="partners_preschoolexception",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="preschoolexception",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_preschoolexceptionhistory" ("hhs_told_on", "id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id", "since_on", "state_told_on", "told", "until_on", "version", "why") VALUES (OLD."hhs_told_on", OLD."id", OLD."partner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."program_id", OLD."since_on", OLD."state_told_on", OLD."told", OLD."until_on", OLD."version", OLD."why"); RETURN NULL;',
                    hash="8b954fed2e89ed11a3805ea46108f8dee4c009fa",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_e2b4e",
                    table="partners_preschoolexception",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="preschoolexception",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_preschoolexceptionhistory" ("hhs_told_on", "id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id", "since_on", "state_told_on", "told", "until_on", "version", "why") VALUES (OLD."hhs_told_on", OLD."id", OLD."partner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."program_id", OLD."since_on", OLD."state_told_on", OLD."told", OLD."until_on", OLD."version", OLD."why"); RETURN NULL;',
                    hash="f025a06949c5e76b13301f03b5a1833afb86ecce",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_deb28",
                    table="partners_preschoolexception",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="preschoolexceptionhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="79f0c41e9d4cd7d5159cb1e97ab678cf2a84cade",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b8309",
                    table="partners_preschoolexceptionhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stagereached",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_stagereachedhistory" ("id", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "shows_in", "since_on", "stage") VALUES (OLD."id", OLD."partnership_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."said_by_id", OLD."shows_in", OLD."since_on", OLD."stage"); RETURN NULL;',
                    hash="c46b7c71fcd5f587546f4828f691327e4e6c5d0f",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_407ab",
                    table="partners_stagereached",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stagereached",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_stagereachedhistory" ("id", "partnership_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_by_id", "shows_in", "since_on", "stage") VALUES (OLD."id", OLD."partnership_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."said_by_id", OLD."shows_in", OLD."since_on", OLD."stage"); RETURN NULL;',
                    hash="8f71fff4793f9125c16eefab10995c4122f4eb5d",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_ee176",
                    table="partners_stagereached",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stagereachedhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b06a579e56c89fec2edd1634e6ecb96bcbb840d8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c08cc",
                    table="partners_stagereachedhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="systemparticipation",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="70bbe37d1e6c25738c9b4314b87ab7618daf4e84",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_ecd5b",
                    table="partners_systemparticipation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="systemparticipation",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_systemparticipationhistory" ("answer", "id", "level", "name", "next_rating_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id", "since_on", "system", "until_on", "version", "why") VALUES (OLD."answer", OLD."id", OLD."level", OLD."name", OLD."next_rating_on", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."program_id", OLD."since_on", OLD."system", OLD."until_on", OLD."version", OLD."why"); RETURN NULL;',
                    hash="9692615646e9fe4fa8b24d9245bc7c7cfb52c5d1",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_update_ce9e8",
                    table="partners_systemparticipation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="systemparticipation",
            trigger=pgtrigger.compiler.Trigger(
                name="deleted_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_systemparticipationhistory" ("answer", "id", "level", "name", "next_rating_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "program_id", "since_on", "system", "until_on", "version", "why") VALUES (OLD."answer", OLD."id", OLD."level", OLD."name", OLD."next_rating_on", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."program_id", OLD."since_on", OLD."system", OLD."until_on", OLD."version", OLD."why"); RETURN NULL;',
                    hash="abb19207876a18deef93c6b86a6e3a55f3a09e72",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_a3a6b",
                    table="partners_systemparticipation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="systemparticipationhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="db7b08fc93e2efea9ed9a3567d96aa41ef5f21e9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a0891",
                    table="partners_systemparticipationhistory",
                    when="BEFORE",
                ),
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
    ]
