// SPDX-License-Identifier: GPL-3.0-or-later
const char *query = "SELECT id, name "
                    "FROM contacts";
