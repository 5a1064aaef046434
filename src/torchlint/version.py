"""The one place that says which torchlint this is."""

__version__ = "0.1.0"
