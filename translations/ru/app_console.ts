<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>pfx::console::ChipTexts</name>
    <message>
        <source>Everything for Planfix waits and goes on by itself at %1.</source>
        <translation>Всё, что идёт в Планфикс, ждёт и само продолжится в %1.</translation>
    </message>
    <message>
        <source>Planfix refuses the key</source>
        <translation>Планфикс отклоняет ключ</translation>
    </message>
    <message>
        <source>Planfix quota used up</source>
        <translation>Квота Планфикса исчерпана</translation>
    </message>
    <message>
        <source>Planfix quota used up until %1</source>
        <translation>Квота Планфикса исчерпана до %1</translation>
    </message>
    <message>
        <source>Planfix asks to wait</source>
        <translation>Планфикс просит подождать</translation>
    </message>
    <message>
        <source>Planfix key cannot be read</source>
        <translation>Ключ Планфикса не читается</translation>
    </message>
    <message>
        <source>Planfix certificate refused</source>
        <translation>Сертификат Планфикса не принят</translation>
    </message>
    <message>
        <source>Planfix is not reached</source>
        <translation>Планфикс недоступен</translation>
    </message>
    <message>
        <source>Planfix is not set up</source>
        <translation>Планфикс не настроен</translation>
    </message>
    <message>
        <source>Press to connect your account.</source>
        <translation>Нажмите, чтобы подключить аккаунт.</translation>
    </message>
    <message>
        <source>No Planfix key</source>
        <translation>Нет ключа Планфикса</translation>
    </message>
    <message>
        <source>Planfix is set up</source>
        <translation>Планфикс настроен</translation>
    </message>
    <message>
        <source>%1. Nothing has been asked of it yet.</source>
        <translation>%1. Запросов к нему ещё не было.</translation>
    </message>
    <message>
        <source>Planfix works</source>
        <translation>Планфикс работает</translation>
    </message>
    <message>
        <source>%1, last answer: %2.</source>
        <translation>%1, последний ответ: %2.</translation>
    </message>
    <message>
        <source>It has no public address yet: only programs of this computer reach it.</source>
        <translation>Внешнего адреса ещё нет: сервер виден только программам этого компьютера.</translation>
    </message>
    <message>
        <source>From outside: %1</source>
        <translation>Снаружи: %1</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>Сервер %1</translation>
    </message>
    <message>
        <source>Server is off</source>
        <translation>Сервер выключен</translation>
    </message>
    <message>
        <source>Nothing from outside is taken. Press to switch it on.</source>
        <translation>Снаружи ничего не принимается. Нажмите, чтобы включить.</translation>
    </message>
    <message>
        <source>Server is starting</source>
        <translation>Сервер запускается</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Программа пробует снова сама.</translation>
    </message>
    <message>
        <source>Server: the port is taken</source>
        <translation>Сервер: порт занят</translation>
    </message>
    <message>
        <source>Another program listens there already (perhaps a second window, or pfxctl serve). Stop it, or choose another port in the settings.</source>
        <translation>Этот порт уже слушает другая программа (возможно, второе окно или pfxctl serve). Остановите её или выберите другой порт в настройках.</translation>
    </message>
    <message>
        <source>Server does not start</source>
        <translation>Сервер не запускается</translation>
    </message>
    <message>
        <source>unknown address</source>
        <translation>неизвестный адрес</translation>
    </message>
    <message>
        <source>%1  %2 %3 → %4</source>
        <translation>%1  %2 %3 → %4</translation>
    </message>
</context>
<context>
    <name>pfx::console::Console</name>
    <message>
        <source>Guide</source>
        <translation>Руководство</translation>
    </message>
    <message>
        <source>SQLite store</source>
        <translation>База SQLite</translation>
    </message>
    <message>
        <source>PostgreSQL store</source>
        <translation>База PostgreSQL</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>на этом компьютере</translation>
    </message>
    <message>
        <source>%1
Version of the data: %2, size: %3</source>
        <translation>%1
Версия данных: %2, размер: %3</translation>
    </message>
    <message>
        <source>Moving the data…</source>
        <translation>Переносим данные…</translation>
    </message>
    <message>
        <source>Building the indexes</source>
        <translation>Строятся индексы</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 из %2 строк</translation>
    </message>
    <message>
        <source>Opening the store…</source>
        <translation>Открываем базу…</translation>
    </message>
    <message>
        <source>Restoring the backup…</source>
        <translation>Восстанавливаем копию…</translation>
    </message>
