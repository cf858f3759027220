// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/smpp/status_words.h"

#include <algorithm>
#include <array>

namespace pfx::sms::smpp {

namespace {

struct Row {
    Status status;
    Trouble trouble;
    const char *words;
};

constexpr std::array rows{
    Row{Status::InvalidMessageLength, Trouble::Refused, "invalid message length"},
    Row{Status::InvalidCommandLength, Trouble::Refused, "invalid command length"},
    Row{Status::InvalidCommandId, Trouble::Refused, "invalid command"},
    Row{Status::InvalidBindStatus, Trouble::Transient, "not bound"},
    Row{Status::AlreadyBound, Trouble::Transient, "already bound"},
    Row{Status::SystemError, Trouble::Transient, "system error"},
    Row{Status::InvalidSource, Trouble::Unroutable, "invalid sender"},
    Row{Status::InvalidDestination, Trouble::Refused, "invalid destination"},
    Row{Status::InvalidMessageId, Trouble::Refused, "invalid message id"},
    Row{Status::BindFailed, Trouble::Account, "bind failed"},
    Row{Status::InvalidPassword, Trouble::Account, "invalid password"},
    Row{Status::InvalidSystemId, Trouble::Account, "invalid system id"},
    Row{Status::QueueFull, Trouble::Transient, "message queue full"},
    Row{Status::SubmitFailed, Trouble::Transient, "submit failed"},
    Row{Status::Throttled, Trouble::Throttled, "throttled"},
    Row{Status::InvalidSchedule, Trouble::Refused, "invalid delivery time"},
    Row{Status::InvalidExpiry, Trouble::Refused, "invalid validity period"},
    Row{Status::TemporaryApplicationError, Trouble::Transient, "temporary application error"},
    Row{Status::PermanentApplicationError, Trouble::Refused, "permanent application error"},
    Row{Status::RejectApplicationError, Trouble::Refused, "rejected by the application"},
    Row{Status::UnknownError, Trouble::Transient, "unknown error"},
};

const Row *find(Status status)
{
    const auto at = std::find_if(rows.begin(), rows.end(), [status](const Row &row) { return row.status == status; });
    return at == rows.end() ? nullptr : &*at;
}

} // namespace

Trouble troubleOf(Status status)
{
    const Row *row = find(status);
    return row ? row->trouble : Trouble::Transient;
}

Trouble bindTroubleOf(Status status)
{
    // A full or starting SMSC may say so to a bind as well.
    const bool isPassing = status == Status::SystemError || status == Status::AlreadyBound || status == Status::Throttled
        || status == Status::QueueFull || status == Status::TemporaryApplicationError;
    return isPassing ? Trouble::Transient : Trouble::Account;
}

QString words(Status status)
{
    const QString code = QStringLiteral("0x%1").arg(quint32(status), 2, 16, QLatin1Char('0'));
    const Row *row = find(status);
    return row ? code + QLatin1Char(' ') + QLatin1String(row->words) : code;
}

} // namespace pfx::sms::smpp
