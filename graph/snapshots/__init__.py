"""Builds that are kept: written whole, never changed, one of them current.

`building` makes a snapshot, `listing` finds them, `pointer` says which is current.
"""
