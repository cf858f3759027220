<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>pfx::ui::MailingPage</name>
    <message>
        <source>Mailings</source>
        <translation>Рассылки</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Что показано</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Списки</translation>
    </message>
    <message>
        <source>Requests of Planfix</source>
        <translation>Запросы Планфикса</translation>
    </message>
    <message>
        <source>Not written to</source>
        <translation>Кому не писать</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Подключение</translation>
    </message>
    <message>
        <source>Mailing lists</source>
        <translation>Списки рассылки</translation>
    </message>
    <message>
        <source>What Planfix asked for mailings</source>
        <translation>Что просил Планфикс для рассылок</translation>
    </message>
    <message>
        <source>Addresses that are not written to</source>
        <translation>Адреса, на которые не пишем</translation>
    </message>
    <message>
        <source>What to paste into Planfix for mailings</source>
        <translation>Что вставить в Планфикс для рассылок</translation>
    </message>
</context>
<context>
    <name>MailingWords</name>
    <message>
        <source>Refused</source>
        <translation>Отказано</translation>
    </message>
    <message>
        <source>Done, some passed over</source>
        <translation>Принято не всё</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Требует внимания</translation>
    </message>
    <message>
        <source>Will be tried again</source>
        <translation>Повторим</translation>
    </message>
    <message>
        <source>Is being passed on</source>
        <translation>Передаётся</translation>
    </message>
    <message>
        <source>In step</source>
        <translation>Передано всё</translation>
    </message>
    <message>
        <source>Addresses there: %1</source>
        <translation>Адресов в сервисе: %1</translation>
    </message>
    <message>
        <source>still to be told: %1</source>
        <translation>осталось передать: %1</translation>
    </message>
    <message>
        <source>compared: %1</source>
        <translation>сверено: %1</translation>
    </message>
    <message>
        <source>in step since: %1</source>
        <translation>передано: %1</translation>
    </message>
    <message>
        <source>contacts: %1</source>
        <translation>контактов: %1</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>новых: %1</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>изменено: %1</translation>
    </message>
    <message>
        <source>taken out: %1</source>
        <translation>удалено: %1</translation>
    </message>
    <message>
        <source>passed over: %1</source>
        <translation>пропущено: %1</translation>
    </message>
    <message>
        <source>not written to: %1</source>
        <translation>не пишем: %1</translation>
    </message>
    <message>
        <source>without an address: %1</source>
        <translation>без адреса: %1</translation>
    </message>
