"""What proves a rule: the examples of its page, each under every change that means nothing."""
