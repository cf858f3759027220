<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>SmsWords</name>
    <message>
        <source>Stored safely, number %1</source>
        <translation>Сохранено на диск, номер %1</translation>
    </message>
    <message>
        <source>Is handed to the provider “%1”</source>
        <translation>Передаётся провайдеру «%1»</translation>
    </message>
    <message>
        <source>Written into the file of the provider “%1”; such a provider tells nothing of the delivery</source>
        <translation>Записано в файл провайдера «%1»; о доставке такой провайдер не сообщает</translation>
    </message>
    <message>
        <source>The provider “%1” has taken it</source>
        <translation>Провайдер «%1» принял сообщение</translation>
    </message>
    <message>
        <source>The provider reports: the phone has got it</source>
        <translation>Отчёт провайдера: телефон абонента принял</translation>
    </message>
    <message>
        <source>There is no provider that takes it yet</source>
        <translation>Пока нет провайдера, который его возьмёт</translation>
    </message>
    <message>
        <source>Waits for a provider</source>
        <translation>Ждёт провайдера</translation>
    </message>
    <message>
        <source>It goes out as soon as one is set up.</source>
        <translation>Уйдёт, как только провайдер будет добавлен.</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Ждёт</translation>
    </message>
    <message>
        <source>The provider “%1” is paused.</source>
        <translation>Провайдер «%1» на паузе.</translation>
    </message>
    <message>
        <source>Will be tried again</source>
        <translation>Будет ещё одна попытка</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Время: %1</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Ждёт своей очереди</translation>
    </message>
    <message>
        <source>Waits for the end of the quiet hours</source>
        <translation>Ждёт конца тихих часов</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>До %1</translation>
    </message>
    <message>
        <source>Waits for the provider&apos;s answer</source>
        <translation>Ждём ответа провайдера</translation>
    </message>
    <message>
        <source>Waits for the report of the delivery</source>
        <translation>Ждём отчёта о доставке</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Тихие часы</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Под вопросом</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Нельзя использовать</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>На паузе</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Работает</translation>
    </message>
    <message>
        <source>Stands still</source>
        <translation>Остановлен</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Нет связи</translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation>Ещё не работал</translation>
    </message>
    <message>
        <source>Balance: %1 (%2)</source>
        <translation>Баланс: %1 (%2)</translation>
    </message>
    <message>
        <source>SMSC.ru</source>
        <translation>СМС-центр (smsc.ru)</translation>
    </message>
    <message>
        <source>SMS.ru</source>
        <translation>SMS.ru</translation>
    </message>
    <message>
        <source>SMS Aero</source>
        <translation>SMS Aero</translation>
    </message>
    <message>
        <source>An operator over SMPP</source>
        <translation>Оператор по SMPP</translation>
    </message>
    <message>
        <source>Kannel gateway</source>
        <translation>Шлюз Kannel</translation>
    </message>
    <message>
        <source>Another one over HTTP</source>
        <translation>Другой сервис по HTTP</translation>
    </message>
    <message>
        <source>A file, for trying out</source>
        <translation>Файл, для пробы</translation>
    </message>
    <message>
        <source>Your login and password of smsc.ru, or an API key of its settings: one of both is enough.</source>
        <translation>Логин и пароль от smsc.ru или API-ключ из его настроек: достаточно чего-то одного.</translation>
    </message>
    <message>
        <source>The api_id stands on the start page of your account at sms.ru.</source>
        <translation>api_id написан на главной странице личного кабинета sms.ru.</translation>
    </message>
    <message>
        <source>The e-mail of your account and the API key of its settings at smsaero.ru.</source>
        <translation>E-mail личного кабинета smsaero.ru и API-ключ из его настроек.</translation>
    </message>
    <message>
        <source>The operator gives you the address, system_id and password of the connection.</source>
        <translation>Адрес, system_id и пароль подключения выдаёт оператор.</translation>
    </message>
    <message>
        <source>Address of smsbox with /cgi-bin/sendsms, name and password of a sendsms-user.</source>
        <translation>Адрес smsbox с /cgi-bin/sendsms, имя и пароль пользователя sendsms-user.</translation>
    </message>
    <message>
        <source>Any service with an address for sending. How it is asked and how its answers are read stands in “Options” as JSON.</source>
        <translation>Любой сервис с адресом для отправки. Как составить запрос и прочитать ответ, описывают «Параметры» в JSON.</translation>
    </message>
    <message>
        <source>Nothing goes out: each message becomes a line of a file. Good for a first try.</source>
        <translation>Наружу ничего не уходит: каждое сообщение становится строкой файла. Подходит для первой пробы.</translation>
    </message>
    <message>
        <source>api_id</source>
        <translation>api_id</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-ключ</translation>
    </message>
    <message>
        <source>Password of the provider</source>
        <translation>Пароль у провайдера</translation>
    </message>
    <message>
        <source>Login (system_id)</source>
        <translation>Логин (system_id)</translation>
    </message>
    <message>
        <source>E-mail of the account</source>
        <translation>E-mail личного кабинета</translation>
    </message>
    <message>
        <source>Login at the provider</source>
        <translation>Логин у провайдера</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n символ</numerusform>
            <numerusform>%n символа</numerusform>
            <numerusform>%n символов</numerusform>
        </translation>
    </message>
    <message>
        <source>GSM-7, Latin letters</source>
        <translation>GSM-7, латиница</translation>
    </message>
    <message>
        <source>UCS-2, Cyrillic and other letters</source>
        <translation>UCS-2, кириллица</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n часть</numerusform>
            <numerusform>%n части</numerusform>
            <numerusform>%n частей</numerusform>
        </translation>
    </message>
    <message>
        <source>Look through what is set up: “Change”.</source>
        <translation>Проверьте, что настроено: «Изменить».</translation>
    </message>
    <message>
        <source>Top the account up at the provider, then “Try now”.</source>
        <translation>Пополните счёт у провайдера, затем «Попробовать».</translation>
    </message>
    <message>
        <source>Compare them with those on the provider&apos;s pages: “Change”.</source>
        <translation>Сверьте их с личным кабинетом провайдера: «Изменить».</translation>
    </message>
    <message>
        <source>It is tried again by itself; the messages wait or go through another provider.</source>
        <translation>Программа сама пробует снова; сообщения ждут или уходят через другого провайдера.</translation>
    </message>
    <message>
        <source>%1, room for %2 more</source>
        <translation>%1, осталось %2</translation>
    </message>
    <message>
        <source>%1, room for %2 more in the last one</source>
        <translation>%1, в последней осталось %2</translation>
    </message>
