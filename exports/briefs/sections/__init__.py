"""Sections that several kinds of briefing share; each gives its blocks, or nothing where there is nothing to say."""