</context>
<context>
    <name>pfx::ui::ConnectionTab</name>
    <message>
        <source>Show or hide</source>
        <translation>Показать или скрыть</translation>
    </message>
    <message>
        <source>What to paste into Planfix</source>
        <translation>Что вставить в Планфикс</translation>
    </message>
    <message>
        <source>In Planfix: Account management → Integrations → E-mail marketing → Planfix API. Paste both and save.</source>
        <translation>В Планфиксе: Управление аккаунтом → Интеграции → Почтовая рассылка → Planfix API. Вставьте адрес и ключ и сохраните.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Скопировать адрес</translation>
    </message>
    <message>
        <source>How to make it reachable</source>
        <translation>Как сделать доступным</translation>
    </message>
    <message>
        <source>API Key</source>
        <translation>API Key</translation>
    </message>
    <message>
        <source>Planfix shows it with every request, so that nobody else can change the lists.</source>
        <translation>Планфикс предъявляет его в каждом запросе, поэтому больше никто не изменит списки.</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>Скопировать ключ</translation>
    </message>
    <message>
        <source>Make a key</source>
        <translation>Создать ключ</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Создать новый ключ</translation>
    </message>
    <message>
        <source>Mailing services</source>
        <translation>Сервисы рассылок</translation>
    </message>
    <message>
        <source>A list can be passed on to a service that sends the letters. It is kept in step there: each change follows, and each night both sides are compared.</source>
        <translation>Список можно передавать в сервис, который отправляет письма. Там он повторяет каждое изменение, а ночью обе стороны сверяются.</translation>
    </message>
    <message>
        <source>Kind of service</source>
        <translation>Вид сервиса</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>A short one of your choice: Latin letters and digits.</source>
        <translation>Короткое, любое: латинские буквы и цифры.</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>Адрес сервиса</translation>
    </message>
    <message>
        <source>API user</source>
        <translation>Пользователь API</translation>
    </message>
    <message>
        <source>Token of the API user</source>
        <translation>Токен пользователя API</translation>
    </message>
    <message>
        <source>API key of UniSender</source>
        <translation>Ключ API UniSender</translation>
    </message>
    <message>
        <source>Add the service</source>
        <translation>Добавить сервис</translation>
    </message>
    <message>
        <source>Make a new key?</source>
        <translation>Создать новый ключ?</translation>
    </message>
    <message>
        <source>Planfix is refused until the new key is pasted there.</source>
        <translation>Пока новый ключ не вставлен в Планфикс, его запросы отклоняются.</translation>
    </message>
    <message>
        <source>The server is switched off</source>
        <translation>Сервер выключен</translation>
    </message>
    <message>
        <source>not reachable from outside yet</source>
        <translation>пока недоступен снаружи</translation>
    </message>
    <message>
        <source>The exported lists hold a link to unsubscribe for each address (for the header List-Unsubscribe and for the letter).</source>
        <translation>В выгруженных списках у каждого адреса есть ссылка для отписки (для заголовка List-Unsubscribe и для текста письма).</translation>
    </message>
    <message>
        <source>The key also signs the links to unsubscribe.</source>
        <translation>Вместе с ключом создаётся подпись для ссылок отписки.</translation>
    </message>
    <message>
        <source>Planfix last asked: %1</source>
        <translation>Планфикс обращался: %1</translation>
    </message>
    <message>
        <source>Waiting for the first request</source>
        <translation>Ждём первый запрос</translation>
    </message>
    <message>
        <source>Empty: https://api.unisender.com/ru/api</source>
        <translation>Пусто: https://api.unisender.com/ru/api</translation>
    </message>
    <message>
        <source>For example https://lists.example.org</source>
        <translation>Например, https://lists.example.org</translation>
    </message>
    <message>
        <source>Latin letters, digits, dashes</source>
        <translation>Латинские буквы, цифры, дефисы</translation>
    </message>
    <message>
        <source>An address like https://lists.example.org is needed</source>
        <translation>Нужен адрес вида https://lists.example.org</translation>
    </message>
    <message>
        <source>Without it the service lets nobody in</source>
        <translation>Без этого сервис не пустит</translation>
    </message>
    <message>
        <source>The service is added</source>
        <translation>Сервис добавлен</translation>
    </message>
    <message>
        <source>Choose it under “Lists” for the list that is to be passed on.</source>
        <translation>Выберите его на вкладке «Списки» для списка, который нужно передавать.</translation>
    </message>
