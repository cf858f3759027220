// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/crm/record_view.h"

#include "core/base/phone.h"
#include "core/migration/report.h"
#include "core/texts/texts.h"
#include "ui/common/formatting.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace pfx::ui {

namespace {

/// Names shown in a section before «Показать все».
constexpr qsizetype NamesShown = 12;

using To = RecordLink::To;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RecordView)

public:
    static QString pointType(const QString &type)
    {
        if (type == QLatin1String("work"))
            return tr("work");
        if (type == QLatin1String("mobile"))
            return tr("mobile");
        if (type == QLatin1String("home"))
            return tr("home");
        if (type == QLatin1String("fax"))
            return tr("fax");
        if (type == QLatin1String("direct"))
            return tr("direct");
        if (type == QLatin1String("private"))
            return tr("private");
        if (type == QLatin1String("mailing"))
            return tr("mailings");
        return {};
    }

    static RecordSection points(const QVector<records::Point> &points)
    {
        RecordSection section{tr("Points of contact"), {}, RecordSection::Form::Values};
        for (const records::Point &point : points) {
            RecordLine line;
            QStringList notes{pointType(point.type)};
            if (point.kind == records::PointKind::Phone) {
                line.label = tr("Phone");
                line.value = point.normalized.isEmpty() ? point.value : base::formatPhone(point.normalized);
                if (!point.extension.isEmpty())
                    line.value += tr(" ext. %1").arg(point.extension);
            } else {
                line.label = tr("E-mail");
                line.value = point.value;
            }
            if (point.normalized.isEmpty())
                notes.append(tr("as written"));
            notes.removeAll(QString());
            line.note = notes.join(QStringLiteral(", "));
            section.lines.append(line);
        }
        return section;
    }

    static RecordSection deals(const QVector<crm::Named> &deals, To all, qint64 of)
    {
        RecordSection section{deals.isEmpty() ? tr("Deals") : tr("Deals: %1").arg(number(deals.size())), {}, RecordSection::Form::Values};
        for (const crm::Named &deal : deals.first(std::min(NamesShown, deals.size())))
            section.lines.append({{}, deal.name.isEmpty() ? tr("Without a title") : deal.name, {}, {To::Deal, deal.id}});
        if (deals.size() > NamesShown)
            section.lines.append({{}, tr("Show all deals in the table"), {}, {all, of}});
        return section;
    }

    static RecordSection contacts(const QVector<crm::Named> &contacts, qint64 company)
    {
        RecordSection section{tr("Contacts: %1").arg(number(contacts.size())), {}, RecordSection::Form::Values};
        for (const crm::Named &contact : contacts.first(std::min(NamesShown, contacts.size())))
            section.lines.append({{}, contact.name, {}, {To::Contact, contact.id}});
        if (contacts.size() > NamesShown)
            section.lines.append({{}, tr("Show all contacts in the table"), {}, {To::ContactsOfCompany, company}});
        return section;
    }

    /// «Создан: ничего похожего не было. Импорт № 4»
    static QString decided(const crm::OriginView &origin)
    {
        QStringList parts;
        const auto decision = migration::decisionFromName(origin.decision);
        const auto reason = migration::reasonFromName(origin.reason);
        if (decision && reason) {
            migration::RunRow row;
            row.decision = *decision;
            row.reason = *reason;
            parts.append(tr("%1: %2", "a decision and its reason").arg(texts::text(*decision), texts::reason(row)));
        }
        if (origin.runId != 0)
            parts.append(tr("Import No. %1").arg(origin.runId));
        return parts.join(QStringLiteral(" · "));
    }

    static RecordSection origins(const QVector<crm::OriginView> &origins)
    {
        RecordSection section{tr("Where it came from"), {}, RecordSection::Form::Events};
        for (const crm::OriginView &origin : origins) {
            QString fact = tr("%1, No. %2", "a service and the record's number in it").arg(sourceName(origin.source), origin.externalId);
            QStringList below;
            if (!origin.account.isEmpty() && origin.account != QLatin1String("default"))
                below.append(origin.account);
            below.append(decided(origin));
            below.removeAll(QString());
            section.lines.append({{}, fact, below.join(QStringLiteral(" · ")), {}});
        }
        return section;
    }

    static RecordSection further(const QByteArray &custom, const QStringList &tags)
    {
        RecordSection section{tr("Other fields"), {}, RecordSection::Form::Values};
        if (!tags.isEmpty())
            section.lines.append({tr("Tags"), tags.join(QStringLiteral(", ")), {}, {}});
        for (const QJsonValue &value : QJsonDocument::fromJson(custom).array()) {
            const QJsonObject field = value.toObject();
            QString label;
            for (const char *key : {"name", "code", "id"}) {
                if (label.isEmpty())
                    label = field.value(QLatin1String(key)).toVariant().toString();
            }
            const QString text = field.value(QLatin1String("text")).toString();
            if (!text.isEmpty())
                section.lines.append({label, text, {}, {}});
        }
        return section;
    }

    template<typename Entity>
    static RecordSection dates(const Entity &entity)
    {
        RecordSection section{tr("Dates"), {}, RecordSection::Form::Values};
        const auto line = [&section](const QString &label, qint64 ms) {
            if (ms != 0)
                section.lines.append({label, timeExact(ms), {}, {}});
        };
        line(tr("Made at the source"), entity.sourceCreatedAt.value_or(0));
        line(tr("Changed at the source"), entity.sourceChangedAt.value_or(0));
        line(tr("Added here"), entity.createdAt);
        if (entity.changedAt != entity.createdAt)
            line(tr("Changed here"), entity.changedAt);
        return section;
    }

    static RecordLine named(const QString &label, const std::optional<crm::Named> &value, To to)
    {
        return value ? RecordLine{label, value->name, {}, {to, to == To::Nothing ? 0 : value->id}} : RecordLine{};
    }

    static RecordView contact(const crm::ContactDetails &details);
    static RecordView company(const crm::CompanyDetails &details);
    static RecordView deal(const crm::DealDetails &details);
    static SemanticsWords semantics(records::Semantics value)
    {
        switch (value) {
        case records::Semantics::Open:
            return {tr("Open", "a deal or its stage"), Tone::Info, QStringLiteral("clock")};
        case records::Semantics::Won:
            return {tr("Won"), Tone::Success, QStringLiteral("vcs-normal")};
        case records::Semantics::Lost:
            return {tr("Lost"), Tone::Error, QStringLiteral("window-close")};
        }
        return {};
    }
};

