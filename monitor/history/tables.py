"""The tables of the index. Patients appear by pseudonym alone."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, Float, ForeignKey, Integer, MetaData, String, Table

SCHEMA_VERSION = 2      # an index of another version is dropped and made anew

metadata = MetaData()


def _recording() -> Column[str]:
    return Column("recording", String, ForeignKey("session.recording", ondelete="CASCADE"), index=True,
                  nullable=False)


sessions = Table(
    "session", metadata,
    Column("recording", String, primary_key=True),       # file name
    Column("fingerprint", String, nullable=False),       # of the file, to notice changes
    Column("notes", String, nullable=False),             # the same of its notes
    Column("analysis", JSON, nullable=False),            # as printed by `patella analyze --json`
    Column("patient", String, index=True, nullable=False),
    Column("side", String, nullable=False),
    Column("start_ns", BigInteger, index=True, nullable=False),
    Column("duration_s", Float, nullable=False),
    Column("version", String, nullable=False),           # of the software that analysed it
    Column("problem", String, nullable=False),           # why it could not be analysed, or empty
)

sets = Table(
    "exercise_set", metadata,
    Column("id", Integer, primary_key=True),
    _recording(),
    Column("exercise", String, index=True, nullable=False),
    Column("side", String, nullable=False),
    Column("start_s", Float, nullable=False),
    Column("end_s", Float, nullable=False),
    Column("attempted", Integer, nullable=False),
    Column("counted", Integer, nullable=False),
    Column("prescribed_reps", Integer),
    Column("pain", Integer),
)

# One row for each quantity of each exercise and leg, so that a new quantity needs no new column.
measures = Table(
    "measure", metadata,
    Column("id", Integer, primary_key=True),
    _recording(),
    Column("exercise", String, index=True, nullable=False),
    Column("side", String, nullable=False),
    Column("name", String, index=True, nullable=False),  # peak_deg, hold_s, height_m, sway_rms, ...
    Column("mean", Float, nullable=False),
    Column("sd", Float, nullable=False),                 # between repetitions
    Column("sigma", Float, nullable=False),              # of one measurement, 0 where the analysis gives none
    Column("n", Integer, nullable=False),
)

pains = Table(
    "pain", metadata,
    Column("id", Integer, primary_key=True),
    _recording(),
    Column("asked", String, nullable=False),             # set, hour, morning
    Column("score", Integer, nullable=False),
    Column("t_ns", BigInteger, nullable=False),
)
