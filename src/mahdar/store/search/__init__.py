"""Search over articles and claims, in any spelling: words, phrases, names; one tokenizer for all databases."""
