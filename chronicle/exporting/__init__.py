"""The events of a query to a file: exports, the report, pictures. Here asking and presenting meet.

`files` has `export`, `page` has `report`, `picture` has `plot`; each is loaded alone.
"""
