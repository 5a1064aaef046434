"""What starts: whether the container's command can run at all."""
