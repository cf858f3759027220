// SPDX-License-Identifier: GPL-3.0-or-later
QString f() { return QCoreApplication::translate("Page", "Not in the catalogue"); }
