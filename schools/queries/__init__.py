"""Reading the registry, one module a subject."""
