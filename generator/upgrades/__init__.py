"""Content that was written for an older content model → content for this one."""
