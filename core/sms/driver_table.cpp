// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/driver_table.h"

#include "core/sms/drivers/aero.h"
#include "core/sms/drivers/file_driver.h"
#include "core/sms/drivers/generic_http.h"
#include "core/sms/drivers/kannel.h"
#include "core/sms/drivers/smpp_driver.h"
#include "core/sms/drivers/smsc.h"
#include "core/sms/drivers/smsru.h"

#include <algorithm>

namespace pfx::sms {

const std::vector<DriverKind> &driverKinds()
{
    const QString login = QStringLiteral("login"), password = QStringLiteral("password"), key = QStringLiteral("key");
    static const std::vector<DriverKind> kinds{
        {QStringLiteral("smsc"), QStringLiteral("https://smsc.ru"), 10, makeSmsc, readSmscCallback, false, {login, password, key}},
        {QStringLiteral("smsru"), QStringLiteral("https://sms.ru"), 10, makeSmsRu, readSmsRuCallback, false, {key}},
        {QStringLiteral("aero"), QStringLiteral("https://gate.smsaero.ru/v2"), 10, makeAero, readAeroCallback, false, {login, key}},
        {QStringLiteral("smpp"), {}, 0, makeSmppDriver, nullptr, true, {login, password}},
        {QStringLiteral("kannel"), {}, 0, makeKannel, readKannelCallback, true, {login, password}},
        {QStringLiteral("http"), {}, 10, makeGenericHttp, readGenericCallback, true, {login, password, key}},
        {QStringLiteral("file"), {}, 0, makeFileDriver, nullptr, false, {}},
    };
    return kinds;
}

const DriverKind *findDriver(const QString &name)
{
    const auto &kinds = driverKinds();
    const auto at = std::find_if(kinds.begin(), kinds.end(), [&name](const DriverKind &kind) { return kind.name == name; });
    return at == kinds.end() ? nullptr : &*at;
}

} // namespace pfx::sms
