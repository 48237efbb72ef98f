"""Kernels for chapters, forked from a process that has imported what chapters need.

A kernel that starts anew imports pandas, matplotlib and the study for each chapter, which took more time than most
chapters take. Here the process that builds the book imports them once, and each kernel begins as a copy of it; chapters
share nothing after that. Jupyter lets kernels be started in other ways by a provisioner, which this is.
"""

import asyncio
import os
import signal
import sys
from importlib.metadata import EntryPoint
from typing import Any, cast

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

NAME = "forked"


def fork_kernels() -> None:
    """Let all kernels that this process starts be forked from it, where the system can; call it after the imports."""
    if not hasattr(os, "fork"):
        return
    factory = KernelProvisionerFactory.instance()
    place = f"{ForkedKernel.__module__}:{ForkedKernel.__qualname__}"
    factory.provisioners[NAME] = EntryPoint(NAME, place, KernelProvisionerFactory.GROUP_NAME)
    factory.default_provisioner_name = NAME


class ForkedKernel(LocalProvisioner):
    """A kernel that is a copy of this process."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork the kernel; what `cmd` would start is not needed, but for the connection file that it names."""
        connection_file = cmd[cmd.index("-f") + 1]
        forked = _Forked(connection_file, kwargs.get("cwd"), kwargs.get("env"))
        self.process, self.pid = cast(Any, forked), forked.pid
        return self.connection_info


class _Forked:
    """A forked process, with the methods of `subprocess.Popen` that a provisioner asks for."""

    stdin = stdout = stderr = None

    def __init__(self, connection_file: str, cwd: str | None, env: dict[str, str] | None) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        self.returncode: int | None = None
        self.pid = os.fork()
        if not self.pid:
            code = 1
            try:
                _run(connection_file, cwd, env)
                code = 0
            finally:  # nothing that the parent had begun is ended here
                os._exit(code)

    def poll(self) -> int | None:
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def wait(self) -> int:
        if self.returncode is None:
            self.returncode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self.returncode

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)


def _run(connection_file: str, cwd: str | None, env: dict[str, str] | None) -> None:
    """Be the kernel, until it is told to end."""
    from ipykernel.kernelapp import IPKernelApp  # noqa: PLC0415

    asyncio.events._set_running_loop(None)  # that of the parent, which waits here
    asyncio.set_event_loop(None)
    if cwd:
        os.chdir(cwd)
    if env is not None:
        os.environ.clear()
        os.environ.update(env)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    sys.argv = ["ipykernel", "-f", connection_file]
    parent = f"--IPKernelApp.parent_handle={os.getppid()}"  # the kernel ends when its parent has gone
    IPKernelApp.launch_instance(argv=[*sys.argv[1:], parent])
