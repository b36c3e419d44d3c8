"""What papers say: records become plain data (a snapshot), which a typst template prints.

A snapshot holds texts as they are printed, so that what is kept is what was signed.
"""
