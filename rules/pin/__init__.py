"""Whether the next build installs what this one did."""
