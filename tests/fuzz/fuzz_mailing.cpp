// SPDX-License-Identifier: GPL-3.0-or-later
// What comes to /mailing, and the token of /u/: any bytes are refused or read, in large parts and in small ones alike; no forged token is good.
#include "core/mailing/planfix_request.h"
#include "core/mailing/suppression_import.h"
#include "core/mailing/unsubscribe_link.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdlib>

using namespace pfx::mailing;

static void require(bool holds)
{
    if (!holds)
        abort();
}

static QStringList contactsOf(const PlanfixRequest &request, qsizetype part)
{
    QStringList found;
    const auto walked = request.forEachPart(
        part,
        [&found, part](const std::vector<Contact> &contacts) -> pfx::base::Result<void> {
            require(!contacts.empty() && static_cast<qsizetype>(contacts.size()) <= part);
            for (const Contact &one : contacts) {
                require(!one.planfixId || *one.planfixId > 0);
                found.append(one.place + u' ' + one.email.value_or(QString()) + u' ' + one.firstName.value_or(QString()));
            }
            return {};
        },
        [](ContactProblem::Kind, const QString &, const QString &) {});
    require(walked.has_value());
    return found;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto read = PlanfixRequest::read(bytes);
    if (const auto *request = std::get_if<PlanfixRequest>(&read)) {
        (void)request->text("listId");
        (void)request->contact();
        if (!request->contactsFault())
            require(contactsOf(*request, 1000) == contactsOf(*request, 1));
    } else {
        // Qt's own reader is no stricter, but for how deep it goes, what follows a text, and control characters in it.
        QJsonParseError error;
        QJsonDocument::fromJson(bytes, &error);
        require(error.error != QJsonParseError::NoError || std::any_of(bytes.cbegin(), bytes.cend(), [](char c) { return c >= 0 && c < ' '; }) || !bytes.trimmed().startsWith('{') || !QUtf8StringView(bytes).isValidUtf8());
    }
    require(!UnsubscribeLinks("fuzz").read(bytes));
    if (const auto suppressions = readSuppressions(bytes, 0)) {
        for (const Suppression &one : suppressions->suppressions)
            require(one.emailKey.count(u'@') == 1);
    }
    return 0;
}
