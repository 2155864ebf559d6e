"""Generators of the data files."""
