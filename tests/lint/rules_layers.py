# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom: app -> ui -> core, inside core only what stands earlier, and each library behind its one folder."""
import os
import re

from tree import Finding

# Qt modules and C headers, and the only folders that may use them.
MODULE_HOMES = {
    "QtSql": {"core/store"},
    "QtNetwork": {"core/http", "core/server", "core/sms"},
    "QtHttpServer": {"core/server"},
    "qt6keychain": {"core/secrets"},
    "QtWidgets": {"ui", "app"},
    "QtSvg": {"ui", "app"},
    "QtCharts": {"ui", "app"},
}
HEADER_HOMES = {
    "sqlite3.h": {"core/store"},
    "libpq-fe.h": {"core/store"},
    "csv.h": {"core/formats"},
    "zip.h": {"core/formats"},
}
PREFIX_HOMES = {
    "phonenumbers/": {"core/base"},
    "qt6keychain/": {"core/secrets"},
    "curl/": {"core/http"},
    "rapidjson/": {"core/formats", "core/amocrm", "core/bitrix24", "app"},
}
PRODUCT = ("core", "ui", "app")


def qt_modules(headers):
    """Header name -> module, read from the installed headers ("QWidget" and "qwidget.h" -> "QtWidgets")."""
    modules = {}
    if os.path.isdir(headers):
        for module in os.listdir(headers):
            folder = os.path.join(headers, module)
            if module.startswith("Qt") and os.path.isdir(folder):
                for name in os.listdir(folder):
                    modules.setdefault(name, module)
    return modules


def core_order(cmake):
    match = re.search(r"foreach\(folder ([^)]*)\)", cmake)
    return match.group(1).split() if match else []


def depends(files):
    """core folder -> the folders that its CMakeLists.txt names."""
    result = {}
    for file in files:
        match = re.fullmatch(r"core/(\w+)/CMakeLists\.txt", file.path)
        named = re.search(r"DEPENDS([\w\s]*?)(?:LIBS|\))", file.text) if match else None
        if match:
            result[match.group(1)] = set(named.group(1).split()) if named else set()
    return result


def may_use(folder, homes):
    return any(folder == home or folder.startswith(home + "/") for home in homes)


def check_own(file, target, order, named):
    """A word for what is wrong with including `target` ("core/store/store.h"), or nothing."""
    parts = target.split("/")
    if parts[0] == "app" and file.top != "app":
        return "only app includes app"
    if parts[0] == "ui" and file.top == "core":
        return "core includes no ui"
    if parts[0] == "translations" and file.top != "app":
        return "only app installs translations"
    if parts[0] == "ui" and file.top == "ui" and len(parts) > 2:
        mine = file.path.split("/")[1]
        shared = ("common",) if mine == "common" else ("common", "forms")
        if parts[1] not in (*shared, mine):
            return f"a page includes no other page ({parts[1]})"
    if parts[0] == "core" and file.top == "core" and len(parts) > 2:
        mine, other = file.path.split("/")[1], parts[1]
        if other == mine:
            return None
        if mine not in order or other not in order:
            return f"core/{other if other not in order else mine} is not in the list of core/CMakeLists.txt"
        if order.index(other) > order.index(mine):
            return f"core/{mine} may include only what stands before it; core/{other} stands after it"
        if mine in named and other not in named[mine]:
            return f"core/{mine}/CMakeLists.txt does not name {other} in DEPENDS"
    return None


def check(files, order, modules):
    named = depends(files)
    for file in files:
        if not file.is_source or file.top not in PRODUCT:
            continue
        for line, target in file.includes():
            wrong = check_own(file, target, order, named)
            if wrong:
                yield Finding("layers", file.path, line, wrong)
                continue
            name = target.split("/")[-1]
            module = target.split("/")[0] if target.startswith("Qt") and "/" in target else modules.get(name)
            if module in MODULE_HOMES and not may_use(file.folder, MODULE_HOMES[module]):
                yield Finding("modules", file.path, line, f"{target} ({module}) only in {', '.join(sorted(MODULE_HOMES[module]))}")
            homes = HEADER_HOMES.get(target)
            for prefix, folders in PREFIX_HOMES.items():
                homes = folders if target.startswith(prefix) else homes
            if homes and not may_use(file.folder, homes):
                yield Finding("modules", file.path, line, f"{target} only in {', '.join(sorted(homes))}")
