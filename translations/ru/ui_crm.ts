<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>CrmColumns</name>
    <message>
        <source>Owner</source>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Контакты</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Сделка</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Этап</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Воронка</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создано</translation>
    </message>
    <message>
        <source>Added here</source>
        <translation>Добавлено у нас</translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message>
        <source>work</source>
        <translation>рабочий</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>мобильный</translation>
    </message>
    <message>
        <source>home</source>
        <translation>домашний</translation>
    </message>
    <message>
        <source>fax</source>
        <translation>факс</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>прямой</translation>
    </message>
    <message>
        <source>private</source>
        <translation>личный</translation>
    </message>
    <message>
        <source>mailings</source>
        <translation>для рассылок</translation>
    </message>
    <message>
        <source>Points of contact</source>
        <translation>Как связаться</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source> ext. %1</source>
        <translation> доб. %1</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>как в источнике</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>Deals: %1</source>
        <translation>Сделок: %1</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Без названия</translation>
    </message>
    <message>
        <source>Show all deals in the table</source>
        <translation>Показать все сделки в таблице</translation>
    </message>
    <message>
        <source>Contacts: %1</source>
        <translation>Контактов: %1</translation>
    </message>
    <message>
        <source>Show all contacts in the table</source>
        <translation>Показать все контакты в таблице</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a decision and its reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Import No. %1</source>
        <translation>Импорт № %1</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>Откуда взялось</translation>
    </message>
    <message>
        <source>%1, No. %2</source>
        <comment>a service and the record&apos;s number in it</comment>
        <translation>%1, № %2</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>Другие поля</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Даты</translation>
    </message>
    <message>
        <source>Made at the source</source>
        <translation>Создано в источнике</translation>
    </message>
    <message>
        <source>Changed at the source</source>
        <translation>Изменено в источнике</translation>
    </message>
    <message>
        <source>Added here</source>
        <translation>Добавлено у нас</translation>
    </message>
    <message>
        <source>Changed here</source>
        <translation>Изменено у нас</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a deal or its stage</comment>
        <translation>Открыт</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Успех</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Работа</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Сделка</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Воронка</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Этап</translation>
    </message>
    <message>
        <source>was not in the source&apos;s list</source>
        <translation>не было в списке источника</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Reason of the loss</source>
        <translation>Причина отказа</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрыта</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>main</source>
        <translation>основной</translation>
    </message>
</context>
<context>
    <name>pfx::ui::BoardColumn</name>
    <message>
        <source>Deals of the stage</source>
        <translation>Сделки этапа</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Считаем…</translation>
    </message>
    <message>
        <source>No deals</source>
        <translation>Сделок нет</translation>
    </message>
    <message>
        <source>%1, %2, deals: %3, %4</source>
        <extracomment>a column of the board for a screen reader: stage, meaning, number of deals, sums</extracomment>
        <translation>%1, %2, сделок: %3, %4</translation>
    </message>
</context>
<context>
    <name>pfx::ui::BoardView</name>
    <message>
        <source>Board of deals by stage</source>
        <translation>Доска сделок по этапам</translation>
    </message>
</context>
<context>
    <name>pfx::ui::CrmPage</name>
    <message>
        <source>How the deals are shown</source>
        <translation>Как показать сделки</translation>
    </message>
    <message>
        <source>Customers and deals</source>
        <translation>Клиенты и сделки</translation>
    </message>
    <message>
        <source>New import</source>
        <translation>Новый импорт</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Что показать</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Контакты</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Компании</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>Pipelines</source>
        <translation>Воронки</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Доска</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Воронка</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Этап</translation>
    </message>
    <message>
        <source>Board of deals by stage</source>
        <translation>Доска сделок по этапам</translation>
    </message>
    <message>
        <source>New employee</source>
        <translation>Новый сотрудник</translation>
    </message>
    <message>
        <source>Contacts: %1, companies: %2, deals: %3</source>
        <translation>Контактов: %1, компаний: %2, сделок: %3</translation>
    </message>
    <message>
        <source>A list is being saved as CSV; the file is made only when it is whole.</source>
        <translation>Список сохраняется в CSV; файл появится, только когда будет записан целиком.</translation>
    </message>
    <message>
        <source>All pipelines</source>
        <translation>Все воронки</translation>
    </message>
    <message>
        <source>All stages</source>
        <translation>Все этапы</translation>
    </message>
    <message>
        <source>Without a stage</source>
        <translation>Без этапа</translation>
    </message>
