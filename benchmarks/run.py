"""All benchmarks in turn: `make benchmarks`."""

import asking
import exporting
import folders
import html_reading
import ingesting
import pdf_reading
import starting
from measuring import machine


def main() -> None:
    print(machine())
    for benchmark in (starting, ingesting, asking, exporting, html_reading, pdf_reading, folders):
        benchmark.main()


if __name__ == "__main__":
    main()
