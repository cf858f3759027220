// SPDX-License-Identifier: GPL-3.0-or-later
// The test's reader of sources (tests/support/source_reader.h) with the file source of amoCRM.
#pragma once

#include "core/amocrm/file_source.h"
#include "tests/support/source_reader.h"

namespace pfx::amocrm::test {

using pfx::test::Read;

inline base::Result<std::unique_ptr<records::RecordSource>> open(const QString &path)
{
    return openFileSource(path);
}

inline Read readPath(const QString &path, int rows = 1000)
{
    return pfx::test::readPath(open, path, rows);
}

inline Read readText(const QByteArray &text, int rows = 1000)
{
    return pfx::test::readText(open, text, rows);
}

} // namespace pfx::amocrm::test
