// SPDX-License-Identifier: GPL-3.0-or-later
void f() { layout->addWidget(new QComboBox(parent)); }
