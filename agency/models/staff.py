"""User and RoleGrant: who works here, as what, and where."""

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from agency.access import EVERYTHING, GRANTS, Role, reach_of
from agency.history import tracked
from agency.models.organisation import Center, Program
from agency.prepared import ask


class UserQuerySet(models.QuerySet):
    def working(self):
        return self.filter(is_active=True)

    def closed(self):
        return self.filter(is_active=False)

    def without_password(self):
        """Invited, and has not chosen a password yet."""
        return self.working().filter(password__startswith=UNUSABLE_PASSWORD_PREFIX)


class StaffManager(UserManager.from_queryset(UserQuerySet)):
    """Makes accounts; has a name of its own because migrations look managers up by name."""

    use_in_migrations = False


class User(AbstractUser):
    """A member of staff, or a reviewer let in for a while. Families and partners have no account."""

    class Theme(models.TextChoices):
        DEVICE = "", _("as my device")
        LIGHT = "light", _("light")
        DARK = "dark", _("dark")

    class Language(models.TextChoices):
        ENGLISH = "en", _("English")
        SPANISH = "es", _("Spanish")

    email = models.EmailField(_("e-mail"))
    language = models.CharField(_("language of my screens"), max_length=5, choices=Language, default=Language.ENGLISH)
    theme = models.CharField(_("colors"), max_length=5, choices=Theme, blank=True, default=Theme.DEVICE)
    phone = models.CharField(_("work phone"), max_length=40, blank=True)
    title = models.CharField(_("title"), max_length=100, blank=True, help_text=_("As it stands under a letter."))
    works_in = models.CharField(_("languages I work in"), max_length=100, blank=True)

    objects = StaffManager()
    families_known = None  # kept by agency.access while one page is read

    class Meta:
        verbose_name = _("member of staff")
        verbose_name_plural = _("staff")
        ordering = ["last_name", "first_name"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="email_once",
                violation_error_message=_("Another account has this e-mail address already."),
            ),
        ]

    def __str__(self):
        return self.get_full_name() or self.username

    def get_absolute_url(self):
        return reverse("agency:account", args=[self.pk])

    @cached_property
    def grants(self):
        """The roles this person holds today, each with its scope. One query a request."""
        if not self.is_active or self.pk is None:
            return []
        found = ask(_grants_in_force, person=self.pk, on=timezone.localdate())
        for grant in found:
            grant.user = self
        return found

    def reach(self):
        """Which families each role of this person opens (agency.access): what kinds of statements they ask."""
        return reach_of(self)

    @classmethod
    def with_reach(cls, pk, reach):
        """Nobody, with the roles of a reach: what is written for them is asked by everybody alike (agency.prepared)."""
        person = cls(pk=pk)
        person.grants, person.families_known = [], {}
        for number, (role, keys) in enumerate(reach.items()):
            somewhere = None if keys == EVERYTHING else 0
            person.grants.append(RoleGrant(pk=number, user=person, role=role, center_id=somewhere))
            person.families_known[(number,)] = keys
        return person

    def may(self, permission):
        """True when any role held today grants the permission, for whatever it is scoped to."""
        return any(permission in GRANTS[grant.role] for grant in self.grants)

    def grants_of(self, permission):
        """The grants held today that carry this permission."""
        return [grant for grant in self.grants if permission in GRANTS[grant.role]]

    def is_a(self, role):
        """For greeting and menus only; what somebody may do is asked with `may`."""
        return any(grant.role == role for grant in self.grants)


def _grants_in_force(person, on):
    return RoleGrant.objects.in_force(on).filter(user=person)


class RoleGrantQuerySet(models.QuerySet):
    def in_force(self, on=None):
        on = on or timezone.localdate()
        return self.filter(Q(starts_on__lte=on) & (Q(ends_on=None) | Q(ends_on__gte=on)))


@tracked
class RoleGrant(models.Model):
    """A role held by one person, at the whole agency, one program or one center, between two dates."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="role_grants")
    role = models.CharField(_("role"), max_length=20, choices=Role)
    program = models.ForeignKey(
        Program, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("only this program")
    )
    center = models.ForeignKey(
        Center, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("only this center")
    )
    starts_on = models.DateField(_("from"), default=timezone.localdate)
    ends_on = models.DateField(_("until"), null=True, blank=True, help_text=_("A reviewer’s role must end."))

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = [
            models.CheckConstraint(
                name="role_at_one_place",
                condition=Q(program=None) | Q(center=None),
                violation_error_message=_("Choose a program or a center, not both."),
            ),
            models.CheckConstraint(
                name="role_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The role would end before it starts."),
            ),
            models.CheckConstraint(
                name="reviewer_role_ends",
                condition=~Q(role="monitor") | Q(ends_on__isnull=False),
                violation_error_message=_("A reviewer’s role needs a last day."),
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()}, {self.center or self.program or _('whole agency')}"

    @property
    def is_everywhere(self):
        return self.program_id is None and self.center_id is None