</context>
<context>
    <name>pfx::ui::AnswerPanel</name>
    <message>
        <source>The message&apos;s way</source>
        <translation>Путь сообщения</translation>
    </message>
    <message>
        <source>Earlier tries</source>
        <translation>Прошлые пробы</translation>
    </message>
    <message>
        <source>The service&apos;s answer</source>
        <translation>Ответ сервиса</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Скопировать</translation>
    </message>
    <message>
        <source>Open in “Messages”</source>
        <translation>Открыть в «Сообщениях»</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Waiting for the answer</source>
        <translation>Ждём ответа</translation>
    </message>
    <message>
        <source>Here stands exactly what Planfix would see.</source>
        <translation>Здесь будет ровно тот ответ, который увидел бы Планфикс.</translation>
    </message>
    <message>
        <source>%1, but an error inside</source>
        <translation>%1, но внутри ошибка</translation>
    </message>
    <message>
        <source>in %1 ms</source>
        <translation>за %1 мс</translation>
    </message>
    <message>
        <source>Planfix will see exactly this answer</source>
        <translation>Планфикс увидит ровно этот ответ</translation>
    </message>
    <message>
        <source>The service has not answered yet.</source>
        <translation>Сервис ещё не ответил.</translation>
    </message>
    <message>
        <source>Another service&apos;s messages are not known here: its own pages tell whether it was delivered.</source>
        <translation>Путь сообщений чужого сервиса здесь не виден: о доставке скажут его собственные страницы.</translation>
    </message>
    <message>
        <source>It is looked for in the queue.</source>
        <translation>Ищем в очереди.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Ничего не отправлено.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Нет ответа</translation>
    </message>
