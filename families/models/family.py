"""Family, Household, FamilyMember, ContactPoint: who they are and how they wish to be reached."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce, Concat
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from agency.access import CaseQuerySet
from agency.database import Plain
from agency.editing import Versioned
from agency.history import counts_versions, tracked
from agency.languages import Language
from agency.models import Center, User
from agency.privacy import Privacy
from families.models.together import member_stays_with_theirs


class FamilyQuerySet(CaseQuerySet):
    family = ""

    def with_people(self):
        """With members, for lists that name the children. Two queries, however many families."""
        return self.select_related("center").prefetch_related("members")

    def for_list(self):
        """With what a list says about each: people, main worker, whether somebody has a place, urgent needs."""
        from families.models.enrollment import Enrollment
        from families.models.needs import Need

        here = Q(family=models.OuterRef("pk"))
        waiting = Need.objects.urgent().filter(here, first_step_at=None, category__is_restricted=False)
        return (
            self.with_people()
            .with_main_worker()
            .annotate(
                has_place=models.Exists(Enrollment.objects.still_open().filter(here)),
                urgent_needs=models.Exists(waiting),
            )
        )

    def with_main_worker(self):
        """With who serves each family first today. One query, however many families."""
        from families.models.assignment import Assignment

        now = Assignment.objects.in_force().filter(kind=Assignment.Kind.PRIMARY).select_related("worker")
        return self.prefetch_related(models.Prefetch("assignments", queryset=now, to_attr="main_assignments"))

    def matching(self, text):
        """Families with something like `text` in a name, typos and accents forgiven, or with these digits to call."""
        asked = Plain(Value(text.replace("\x00", "")))
        like = Q(search_name__contains=asked) | Q(search_name__trigram_word_similar=asked)
        found = Family.objects.filter(like).order_by().values("pk")
        found = [found, FamilyMember.objects.filter(like).order_by().values("family")]
        digits = "".join(sign for sign in text if sign in "0123456789")
        if len(digits) > 3:
            points = ContactPoint.objects.filter(digits__contains=digits)
            found.append(points.order_by().values("member__family"))
        return self.filter(pk__in=found[0].union(*found[1:]))  # each part by its own index; an "or" could use none


class Living(models.Manager.from_queryset(FamilyQuerySet)):
    """Families as we count and list them: without the records merged into another (docs/decisions/0010)."""

    def get_queryset(self):
        return super().get_queryset().filter(merged_into=None)


@tracked
class Family(Versioned):
    """The people we work with as one family. It may live in more than one household."""

    name = models.CharField(_("family name"), max_length=150, help_text=_("As the family calls itself: “Alvarez”."))
    center = models.ForeignKey(
        Center,
        on_delete=models.PROTECT,
        related_name="families",
        verbose_name=_("center"),
        help_text=_("Where our staff who serve this family work."),
    )
    language = models.CharField(
        _("language they want us to use"), max_length=5, choices=Language, default=Language.ENGLISH
    )
    also_speaks = models.CharField(_("other languages at home"), max_length=100, blank=True)
    needs_interpreter = models.BooleanField(_("needs an interpreter"), default=False)
    voice = models.TextField(
        _("in their own words"), blank=True, help_text=_("A sentence the family wants us to remember.")
    )
    voice_by = models.CharField(_("who said it"), max_length=100, blank=True)
    voice_on = models.DateField(_("said on"), null=True, blank=True)
    known_since = models.DateField(default=timezone.localdate, editable=False)
    added_by = models.ForeignKey(User, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    merged_into = models.ForeignKey(
        "self", null=True, editable=False, on_delete=models.PROTECT, related_name="+", verbose_name=_("now part of")
    )
    search_name = models.GeneratedField(expression=Plain(F("name")), output_field=models.TextField(), db_persist=True)

    objects = Living()
    every = FamilyQuerySet.as_manager()  # with the records merged away, for those who follow an old key
    privacy = Privacy(
        own="id version center known_since added_by merged_into search_name",
        shareable="name language also_speaks needs_interpreter",
        private="voice voice_by voice_on",
    )

    class Meta:
        verbose_name = _("family")
        verbose_name_plural = _("families")
        ordering = ["name", "pk"]
        indexes = [GinIndex(name="family_by_name", fields=["search_name"], opclasses=["gin_trgm_ops"])]
        triggers = [counts_versions()]

    def __str__(self):
        return _("%(name)s family") % {"name": self.name}

    def get_absolute_url(self):
        return reverse("workspace:family", args=[self.pk])

    def keys(self):
        """Its own key and those of the records merged into it, under which the append-only record still stands."""
        return [self.pk, *Family.every.filter(merged_into=self).values_list("pk", flat=True)]

    def adults(self):
        """Members who are not children, main contact first. Uses fetched members when there are any."""
        grown = [member for member in self.members.all() if member.role != FamilyMember.Role.CHILD]
        return sorted(grown, key=lambda member: (not member.is_main_contact, member.pk))

    def children(self):
        """The children, oldest first; without a birth date last."""
        young = [member for member in self.members.all() if member.role == FamilyMember.Role.CHILD]
        return sorted(young, key=lambda member: (member.born_on is None, member.born_on, member.pk))

    @cached_property
    def main_worker(self):
        """Who serves this family first today, or None. Uses what `with_main_worker` fetched."""
        if hasattr(self, "main_assignments"):
            return self.main_assignments[0].worker if self.main_assignments else None
        now = self.assignments.in_force().filter(kind="primary").select_related("worker").first()
        return now.worker if now else None


@tracked
class Household(Versioned):
    """One roof. A child of separated parents has two."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="households")
    label = models.CharField(
        _("whose home"), max_length=100, blank=True, help_text=_("Needed only when there are two.")
    )
    address_1 = models.CharField(_("street"), max_length=200, blank=True)
    address_2 = models.CharField(_("apartment, unit"), max_length=100, blank=True)
    city = models.CharField(_("city"), max_length=100, blank=True)
    state = models.CharField(_("state"), max_length=2, blank=True)
    postal_code = models.CharField(_("ZIP code"), max_length=10, blank=True)
    is_hidden = models.BooleanField(
        _("keep this address hidden"),
        default=False,
        help_text=_("It is left out of print, letters and exports, and shown only when somebody asks for it."),
    )

    objects = CaseQuerySet.as_manager()
    privacy = Privacy(
        own="id version family label",
        shareable="address_1 address_2 city state postal_code",
        private="is_hidden",
    )

    class Meta:
        verbose_name = _("household")
        verbose_name_plural = _("households")
        ordering = ["pk"]
        triggers = [counts_versions()]

    def __str__(self):
        if self.is_hidden:
            return self.label or str(_("Home, address hidden"))
        return self.label or self.address_1 or str(_("Home"))

    def address_lines(self):
        """The address as on an envelope; nothing when it is hidden."""
        return [] if self.is_hidden else self.hidden_lines()

    def hidden_lines(self):
        """The address even when it is hidden: only for the page that writes down who saw it."""
        place = " ".join(part for part in (f"{self.city}," if self.city else "", self.state, self.postal_code) if part)
        return [line for line in (self.address_1, self.address_2, place.strip(" ,")) if line]


