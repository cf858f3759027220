// SPDX-License-Identifier: GPL-3.0-or-later
QString f() { return QCoreApplication::translate("Import", text); }
