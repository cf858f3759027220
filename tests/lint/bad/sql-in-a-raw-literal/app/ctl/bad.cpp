// SPDX-License-Identifier: GPL-3.0-or-later
const char *query = R"(
DELETE FROM contacts
)";
