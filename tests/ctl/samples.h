// SPDX-License-Identifier: GPL-3.0-or-later
// The example files of the migration guide, word for word, for the tests that drive the built programs.
#pragma once

#include <QByteArray>

namespace pfx::test {

QByteArray amocrmExample();
QByteArray bitrix24Example();
QByteArray amocrmMinimum();
QByteArray bitrix24Minimum();

} // namespace pfx::test
