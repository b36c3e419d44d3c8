"""Whether schools that were accompanied change more than others: arrays in, plain results out."""
