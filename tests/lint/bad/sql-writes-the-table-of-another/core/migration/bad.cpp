// SPDX-License-Identifier: GPL-3.0-or-later
const char *query = "UPDATE contacts SET name = :name";
