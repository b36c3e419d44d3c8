"""What is doubtful in the figures of an area and year, found by rules that are data."""