</context>
<context>
    <name>pfx::ui::MessagePane</name>
    <message>
        <source>Request with “%1” from %2</source>
        <translation>Запрос с доступом «%1», адрес %2</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Командная строка</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>Эта программа</translation>
    </message>
    <message>
        <source>The chosen message</source>
        <translation>Выбранное сообщение</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Отправить снова</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Не отправлять</translation>
    </message>
    <message>
        <source>It was sent</source>
        <translation>Было отправлено</translation>
    </message>
    <message>
        <source>Choose a message to see what became of it.</source>
        <translation>Выберите сообщение, чтобы увидеть, что с ним стало.</translation>
    </message>
    <message>
        <source>The message is in the queue again</source>
        <translation>Сообщение снова в очереди</translation>
    </message>
    <message>
        <source>The message will not be sent</source>
        <translation>Сообщение не будет отправлено</translation>
    </message>
    <message>
        <source>Noted: it was sent</source>
        <translation>Записано: сообщение было отправлено</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>The provider&apos;s answer was lost. Look into the provider&apos;s own pages: if the message is there, “It was sent”; if it is not, “Send again”.</source>
        <translation>Ответ провайдера потерялся. Посмотрите в личном кабинете провайдера: если сообщение там есть — «Было отправлено», если нет — «Отправить снова».</translation>
    </message>
    <message>
        <source>The message&apos;s way</source>
        <translation>Путь сообщения</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Отправитель</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Части</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Провайдер</translation>
    </message>
    <message>
        <source>Number at the provider</source>
        <translation>Номер у провайдера</translation>
    </message>
    <message>
        <source>Failed attempts</source>
        <translation>Неудачных попыток</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Действует до</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>Задача %1</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>main</source>
        <translation>основной</translation>
    </message>
</context>
<context>
    <name>pfx::ui::MessagesModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
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
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Провайдер</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Отправитель</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Части</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Повторы</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
</context>
<context>
    <name>pfx::ui::MessagesTab</name>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Провайдер</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Ждут</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Под вопросом</translation>
    </message>
    <message>
        <source>Did not arrive</source>
        <translation>Не дошли</translation>
    </message>
    <message>
        <source>No message has been sent yet</source>
        <translation>Сообщений ещё не было</translation>
    </message>
    <message>
        <source>Here stands every message: who asked for it, through whom it went, whether it was delivered.</source>
        <translation>Здесь видно каждое сообщение: кто его попросил отправить, через кого оно ушло и доставлено ли.</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>Отправить пробное сообщение</translation>
    </message>
    <message>
        <source>What to paste into Planfix</source>
        <translation>Что вставить в Планфикс</translation>
    </message>
    <message>
        <source>Nothing is lost</source>
        <translation>Ничего не теряется</translation>
    </message>
    <message>
        <source>A message is accepted only when it is safely on the disk.</source>
        <translation>Сообщение считается принятым, только когда оно надёжно записано на диск.</translation>
    </message>
    <message>
        <source>Nothing goes twice</source>
        <translation>Ничего не уходит дважды</translation>
    </message>
    <message>
        <source>An equal message within a minute is taken for a repetition.</source>
        <translation>Такое же сообщение в течение минуты считается повтором.</translation>
    </message>
    <message>
        <source>No calls at night</source>
        <translation>Ночью тихо</translation>
    </message>
    <message>
        <source>In the quiet hours of the recipient messages wait.</source>
        <translation>В тихие часы получателя сообщения ждут.</translation>
    </message>
    <message>
        <source>Search: phone, text or sender</source>
        <translation>Поиск: телефон, текст или отправитель</translation>
    </message>
    <message>
        <source>Phone, text, sender</source>
        <translation>Телефон, текст, отправитель</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Любое состояние</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>There is news: show the newest</source>
        <translation>Есть новое: показать свежие</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>No message passes the filter: choose another one or show all.</source>
        <translation>Под фильтр ничего не подходит: выберите другой или покажите все.</translation>
    </message>
    <message>
        <source>%1 in the quiet hours</source>
        <translation>в тихие часы: %1</translation>
    </message>
    <message>
        <source>All providers</source>
        <translation>Все провайдеры</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Send the message again?</source>
        <translation>Отправить сообщение снова?</translation>
    </message>
    <message>
        <source>Not send the message?</source>
        <translation>Не отправлять сообщение?</translation>
    </message>
    <message>
        <source>Nobody knows whether it went out: the recipient may get it a second time.</source>
        <translation>Неизвестно, ушло ли оно: получатель может получить его второй раз.</translation>
    </message>
    <message>
        <source>It leaves the queue. Who asked for it is not told.</source>
        <translation>Оно уйдёт из очереди. Тому, кто его заказал, об этом не сообщается.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Отправить снова</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Не отправлять</translation>
    </message>
