import django.contrib.postgres.indexes
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
        ("agency", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Location",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("name", models.CharField(blank=True, max_length=300, verbose_name="name")),
                ("address_1", models.CharField(blank=True, max_length=300, verbose_name="street")),
                ("city", models.CharField(blank=True, max_length=100, verbose_name="city")),
                ("state_province", models.CharField(blank=True, max_length=2, verbose_name="state")),
                ("postal_code", models.CharField(blank=True, max_length=10, verbose_name="ZIP code")),
                ("transportation", models.CharField(blank=True, max_length=300, verbose_name="how to get there")),
                (
                    "is_confidential",
                    models.BooleanField(
                        default=False,
                        help_text="A shelter, for example. Never printed, mapped or exported.",
                        verbose_name="confidential place",
                    ),
                ),
            ],
            options={
                "verbose_name": "place",
                "verbose_name_plural": "places",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="PartnerHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("name", models.CharField(max_length=300, verbose_name="name")),
                ("alternate_name", models.CharField(blank=True, max_length=300, verbose_name="also called")),
                ("description", models.TextField(blank=True, verbose_name="what they do")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("website", models.URLField(blank=True, verbose_name="website")),
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
                        default="viii",
                        max_length=4,
                        verbose_name="group of partners",
                    ),
                ),
                (
                    "point_person",
                    models.CharField(
                        blank=True,
                        help_text="For staff only. Never printed for families.",
                        max_length=200,
                        verbose_name="our contact there",
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed since")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Phone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=60, verbose_name="number")),
                ("extension", models.CharField(blank=True, max_length=20, verbose_name="extension")),
                ("description", models.CharField(blank=True, max_length=100, verbose_name="what it is for")),
                ("is_staff_only", models.BooleanField(default=False, verbose_name="for staff only")),
            ],
            options={
                "verbose_name": "phone",
                "verbose_name_plural": "phones",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="PhoneHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.CharField(max_length=60, verbose_name="number")),
                ("extension", models.CharField(blank=True, max_length=20, verbose_name="extension")),
                ("description", models.CharField(blank=True, max_length=100, verbose_name="what it is for")),
                ("is_staff_only", models.BooleanField(default=False, verbose_name="for staff only")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RequiredDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("document", models.CharField(max_length=200, verbose_name="paper to bring")),
            ],
            options={
                "verbose_name": "paper to bring",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Service",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("name", models.CharField(max_length=300, verbose_name="name")),
                ("description", models.TextField(blank=True, verbose_name="what a family gets")),
                ("description_es", models.TextField(blank=True, verbose_name="what a family gets, in Spanish")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("active", "running"),
                            ("inactive", "not running now"),
                            ("defunct", "no longer exists"),
                            ("temporarily closed", "closed for a while"),
                        ],
                        default="active",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                ("application_process", models.TextField(blank=True, verbose_name="how to ask for it")),
                ("fees_description", models.CharField(blank=True, max_length=300, verbose_name="what it costs")),
                ("eligibility_description", models.TextField(blank=True, verbose_name="who can get it")),
                ("minimum_age", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="from age")),
                ("maximum_age", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="to age")),
                ("hours", models.CharField(blank=True, max_length=300, verbose_name="hours")),
                ("interpretation_services", models.CharField(blank=True, max_length=200, verbose_name="interpreters")),
                (
                    "wait_seen",
                    models.CharField(blank=True, max_length=200, verbose_name="wait, as colleagues last saw it"),
                ),
                ("wait_seen_on", models.DateField(blank=True, editable=False, null=True)),
                ("verified_on", models.DateField(blank=True, editable=False, null=True, verbose_name="checked on")),
                (
                    "search_text",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agency.database.Plain(
                            models.Func(
                                models.F("name"),
                                models.F("description"),
                                models.F("description_es"),
                                function="fp_joined",
                            )
                        ),
                        output_field=models.TextField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "service",
                "verbose_name_plural": "services",
                "ordering": ["partner__name", "name"],
            },
        ),
        migrations.CreateModel(
            name="ServiceHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("name", models.CharField(max_length=300, verbose_name="name")),
                ("description", models.TextField(blank=True, verbose_name="what a family gets")),
                ("description_es", models.TextField(blank=True, verbose_name="what a family gets, in Spanish")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("active", "running"),
                            ("inactive", "not running now"),
                            ("defunct", "no longer exists"),
                            ("temporarily closed", "closed for a while"),
                        ],
                        default="active",
                        max_length=20,
                        verbose_name="state",
                    ),
                ),
                ("application_process", models.TextField(blank=True, verbose_name="how to ask for it")),
                ("fees_description", models.CharField(blank=True, max_length=300, verbose_name="what it costs")),
                ("eligibility_description", models.TextField(blank=True, verbose_name="who can get it")),
                ("minimum_age", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="from age")),
                ("maximum_age", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="to age")),
                ("hours", models.CharField(blank=True, max_length=300, verbose_name="hours")),
                ("interpretation_services", models.CharField(blank=True, max_length=200, verbose_name="interpreters")),
                (
                    "wait_seen",
                    models.CharField(blank=True, max_length=200, verbose_name="wait, as colleagues last saw it"),
                ),
                ("wait_seen_on", models.DateField(blank=True, editable=False, null=True)),
                ("verified_on", models.DateField(blank=True, editable=False, null=True, verbose_name="checked on")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ServiceLanguage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=5, verbose_name="language")),
            ],
            options={
                "verbose_name": "language of a service",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Verification",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "verdict",
                    models.CharField(
                        choices=[("right", "still right"), ("wrong", "something is wrong")], max_length=10
                    ),
                ),
                ("what", models.CharField(blank=True, max_length=300, verbose_name="what is wrong")),
                ("said_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("settled_on", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "check of an entry",
                "ordering": ["-said_at"],
            },
        ),
        migrations.CreateModel(
            name="Partner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("name", models.CharField(max_length=300, verbose_name="name")),
                ("alternate_name", models.CharField(blank=True, max_length=300, verbose_name="also called")),
                ("description", models.TextField(blank=True, verbose_name="what they do")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("website", models.URLField(blank=True, verbose_name="website")),
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
                        default="viii",
                        max_length=4,
                        verbose_name="group of partners",
                    ),
                ),
                (
                    "point_person",
                    models.CharField(
                        blank=True,
                        help_text="For staff only. Never printed for families.",
                        max_length=200,
                        verbose_name="our contact there",
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed since")),
                (
                    "search_name",
                    models.GeneratedField(
                        db_persist=True,
                        expression=agency.database.Plain(models.F("name")),
                        output_field=models.TextField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "partner",
                "verbose_name_plural": "partners",
                "ordering": ["name"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["search_name"], name="partner_by_name", opclasses=["gin_trgm_ops"]
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LocationHistory",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("name", models.CharField(blank=True, max_length=300, verbose_name="name")),
                ("address_1", models.CharField(blank=True, max_length=300, verbose_name="street")),
                ("city", models.CharField(blank=True, max_length=100, verbose_name="city")),
                ("state_province", models.CharField(blank=True, max_length=2, verbose_name="state")),
                ("postal_code", models.CharField(blank=True, max_length=10, verbose_name="ZIP code")),
                ("transportation", models.CharField(blank=True, max_length=300, verbose_name="how to get there")),
                (
                    "is_confidential",
                    models.BooleanField(
                        default=False,
                        help_text="A shelter, for example. Never printed, mapped or exported.",
                        verbose_name="confidential place",
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
                        to="partners.location",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partner",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="location",
            name="partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="locations", to="partners.partner"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partner",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="a781097b9ac2db608bb2078d32e37e9556c4fca1",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_cdd60",
                    table="partners_partner",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partner",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."alternate_name" IS DISTINCT FROM (NEW."alternate_name") OR OLD."closed_on" IS DISTINCT FROM (NEW."closed_on") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."group" IS DISTINCT FROM (NEW."group") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."point_person" IS DISTINCT FROM (NEW."point_person") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."website" IS DISTINCT FROM (NEW."website"))',
                    func='INSERT INTO "partners_partnerhistory" ("alternate_name", "closed_on", "description", "email", "group", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_person", "version", "website") VALUES (OLD."alternate_name", OLD."closed_on", OLD."description", OLD."email", OLD."group", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."point_person", OLD."version", OLD."website"); RETURN NULL;',
                    hash="945e8d9f54433e4eb8c96f14184dff3c4b217ae3",
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
                    func='INSERT INTO "partners_partnerhistory" ("alternate_name", "closed_on", "description", "email", "group", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_person", "version", "website") VALUES (OLD."alternate_name", OLD."closed_on", OLD."description", OLD."email", OLD."group", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."point_person", OLD."version", OLD."website"); RETURN NULL;',
                    hash="ccbcbbf7bd428b24ef18810f09a7efe0ace0d3bb",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_8a195",
                    table="partners_partner",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="partnerhistory",
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
            model_name="partnerhistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.partner",
            ),
        ),
        migrations.AddField(
            model_name="phone",
            name="partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="phones", to="partners.partner"
            ),
        ),
        migrations.AddField(
            model_name="phonehistory",
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
            model_name="phonehistory",
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
            model_name="phonehistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.phone",
            ),
        ),
        migrations.AddField(
            model_name="service",
            name="categories",
            field=models.ManyToManyField(
                related_name="services", to="agency.servicecategory", verbose_name="kinds of help"
            ),
        ),
        migrations.AddField(
            model_name="service",
            name="locations",
            field=models.ManyToManyField(
                blank=True, related_name="services", to="partners.location", verbose_name="where"
            ),
        ),
        migrations.AddField(
            model_name="service",
            name="partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="services", to="partners.partner"
            ),
        ),
        migrations.AddField(
            model_name="service",
            name="verified_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="requireddocument",
            name="service",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="documents", to="partners.service"
            ),
        ),
        migrations.AddField(
            model_name="phonehistory",
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
            model_name="phone",
            name="service",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="phones",
                to="partners.service",
            ),
        ),
        migrations.AddField(
            model_name="servicehistory",
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
            model_name="servicehistory",
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
            model_name="servicehistory",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="partners.service",
            ),
        ),
        migrations.AddField(
            model_name="servicehistory",
            name="verified_by",
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
            model_name="servicelanguage",
            name="service",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="languages", to="partners.service"
            ),
        ),
        migrations.AddField(
            model_name="verification",
            name="said_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="verification",
            name="service",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="verifications", to="partners.service"
            ),
        ),
        migrations.AddField(
            model_name="verification",
            name="settled_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="locationhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f15578587008007f58c274009d8021dc728c179e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_35f2b",
                    table="partners_locationhistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="location",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="05bb22d0fe682b4eb78a212286db3f11b317d857",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_5c469",
                    table="partners_location",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="location",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_locationhistory" ("address_1", "city", "id", "is_confidential", "name", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postal_code", "state_province", "transportation", "version") VALUES (OLD."address_1", OLD."city", OLD."id", OLD."is_confidential", OLD."name", OLD."partner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."postal_code", OLD."state_province", OLD."transportation", OLD."version"); RETURN NULL;',
                    hash="6e585d6ff02922e15f6ef6d5079a10ddf42bde50",
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
                    func='INSERT INTO "partners_locationhistory" ("address_1", "city", "id", "is_confidential", "name", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postal_code", "state_province", "transportation", "version") VALUES (OLD."address_1", OLD."city", OLD."id", OLD."is_confidential", OLD."name", OLD."partner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."postal_code", OLD."state_province", OLD."transportation", OLD."version"); RETURN NULL;',
                    hash="b824ec8211ea8129996522c773e0642b0bd1cc5e",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_1761a",
                    table="partners_location",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnerhistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b140b92c6f892d69ce7cab66d0d34775f3171600",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_229ff",
                    table="partners_partnerhistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="service",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["search_text"], name="service_by_text", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("minimum_age", None),
                    ("maximum_age", None),
                    ("maximum_age__gte", models.F("minimum_age")),
                    _connector="OR",
                ),
                name="ages_in_order",
                violation_error_message="The highest age is below the lowest.",
            ),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("verified_by", None), ("verified_on", None)),
                    models.Q(("verified_by__isnull", False), ("verified_on__isnull", False)),
                    _connector="OR",
                ),
                name="checked_by_somebody",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="service",
            trigger=pgtrigger.compiler.Trigger(
                name="counts_versions",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.version = OLD.version + 1; RETURN NEW;",
                    hash="f7764ad02e2f2c4297b796fdc046a26a936f1bd8",
                    operation="UPDATE",
                    pgid="pgtrigger_counts_versions_27672",
                    table="partners_service",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="service",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."application_process" IS DISTINCT FROM (NEW."application_process") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."description_es" IS DISTINCT FROM (NEW."description_es") OR OLD."eligibility_description" IS DISTINCT FROM (NEW."eligibility_description") OR OLD."fees_description" IS DISTINCT FROM (NEW."fees_description") OR OLD."hours" IS DISTINCT FROM (NEW."hours") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interpretation_services" IS DISTINCT FROM (NEW."interpretation_services") OR OLD."maximum_age" IS DISTINCT FROM (NEW."maximum_age") OR OLD."minimum_age" IS DISTINCT FROM (NEW."minimum_age") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."verified_by_id" IS DISTINCT FROM (NEW."verified_by_id") OR OLD."verified_on" IS DISTINCT FROM (NEW."verified_on") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."wait_seen" IS DISTINCT FROM (NEW."wait_seen") OR OLD."wait_seen_on" IS DISTINCT FROM (NEW."wait_seen_on"))',
                    func='INSERT INTO "partners_servicehistory" ("application_process", "description", "description_es", "eligibility_description", "fees_description", "hours", "id", "interpretation_services", "maximum_age", "minimum_age", "name", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "verified_by_id", "verified_on", "version", "wait_seen", "wait_seen_on") VALUES (OLD."application_process", OLD."description", OLD."description_es", OLD."eligibility_description", OLD."fees_description", OLD."hours", OLD."id", OLD."interpretation_services", OLD."maximum_age", OLD."minimum_age", OLD."name", OLD."partner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."status", OLD."verified_by_id", OLD."verified_on", OLD."version", OLD."wait_seen", OLD."wait_seen_on"); RETURN NULL;',
                    hash="f9b31537ba6739750f152d92f9b96cc660dbc923",
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
                    func='INSERT INTO "partners_servicehistory" ("application_process", "description", "description_es", "eligibility_description", "fees_description", "hours", "id", "interpretation_services", "maximum_age", "minimum_age", "name", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "verified_by_id", "verified_on", "version", "wait_seen", "wait_seen_on") VALUES (OLD."application_process", OLD."description", OLD."description_es", OLD."eligibility_description", OLD."fees_description", OLD."hours", OLD."id", OLD."interpretation_services", OLD."maximum_age", OLD."minimum_age", OLD."name", OLD."partner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."status", OLD."verified_by_id", OLD."verified_on", OLD."version", OLD."wait_seen", OLD."wait_seen_on"); RETURN NULL;',
                    hash="6cd0466047a88ff5a20c65967ba9b4525cbdb6eb",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_b1e07",
                    table="partners_service",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="phonehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="af04370d48398840c85eba27e218e68e28ad22d5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_239c3",
                    table="partners_phonehistory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="phone",
            trigger=pgtrigger.compiler.Trigger(
                name="changed_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_phonehistory" ("description", "extension", "id", "is_staff_only", "number", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id") VALUES (OLD."description", OLD."extension", OLD."id", OLD."is_staff_only", OLD."number", OLD."partner_id", _pgh_attach_context(), NOW(), \'changed\', OLD."id", OLD."service_id"); RETURN NULL;',
                    hash="9ef59bce00c63abcd084eb6f032e47d096046d21",
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
                    func='INSERT INTO "partners_phonehistory" ("description", "extension", "id", "is_staff_only", "number", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "service_id") VALUES (OLD."description", OLD."extension", OLD."id", OLD."is_staff_only", OLD."number", OLD."partner_id", _pgh_attach_context(), NOW(), \'deleted\', OLD."id", OLD."service_id"); RETURN NULL;',
                    hash="e94058ac9157ba9744f1ac9e8f010e4ca0533e26",
                    operation="DELETE",
                    pgid="pgtrigger_deleted_delete_7b0db",
                    table="partners_phone",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="servicehistory",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3a15a111627e8b6b17a97eb30a68a2dd1e8d9592",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_dacf4",
                    table="partners_servicehistory",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="servicelanguage",
            constraint=models.UniqueConstraint(fields=("service", "code"), name="language_once_a_service"),
        ),
        migrations.AddConstraint(
            model_name="verification",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("verdict", "wrong"), _negated=True),
                    models.Q(("what", ""), _negated=True),
                    _connector="OR",
                ),
                name="wrong_says_what",
            ),
        ),
    ]
