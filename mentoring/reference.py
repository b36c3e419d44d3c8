def load_visit_kinds() -> int:
    return 0


def load_instrument() -> int:
    return 0
