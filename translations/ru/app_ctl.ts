<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Ctl</name>
    <message>
        <source>“%1” is not a number</source>
        <translation>«%1» — не число</translation>
    </message>
    <message>
        <source>--%1 must be one of: %2; not “%3”</source>
        <translation>--%1 может быть одним из: %2; но не «%3»</translation>
    </message>
    <message>
        <source>Folder of the profile.</source>
        <translation>Папка профиля.</translation>
    </message>
    <message>
        <source>Address of the database: sqlite:/file or postgresql://user@host:port/db.</source>
        <translation>Адрес базы данных: sqlite:/файл или postgresql://user@host:port/db.</translation>
    </message>
    <message>
        <source>Language of the messages.</source>
        <translation>Язык сообщений.</translation>
    </message>
    <message>
        <source>Prints one JSON document on the standard output.</source>
        <translation>Печатает один документ JSON в стандартный вывод.</translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation>Показывает эту справку.</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>Показывает версию.</translation>
    </message>
    <message>
        <source>Usage: pfxctl COMMAND [OPTIONS]</source>
        <translation>Использование: pfxctl КОМАНДА [ПАРАМЕТРЫ]</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Команды:</translation>
    </message>
    <message>
        <source>“pfxctl COMMAND --help” shows the options of a command.</source>
        <translation>«pfxctl КОМАНДА --help» показывает параметры команды.</translation>
    </message>
    <message>
        <source>Usage: pfxctl %1 [OPTIONS]</source>
        <translation>Использование: pfxctl %1 [ПАРАМЕТРЫ]</translation>
    </message>
    <message>
        <source>Adds an employee.</source>
        <translation>Добавляет пользователя.</translation>
    </message>
    <message>
        <source>E-mail address.</source>
        <translation>Адрес электронной почты.</translation>
    </message>
    <message>
        <source>Extension of the telephone.</source>
        <translation>Внутренний номер телефона.</translation>
    </message>
    <message>
        <source>Employee %1 added: %2</source>
        <translation>Пользователь %1 добавлен: %2</translation>
    </message>
    <message>
        <source>Gives an employee&apos;s contacts, companies and deals to another.</source>
        <translation>Передаёт контакты, компании и сделки пользователя другому.</translation>
    </message>
    <message>
        <source>The employee who gets them.</source>
        <translation>Пользователь, который их получит.</translation>
    </message>
    <message>
        <source>Given to %1: contacts: %2, companies: %3, deals: %4</source>
        <translation>Передано пользователю %1: контактов: %2, компаний: %3, сделок: %4</translation>
    </message>
    <message>
        <source>Lists the employees.</source>
        <translation>Показывает список пользователей.</translation>
    </message>
    <message>
        <source>Form of the document (csv).</source>
        <translation>Вид документа (csv).</translation>
    </message>
    <message>
        <source>File to write; by itself the standard output.</source>
        <translation>Файл для записи; без него — стандартный вывод.</translation>
    </message>
    <message>
        <source>Name a file with a mapping of fields, stages and employees (JSON), or leave --mapping out.</source>
        <translation>Укажите файл (JSON) с соответствием полей, этапов и пользователей или уберите --mapping.</translation>
    </message>
    <message>
        <source>See “pfxctl --help” for the commands and their options.</source>
        <translation>Команды и их параметры показывает «pfxctl --help».</translation>
    </message>
    <message>
        <source>Imports a file exported from amoCRM or Bitrix24.</source>
        <translation>Импортирует файл, выгруженный из amoCRM или Bitrix24.</translation>
    </message>
    <message>
        <source>Say where the file comes from: --source amocrm or --source bitrix24</source>
        <translation>Укажите, откуда файл: --source amocrm или --source bitrix24</translation>
    </message>
    <message>
        <source>--update all overwrites what is known already; that goes with --duplicates update only: add it, or leave --update out</source>
        <translation>--update all перезаписывает то, что уже известно, и работает только вместе с --duplicates update: добавьте его или уберите --update</translation>
    </message>
    <message>
        <source>Where the file comes from.</source>
        <translation>Откуда файл.</translation>
    </message>
    <message>
        <source>The account in the source; by itself what the file says.</source>
        <translation>Аккаунт в источнике; без него — тот, что назван в файле.</translation>
    </message>
    <message>
        <source>Whose the records without a known owner become (mandatory).</source>
        <translation>Пользователь по умолчанию: ответственный за записи без известного ответственного (обязательно).</translation>
    </message>
    <message>
        <source>Puts all deals into this pipeline.</source>
        <translation>Помещает все сделки в эту воронку.</translation>
    </message>
    <message>
        <source>Source of all deals.</source>
        <translation>Источник всех сделок.</translation>
    </message>
    <message>
        <source>Type of all deals.</source>
        <translation>Тип всех сделок.</translation>
    </message>
    <message>
        <source>What becomes of records that are known already (skip).</source>
        <translation>Что делать с уже известными записями (skip).</translation>
    </message>
    <message>
        <source>With --duplicates update: fills empty fields only, or overwrites all (empty).</source>
        <translation>Вместе с --duplicates update: заполнять только пустые поля или перезаписывать все (empty).</translation>
    </message>
    <message>
        <source>File with the mapping of fields, stages and employees.</source>
        <translation>Файл с соответствием полей, этапов и пользователей.</translation>
    </message>
    <message>
        <source>Only shows what would be done.</source>
        <translation>Только показывает, что было бы сделано.</translation>
    </message>
    <message>
        <source>Lists the imports, the newest first.</source>
        <translation>Показывает список импортов, новые сверху.</translation>
    </message>
    <message>
        <source>Writes what was decided about each row, or the failed rows to correct and import again.</source>
        <translation>Выгружает решение по каждой строке или строки с ошибками, чтобы исправить их и импортировать снова.</translation>
    </message>
    <message>
        <source>Only the rows that failed.</source>
        <translation>Только строки с ошибками.</translation>
    </message>
    <message>
        <source>csv: a line a row; json: the report, with --failed the rows as a source file (json).</source>
        <translation>csv: строка на запись; json: отчёт, а с --failed — записи в виде исходного файла (json).</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 в секунду</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>осталась %n секунда</numerusform>
            <numerusform>осталось %n секунды</numerusform>
            <numerusform>осталось %n секунд</numerusform>
        </translation>
    </message>
    <message>
        <source>Dry run finished: nothing was written</source>
        <translation>Пробный запуск завершен: ничего не записано</translation>
    </message>
    <message>
        <source>Import finished</source>
        <translation>Импорт завершен</translation>
    </message>
    <message>
        <source>Import undone</source>
        <translation>Импорт отменён</translation>
    </message>
    <message>
        <source>Import failed</source>
        <translation>Импорт не удался</translation>
    </message>
    <message>
        <source>Import stopped; to go on: pfxctl import resume %1</source>
        <translation>Импорт остановлен; продолжить: pfxctl import resume %1</translation>
    </message>
    <message>
        <source>Undo stopped; to go on: pfxctl import undo %1</source>
        <translation>Отмена остановлена; продолжить: pfxctl import undo %1</translation>
    </message>
    <message>
        <source>Undo is running</source>
        <translation>Отмена выполняется</translation>
    </message>
    <message>
        <source>Undo stopped</source>
        <translation>Отмена остановлена</translation>
    </message>
    <message>
        <source>Import is running</source>
        <translation>Импорт выполняется</translation>
    </message>
    <message>
        <source>read</source>
        <translation>прочитано</translation>
    </message>
    <message>
        <source>created</source>
        <translation>создано</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>обновлено</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>пропущено</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>с ошибкой</translation>
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
        <source>Stages</source>
        <translation>Этапы</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more: pfxctl import show %1 --json</source>
        <translation>
            <numerusform>… и ещё %n: pfxctl import show %1 --json</numerusform>
            <numerusform>… и ещё %n: pfxctl import show %1 --json</numerusform>
            <numerusform>… и ещё %n: pfxctl import show %1 --json</numerusform>
        </translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Импорт №%1</translation>
    </message>
    <message>
        <source>Goes on with a stopped import.</source>
        <translation>Продолжает остановленный импорт.</translation>
    </message>
    <message>
        <source>Shows the report of an import.</source>
        <translation>Показывает отчёт об импорте.</translation>
    </message>
    <message>
        <source>Takes back an import; what was changed or used since is left alone and named.</source>
        <translation>Отменяет импорт; то, что с тех пор изменено или используется, остаётся и называется.</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>Не хватает: %1</translation>
    </message>
    <message>
        <source>“%1” is one argument too many</source>
        <translation>Лишний аргумент: «%1»</translation>
    </message>
    <message>
        <source>No command given</source>
        <translation>Не указана команда</translation>
    </message>
    <message>
        <source>There is no command “%1”</source>
        <translation>Нет команды «%1»</translation>
    </message>
    <message>
        <source>The output could not be written.</source>
        <translation>Не удалось записать вывод.</translation>
    </message>
    <message>
        <source>Lists the companies.</source>
        <translation>Показывает список компаний.</translation>
    </message>
    <message>
        <source>Lists the deals.</source>
        <translation>Показывает список сделок.</translation>
    </message>
    <message>
        <source>Lists the pipelines with their stages.</source>
        <translation>Показывает список воронок с этапами.</translation>
    </message>
    <message>
        <source>Lists the contacts.</source>
        <translation>Показывает список контактов.</translation>
    </message>
    <message>
        <source>Part of a name, a phone or an e-mail.</source>
        <translation>Часть имени, телефон или электронная почта.</translation>
    </message>
    <message>
        <source>At most so many.</source>
        <translation>Не больше стольких.</translation>
    </message>
    <message>
        <source>Only those with a greater number.</source>
        <translation>Только с номером больше этого.</translation>
    </message>
    <message>
        <source>Shows a company.</source>
        <translation>Показывает компанию.</translation>
    </message>
    <message>
        <source>Shows a deal.</source>
        <translation>Показывает сделку.</translation>
    </message>
    <message>
        <source>Shows a pipeline with its stages.</source>
        <translation>Показывает воронку с этапами.</translation>
    </message>
    <message>
        <source>Shows a contact.</source>
        <translation>Показывает контакт.</translation>
    </message>
    <message>
        <source>Copies the database into a file, also while others work with it.</source>
        <translation>Копирует базу данных в файл, даже пока с ней работают другие.</translation>
    </message>
    <message>
        <source>Backup written: %1</source>
        <translation>Резервная копия записана: %1</translation>
    </message>
    <message>
        <source>Puts a backup into the place of the database; what stood there is kept beside it.</source>
        <translation>Ставит резервную копию на место базы данных; прежние данные остаются рядом.</translation>
    </message>
    <message>
        <source>Restored from %1</source>
        <translation>Восстановлено из %1</translation>
    </message>
    <message>
        <source>What stood there before is in %1</source>
        <translation>Прежние данные лежат в %1</translation>
    </message>
    <message>
        <source>Checks that the database is whole.</source>
        <translation>Проверяет целостность базы данных.</translation>
    </message>
    <message>
        <source>The database is whole.</source>
        <translation>База данных в порядке.</translation>
    </message>
    <message>
        <source>Shows where the data are and how much there is.</source>
        <translation>Показывает, где данные и сколько их.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>База данных</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Shows the value of a setting.</source>
        <translation>Показывает значение настройки.</translation>
    </message>
    <message>
        <source>Lists every setting with its value.</source>
        <translation>Показывает все настройки и их значения.</translation>
    </message>
    <message>
        <source>Changes a setting; without a value it gets its default back.</source>
        <translation>Меняет настройку; без значения возвращает значение по умолчанию.</translation>
    </message>
    <message>
        <source>The key has no right %1: %2</source>
        <translation>У ключа нет права %1: %2</translation>
    </message>
    <message>
        <source>Without the right %1 this does not work: %2</source>
        <translation>Без права %1 не работает: %2</translation>
    </message>
    <message>
        <source>Switch the right %1 on in Planfix: %2.</source>
        <translation>Включите право %1 в Планфиксе: %2.</translation>
    </message>
    <message>
        <source> (could not be proven)</source>
        <translation> (проверить не удалось)</translation>
    </message>
    <message>
        <source>
