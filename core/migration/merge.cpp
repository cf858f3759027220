// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/merge.h"

#include "core/migration/prepare.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pfx::migration {

namespace {

class Merger
{
public:
    Merger(UpdatePolicy policy, const NameOf &nameOf) : m_policy(policy), m_nameOf(nameOf) {}

    void text(const char *field, QString &stored, const QString &incoming)
    {
        if (incoming.isEmpty() || stored == incoming || (m_policy == UpdatePolicy::OnlyEmpty && !stored.isEmpty()))
            return;
        note(field, stored, incoming);
        stored = incoming;
    }

    /// A name that only stands for one counts as none.
    void name(const char *field, QString &stored, const QString &incoming, const QVector<records::Point> &points)
    {
        if (m_policy == UpdatePolicy::OnlyEmpty && stored != incoming && !incoming.isEmpty() && isSubstitute(stored, points)) {
            note(field, stored, incoming);
            stored = incoming;
            return;
        }
        text(field, stored, incoming);
    }

    void id(const char *field, qint64 &stored, qint64 incoming)
    {
        if (incoming == 0 || stored == incoming || (m_policy == UpdatePolicy::OnlyEmpty && stored != 0))
            return;
        const QString name = QString::fromLatin1(field);
        note(field, stored == 0 ? QString() : m_nameOf(name, stored), m_nameOf(name, incoming));
        stored = incoming;
    }

    void time(const char *field, std::optional<qint64> &stored, std::optional<qint64> incoming)
    {
        if (!incoming || stored == incoming || (m_policy == UpdatePolicy::OnlyEmpty && stored))
            return;
        note(field, stored ? QString::number(*stored) : QString(), QString::number(*incoming));
        stored = incoming;
    }

    void points(QVector<records::Point> &stored, const QVector<records::Point> &incoming)
    {
        QSet<QString> known;
        const auto keyOf = [](const records::Point &point) { return point.normalized.isEmpty() ? point.value : pointKey(point); };
        for (const records::Point &point : std::as_const(stored))
            known.insert(keyOf(point));
        for (const records::Point &point : incoming) {
            const QString key = keyOf(point);
            if (known.contains(key))
                continue;
            known.insert(key);
            note(point.kind == records::PointKind::Phone ? "phone" : "email", {}, point.normalized.isEmpty() ? point.value : point.normalized);
            stored.append(point);
        }
    }

    void tags(QStringList &stored, const QStringList &incoming)
    {
        const QString before = stored.join(QStringLiteral(", "));
        const qsizetype count = stored.size();
        for (const QString &tag : incoming) {
            if (!stored.contains(tag))
                stored.append(tag);
        }
        if (stored.size() != count)
            note("tags", before, stored.join(QStringLiteral(", ")));
    }

    void custom(QByteArray &stored, const QByteArray &incoming)
    {
        if (incoming.isEmpty() || incoming == stored)
            return;
        QJsonArray fields = QJsonDocument::fromJson(stored).array();
        const QJsonArray others = QJsonDocument::fromJson(incoming).array();
        bool changed = false;
        for (const QJsonValue &other : others)
            changed |= customField(fields, other.toObject());
        if (changed)
            stored = QJsonDocument(fields).toJson(QJsonDocument::Compact);
    }

    /// Foreign members have no names for people: they are completed without a word.
    void unknown(QByteArray &stored, const QByteArray &incoming)
    {
        if (incoming.isEmpty() || incoming == stored)
            return;
        QJsonObject object = QJsonDocument::fromJson(stored).object();
        const QJsonObject others = QJsonDocument::fromJson(incoming).object();
        const QJsonObject before = object;
        for (auto it = others.begin(); it != others.end(); ++it) {
            if (m_policy == UpdatePolicy::All || !object.contains(it.key()))
                object.insert(it.key(), it.value());
        }
        if (object == before)
            return;
        stored = QJsonDocument(object).toJson(QJsonDocument::Compact);
        note("custom", {}, QStringLiteral("…"));
    }

    void note(const char *field, const QString &before, const QString &after)
    {
        m_differences.append({QString::fromLatin1(field), before.left(500), after.left(500)});
    }

    QVector<Difference> take() { return std::move(m_differences); }
    UpdatePolicy policy() const { return m_policy; }

private:
    bool customField(QJsonArray &fields, const QJsonObject &other)
    {
        const auto member = [](const QJsonObject &object, const char *name) { return object.value(QLatin1String(name)).toString(); };
        const char *key = !member(other, "id").isEmpty() ? "id" : !member(other, "code").isEmpty() ? "code" : "name";
        for (qsizetype i = 0; i < fields.size(); ++i) {
            const QJsonObject field = fields.at(i).toObject();
            if (member(field, key) != member(other, key))
                continue;
            if (field == other || (m_policy == UpdatePolicy::OnlyEmpty && !member(field, "text").isEmpty()))
                return false;
            m_differences.append({member(other, "name"), member(field, "text").left(500), member(other, "text").left(500)});
            fields.replace(i, other);
            return true;
        }
        m_differences.append({member(other, "name"), {}, member(other, "text").left(500)});
        fields.append(other);
        return true;
    }

