// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/prepare.h"

#include "core/base/email.h"
#include "core/base/money.h"
#include "core/base/phone.h"
#include "core/base/text_keys.h"
#include "core/migration/json_text.h"
#include "core/records/currency.h"
#include "core/records/stage_meaning.h"

#include <algorithm>

namespace pfx::migration {

using records::Kind;
using records::Point;
using records::PointKind;

namespace {

constexpr qsizetype longestId = 255;

/// The name that the import's contract gives to what has none, in every language.
QString noName()
{
    return QStringLiteral("Без имени");
}

class Warnings
{
public:
    Warnings(PreparedItem &item, Kind kind) : m_item(item), m_kind(kind) {}

    void add(ProblemCode code, QStringList arguments)
    {
        Problem problem;
        problem.kind = m_kind;
        problem.externalId = m_item.externalId;
        problem.place = m_item.place;
        problem.code = code;
        problem.arguments = std::move(arguments);
        m_item.warnings.append(std::move(problem));
    }

private:
    PreparedItem &m_item;
    Kind m_kind;
};

void normalize(Point &point)
{
    point.normalized.clear();
    if (point.kind == PointKind::Email) {
        point.normalized = base::normalizeEmail(point.value).value_or(QString());
    } else if (const auto phone = base::normalizePhone(point.value)) {
        point.normalized = phone->e164;
        if (point.extension.isEmpty())
            point.extension = phone->extension;
    }
}

bool same(const Point &a, const Point &b)
{
    if (a.kind != b.kind || a.extension != b.extension)
        return false;
    return a.normalized.isEmpty() && b.normalized.isEmpty() ? a.value == b.value : a.normalized == b.normalized;
}

QString identity(const Point &point)
{
    return QChar(point.kind == PointKind::Phone ? u'p' : u'e') + (point.normalized.isEmpty() ? u'?' + point.value : point.normalized)
           + u'#' + point.extension;
}

/// Drops the ones that are there already; few are compared with each other, many through a set.
void dropRepeated(QVector<Point> &points)
{
    QVector<Point> kept;
    kept.reserve(points.size());
    QSet<QString> seen;
    const bool many = points.size() > 8;
    for (Point &point : points) {
        const bool repeated = many ? seen.contains(identity(point))
                                   : std::any_of(kept.cbegin(), kept.cend(), [&](const Point &other) { return same(point, other); });
        if (repeated)
            continue;
        if (many)
            seen.insert(identity(point));
        kept.append(std::move(point));
    }
    points = std::move(kept);
}

/// `leftOut`: how many more the source had.
void preparePoints(QVector<Point> &points, qint64 leftOut, Warnings &warnings)
{
    points.erase(std::remove_if(points.begin(), points.end(), [](const Point &point) { return point.value.trimmed().isEmpty(); }),
                 points.end());
    if (const qint64 all = points.size() + leftOut; all > maxPoints) {
        warnings.add(ProblemCode::TooManyPoints, {QString::number(all)});
        points.resize(std::min(points.size(), maxPoints));
    }
    for (Point &point : points) {
        normalize(point);
        if (point.normalized.isEmpty()) {
            warnings.add(point.kind == PointKind::Phone ? ProblemCode::PhoneNotUnderstood : ProblemCode::EmailNotUnderstood,
                         {point.value.left(200)});
        }
    }
    if (points.size() > 1)
        dropRepeated(points);
}

CompanyPointer pointerTo(const records::Reference &company)
{
    return {company.externalId, company.name.trimmed(), company.name.isEmpty() ? QString() : base::companyKey(company.name)};
}

QString joinedName(const records::Contact &contact)
{
    QStringList parts;
    for (const QString &part : {contact.firstName, contact.middleName, contact.lastName}) {
        if (!part.trimmed().isEmpty())
            parts.append(part.trimmed());
    }
    return parts.join(QLatin1Char(' '));
}

QString nameOf(const records::Contact &contact)
{
    return contact.name.trimmed().isEmpty() ? joinedName(contact) : contact.name.trimmed();
}

/// A contact without a name is made, named by its e-mail or phone.
QString substituteFor(const records::Contact &contact)
{
    for (const PointKind kind : {PointKind::Email, PointKind::Phone}) {
        for (const Point &point : contact.points) {
            if (point.kind == kind)
                return point.normalized.isEmpty() ? point.value : point.normalized;
        }
    }
    return noName();
}

template<typename Entity, typename Record>
void takeCommon(Entity &entity, Record &record)
{
    entity.tags = std::move(record.tags);
    entity.custom = json::customFields(record.custom);
    entity.unknown = std::move(record.unknown);
    entity.sourceCreatedAt = record.createdAt;
    entity.sourceChangedAt = record.changedAt;
}

CompanyDraft draftOf(records::Company &&record, qint64 pointsLeftOut, Warnings &warnings)
{
    preparePoints(record.points, pointsLeftOut, warnings);
    CompanyDraft draft;
    draft.entity.title = record.title.trimmed();
    if (draft.entity.title.isEmpty())
        draft.substitute = record.points.isEmpty() ? noName() : record.points.first().value;
    draft.key = base::companyKey(draft.entity.title.isEmpty() ? draft.substitute : draft.entity.title);
    draft.entity.points = std::move(record.points);
    draft.owner = std::move(record.owner);
    takeCommon(draft.entity, record);
    return draft;
}

ContactDraft draftOf(records::Contact &&record, qint64 pointsLeftOut, Warnings &warnings)
{
    preparePoints(record.points, pointsLeftOut, warnings);
    ContactDraft draft;
    draft.entity.name = nameOf(record);
    if (draft.entity.name.isEmpty())
        draft.substitute = substituteFor(record);
    draft.entity.firstName = std::move(record.firstName);
    draft.entity.middleName = std::move(record.middleName);
    draft.entity.lastName = std::move(record.lastName);
    draft.entity.position = std::move(record.position);
    draft.entity.points = std::move(record.points);
    draft.company = pointerTo(record.company);
    draft.owner = std::move(record.owner);
    takeCommon(draft.entity, record);
    return draft;
}

DealDraft draftOf(records::Deal &&record, Warnings &warnings)
{
    DealDraft draft;
    draft.entity.title = record.title.trimmed();
    if (!record.amount.isEmpty()) {
        const auto amount = base::parseAmount(record.amount);
        if (amount)
            draft.entity.amount = *amount;
        else
            warnings.add(ProblemCode::AmountNotUnderstood, {record.amount.left(200)});
    }
    draft.entity.currency = records::currencyCode(record.currency);
    draft.entity.source = std::move(record.source);
    draft.entity.type = std::move(record.type);
    draft.entity.lossReason = std::move(record.lossReason);
    draft.entity.closedAt = record.closedAt;
    draft.pipeline = std::move(record.pipeline);
    draft.semantics = record.semantics;
    if (!draft.semantics && record.stage.externalId.isEmpty())
        draft.semantics = records::stageMeaning(record.stage.name);
    draft.stage = std::move(record.stage);
    draft.contacts = std::move(record.contacts);
    for (records::ContactReference &contact : draft.contacts) {
        for (Point &point : contact.points)
            normalize(point);
    }
    draft.company = pointerTo(record.company);
    draft.owner = std::move(record.owner);
    takeCommon(draft.entity, record);
    return draft;
}

/// Ids that become origins, which databases index: no system has such, and one of them must not stop the run.
bool isLong(const records::SourceItem &item)
{
    const auto isLongId = [](const QString &id) { return id.size() > longestId; };
    if (isLongId(item.externalId))
        return true;
    if (const auto *deal = std::get_if<records::Deal>(&item.content))
        return isLongId(deal->pipeline.externalId) || isLongId(deal->stage.externalId);
    if (const auto *pipeline = std::get_if<records::Pipeline>(&item.content))
        return isLongId(pipeline->externalId)
               || std::any_of(pipeline->stages.cbegin(), pipeline->stages.cend(),
                              [&](const records::Stage &stage) { return isLongId(stage.externalId); });
    return false;
}

} // namespace

PreparedItem Preparer::prepare(records::SourceItem &&item) const
{
    if (isLong(item))
        item.content = base::Error{base::ErrorCode::Validation, QStringLiteral("an id longer than %1 characters").arg(longestId), item.place};
    PreparedItem prepared;
    prepared.place = std::move(item.place);
    prepared.externalId = std::move(item.externalId);
    const auto addBadTimes = [&item](Warnings &warnings) {
        for (const QString &written : std::as_const(item.badTimes))
            warnings.add(ProblemCode::DateNotUnderstood, {written.left(200)});
    };
    if (auto *error = std::get_if<base::Error>(&item.content)) {
        prepared.raw = std::move(item.raw);
        prepared.content = std::move(*error);
    } else if (auto *passed = std::get_if<records::PassedOver>(&item.content)) {
        prepared.passedOver = passed->reason == records::PassedOver::Reason::DeletedInSource ? Reason::DeletedInSource : Reason::RecurringTemplate;
        prepared.title = std::move(passed->title);
    } else if (auto *employee = std::get_if<records::Employee>(&item.content)) {
        prepared.content = std::move(*employee);
    } else if (auto *pipeline = std::get_if<records::Pipeline>(&item.content)) {
        prepared.content = std::move(*pipeline);
    } else if (auto *company = std::get_if<records::Company>(&item.content)) {
        prepared.raw = std::move(item.raw);
        m_fields.apply(*company);
        Warnings warnings(prepared, Kind::Company);
        addBadTimes(warnings);
        prepared.content = draftOf(std::move(*company), item.pointsLeftOut, warnings);
    } else if (auto *contact = std::get_if<records::Contact>(&item.content)) {
        prepared.raw = std::move(item.raw);
        m_fields.apply(*contact);
        Warnings warnings(prepared, Kind::Contact);
        addBadTimes(warnings);
        prepared.content = draftOf(std::move(*contact), item.pointsLeftOut, warnings);
    } else if (auto *deal = std::get_if<records::Deal>(&item.content)) {
        prepared.raw = std::move(item.raw);
        m_fields.apply(*deal);
        Warnings warnings(prepared, Kind::Deal);
        addBadTimes(warnings);
        prepared.content = draftOf(std::move(*deal), warnings);
    }
    return prepared;
}

bool isSubstitute(const QString &name, const QVector<Point> &points)
{
    return name == noName() || std::any_of(points.cbegin(), points.cend(), [&name](const Point &point) {
               return name == point.value || name == point.normalized;
           });
}

QString pointKey(const Point &point)
{
    return point.extension.isEmpty() || point.normalized.isEmpty() ? point.normalized : point.normalized + u'#' + point.extension;
}

bool shareWord(QStringView name, QStringView other)
{
    const auto words = [](QStringView text) {
        QString key = base::searchKey(text);
        for (QChar &c : key) {
            if (!c.isLetterOrNumber())
                c = u' ';
        }
        return key.split(u' ', Qt::SkipEmptyParts);
    };
    const QStringList ours = words(name), theirs = words(other);
    return base::searchKey(name) == base::searchKey(other) || std::any_of(ours.cbegin(), ours.cend(), [&theirs](const QString &word) { return theirs.contains(word); });
}

QString nameKey(QStringView name)
{
    QStringList words = base::searchKey(name).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    words.sort();
    return words.join(QLatin1Char(' '));
}

} // namespace pfx::migration
