"""The report: the events of a query as one page of HTML that needs no server, no network and no other file."""

from chronicle.presenting.page.writing import About, write

__all__ = ["About", "write"]
