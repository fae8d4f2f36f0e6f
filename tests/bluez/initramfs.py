"""Builds the first file system of the virtual machine: busybox, an init script, the kernel modules."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

WANTED = ("virtio_pci", "9pnet_virtio", "9p", "overlay", "bluetooth", "hci_vhci",
          "algif_hash", "algif_skcipher", "cmac", "ecb", "aes_generic")   # bluetoothd makes its own address
FOLDERS = ("bin", "modules", "proc", "sys", "dev", "host", "tmp", "new")
HERE = Path(__file__).parent


def build(rig: Path) -> None:
    """Write `rig/initramfs.gz`."""
    modules, = (rig / "kernel" / "lib" / "modules").iterdir()
    root = rig / "initramfs"
    shutil.rmtree(root, ignore_errors=True)
    for name in FOLDERS:
        (root / name).mkdir(parents=True)
    busybox = rig / "guest" / "usr" / "bin" / "busybox"
    shutil.copy(busybox, root / "bin")
    shutil.copy(HERE / "init.sh", root / "init")
    (root / "init").chmod(0o755)
    order = load_order(modules)
    for path in order:
        shutil.copy(path, root / "modules")
    (root / "modules" / "order").write_text("".join(f"{path.name}\n" for path in order))
    names = "\n".join(str(path.relative_to(root)) for path in sorted(root.rglob("*")))
    archive = subprocess.run([busybox, "cpio", "-o", "-H", "newc"], cwd=root, input=names.encode(),
                             capture_output=True, check=True).stdout
    (rig / "initramfs.gz").write_bytes(gzip.compress(archive, 1))


def load_order(modules: Path) -> list[Path]:
    """The wanted modules and those they need, each after what it needs."""
    files = {named(path): path for path in modules.rglob("*.ko")}
    built_in = {named(Path(line)) for line in (modules / "modules.builtin").read_text().splitlines()}
    ordered: dict[str, Path] = {}

    def visit(name: str) -> None:
        if name not in built_in and name not in ordered:
            for needed in needs(files[name]):
                visit(needed)
            ordered[name] = files[name]

    for name in WANTED:
        visit(name)
    return list(ordered.values())


def needs(module: Path) -> Iterator[str]:
    """Names in the module's own list of what must be loaded before it."""
    content = module.read_bytes()
    for entry in re.findall(rb"(?:depends=|softdep=pre: )([\w,\- ]*)\0", content):
        yield from (name.replace("-", "_") for name in re.split(r"[, ]+", entry.decode()) if name)


def named(path: Path) -> str:
    return path.stem.replace("-", "_")


if __name__ == "__main__":
    build(Path(sys.argv[1]))
