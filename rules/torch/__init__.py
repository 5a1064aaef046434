"""The torch family: wheels, CUDA variants, and versions that fit each other."""
