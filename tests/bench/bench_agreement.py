"""Prints the scorer's agreement with rated replies: one table a file.

.venv/bin/python tests/bench/bench_agreement.py            # the committed replies
.venv/bin/python tests/bench/bench_agreement.py FILE...    # JSONL with complaint, reply, panel
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.agreement import RATED_REPLIES, agreements, rated_replies  # noqa: E402 - path first


def main() -> int:
    """Print score, rows, Spearman, QWK, mean absolute error and bias for each file."""
    for path in [Path(name) for name in sys.argv[1:]] or [RATED_REPLIES]:
        print(f"{path.name} (rated by language models; no person was studied)")
        print(f"{'score':14} {'rows':>5} {'Spearman':>9} {'QWK':>6} {'MAE':>6} {'bias':>6}")
        for row in agreements(rated_replies(path)):
            print(
                f"{row.score:14} {row.rows:5} {row.spearman:9.2f} {row.qwk:6.2f} "
                f"{row.error:6.1f} {row.bias:+6.1f}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
