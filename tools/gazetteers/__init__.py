"""The reference tables as gazetteers: one module for each kind of thing, all written by `make_gazetteers.py`."""
