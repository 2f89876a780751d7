"""Pages that explain: how scoring works."""
