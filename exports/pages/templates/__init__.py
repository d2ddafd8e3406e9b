"""The templates of served pages."""