void append(RecordView &view, const RecordSection &section)
{
    if (!section.lines.isEmpty())
        view.sections.append(section);
}

void append(RecordSection &section, const RecordLine &line)
{
    if (!line.value.isEmpty())
        section.lines.append(line);
}

RecordView Words::contact(const crm::ContactDetails &details)
{
    const crm::Contact &contact = details.contact;
    RecordView view;
    view.title = contact.name;
    view.subtitle = QStringList{contact.position, details.company ? details.company->name : QString()}
                        .filter(QRegularExpression(QStringLiteral(".")))
                        .join(QStringLiteral(" · "));
    append(view, points(contact.points));
    RecordSection work{tr("Work"), {}, RecordSection::Form::Values};
    append(work, named(tr("Company"), details.company, To::Company));
    append(work, {tr("Position"), contact.position, {}, {}});
    append(work, named(tr("Owner"), details.owner, To::Nothing));
    append(view, work);
    append(view, deals(details.deals, To::DealsOfContact, contact.id));
    append(view, origins(details.origins));
    append(view, further(contact.custom, contact.tags));
    append(view, dates(contact));
    return view;
}

RecordView Words::company(const crm::CompanyDetails &details)
{
    const crm::Company &company = details.company;
    RecordView view;
    view.title = company.title;
    append(view, points(company.points));
    RecordSection work{tr("Work"), {}, RecordSection::Form::Values};
    append(work, named(tr("Owner"), details.owner, To::Nothing));
    append(view, work);
    append(view, contacts(details.contacts, company.id));
    append(view, deals(details.deals, To::DealsOfCompany, company.id));
    append(view, origins(details.origins));
    append(view, further(company.custom, company.tags));
    append(view, dates(company));
    return view;
}

/// A chip is one line; the whole name stands below it.
QString chipText(const QString &stage, const QString &meaning)
{
    constexpr qsizetype longest = 32;
    if (stage.isEmpty())
        return meaning;
    return stage.size() <= longest ? stage : stage.left(longest - 1) + QChar(0x2026);
}

RecordView Words::deal(const crm::DealDetails &details)
{
    const crm::Deal &deal = details.deal;
    RecordView view;
    view.title = deal.title.isEmpty() ? tr("Without a title") : deal.title;
    if (details.stage) {
        const SemanticsWords words = semantics(details.stage->semantics);
        view.chip = chipText(details.stage->name, words.text); // as the table has it
        view.chipTone = words.tone;
        view.chipIcon = words.icon;
    }
    RecordSection main{tr("Deal"), {}, RecordSection::Form::Values};
    append(main, {tr("Amount"), deal.amount.isEmpty() ? QString() : amount(deal.amount, deal.currency), {}, {}});
    append(main, named(tr("Pipeline"), details.pipeline, To::Nothing));
    if (details.stage)
        append(main, {tr("Stage"), details.stage->name, details.stage->placeholder ? tr("was not in the source's list") : semantics(details.stage->semantics).text, {}});
    append(main, named(tr("Owner"), details.owner, To::Nothing));
    append(main, {tr("Source"), deal.source, {}, {}});
    append(main, {tr("Type"), deal.type, {}, {}});
    append(main, {tr("Reason of the loss"), deal.lossReason, {}, {}});
    if (deal.closedAt)
        append(main, {tr("Closed"), timeExact(*deal.closedAt), {}, {}});
    append(view, main);
    RecordSection people{tr("Customers"), {}, RecordSection::Form::Values};
    for (const crm::DealDetails::ContactLink &contact : details.contacts)
        append(people, {tr("Contact"), contact.name, contact.isMain && details.contacts.size() > 1 ? tr("main") : QString(),
                        {To::Contact, contact.id}});
    append(people, named(tr("Company"), details.company, To::Company));
    append(view, people);
    append(view, origins(details.origins));
    append(view, further(deal.custom, deal.tags));
    append(view, dates(deal));
    return view;
}

} // namespace

RecordView recordView(const crm::ContactDetails &details)
{
    return Words::contact(details);
}

RecordView recordView(const crm::CompanyDetails &details)
{
    return Words::company(details);
}

RecordView recordView(const crm::DealDetails &details)
{
    return Words::deal(details);
}

SemanticsWords semanticsWords(records::Semantics value)
{
    return Words::semantics(value);
}

QString sourceName(const QString &source)
{
    if (source == QLatin1String("amocrm"))
        return QStringLiteral("AmoCRM");
    if (source == QLatin1String("bitrix24"))
        return QStringLiteral("Bitrix24");
    return source;
}

} // namespace pfx::ui
