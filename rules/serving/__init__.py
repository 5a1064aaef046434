"""Serving a model: servers, ports and what they let in."""
