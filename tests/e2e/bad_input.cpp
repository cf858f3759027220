// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/bad_input.h"

namespace pfx::test {

Kept::Kept()
{
    if (m_ctl.addAnna() != 0)
        m_error = QStringLiteral("no employee");
    const CtlRun run = importText(sampleOf(QStringLiteral("amocrm")), QStringLiteral("amocrm"));
    if (run.status != 0)
        m_error = QString::fromUtf8(run.messages + run.out);
    look();
}

CtlRun Kept::import(const QString &path, const QString &source, const QStringList &more) const
{
    return m_ctl.import(path, source, QStringList{QStringLiteral("--account"), QStringLiteral("a%1").arg(++m_account)} + more);
}

CtlRun Kept::importText(const QByteArray &text, const QString &source, const QStringList &more) const
{
    return import(m_ctl.file(QStringLiteral("source"), text), source, more);
}

QJsonObject Kept::info() const
{
    return m_ctl.json({QStringLiteral("store"), QStringLiteral("info")}).object();
}

QString Kept::broken(int contacts, int deals)
{
    const CtlRun check = m_ctl.json({QStringLiteral("store"), QStringLiteral("check")});
    if (check.status != 0)
        return QString::fromUtf8(check.out);
    const QJsonObject now = info();
    const auto grown = [&](const char *kind) { return now[QLatin1String(kind)].toInt(-1) - m_before[QLatin1String(kind)].toInt(-1); };
    const QString found = QStringLiteral("%1 contacts and %2 deals more").arg(grown("contacts")).arg(grown("deals"));
    return found == QStringLiteral("%1 contacts and %2 deals more").arg(contacts).arg(deals) ? QString() : found;
}

QString refused(const CtlRun &run, const QString &code, const QStringList &texts)
{
    const QString all = QString::fromUtf8(run.out + run.messages);
    if (run.status != 1)
        return QStringLiteral("status %1: %2").arg(run.status).arg(all);
    const QJsonObject error = run.object()[QStringLiteral("error")].toObject();
    if (error[QStringLiteral("code")].toString() != code)
        return all;
    if (error[QStringLiteral("advice")].toString().isEmpty())
        return QStringLiteral("no advice: ") + all;
    for (const QString &text : texts) {
        if (!run.errorMessage().contains(text))
            return QStringLiteral("no «%1» in «%2»").arg(text, run.errorMessage());
    }
    return {};
}

QByteArray sampleOf(const QString &source, int contacts)
{
    const bool amocrm = source == QLatin1String("amocrm");
    QByteArray text("{\"contacts\":[");
    for (int i = 1; i <= contacts; ++i) {
        const QByteArray id = QByteArray::number(i);
        text += i == 1 ? "\n" : ",\n";
        text += amocrm ? "{\"id\":" + id + ",\"name\":\"Иван " + id + "\",\"first_name\":\"Иван\"}"
                       : "{\"ID\":\"" + id + "\",\"NAME\":\"Иван " + id + "\",\"LAST_NAME\":\"\"}";
    }
    text += "],\n\"deals\":[\n";
    text += amocrm ? R"({"id":1,"name":"Сделка","price":100,"contacts":[{"id":1}]})" : R"({"ID":"1","TITLE":"Сделка","OPPORTUNITY":"100","CONTACT_ID":"1"})";
    return text + "]}\n";
}

} // namespace pfx::test
