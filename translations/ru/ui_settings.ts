<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
    <context>
        <name>pfx::ui::OrdersSection</name>
        <message>
            <source>Statuses</source>
            <translation>Статусы</translation>
        </message>
        <message>
            <source>From Planfix</source>
            <translation>Из Планфикса</translation>
        </message>
        <message>
            <source>Tasks of the template made in Planfix become orders here</source>
            <translation>Задачи шаблона, созданные в Планфиксе, становятся заявками здесь</translation>
        </message>
        <message>
            <source>Make an address for Planfix</source>
            <translation>Создать адрес для Планфикса</translation>
        </message>
        <message>
            <source>The company's site</source>
            <translation>Сайт компании</translation>
        </message>
        <message>
            <source>Where changes of orders are told</source>
            <translation>Куда сообщать об изменениях заявок</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::PlanfixSection</name>
        <message>
            <source>Pace</source>
            <translation>Темп</translation>
        </message>
        <message>
            <source>Requests a second</source>
            <translation>Запросов в секунду</translation>
        </message>
        <message>
            <source>Look for changed tasks every so many seconds</source>
            <translation>Искать изменённые задачи раз в столько секунд</translation>
        </message>
        <message>
            <source>Account and key</source>
            <translation>Аккаунт и ключ</translation>
        </message>
        <message>
            <source>Remove the key…</source>
            <translation>Удалить ключ…</translation>
        </message>
        <message>
            <source>Remove the key from this computer?</source>
            <translation>Удалить ключ с этого компьютера?</translation>
        </message>
        <message>
            <source>Orders stay here and wait until another key is given. In Planfix itself the key stays valid: switch it off there.</source>
            <translation>Заявки останутся здесь и будут ждать другого ключа. В самом Планфиксе ключ продолжит действовать: отключите его там.</translation>
        </message>
        <message>
            <source>Remove the key</source>
            <translation>Удалить ключ</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Оставить</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::ProgramSection</name>
        <message>
            <source>Language and appearance</source>
            <translation>Язык и вид</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Язык</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Как в системе</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Цвета</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Светлые</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Тёмные</translation>
        </message>
        <message>
            <source>Saved. The words change when the program is started the next time</source>
            <translation>Сохранено. Язык сменится при следующем запуске программы</translation>
        </message>
        <message>
            <source>Journal and log</source>
            <translation>Журнал и лог</translation>
        </message>
        <message>
            <source>Days that requests are kept whole</source>
            <translation>Сколько дней хранить запросы целиком</translation>
        </message>
        <message>
            <source>Days that the journal is kept</source>
            <translation>Сколько дней хранить журнал</translation>
        </message>
        <message>
            <source>Level of the log</source>
            <translation>Подробность лога</translation>
        </message>
        <message>
            <source>Usual</source>
            <translation>Обычный</translation>
        </message>
        <message>
            <source>Detailed</source>
            <translation>Подробный</translation>
        </message>
        <message>
            <source>Detailed is for the support: the file grows faster. Keys and people's data stand in neither.</source>
            <translation>Подробный нужен поддержке: файл растёт быстрее. Ключей и личных данных нет ни в том, ни в другом.</translation>
        </message>
        <message>
            <source>For the support</source>
            <translation>Для поддержки</translation>
        </message>
        <message>
            <source>Versions, settings, states and the last of the log, without keys and without anybody's data. Look before you save.</source>
            <translation>Версии, настройки, состояния и конец лога — без ключей и без личных данных. Посмотрите, прежде чем сохранять.</translation>
        </message>
        <message>
            <source>Show the diagnostics</source>
            <translation>Показать диагностику</translation>
        </message>
        <message>
            <source>Diagnostics</source>
            <translation>Диагностика</translation>
        </message>
        <message>
            <source>Save the diagnostics…</source>
            <translation>Сохранить диагностику…</translation>
        </message>
        <message>
            <source>Where to put the diagnostics</source>
            <translation>Куда сохранить диагностику</translation>
        </message>
        <message>
            <source>Text files (*.txt);;All files (*)</source>
            <translation>Текстовые файлы (*.txt);;Все файлы (*)</translation>
        </message>
        <message>
            <source>Saved: what stands above and nothing else</source>
            <translation>Сохранено ровно то, что показано выше</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::SaveBar</name>
        <message>
            <source>Saved, and in force already</source>
            <translation>Сохранено и уже действует</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Повторить</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Сохранить</translation>
        </message>
        <message>
            <source>As it was</source>
            <translation>Вернуть как было</translation>
        </message>
        <message>
            <source>Not saved yet: %1</source>
            <translation>Ещё не сохранено: %1</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::ServerSection</name>
        <message>
            <source>Server</source>
            <translation>Сервер</translation>
        </message>
        <message>
            <source>Serve requests while the window is open</source>
            <translation>Принимать запросы, пока окно открыто</translation>
        </message>
        <message>
            <source>Address and port</source>
            <translation>Адрес и порт</translation>
        </message>
        <message>
            <source>Trusted proxies</source>
            <translation>Доверенные прокси</translation>
        </message>
        <message>
            <source>Certificate (TLS)</source>
            <translation>Сертификат (TLS)</translation>
        </message>
        <message>
            <source>Not needed behind a reverse proxy or a tunnel, which bring their own.</source>
            <translation>За обратным прокси или туннелем не нужен: там свой.</translation>
        </message>
        <message>
            <source>File of the certificate</source>
            <translation>Файл сертификата</translation>
        </message>
        <message>
            <source>File of its key</source>
            <translation>Файл его ключа</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>Выбрать файл…</translation>
        </message>
        <message>
            <source>PEM files (*.pem *.crt *.key *.cer);;All files (*)</source>
            <translation>Файлы PEM (*.pem *.crt *.key *.cer);;Все файлы (*)</translation>
        </message>
        <message>
            <source>Choose the file of the certificate</source>
            <translation>Выбрать файл сертификата</translation>
        </message>
        <message>
            <source>Choose the file of the certificate's key</source>
            <translation>Выбрать файл ключа сертификата</translation>
        </message>
        <message>
            <source>Last requests</source>
            <translation>Последние запросы</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Время</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>Запрос</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Откуда</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Ответ</translation>
        </message>
        <message>
            <source>Took</source>
            <translation>Заняло</translation>
        </message>
        <message>
            <source>Nobody has called yet</source>
            <translation>Ещё никто не обращался</translation>
        </message>
        <message>
            <source>Listens at %1</source>
            <translation>Слушает %1</translation>
        </message>
        <message>
            <source>The server is starting</source>
            <translation>Сервер запускается</translation>
        </message>
        <message>
            <source>The server is switched off</source>
            <translation>Сервер выключен</translation>
        </message>
        <message>
            <source>Planfix and the site cannot send anything here until it listens.</source>
            <translation>Пока он не слушает, Планфикс и сайт ничего не могут сюда прислать.</translation>
        </message>
        <message>
            <source>an unknown address</source>
            <translation>неизвестный адрес</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 мс</translation>
        </message>
        <message>
            <source>Valid until %1, days left: %2</source>
            <translation>Действует до %1, осталось дней: %2</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::SettingRow</name>
        <message>
            <source>Saved</source>
            <translation>Сохранено</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Вернуть</translation>
        </message>
        <message>
            <source>Take back: %1</source>
            <translation>Вернуть: %1</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>Настройки</translation>
        </message>
        <message>
            <source>Section of the settings</source>
            <translation>Раздел настроек</translation>
        </message>
        <message>
            <source>Planfix</source>
            <translation>Планфикс</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>Заявки</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Сервер</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>База</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>Программа</translation>
        </message>
        <message>
            <source>Availability from outside</source>
            <translation>Доступность</translation>
        </message>
        <message>
            <source>Settings: %1</source>
            <translation>Настройки: %1</translation>
        </message>
        <message>
            <source>Section “%1”</source>
            <translation>Раздел «%1»</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::StatusesTable</name>
        <message>
            <source>Here</source>
            <translation>Здесь</translation>
        </message>
        <message>
            <source>In Planfix: the first is set, the others are understood</source>
            <translation>В Планфиксе: ставится первый, остальные понимаются</translation>
        </message>
        <message>
            <source>Statuses in Planfix for “%1”</source>
            <translation>Статусы в Планфиксе для «%1»</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Вернуть</translation>
        </message>
        <message>
            <source>Take back: statuses</source>
            <translation>Вернуть: статусы</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Сохранено</translation>
        </message>
        <message>
            <source>“%1” stands in two lines: a change in Planfix could mean either</source>
            <translation>«%1» стоит в двух строках: изменение в Планфиксе нельзя будет понять однозначно</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::StoreSection</name>
        <message>
            <source>Where the data is</source>
            <translation>Где данные</translation>
        </message>
        <message>
            <source>Check the database</source>
            <translation>Проверить базу</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>Резервная копия</translation>
        </message>
        <message>
            <source>A whole copy into one file, while everything goes on. Keys are not in it: they stay in the keychain.</source>
            <translation>Полная копия в один файл, работа при этом продолжается. Ключей в ней нет: они остаются в связке ключей.</translation>
        </message>
        <message>
            <source>Make a backup…</source>
            <translation>Сделать копию…</translation>
        </message>
        <message>
            <source>To restore: close the program, put the copy in the place of the file named above, and start it again.</source>
            <translation>Чтобы восстановить: закройте программу, положите копию на место файла, названного выше, и запустите её снова.</translation>
        </message>
        <message>
            <source>To restore, your administrator uses pg_restore on an empty database.</source>
            <translation>Восстанавливает администратор командой pg_restore в пустую базу.</translation>
        </message>
        <message>
            <source>Where to put the backup</source>
            <translation>Куда положить копию</translation>
        </message>
        <message>
            <source>Backups (*.sqlite *.dump);;All files (*)</source>
            <translation>Копии (*.sqlite *.dump);;Все файлы (*)</translation>
        </message>
        <message>
            <source>For several windows and an always-on server one database on a server is better. Here you can try its address; nothing is changed there.</source>
            <translation>Для нескольких окон и постоянно работающего сервера лучше одна база на сервере. Здесь можно проверить её адрес; там ничего не меняется.</translation>
        </message>
        <message>
            <source>Address of the database</source>
            <translation>Адрес базы</translation>
        </message>
        <message>
            <source>Try</source>
            <translation>Проверить</translation>
        </message>
        <message>
            <source>Try the address of the database</source>
            <translation>Проверить адрес базы</translation>
        </message>
        <message>
            <source>%1
