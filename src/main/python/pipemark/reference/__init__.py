"""Measures Python's own pools and serializers, for a comparison with Pipemark's.

CPython's own multiprocessing.Pool and concurrent.futures.ProcessPoolExecutor run tasks. pickle and json, and dill and
msgpack if they are installed, dump and load values. Pipemark makes equal values from the same seeds. Only the standard
library is needed. The command writes python/reference.json into the folder of results, where reports find it, and prints
a table.
"""
