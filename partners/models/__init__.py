from partners.models.annex import AnnexReview, DataAnnex
from partners.models.doubles import PartnerMerge, TwoPartners
from partners.models.mou import Mou, MouParty, MouTopic
from partners.models.mou_papers import MouAmendment, MouFile, MouSubmission
from partners.models.obligation import Obligation, ObligationMet
from partners.models.partner import Funding, Partner, PartnerIdentifier, PartnerProgram, WebPage
from partners.models.partnership import (
    CommitteeSeat,
    OnsiteService,
    PartnerMeeting,
    Partnership,
    PartnershipAction,
    PartnershipPlan,
    PlanGoal,
    PublicRole,
    Stage,
    StageReached,
)
from partners.models.place import Accessibility, Address, Location, PlaceKind, ZipPlace
from partners.models.preschool import PreschoolException
from partners.models.reach import Contact, Phone
from partners.models.schedule import Day, Schedule
from partners.models.seen import DoNotRefer, FamilyWord, ServiceCapacity, Unit, Verification
from partners.models.sensitive import SensitiveKind, SensitiveNotice
from partners.models.service import (
    Cost,
    Eligibility,
    RequiredDocument,
    Service,
    ServiceArea,
    ServiceAtLocation,
    ServiceLanguage,
)
from partners.models.sources import DirectorySource, ExternalId, HeldRow
from partners.models.systems import SystemParticipation
from partners.models.taxonomy import Taxonomy, TaxonomyTerm, TermLink, TermMeaning

__all__ = [
    "Accessibility", "Address", "AnnexReview", "CommitteeSeat", "Contact", "Cost", "DataAnnex", "Day",
    "DirectorySource", "DoNotRefer", "Eligibility", "ExternalId", "FamilyWord", "Funding", "HeldRow", "Location",
    "Mou", "MouAmendment", "MouFile", "MouParty", "MouSubmission", "MouTopic", "Obligation", "ObligationMet",
    "OnsiteService", "Partner", "PartnerIdentifier", "PartnerMerge", "PartnerMeeting", "PartnerProgram", "Partnership",
    "PartnershipAction", "PartnershipPlan", "Phone", "PlaceKind", "PlanGoal", "PreschoolException", "PublicRole",
    "RequiredDocument", "Schedule", "SensitiveKind", "SensitiveNotice", "Service", "ServiceArea", "ServiceAtLocation",
    "ServiceCapacity", "ServiceLanguage", "Stage", "StageReached", "SystemParticipation", "Taxonomy", "TaxonomyTerm",
    "TermLink", "TermMeaning", "TwoPartners", "Unit", "Verification", "WebPage", "ZipPlace",
]  # fmt: skip
