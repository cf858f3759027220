<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
    <context>
        <name>pfx::ui::AccountField</name>
        <message>
            <source>Account</source>
            <translation>Аккаунт</translation>
        </message>
        <message>
            <source>Comes from PLANFIX_ACCOUNT of the environment and is changed there</source>
            <translation>Задан переменной PLANFIX_ACCOUNT и меняется там же</translation>
        </message>
        <message>
            <source>The name before .planfix.ru, the host, or an address copied from the browser</source>
            <translation>Имя перед .planfix.ru, адрес сайта или адрес, скопированный из браузера</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::CheckList</name>
        <message>
            <source>Check of the key</source>
            <translation>Проверка ключа</translation>
        </message>
        <message>
            <source>Stop the check</source>
            <translation>Остановить проверку</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Проверить</translation>
        </message>
        <message>
            <source>Progress of the check</source>
            <translation>Ход проверки</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Да</translation>
        </message>
        <message>
            <source>being checked</source>
            <translation>проверяется</translation>
        </message>
        <message>
            <source>not checked yet</source>
            <translation>ещё не проверено</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>Проверить ещё раз</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 из %2</translation>
        </message>
        <message>
            <source>Nothing is made or changed in Planfix</source>
            <translation>В Планфиксе ничего не создаётся и не меняется</translation>
        </message>
        <message>
            <source>Open Planfix</source>
            <translation>Открыть Планфикс</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::CheckWords</name>
        <message>
            <source>found: %1</source>
            <translation>найдено: %1</translation>
        </message>
        <message>
            <source>Not readable</source>
            <translation>Не читается</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Нет</translation>
        </message>
        <message>
            <source>required: %1</source>
            <translation>обязательно: %1</translation>
        </message>
        <message>
            <source>for: %1</source>
            <translation>нужно, чтобы работало: %1</translation>
        </message>
        <message>
            <source>required, does not work without it: %1</source>
            <translation>обязательно, без него не работает: %1</translation>
        </message>
        <message>
            <source>does not work without it: %1</source>
            <translation>без него не работает: %1</translation>
        </message>
        <message>
            <source>Not switched on</source>
            <translation>Не включено</translation>
        </message>
        <message>
            <source>Not proven</source>
            <translation>Не доказано</translation>
        </message>
        <message>
            <source>Whose key it is</source>
            <translation>Чей это ключ</translation>
        </message>
        <message>
            <source>Planfix does not say it, and the key may not read employees. A robot's key is best.</source>
            <translation>Планфикс этого не сообщает, а читать сотрудников ключу не разрешено. Лучше всего ключ робота.</translation>
        </message>
        <message>
            <source>There is no robot in the account: it is an employee's key and ends with the employee. A robot's key is best.</source>
            <translation>В аккаунте нет роботов: это ключ сотрудника, и он перестанет работать вместе с ним. Лучше всего ключ робота.</translation>
        </message>
        <message>
            <source>Planfix does not say it; best is one of the robots: %1</source>
            <translation>Планфикс этого не сообщает; лучше всего ключ робота. Роботы в аккаунте: %1</translation>
        </message>
        <message>
            <source>rights proven: %1 of %2</source>
            <translation>доказано прав: %1 из %2</translation>
        </message>
        <message>
            <source>Open %1.</source>
            <translation>Откройте %1.</translation>
        </message>
        <message>
            <source>Create a key or switch this one on, and copy it whole.</source>
            <translation>Создайте ключ или включите этот и скопируйте его целиком.</translation>
        </message>
        <message>
            <source>Paste it above and check again.</source>
            <translation>Вставьте его выше и проверьте ещё раз.</translation>
        </message>
        <message>
            <source>In the line of this key, under the allowed scopes, tick %1 and save.</source>
            <translation>У этого ключа в строке «Разрешенные Scope» отметьте %1 и сохраните.</translation>
        </message>
        <message>
            <source>Come back and check again: the key need not be entered anew.</source>
            <translation>Вернитесь сюда и проверьте ещё раз: ключ вводить заново не нужно.</translation>
        </message>
        <message>
            <source>The key lacks a required right: %1</source>
            <translation>Ключу не хватает обязательного права: %1</translation>
        </message>
        <message>
            <source>Planfix answered: Scope denied, method not allowed. Until it is switched on, orders stay here and wait.</source>
            <translation>Планфикс ответил: «Scope denied, method not allowed». Пока право не включено, заявки остаются у нас и ждут.</translation>
        </message>
        <message>
            <source>The key works. Some things will not, until rights are switched on</source>
            <translation>Ключ работает. Не всё будет доступно, пока не включены права</translation>
        </message>
        <message>
            <source>The key works: orders can become tasks</source>
            <translation>Ключ работает: заявки могут становиться задачами</translation>
        </message>
        <message>
            <source>What could not be proven without a change will show itself with the test order.</source>
            <translation>Что нельзя доказать без изменений, покажет тестовая заявка.</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::ConnectionPresenter</name>
        <message>
            <source>Paste the key: without it Planfix does not answer</source>
            <translation>Вставьте ключ: без него Планфикс не отвечает</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::FeedbackForm</name>
        <message>
            <source>Address for Planfix</source>
            <translation>Адрес для Планфикса</translation>
        </message>
        <message>
            <source>Address of the HTTP request</source>
            <translation>Адрес HTTP-запроса</translation>
        </message>
        <message>
            <source>Whoever knows the address may say that a task has changed: paste it into Planfix only</source>
            <translation>Кто знает адрес, может сообщить об изменении задачи: вставляйте его только в Планфикс</translation>
        </message>
        <message>
            <source>Scenarios in Planfix</source>
            <translation>Сценарии в Планфиксе</translation>
        </message>
        <message>
            <source>In the task template open “Automation” and add an automatic scenario with the event.</source>
            <translation>В шаблоне задачи откройте «Автоматизация» и добавьте автоматический сценарий с этим событием.</translation>
        </message>
        <message>
            <source>Add the operation “Send an HTTP request”: method POST, the address from above.</source>
            <translation>Добавьте операцию «Послать HTTP-запрос»: метод POST, адрес — тот, что выше.</translation>
        </message>
        <message>
            <source>Body: as text, type application/json; paste the text of the scenario.</source>
            <translation>Тело: текстом, тип application/json; вставьте текст сценария.</translation>
        </message>
        <message>
            <source>Event: %1</source>
            <translation>Событие: «%1»</translation>
        </message>
        <message>
            <source>Without scenarios changes are found too, only later: the program looks for changed tasks by itself every few minutes.</source>
            <translation>Без сценариев изменения тоже найдутся, только позже: программа сама просматривает изменённые задачи раз в несколько минут.</translation>
        </message>
        <message>
            <source>not available from outside yet</source>
            <translation>пока недоступен снаружи</translation>
        </message>
        <message>
            <source>not reached from outside</source>
            <translation>снаружи не отвечает</translation>
        </message>
        <message>
            <source>available from outside</source>
            <translation>доступен снаружи</translation>
        </message>
        <message>
            <source>availability not checked</source>
            <translation>доступность не проверена</translation>
        </message>
        <message>
            <source>received %1</source>
            <translation>получено: %1</translation>
        </message>
        <message>
            <source>waiting for the first request</source>
            <translation>ждём первый запрос</translation>
        </message>
        <message>
            <source>The address begins to work when you press “Finish”.</source>
            <translation>Адрес заработает, когда вы нажмёте «Готово».</translation>
        </message>
        <message>
            <source>The server of this program is not listening: switch it on in the settings.</source>
            <translation>Сервер программы выключен: включите его в настройках.</translation>
        </message>
        <message>
            <source>The address begins to work when it has been made: the button is above.</source>
            <translation>Адрес заработает, когда вы создадите его кнопкой выше.</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::FeedbackPresenter</name>
        <message>
            <source>Task.Number</source>
            <comment>Planfix's variable</comment>
            <translation>Задача.Номер</translation>
        </message>
        <message>
            <source>A task was created</source>
            <translation>Задача создана</translation>
        </message>
        <message>
            <source>Task created and meets the conditions</source>
            <translation>Задача создана и соответствует условиям</translation>
        </message>
        <message>
            <source>A task was changed</source>
            <translation>Задача изменена</translation>
        </message>
        <message>
            <source>Task changed, but still meets the conditions</source>
            <translation>Задача изменена, но все еще соответствует условиям</translation>
        </message>
        <message>
            <source>The status was changed</source>
            <translation>Статус изменён</translation>
        </message>
        <message>
            <source>Task changed and began to meet the conditions</source>
            <translation>Задача изменена и стала соответствовать условиям</translation>
        </message>
        <message>
            <source>Give the address under which this computer is reached from outside</source>
            <translation>Укажите адрес, по которому этот компьютер доступен снаружи</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::FieldTypeWords</name>
        <message>
            <source>line</source>
            <translation>строка</translation>
        </message>
        <message>
            <source>number</source>
            <translation>число</translation>
        </message>
        <message>
            <source>text</source>
            <translation>текст</translation>
        </message>
        <message>
            <source>date</source>
            <translation>дата</translation>
        </message>
        <message>
            <source>time</source>
            <translation>время</translation>
        </message>
        <message>
            <source>date and time</source>
            <translation>дата и время</translation>
        </message>
        <message>
            <source>tick</source>
            <translation>чекбокс</translation>
        </message>
        <message>
            <source>list</source>
            <translation>список</translation>
        </message>
        <message>
            <source>entry of a directory, by number</source>
            <translation>запись справочника, по номеру</translation>
        </message>
        <message>
            <source>contact, by number</source>
            <translation>контакт, по номеру</translation>
        </message>
        <message>
            <source>employee, by number</source>
            <translation>сотрудник, по номеру</translation>
        </message>
        <message>
            <source>counterparty, by number</source>
            <translation>контрагент, по номеру</translation>
        </message>
        <message>
            <source>set of values</source>
            <translation>набор значений</translation>
        </message>
        <message>
            <source>other</source>
            <translation>другое</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::KeyField</name>
        <message>
            <source>Key (authorisation token)</source>
            <translation>Ключ (токен авторизации)</translation>
        </message>
        <message>
            <source>given by the environment</source>
            <translation>задан в окружении</translation>
        </message>
        <message>
            <source>Comes from the environment of the program and is changed there</source>
            <translation>Задан в окружении программы и меняется там же</translation>
        </message>
        <message>
            <source>kept in the keychain; leave empty to keep it</source>
            <translation>хранится в связке ключей; оставьте пустым, чтобы не менять</translation>
        </message>
        <message>
            <source>Another one: %1</source>
            <translation>Другой ключ: %1</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::MappingForm</name>
        <message>
            <source>No. %1</source>
            <translation>№ %1</translation>
        </message>
        <message>
            <source>Choice</source>
            <translation>Выбор</translation>
        </message>
        <message>
            <source>The task of an order</source>
            <translation>Задача заявки</translation>
        </message>
        <message>
            <source>Task template</source>
            <translation>Шаблон задачи</translation>
        </message>
        <message>
            <source>Name of the task</source>
            <translation>Название задачи</translation>
        </message>
        <message>
            <source>Variables: {{number}}, {{client_name}}, {{client_phone}}, {{address}}, {{total}}</source>
            <translation>Переменные: {{number}}, {{client_name}}, {{client_phone}}, {{address}}, {{total}}</translation>
        </message>
        <message>
            <source>Template of a new client's contact</source>
            <translation>Шаблон контакта для новых клиентов</translation>
        </message>
        <message>
            <source>The client is looked for by phone and e-mail; who is not found is made. The description always names the client too.</source>
            <translation>Клиента ищем по телефону и почте, не нашли — создаём. В описании задачи клиент указан всегда.</translation>
        </message>
        <message>
            <source>Assignees</source>
            <translation>Исполнители</translation>
        </message>
        <message>
            <source>Fields of the task</source>
            <translation>Поля задачи</translation>
        </message>
        <message>
            <source>What stands in a field of its own can be filtered and comes back when it is changed in Planfix. Everything stands in the description as well.</source>
            <translation>То, что стоит в отдельном поле, можно фильтровать, и изменения в Планфиксе возвращаются. В описании есть всё и так.</translation>
        </message>
        <message>
            <source>as the site sends it</source>
            <translation>как его присылает сайт</translation>
        </message>
        <message>
            <source>Another field of the orders</source>
            <translation>Ещё одно поле заявки</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Добавить</translation>
        </message>
        <message>
            <source>Add another field of the orders</source>
            <translation>Добавить ещё одно поле заявки</translation>
        </message>
        <message>
            <source>So it would look</source>
            <translation>Так это будет выглядеть</translation>
        </message>
        <message>
            <source>The request as it is sent</source>
            <translation>Запрос, как он уйдёт</translation>
        </message>
        <message>
            <source>As the template has it; or numbers of employees, separated by commas</source>
            <translation>Как в шаблоне; или номера сотрудников через запятую</translation>
        </message>
        <message>
            <source>Without a template tasks have no custom fields</source>
            <translation>Без шаблона у задач нет своих полей</translation>
        </message>
        <message>
            <source>Reading its fields and statuses…</source>
            <translation>Читаем его поля и статусы…</translation>
        </message>
        <message>
            <source>fields: %1, statuses: %2</source>
            <translation>полей: %1, статусов: %2</translation>
        </message>
        <message>
            <source>Without a template</source>
            <translation>Без шаблона</translation>
        </message>
        <message>
            <source>The account's first one</source>
            <translation>Первый в аккаунте</translation>
        </message>
        <message>
            <source>In the description only</source>
            <translation>Только в описании</translation>
        </message>
        <message>
            <source>Check the key</source>
            <translation>Проверить ключ</translation>
        </message>
        <message>
            <source>Templates and fields are read from Planfix when the key has been checked</source>
            <translation>Шаблоны и поля читаются из Планфикса после проверки ключа</translation>
        </message>
        <message>
            <source>Until then an order becomes a task without a template, with everything in its description.</source>
            <translation>Пока их нет, заявка становится задачей без шаблона, всё стоит в описании.</translation>
        </message>
        <message>
            <source>Planfix would drop some values without a word: %1</source>
            <translation>Планфикс молча отбросит значения: %1</translation>
        </message>
        <message>
            <source>Add the fields to the template in Planfix, or choose others here.</source>
            <translation>Добавьте эти поля в шаблон в Планфиксе или выберите здесь другие.</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::MappingPresenter</name>
        <message>
            <source>“%1” does not fit: %2</source>
            <translation>«%1» не подходит: %2</translation>
        </message>
        <message>
            <source>Tasks of this template do not have the field: Planfix would drop the value without a word</source>
            <translation>У задач этого шаблона нет такого поля: Планфикс молча отбросит значение</translation>
        </message>
        <message>
            <source>The account has no field No. %1 any more</source>
            <translation>В аккаунте больше нет поля № %1</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::PeoplePicker</name>
        <message>
            <source>Choose employees</source>
            <translation>Выбрать сотрудников</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::PlanfixForms</name>
        <message>
            <source>the account: %1</source>
            <translation>аккаунт: %1</translation>
        </message>
        <message>
            <source>the key, into the keychain of this computer</source>
            <translation>ключ — в связку ключей этого компьютера</translation>
        </message>
        <message>
            <source>the secret part of the address for Planfix, into the keychain</source>
            <translation>секретная часть адреса для Планфикса — в связку ключей</translation>
        </message>
        <message>
            <source>settings of the task and of the feedback: %1</source>
            <translation>настроек задачи и обратной связи: %1</translation>
        </message>
    </context>
    <context>
        <name>pfx::ui::ReachForm</name>
        <message>
            <source>Availability from outside</source>
            <translation>Доступность</translation>
        </message>
        <message>
            <source>Planfix calls from its cloud over HTTPS, and a computer in an office stands behind a router. There are two ways.</source>
            <translation>Планфикс вызывает нас из своего облака по HTTPS, а компьютер в офисе стоит за роутером. Есть два способа.</translation>
        </message>
        <message>
            <source>Reverse proxy.</source>
            <translation>Обратный прокси.</translation>
        </message>
        <message>
            <source>A server with a name and a certificate (Caddy or nginx) passes the requests on to this program.</source>
            <translation>Сервер с именем и сертификатом (Caddy или nginx) передаёт запросы этой программе.</translation>
        </message>
        <message>
            <source>Tunnel.</source>
            <translation>Туннель.</translation>
        </message>
        <message>
            <source>This computer keeps a connection to a small rented server (ssh -R), through which the requests come.</source>
            <translation>Этот компьютер держит соединение с небольшим арендованным сервером (ssh -R), и запросы приходят через него.</translation>
        </message>
        <message>
            <source>How to set them up</source>
            <translation>Как их настроить</translation>
        </message>
        <message>
            <source>Public address</source>
            <translation>Публичный адрес</translation>
        </message>
        <message>
            <source>Check the availability</source>
            <translation>Проверить доступность</translation>
        </message>
        <message>
            <source>Leads to this program, which listens at %1</source>
            <translation>Ведёт к этой программе; она слушает %1</translation>
        </message>
        <message>
            <source>The server of this program is not listening now</source>
            <translation>Сервер программы сейчас не слушает</translation>
        </message>
        <message>
            <source>Calling the public address…</source>
            <translation>Вызываем публичный адрес…</translation>
        </message>
        <message>
            <source>Planfix can call. What is left is its first request.</source>
            <translation>Планфикс может вызывать. Осталось дождаться первого запроса.</translation>
        </message>
    </context>
</TS>
