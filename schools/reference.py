"""The programmes that ship with the portal, and the real schools of Banjarmasin for the demo."""


def load_programmes() -> int:
    return 0


def load_schools() -> int:
    return 0