</context>
<context>
    <name>pfx::ui::PasteCard</name>
    <message>
        <source>What to paste into Planfix</source>
        <translation>Что вставить в Планфикс</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>In Planfix: Account management → Integrations → Sending SMS, at the end of the list “Planfix API (by login and password)” or “Planfix API (by access key)”. Copy what it asks for from here.</source>
        <translation>В Планфиксе: Управление аккаунтом → Интеграции → Интеграция с сервисами отправки SMS, в конце списка «API ПланФикса (по логину и паролю)» или «API ПланФикса (по ключу доступа)». Что он спросит, скопируйте отсюда.</translation>
    </message>
    <message>
        <source>Make it reachable</source>
        <translation>Открыть доступ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Скопировать</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Скопировать: %1</translation>
    </message>
    <message>
        <source>Make login and password</source>
        <translation>Создать логин и пароль</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Доступ</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Ключ доступа</translation>
    </message>
    <message>
        <source>Instead of login and password, if Planfix asks for a key.</source>
        <translation>Вместо логина и пароля, если Планфикс спрашивает ключ.</translation>
    </message>
    <message>
        <source>One more access</source>
        <translation>Ещё один доступ</translation>
    </message>
    <message>
        <source>For another account or program, so that each can be revoked alone. Latin letters and digits.</source>
        <translation>Для другого аккаунта или программы, чтобы отозвать можно было каждый отдельно. Латинские буквы и цифры.</translation>
    </message>
    <message>
        <source>for example branch-2</source>
        <translation>например, branch-2</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Add one more access</source>
        <translation>Добавить ещё один доступ</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>Revoke the access “%1”?</source>
        <translation>Отозвать доступ «%1»?</translation>
    </message>
    <message>
        <source>Whoever sends with it is refused at once. It cannot be brought back: only a new one can be made and pasted into Planfix.</source>
        <translation>Тот, кто отправляет с ним, сразу получит отказ. Вернуть его нельзя: можно только создать новый и вставить его в Планфикс.</translation>
    </message>
    <message>
        <source>Revoke the access</source>
        <translation>Отозвать доступ</translation>
    </message>
    <message>
        <source>The server is switched off</source>
        <translation>Сервер выключен</translation>
    </message>
    <message>
        <source>not reachable from outside yet</source>
        <translation>Пока недоступен снаружи</translation>
    </message>
    <message>
        <source>The access is made</source>
        <translation>Доступ создан</translation>
    </message>
    <message>
        <source>Paste it into Planfix. It is kept in the keychain of this computer and nowhere else.</source>
        <translation>Вставьте его в Планфикс. Он хранится в связке ключей этого компьютера и больше нигде.</translation>
    </message>
    <message>
        <source>The access is revoked</source>
        <translation>Доступ отозван</translation>
    </message>
    <message>
        <source>main</source>
        <translation>основной</translation>
    </message>
    <message>
        <source>Lower-case Latin letters, digits, dashes</source>
        <translation>Строчные латинские буквы, цифры, дефисы</translation>
    </message>
    <message>
        <source>There is one of this name already</source>
        <translation>Такое имя уже есть</translation>
    </message>
    <message>
        <source>Switch the server on</source>
        <translation>Включить сервер</translation>
    </message>
