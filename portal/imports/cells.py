"""What spreadsheets call their columns."""


def position_of(letters: str) -> int:
    """The position of a column from 0: A → 0, Z → 25, AA → 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def column_letter(position: int) -> str:
    """The letters of a position from 0: 0 → A, 25 → Z, 26 → AA."""
    letters, number = "", position + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
