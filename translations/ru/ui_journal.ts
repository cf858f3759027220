<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>pfx::ui::JournalDeeds</name>
    <message>
        <source>Give up</source>
        <translation>Отказаться</translation>
    </message>
    <message>
        <source>Give this up?</source>
        <translation>Отказаться от этого?</translation>
    </message>
    <message>
        <source>It is not tried again. What waits behind it for the same order or task goes on without it.</source>
        <translation>Больше попыток не будет. То, что ждёт за ней по той же заявке или задаче, продолжится без неё.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Отправить снова</translation>
    </message>
    <message>
        <source>Send this again?</source>
        <translation>Отправить снова?</translation>
    </message>
    <message>
        <source>It goes back to the queue and is sent as things stand now: an order goes with its present fields. What has already arrived is recognised and not made twice.</source>
        <translation>Запись вернётся в очередь и уйдёт такой, как дела обстоят сейчас: заявка — с её нынешними полями. То, что уже дошло, узнаётся и второй раз не создаётся.</translation>
    </message>
    <message>
        <source>It was done</source>
        <translation>Это сделано</translation>
    </message>
    <message>
        <source>Was this done?</source>
        <translation>Это было сделано?</translation>
    </message>
    <message>
        <source>The other side has it: nothing more is sent, and the entry counts as done.</source>
        <translation>На той стороне это есть: больше ничего не отправится, запись считается выполненной.</translation>
    </message>
    <message>
        <source>Send this again, perhaps twice?</source>
        <translation>Отправить снова, возможно, второй раз?</translation>
    </message>
    <message>
        <source>Nobody knows whether the first attempt arrived. If it did, the other side gets this a second time.</source>
        <translation>Неизвестно, дошла ли первая попытка. Если дошла, та сторона получит это второй раз.</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Work this request off once more?</source>
        <translation>Обработать запрос ещё раз?</translation>
    </message>
    <message>
        <source>The request is worked off as if it had just come in, with the same body: what has changed meanwhile is read anew, and what it had already led to is recognised.</source>
        <translation>Запрос обрабатывается так, будто только что пришёл, с тем же телом: что изменилось за это время, читается заново, а то, к чему он уже привёл, узнаётся.</translation>
    </message>
</context>
<context>
    <name>pfx::ui::JournalExport</name>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Направление</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Сервис</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>О чём</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>Статус HTTP</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Попытки</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Duration, ms</source>
        <translation>Длительность, мс</translation>
    </message>
</context>
<context>
    <name>pfx::ui::JournalPage</name>
    <message>
        <source>Journal</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Сервис</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Направление</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Everything that came in and went out, without keys and personal data</source>
        <translation>Всё, что пришло и ушло, — без ключей и персональных данных</translation>
    </message>
    <message>
        <source>Nothing has come in or gone out yet</source>
        <translation>Пока ничего не приходило и не уходило</translation>
    </message>
    <message>
        <source>Here every request and every answer is kept: what was sent to Planfix, what came from the site, what came of it, and why something failed.</source>
        <translation>Здесь хранится каждый запрос и ответ: что ушло в Планфикс, что пришло с сайта, чем это кончилось и почему что-то не удалось.</translation>
    </message>
    <message>
        <source>Set up Planfix</source>
        <translation>Настроить Планфикс</translation>
    </message>
    <message>
        <source>Order, address, error, #number</source>
        <translation>Заявка, адрес, ошибка, #номер</translation>
    </message>
    <message>
        <source>Search: order, address, error or #number</source>
        <translation>Поиск: заявка, адрес, ошибка или #номер</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>Все направления</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Входящий</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Исходящий</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Любое состояние</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Нужно ваше решение</translation>
    </message>
    <message>
        <source>With an error</source>
        <translation>С ошибкой</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>В пути</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>Save what is shown as CSV</source>
        <translation>Сохранить показанное в CSV</translation>
    </message>
    <message>
        <source>There is news: show the newest</source>
        <translation>Есть новые записи: показать</translation>
    </message>
    <message>
        <source>What needs you</source>
        <translation>Что ждёт вашего решения</translation>
    </message>
    <message>
        <source>Exchanges with an error</source>
        <translation>Обмены с ошибкой</translation>
    </message>
    <message>
        <source>Save the journal as CSV</source>
        <translation>Сохранить журнал в CSV</translation>
    </message>
    <message>
        <source>The journal is being saved as CSV; the file is made only when it is whole.</source>
        <translation>Журнал сохраняется в CSV; файл появится, только когда будет записан целиком.</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Все сервисы</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>No entry passes the filter: choose another one or show all.</source>
        <translation>Ни одна запись не подходит: выберите другой фильтр или покажите все.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>The journal is being saved</source>
        <translation>Журнал сохраняется</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>The journal is saved</source>
        <translation>Журнал сохранён</translation>
    </message>
    <message>
        <source>Rows: %1. File: %2</source>
        <translation>Строк: %1. Файл: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>Таблицы CSV (*.csv)</translation>
    </message>
    <message>
        <source>journal.csv</source>
        <translation>журнал.csv</translation>
    </message>
