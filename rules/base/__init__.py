"""The image a stage starts from: whether it can be had, is kept up, and is named exactly."""
