"""What a family works toward."""