The key works: orders can become tasks.</source>
        <translation>
Ключ работает: заявки могут становиться задачами.</translation>
    </message>
    <message>
        <source>Lists what came in and went out, newest first.</source>
        <translation>Показывает входящие и исходящие обмены, новые сверху.</translation>
    </message>
    <message>
        <source>Only what came in, or went out: in, out.</source>
        <translation>Только входящие или исходящие: in, out.</translation>
    </message>
    <message>
        <source>Only of this service: planfix, orders, site.</source>
        <translation>Только этого сервиса: planfix, orders, site.</translation>
    </message>
    <message>
        <source>Works an incoming request off once more.</source>
        <translation>Обрабатывает входящий запрос ещё раз.</translation>
    </message>
    <message>
        <source>Row %1 will be worked off by the program that serves.</source>
        <translation>Запись %1 будет обработана работающей программой.</translation>
    </message>
    <message>
        <source>Tries an effect again that waits for attention.</source>
        <translation>Повторяет отправку, которая требует внимания.</translation>
    </message>
    <message>
        <source>Also when nobody knows whether it was done already.</source>
        <translation>Даже если неизвестно, не выполнена ли она уже.</translation>
    </message>
    <message>
        <source>Shows an exchange with its request and answer, without secrets.</source>
        <translation>Показывает обмен с запросом и ответом, без секретов.</translation>
    </message>
    <message>
        <source>The order %1 was there already; nothing was changed.</source>
        <translation>Заявка %1 уже есть; ничего не изменено.</translation>
    </message>
    <message>
        <source>Lists the orders, newest first.</source>
        <translation>Показывает заявки, новые сверху.</translation>
    </message>
    <message>
        <source>Only orders of this status.</source>
        <translation>Только заявки с этим статусом.</translation>
    </message>
    <message>
        <source>Part of the number or of the client&apos;s name, or a phone.</source>
        <translation>Часть номера или имени клиента либо телефон.</translation>
    </message>
    <message>
        <source>A status is one of new, confirmed, in_progress, completed, cancelled</source>
        <translation>Статус — одно из: new, confirmed, in_progress, completed, cancelled</translation>
    </message>
    <message>
        <source>Planfix task</source>
        <translation>Задача Планфикса</translation>
    </message>
    <message>
        <source>Task %1: %2</source>
        <translation>Задача %1: %2</translation>
    </message>
    <message>
        <source>Shows an order with its history.</source>
        <translation>Показывает заявку с историей.</translation>
    </message>
    <message>
        <source>Sends what waits and reads what changed in Planfix.</source>
        <translation>Отправляет ожидающее и читает изменения из Планфикса.</translation>
    </message>
    <message>
        <source>Changed in Planfix: %1, sent: %2, need attention: %3</source>
        <translation>Изменено в Планфиксе: %1, отправлено: %2, требует внимания: %3</translation>
    </message>
    <message>
        <source>Makes a test order and waits until it has become a task.</source>
        <translation>Создаёт тестовую заявку и ждёт, пока она станет задачей.</translation>
    </message>
    <message>
        <source>Takes the test order away afterwards, here and there.</source>
        <translation>После этого убирает тестовую заявку здесь и там.</translation>
    </message>
    <message>
        <source>Saved: order %1</source>
        <translation>Сохранена заявка %1</translation>
    </message>
    <message>
        <source>Checks the account, the key and its rights; changes nothing.</source>
        <translation>Проверяет аккаунт, ключ и его права; ничего не меняет.</translation>
    </message>
    <message>
        <source>Lists the names of the secrets that are there, without their values.</source>
        <translation>Показывает имена сохранённых секретов без их значений.</translation>
    </message>
    <message>
        <source>Removes a secret from the keychain.</source>
        <translation>Удаляет секрет из хранилища ключей.</translation>
    </message>
    <message>
        <source>Keeps a secret in the keychain; its value comes on the standard input.</source>
        <translation>Сохраняет секрет в хранилище ключей; значение подаётся на стандартный ввод.</translation>
    </message>
    <message>
        <source>%1 is kept in the keychain.</source>
        <translation>Секрет %1 сохранён в хранилище ключей.</translation>
    </message>
    <message>
        <source>Works without a window: the server, the queues, the periodic looks.</source>
        <translation>Работает без окна: сервер, очереди, периодические проверки.</translation>
    </message>
    <message>
        <source>Address and port, instead of the setting server.listen.</source>
        <translation>Адрес и порт вместо настройки server.listen.</translation>
    </message>
    <message>
        <source>File with the certificate (PEM).</source>
        <translation>Файл с сертификатом (PEM).</translation>
    </message>
    <message>
        <source>File with the key of the certificate (PEM).</source>
        <translation>Файл с ключом сертификата (PEM).</translation>
    </message>
    <message>
        <source>The server is switched off (server.enabled); the queues are worked off.</source>
        <translation>Сервер выключен (server.enabled); очереди обрабатываются.</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation>Слушает %1</translation>
    </message>
    <message>
        <source>Checks whether the public address leads to the server here.</source>
        <translation>Проверяет, ведёт ли публичный адрес на сервер здесь.</translation>
    </message>
    <message>
        <source>A table&apos;s column is this field of the order, as in “Contract no=number”; without a field the column is left out.</source>
        <translation>Столбец таблицы — это поле заявки, например «Договор №=number»; без поля столбец пропускается.</translation>
    </message>
    <message>
        <source>Only shows what a table would add.</source>
        <translation>Только показать, что добавила бы таблица.</translation>
    </message>
    <message>
        <source>The table has no column “%1”</source>
        <translation>В таблице нет столбца «%1»</translation>
    </message>
    <message>
        <source>“%1” is not of the form COLUMN=FIELD</source>
        <translation>«%1» не вида СТОЛБЕЦ=ПОЛЕ</translation>
    </message>
    <message>
        <source>Rows read: %1</source>
        <translation>Прочитано строк: %1</translation>
    </message>
    <message>
        <source>Stopped; to go on, give the command again</source>
        <translation>Остановлено; чтобы продолжить, повторите команду</translation>
    </message>
    <message>
        <source>Nothing was written; it would be:</source>
        <translation>Ничего не записано; было бы:</translation>
    </message>
    <message>
        <source>Done:</source>
        <translation>Готово:</translation>
    </message>
    <message>
        <source>read %1, added %2, there already %3, failed %4</source>
        <translation>прочитано %1, добавлено %2, уже есть %3, с ошибкой %4</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Строка %1</translation>
    </message>
    <message>
        <source>Row %1, column “%2”</source>
        <translation>Строка %1, столбец «%2»</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>(пропускается)</translation>
    </message>
    <message>
        <source>Adds an order from a JSON file or from the standard input (-), or the orders of a table (CSV, XLSX).</source>
        <translation>Добавляет заявку из файла JSON или со стандартного ввода (-) либо заявки из таблицы (CSV, XLSX).</translation>
    </message>
    <message>
        <source>--column and --dry-run are for tables only</source>
        <translation>--column и --dry-run — только для таблиц</translation>
    </message>
    <message>
        <source>Brings everything into another, empty database; this one stays as it is.</source>
        <translation>Переносит всё в другую, пустую базу; эта остаётся как есть.</translation>
    </message>
    <message>
        <source>The address of the other database.</source>
        <translation>Адрес другой базы.</translation>
    </message>
    <message>
        <source>--to is missing</source>
        <translation>Не указано --to</translation>
    </message>
    <message>
        <source>Building the indexes</source>
        <translation>Строятся индексы</translation>
    </message>
    <message>
        <source>%1: %2 of %3 rows</source>
        <translation>%1: %2 из %3 строк</translation>
    </message>
    <message>
        <source>%1 rows are now in %2. Begin both programs with --store or PFX_STORE from now on; the old database was left untouched.</source>
        <translation>%1 строк теперь в %2. Запускайте обе программы с --store или PFX_STORE; старая база не тронута.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… и ещё %n</numerusform>
            <numerusform>… и ещё %n</numerusform>
            <numerusform>… и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Lists the messages, newest first.</source>
        <translation>Показывает сообщения, новые сверху.</translation>
    </message>
    <message>
        <source>Only messages in this state.</source>
        <translation>Только сообщения в этом состоянии.</translation>
    </message>
    <message>
        <source>A phone, or a part of the text or of the sender.</source>
        <translation>Телефон либо часть текста или имени отправителя.</translation>
    </message>
    <message>
        <source>Only those below this number.</source>
        <translation>Только с номером меньше этого.</translation>
    </message>
    <message>
        <source>A state is one of %1</source>
        <translation>Состояние — одно из: %1</translation>
    </message>
    <message>
        <source>Puts a message into the queue; a running program sends it.</source>
        <translation>Ставит сообщение в очередь; отправит его работающая программа.</translation>
    </message>
    <message>
        <source>The recipient&apos;s phone.</source>
        <translation>Телефон получателя.</translation>
    </message>
    <message>
        <source>The text.</source>
        <translation>Текст.</translation>
    </message>
    <message>
        <source>The sender&apos;s name; the provider&apos;s own when left out.</source>
        <translation>Имя отправителя; если не указано — имя по умолчанию у провайдера.</translation>
    </message>
    <message>
        <source>No provider is set up (sms.provider): the message waits in the queue.</source>
        <translation>Провайдер не настроен (sms.provider): сообщение ждёт в очереди.</translation>
    </message>
    <message>
        <source>Shows a message with its way.</source>
        <translation>Показывает сообщение и его путь.</translation>
    </message>
    <message>
        <source>The environment variable “%1” is empty</source>
        <translation>Переменная окружения «%1» пуста</translation>
    </message>
    <message>
        <source>Give --login and --password-env, or --key-env</source>
        <translation>Укажите --login и --password-env либо --key-env</translation>
    </message>
    <message>
        <source>Calls an address as Planfix would and shows the exact answer.</source>
        <translation>Обращается по адресу так, как это сделал бы Планфикс, и показывает точный ответ.</translation>
    </message>
    <message>
        <source>The address that Planfix is to call.</source>
        <translation>Адрес, по которому обращается Планфикс.</translation>
    </message>
    <message>
        <source>The login, with --password-env.</source>
        <translation>Логин, вместе с --password-env.</translation>
    </message>
    <message>
        <source>The environment variable with the password.</source>
        <translation>Переменная окружения с паролем.</translation>
    </message>
    <message>
        <source>The environment variable with the key, instead of login and password.</source>
        <translation>Переменная окружения с ключом, вместо логина и пароля.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Отправитель</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Кому</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Частей</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Провайдер</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>%1 rows are now in %2, which both programs use from now on; the old database was left untouched.</source>
        <translation>Строк перенесено: %1. Теперь обе программы работают с %2; прежняя база осталась нетронутой.</translation>
    </message>
</context>
</TS>
