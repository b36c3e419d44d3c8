"""Participation rates of an area: how many of an age learn, over how many there are."""
