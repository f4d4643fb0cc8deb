"""A need matched in a directory of five thousand services: every one of its kind is weighed."""

from django.urls import reverse

from families.models import Household, Need
from partners.models import Service
from workspace.bench.finding import HERE, many_services
from workspace.bench.measure import PAGE, Budget, measured

SERVICES = 5_000
SHARE = 10  # one in so many is of the need's kind: more than the largest kind of any directory we have read
ALL_OF_ONE_KIND = Budget(p95_ms=500, statements=25, kb=200)  # no directory is like that


def rows(browser, family, runs, size_of):
    """The whole page, for a family at home among them; taken away again."""
    need = Need.objects.filter(family=family, category__is_restricted=False).order_by("closed_on", "pk").first()
    url = reverse("referrals:add", args=[need.pk])
    with many_services(SERVICES):
        Household.objects.filter(family=family).update(postal_code=HERE, is_hidden=False)
        for name, each, budget in (("", SHARE, PAGE), (", all one kind", 1, ALL_OF_ONE_KIND)):
            _of_its_kind(need, each)
            yield measured(f"Matching over 5,000{name}", budget, lambda: browser.get(url), runs=runs, size_of=size_of)


def _of_its_kind(need, each):
    """Each so-many-th service of the directory is for this kind of need."""
    through = Service.categories.through
    has = set(need.category.services.values_list("pk", flat=True))
    keys = Service.objects.order_by("pk").values_list("pk", flat=True)[::each]
    links = [through(service_id=pk, servicecategory_id=need.category_id) for pk in keys if pk not in has]
    through.objects.bulk_create(links, 1_000)
