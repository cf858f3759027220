<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>OrderDraft</name>
    <message>
        <source>Give a name, a phone or an e-mail: whose order is it?</source>
        <translation>Укажите имя, телефон или почту: чья это заявка?</translation>
    </message>
    <message>
        <source>This is no phone number. Example: +7 906 211-40-18</source>
        <translation>Это не номер телефона. Пример: +7 906 211-40-18</translation>
    </message>
    <message>
        <source>This is no e-mail address. Example: anna@example.com</source>
        <translation>Это не адрес почты. Пример: anna@example.com</translation>
    </message>
    <message>
        <source>Not a number</source>
        <translation>Не число</translation>
    </message>
    <message>
        <source>Say what it is</source>
        <translation>Укажите, что это</translation>
    </message>
    <message>
        <source>Name the field</source>
        <translation>Назовите поле</translation>
    </message>
    <message>
        <source>There is a field of that name already</source>
        <translation>Поле с таким именем уже есть</translation>
    </message>
    <message>
        <source>At most 64 characters</source>
        <translation>Не больше 64 знаков</translation>
    </message>
    <message>
        <source>Letters, digits and signs only</source>
        <translation>Только буквы, цифры и знаки</translation>
    </message>
    <message>
        <source>This is no sum. Example: 48 500,00</source>
        <translation>Это не сумма. Пример: 48 500,00</translation>
    </message>
    <message>
        <source>The text is too long</source>
        <translation>Текст слишком длинный</translation>
    </message>
</context>
<context>
    <name>OrderView</name>
    <message>
        <source>No. %1, open</source>
        <translation>№ %1, открыть</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ещё нет</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Услуги</translation>
    </message>
    <message>
        <source>Further fields</source>
        <translation>Дополнительные поля</translation>
    </message>
    <message>
        <source>Task No. %1 created</source>
        <translation>Создана задача № %1</translation>
    </message>
    <message>
        <source>It is tried again by itself: %1.</source>
        <translation>Повторится само: %1.</translation>
    </message>
    <message>
        <source>Order No. %1</source>
        <translation>Заявка № %1</translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation>Добавлена: %1</translation>
    </message>
    <message>
        <source>a test order</source>
        <translation>тестовая</translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Not in Planfix</source>
        <translation>Не в Планфиксе</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Две версии</translation>
    </message>
</context>
<context>
    <name>OrdersCsv</name>
    <message>
        <source>Planfix task</source>
        <translation>Задача Планфикса</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Обмен</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Добавлена</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменена</translation>
    </message>
</context>
<context>
    <name>pfx::ui::ConflictCard</name>
    <message>
        <source>Changed on both sides</source>
        <translation>Изменено с двух сторон</translation>
    </message>
    <message>
        <source>Changed here and in Planfix</source>
        <translation>Изменено и здесь, и в Планфиксе</translation>
    </message>
    <message>
        <source>Keep all of ours</source>
        <translation>Оставить все наши</translation>
    </message>
    <message>
        <source>Take all from Planfix</source>
        <translation>Взять все из Планфикса</translation>
    </message>
    <message>
        <source>%1, before: %2</source>
        <translation>%1, раньше: %2</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Наша</translation>
    </message>
    <message>
        <source>Keep ours</source>
        <translation>Оставить нашу</translation>
    </message>
    <message>
        <source>In Planfix</source>
        <translation>В Планфиксе</translation>
    </message>
    <message>
        <source>Take from Planfix</source>
        <translation>Взять из Планфикса</translation>
    </message>
</context>
<context>
    <name>pfx::ui::OrderForm</name>
    <message>
        <source>The visit is agreed</source>
        <translation>Визит назначен</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
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
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заявка</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Empty: the program gives one</source>
        <translation>Пусто – номер даст программа</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Услуги</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>Добавить строку</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Further fields</source>
        <translation>Дополнительные поля</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>Добавить поле</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, строка %2</translation>
    </message>
    <message>
        <source>Remove line %1</source>
        <translation>Удалить строку %1</translation>
    </message>
    <message>
        <source>Name of field %1</source>
        <translation>Имя поля %1</translation>
    </message>
    <message>
        <source>Value of field %1</source>
        <translation>Значение поля %1</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Remove field %1</source>
        <translation>Удалить поле %1</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Новая заявка</translation>
    </message>
    <message>
        <source>Order No. %1</source>
        <translation>Заявка № %1</translation>
    </message>
    <message>
        <source>Empty: as the lines come to</source>
        <translation>Пусто – сумма строк</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Выйти без сохранения?</translation>
    </message>
    <message>
        <source>What was typed is lost.</source>
        <translation>Введённое пропадёт.</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Выйти без сохранения</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
</context>
<context>
    <name>pfx::ui::OrderFormPresenter</name>
    <message>
        <source>There is an order of that number already</source>
        <translation>Заявка с таким номером уже есть</translation>
    </message>