</context>
<context>
    <name>pfx::console::DemoRibbon</name>
    <message>
        <source>Demo: nothing is sent</source>
        <translation>Демо: ничего не отправляется</translation>
    </message>
    <message>
        <source>Planfix and the data are invented; everything goes when the window is closed.</source>
        <translation>Планфикс и данные придуманы; всё исчезнет, когда окно закроется.</translation>
    </message>
</context>
<context>
    <name>pfx::console::KeychainNotice</name>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
</context>
<context>
    <name>pfx::console::LiveChips</name>
    <message>
        <source>Server on</source>
        <translation>Сервер включён</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Скопировать адрес</translation>
    </message>
    <message>
        <source>Settings of the server…</source>
        <translation>Настройки сервера…</translation>
    </message>
    <message>
        <source>Last requests</source>
        <translation>Последние запросы</translation>
    </message>
    <message>
        <source>None since the start</source>
        <translation>С запуска запросов не было</translation>
    </message>
</context>
<context>
    <name>pfx::console::MainWindow</name>
    <message>
        <source>Store: opening</source>
        <translation>База открывается</translation>
    </message>
    <message>
        <source>The store does not open</source>
        <translation>База не открывается</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>Справка по странице</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Open the folder with data</source>
        <translation>Открыть папку с данными</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Work is still going on</source>
        <translation>Работа ещё идёт</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Остановить и закрыть</translation>
    </message>
    <message>
        <source>Do not close</source>
        <translation>Не закрывать</translation>
    </message>
    <message>
        <source>The server stops: what the site and Planfix send to it is not taken until the program is started again.</source>
        <translation>Сервер остановится: то, что ему шлют сайт и Планфикс, не будет приниматься, пока программа не запущена снова.</translation>
    </message>
</context>
<context>
    <name>pfx::console::OpeningPage</name>
    <message>
        <source>Opening the store…</source>
        <translation>Открываем базу…</translation>
    </message>
    <message>
        <source>The store does not open</source>
        <translation>База не открывается</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>The store: %1. Nothing in it was changed.</source>
        <translation>База: %1. В ней ничего не изменено.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>The pages come back when it is done</source>
        <translation>Страницы вернутся, когда всё будет готово</translation>
    </message>
    <message>
        <source>If it is stopped or fails, everything is as it was.</source>
        <translation>Если остановить или что-то не удастся, всё останется как было.</translation>
    </message>
</context>
<context>
    <name>pfx::console::Options</name>
    <message>
        <source>Connects a Planfix account with everything around it.</source>
        <translation>Связывает аккаунт Планфикса со всем, что вокруг него.</translation>
    </message>
    <message>
        <source>Folder of settings and data.</source>
        <translation>Папка настроек и данных.</translation>
    </message>
    <message>
        <source>The store: sqlite:/absolute/file or postgresql://user@host:port/db.</source>
        <translation>База: sqlite:/полный/путь или postgresql://user@host:port/db.</translation>
    </message>
    <message>
        <source>Language: ru or en.</source>
        <translation>Язык: ru или en.</translation>
    </message>
    <message>
        <source>Colours: light or dark; else the system&apos;s.</source>
        <translation>Цвета: light или dark, иначе системные.</translation>
    </message>
    <message>
        <source>Prints the version.</source>
        <translation>Показывает версию.</translation>
    </message>
    <message>
        <source>Prints this help.</source>
        <translation>Показывает эту справку.</translation>
    </message>
    <message>
        <source>--lang is ru or en</source>
        <translation>--lang: ru или en</translation>
    </message>
    <message>
        <source>Shows the program on invented services and data; nothing is sent, nothing is kept.</source>
        <translation>Показывает программу на придуманных сервисах и данных; ничего не отправляется и не сохраняется.</translation>
    </message>
</context>
<context>
    <name>pfx::console::Pages</name>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Customers and deals</source>
        <translation>Клиенты и сделки</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заявки</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Настройка</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
</context>
<context>
    <name>pfx::console::SearchButton</name>
    <message>
        <source>Find…</source>
        <translation>Найти…</translation>
    </message>
    <message>
        <source>Find a page or an action</source>
        <translation>Найти страницу или действие</translation>
    </message>
    <message>
        <source>Find a page or an action (Ctrl+K)</source>
        <translation>Найти страницу или действие (Ctrl+K)</translation>
    </message>
</context>
<context>
    <name>pfx::console::Tray</name>
    <message>
        <source>Keep running in the tray when the window is closed</source>
        <translation>При закрытии окна оставаться в трее</translation>
    </message>
    <message>
        <source>This desktop has no tray.</source>
        <translation>На этом рабочем столе нет трея.</translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation>Открыть окно</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
</context>
</TS>