</context>
<context>
    <name>pfx::ui::ListsTab</name>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Contact in Planfix</source>
        <translation>Контакт в Планфиксе</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменён</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Списки</translation>
    </message>
    <message>
        <source>Members of the list</source>
        <translation>Участники списка</translation>
    </message>
    <message>
        <source>Mailing lists that Planfix keeps up to date</source>
        <translation>Списки рассылки, которые ведёт Планфикс</translation>
    </message>
    <message>
        <source>Connect Planfix once; it then makes a list for each contact filter you choose, and keeps it right.</source>
        <translation>Подключите Планфикс один раз: для каждого выбранного фильтра контактов он сам создаст список и будет его поддерживать.</translation>
    </message>
    <message>
        <source>What to paste into Planfix</source>
        <translation>Что вставить в Планфикс</translation>
    </message>
    <message>
        <source>even when Planfix adds the contact again</source>
        <translation>даже если Планфикс добавит контакт снова</translation>
    </message>
    <message>
        <source>A deleted list waits 30 days</source>
        <translation>Удалённый список ждёт 30 дней</translation>
    </message>
    <message>
        <source>and can be brought back</source>
        <translation>и его можно вернуть</translation>
    </message>
    <message>
        <source>Yours to take along</source>
        <translation>Список всегда с вами</translation>
    </message>
    <message>
        <source>as a table or to a mailing service</source>
        <translation>таблицей или в сервис рассылок</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Участников</translation>
    </message>
    <message>
        <source>Save as a table</source>
        <translation>Сохранить таблицей</translation>
    </message>
    <message>
        <source>Delete the list</source>
        <translation>Удалить список</translation>
    </message>
    <message>
        <source>Bring the list back</source>
        <translation>Вернуть список</translation>
    </message>
    <message>
        <source>are written to</source>
        <translation>пишем</translation>
    </message>
    <message>
        <source>are not written to</source>
        <translation>не пишем</translation>
    </message>
    <message>
        <source>have no address</source>
        <translation>без адреса</translation>
    </message>
    <message>
        <source>Address or name</source>
        <translation>Адрес или имя</translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>Поиск: %1</translation>
    </message>
    <message>
        <source>Passed on to</source>
        <translation>Куда передаётся</translation>
    </message>
    <message>
        <source>Mailing service</source>
        <translation>Сервис рассылок</translation>
    </message>
    <message>
        <source>Pass on to this service</source>
        <translation>Передавать в этот сервис</translation>
    </message>
    <message>
        <source>A mailing service is set up under “Connection”.</source>
        <translation>Сервис рассылок добавляется на вкладке «Подключение».</translation>
    </message>
    <message>
        <source>In all: %1</source>
        <translation>Всего: %1</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Найдено: %1</translation>
    </message>
    <message>
        <source>Nobody is in the list</source>
        <translation>В списке никого нет</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Planfix sends the contacts of the filter itself.</source>
        <translation>Планфикс сам пришлёт контакты фильтра.</translation>
    </message>
    <message>
        <source>Try a part of the address or of the name.</source>
        <translation>Попробуйте часть адреса или имени.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Number for Planfix: %1</source>
        <translation>Номер для Планфикса: %1</translation>
    </message>
    <message>
        <source>Deleted; kept until %1</source>
        <translation>Удалён, хранится до %1</translation>
    </message>
    <message>
        <source>The list is saved</source>
        <translation>Список сохранён</translation>
    </message>
    <message>
        <source>The list is deleted</source>
        <translation>Список удалён</translation>
    </message>
    <message>
        <source>It can be brought back for 30 days.</source>
        <translation>Его можно вернуть в течение 30 дней.</translation>
    </message>
    <message>
        <source>The list is back</source>
        <translation>Список возвращён</translation>
    </message>
    <message>
        <source>The list is passed on to %1</source>
        <translation>Список передаётся в %1</translation>
    </message>
    <message>
        <source>The first time takes a while; then each change follows at once.</source>
        <translation>Первый раз это займёт время, затем каждое изменение уходит сразу.</translation>
    </message>
    <message>
        <source>The list is no longer passed on to %1</source>
        <translation>Список больше не передаётся в %1</translation>
    </message>
    <message>
        <source>What the service has stays there.</source>
        <translation>То, что в сервисе уже есть, там и остаётся.</translation>
    </message>
    <message>
        <source>%1 is being compared</source>
        <translation>Сверяем %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Compare now</source>
        <translation>Сверить сейчас</translation>
    </message>
    <message>
        <source>Stop passing on</source>
        <translation>Прекратить передачу</translation>
    </message>
    <message>
        <source>Save the list as a table</source>
        <translation>Сохранить список таблицей</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>Таблицы CSV (*.csv)</translation>
    </message>
    <message>
        <source>mailing list.csv</source>
        <translation>список рассылки.csv</translation>
    </message>
    <message>
        <source>Delete the list “%1”?</source>
        <translation>Удалить список «%1»?</translation>
    </message>
    <message>
        <source>Nobody in it is written to any more, and Planfix can no longer change it. For 30 days it can be brought back.</source>
        <translation>По нему больше не пишем, и Планфикс не сможет его менять. Вернуть список можно в течение 30 дней.</translation>
    </message>
    <message>
        <source>Whoever unsubscribes stays out</source>
        <translation>Отписавшийся не вернётся</translation>
    </message>