</context>
<context>
    <name>pfx::ui::OrderPane</name>
    <message>
        <source>Details of the order</source>
        <translation>Подробности заявки</translation>
    </message>
    <message>
        <source>Status of the order</source>
        <translation>Статус заявки</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Отправить снова</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>What was sent to Planfix for this order</source>
        <translation>Что отправлялось в Планфикс по этой заявке</translation>
    </message>
    <message>
        <source>Remove the test order</source>
        <translation>Удалить тестовую заявку</translation>
    </message>
    <message>
        <source>Choose an order to see its fields, its task and its history.</source>
        <translation>Выберите заявку, чтобы увидеть поля, задачу и историю.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Читаем…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Настройка</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Send it again?</source>
        <translation>Отправить снова?</translation>
    </message>
    <message>
        <source>The answer to the last attempt was lost: it may have been done. Look in Planfix first; sending again may do it twice.</source>
        <translation>Ответ на последнюю попытку потерялся: возможно, всё уже сделано. Сначала посмотрите в Планфиксе: повтор может сделать это дважды.</translation>
    </message>
    <message>
        <source>Remove the test order %1?</source>
        <translation>Удалить тестовую заявку %1?</translation>
    </message>
    <message>
        <source>It disappears here with its history; it has not become a task.</source>
        <translation>Она исчезнет вместе с историей; задачей она не стала.</translation>
    </message>
    <message>
        <source>It disappears here with its history. Task %1 gets the status of cancelled orders, if it has one: tasks cannot be deleted from outside.</source>
        <translation>Здесь она исчезнет вместе с историей. Задача %1 получит статус отменённых заявок, если он у неё есть: удалить задачу извне нельзя.</translation>
    </message>
</context>
<context>
    <name>pfx::ui::OrdersList</name>
    <message>
        <source>Orders</source>
        <translation>Заявки</translation>
    </message>
    <message>
        <source>Number, client, phone</source>
        <translation>Номер, имя, телефон</translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>Поиск: %1</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>Все статусы</translation>
    </message>
    <message>
        <source>Exchange with Planfix</source>
        <translation>Обмен с Планфиксом</translation>
    </message>
    <message>
        <source>Any exchange</source>
        <translation>Любой обмен</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Требует внимания</translation>
    </message>
    <message>
        <source>Save this list as CSV</source>
        <translation>Сохранить этот список в CSV</translation>
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
        <source>Needs attention: %1</source>
        <translation>Требует внимания: %1</translation>
    </message>
    <message>
        <source>Nothing needs attention</source>
        <translation>Ничего не требует внимания</translation>
    </message>
    <message>
        <source>All orders are on their way or in Planfix.</source>
        <translation>Все заявки в пути или уже в Планфиксе.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Try a part of the number or of the name, or the whole phone.</source>
        <translation>Попробуйте часть номера или имени либо телефон целиком.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>Таблицы CSV (*.csv)</translation>
    </message>
    <message>
        <source>orders.csv</source>
        <translation>заявки.csv</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Строк: %1</translation>
    </message>
    <message>
        <source>The list is being saved</source>
        <translation>Список сохраняется</translation>
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
        <source>%1. File: %2</source>
        <translation>%1. Файл: %2</translation>
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
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>pfx::ui::OrdersModel</name>
    <message>
        <source>test</source>
        <translation>тест</translation>
    </message>
    <message>
        <source>Open in Planfix</source>
        <translation>Открыть в Планфиксе</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Обмен</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Услуги</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Визит</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Добавлена</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменена</translation>
    </message>
</context>
<context>
    <name>pfx::ui::OrdersPage</name>
    <message>
        <source>Orders</source>
        <translation>Заявки</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>Новая заявка</translation>
    </message>
    <message>
        <source>Each order becomes a task in Planfix by itself</source>
        <translation>Каждая заявка сама становится задачей в Планфиксе</translation>
    </message>
    <message>
        <source>Orders come from the company&apos;s site, from a table, or are typed in here; what changes in Planfix comes back.</source>
        <translation>Заявки приходят с сайта компании, из таблицы или вводятся здесь; изменения в Планфиксе возвращаются сюда.</translation>
    </message>
    <message>
        <source>Exactly one task</source>
        <translation>Ровно одна задача</translation>
    </message>
    <message>
        <source>also after a lost answer or a restart</source>
        <translation>и после потерянного ответа или перезапуска</translation>
    </message>
    <message>
        <source>Both ways</source>
        <translation>В обе стороны</translation>
    </message>
    <message>
        <source>a status set in Planfix comes back here</source>
        <translation>статус из Планфикса возвращается сюда</translation>
    </message>
    <message>
        <source>Nothing in silence</source>
        <translation>Ничего втихую</translation>
    </message>
    <message>
        <source>each change stands in the history</source>
        <translation>каждое изменение есть в истории</translation>
    </message>
    <message>
        <source>Create a test order for Planfix</source>
        <translation>Создать тестовую заявку для Планфикс</translation>
    </message>
    <message>
        <source>Orders that need attention</source>
        <translation>Заявки, требующие внимания</translation>
    </message>
    <message>
        <source>Save the orders as CSV</source>
        <translation>Сохранить заявки в CSV</translation>
    </message>
    <message>
        <source>Look for changes in Planfix now</source>
        <translation>Проверить изменения в Планфиксе сейчас</translation>
    </message>
    <message>
        <source>A list of orders is being saved as CSV; the file is made only when it is whole.</source>
        <translation>Список заявок сохраняется в CSV; файл появится, только когда будет готов целиком.</translation>
    </message>
    <message>
        <source>An order that was typed in is not saved yet.</source>
        <translation>Введённая заявка ещё не сохранена.</translation>
    </message>
    <message>
        <source>Needs attention: %1</source>
        <translation>Требует внимания: %1</translation>
    </message>
    <message>
        <source>Each order is one task in Planfix; changes go both ways.</source>
        <translation>Каждая заявка – одна задача в Планфиксе; изменения идут в обе стороны.</translation>
    </message>
    <message>
        <source>Import from CSV</source>
        <translation>Импорт из CSV</translation>
    </message>
    <message>
        <source>Orders are being added from a table. What was added stays; the same file again goes on.</source>
        <translation>Заявки добавляются из таблицы. Добавленное сохранится; тот же файл ещё раз продолжит.</translation>
    </message>
