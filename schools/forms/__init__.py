"""Forms of the registry, one module a subject."""
