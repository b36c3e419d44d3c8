"""Typed counts and indexes, whatever they count: entered, corrected, removed, never overwritten."""