</context>
<context>
    <name>pfx::ui::ProviderForm</name>
    <message>
        <source>Who carries the messages</source>
        <translation>Кто доставляет сообщения</translation>
    </message>
    <message>
        <source>Name of your choice</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Latin letters and digits; it stands beside each message.</source>
        <translation>Латинские буквы и цифры; оно будет стоять у каждого сообщения.</translation>
    </message>
    <message>
        <source>Address of the provider</source>
        <translation>Адрес провайдера</translation>
    </message>
    <message>
        <source>At most so many a second</source>
        <translation>Не больше в секунду</translation>
    </message>
    <message>
        <source>Empty: as fast as the provider usually allows</source>
        <translation>Пусто: обычный темп провайдера</translation>
    </message>
    <message>
        <source>Price of a part, roubles</source>
        <translation>Цена части, ₽</translation>
    </message>
    <message>
        <source>For the counter only</source>
        <translation>Только для подсчёта</translation>
    </message>
    <message>
        <source>Options, JSON</source>
        <translation>Параметры, JSON</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Не сохранять</translation>
    </message>
    <message>
        <source>Save and check</source>
        <translation>Сохранить и проверить</translation>
    </message>
    <message>
        <source>A new provider</source>
        <translation>Новый провайдер</translation>
    </message>
    <message>
        <source>Provider “%1”</source>
        <translation>Провайдер «%1»</translation>
    </message>
    <message>
        <source>Empty: stays as it is</source>
        <translation>Пусто: останется прежним</translation>
    </message>
    <message>
        <source>Empty: a file beside the store</source>
        <translation>Пусто: файл рядом с базой</translation>
    </message>
    <message>
        <source>There is one of this name already</source>
        <translation>Такое имя уже есть</translation>
    </message>
    <message>
        <source>Lower-case Latin letters, digits, dashes</source>
        <translation>Строчные латинские буквы, цифры, дефисы</translation>
    </message>
    <message>
        <source>An address like %1 is needed</source>
        <translation>Нужен адрес вида %1</translation>
    </message>
    <message>
        <source>This is no JSON that fits: %1</source>
        <translation>Такой JSON не подходит: %1</translation>
    </message>
    <message>
        <source>A number is needed</source>
        <translation>Нужно число</translation>
    </message>
    <message>
        <source>Without it the provider lets nobody in</source>
        <translation>Без этого провайдер никого не впускает</translation>
    </message>
    <message>
        <source>It cannot be saved so</source>
        <translation>Так сохранить нельзя</translation>
    </message>
</context>
<context>
    <name>pfx::ui::ProviderRow</name>
    <message>
        <source>Earlier</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>The provider is being asked…</source>
        <translation>Спрашиваем провайдера…</translation>
    </message>
    <message>
        <source>The provider cannot be reached</source>
        <translation>До провайдера не достучаться</translation>
    </message>
    <message>
        <source>Compare them with those on the provider&apos;s pages: “Change”.</source>
        <translation>Сверьте их с личным кабинетом провайдера: «Изменить».</translation>
    </message>
    <message>
        <source>Is the address right, and is there a connection?</source>
        <translation>Верен ли адрес и есть ли связь?</translation>
    </message>
    <message>
        <source>The provider works; the balance is %1</source>
        <translation>Провайдер работает, баланс %1</translation>
    </message>
    <message>
        <source>The provider works and has let us in</source>
        <translation>Провайдер работает и впустил нас</translation>
    </message>
    <message>
        <source>The provider answers</source>
        <translation>Провайдер отвечает</translation>
    </message>
    <message>
        <source>Whether it takes the access shows a test message.</source>
        <translation>Подходит ли доступ, покажет пробное сообщение.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Попробовать</translation>
    </message>
