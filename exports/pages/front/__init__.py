"""The style that served pages add to the look that all pages share."""
