"""`answerable snapshots`."""

from typing import Annotated

import typer

from answerable.cli.app import app
from answerable.cli.options import AsJson, Store
from answerable.inputs import folder_meant
from answerable.outcome import Outcome

__all__ = ["list_snapshots", "prune", "snapshots", "use"]

snapshots = typer.Typer(help="List the builds of a store, go back to one, remove old ones.", no_args_is_help=True)
app.add_typer(snapshots, name="snapshots")


@snapshots.command("list")
def list_snapshots(store: Store, as_json: AsJson = False) -> Outcome:
    """List the builds that are kept, the latest at the bottom.

    Each with when it became current, its plans and quads, and how its documents differ from those of the one above.
    """
    from answerable.graph.addressed.bringing import brought_list
    from answerable.graph.layout import Layout
    from answerable.graph.snapshots.listing import entries
    from answerable.summaries import snapshots_as_json, snapshots_as_text

    typer.echo((snapshots_as_json if as_json else snapshots_as_text)(entries(Layout(brought_list(store)))))
    return Outcome.DONE


@snapshots.command("use")
def use(
    snapshot: Annotated[str, typer.Argument(metavar="ID", help="The snapshot, by the first letters of its name.")],
    store: Store,
) -> Outcome:
    """Let another build answer from now on, such as the one before a build that went wrong.

    Nothing is removed, so that the way forward is the same command. The next build makes its own snapshot current.
    """
    from answerable.graph.layout import Layout
    from answerable.graph.snapshots import listing

    typer.echo(f"{listing.use(Layout(folder_meant(store)), snapshot)} is current")
    return Outcome.DONE


@snapshots.command("prune")
def prune(
    store: Store,
    keep: Annotated[int, typer.Option(metavar="N", min=1, help="How many to keep, the current one among them.")],
) -> Outcome:
    """Remove all builds but those that were current last; the current one is never removed."""
    from answerable.graph.layout import Layout
    from answerable.graph.snapshots import listing

    dropped = listing.prune(Layout(folder_meant(store)), keep)
    typer.echo("\n".join(f"removed {name}" for name in dropped) or "nothing to remove")
    return Outcome.DONE
