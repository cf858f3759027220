// SPDX-License-Identifier: GPL-3.0-or-later
// The test's reader of sources (tests/support/source_reader.h) with the file source of Bitrix24.
#pragma once

#include "core/bitrix24/file_source.h"
#include "tests/support/source_reader.h"

namespace pfx::bitrix24::test {

using pfx::test::Read;

inline Read readPath(const QString &path, int rows = 1000)
{
    return pfx::test::readPath(openFileSource, path, rows);
}

inline Read readText(const QByteArray &text, int rows = 1000)
{
    return pfx::test::readText(openFileSource, text, rows);
}

} // namespace pfx::bitrix24::test
