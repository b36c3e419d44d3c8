"""Papers that print themselves: data and a typst template become a PDF; numbers come from series.

Knows no app: what a paper says, and who may see it, is for the app that makes it.
"""
