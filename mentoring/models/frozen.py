"""A published version of an instrument never changes: triggers that hold for everyone who writes."""

import pgtrigger

WORDS = "Versi instrumen yang sudah terbit tidak dapat diubah. Buat versi baru."

_REFUSE = f"""
    RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'check_violation', CONSTRAINT = 'instrument_version_is_fixed';
"""

_END = """
IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
RETURN NEW;
"""

_OF_INSTRUMENT = (
    "SELECT 1 FROM mentoring_instrument WHERE id IN (OLD.instrument_id, NEW.instrument_id)"
)
_OF_ITEM = (
    "SELECT 1 FROM mentoring_instrument JOIN mentoring_instrumentitem AS item"
    " ON item.instrument_id = mentoring_instrument.id WHERE item.id IN (OLD.item_id, NEW.item_id)"
)

_VERSION = f"""
IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'draf' THEN {_REFUSE} END IF;
    RETURN OLD;
END IF;
IF OLD.state <> 'draf' AND (
    (NEW.code, NEW.number, NEW.name, NEW.description, NEW.published_at)
    IS DISTINCT FROM (OLD.code, OLD.number, OLD.name, OLD.description, OLD.published_at)
    OR NEW.state = 'draf' OR (OLD.state = 'ditarik' AND NEW.state <> 'ditarik')
) THEN {_REFUSE} END IF;
RETURN NEW;
"""


def _part(found: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name="fixed_once_published",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"IF EXISTS ({found} AND mentoring_instrument.state <> 'draf') THEN {_REFUSE} END IF; {_END}",
    )


def part_of_version() -> pgtrigger.Trigger:
    """For a table with an `instrument_id`."""
    return _part(_OF_INSTRUMENT)


def part_of_item() -> pgtrigger.Trigger:
    """For a table with an `item_id`."""
    return _part(_OF_ITEM)


def version() -> pgtrigger.Trigger:
    """For the versions themselves: published ones are retired, and nothing else."""
    return pgtrigger.Trigger(
        name="fixed_once_published",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=_VERSION,
    )
