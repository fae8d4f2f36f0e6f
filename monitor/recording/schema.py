"""The protobuf messages of the computed channels, described so that other people's viewers decode them.

The descriptors are built here instead of by a compiler step: three messages do not deserve one.
Optional fields are left out where the value is not known, so that a plot shows a gap and not a zero.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

from monitor.leg import Reason

KNEE_SAMPLE = "patella.KneeSample"
REFERENCE_SAMPLE = "patella.ReferenceSample"
_PACKAGE = "patella"
_FILE = "patella/knee.proto"
_Field = descriptor_pb2.FieldDescriptorProto


@cache
def message_class(name: str) -> Any:
    """The message class of `KNEE_SAMPLE` or `REFERENCE_SAMPLE`."""
    pool = descriptor_pool.DescriptorPool()
    pool.Add(_file())
    return message_factory.GetMessageClass(pool.FindMessageTypeByName(name))


def descriptor_set() -> bytes:
    """The serialised `FileDescriptorSet` that MCAP wants as the schema of a protobuf channel."""
    return descriptor_pb2.FileDescriptorSet(file=[_file()]).SerializeToString(deterministic=True)


def _file() -> descriptor_pb2.FileDescriptorProto:
    file = descriptor_pb2.FileDescriptorProto(name=_FILE, package=_PACKAGE, syntax="proto3")
    reasons = file.enum_type.add(name="Reason")
    for reason in Reason:
        reasons.value.add(name=reason.name, number=reason.value)
    knee = file.message_type.add(name=KNEE_SAMPLE.removeprefix("patella."))
    _add(knee, "t_ns", _Field.TYPE_INT64)
    _add(knee, "flexion_deg", _Field.TYPE_DOUBLE, optional=True)
    _add(knee, "sigma_deg", _Field.TYPE_DOUBLE, optional=True)
    _add(knee, "valid", _Field.TYPE_BOOL)
    _add(knee, "reason", _Field.TYPE_ENUM, type_name=".patella.Reason")
    _add(knee, "algorithm", _Field.TYPE_STRING)
    reference = file.message_type.add(name=REFERENCE_SAMPLE.removeprefix("patella."))
    _add(reference, "t_ns", _Field.TYPE_INT64)
    _add(reference, "flexion_deg", _Field.TYPE_DOUBLE, optional=True)
    return file


def _add(message: descriptor_pb2.DescriptorProto, name: str, kind: Any, *, optional: bool = False,
         type_name: str | None = None) -> None:
    field = message.field.add(name=name, number=len(message.field) + 1, type=kind, type_name=type_name,
                              label=_Field.LABEL_OPTIONAL)
    if optional:
        field.proto3_optional = True
        field.oneof_index = len(message.oneof_decl)
        message.oneof_decl.add(name=f"_{name}")