</context>
<context>
    <name>pfx::ui::ProvidersCard</name>
    <message>
        <source>Providers</source>
        <translation>Провайдеры</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Добавить провайдера</translation>
    </message>
    <message>
        <source>Somebody has to carry the messages to the operators: a service such as SMSC.ru, an operator itself, or, for a first try, a file on this computer.</source>
        <translation>Кто-то должен доставлять сообщения: сервис вроде SMSC.ru, сам оператор или, для первой пробы, файл на этом компьютере.</translation>
    </message>
    <message>
        <source>A message goes to the first that takes it; if that one cannot, to the next.</source>
        <translation>Сообщение уходит через первого, кто его берёт; если он не может, через следующего.</translation>
    </message>
    <message>
        <source>Take out the provider “%1”?</source>
        <translation>Убрать провайдера «%1»?</translation>
    </message>
    <message>
        <source>Its login, password and key are forgotten. What waits for it goes to another provider, or waits on.</source>
        <translation>Его логин, пароль и ключ будут забыты. Что его ждёт, уйдёт через другого или подождёт ещё.</translation>
    </message>
    <message>
        <source>Take out the provider</source>
        <translation>Убрать провайдера</translation>
    </message>
    <message>
        <source>Everything is ready to send</source>
        <translation>Всё готово к отправке</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>Отправить пробное сообщение</translation>
    </message>
</context>
<context>
    <name>pfx::ui::RulesCard</name>
    <message>
        <source>What may be sent</source>
        <translation>Что можно отправлять</translation>
    </message>
    <message>
        <source>Tell in the task what became of its message</source>
        <translation>Сообщать в задаче, что стало с её сообщением</translation>
    </message>
    <message>
        <source>Allowed senders</source>
        <translation>Разрешённые отправители</translation>
    </message>
    <message>
        <source>Separated by commas, at most 11 Latin letters each. Empty: any.</source>
        <translation>Через запятую, до 11 латинских букв каждый. Пусто: любые.</translation>
    </message>
    <message>
        <source>To one number in a day</source>
        <translation>На один номер в день</translation>
    </message>
    <message>
        <source>0: no limit</source>
        <translation>0: без ограничения</translation>
    </message>
    <message>
        <source>Altogether in a day</source>
        <translation>Всего в день</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Тихие часы</translation>
    </message>
    <message>
        <source>By the recipient&apos;s clock, like 21:00-09:00</source>
        <translation>По часам получателя, вида 21:00-09:00</translation>
    </message>
    <message>
        <source>A repetition within, seconds</source>
        <translation>Повтор в течение, секунд</translation>
    </message>
    <message>
        <source>Is not sent twice. 0: everything is</source>
        <translation>Дважды не уходит. 0: уходит всё</translation>
    </message>
    <message>
        <source>Alarm when the balance is below</source>
        <translation>Тревога, когда баланс меньше</translation>
    </message>
    <message>
        <source>0: none</source>
        <translation>0: без тревоги</translation>
    </message>
    <message>
        <source>wait until I decide</source>
        <translation>ждать моего решения</translation>
    </message>
    <message>
        <source>send it again, even if that is twice</source>
        <translation>отправить снова, даже если выйдет дважды</translation>
    </message>
    <message>
        <source>When the provider&apos;s answer was lost</source>
        <translation>Если ответ провайдера потерялся</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>This value is not possible here</source>
        <translation>Такое значение здесь невозможно</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранено</translation>
    </message>
    <message>
        <source>The service goes by it from now on.</source>
        <translation>Сервис уже работает по-новому.</translation>
    </message>
</context>
<context>
    <name>pfx::ui::SmsPage</name>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Что показано</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Тест</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Service and providers</source>
        <translation>Сервис и провайдеры</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>Отправить пробное сообщение</translation>
    </message>
    <message>
        <source>What to paste into Planfix for SMS</source>
        <translation>Что вставить в Планфикс для SMS</translation>
    </message>
    <message>
        <source>Add an SMS provider</source>
        <translation>Добавить провайдера SMS</translation>
    </message>
