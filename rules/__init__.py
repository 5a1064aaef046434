"""What torchlint knows how to say: one folder a family, one file and one page a rule."""
