// SPDX-License-Identifier: GPL-3.0-or-later
// Checked reading of JSON from outside (options, mappings, settings, answers): a wrong type is a Validation error whose `where` is the path
// (`fields[2].to`) and whose detail says what was expected. Unknown members are tolerated; null counts as missing. Values; any thread.
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QVector>

#include <optional>

namespace pfx::base {

class JsonReader
{
public:
    /// The whole text must be one JSON object; the error's `where` is the byte offset.
    static Result<JsonReader> parse(const QByteArray &json);

    explicit JsonReader(QJsonObject object, QString path = {}) : m_object(std::move(object)), m_path(std::move(path)) {}

    const QJsonObject &object() const { return m_object; }
    /// "fields[2].to" for a member of the object at "fields[2]".
    QString path(const QString &key) const;
    /// Missing and null are the same.
    bool has(const QString &key) const;

    Result<QString> text(const QString &key) const;
    Result<QString> text(const QString &key, const QString &ifMissing) const;
    /// A string, or a number as it was written when it is whole: ids come as either.
    Result<QString> textOrNumber(const QString &key, const QString &ifMissing) const;
    /// A whole number, or a string of one.
    Result<qint64> integer(const QString &key) const;
    Result<qint64> integer(const QString &key, qint64 ifMissing) const;
    /// An object; no value when it is missing.
    Result<std::optional<JsonReader>> child(const QString &key) const;
    /// An array of objects; empty when it is missing.
    Result<QVector<JsonReader>> children(const QString &key) const;
    /// An array of strings; empty when it is missing.
    Result<QStringList> texts(const QString &key) const;
    /// true or false; a missing one leaves `target` as it was. Written to `target` because Result<bool> hides what the two cases are.
    Result<void> flag(const QString &key, bool &target) const;

private:
    QJsonObject m_object;
    QString m_path;
};

} // namespace pfx::base
