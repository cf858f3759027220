// SPDX-License-Identifier: GPL-3.0-or-later
void f() { auto *edit = new QLineEdit(parent); edit->setObjectName(name); }
