"""Who we serve and what they told us."""
