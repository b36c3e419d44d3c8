"""The import engine: file → staged rows → difference → commit → undo.

It knows no app: what a kind of file holds and where its rows go is a Profile that an app registers
(`schools/imports/`). Nothing outside this package's tables changes before the commit.
"""
