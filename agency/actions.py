"""What administrators and managers do with accounts and settings."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from agency import audit
from agency.access import GRANTS, Permission
from agency.models import Agency, RoleGrant, User
from agency.tasks import email_invitation

ADMINISTRATORS = [role for role, permissions in GRANTS.items() if Permission.ACCOUNT_EDIT in permissions]


class LockedOut(Exception):
    """Nobody, or not the person who asked, could change accounts after this."""


class InUse(Exception):
    """Something still stands on this record, so it stays."""


def _one_at_a_time():
    """Two administrators who take each other's role at the same moment must not both succeed."""
    Agency.objects.select_for_update().first()


def _refuse_to_lock_out(by):
    """After a change to accounts: `by` can still change them, and so somebody can."""
    if not RoleGrant.objects.in_force().filter(user=by, user__is_active=True, role__in=ADMINISTRATORS).exists():
        raise LockedOut(
            _("You would shut yourself out of the staff accounts. Ask another administrator to take this from you.")
        )


@transaction.atomic
def invite(*, user, by):
    """Send a new member of staff the link with which they choose their password."""
    audit.record("account_invited", about=user, by=by)
    email_invitation.delay_on_commit(user.pk)


@transaction.atomic
def open_account(*, form, roles, by):
    """A new account with its roles; the person chooses the password, nobody else ever knows it."""
    user = form.save(commit=False)
    user.set_unusable_password()
    user.save()
    roles.instance = user
    roles.save()
    audit.record("account_opened", about=user, by=by, roles=_roles_of(user))
    invite(user=user, by=by)
    return user


@transaction.atomic
def change_account(*, form, roles, by):
    """Who somebody is, and which roles they hold."""
    _one_at_a_time()
    user = form.save()
    roles.save()
    _refuse_to_lock_out(by)
    # allauth keeps addresses of its own: an old one must open nothing, and get no link, any more.
    EmailAddress.objects.filter(user=user).exclude(email__iexact=user.email).delete()
    audit.record("account_changed", about=user, by=by, fields=form.changed_data, roles=_roles_of(user))
    return user


@transaction.atomic
def keep(*, form, event, by):
    """Save one record from its form, with the entry that says who changed which fields."""
    record = form.save()
    audit.record(event, about=record, by=by, fields=form.changed_data)
    return record


def _roles_of(user):
    return [
        {"role": grant.role, "program": grant.program_id, "center": grant.center_id, "until": str(grant.ends_on or "")}
        for grant in user.role_grants.in_force().order_by("pk")
    ]


@transaction.atomic
def deactivate(*, user, by):
    """Nobody signs in with this account any more; an open session ends with its next page."""
    _one_at_a_time()
    User.objects.filter(pk=user.pk).update(is_active=False)
    _refuse_to_lock_out(by)
    audit.record("account_closed", about=user, by=by)


@transaction.atomic
def activate(*, user, by):
    User.objects.filter(pk=user.pk).update(is_active=True)
    audit.record("account_reopened", about=user, by=by)


@transaction.atomic
def reset_second_step(*, user, by):
    """The phone is gone: the password alone opens the account until its owner sets up a new second step."""
    removed, _kinds = Authenticator.objects.filter(user=user).delete()
    audit.record("second_step_reset", about=user, by=by, removed=removed)


def delete_unused(*, record, by):
    """Delete what nobody has used; anything else stays and can be closed or retired."""
    about = {"kind": record._meta.label_lower, "id": record.pk}
    try:
        with transaction.atomic():
            record.delete()
            audit.record("setting_deleted", by=by, **about)
    except ProtectedError:
        raise InUse(
            _("“%(name)s” is in use, so it stays. Close or retire it instead: then nobody can choose it any more.")
            % {"name": record}
        ) from None
