"""What ShellCheck, a program of others, says of the shell commands of a Dockerfile, at their places there."""
