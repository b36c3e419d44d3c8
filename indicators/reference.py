def load_catalogue() -> int:
    return 0


def load_sets() -> int:
    return 0
