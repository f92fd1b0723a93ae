"""`docs`: the documentation, as it was installed with the program."""

from pathlib import Path
from typing import Annotated

from typer import Argument, echo

from chronicle.cli import completing
from chronicle.cli.help import examples

EXAMPLES = examples("""
    chronicle docs
    chronicle docs tutorial
    chronicle docs data-dictionary | grep venue
""")


def docs(
    page: Annotated[
        str | None,
        Argument(
            metavar="[PAGE]", help="Name of a page, as listed.", show_default=False, autocompletion=completing.pages
        ),
    ] = None,
) -> None:
    """List the pages of the documentation, or print one.

    Begin with `chronicle docs tutorial`: from a folder of PDFs to a figure in a paper.
    """
    from chronicle.cli.output import print_rows, screen
    from chronicle.errors import one_of
    from chronicle.presenting.columns import Rows

    pages = pages_by_name()
    if page is None:
        print_rows(Rows(("page", "about"), [(name, title(path)) for name, path in pages.items()]), None, screen())
    else:
        _print(pages[one_of(page.removesuffix(".md"), list(pages), "page")])


def pages_by_name() -> dict[str, Path]:
    from chronicle.config import docs_folder

    return {path.stem: path for path in sorted(docs_folder().glob("*.md")) if path.stem != "README"}


def title(page: Path) -> str:
    with page.open(encoding="utf-8") as file:
        return file.readline().removeprefix("#").strip()


def _print(page: Path) -> None:
    """Through a pager where it is longer than the screen."""
    from chronicle.cli.output import screen
    from chronicle.cli.paging import paged

    to, text = screen(), page.read_text(encoding="utf-8")
    if to.is_terminal:
        with paged(to.file) as file:
            file.write(text)
    else:
        echo(text, nl=False)
