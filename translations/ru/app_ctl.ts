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
        <source>Lists the employees.</source>
        <translation>Показывает список пользователей.</translation>
    </message>
    <message>
        <source>Writes all contacts, companies or deals.</source>
        <translation>Выгружает все контакты, компании или сделки.</translation>
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
        <source>“%1” cannot be exported: contacts, companies or deals can</source>
        <translation>«%1» выгрузить нельзя: можно contacts, companies или deals</translation>
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
</context>
</TS>
