<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
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
</context>
<context>
    <name>pfx::console::Pages</name>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Customers and deals</source>
        <translation>Клиенты и сделки</translation>
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
</TS>