    UpdatePolicy m_policy;
    const NameOf &m_nameOf;
    QVector<Difference> m_differences;
};

template<typename Entity>
void mergeCommon(Merger &merger, Entity &stored, const Entity &incoming)
{
    merger.id("owner", stored.ownerId, incoming.ownerId);
    merger.tags(stored.tags, incoming.tags);
    merger.custom(stored.custom, incoming.custom);
    merger.unknown(stored.unknown, incoming.unknown);
    merger.time("created_at", stored.sourceCreatedAt, incoming.sourceCreatedAt);
    merger.time("changed_at", stored.sourceChangedAt, incoming.sourceChangedAt);
}

void mergeContacts(Merger &merger, crm::Deal &stored, const crm::Deal &incoming, const NameOf &nameOf)
{
    for (const crm::DealContact &contact : incoming.contacts) {
        const auto same = [&contact](const crm::DealContact &other) { return other.contactId == contact.contactId; };
        if (std::any_of(stored.contacts.cbegin(), stored.contacts.cend(), same))
            continue;
        merger.note("contact", {}, nameOf(QStringLiteral("contact"), contact.contactId));
        stored.contacts.append({contact.contactId, false});
    }
    const auto isMain = [](const crm::DealContact &link) { return link.isMain; };
    const auto wanted = std::find_if(incoming.contacts.cbegin(), incoming.contacts.cend(), isMain);
    const auto main = std::find_if(stored.contacts.begin(), stored.contacts.end(), isMain);
    const bool hasMain = main != stored.contacts.end();
    if (wanted == incoming.contacts.cend() || (hasMain && (merger.policy() != UpdatePolicy::All || main->contactId == wanted->contactId)))
        return;
    if (hasMain)
        merger.note("main_contact", nameOf(QStringLiteral("contact"), main->contactId), nameOf(QStringLiteral("contact"), wanted->contactId));
    for (crm::DealContact &link : stored.contacts)
        link.isMain = link.contactId == wanted->contactId;
}

} // namespace

QVector<Difference> customFields(const QByteArray &custom, qsizetype most)
{
    QVector<Difference> fields;
    if (custom.isEmpty() || most <= 0)
        return fields;
    const QJsonArray values = QJsonDocument::fromJson(custom).array();
    for (const QJsonValue &value : values) {
        const QString text = value[QLatin1String("text")].toString();
        if (text.isEmpty())
            continue;
        fields.append({value[QLatin1String("name")].toString(), {}, text.left(500)});
        if (fields.size() == most)
            break;
    }
    return fields;
}

QVector<Difference> merge(crm::Contact &stored, const crm::Contact &incoming, UpdatePolicy policy, const NameOf &nameOf)
{
    Merger merger(policy, nameOf);
    merger.name("name", stored.name, incoming.name, stored.points);
    merger.text("first_name", stored.firstName, incoming.firstName);
    merger.text("middle_name", stored.middleName, incoming.middleName);
    merger.text("last_name", stored.lastName, incoming.lastName);
    merger.text("position", stored.position, incoming.position);
    merger.id("company", stored.companyId, incoming.companyId);
    merger.points(stored.points, incoming.points);
    mergeCommon(merger, stored, incoming);
    return merger.take();
}

QVector<Difference> merge(crm::Company &stored, const crm::Company &incoming, UpdatePolicy policy, const NameOf &nameOf)
{
    Merger merger(policy, nameOf);
    merger.name("title", stored.title, incoming.title, stored.points);
    merger.points(stored.points, incoming.points);
    mergeCommon(merger, stored, incoming);
    return merger.take();
}

QVector<Difference> merge(crm::Deal &stored, const crm::Deal &incoming, UpdatePolicy policy, const NameOf &nameOf)
{
    Merger merger(policy, nameOf);
    merger.text("title", stored.title, incoming.title);
    merger.text("amount", stored.amount, incoming.amount);
    merger.text("currency", stored.currency, incoming.currency);
    // A stage belongs to its pipeline: they change together.
    if (policy == UpdatePolicy::All || (stored.pipelineId == 0 && stored.stageId == 0) || stored.pipelineId == incoming.pipelineId) {
        if (incoming.pipelineId != 0 && incoming.pipelineId != stored.pipelineId)
            stored.stageId = incoming.stageId == 0 ? 0 : stored.stageId;
        merger.id("pipeline", stored.pipelineId, incoming.pipelineId);
        merger.id("stage", stored.stageId, incoming.stageId);
    }
    merger.id("company", stored.companyId, incoming.companyId);
    merger.text("source", stored.source, incoming.source);
    merger.text("type", stored.type, incoming.type);
    merger.text("loss_reason", stored.lossReason, incoming.lossReason);
    merger.time("closed_at", stored.closedAt, incoming.closedAt);
    mergeContacts(merger, stored, incoming, nameOf);
    mergeCommon(merger, stored, incoming);
    return merger.take();
}

} // namespace pfx::migration
