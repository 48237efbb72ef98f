"""Look-up 查一查: what the shipped tables say of a slogan, a place or a word, for a page without a server."""
