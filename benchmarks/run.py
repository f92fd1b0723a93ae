"""All benchmarks in turn: `make benchmarks`."""

import asking
import exporting
import folders
import html_reading
import ingesting
import pdf_reading
import report_opening
import sizes
import starting
from measuring import machine


def main() -> None:
    print(machine())
    for benchmark in (
        starting,
        ingesting,
        asking,
        exporting,
        html_reading,
        pdf_reading,
        report_opening,
        folders,
        sizes,
    ):
        benchmark.main()


if __name__ == "__main__":
    main()
