// SPDX-License-Identifier: GPL-3.0-or-later
// Phones, e-mails, amounts and keys: whatever comes in, what comes out is well-formed and stays as it is when it is read again.
#include "core/base/email.h"
#include "core/base/money.h"
#include "core/base/phone.h"
#include "core/base/text_keys.h"

#include <cstdlib>

using namespace pfx::base;

static void require(bool holds)
{
    if (!holds)
        abort();
}

static void checkPhone(const QString &text)
{
    const std::optional<Phone> phone = normalizePhone(text);
    if (!phone)
        return;
    require(phone->e164.size() >= 4 && phone->e164.size() <= 16 && phone->e164[0] == u'+');
    for (qsizetype i = 1; i < phone->e164.size(); ++i)
        require(phone->e164[i] >= u'0' && phone->e164[i] <= u'9');
    const std::optional<Phone> again = normalizePhone(phone->e164);
    require(again && again->e164 == phone->e164 && again->extension.isEmpty());
    require(!formatPhone(phone->e164).isEmpty());
}

static void checkEmail(const QString &text)
{
    const std::optional<QString> email = normalizeEmail(text);
    if (!email)
        return;
    require(email->count(u'@') == 1 && email->size() <= 254 && !email->contains(u' '));
    require(normalizeEmail(*email) == email);
}

static void checkAmount(const QString &text)
{
    const std::optional<QString> amount = parseAmount(text);
    if (!amount)
        return;
    const qsizetype point = amount->indexOf(u'.');
    require(point > 0 && amount->size() - point - 1 >= 2 && amount->size() - point - 1 <= 8);
    require(parseAmount(*amount) == amount);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    checkPhone(text);
    checkEmail(text);
    checkAmount(text);
    const QString key = searchKey(text);
    require(searchKey(key) == key);
    require(companyKey(companyKey(text)).size() <= key.size());
    return 0;
}
