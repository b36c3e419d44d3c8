"""`make bench [ONLY=schools]`: measure, print the table, exit with 1 where a line is short."""

import sys

from tests.bench import indicators, mentoring, schools
from tests.bench.table import table

PARTS = {
    "schools": schools.lines,
    "indicators": indicators.lines,
    "mentoring": mentoring.lines,
}


def main(only: str) -> int:
    if only and only not in PARTS:
        print(f"ONLY is one of: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    lines = []
    for name, measure in PARTS.items():
        if only in ("", name):
            for line in measure():
                print("  ", *line.cells, sep="  ", file=sys.stderr)
                lines.append(line)
    print(table(lines))
    return int(any(line.is_short for line in lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
