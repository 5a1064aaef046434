"""The prediction: what image a Dockerfile gives, step by step."""
