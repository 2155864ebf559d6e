"""Generators of the data files, one module a field."""
