"""Initiatives: plans and proposals with who put them forward and their conditions."""