%2 %3, version of the data %4, size %5</source>
            <translation>%1
%2 %3, версия данных %4, размер %5</translation>
        </message>
        <message>
            <source>Reading the whole database…</source>
            <translation>Читаем всю базу…</translation>
        </message>
        <message>
            <source>The database is whole</source>
            <translation>База цела</translation>
        </message>
        <message>
            <source>Copying…</source>
            <translation>Копируем…</translation>
        </message>
        <message>
            <source>The backup is made: %1</source>
            <translation>Копия готова: %1</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation>Соединяемся…</translation>
        </message>
        <message>
            <source>PostgreSQL %1 answers</source>
            <translation>PostgreSQL %1 отвечает</translation>
        </message>
        <message>
            <source>%1, but this user may not make tables</source>
            <translation>%1, но этому пользователю нельзя создавать таблицы</translation>
        </message>
        <message>
            <source>Let the administrator make the user the owner of the database.</source>
            <translation>Попросите администратора сделать пользователя владельцем базы.</translation>
        </message>
        <message>
            <source>%1, but the extension pg_trgm is missing</source>
            <translation>%1, но нет расширения pg_trgm</translation>
        </message>
        <message>
            <source>The search needs it. Let the administrator install the package postgresql-contrib.</source>
            <translation>Оно нужно для поиска. Попросите администратора установить пакет postgresql-contrib.</translation>
        </message>
        <message>
            <source>%1, but tables of another program stand in the database</source>
            <translation>%1, но в базе стоят таблицы другой программы</translation>
        </message>
        <message>
            <source>Use an empty database of its own.</source>
            <translation>Нужна отдельная пустая база.</translation>
        </message>
        <message>
            <source>Data of Planfix Console is there already. Start the program with --store and this address to use it.</source>
            <translation>Данные Planfix Console там уже есть. Чтобы работать с ними, запустите программу с --store и этим адресом.</translation>
        </message>
        <message>
            <source>The database is empty and can be used: start the program with --store and this address.</source>
            <translation>База пуста и подходит: запустите программу с --store и этим адресом.</translation>
        </message>
    </context>
</TS>
