// SPDX-License-Identifier: GPL-3.0-or-later
// An answer as it goes over the wire. Pure; any thread.
#pragma once

#include "core/server/response.h"

namespace pfx::server {

struct AnswerForm
{
    bool withoutBody = false; ///< HEAD
    bool close = false;
    bool http10 = false;
    QByteArray date; ///< IMF-fixdate
};

QByteArray answerBytes(const Response &response, const AnswerForm &form);

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 §5.6.7)
QByteArray httpDate(qint64 ms);

} // namespace pfx::server
