// SPDX-License-Identifier: GPL-3.0-or-later
const char *query = "INSERT INTO points VALUES (1)";
