// SPDX-License-Identifier: GPL-3.0-or-later
// A name with variables: "Заявка #{{number}} – {{client_name}}". One line of plain text comes out, whatever the values hold. Pure; any
// thread.
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QStringList>

namespace pfx::rules {

class NameTemplate
{
public:
    /// Validation with the place in `where` (a column from 1) for a brace that does not close or a variable that `known` does not have.
    static base::Result<NameTemplate> parse(const QString &text, const QStringList &known);

    /// A variable without a value is empty; double spaces and separators left at the end go, the rest is cut at `most` characters.
    QString render(const QHash<QString, QString> &values, int most = 255) const;
    QStringList variables() const;

private:
    struct Part
    {
        bool isVariable = false;
        QString text; ///< The words, or the variable's name.
    };
    QVector<Part> m_parts;
};

} // namespace pfx::rules
