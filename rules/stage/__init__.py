"""Several stages: what one takes from another, and what the last one carries for nothing."""
