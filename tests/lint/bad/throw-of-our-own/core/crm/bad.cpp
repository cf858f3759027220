// SPDX-License-Identifier: GPL-3.0-or-later
void f() { throw 1; }
