"""`docs`: the documentation, as it was installed with the program."""

from pathlib import Path, PurePosixPath
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
    """List the pages of the documentation, or print one: on a terminal set for its width, in a pipe as Markdown.

    A page is found by its name or as other pages link to it: using, using.md#filters, data/README.md.
    Begin with `chronicle docs tutorial`: from a folder of PDFs to a figure in a paper.
    """
    from chronicle.cli.output import print_rows, screen
    from chronicle.errors import one_of
    from chronicle.presenting.columns import Rows

    pages = pages_by_name()
    if page is None:
        print_rows(Rows(("page", "about"), [(name, title(path)) for name, path in pages.items()]), None, screen())
    else:
        _print(pages[one_of(_called(page), list(pages), "page")])


def _called(typed: str) -> str:
    """The name of a page as typed or as other pages link to it: `using` of `using.md#filters`, `data` of its README."""
    path = PurePosixPath(typed.partition("#")[0])
    name = path.name.removesuffix(".md")
    return path.parent.name if name == "README" and path.parent.name else name


def pages_by_name() -> dict[str, Path]:
    from chronicle.config import data_folder, docs_folder

    pages = {path.stem: path for path in docs_folder().glob("*.md") if path.stem != "README"}
    return dict(sorted({**pages, "data": data_folder() / "README.md"}.items()))


def title(page: Path) -> str:
    with page.open(encoding="utf-8") as file:
        return file.readline().removeprefix("#").strip()


def _print(page: Path) -> None:
    """As it is; on a terminal set for its width, through a pager where it is longer than the screen."""
    from chronicle.cli.output import screen

    to, text = screen(), page.read_text(encoding="utf-8")
    if to.width is None:
        echo(text, nl=False)
        return
    from chronicle.cli.paging import paged
    from chronicle.presenting.manual import write_page

    with paged(to.file) as file:
        write_page(text, file, to.width, to.colour)
