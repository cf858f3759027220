// SPDX-License-Identifier: GPL-3.0-or-later
// Rows for people in a terminal: columns as wide as their widest cell. Any thread.
#pragma once

#include <QStringList>
#include <QVector>

namespace pfx::ctl {

class Table
{
public:
    void row(const QStringList &cells) { m_rows.append(cells); }
    /// One line a row; control characters in the cells become spaces, since they would steer the terminal.
    QString text() const;

private:
    QVector<QStringList> m_rows;
};

} // namespace pfx::ctl
