"""Decisions: what a person settled about a finding, one small file each, and what follows from it."""
