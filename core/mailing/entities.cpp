// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mailing/entities.h"

#include <array>
#include <utility>

namespace pfx::mailing {

namespace {

constexpr std::array reasons{std::pair{Reason::Unsubscribed, "unsubscribed"}, std::pair{Reason::Bounced, "bounced"},
                             std::pair{Reason::Complained, "complained"}, std::pair{Reason::Manual, "manual"}};

} // namespace

QString name(Reason reason)
{
    for (const auto &[value, word] : reasons) {
        if (value == reason)
            return QString::fromLatin1(word);
    }
    return QStringLiteral("manual");
}

std::optional<Reason> reasonNamed(const QString &name)
{
    for (const auto &[value, word] : reasons) {
        if (name == QLatin1String(word))
            return value;
    }
    return std::nullopt;
}

QString name(ContactProblem::Kind kind)
{
    switch (kind) {
    case ContactProblem::Kind::BadAddress:
        return QStringLiteral("bad_address");
    case ContactProblem::Kind::NothingToKnowBy:
        return QStringLiteral("no_id_and_address");
    case ContactProblem::Kind::BadId:
        return QStringLiteral("bad_id");
    case ContactProblem::Kind::NameCut:
        return QStringLiteral("name_cut");
    case ContactProblem::Kind::NotAnObject:
        break;
    }
    return QStringLiteral("not_an_object");
}

} // namespace pfx::mailing
