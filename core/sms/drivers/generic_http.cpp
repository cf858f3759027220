// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sms/drivers/generic_http.h"

#include "core/base/json.h"
#include "core/server/form.h"
#include "core/sms/drivers/http_driver.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace pfx::sms {

using base::ErrorCode;
using base::Result;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

enum class Escaping { None, Percent, Json, Header };

QString escaped(const QString &value, Escaping escaping)
{
    switch (escaping) {
    case Escaping::Percent:
        return QString::fromLatin1(value.toUtf8().toPercentEncoding());
    case Escaping::Json: {
        const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        return QString::fromUtf8(array.mid(2, array.size() - 4));
    }
    case Escaping::Header:
        return QString(value).remove(QLatin1Char('\r')).remove(QLatin1Char('\n'));
    case Escaping::None:
        break;
    }
    return value;
}

using Values = QHash<QString, QString>;

/// {{name}} by its value; what has none is left out. Values are not looked at again.
QString filled(const QString &pattern, const Values &values, Escaping escaping)
{
    QString text;
    qsizetype at = 0;
    while (true) {
        const qsizetype open = pattern.indexOf(s("{{"), at), close = open < 0 ? -1 : pattern.indexOf(s("}}"), open);
        if (close < 0)
            return text + pattern.mid(at);
        text += pattern.mid(at, open - at) + escaped(values.value(pattern.mid(open + 2, close - open - 2).trimmed()), escaping);
        at = close + 2;
    }
}

/// "result.0.code" in a JSON document.
QJsonValue valueAt(const QJsonDocument &document, const QString &path)
{
    QJsonValue value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    for (const QString &step : path.split(QLatin1Char('.'))) {
        bool isIndex = false;
        const int index = step.toInt(&isIndex);
        value = isIndex && value.isArray() ? value[index] : value[step];
    }
    return value;
}

QString textAt(const QJsonDocument &document, const QString &path)
{
    return path.isEmpty() ? QString() : valueAt(document, path).toVariant().toString();
}

std::optional<Trouble> troubleNamed(const QString &name)
{
    const std::pair<const char *, Trouble> all[] = {{"transient", Trouble::Transient},   {"throttled", Trouble::Throttled},
                                                    {"refused", Trouble::Refused},       {"unroutable", Trouble::Unroutable},
                                                    {"account", Trouble::Account},       {"no_money", Trouble::NoMoney}};
    const auto at = std::find_if(std::begin(all), std::end(all), [&name](const auto &one) { return name == QLatin1String(one.first); });
    return at == std::end(all) ? std::nullopt : std::optional(at->second);
}

std::optional<Delivery> deliveryNamed(const QString &name)
{
    const std::pair<const char *, Delivery> all[] = {{"pending", Delivery::Pending},         {"delivered", Delivery::Delivered},
                                                     {"undelivered", Delivery::Undelivered}, {"expired", Delivery::Expired},
                                                     {"rejected", Delivery::Rejected},       {"unknown", Delivery::Unknown}};
    const auto at = std::find_if(std::begin(all), std::end(all), [&name](const auto &one) { return name == QLatin1String(one.first); });
    return at == std::end(all) ? std::nullopt : std::optional(at->second);
}

/// What the options say, checked.
struct Description {
    QByteArray method;
    QByteArray contentType;
    QVector<std::pair<QByteArray, QString>> headers;
    QString query, body;
    QString successPath;
    QStringList successValues;
    QString idPath, errorPath;
    QHash<QString, Trouble> errors;

    Escaping escaping() const
    {
        if (contentType.contains("json"))
            return Escaping::Json;
        return contentType.contains("urlencoded") ? Escaping::Percent : Escaping::None;
    }
};

Result<Description> describe(const QJsonObject &options)
{
    const base::JsonReader reader(options, s("options"));
    Description description;
    PFX_ASSIGN(const QString method, reader.text(s("method"), s("POST")));
    if (method != QLatin1String("POST") && method != QLatin1String("GET") && method != QLatin1String("PUT"))
        return base::fail(ErrorCode::Validation, s("expected POST, GET, PUT"), s("options.method"));
    description.method = method.toLatin1();
    PFX_ASSIGN(const QString type, reader.text(s("content_type"), s("application/x-www-form-urlencoded")));
    description.contentType = type.toLatin1();
    PFX_ASSIGN(description.query, reader.text(s("query"), {}));
    PFX_ASSIGN(description.body, reader.text(s("body"), {}));
    PFX_ASSIGN(description.idPath, reader.text(s("id"), {}));
    PFX_ASSIGN(description.errorPath, reader.text(s("error"), {}));
    PFX_ASSIGN(const auto headers, reader.child(s("headers")));
    for (const QString &name : headers ? headers->object().keys() : QStringList()) {
        PFX_ASSIGN(const QString value, headers->text(name));
        description.headers.append({name.toLatin1(), value});
    }
    PFX_ASSIGN(const auto success, reader.child(s("success")));
    if (success) {
        PFX_ASSIGN(description.successPath, success->text(s("path")));
        PFX_ASSIGN(description.successValues, success->texts(s("is")));
    }
    PFX_ASSIGN(const auto errors, reader.child(s("errors")));
    for (const QString &code : errors ? errors->object().keys() : QStringList()) {
        PFX_ASSIGN(const QString name, errors->text(code));
        const auto trouble = troubleNamed(name);
        if (!trouble)
            return base::fail(ErrorCode::Validation, s("expected transient, throttled, refused, unroutable, account, no_money"),
                              errors->path(code));
        description.errors.insert(code, *trouble);
    }
    return description;
}

