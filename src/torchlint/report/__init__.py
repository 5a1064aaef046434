"""Findings in words and in formats: one file per format. Nothing here decides, reads or writes anything."""
