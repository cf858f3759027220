// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/run_words.h"

#include "core/base/email.h"
#include "core/base/phone.h"
#include "core/texts/technical.h"
#include "core/texts/texts.h"
#include "ui/common/formatting.h"

#include <QRegularExpression>

namespace pfx::ui {

using migration::Counters;

QString RunWords::system(records::System system)
{
    return system == records::System::Amocrm ? QStringLiteral("AmoCRM") : QStringLiteral("Bitrix24");
}

QString RunWords::title(const migration::RunReport &report)
{
    const QString number = QString::number(report.run); // a name, not an amount
    return report.mode == QLatin1String("api") ? tr("No. %1 · %2 · API").arg(number, system(report.source))
                                               : tr("No. %1 · %2").arg(number, system(report.source));
}

/// "contacts: 2, companies: 3", without what there is none of.
static QString someOf(qint64 contacts, qint64 deals, qint64 companies)
{
    QStringList parts;
    if (contacts > 0)
        parts.append(RunWords::tr("contacts: %1").arg(number(contacts)));
    if (deals > 0)
        parts.append(RunWords::tr("deals: %1").arg(number(deals)));
    if (companies > 0)
        parts.append(RunWords::tr("companies: %1").arg(number(companies)));
    return parts.join(QStringLiteral(", "));
}

QString RunWords::summary(const migration::RunReport &report)
{
    const Counters &c = report.contacts;
    const Counters &d = report.deals;
    const Counters &f = report.companies;
    // Contacts and deals are always told of what was created: nothing made is an answer too.
    QStringList sentences{f.created > 0 ? tr("Created contacts: %1, deals: %2, companies: %3.").arg(number(c.created), number(d.created), number(f.created))
                                        : tr("Created contacts: %1, deals: %2.").arg(number(c.created), number(d.created))};
    if (const QString some = someOf(c.updated, d.updated, f.updated); !some.isEmpty())
        sentences.append(tr("Updated %1.").arg(some));
    if (const QString some = someOf(c.skipped, d.skipped, f.skipped); !some.isEmpty())
        sentences.append(tr("Skipped %1.").arg(some));
    if (const QString some = someOf(c.failed, d.failed, f.failed); !some.isEmpty())
        sentences.append(tr("Not imported %1.").arg(some));
    return sentences.join(QLatin1Char(' '));
}

QString RunWords::contents(qint64 contacts, qint64 deals, qint64 companies, qint64 pipelines, qint64 employees)
{
    QString text = tr("contacts: %1, deals: %2").arg(number(contacts), number(deals));
    if (companies > 0)
        text += tr(", companies: %1").arg(number(companies));
    if (pipelines > 0)
        text += tr(", pipelines: %1").arg(number(pipelines));
    if (employees > 0)
        text += tr(", employees: %1").arg(number(employees));
    return text;
}

QString RunWords::form(const QString &code)
{
    if (code == QLatin1String("json"))
        return QStringLiteral("JSON");
    if (code == QLatin1String("json-pages"))
        return tr("JSON, pages of the API");
    if (code == QLatin1String("json-lines"))
        return tr("JSON, one a line");
    if (code == QLatin1String("html-table"))
        return tr("XLS (an HTML table)");
    return code.toUpper();
}

QString RunWords::notice(const QString &code)
{
    if (code == QLatin1String("repeated_columns"))
        return tr("Some columns bear the same name: they are told apart by their order.");
    if (code == QLatin1String("other_system"))
        return tr("Some records look like those of the other service: check the choice above.");
    return {}; // a byte order mark and the like change nothing for anybody
}

QString RunWords::place(const QString &place)
{
    return texts::place(place); // "contacts[3]" is the file's own word
}

QString RunWords::reason(const migration::RunRow &row)
{
    migration::RunRow told = row;
    if (row.reason == migration::Reason::Changed) { // that fields change is said beside it
        const QString match = row.reasonArguments.value(0);
        told.reason = match.isEmpty()                        ? migration::Reason::SameOrigin
                      : match.contains(QLatin1Char('@'))     ? migration::Reason::SameEmail
                      : match.startsWith(QLatin1Char('+'))   ? migration::Reason::SamePhone
                      : row.kind == records::Kind::Company   ? migration::Reason::SameTitle
                                                             : migration::Reason::SameName;
    }
    for (QString &argument : told.reasonArguments)
        argument = place(base::formatEmail(base::formatPhone(argument)));
    return texts::reason(told);
}

QString RunWords::sum(const QString &text)
{
    static const QRegularExpression sum(QStringLiteral("^(-?\\d+(?:\\.\\d+)?)(?: ([A-Z]{3}))?$"));
    const QRegularExpressionMatch found = sum.match(text);
    return found.hasMatch() ? amount(found.captured(1), found.captured(2)) : text;
}

QString RunWords::value(const QString &field, const QString &text)
{
    if (field == QLatin1String("phone"))
        return base::formatPhone(text);
    if (field == QLatin1String("email"))
        return base::formatEmail(text);
    if (field == QLatin1String("semantics")) {
        const auto meaning = records::semanticsFromName(text);
        if (!meaning)
            return text;
        return *meaning == records::Semantics::Won ? tr("won") : *meaning == records::Semantics::Lost ? tr("lost") : tr("open");
    }
    if (field == QLatin1String("amount"))
        return sum(text);
    if (!field.endsWith(QLatin1String("_at")))
        return text;
    bool isNumber = false;
    const qint64 ms = text.toLongLong(&isNumber);
    return isNumber ? timeExact(ms) : text;
}

QString RunWords::outOf(qint64 done, qint64 total)
{
    QString words = tr("%1 of %n record(s)", nullptr, static_cast<int>(std::min<qint64>(total, 1'000'000'000)));
    return words.replace(QString::number(total), number(total)).arg(number(done));
}

QString RunWords::seconds(qint64 ms)
{
    if (ms < 1000)
        return tr("less than a second");
    const int seconds = static_cast<int>(ms / 1000);
    if (seconds < 60)
        return tr("%n second(s)", nullptr, seconds);
    const QString minutes = tr("%n minute(s)", nullptr, seconds / 60);
    return seconds % 60 == 0 ? minutes : minutes + QLatin1Char(' ') + tr("%n second(s)", nullptr, seconds % 60);
}

} // namespace pfx::ui