</context>
<context>
    <name>pfx::ui::StopListCard</name>
    <message>
        <source>Stop list</source>
        <translation>Стоп-лист</translation>
    </message>
    <message>
        <source>Numbers that are never written to</source>
        <translation>Номера, на которые не пишут</translation>
    </message>
    <message>
        <source>Numbers that are never written to. Planfix reads why.</source>
        <translation>На эти номера сообщения не уходят. Планфикс увидит причину.</translation>
    </message>
    <message>
        <source>Do not write to it</source>
        <translation>Не писать</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Part of the number</source>
        <translation>Часть номера</translation>
    </message>
    <message>
        <source>Search: %1</source>
        <translation>Поиск: %1</translation>
    </message>
    <message>
        <source>Read from a file</source>
        <translation>Взять из файла</translation>
    </message>
    <message>
        <source>Allow again</source>
        <translation>Разрешить снова</translation>
    </message>
    <message>
        <source>Write to %1 again?</source>
        <translation>Снова писать на %1?</translation>
    </message>
    <message numerus="yes">
        <source>Write to %n number(s) again?</source>
        <translation>
            <numerusform>Снова писать на %n номер?</numerusform>
            <numerusform>Снова писать на %n номера?</numerusform>
            <numerusform>Снова писать на %n номеров?</numerusform>
        </translation>
    </message>
    <message>
        <source>Whoever asked not to be written to may be written to only with his consent.</source>
        <translation>Тому, кто просил не писать, можно писать только с его согласия.</translation>
    </message>
    <message>
        <source>Read numbers from a file</source>
        <translation>Взять номера из файла</translation>
    </message>
    <message>
        <source>Tables and texts (*.csv *.txt *.xlsx)</source>
        <translation>Таблицы и тексты (*.csv *.txt *.xlsx)</translation>
    </message>
    <message>
        <source>Nobody stands in the list</source>
        <translation>В списке никого нет</translation>
    </message>
    <message>
        <source>No number like this</source>
        <translation>Такого номера нет</translation>
    </message>
    <message>
        <source>This is no phone number</source>
        <translation>Это не номер телефона</translation>
    </message>
    <message>
        <source>In the list: %1</source>
        <translation>В списке: %1</translation>
    </message>
    <message>
        <source>%1. The first %2 are shown: type a part of the number.</source>
        <translation>%1. Показаны первые %2: введите часть номера.</translation>
    </message>
    <message>
        <source>%1 is not written to</source>
        <translation>На %1 больше не пишем</translation>
    </message>
    <message>
        <source>Messages that wait for it are held back.</source>
        <translation>Сообщения, ожидающие отправки на этот номер, не уйдут.</translation>
    </message>
    <message>
        <source>%1 stood in the list already</source>
        <translation>%1 уже в списке</translation>
    </message>
    <message>
        <source>%1 may be written to again</source>
        <translation>На %1 снова можно писать</translation>
    </message>
    <message>
        <source>Numbers that may be written to again: %1</source>
        <translation>Снова можно писать на номера: %1</translation>
    </message>
    <message>
        <source>Stay in the list, since the settings name them: %1. %2</source>
        <translation>Остались в списке, потому что заданы в настройках: %1. %2</translation>
    </message>
    <message>
        <source>%1 is named in the settings</source>
        <translation>%1 задан в настройках</translation>
    </message>
    <message>
        <source>Numbers that are named in the settings: %1</source>
        <translation>Номера, заданные в настройках: %1</translation>
    </message>
    <message>
        <source>New numbers in the list: %1</source>
        <translation>Новых номеров в списке: %1</translation>
    </message>
    <message>
        <source>They are changed where they were set: pfxctl config set sms.stop-list</source>
        <translation>Такие номера меняют там, где их задали: pfxctl config set sms.stop-list</translation>
    </message>
    <message>
        <source>Known already: %1. Rows without a number: %2.</source>
        <translation>Уже были: %1. Строк без номера: %2.</translation>
    </message>
