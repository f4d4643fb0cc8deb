from partners.models.directory import Location, Partner, Phone, RequiredDocument, Service, ServiceLanguage, Verification

__all__ = ["Location", "Partner", "Phone", "RequiredDocument", "Service", "ServiceLanguage", "Verification"]
