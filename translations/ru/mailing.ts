<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Ctl</name>
    <message>
        <source>Without server.public-url and the secret mailing.unsubscribe-key there are no links to unsubscribe.</source>
        <translation>Без server.public-url и секрета mailing.unsubscribe-key ссылок для отписки нет.</translation>
    </message>
    <message>
        <source>Writes all contacts, companies, deals or orders, or a mailing list.</source>
        <translation>Выводит все контакты, компании, сделки или заявки либо список рассылки.</translation>
    </message>
    <message>
        <source>Number or name of the mailing list.</source>
        <translation>Номер или название списка рассылки.</translation>
    </message>
    <message>
        <source>“%1” cannot be exported: contacts, companies, deals, orders or mailing-list can</source>
        <translation>«%1» вывести нельзя: можно contacts, companies, deals, orders или mailing-list</translation>
    </message>
    <message>
        <source>Keeps a mailing list in step at a mailing service (mailing.forward.&lt;name&gt;.*).</source>
        <translation>Ведёт список рассылки и в сервисе рассылок (mailing.forward.&lt;name&gt;.*).</translation>
    </message>
    <message>
        <source>Name of the mailing service in the settings.</source>
        <translation>Имя сервиса рассылок в настройках.</translation>
    </message>
    <message>
        <source>Stops forwarding; what the service has stays there.</source>
        <translation>Прекращает передачу; что в сервисе есть, там и остаётся.</translation>
    </message>
    <message>
        <source>“%1” is no longer forwarded to %2.</source>
        <translation>«%1» больше не передаётся в %2.</translation>
    </message>
    <message>
        <source>“%1” is forwarded to %2 as soon as the console or “pfxctl serve” runs.</source>
        <translation>«%1» передаётся в %2, как только работает консоль или «pfxctl serve».</translation>
    </message>
    <message>
        <source>Lists the mailing lists.</source>
        <translation>Показывает списки рассылки.</translation>
    </message>
    <message>
        <source>%1 is not written to (%2).</source>
        <translation>На %1 не пишем (%2).</translation>
    </message>
    <message>
        <source>%1 may be written to again.</source>
        <translation>На %1 снова можно писать.</translation>
    </message>
    <message>
        <source>Members: %1, written to: %2, suppressed: %3, without an address: %4</source>
        <translation>Участников: %1, пишем: %2, не пишем: %3, без адреса: %4</translation>
    </message>
    <message>
        <source>Deleted on %1</source>
        <translation>Удалён %1</translation>
    </message>
    <message>
        <source>Shows a mailing list, its members and what Planfix asked.</source>
        <translation>Показывает список рассылки, его участников и что просил Планфикс.</translation>
    </message>
    <message>
        <source>At most so many members (100; 0: all).</source>
        <translation>Не больше стольких участников (100; 0 — все).</translation>
    </message>
    <message>
        <source>The address is not written to any more, whatever list it is in.</source>
        <translation>На адрес больше не пишем, в каком бы списке он ни был.</translation>
    </message>
    <message>
        <source>unsubscribed, bounced, complained, or a reason in own words.</source>
        <translation>unsubscribed, bounced, complained или причина своими словами.</translation>
    </message>
    <message>
        <source>The address may be written to again.</source>
        <translation>На адрес снова можно писать.</translation>
    </message>
</context>
<context>
    <name>Mailing</name>
    <message>
        <source>The request is not JSON (byte %1)</source>
        <translation>Запрос — не JSON (байт %1)</translation>
    </message>
    <message>
        <source>Wrong token</source>
        <translation>Неверный токен</translation>
    </message>
    <message>
        <source>Unknown action: %1</source>
        <translation>Неизвестное действие: %1</translation>
    </message>
    <message>
        <source>The field %1 is missing</source>
        <translation>Не хватает поля %1</translation>
    </message>
    <message>
        <source>The field %1 is of the wrong type</source>
        <translation>Поле %1 не того типа</translation>
    </message>
    <message>
        <source>The field %1 is given twice</source>
        <translation>Поле %1 указано дважды</translation>
    </message>
    <message>
        <source>The list is not found</source>
        <translation>Список не найден</translation>
    </message>
    <message>
        <source>The list “%1” has been deleted</source>
        <translation>Список «%1» удалён</translation>
    </message>
    <message>
        <source>Cannot be stored now; try later</source>
        <translation>Сейчас сохранить нельзя; повторите позже</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of the language</comment>
        <translation>ru</translation>
    </message>
    <message>
        <source>Mailings</source>
        <translation>Рассылки</translation>
    </message>
    <message>
        <source>No more letters to %1?</source>
        <translation>Больше не присылать письма на %1?</translation>
    </message>
    <message>
        <source>Unsubscribe</source>
        <translation>Отписаться</translation>
    </message>
    <message>
        <source>%1 is unsubscribed.</source>
        <translation>Адрес %1 отписан.</translation>
    </message>
    <message>
        <source>A letter that is already on its way may still arrive.</source>
        <translation>Письмо, которое уже отправлено, ещё может прийти.</translation>
    </message>
    <message>
        <source>Unsubscribed</source>
        <translation>Отписался</translation>
    </message>
    <message>
        <source>Letters come back</source>
        <translation>Письма возвращаются</translation>
    </message>
    <message>
        <source>Complained</source>
        <translation>Пожаловался</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Вручную</translation>
    </message>
    <message>
        <source>Is written to</source>
        <translation>Пишем</translation>
    </message>
    <message>
        <source>Is not written to</source>
        <translation>Не пишем</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>Нет адреса</translation>
    </message>
    <message>
        <source>Shared address</source>
        <translation>Общий адрес</translation>
    </message>
    <message>
        <source>Not an e-mail address</source>
        <translation>Не адрес e-mail</translation>
    </message>
    <message>
        <source>Neither number nor address</source>
        <translation>Нет ни номера, ни адреса</translation>
    </message>
    <message>
        <source>The contact's number is not one</source>
        <translation>Номер контакта — не число</translation>
    </message>
    <message>
        <source>The name is longer than 1,000 characters and was cut</source>
        <translation>Имя длиннее 1000 знаков, оно укорочено</translation>
    </message>
    <message>
        <source>Not a contact</source>
        <translation>Не контакт</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Новый список</translation>
    </message>
    <message>
        <source>List deleted</source>
        <translation>Список удалён</translation>
    </message>
    <message>
        <source>Contacts brought in</source>
        <translation>Импорт контактов</translation>
    </message>
    <message>
        <source>Contact added</source>
        <translation>Контакт добавлен</translation>
    </message>
    <message>
        <source>Contact changed</source>
        <translation>Контакт изменён</translation>
    </message>
    <message>
        <source>Contact taken out</source>
        <translation>Контакт удалён</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Kind of the mailing service to which lists are forwarded: listmonk or unisender</source>
        <translation>Какой сервис рассылок получает списки: listmonk или unisender</translation>
    </message>
    <message>
        <source>Address of that mailing service</source>
        <translation>Адрес этого сервиса рассылок</translation>
    </message>
</context>
<context>
    <name>pfx::console::Pages</name>
    <message>
        <source>Mailings</source>
        <translation>Рассылки</translation>
    </message>
</context>
</TS>
