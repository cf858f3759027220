// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/form.h"

#include <QStringDecoder>

namespace pfx::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr qsizetype mostFields = 1000;

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::optional<QString> decodeText(const QByteArray &part)
{
    const auto bytes = decodeFormPart(part);
    if (!bytes || bytes->contains('\0'))
        return std::nullopt;
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decode(*bytes);
    return decode.hasError() ? std::nullopt : std::optional(std::move(text));
}

} // namespace

std::optional<QByteArray> decodeFormPart(const QByteArray &part)
{
    QByteArray result;
    result.reserve(part.size());
    for (qsizetype i = 0; i < part.size(); ++i) {
        const char c = part.at(i);
        if (c != '%') {
            result.append(c == '+' ? ' ' : c);
            continue;
        }
        if (i + 2 >= part.size())
            return std::nullopt;
        const int high = hexDigit(part.at(i + 1));
        const int low = hexDigit(part.at(i + 2));
        if (high < 0 || low < 0)
            return std::nullopt;
        result.append(static_cast<char>(high * 16 + low));
        i += 2;
    }
    return result;
}

Result<Form> Form::parse(const QByteArray &body)
{
    Form form;
    if (body.isEmpty())
        return form;
    for (qsizetype at = 0; at <= body.size();) {
        const qsizetype next = body.indexOf('&', at);
        const qsizetype end = next < 0 ? body.size() : next;
        const QByteArray pair = QByteArray::fromRawData(body.constData() + at, end - at);
        at = end + 1;
        if (pair.isEmpty())
            continue;
        if (form.m_fields.size() == mostFields)
            return fail(ErrorCode::Validation, QStringLiteral("more than %1 fields").arg(mostFields));
        const qsizetype equals = pair.indexOf('=');
        const std::optional<QString> name = decodeText(equals < 0 ? pair : pair.left(equals));
        if (!name)
            return fail(ErrorCode::Validation, QStringLiteral("a field's name is not UTF-8"));
        std::optional<QString> value = decodeText(equals < 0 ? QByteArray() : pair.mid(equals + 1));
        if (!value)
            return fail(ErrorCode::Validation, QStringLiteral("not UTF-8"), *name);
        form.m_fields.append({*name, *std::move(value)});
    }
    return form;
}

Result<std::optional<QString>> Form::value(const QString &name) const
{
    std::optional<QString> found;
    for (const auto &[key, value] : m_fields) {
        if (key != name)
            continue;
        if (found && *found != value)
            return fail(ErrorCode::Validation, QStringLiteral("given twice"), name);
        found = value;
    }
    return found;
}

Result<QString> Form::required(const QString &name) const
{
    PFX_ASSIGN(std::optional<QString> found, value(name));
    if (!found)
        return fail(ErrorCode::Validation, QStringLiteral("missing"), name);
    return *std::move(found);
}

} // namespace pfx::server
