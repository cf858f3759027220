# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of planfix-console as a screen reader knows it: found and used by role and name only (AT-SPI), typed into by X key events.

Every wait polls a condition until PATIENCE seconds are over and then fails with what is on the screen.
"""
import os
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20
POLL = 0.02


def states(node):
    return node.get_state_set()


def showing(node):
    return states(node).contains(Atspi.StateType.SHOWING)


def plain(text):
    """Any kind of space as the common one."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def name_of(node):
    return plain(node.get_name())


class Missing(AssertionError):
    pass


class Window:
    """One running program on a profile of its own. Ends it by its process when left."""

    def __init__(self, program, profile, language="ru", arguments=(), environment=None):
        """`environment` is added to this process's own."""
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen([program, "--profile", profile, "--lang", language, *arguments], stdout=self.log, stderr=self.log,
                                        env={**os.environ, **(environment or {})})
        self.root = self.wait(self._application, "the program on the accessibility bus")
        self.wait(lambda: self._first("frame", None), "the window")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()

    def _application(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                return child
        return None

    def wait(self, condition, what):
        """The first true value of `condition`; objects that vanish while they are looked at count as not yet there."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                value = condition()
            except GLib.Error:
                value = None
            if value:
                return value
            if self.process.poll() is not None:
                self.log.seek(0)
                raise Missing(f"the program ended with {self.process.returncode} before {what}: {self.log.read().decode()}")
            if time.monotonic() > end:
                raise Missing(f"not there after {PATIENCE} s: {what}\nOn the screen:\n{self.screen()}")
            time.sleep(POLL)

    def nodes(self, node=None, depth=0):
        """What is showing, in the order of the tree, with its depth."""
        if node is None:
            node = self.root
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child is None or not showing(child):
                continue
            yield child, depth
            yield from self.nodes(child, depth + 1)

    def screen(self):
        lines = []
        try:
            for node, depth in self.nodes():
                description = plain(node.get_description())
                more = f" ({description})" if description else ""
                lines.append(f"{'  ' * depth}{node.get_role_name()} «{name_of(node)}»{more}")
        except GLib.Error as error:
            lines.append(str(error))
        return "\n".join(lines)

    def _first(self, role, name, inside=None):
        for node, _ in self.nodes(inside):
            if node.get_role_name() == role and (name is None or name_of(node) == name):
                return node
        return None

    def find(self, role, name, inside=None):
        return self.wait(lambda: self._first(role, name, inside), f"{role} «{name}»")

    def has(self, role, name):
        return self._first(role, name) is not None

    def texts(self):
        """Everything that can be read on the screen."""
        return [text for node, _ in self.nodes() for text in (name_of(node), plain(node.get_description())) if text]

    def read(self, part):
        """Waits until some text on the screen contains `part` and answers the text."""
        def found():
            return next((text for text in self.texts() if part in text), None)
        return self.wait(found, f"text with «{part}»")

    def act(self, node):
        """What a screen reader does to use a thing: its first action."""
        if not node.do_action(0):
            raise Missing(f"«{name_of(node)}» ({node.get_role_name()}) does not take its action")

    def press(self, name, role="push button", inside=None):
        node = self.wait(lambda: self._enabled(role, name, inside), f"enabled {role} «{name}»")
        self.act(node)
        return node

    def _enabled(self, role, name, inside):
        node = self._first(role, name, inside)
        return node if node is not None and states(node).contains(Atspi.StateType.SENSITIVE) else None

    def fill(self, name, text):
        """Puts the text into the field at once, as dictation does."""
        field = self.find("text", name)
        if not field.set_text_contents(text):
            raise Missing(f"the field «{name}» cannot be typed into")
        self.wait(lambda: self.content(field) == text, f"«{text}» in the field «{name}»")

    @staticmethod
    def content(field):
        return plain(Atspi.Text.get_text(field, 0, -1))

    def choose(self, name, item):
        """Opens the combo box and chooses the line that begins with `item`."""
        box = self.find("combo box", name)
        self.act(box)

        def line():
            return next((node for node, _ in self.nodes() if node.get_role_name() == "list item" and name_of(node).startswith(item)), None)
        self.act(self.wait(line, f"«{item}» in the list of «{name}»"))
        self.wait(lambda: self.content(box).startswith(item), f"«{item}» chosen in «{name}»")

    def page(self, name):
        """Goes to a page by the navigation's list."""
        navigation = self.wait(lambda: self._first("list", "Навигация") or self._first("list", "Navigation"), "the navigation")
        self.press(name, "list item", navigation)

    def focus(self):
        """The keyboard goes to the window, as after a click on it (there is no window manager here)."""
        found = subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(self.process.pid)],
                               check=True, capture_output=True, text=True, timeout=PATIENCE)
        subprocess.run(["xdotool", "windowfocus", "--sync", found.stdout.split()[0]], check=True, timeout=PATIENCE)

    def keys(self, *names):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True, timeout=PATIENCE)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "1", text], check=True, timeout=PATIENCE)

    def focused(self):
        """Name of what has the keyboard."""
        for node, _ in self.nodes():
            # The current line of a list says so even when the list has not the keyboard; the list itself comes first.
            if states(node).contains(Atspi.StateType.FOCUSED) and node.get_role_name() not in ("list item", "table cell"):
                return name_of(node)
        return ""
