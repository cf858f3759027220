# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a test of this folder on a screen and a session bus of its own: run.py PROGRAM TEST [ARGUMENT...]. Ends with the test's status.

PFX_SCREEN is the screen's size in pixels (1280x800), PFX_SCALE how many of them make one of the program's (1).
"""
import os
import pathlib
import subprocess
import sys
import tempfile

# Only the accessibility bus may be started: a keyring would lay its own dialog over the window and take the keyboard.
SERVICES = ("org.a11y.Bus.service",)
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def bus(folder):
    """A configuration of a session bus with few services."""
    for service in SERVICES:
        (folder / service).symlink_to(pathlib.Path("/usr/share/dbus-1/services") / service)
    file = folder / "bus.conf"
    file.write_text(BUS.format(services=folder), encoding="utf-8")
    return str(file)


def main():
    program, test, *arguments = sys.argv[1:]
    size = os.environ.get("PFX_SCREEN", "1280x800")
    reading, writing = os.pipe()
    with open(os.devnull, "wb") as nothing:
        screen = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"],
                                  pass_fds=[writing], stdout=nothing, stderr=nothing)
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip() # Xvfb says it when it takes connections; the end of the pipe when it could not start
        if not number:
            print("Xvfb did not start", file=sys.stderr)
            return 1
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("WAYLAND_", "QT_", "DBUS_", "AT_SPI_"))}
        environment.update(DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb", QT_ACCESSIBILITY="1", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
                           LC_ALL="C.UTF-8", TZ="UTC", NO_AT_BRIDGE="1", PFX_PROGRAM=program,
                           QT_SCALE_FACTOR=os.environ.get("PFX_SCALE", "1"))
        with tempfile.TemporaryDirectory(prefix="pfx-bus-") as folder:
            return subprocess.run(["dbus-run-session", "--config-file", bus(pathlib.Path(folder)), "--", sys.executable, "-B", "-W", "ignore", test,
                                   *arguments], env=environment).returncode
    finally:
        screen.terminate()
        screen.wait()


if __name__ == "__main__":
    sys.exit(main())
