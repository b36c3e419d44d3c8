"""Figures of areas made from the figures of their schools, named apart from the official ones."""