</context>
<context>
    <name>pfx::ui::RequestsTab</name>
    <message>
        <source>When</source>
        <translation>Когда</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Requests of Planfix</source>
        <translation>Запросы Планфикса</translation>
    </message>
    <message>
        <source>Details of the request</source>
        <translation>Подробности запроса</translation>
    </message>
    <message>
        <source>Planfix has not asked for anything yet</source>
        <translation>Планфикс ещё ни о чём не просил</translation>
    </message>
    <message>
        <source>Each list, import and change that Planfix sends will stand here, with what became of it.</source>
        <translation>Здесь появится каждый список, импорт и изменение из Планфикса — и что из этого вышло.</translation>
    </message>
    <message>
        <source>What to paste into Planfix</source>
        <translation>Что вставить в Планфикс</translation>
    </message>
    <message>
        <source>In all: %1</source>
        <translation>Всего: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Choose a request to see what became of it.</source>
        <translation>Выберите запрос, чтобы увидеть, что из него вышло.</translation>
    </message>
    <message>
        <source>Planfix was told</source>
        <translation>Ответ Планфиксу</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Контактов</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новых</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменён</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>Удалено</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Без изменений</translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <source>Not written to</source>
        <translation>Кому не писать</translation>
    </message>
    <message>
        <source>Without an address</source>
        <translation>Без адреса</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Заняло</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Contacts with something wrong</source>
        <translation>Контакты с ошибками</translation>
    </message>
</context>
<context>
    <name>pfx::ui::SuppressedTab</name>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С какого времени</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Addresses that are not written to</source>
        <translation>Адреса, на которые не пишем</translation>
    </message>
    <message>
        <source>Do not write to</source>
        <translation>Не писать на адрес</translation>
    </message>
    <message>
        <source>Stays out of every list, also when Planfix adds the contact again.</source>
        <translation>Не вернётся ни в один список, даже если Планфикс добавит контакт снова.</translation>
    </message>
    <message>
        <source>Do not write to it</source>
        <translation>Не писать</translation>
    </message>
    <message>
        <source>Part of the address</source>
        <translation>Часть адреса</translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>Поиск: %1</translation>
    </message>
    <message>
        <source>Read from a file</source>
        <translation>Прочитать из файла</translation>
    </message>
    <message>
        <source>Save as a table</source>
        <translation>Сохранить таблицей</translation>
    </message>
    <message>
        <source>Allow again</source>
        <translation>Снова писать</translation>
    </message>
    <message>
        <source>Write to %1 again?</source>
        <translation>Снова писать на %1?</translation>
    </message>
    <message>
        <source>Write to %1 addresses again?</source>
        <translation>Снова писать на эти адреса (%1)?</translation>
    </message>
    <message>
        <source>Whoever has unsubscribed may be written to only with his consent.</source>
        <translation>Отписавшемуся можно писать только с его согласия.</translation>
    </message>
    <message>
        <source>Read addresses from a file</source>
        <translation>Прочитать адреса из файла</translation>
    </message>
    <message>
        <source>Save the addresses as a table</source>
        <translation>Сохранить адреса таблицей</translation>
    </message>
    <message>
        <source>Tables and texts (*.csv *.txt)</source>
        <translation>Таблицы и тексты (*.csv *.txt)</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>Таблицы CSV (*.csv)</translation>
    </message>
    <message>
        <source>not written to.csv</source>
        <translation>кому не писать.csv</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Everybody may be written to</source>
        <translation>Писать можно всем</translation>
    </message>
    <message>
        <source>Try a part of the address.</source>
        <translation>Попробуйте часть адреса.</translation>
    </message>
    <message>
        <source>Who unsubscribes by the link in a letter appears here by himself.</source>
        <translation>Кто отпишется по ссылке в письме, появится здесь сам.</translation>
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
        <source>This is not an e-mail address</source>
        <translation>Это не адрес e-mail</translation>
    </message>
    <message>
        <source>%1 is not written to</source>
        <translation>На %1 больше не пишем</translation>
    </message>
    <message>
        <source>May be written to again</source>
        <translation>Снова можно писать</translation>
    </message>
    <message>
        <source>The file is read</source>
        <translation>Файл прочитан</translation>
    </message>
    <message>
        <source>New: %1, known already: %2, lines without an address: %3</source>
        <translation>Новых: %1, уже были: %2, строк без адреса: %3</translation>
    </message>
    <message>
        <source>The addresses are saved</source>
        <translation>Адреса сохранены</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
</TS>
