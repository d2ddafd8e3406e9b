"""The program: `answerable` and `python -m answerable`."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command line and leave the process with its exit code."""
    from answerable.cli import app

    app(prog_name="answerable")


if __name__ == "__main__":
    main()
