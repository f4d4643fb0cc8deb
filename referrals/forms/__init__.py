"""What may be typed about referrals, consents and disclosures, a module each."""
