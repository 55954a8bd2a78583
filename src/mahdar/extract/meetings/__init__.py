"""Contacts between sides: the words that report them, who takes part, when, where, in which forum."""
