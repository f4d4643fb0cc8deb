"""The smallest valid rows of the agency's own room."""

from datetime import timedelta
from functools import cache

import factory
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from agency.models import (
    Agency,
    Center,
    Closure,
    Deadline,
    Program,
    ProgramYear,
    RoleGrant,
    ServiceCategory,
    User,
    WorkRun,
)


@cache
def hashed():
    """One slow hash for all accounts of the suite."""
    return make_password("a quilt of many pieces")


class AgencyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Agency
        django_get_or_create = ["id"]

    id = 1
    name = "Harvest Valley Family Programs"


class ProgramFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Program

    code = factory.Sequence(lambda n: f"hs-{n}")
    name = factory.Sequence(lambda n: f"Head Start {n}")
    kind = Program.Kind.HEAD_START


class CenterFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Center

    program = factory.SubFactory(ProgramFactory)
    name = factory.Sequence(lambda n: f"Juniper Street {n}")


class ProgramYearFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ProgramYear

    program = factory.SubFactory(ProgramFactory)
    starts_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=100))
    ends_on = factory.LazyAttribute(lambda year: year.starts_on + timedelta(days=290))


class UserFactory(factory.django.DjangoModelFactory):
    """With `role`, and `center` or `program`, the person holds that role there since long ago."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"staff{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    first_name = "Monica"
    last_name = factory.Sequence(lambda n: f"Reyes{n}")
    password = factory.LazyFunction(hashed)

    class Params:
        role = None
        center = None
        program = None

    grant = factory.Maybe(
        "role",
        factory.RelatedFactory(
            "tests.agency.factories.RoleGrantFactory",
            "user",
            role=factory.SelfAttribute("..role"),
            center=factory.SelfAttribute("..center"),
            program=factory.SelfAttribute("..program"),
        ),
        None,
    )


class RoleGrantFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = RoleGrant

    user = factory.SubFactory("tests.agency.factories.UserFactory")
    role = "worker"
    starts_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=400))


class CategoryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ServiceCategory

    code = factory.Sequence(lambda n: f"help-{n}")
    name = factory.Sequence(lambda n: {"en": f"Help {n}", "es": f"Ayuda {n}"})
    group = ServiceCategory.Group.OTHER


class DeadlineFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Deadline

    code = factory.Sequence(lambda n: f"clock-{n}")
    name = factory.Sequence(lambda n: {"en": f"Clock {n}"})
    explains = factory.LazyFunction(lambda: {"en": "As early as possible."})
    starts_from = "entry"
    length = 45
    effective_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=100))


class ClosureFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Closure

    program = factory.SubFactory(ProgramFactory)
    starts_on = factory.LazyFunction(timezone.localdate)
    ends_on = factory.SelfAttribute("starts_on")
    reason = "Harvest day"


class WorkRunFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = WorkRun

    name = "monthly-report"
