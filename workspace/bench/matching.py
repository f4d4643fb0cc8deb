"""A need matched against five thousand services of its own kind: every one of them is weighed."""

from django.urls import reverse

from families.models import Household, Need
from partners.models import Service
from workspace.bench.finding import HERE, many_services
from workspace.bench.measure import PAGE, measured

SERVICES = 5_000


def rows(browser, family, runs, size_of):
    """The whole page, for a family at home among them; taken away again."""
    need = Need.objects.filter(family=family, category__is_restricted=False).order_by("closed_on", "pk").first()
    url = reverse("referrals:add", args=[need.pk])
    with many_services(SERVICES):
        kinds = Service.categories.through
        has = set(need.category.services.values_list("pk", flat=True))
        keys = Service.objects.values_list("pk", flat=True)
        kinds.objects.bulk_create(
            [kinds(service_id=pk, servicecategory_id=need.category_id) for pk in keys if pk not in has], 1_000
        )
        Household.objects.filter(family=family).update(postal_code=HERE, is_hidden=False)
        yield measured("Matching over 5,000 services", PAGE, lambda: browser.get(url), runs=runs, size_of=size_of)
        yield measured("Matching, the nearest only", PAGE, lambda: browser.get(f"{url}?only=near"), runs=runs)
