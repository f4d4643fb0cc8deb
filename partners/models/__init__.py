from partners.models.partner import Funding, Partner, PartnerIdentifier, PartnerProgram, WebPage
from partners.models.place import Accessibility, Address, Location, PlaceKind, ZipPlace
from partners.models.reach import Contact, Phone
from partners.models.schedule import Day, Schedule
from partners.models.seen import DoNotRefer, FamilyWord, ServiceCapacity, Unit, Verification
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
from partners.models.taxonomy import Taxonomy, TaxonomyTerm, TermLink, TermMeaning

__all__ = [
    "Accessibility", "Address", "Contact", "Cost", "Day", "DirectorySource", "DoNotRefer", "Eligibility",
    "ExternalId", "FamilyWord", "Funding", "HeldRow", "Location", "Partner", "PartnerIdentifier", "PartnerProgram",
    "Phone", "PlaceKind", "RequiredDocument", "Schedule", "Service", "ServiceArea", "ServiceAtLocation",
    "ServiceCapacity", "ServiceLanguage", "Taxonomy", "TaxonomyTerm", "TermLink", "TermMeaning", "Unit",
    "Verification", "WebPage", "ZipPlace",
]  # fmt: skip
