"""From an empty database to an agency somebody can sign in to, once."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agency import audit, content
from agency.access import Role
from agency.models import Agency, Center, Program, ProgramYear, RoleGrant, User

hooks = []  # what other rooms load into a new agency; each registers itself when its app is ready


class AlreadySetUp(Exception):
    """There is an agency, so nobody may make it again."""


def set_up(*, agency, program, year, center, administrator, password, is_manager):
    """Make the agency and its first people in one transaction. Each argument holds one record's values.

    Two people at the same moment: the second waits for row 1 of the agency and is told that it is there already.
    """
    try:
        with transaction.atomic():
            Agency.objects.create(**agency)
            return _furnish(program, year, center, administrator, password, is_manager)
    except IntegrityError:
        if Agency.objects.exists():
            raise AlreadySetUp(_("This agency is set up already. Sign in.")) from None
        raise


def _furnish(program, year, center, administrator, password, is_manager):
    program = Program.objects.create(**program)
    year = ProgramYear.objects.create(program=program, **year)
    Center.objects.create(program=program, **center)
    user = User.objects.create_user(**administrator, password=password)
    for role in [Role.ADMINISTRATOR, Role.MANAGER][: 2 if is_manager else 1]:
        RoleGrant.objects.create(user=user, role=role)
    furnish(effective_on=min(year.starts_on, timezone.localdate()))
    audit.record("agency_set_up", by=user, program=program.code)
    return user


def furnish(*, effective_on):
    """Everything a new agency starts with: kinds of help, clocks, and what the other rooms bring."""
    content.load_catalogue()
    content.load_clocks(effective_on)
    for load in hooks:
        load()