</context>
<context>
    <name>pfx::ui::EmployeesPresenter</name>
    <message>
        <source>Enter the name</source>
        <translation>Введите имя</translation>
    </message>
    <message>
        <source>This is not an e-mail address. Example: anna@example.com</source>
        <translation>Это не адрес почты. Пример: anna@example.com</translation>
    </message>
    <message>
        <source>Another employee has this e-mail already</source>
        <translation>Эта почта уже у другого сотрудника</translation>
    </message>
    <message>
        <source>contacts: %1</source>
        <translation>контактов: %1</translation>
    </message>
    <message>
        <source>companies: %1</source>
        <translation>компаний: %1</translation>
    </message>
    <message>
        <source>deals: %1</source>
        <translation>сделок: %1</translation>
    </message>
    <message>
        <source>Handed over: %1</source>
        <translation>Передано: %1</translation>
    </message>
    <message>
        <source>Contacts, companies or deals belong to this employee.</source>
        <translation>За этим сотрудником числятся контакты, компании или сделки.</translation>
    </message>
    <message>
        <source>These belong to this employee — %1.</source>
        <translation>За этим сотрудником числятся записи — %1.</translation>
    </message>
    <message>
        <source>Add the one who shall get them first.</source>
        <translation>Сначала добавьте того, кому их передать.</translation>
    </message>
    <message>
        <source>Choose who shall get them.</source>
        <translation>Выберите, кому их передать.</translation>
    </message>
    <message>
        <source>An import that can be continued gives its records to this employee.</source>
        <translation>Импорт, который ещё можно продолжить, записывает свои данные на этого сотрудника.</translation>
    </message>
</context>
<context>
    <name>pfx::ui::EmployeesTab</name>
    <message>
        <source>Who gets the records</source>
        <translation>Кому передать записи</translation>
    </message>
    <message>
        <source>Hand over and remove</source>
        <translation>Передать и удалить</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>Choose an employee to change him or her.</source>
        <translation>Выберите сотрудника, чтобы изменить его данные.</translation>
    </message>
    <message>
        <source>Who works with the customers?</source>
        <translation>Кто работает с клиентами?</translation>
    </message>
    <message>
        <source>An import needs one employee to whom contacts and deals belong when their own is not known.</source>
        <translation>Импорту нужен хотя бы один сотрудник: ему достанутся контакты и сделки, чей ответственный неизвестен.</translation>
    </message>
    <message>
        <source>New employee</source>
        <translation>Новый сотрудник</translation>
    </message>
    <message>
        <source>Name, e-mail, extension</source>
        <translation>Имя, почта, добавочный</translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>Поиск: %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Добавочный</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>By it the owners of imported records are recognised.</source>
        <translation>По ней узнаём ответственных при импорте.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Remove the employee</source>
        <translation>Удалить сотрудника</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Удалить сотрудника «%1»?</translation>
    </message>
    <message>
        <source>The employee can no longer be chosen as an owner. Records that belong to others stay as they are.</source>
        <translation>Его больше нельзя будет выбрать ответственным. Записи других сотрудников не изменятся.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>In all: %1</source>
        <translation>Всего: %1</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Сотрудник</translation>
    </message>
    <message>
        <source>The employee was not removed</source>
        <translation>Сотрудник не удалён</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>There is nobody yet</source>
        <translation>Пока никого нет</translation>
    </message>
    <message>
        <source>They then count as changed: an undo of the import that made them will leave them.</source>
        <translation>После передачи они считаются изменёнными: отмена импорта, который их создал, их не затронет.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Handing over…</source>
        <translation>Передаём записи…</translation>
    </message>
    <message>
        <source>Many records take a while.</source>
        <translation>Если записей много, это займёт время.</translation>
    </message>
</context>
<context>
    <name>pfx::ui::PipelinesPresenter</name>
    <message>
        <source>Without a stage</source>
        <translation>Без этапа</translation>
    </message>
