// SPDX-License-Identifier: GPL-3.0-or-later
// A body of application/x-www-form-urlencoded. Strict where leniency would hide a mistake: bytes that are not UTF-8, a NUL, a broken %XX or
// more than a thousand fields are a Validation error whose `where` is the field's name. Values; any thread.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

#include <optional>

namespace pfx::server {

class Form
{
public:
    static base::Result<Form> parse(const QByteArray &body);

    const QList<QPair<QString, QString>> &fields() const { return m_fields; }
    /// The field's value; no value when it is missing; Validation when it is given twice with different values.
    base::Result<std::optional<QString>> value(const QString &name) const;
    /// The same; Validation when it is missing.
    base::Result<QString> required(const QString &name) const;

private:
    QList<QPair<QString, QString>> m_fields;
};

/// %XX and '+' of one name or value; no value when it is malformed.
std::optional<QByteArray> decodeFormPart(const QByteArray &part);

} // namespace pfx::server
