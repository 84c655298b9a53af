"""Measures Python's pools and serializers, for a comparison with Pipemark's pool and codecs.

CPython's multiprocessing.Pool and concurrent.futures.ProcessPoolExecutor run tasks. pickle and json dump and load the
values that Pipemark makes from the same seeds, and so do dill and msgpack if they are installed. Only the standard
library is needed. Writes python/reference.json in the folder of results, where reports find it, and prints a table.
"""
