"""A school beside the schools around it and those like it, without showing any single one."""