class MemberQuerySet(CaseQuerySet):
    def adults(self):
        return self.exclude(role=FamilyMember.Role.CHILD)

    def children(self):
        return self.filter(role=FamilyMember.Role.CHILD)


class Persons(models.Manager.from_queryset(MemberQuerySet)):
    """Each person once: without the rows that turned out to be the same person as another."""

    def get_queryset(self):
        return super().get_queryset().filter(merged_into=None)


@tracked
class FamilyMember(Versioned):
    """One person in a family: a child, a parent figure, or somebody else who matters."""

    class Role(models.TextChoices):
        PARENT = "parent", _("parent or guardian")
        CHILD = "child", _("child")
        OTHER = "other", _("somebody else who matters")

    class Relationship(models.TextChoices):
        """To the children, for an adult; to the main adult, for a child."""

        MOTHER = "mother", _("mother")
        FATHER = "father", _("father")
        STEPMOTHER = "stepmother", _("stepmother")
        STEPFATHER = "stepfather", _("stepfather")
        GRANDMOTHER = "grandmother", _("grandmother")
        GRANDFATHER = "grandfather", _("grandfather")
        AUNT = "aunt", _("aunt")
        UNCLE = "uncle", _("uncle")
        FOSTER = "foster", _("foster parent")
        KIN_FOSTER = "kin_foster", _("foster parent who is a relative")
        GUARDIAN = "guardian", _("legal guardian")
        PARTNER = "partner", _("partner of a parent")
        CHILD = "child", _("child")
        FOSTER_CHILD = "foster_child", _("foster child")
        GRANDCHILD = "grandchild", _("grandchild")
        RELATIVE = "relative", _("other relative")
        FRIEND = "friend", _("not related")
        UNKNOWN = "unknown", _("not asked yet")

    class Reach(models.TextChoices):
        TEXT = "text", _("text")
        CALL = "call", _("call")
        EMAIL = "email", _("e-mail")
        MAIL = "mail", _("letter")
        IN_PERSON = "in_person", _("in person")

    class Time(models.TextChoices):
        MORNING = "morning", _("mornings")
        AFTERNOON = "afternoon", _("afternoons")
        EVENING = "evening", _("evenings")
        WEEKEND = "weekend", _("weekends")

    class Accommodation(models.TextChoices):
        HEARING = "hearing", _("hears little or nothing")
        SIGN_LANGUAGE = "sign", _("speaks a sign language")
        SIGHT = "sight", _("sees little or nothing")
        LARGE_PRINT = "large_print", _("large print")
        READ_ALOUD = "read_aloud", _("would rather have papers read aloud")
        MOBILITY = "mobility", _("a place without stairs")
        OTHER = "other", _("something else")

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="members")
    household = models.ForeignKey(
        Household, null=True, blank=True, on_delete=models.PROTECT, related_name="members", verbose_name=_("lives at")
    )
    role = models.CharField(_("who this is"), max_length=10, choices=Role)
    relationship = models.CharField(
        _("relationship"), max_length=20, choices=Relationship, default=Relationship.UNKNOWN
    )
    is_father_figure = models.BooleanField(_("father or father figure"), default=False)
    first_name = models.CharField(_("first name"), max_length=100)
    last_name = models.CharField(_("last name"), max_length=100, blank=True)
    born_on = models.DateField(_("birth date"), null=True, blank=True)
    is_expecting = models.BooleanField(_("expecting a baby"), default=False)
    expected_on = models.DateField(_("the baby is expected on"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=5, choices=Language, blank=True)
    needs_interpreter = models.BooleanField(_("needs an interpreter"), default=False, db_default=False)
    about = models.CharField(_("good to know"), max_length=200, blank=True, help_text=_("“Artistic, loves music.”"))
    is_main_contact = models.BooleanField(_("we talk to this person first"), default=False)
    reach_by = models.CharField(_("best way to reach them"), max_length=10, choices=Reach, blank=True)
    reach_note = models.CharField(
        _("before you reach out"),
        max_length=300,
        blank=True,
        help_text=_("Times, numbers not to use, who may hear a message."),
    )
    best_times = ArrayField(
        models.CharField(max_length=10, choices=Time),
        verbose_name=_("best times"),
        blank=True,
        default=list,
        db_default=[],
    )
    reach_from = models.TimeField(_("not before"), null=True, blank=True)
    reach_until = models.TimeField(_("not after"), null=True, blank=True)
    may_call = models.BooleanField(_("we may call"), default=True, db_default=True)
    may_text = models.BooleanField(_("we may text"), default=True, db_default=True)
    may_leave_message = models.BooleanField(_("we may leave a message"), default=True, db_default=True)
    may_email = models.BooleanField(_("we may e-mail"), default=True, db_default=True)
    may_mail = models.BooleanField(_("we may send letters"), default=True, db_default=True)
    may_visit = models.BooleanField(_("we may visit the home"), default=True, db_default=True)
    do_not_contact = models.BooleanField(_("do not contact this person"), default=False)
    code_word = models.CharField(
        _("code word"),
        max_length=60,
        blank=True,
        default="",
        db_default="",
        help_text=_("Said by both, so that each knows who is on the line."),
    )
    accommodations = ArrayField(
        models.CharField(max_length=15, choices=Accommodation),
        verbose_name=_("what makes it easier"),
        blank=True,
        default=list,
        db_default=[],
    )
    accommodation_note = models.CharField(_("more about that"), max_length=200, blank=True, default="", db_default="")
    left_on = models.DateField(_("no longer part of the family since"), null=True, blank=True)
    merged_into = models.ForeignKey("self", null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    search_name = models.GeneratedField(
        expression=Plain(Concat("first_name", Value(" "), Coalesce("last_name", Value("")))),
        output_field=models.TextField(),
        db_persist=True,
    )

    objects = Persons()
    every = MemberQuerySet.as_manager()  # with the rows merged away
    privacy = Privacy(
        own="id version family household search_name is_main_contact left_on merged_into",
        shareable="role relationship first_name last_name born_on language is_expecting reach_by",
        private="is_father_figure about reach_note do_not_contact expected_on needs_interpreter best_times reach_from "
        "reach_until may_call may_text may_leave_message may_email may_mail may_visit accommodations "
        "accommodation_note",
        restricted="code_word",
    )

    class Meta:
        verbose_name = _("member of a family")
        verbose_name_plural = _("members of families")
        ordering = ["pk"]
        indexes = [GinIndex(name="member_by_name", fields=["search_name"], opclasses=["gin_trgm_ops"])]
        constraints = [
            models.UniqueConstraint(
                name="one_main_contact",
                fields=["family"],
                condition=Q(is_main_contact=True),
                violation_error_message=_("This family has a main contact already."),
            ),
            models.CheckConstraint(name="only_adults_expect", condition=Q(is_expecting=False) | ~Q(role="child")),
            models.CheckConstraint(
                name="expected_on_while_expecting", condition=Q(expected_on=None) | Q(is_expecting=True)
            ),
            models.CheckConstraint(
                name="reach_from_before_until",
                condition=Q(reach_from=None) | Q(reach_until=None) | Q(reach_from__lt=F("reach_until")),
                violation_error_message=_("The first hour comes before the last one."),
            ),
        ]
        triggers = [counts_versions(), member_stays_with_theirs()]

    def __str__(self):
        return self.get_full_name()

    def get_full_name(self):
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def is_child(self):
        return self.role == self.Role.CHILD

    def age_on(self, day):
        """Completed years on `day`, or None without a birth date."""
        if self.born_on is None:
            return None
        return day.year - self.born_on.year - ((day.month, day.day) < (self.born_on.month, self.born_on.day))

    def months_on(self, day):
        """Completed months on `day`, or None without a birth date: how people give a baby's age."""
        if self.born_on is None:
            return None
        return (day.year - self.born_on.year) * 12 + day.month - self.born_on.month - (day.day < self.born_on.day)


class ContactQuerySet(CaseQuerySet):
    family = "member__family__"


@tracked
class ContactPoint(Versioned):
    """A number or address of one person, and what may be done with it."""

    class Kind(models.TextChoices):
        MOBILE = "mobile", _("mobile phone")
        HOME = "home", _("home phone")
        WORK = "work", _("work phone")
        EMAIL = "email", _("e-mail")

    member = models.ForeignKey(FamilyMember, on_delete=models.CASCADE, related_name="contact_points")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.MOBILE)
    value = models.CharField(_("number or address"), max_length=200)
    digits = models.CharField(max_length=20, blank=True, editable=False)
    may_text = models.BooleanField(_("texts are fine"), default=False)
    may_leave_message = models.BooleanField(_("a message may be left"), default=False)

    objects = ContactQuerySet.as_manager()
    privacy = Privacy(own="id version member digits", shareable="kind value", private="may_text may_leave_message")

    class Meta:
        verbose_name = _("phone or e-mail")
        verbose_name_plural = _("phones and e-mails")
        ordering = ["pk"]
        indexes = [models.Index(name="contact_by_digits", fields=["digits"])]
        triggers = [counts_versions()]

    def __str__(self):
        return self.value


class ExternalId(models.Model):
    """The key another system gave a family or a person, so that a second import finds them again."""

    family = models.ForeignKey(Family, on_delete=models.CASCADE, related_name="external_ids")
    member = models.ForeignKey(FamilyMember, null=True, on_delete=models.CASCADE, related_name="external_ids")
    source = models.SlugField(max_length=40)
    kind = models.SlugField(max_length=20)
    value = models.CharField(max_length=100)
    content_hash = models.CharField(max_length=64, blank=True)

    objects = CaseQuerySet.as_manager()
    privacy = Privacy(own="id family member source kind value content_hash")

    class Meta:
        verbose_name = _("key in another system")
        constraints = [
            models.UniqueConstraint(name="external_id_once", fields=["source", "kind", "value", "family"]),
        ]
        indexes = [models.Index(name="external_id_found", fields=["source", "kind", "value"])]

    def __str__(self):
        return f"{self.source} {self.kind} {self.value}"
