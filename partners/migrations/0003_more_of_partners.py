from django.conf import settings
from django.db import migrations, models

from agency.at_once import AtOnce


class Migration(AtOnce):
    dependencies = [
        ("partners", "0002_directory_and_mous"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="servicecapacity",
            name="room_seen_by_somebody_or_published",
        ),
        migrations.AddField(
            model_name="servicecapacity",
            name="is_partners_word",
            field=models.BooleanField(db_default=False, default=False, editable=False),
        ),
        migrations.AddConstraint(
            model_name="servicecapacity",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("seen_by__isnull", False),
                    ("available__isnull", False),
                    ("is_partners_word", True),
                    _connector="OR",
                ),
                name="room_seen_by_somebody_or_published",
            ),
        ),
    ]
