"""Evidence for what is said of an image: build it, ask it, start it. Nothing here runs unless the user asked for it."""
