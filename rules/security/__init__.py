"""Secrets, users, and code taken from the network unseen."""
