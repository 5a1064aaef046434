"""Facts as literals, made by torchlint.world.compile from data/*.json."""
