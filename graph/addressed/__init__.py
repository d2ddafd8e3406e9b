"""Stores at an address that fsspec follows: brought to a folder here to be read or built on, and put back.

`bringing` gives a folder to read, `writing` one to build in, which goes back when the build has come to its end.
"""
