// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/planfix/error_codes.h"

#include <algorithm>

namespace pfx::planfix {

using base::Error;
using base::ErrorCode;

namespace {

const QString place = QStringLiteral("planfix ");

} // namespace

const QVector<RemoteCode> &remoteCodes()
{
    static const QVector<RemoteCode> all{
        {0, ErrorCode::Network, "unknown error"},
        {1, ErrorCode::Unauthorized, "unknown token"},
        {2, ErrorCode::Unauthorized, "token is not active"},
        {5, ErrorCode::ScopeMissing, "scope denied, method not allowed"},
        {6, ErrorCode::ScopeMissing, "not permitted for this employee"},
        {10, ErrorCode::Unauthorized, "account blocked for spam"},
        {11, ErrorCode::Unauthorized, "account frozen"},
        {16, ErrorCode::Unauthorized, "employee is not active"},
        {20, ErrorCode::Unauthorized, "subscription is not paid"},
        {21, ErrorCode::Unauthorized, "API is not available on the free plan"},
        {22, ErrorCode::QuotaExhausted, "request limit exhausted"},
        {23, ErrorCode::QuotaExhausted, "contact limit reached"},
        {24, ErrorCode::QuotaExhausted, "billing limit"},
        {30, ErrorCode::Validation, "not valid JSON"},
        {40, ErrorCode::Validation, "required parameter is missing"},
        {41, ErrorCode::Validation, "bad parameter value"},
        {405, ErrorCode::ScopeMissing, "method not allowed"},
        {600, ErrorCode::NotFound, "checklist item not found"},
        {601, ErrorCode::Validation, "checklist item was not created"},
        {602, ErrorCode::Validation, "checklist item was not changed"},
        {1000, ErrorCode::NotFound, "task not found"},
        {1001, ErrorCode::Validation, "task was not created"},
        {1002, ErrorCode::Validation, "task was not changed"},
        {2000, ErrorCode::NotFound, "contact not found"},
        {2001, ErrorCode::Validation, "contact was not created"},
        {2002, ErrorCode::Validation, "contact was not changed"},
        {2003, ErrorCode::Validation, "access needs an e-mail"},
        {2004, ErrorCode::Validation, "bad e-mail"},
        {2005, ErrorCode::Conflict, "e-mail is taken by another login"},
        {2006, ErrorCode::Validation, "contact name is empty"},
        {3000, ErrorCode::NotFound, "project not found"},
        {3001, ErrorCode::Validation, "project was not created"},
        {3002, ErrorCode::Validation, "project was not changed"},
        {4000, ErrorCode::NotFound, "employee not found"},
        {4001, ErrorCode::Validation, "employee was not created"},
        {4002, ErrorCode::Validation, "employee was not changed"},
        {4003, ErrorCode::Conflict, "e-mail is taken"},
        {4004, ErrorCode::Validation, "bad user name"},
        {4005, ErrorCode::Conflict, "user name is taken"},
        {4006, ErrorCode::Validation, "employee name is empty"},
        {5000, ErrorCode::NotFound, "comment not found"},
        {5001, ErrorCode::Validation, "comment was not created"},
        {5002, ErrorCode::Validation, "comment was not changed"},
        {6000, ErrorCode::NotFound, "data tag not found"},
        {6001, ErrorCode::Validation, "data tag entry was not created"},
        {6002, ErrorCode::Validation, "data tag entry was not changed"},
        {6010, ErrorCode::NotFound, "data tag entry not found"},
        {6011, ErrorCode::Validation, "data tag entry was not created"},
        {6012, ErrorCode::Validation, "data tag entry was not changed"},
        {6013, ErrorCode::Validation, "data tag entry was not deleted"},
        {7000, ErrorCode::NotFound, "file not found"},
        {7001, ErrorCode::Validation, "file was not added"},
        {7002, ErrorCode::Validation, "file is too large for the plan"},
        {7003, ErrorCode::Validation, "file was not deleted"},
        {8000, ErrorCode::NotFound, "directory not found"},
        {8010, ErrorCode::NotFound, "directory entry not found"},
        {8011, ErrorCode::Validation, "directory entry was not created"},
        {8012, ErrorCode::Validation, "directory entry was not changed"},
        {8013, ErrorCode::Validation, "directory entry was not deleted"},
        {9000, ErrorCode::NotFound, "report not found"},
        {9001, ErrorCode::QuotaExhausted, "report is not part of the plan"},
        {9002, ErrorCode::Busy, "report is already being made"},
        {9003, ErrorCode::NotFound, "report request not found"},
    };
    return all;
}

Error remoteError(int httpStatus, int number, const QString &text)
{
    const auto &all = remoteCodes();
    const auto known = std::find_if(all.begin(), all.end(), [number](const RemoteCode &code) { return code.number == number; });
    Error error;
    error.detail = QStringLiteral("HTTP %1, code %2: %3").arg(httpStatus).arg(number).arg(text);
    error.where = place + QString::number(number);
    if (known != all.end())
        error.code = known->code;
    else if (httpStatus == 401)
        error.code = ErrorCode::Unauthorized;
    else if (httpStatus == 405)
        error.code = ErrorCode::ScopeMissing;
    else if (httpStatus == 404)
        error.code = ErrorCode::NotFound;
    else if (httpStatus == 429)
        error.code = ErrorCode::RateLimited;
    else
        error.code = httpStatus >= 500 ? ErrorCode::Network : ErrorCode::Validation;
    return error;
}

std::optional<int> remoteNumber(const Error &error)
{
    if (!error.where.startsWith(place))
        return std::nullopt;
    bool isNumber = false;
    const int number = error.where.mid(place.size()).toInt(&isNumber);
    return isNumber ? std::optional<int>(number) : std::nullopt;
}

} // namespace pfx::planfix
