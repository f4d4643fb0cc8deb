"""What may be typed in this room."""
