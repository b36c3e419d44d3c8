"""Targets of schools and areas: how they are proposed, set and followed."""
