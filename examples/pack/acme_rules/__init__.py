"""Rules for the images of Acme: each is a Python file with its page beside it."""
