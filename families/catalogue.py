"""Kinds of help, as a list one can choose from."""

from itertools import groupby

from django.db.models import Q

from agency.models import ServiceCategory


def in_use(also=None):
    """The categories offered today, and `also`, the primary key of one that a record has already."""
    return ServiceCategory.objects.filter(Q(retired_on=None) | Q(pk=also)).order_by("group", "position", "code")


def choices(categories, empty):
    """Options for a select, under the heading of their group."""
    groups = groupby(categories, key=lambda category: category.get_group_display())
    return [("", empty), *((group, [(one.pk, str(one)) for one in members]) for group, members in groups)]