</context>
<context>
    <name>pfx::ui::PipelinesTab</name>
    <message>
        <source>Pipelines</source>
        <translation>Воронки</translation>
    </message>
    <message>
        <source>Stages of the pipeline</source>
        <translation>Этапы воронки</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Воронка</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Этапов</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Цвет</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Этап</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Return or a double click shows the deals of a stage.</source>
        <translation>Enter или двойной щелчок покажет сделки этапа.</translation>
    </message>
    <message>
        <source>There are no pipelines yet</source>
        <translation>Воронок пока нет</translation>
    </message>
    <message>
        <source>An import brings the pipelines with their stages, colours and order.</source>
        <translation>Импорт перенесёт воронки с их этапами, цветами и порядком.</translation>
    </message>
    <message>
        <source>New import</source>
        <translation>Новый импорт</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>made for deals whose stage was not in the list</source>
        <translation>создан для сделок, чьего этапа не было в списке</translation>
    </message>
    <message>
        <source>Show the stage&apos;s deals</source>
        <translation>Показать сделки этапа</translation>
    </message>
</context>
<context>
    <name>pfx::ui::RecordList</name>
    <message>
        <source>Contacts</source>
        <translation>Контакты</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Компании</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>Choose a contact to see phones, deals and where it came from.</source>
        <translation>Выберите контакт: здесь будут телефоны, сделки и откуда он взялся.</translation>
    </message>
    <message>
        <source>Choose a company to see its contacts and deals.</source>
        <translation>Выберите компанию: здесь будут её контакты и сделки.</translation>
    </message>
    <message>
        <source>Choose a deal to see its customers, stage and where it came from.</source>
        <translation>Выберите сделку: здесь будут клиенты, этап и откуда она взялась.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Try a part of the name, of the phone or of the e-mail.</source>
        <translation>Попробуйте часть имени, телефона или почты.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>Title or customer</source>
        <translation>Название или клиент</translation>
    </message>
    <message>
        <source>Name, phone, e-mail</source>
        <translation>Имя, телефон, почта</translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>Поиск: %1</translation>
    </message>
    <message>
        <source>Save this list as CSV</source>
        <translation>Сохранить этот список в CSV</translation>
    </message>
    <message>
        <source>All customers in one place</source>
        <translation>Все клиенты в одном месте</translation>
    </message>
    <message>
        <source>Bring contacts, companies and deals over from amoCRM or Bitrix24; nothing is changed there.</source>
        <translation>Перенесите контакты, компании и сделки из AmoCRM или Bitrix24. Там ничего не изменится.</translation>
    </message>
    <message>
        <source>There are no companies yet</source>
        <translation>Компаний пока нет</translation>
    </message>
    <message>
        <source>Companies come with the contacts and deals of an import.</source>
        <translation>Компании приходят при импорте вместе с контактами и сделками.</translation>
    </message>
    <message>
        <source>There are no deals yet</source>
        <translation>Сделок пока нет</translation>
    </message>
    <message>
        <source>Deals come with their pipelines, stages and amounts from amoCRM or Bitrix24.</source>
        <translation>Сделки приходят из AmoCRM или Bitrix24 вместе с воронками, этапами и суммами.</translation>
    </message>
    <message>
        <source>New import</source>
        <translation>Новый импорт</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Считаем…</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Найдено: %1</translation>
    </message>
    <message>
        <source>In all: %1</source>
        <translation>Всего: %1</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <translation>Только: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>Таблицы CSV (*.csv)</translation>
    </message>
    <message>
        <source>contacts.csv</source>
        <translation>контакты.csv</translation>
    </message>
    <message>
        <source>companies.csv</source>
        <translation>компании.csv</translation>
    </message>
    <message>
        <source>deals.csv</source>
        <translation>сделки.csv</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>The list is being saved</source>
        <translation>Список сохраняется</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Строк: %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>The list is saved</source>
        <translation>Список сохранён</translation>
    </message>
    <message>
        <source>Rows: %1. File: %2</source>
        <translation>Строк: %1. Файл: %2</translation>
    </message>
    <message>
        <source>Saving was stopped</source>
        <translation>Сохранение остановлено</translation>
    </message>
    <message>
        <source>No file was made.</source>
        <translation>Файл не создан.</translation>
    </message>
    <message>
        <source>Try a part of the title, the customer's whole phone or e-mail, or another stage.</source>
        <translation>Введите часть названия, телефон или почту клиента целиком либо выберите другой этап.</translation>
    </message>
</context>
<context>
    <name>pfx::ui::RecordPane</name>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Читаем…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
</TS>
