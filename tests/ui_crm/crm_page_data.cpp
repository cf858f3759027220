// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_crm/crm_page_data.h"

#include "core/crm/employees.h"
#include "core/crm/repository.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace pfx::test {

namespace {

const char *const FirstNames[] = {"Анна", "Борис", "Вера", "Глеб", "Дарья", "Егор", "Жанна", "Зоя"};
const char *const LastNames[] = {"Иванова", "Петренко", "Соколова", "Гусев", "Нестеров", "Юрьева", "Дроздов", "Миронова", "Лось"};
const char *const Positions[] = {"Главный бухгалтер", "Директор", "Прораб", "Менеджер по закупкам"};
const char *const Companies[] = {"Балт-Сервис", "Кафе «Дюны»", "ТСЖ «Лесная»", "Северный ветер"};
const char *const Works[] = {"Замена щита", "Монтаж тёплого пола", "Электрика под ключ", "Ремонт кровли", "Замер и смета"};

} // namespace

void type(QWidget *editor, const QString &text)
{
    for (const QChar letter : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, letter);
        QCoreApplication::sendEvent(editor, &press);
    }
}

base::Result<void> fillCrm(store::Connection &db)
{
    for (const auto &[name, email] : {std::pair("Ольга Ким", "kim@example.com"), std::pair("Сергей Панов", "panov@example.com")}) {
        crm::Employee employee;
        employee.name = QString::fromUtf8(name);
        employee.email = QString::fromUtf8(email);
        employee.extension = QStringLiteral("10%1").arg(employee.name.size());
        PFX_TRY(crm::employees::add(db, employee, 1'760'000'000'000).map([](qint64) {}));
    }
    QVector<crm::Company> companies(4);
    for (int i = 0; i < companies.size(); ++i) {
        companies[i].id = i + 1;
        companies[i].title = QString::fromUtf8(Companies[i]);
        companies[i].ownerId = 1;
        companies[i].createdAt = companies[i].changedAt = 1'760'000'000'000;
    }
    PFX_TRY(crm::insertCompanies(db, companies));
    QVector<crm::Contact> contacts(600);
    QVector<crm::Origin> origins;
    PFX_ASSIGN(const qint64 account, crm::originAccount(db, records::System::Amocrm, QStringLiteral("konigkomfort")));
    for (int i = 0; i < contacts.size(); ++i) {
        crm::Contact &contact = contacts[i];
        contact.id = i + 1;
        contact.name = QStringLiteral("%1 %2 %3").arg(QString::fromUtf8(LastNames[i % 9]), QString::fromUtf8(FirstNames[i % 8])).arg(i);
        contact.position = QString::fromUtf8(Positions[i % 4]);
        contact.companyId = i % 3 == 0 ? i % 4 + 1 : 0;
        contact.ownerId = i % 2 + 1;
        contact.createdAt = contact.changedAt = 1'760'000'000'000 - i * 3'600'000LL;
        records::Point phone;
        phone.normalized = QStringLiteral("+79%1").arg(62'114'018 + i * 7919, 9, 10, QLatin1Char('0'));
        phone.value = phone.normalized;
        phone.type = QStringLiteral("work");
        records::Point email;
        email.kind = records::PointKind::Email;
        email.value = email.normalized = QStringLiteral("client%1@example.com").arg(i);
        contact.points = {phone, email};
        origins.append({account, records::Kind::Contact, QString::number(48'000 + i), contact.id});
    }
    PFX_TRY(crm::insertContacts(db, contacts));
    PFX_TRY(crm::insertOrigins(db, origins));
    crm::Pipeline pipeline;
    pipeline.id = 1;
    pipeline.name = QStringLiteral("Продажи");
    const std::tuple<const char *, const char *, records::Semantics> stages[] = {
        {"Первичный контакт", "#99ccff", records::Semantics::Open}, {"Замер", "#ffff99", records::Semantics::Open},
        {"Договор", "#ffcc66", records::Semantics::Open}, {"Успешно реализовано", "#ccff66", records::Semantics::Won},
        {"Закрыто и не реализовано", "#d5d8db", records::Semantics::Lost}};
    for (const auto &[name, color, meaning] : stages) {
        crm::Stage stage;
        stage.id = pipeline.stages.size() + 1;
        stage.pipelineId = 1;
        stage.name = QString::fromUtf8(name);
        stage.color = QString::fromLatin1(color);
        stage.semantics = meaning;
        stage.position = stage.id;
        pipeline.stages.append(stage);
    }
    PFX_TRY(crm::insertPipelines(db, {pipeline}));
    PFX_TRY(crm::insertStages(db, pipeline.stages));
    QVector<crm::Deal> deals(300);
    for (int i = 0; i < deals.size(); ++i) {
        crm::Deal &deal = deals[i];
        deal.id = i + 1;
        deal.title = QStringLiteral("%1, %2").arg(QString::fromUtf8(Works[i % 5])).arg(i + 1);
        deal.amount = QStringLiteral("%1.50").arg(1000 + i * 137);
        deal.currency = QStringLiteral("RUB");
        deal.pipelineId = 1;
        deal.stageId = i % 4 + 1; // nothing in the last
        deal.ownerId = 1;
        deal.contacts = {{i % 40 + 1, true}};
        deal.createdAt = deal.changedAt = 1'760'000'000'000;
    }
    return crm::insertDeals(db, deals);
}

} // namespace pfx::test
