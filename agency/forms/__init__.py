"""What may be typed on the agency's own pages."""
