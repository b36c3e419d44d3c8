"""What may happen to the registry, one module a subject."""
