"""Measures what Python does where Pipemark's pool and codecs do theirs.

CPython's own multiprocessing.Pool and concurrent.futures.ProcessPoolExecutor run tasks, and pickle and json (dill and
msgpack where they are installed) dump and load the values that Pipemark makes of the same seeds. Only the standard
library is needed. Writes python/reference.json in the folder of results, where reports find it, and prints a table.
"""
