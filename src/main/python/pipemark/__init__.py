"""Pipemark's code in Python: a worker that speaks the suite's protocol, and measurements of Python's own libraries."""
