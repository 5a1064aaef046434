"""Requirements files: what pip makes of each line."""