</context>
<context>
    <name>pfx::ui::JournalPane</name>
    <message>
        <source>Choose an entry to see its request, its answer and what came of it.</source>
        <translation>Выберите запись, чтобы увидеть запрос, ответ и чем всё кончилось.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>No. %1 · %2 · %3</source>
        <comment>number, direction, service</comment>
        <translation>№ %1 · %2 · %3</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>What was made of it</source>
        <translation>Что из этого вышло</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Entry %1 is worked off as soon as it is its turn.</source>
        <translation>Запись %1 обработается, как только подойдёт её очередь.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Показать её</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Кто обратился</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Аккаунт</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>Статус HTTP</translation>
    </message>
    <message>
        <source>Failed attempts</source>
        <translation>Неудачных попыток</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Следующая попытка</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заявка</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>Открыть заявку</translation>
    </message>
    <message>
        <source>All about it</source>
        <translation>Всё об этом</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>Из-за чего</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>Запись %1</translation>
    </message>
    <message>
        <source>Exchanges</source>
        <translation>Обмены</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>result, time, duration</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>What it led to</source>
        <translation>К чему привело</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Действие</translation>
    </message>
</context>
<context>
    <name>pfx::ui::JournalRows</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Направление</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О чём</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
</context>
<context>
    <name>pfx::ui::JournalWords</name>
    <message>
        <source>Planfix</source>
        <translation>Планфикс</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заявки</translation>
    </message>
    <message>
        <source>Company&apos;s site</source>
        <translation>Сайт компании</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Mailings</source>
        <translation>Рассылки</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>Входящий</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Исходящий</translation>
    </message>
    <message>
        <source>Order to its task</source>
        <translation>Заявка → задача</translation>
    </message>
    <message>
        <source>News of an order</source>
        <translation>Сайту об изменении заявки</translation>
    </message>
    <message>
        <source>Close the task of a removed order</source>
        <translation>Закрыть задачу удалённой заявки</translation>
    </message>
    <message>
        <source>Task has changed (found by looking)</source>
        <translation>Задача изменилась (найдено проверкой)</translation>
    </message>
    <message>
        <source>Task has changed</source>
        <translation>Задача изменилась</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>service, address</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>В очереди</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>Выполняется</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ждёт повтора</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Нужно ваше решение</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Исход неизвестен</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Refused, %1</source>
        <comment>HTTP status</comment>
        <translation>Отказ, %1</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Нет ответа</translation>
    </message>
    <message>
        <source>Done, %1</source>
        <comment>HTTP status</comment>
        <translation>Выполнено, %1</translation>
    </message>
    <message>
        <source>Again at %1</source>
        <translation>Повтор в %1</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заявка</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>Задача %1</translation>
    </message>
</context>
</TS>
