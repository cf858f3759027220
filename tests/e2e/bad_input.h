// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of bad input share: a profile that holds something already, and the proof that an import left it whole.
#pragma once

#include "tests/ctl/ctl.h"

namespace pfx::test {

/// A profile with an employee, a contact and a deal, and what `store info` said of it.
class Kept
{
public:
    Kept();

    const Ctl &ctl() const { return m_ctl; }
    QString error() const { return m_error; } ///< Why it could not be made.

    /// Imports a file into an account of its own, so that the tests of a program do not meet.
    CtlRun import(const QString &path, const QString &source, const QStringList &more = {}) const;
    CtlRun importText(const QByteArray &text, const QString &source, const QStringList &more = {}) const;

    /// What the store holds now is what broken() compares with.
    void look() { m_before = info(); }
    /// Empty, or what is wrong: the database is not whole, or has not exactly so many contacts and deals more than at the last look().
    QString broken(int contacts = 0, int deals = 0);

private:
    QJsonObject info() const;

    Ctl m_ctl;
    QString m_error;
    QJsonObject m_before;
    mutable int m_account = 0;
};

/// Empty, or what is wrong: the run did not end with status 1 and the code, or its message lacks one of the texts.
QString refused(const CtlRun &run, const QString &code, const QStringList &texts);

/// The contacts and deals of an amoCRM or Bitrix24 file with so many contacts, for a place in the middle.
QByteArray sampleOf(const QString &source, int contacts = 1);

} // namespace pfx::test

#define PFX_GOOD(text) \
    do { \
        const QString wrong = text; \
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong)); \
    } while (false)
