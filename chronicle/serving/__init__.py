"""The database in the browser, read-only, by Datasette (the extra `serve`).

Beside Datasette's own pages of tables, views and SQL there are three of ours: the start page, the report of a
question (`/report?actor=lavrov`), and the permalink of an event (`/event/ID`).
"""
