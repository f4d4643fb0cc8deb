"""Family Partnership: the project. The rooms are the apps beside it."""

from familypartnership.celery import app as celery_app

__all__ = ["celery_app"]
