// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/planfix/rest_spec.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>

static void initResources()
{
    Q_INIT_RESOURCE(planfix_spec);
}

namespace pfx::fake {

void bringDataIn()
{
    initResources();
}

namespace {

QJsonObject readData()
{
    bringDataIn();
    QFile file(QStringLiteral(":/planfix_spec/rest.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("data/rest.json is not in the program");
    QJsonParseError error;
    const QJsonObject data = QJsonDocument::fromJson(file.readAll(), &error).object();
    if (error.error != QJsonParseError::NoError)
        qFatal("data/rest.json: %s", qPrintable(error.errorString()));
    return data;
}

bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && value.toInteger(-1) == value.toInteger(-2);
}

bool isDate(const QString &text, const char *format)
{
    const QString pattern = QString::fromLatin1(format);
    return text.size() == QString(pattern).remove(u'\'').size() && QDateTime::fromString(text, pattern).isValid();
}

/// The words of rest.json for a text of a certain form.
bool isText(const QString &text, const QString &type)
{
    static const QRegularExpression uuid(QStringLiteral("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"));
    static const QRegularExpression time(QStringLiteral("^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$"));
    if (type == u"uuid")
        return uuid.match(text).hasMatch();
    if (type == u"date")
        return isDate(text, "dd-MM-yyyy");
    if (type == u"time")
        return time.match(text).hasMatch();
    if (type == u"datetime")
        return isDate(text, "yyyy-MM-dd'T'HH:mm'Z'");
    if (type == u"moment")
        return isDate(text, "dd-MM-yyyy HH:mm:ss");
    if (type == u"birthDate")
        return isDate(text, "dd.MM.yyyy") || isDate(text, "dd-MM-yyyy");
    if (type == u"empty")
        return text.isEmpty();
    if (!type.startsWith(u"text"))
        return false;
    const int most = type.mid(4).toInt();
    return most == 0 || text.size() <= most;
}

bool fitsPlaceholder(const QString &segment, const QString &type)
{
    static const QRegularExpression number(QStringLiteral("^\\d{1,18}$"));
    static const QRegularExpression person(QStringLiteral("^((contact|user):)?\\d{1,18}$"));
    if (type == u"text")
        return !segment.isEmpty();
    return (type == u"person" ? person : number).match(segment).hasMatch();
}

SpecCall readCall(const QJsonObject &row)
{
    SpecCall call;
    call.name = row[u"call"].toString();
    const QStringList parts = call.name.split(u' ');
    call.method = parts[0].toLatin1();
    call.segments = parts[1].split(u'/');
    call.scopes = row[u"scope"].toString().split(u' ', Qt::SkipEmptyParts);
    const QJsonObject path = row[u"path"].toObject();
    for (const QString &name : path.keys())
        call.path.insert(name, path[name].toString());
    call.query = row[u"query"].toObject();
    call.body = row[u"body"].toString();
    for (const QJsonValue part : row[u"form"].toArray())
        call.form << part.toString();
    call.payload = row[u"payload"].toString();
    call.fields = row[u"fields"].toString();
    call.handler = row[u"serve"].toString().section(u' ', 0, 0);
    call.subject = row[u"serve"].toString().section(u' ', 1);
    return call;
}

std::optional<Placeholders> match(const SpecCall &call, const QStringList &segments)
{
    if (segments.size() != call.segments.size())
        return {};
    Placeholders found;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const QString &wanted = call.segments[i];
        if (!wanted.startsWith(u'{')) {
            if (wanted != segments[i])
                return {};
            continue;
        }
        const QString name = wanted.mid(1, wanted.size() - 2);
        if (!fitsPlaceholder(segments[i], call.path.value(name, QStringLiteral("int"))))
            return {};
        found.insert(name, segments[i]);
    }
    return found;
}

} // namespace

RestSpec::RestSpec()
{
    const QJsonObject data = readData();
    for (const QJsonValue row : data[u"calls"].toArray())
        m_calls.push_back(readCall(row.toObject()));
    const QJsonObject types = data[u"types"].toObject();
    for (const QString &name : types.keys())
        m_types.insert(name, types[name].toObject());
    m_values = data[u"values"].toObject();
    const QJsonObject fields = data[u"fields"].toObject();
    for (const QString &set : fields.keys()) {
        for (const QJsonValue name : fields[set].toArray())
            m_fields[set] << name.toString();
    }
    m_filters = data[u"filters"].toObject();
}

std::optional<Found> RestSpec::find(const QByteArray &method, const QString &path) const
{
    const QStringList segments = path.split(u'/');
    for (const SpecCall &call : m_calls) {
        if (call.method != method)
            continue;
        if (auto placeholders = match(call, segments))
            return Found{&call, *placeholders};
    }
    return {};
}

bool RestSpec::fits(const QJsonValue &value, const QString &type) const
{
    return problems(value, type, {}).isEmpty();
}

QStringList RestSpec::problems(const QJsonValue &value, const QString &type, const QString &path) const
{
    const QStringList wrong{QStringLiteral("%1: expected %2").arg(path, type)};
    if (type == u"any")
        return {};
    if (type.startsWith(u"enum:")) {
        const QStringList allowed = type.mid(5).split(u',');
        return (value.isString() || isWhole(value)) && allowed.contains(value.toVariant().toString()) ? QStringList() : wrong;
    }
    if (type.startsWith(u'[')) {
        if (!value.isArray())
            return wrong;
        QStringList found;
        for (qsizetype i = 0; i < value.toArray().size(); ++i)
            found += problems(value.toArray()[i], type.mid(1, type.size() - 2), QStringLiteral("%1[%2]").arg(path).arg(i));
        return found;
    }
    if (type.contains(u'|')) {
        for (const QString &one : type.split(u'|')) {
            if (fits(value, one))
                return {};
        }
        return wrong;
    }
    if (const auto members = m_types.constFind(type); members != m_types.cend()) {
        if (!value.isObject())
            return wrong;
        QStringList found;
        const QJsonObject object = value.toObject();
        for (const QString &name : object.keys()) {
            const QString place = path.isEmpty() ? name : path + u'.' + name;
            if (!members->contains(name))
                found << place + QStringLiteral(": unknown field");
            else
                found += problems(object[name], members->value(name).toString(), place);
        }
        return found;
    }
    const bool good = type == u"int" ? isWhole(value)
        : type == u"number"          ? value.isDouble()
        : type == u"flag"            ? value.isBool()
                                     : value.isString() && isText(value.toString(), type);
    return good ? QStringList() : wrong;
}

QStringList RestSpec::problems(const QUrlQuery &query, const SpecCall &call) const
{
    static const QRegularExpression number(QStringLiteral("^\\d{1,18}$"));
    QStringList found;
    QStringList seen;
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        const QString type = call.query[name].toString();
        if (seen.contains(name))
            found << QStringLiteral("?%1: given twice").arg(name);
        seen << name;
        const bool good = type == u"int" ? number.match(value).hasMatch()
            : type == u"flag"            ? value == u"true" || value == u"false"
                                         : fits(value, type);
        if (type.isEmpty())
            found << QStringLiteral("?%1: unknown parameter").arg(name);
        else if (!good)
            found << QStringLiteral("?%1: expected %2").arg(name, type);
    }
    return found;
}

QString RestSpec::valueType(int fieldType) const
{
    return m_values[QString::number(fieldType)].toString();
}

QString RestSpec::filter(const QString &family, int type) const
{
    const QJsonObject known = m_filters[family].toObject();
    if (const QString how = known[QString::number(type)].toString(); !how.isEmpty())
        return how;
    return known[u"known"].toArray().contains(type) ? QStringLiteral("known") : QString();
}

qint64 plainId(const QString &text)
{
    static const QRegularExpression person(QStringLiteral("^(?:(?:contact|user|group):)?(\\d{1,18})$"));
    const auto match = person.match(text);
    return match.hasMatch() ? match.captured(1).toLongLong() : -1;
}

qint64 plainId(const QJsonValue &value)
{
    if (value.isObject())
        return plainId(value.toObject()[u"id"]);
    return value.isString() ? plainId(value.toString()) : value.toInteger(-1);
}

} // namespace pfx::fake
