"""The reader of PDF files: PDFium's runs of text, put in reading order and into paragraphs by their places."""

from chronicle.reading.pdf.reader import Pdf

__all__ = ["Pdf"]