</context>
<context>
    <name>pfx::ui::StopListModel</name>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Добавлен</translation>
    </message>
    <message>
        <source>Named in the settings</source>
        <translation>Задан в настройках</translation>
    </message>
    <message>
        <source>%1 (named in the settings)</source>
        <translation>%1 (задан в настройках)</translation>
    </message>
</context>
<context>
    <name>pfx::ui::TestTab</name>
    <message>
        <source>Our service</source>
        <translation>Наш сервис</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Другой адрес</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Make it reachable</source>
        <translation>Открыть доступ</translation>
    </message>
    <message>
        <source>Where the request goes</source>
        <translation>Куда отправить запрос</translation>
    </message>
    <message>
        <source>By login and password</source>
        <translation>По логину и паролю</translation>
    </message>
    <message>
        <source>By key</source>
        <translation>По ключу</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Ключ</translation>
    </message>
    <message>
        <source>Authorisation</source>
        <translation>Авторизация</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Отправитель</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Номер телефона</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>Текст сообщения</translation>
    </message>
    <message>
        <source>Simplify to GSM</source>
        <translation>Упростить до GSM</translation>
    </message>
    <message>
        <source>In Latin letters</source>
        <translation>Написать латиницей</translation>
    </message>
    <message>
        <source>Take this text</source>
        <translation>Взять этот текст</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Оставить мой</translation>
    </message>
    <message>
        <source>The server is switched off: there is nothing to call yet</source>
        <translation>Сервер выключен: обращаться пока не к чему</translation>
    </message>
    <message>
        <source>An address like https://sms.example.org/send is needed</source>
        <translation>Нужен адрес вида https://sms.example.org/send</translation>
    </message>
    <message>
        <source>Whom shall it reach?</source>
        <translation>Кому отправить?</translation>
    </message>
    <message>
        <source>Without a text there is nothing to send</source>
        <translation>Без текста отправлять нечего</translation>
    </message>
    <message>
        <source>The server is switched off</source>
        <translation>Сервер выключен</translation>
    </message>
    <message>
        <source>Planfix calls it to send a message.</source>
        <translation>Планфикс обращается к нему, чтобы отправить сообщение.</translation>
    </message>
    <message>
        <source>Switch the server on</source>
        <translation>Включить сервер</translation>
    </message>
    <message>
        <source>First step: a login and a password for Planfix</source>
        <translation>Первый шаг: логин и пароль для Планфикса</translation>
    </message>
    <message>
        <source>The program makes them and keeps them in the keychain; the same will be pasted into Planfix.</source>
        <translation>Программа создаст их и сохранит в связке ключей; их же потом вставите в Планфикс.</translation>
    </message>
    <message>
        <source>Make login and password</source>
        <translation>Создать логин и пароль</translation>
    </message>
    <message>
        <source>Next step: somebody who carries the messages</source>
        <translation>Следующий шаг: кто доставит сообщения</translation>
    </message>
    <message>
        <source>Without a provider they are accepted and wait in the queue.</source>
        <translation>Без провайдера они принимаются и ждут в очереди.</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Добавить провайдера</translation>
    </message>
    <message>
        <source>not reachable from outside yet</source>
        <translation>Пока недоступен снаружи</translation>
    </message>
    <message>
        <source>The address gets a real request</source>
        <translation>По адресу уйдёт настоящий запрос</translation>
    </message>
    <message>
        <source>It will wait in the queue: there is no provider</source>
        <translation>Подождёт в очереди: провайдера ещё нет</translation>
    </message>
    <message>
        <source>Nothing goes out: it is written into a file</source>
        <translation>Наружу не уйдёт: запишется в файл</translation>
    </message>
    <message>
        <source>A real message goes out</source>
        <translation>Уйдёт настоящее сообщение</translation>
    </message>
    <message>
        <source>%1, %2 instead of %3</source>
        <translation>%1, %2 вместо %3</translation>
    </message>
    <message>
        <source>Run the test</source>
        <translation>Протестировать</translation>
    </message>
</context>
</TS>
