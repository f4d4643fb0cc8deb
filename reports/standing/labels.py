"""What the rows of standing reports are called: from their codes, one statement for all of a table."""

from agency.models import Center, Program, ServiceCategory, User
from agency.words import Words
from partners.models import Partner


def of_choices(choices):
    """The labels of a model's choices."""
    known = {str(code): label for code, label in choices}
    return lambda codes: known


def centers(codes):
    return {str(one.pk): str(one) for one in Center.objects.filter(pk__in=codes)}


def programs(codes):
    return {str(one.pk): str(one) for one in Program.objects.filter(pk__in=codes)}


def workers(codes):
    return {str(one.pk): str(one) for one in User.objects.filter(pk__in=codes)}


def partners(codes):
    return {str(one.pk): str(one) for one in Partner.objects.filter(pk__in=codes)}


def categories(codes):
    return {one.code: str(Words(one.name)) for one in ServiceCategory.objects.filter(code__in=codes)}


def as_written(codes):
    """Rows whose code is their name: a ZIP code."""
    return {code: code for code in codes}
