"""Whether the file says what its author meant: what BuildKit refuses, and what it reads otherwise."""