class GenericHttp : public HttpProtocol {
public:
    GenericHttp(ProviderConfig config, Description description) : m_config(std::move(config)), m_description(std::move(description)) { }

    Abilities abilities() const override
    {
        Abilities abilities;
        abilities.pushes = m_config.options.contains(s("callback"));
        return abilities;
    }

    http::Request submit(const Outgoing &message) const override
    {
        const Values values{{s("to"), message.to},
                            {s("to_digits"), message.to.mid(1)},
                            {s("from"), message.from},
                            {s("text"), message.text},
                            {s("id"), QString::number(message.id)},
                            {s("reference"), QString::number(message.reference)},
                            {s("login"), m_config.login.reveal()},
                            {s("password"), m_config.password.reveal()},
                            {s("key"), m_config.key.reveal()},
                            {s("callback_url"), m_config.callbackUrl}};
        http::Request request;
        request.method = m_description.method;
        request.url = QUrl(m_config.url);
        if (!m_description.query.isEmpty())
            request.url.setQuery(filled(m_description.query, values, Escaping::Percent), QUrl::StrictMode);
        for (const auto &[name, value] : m_description.headers)
            request.headers.append({name, filled(value, values, Escaping::Header).toUtf8()});
        if (!m_description.body.isEmpty()) {
            request.headers.append({"Content-Type", m_description.contentType});
            request.body = filled(m_description.body, values, m_description.escaping()).toUtf8();
        }
        return request;
    }

    SubmitResult readSubmit(const Outgoing &message, const http::Response &answer) const override
    {
        const QJsonDocument json = QJsonDocument::fromJson(answer.body);
        const bool isWanted = m_description.successPath.isEmpty()
            || m_description.successValues.contains(textAt(json, m_description.successPath));
        const QString id = textAt(json, m_description.idPath);
        if (answer.isSuccess() && isWanted && (m_description.idPath.isEmpty() || !id.isEmpty()))
            return Submitted{{id.isEmpty() ? QString::number(message.reference) : id}};
        const QString error = textAt(json, m_description.errorPath);
        if (m_description.errors.contains(error))
            return notTaken(m_description.errors.value(error), error);
        if (answer.status == 401 || answer.status == 403)
            return notTaken(Trouble::Account, shortAnswer(answer));
        if (answer.status == 402)
            return notTaken(Trouble::NoMoney, shortAnswer(answer));
        if (!answer.isSuccess() || !error.isEmpty())
            return notTaken(Trouble::Refused, error.isEmpty() ? shortAnswer(answer) : error);
        return unreadable(shortAnswer(answer)); // neither success nor an error that is known
    }

    http::Request probe() const override
    {
        http::Request request;
        request.method = "HEAD";
        request.url = QUrl(m_config.url);
        return request;
    }

private:
    const ProviderConfig m_config;
    const Description m_description;
};

} // namespace

Result<std::unique_ptr<Driver>> makeGenericHttp(const ProviderConfig &config, const DriverTools &tools, DriverEvents &)
{
    if (config.url.isEmpty())
        return base::fail(ErrorCode::Validation, s("an address is needed"), s("url"));
    PFX_ASSIGN(Description description, describe(config.options));
    return std::make_unique<HttpDriver>(config.name, std::make_unique<GenericHttp>(config, std::move(description)),
                                        QStringList{config.password.reveal(), config.key.reveal(), config.callbackUrl}, tools);
}

Result<Callback> readGenericCallback(const ProviderConfig &config, const server::Request &request)
{
    const QJsonObject wanted = config.options.value(s("callback")).toObject();
    const QString idField = wanted.value(s("id")).toString(s("id")), statusField = wanted.value(s("status")).toString(s("status"));
    QString id, status;
    if (request.contentType() == "application/json") {
        const QJsonDocument json = QJsonDocument::fromJson(request.body);
        id = textAt(json, idField);
        status = textAt(json, statusField);
    } else {
        PFX_ASSIGN(const server::Form form, server::Form::parse(request.body.isEmpty() ? request.query : request.body));
        PFX_ASSIGN(const auto givenId, form.value(idField));
        PFX_ASSIGN(const auto givenStatus, form.value(statusField));
        id = givenId.value_or(QString());
        status = givenStatus.value_or(QString());
    }
    if (id.isEmpty())
        return base::fail(ErrorCode::Validation, s("missing"), idField);
    Receipt receipt;
    receipt.providerId = id;
    receipt.delivery = deliveryNamed(wanted.value(s("states")).toObject().value(status).toString(status)).value_or(Delivery::Pending);
    if (receipt.delivery != Delivery::Delivered)
        receipt.detail = status;
    return Callback{{receipt}, server::Response::text(200, wanted.value(s("answer")).toString(s("OK")).toUtf8())};
}

} // namespace pfx::sms
