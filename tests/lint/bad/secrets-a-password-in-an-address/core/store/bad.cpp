// SPDX-License-Identifier: GPL-3.0-or-later
const char *url = "postgresql://user:hunter2secret@db.example.com/crm";
