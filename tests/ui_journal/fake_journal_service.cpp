// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_journal/fake_journal_service.h" // its moc needs a source
