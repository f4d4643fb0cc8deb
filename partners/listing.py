"""Lists of partnerships and agreements, each in a fixed number of statements."""

from django.db.models import Count, DateField, IntegerField, OuterRef, Prefetch, Q, Subquery
from django.utils import timezone

from partners.models import Mou, PartnerMeeting, StageReached


def for_list(partnerships):
    """With stage now, next meeting, open actions, and each agreement's standing."""
    today = timezone.localdate()
    stages = StageReached.objects.filter(partnership=OuterRef("pk"), since_on__lte=today).order_by("-since_on")
    ahead = PartnerMeeting.objects.filter(partnership=OuterRef("pk"), next_on__gte=today).order_by("next_on")
    mous = Mou.objects.with_standing().order_by("kind", "-effective_on")
    return partnerships.select_related("partner", "our_person").annotate(
        stage_now=Subquery(stages.values("stage")[:1], output_field=IntegerField()),
        meets_on=Subquery(ahead.values("next_on")[:1], output_field=DateField()),
        open_actions=Count("actions", filter=Q(actions__done_on=None)),
    ).prefetch_related(Prefetch("partner__mous", mous, to_attr="agreements"))  # fmt: skip
