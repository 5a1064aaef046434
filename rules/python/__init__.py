"""Interpreters, virtual environments and packages: whether what is called is there."""
