"""Who each adult is to each child, and which person answers for a father figure."""

from django.db import transaction

from agency import audit
from families.models import FamilyMember, Relation


@transaction.atomic
def keep_ties(*, forms, by):
    """Keep some squares of the matrix of adults and children."""
    for form in forms:
        keep_tie(form=form, by=by)


@transaction.atomic
def keep_tie(*, form, by):
    """Keep what one adult is to one child. An adult who is a father figure to any child is one in our counts."""
    relation = form.save()
    _count_as_father(relation.adult_id)
    audit.record("relation_kept", about=relation, by=by, custody=str(relation.custody))
    return relation


def _count_as_father(adult):
    is_one = Relation.objects.filter(adult=adult, is_father_figure=True).exists()
    FamilyMember.objects.filter(pk=adult).exclude(is_father_figure=is_one).update(is_father_figure=is_one)
