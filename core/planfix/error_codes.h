// SPDX-License-Identifier: GPL-3.0-or-later
// Planfix's own error codes as one table: number, what they mean for us. An Error made from a Planfix answer has `where` "planfix <code>";
// core/texts has a text with the next step for each. Source: help wiki «REST API: коды ошибок» and the examples of the OpenAPI. Any thread.
#pragma once

#include "core/base/error.h"

#include <QVector>

#include <optional>

namespace pfx::planfix {

struct RemoteCode
{
    int number = 0;
    base::ErrorCode code = base::ErrorCode::Internal;
    const char *meaning = ""; ///< Planfix's meaning in English, for logs and tests.
};

const QVector<RemoteCode> &remoteCodes();

/// The Error of an answer `{"result":"fail","code":N,"error":"…"}` with HTTP status `httpStatus`.
base::Error remoteError(int httpStatus, int number, const QString &text);

/// Planfix's number in an Error that remoteError() made.
std::optional<int> remoteNumber(const base::Error &error);

} // namespace pfx::planfix