</context>
<context>
    <name>pfx::ui::TableImport</name>
    <message>
        <source>Service (one a line)</source>
        <translation>Услуга (по одной в строке)</translation>
    </message>
    <message>
        <source>Quantity of the service</source>
        <translation>Количество услуги</translation>
    </message>
    <message>
        <source>Price of the service</source>
        <translation>Цена услуги</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>Столбцы таблицы</translation>
    </message>
    <message>
        <source>What will be added</source>
        <translation>Что будет добавлено</translation>
    </message>
    <message>
        <source>What will not</source>
        <translation>Что не будет</translation>
    </message>
    <message>
        <source>The first orders</source>
        <translation>Первые заявки</translation>
    </message>
    <message>
        <source>Rows with problems</source>
        <translation>Строки с ошибками</translation>
    </message>
    <message>
        <source>Orders from a table</source>
        <translation>Заявки из таблицы</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>CSV or XLSX with the names of the columns in its first row; it can be dropped here. Nothing is written before you see it.</source>
        <translation>CSV или XLSX с названиями столбцов в первой строке; файл можно перетащить сюда. Ничего не записывается, пока вы не увидите, что получится.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>A table of orders</source>
        <translation>Таблица заявок</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx *.xls *.html)</source>
        <translation>Таблицы (*.csv *.tsv *.txt *.xlsx *.xls *.html)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Услуги</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Другой файл</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Add the orders</source>
        <translation>Добавить заявки</translation>
    </message>
    <message>
        <source>Meaning of column %1</source>
        <translation>Значение столбца %1</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Не брать</translation>
    </message>
    <message>
        <source>Further field “%1”</source>
        <translation>Дополнительное поле «%1»</translation>
    </message>
    <message>
        <source>(without a name)</source>
        <translation>(без названия)</translation>
    </message>
    <message>
        <source>…and %1 more, as they were recognised</source>
        <translation>…и ещё %1, как они распознаны</translation>
    </message>
    <message>
        <source>Recognised: %1, %2, columns: %3</source>
        <translation>Распознано: %1, %2, столбцов: %3</translation>
    </message>
    <message>
        <source>To the orders</source>
        <translation>К заявкам</translation>
    </message>
    <message>
        <source>Add the orders: %1</source>
        <translation>Добавить заявки: %1</translation>
    </message>
    <message>
        <source>The orders are being added</source>
        <translation>Заявки добавляются</translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation>Строк: %1</translation>
    </message>
    <message>
        <source>The table is being read…</source>
        <translation>Таблица читается…</translation>
    </message>
    <message>
        <source>Added: %1, were there already: %2, with errors: %3</source>
        <translation>Добавлено: %1, уже были: %2, с ошибками: %3</translation>
    </message>
    <message>
        <source>The table has been added</source>
        <translation>Таблица добавлена</translation>
    </message>
    <message>
        <source>Stopped; what was added stays</source>
        <translation>Остановлено; добавленное сохранено</translation>
    </message>
    <message>
        <source>The same file again goes on and doubles nothing.</source>
        <translation>Тот же файл ещё раз продолжит и ничего не задвоит.</translation>
    </message>
    <message>
        <source>Orders: %1, new: %2, were there already: %3, with errors: %4</source>
        <translation>Заявок: %1, новых: %2, уже есть: %3, с ошибками: %4</translation>
    </message>
    <message>
        <source>Orders with errors: %1; the first %2 are shown</source>
        <translation>Заявок с ошибками: %1; показаны первые %2</translation>
    </message>
    <message>
        <source>Orders with errors: %1</source>
        <translation>Заявок с ошибками: %1</translation>
    </message>
    <message>
        <source>Two columns cannot both be the number</source>
        <translation>Номером может быть только один столбец</translation>
    </message>
    <message>
        <source>Say what at least one column means</source>
        <translation>Укажите значение хотя бы одного столбца</translation>
    </message>
    <message>
        <source>Choose it below: the client, the phone, the service… Nothing has been written.</source>
        <translation>Выберите его ниже: клиент, телефон, услуга… Ничего не записано.</translation>
    </message>
</context>
</TS>
