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
        <message>
            <source>Change now</source>
            <translation>Сменить сейчас</translation>
        </message>
        <message>
            <source>Saved. The words change as soon as nothing is going on any more</source>
            <translation>Сохранено. Слова сменятся, когда работа закончится</translation>
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
            <source>The data is moved, rows: %1</source>
            <translation>Данные перенесены, строк: %1</translation>
        </message>
        <message>
            <source>Both programs work with it from now on. The database of before was left as it was.</source>
            <translation>Теперь обе программы работают с новой базой. Прежняя осталась как была.</translation>
        </message>
        <message>
            <source>This database is in use from now on</source>
            <translation>Теперь программа работает с этой базой</translation>
        </message>
        <message>
            <source>The database of before was left as it was.</source>
            <translation>Прежняя база осталась как была.</translation>
        </message>
        <message>
            <source>The backup is restored</source>
            <translation>Копия восстановлена</translation>
        </message>
        <message>
            <source>The data of before is kept: %1</source>
            <translation>Прежние данные сохранены: %1</translation>
        </message>
        <message>
            <source>Stopped: everything is as it was</source>
            <translation>Остановлено: всё осталось как было</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::BackupCard</name>
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
            <source>To restore, your administrator runs “pfxctl store restore” on an empty database.</source>
            <translation>Восстанавливает администратор командой «pfxctl store restore» в пустую базу.</translation>
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
            <source>Copying…</source>
            <translation>Копируем…</translation>
        </message>
        <message>
            <source>The backup is made: %1</source>
            <translation>Копия готова: %1</translation>
        </message>
        <message>
            <source>Restore from a backup…</source>
            <translation>Восстановить из копии…</translation>
        </message>
        <message>
            <source>To restore takes the pages down for a moment. What stands in the database now is kept beside it.</source>
            <translation>На время восстановления страницы закроются. Нынешняя база сохранится рядом.</translation>
        </message>
        <message>
            <source>Something is still going on: finish or stop it first</source>
            <translation>Ещё идёт работа: сначала закончите или остановите её</translation>
        </message>
        <message>
            <source>Which backup?</source>
            <translation>Какая копия?</translation>
        </message>
        <message>
            <source>Backups (*.sqlite *.bak);;All files (*)</source>
            <translation>Копии (*.sqlite *.bak);;Все файлы (*)</translation>
        </message>
        <message>
            <source>Put this backup in the place of the database?</source>
            <translation>Поставить эту копию на место базы?</translation>
        </message>
        <message>
            <source>Everything is then as it was on %1: what came since is missing here, also orders and messages that were sent. The data of now is kept in a file beside it. The server does not answer meanwhile.</source>
            <translation>Всё станет таким, как было %1: того, что пришло позже, здесь не будет, в том числе отправленных заявок и сообщений. Нынешние данные сохранятся рядом, в отдельном файле. Сервер тем временем не отвечает.</translation>
        </message>
        <message>
            <source>Restore the backup</source>
            <translation>Восстановить копию</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::PostgresCard</name>
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
        <message>
            <source>For several windows and an always-on server one database on a server is better. Try its address first: nothing is changed there by it. A password in it goes into the keychain.</source>
            <translation>Для нескольких окон и постоянно работающего сервера лучше одна база на сервере. Сначала проверьте адрес: при этом там ничего не меняется. Пароль из адреса попадёт в связку ключей.</translation>
        </message>
        <message>
            <source>It is the database that the program works with now.</source>
            <translation>С этой базой программа уже работает.</translation>
        </message>
        <message>
            <source>Work with this database…</source>
            <translation>Работать с этой базой…</translation>
        </message>
        <message>
            <source>Move the data there…</source>
            <translation>Перенести данные туда…</translation>
        </message>
        <message>
            <source>Data of Planfix Console is there already. The data of now is not taken along.</source>
            <translation>Там уже есть данные Planfix Console. Нынешние данные туда не переносятся.</translation>
        </message>
        <message>
            <source>The database is empty and can be used.</source>
            <translation>База пуста и подходит.</translation>
        </message>
        <message>
            <source>Something is still going on: finish or stop it first</source>
            <translation>Ещё идёт работа: сначала закончите или остановите её</translation>
        </message>
        <message>
            <source>Move all data to the server?</source>
            <translation>Перенести все данные на сервер?</translation>
        </message>
        <message>
            <source>Pages and the server are down until it is done, about a minute for a million rows. From then on both programs work with the database on the server; the one of now stays as it is. An always-on pfxctl must be stopped before.</source>
            <translation>Пока идёт перенос, страницы закрыты и сервер не отвечает: около минуты на миллион строк. Потом обе программы работают с базой на сервере, а нынешняя остаётся как есть. Постоянно работающий pfxctl надо сначала остановить.</translation>
        </message>
        <message>
            <source>Move the data</source>
            <translation>Перенести данные</translation>
        </message>
        <message>
            <source>Work with the data on the server?</source>
            <translation>Работать с данными на сервере?</translation>
        </message>
        <message>
            <source>The program shows what stands in that database. The one of now stays as it is, and nothing of it is taken along.</source>
            <translation>Программа покажет то, что лежит в той базе. Нынешняя остаётся как есть, из неё ничего не переносится.</translation>
        </message>
        <message>
            <source>Work with it</source>
            <translation>Работать с ней</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::SiteCard</name>
        <message>
            <source>The company's site</source>
            <translation>Сайт компании</translation>
        </message>
        <message>
            <source>Where changes of orders are told</source>
            <translation>Куда сообщать об изменениях заявок</translation>
        </message>
        <message>
            <source>Where the site sends orders</source>
            <translation>Куда сайт отправляет заявки</translation>
        </message>
        <message>
            <source>The site's key</source>
            <translation>Ключ сайта</translation>
        </message>
        <message>
            <source>There is none: orders of the site are refused</source>
            <translation>Ключа нет: заявки сайта не принимаются</translation>
        </message>
        <message>
            <source>Replace the site's key?</source>
            <translation>Заменить ключ сайта?</translation>
        </message>
        <message>
            <source>Orders that the site sends with the old one are refused until it has the new one.</source>
            <translation>Заявки, которые сайт отправит со старым ключом, не принимаются, пока вы не укажете ему новый.</translation>
        </message>
        <message>
            <source>Key of the signature</source>
            <translation>Ключ подписи</translation>
        </message>
        <message>
            <source>There is none: messages go unsigned, and the site cannot tell that they are from here</source>
            <translation>Ключа нет: сообщения уходят без подписи, и сайт не может проверить, что они отсюда</translation>
        </message>
        <message>
            <source>Replace the key of the signature?</source>
            <translation>Заменить ключ подписи?</translation>
        </message>
        <message>
            <source>Messages are signed with the new one at once; the site does not accept them until it has it too.</source>
            <translation>Сообщения сразу подписываются новым ключом; сайт не примет их, пока не получит его тоже.</translation>
        </message>
        <message>
            <source>POST with JSON and the header Authorization: Bearer with the key below.</source>
            <translation>POST с JSON и заголовком Authorization: Bearer с ключом, который ниже.</translation>
        </message>
        <message>
            <source>Not reached from outside yet: the public address is missing. %1</source>
            <translation>Пока недоступен снаружи: не указан публичный адрес. %1</translation>
        </message>
        <message>
            <source>The server is switched off. %1</source>
            <translation>Сервер выключен. %1</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::SecretRow</name>
        <message>
            <source>%1, shown once</source>
            <translation>%1, показан один раз</translation>
        </message>
        <message>
            <source>Copy it now: it is not shown again. When it is lost, make another one.</source>
            <translation>Скопируйте сейчас: больше он не показывается. Если потеряется, создайте новый.</translation>
        </message>
        <message>
            <source>Given by the environment, where the program is started</source>
            <translation>Задан в окружении, там, где запускается программа</translation>
        </message>
        <message>
            <source>It is there, in the keychain</source>
            <translation>Есть, хранится в связке ключей</translation>
        </message>
        <message>
            <source>Replace…</source>
            <translation>Заменить…</translation>
        </message>
        <message>
            <source>Make</source>
            <translation>Создать</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Заменить</translation>
        </message>
    </context>
</TS>
