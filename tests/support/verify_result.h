// SPDX-License-Identifier: GPL-3.0-or-later
// A Result in a test: its error as text. (QVERIFY2 evaluates its second argument always, and error() of a good Result is undefined.)
#pragma once

#include "core/base/result.h"

#include <QtTest>

namespace pfx::test {

/// Empty when the result is a value.
template<typename Result>
QString errorText(const Result &result)
{
    if (result)
        return {};
    const base::Error &error = result.error();
    return QStringLiteral("%1: %2 (%3)").arg(base::name(error.code), error.detail, error.where);
}

} // namespace pfx::test

/// Fails the test with the error's text.
#define PFX_VERIFY(result) QCOMPARE(::pfx::test::errorText(result), QString())
/// Fails the test when the result is a value or another error.
#define PFX_VERIFY_ERROR(result, expected) \
    do { \
        const auto &pfxOutcome = (result); \
        QVERIFY(!pfxOutcome); \
        QVERIFY2(pfxOutcome.error().code == (expected), qPrintable(::pfx::test::errorText(pfxOutcome))); \
    } while (false)
