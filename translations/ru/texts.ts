<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Errors</name>
    <message>
        <source>User not found</source>
        <translation>Пользователь не найден</translation>
    </message>
    <message>
        <source>Contact not found</source>
        <translation>Контакт не найден</translation>
    </message>
    <message>
        <source>Company not found</source>
        <translation>Компания не найдена</translation>
    </message>
    <message>
        <source>Deal not found</source>
        <translation>Сделка не найдена</translation>
    </message>
    <message>
        <source>Pipeline not found</source>
        <translation>Воронка не найдена</translation>
    </message>
    <message>
        <source>Stage not found</source>
        <translation>Этап не найден</translation>
    </message>
    <message>
        <source>Import not found</source>
        <translation>Импорт не найден</translation>
    </message>
    <message>
        <source>Mapping not found</source>
        <translation>Сопоставление не найдено</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Не найдено</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлено</translation>
    </message>
    <message>
        <source>Choose the default user</source>
        <translation>Выберите пользователя по умолчанию</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>Указано не всё</translation>
    </message>
    <message>
        <source>This value is not acceptable</source>
        <translation>Недопустимое значение</translation>
    </message>
    <message>
        <source>User not found: several fit</source>
        <translation>Пользователь не найден: подходит несколько</translation>
    </message>
    <message>
        <source>Several fit</source>
        <translation>Подходит несколько</translation>
    </message>
    <message>
        <source>This is not possible in its present state</source>
        <translation>В нынешнем состоянии это невозможно</translation>
    </message>
    <message>
        <source>Another import is running, or one is being undone</source>
        <translation>Идёт другой импорт или отмена импорта</translation>
    </message>
    <message>
        <source>Error reading the file</source>
        <translation>Ошибка чтения файла</translation>
    </message>
    <message>
        <source>The file has changed since the import began</source>
        <translation>Файл изменился с начала импорта</translation>
    </message>
    <message>
        <source>Internal error of the program</source>
        <translation>Внутренняя ошибка программы</translation>
    </message>
    <message>
        <source>There is no space left on the disk</source>
        <translation>На диске не осталось места</translation>
    </message>
    <message>
        <source>The database cannot be written</source>
        <translation>В базу данных нельзя записать</translation>
    </message>
    <message>
        <source>Another program holds the database</source>
        <translation>База данных занята другой программой</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>База данных повреждена</translation>
    </message>
    <message>
        <source>The database was made by a newer version of the program</source>
        <translation>База данных создана более новой версией программы</translation>
    </message>
    <message>
        <source>The database refused the operation</source>
        <translation>База данных отклонила операцию</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Нет связи</translation>
    </message>
    <message>
        <source>The service did not answer in time</source>
        <translation>Сервис не ответил вовремя</translation>
    </message>
    <message>
        <source>The service did not accept the key</source>
        <translation>Сервис не принял ключ</translation>
    </message>
    <message>
        <source>The key lacks a right</source>
        <translation>У ключа не хватает права</translation>
    </message>
    <message>
        <source>The daily quota of requests is used up</source>
        <translation>Дневной лимит запросов исчерпан</translation>
    </message>
    <message>
        <source>The service asks for fewer requests</source>
        <translation>Сервис просит реже отправлять запросы</translation>
    </message>
    <message>
        <source>The system keychain cannot be used</source>
        <translation>Системное хранилище ключей недоступно</translation>
    </message>
    <message>
        <source>Choose a user from the list or add one.</source>
        <translation>Выберите пользователя из списка или добавьте нового.</translation>
    </message>
    <message>
        <source>Look at the list of imports for its number.</source>
        <translation>Найдите его номер в списке импортов.</translation>
    </message>
    <message>
        <source>Check the number or the name, or look for it in the list.</source>
        <translation>Проверьте номер или название либо найдите запись в списке.</translation>
    </message>
    <message>
        <source>Nothing is lost: continue the import when you like.</source>
        <translation>Ничего не потеряно: импорт можно продолжить в любой момент.</translation>
    </message>
    <message>
        <source>Nothing was begun: begin again when you like.</source>
        <translation>Ничего не начато: можно начать заново в любой момент.</translation>
    </message>
    <message>
        <source>Records without an owner will belong to this user. Choose one or add one.</source>
        <translation>Этому пользователю достанутся записи без ответственного. Выберите его из списка или добавьте нового.</translation>
    </message>
    <message>
        <source>Correct the value and try again.</source>
        <translation>Исправьте значение и повторите.</translation>
    </message>
    <message>
        <source>Say which one: give its number or its e-mail.</source>
        <translation>Уточните, кто именно: укажите номер или e-mail.</translation>
    </message>
    <message>
        <source>Choose another port in the settings (server.listen), or end the other program.</source>
        <translation>Выберите другой порт в настройках (server.listen) или завершите другую программу.</translation>
    </message>
    <message>
        <source>The database ended the connection that kept other imports out</source>
        <translation>База данных прервала соединение, которое не пускало другие импорты</translation>
    </message>
    <message>
        <source>Nothing was written since, and nothing is lost: continue when no other import is at work.</source>
        <translation>С этого момента ничего не записано, и ничего не потеряно: продолжите, когда не работает другой импорт.</translation>
    </message>
    <message>
        <source>Refresh the list and look at the present state.</source>
        <translation>Обновите список и посмотрите нынешнее состояние.</translation>
    </message>
    <message>
        <source>Go on with the undo of this import.</source>
        <translation>Продолжите отмену этого импорта.</translation>
    </message>
    <message>
        <source>Wait until it has finished, or stop it, and begin again.</source>
        <translation>Дождитесь его окончания или остановите его и начните снова.</translation>
    </message>
    <message>
        <source>Open the folder and choose the file in it.</source>
        <translation>Откройте эту папку и выберите файл в ней.</translation>
    </message>
    <message>
        <source>Export it once more: nothing was written into this file.</source>
        <translation>Выгрузите его ещё раз: в этот файл ничего не записалось.</translation>
    </message>
    <message>
        <source>The file was not saved to its end: export it once more.</source>
        <translation>Файл сохранён не до конца: выгрузите его ещё раз.</translation>
    </message>
    <message>
        <source>A page was saved in the place of the file: sign in there and export it once more.</source>
        <translation>Вместо файла сохранилась страница сайта: войдите там в аккаунт и выгрузите файл ещё раз.</translation>
    </message>
    <message>
        <source>Choose the other service for this file (--source on the command line).</source>
        <translation>Выберите для этого файла другой сервис (в командной строке: --source).</translation>
    </message>
    <message>
        <source>Call the columns as amoCRM or Bitrix24 does, or export the file once more.</source>
        <translation>Назовите столбцы так, как их называет AmoCRM или Bitrix24, или выгрузите файл ещё раз.</translation>
    </message>
    <message>
        <source>What is needed is a text with a number a line, or a table (CSV, XLSX) with a column of phones.</source>
        <translation>Нужен текст, по номеру в строке, или таблица (CSV, XLSX) со столбцом телефонов.</translation>
    </message>
    <message>
        <source>What is needed is a text with an address a line, or a table (CSV, XLSX) with a column of addresses.</source>
        <translation>Нужен текст, по адресу в строке, или таблица (CSV, XLSX) со столбцом адресов.</translation>
    </message>
    <message>
        <source>Check that this is a whole export of amoCRM or Bitrix24 (JSON, CSV or XLSX) and that it is not empty; export it once more if need be.</source>
        <translation>Проверьте, что это целая выгрузка AmoCRM или Bitrix24 (JSON, CSV или XLSX) и что файл не пустой; если нужно, выгрузите его ещё раз.</translation>
    </message>
    <message>
        <source>Have an empty database made and name its address.</source>
        <translation>Пусть администратор создаст пустую базу; укажите её адрес.</translation>
    </message>
    <message>
        <source>Choose a file that this program has written as a backup. Nothing was changed.</source>
        <translation>Выберите файл, который программа записала как резервную копию. Ничего не изменено.</translation>
    </message>
    <message>
        <source>Put the file back where it was, or choose it where it is now.</source>
        <translation>Верните файл на прежнее место или выберите его там, где он лежит сейчас.</translation>
    </message>
    <message>
        <source>Put the first file back to continue, or begin a new import: what is already there will be skipped.</source>
        <translation>Верните прежний файл, чтобы продолжить, или начните новый импорт: уже созданное будет пропущено.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, send the log to the developers.</source>
        <translation>Повторите; если ошибка возникнет снова, отправьте журнал разработчикам.</translation>
    </message>
    <message>
        <source>Free some space and continue: everything that was written is safe.</source>
        <translation>Освободите место и продолжите: всё записанное сохранно.</translation>
    </message>
    <message>
        <source>Check the rights to the folder of the profile, or choose another one with --profile.</source>
        <translation>Проверьте права на папку профиля или укажите другую: --profile.</translation>
    </message>
    <message>
        <source>Close the other program or wait until it has finished, then try again.</source>
        <translation>Закройте другую программу или дождитесь её окончания и повторите.</translation>
    </message>
    <message>
        <source>Restore the database from a backup; the damaged file was left as it is.</source>
        <translation>Восстановите базу данных из резервной копии; повреждённый файл оставлен как есть.</translation>
    </message>
    <message>
        <source>Update this program; the database was not touched.</source>
        <translation>Обновите программу; база данных не тронута.</translation>
    </message>
    <message>
        <source>Check the database and its settings, then try again.</source>
        <translation>Проверьте базу данных и её настройки и повторите.</translation>
    </message>
    <message>
        <source>Check the address and the connection, then try again.</source>
        <translation>Проверьте адрес и соединение и повторите.</translation>
    </message>
    <message>
        <source>Check the key in the settings of the service.</source>
        <translation>Проверьте ключ в настройках сервиса.</translation>
    </message>
    <message>
        <source>Switch the right on in the settings of the key.</source>
        <translation>Включите это право в настройках ключа.</translation>
    </message>
    <message>
        <source>Continue tomorrow or raise the quota.</source>
        <translation>Продолжите завтра или увеличьте лимит.</translation>
    </message>
    <message>
        <source>Wait a little: the program goes on by itself.</source>
        <translation>Подождите немного: программа продолжит сама.</translation>
    </message>
    <message>
        <source>Unlock the keychain, or give the key through the environment.</source>
        <translation>Разблокируйте хранилище или передайте ключ через переменную окружения.</translation>
    </message>
    <message>
        <source>The connection broke before the answer came</source>
        <translation>Связь прервалась, ответ не получен</translation>
    </message>
    <message>
        <source>The service cannot prove that it is the right one: its certificate is not accepted</source>
        <translation>Подлинность сервиса не подтверждена: его сертификат не принят</translation>
    </message>
    <message>
        <source>The service answered something that the program does not understand</source>
        <translation>Сервис ответил то, чего программа не понимает</translation>
    </message>
    <message>
        <source>This computer has no keychain service</source>
        <translation>На этом компьютере нет службы хранения ключей</translation>
    </message>
    <message>
        <source>The system keychain is locked</source>
        <translation>Системное хранилище ключей заблокировано</translation>
    </message>
    <message>
        <source>The system keychain refused access</source>
        <translation>Системное хранилище ключей отказало в доступе</translation>
    </message>
    <message>
        <source>Keys that come from the environment cannot be changed here</source>
        <translation>Ключи, заданные в окружении, здесь изменить нельзя</translation>
    </message>
    <message>
        <source>Install one (gnome-keyring or KWallet) and sign in anew, or give the key through the environment: PFX_SECRET_… or a credential of the service.</source>
        <translation>Установите её (gnome-keyring или KWallet) и войдите в систему заново либо передайте ключ через окружение: PFX_SECRET_… или учётные данные службы (systemd).</translation>
    </message>
    <message>
        <source>Unlock it with its password (usually that of your sign-in), then try again.</source>
        <translation>Разблокируйте его паролем (обычно это пароль входа в систему) и повторите.</translation>
    </message>
    <message>
        <source>Try again and allow the access when the system asks.</source>
        <translation>Повторите и разрешите доступ, когда система спросит.</translation>
    </message>
    <message>
        <source>Change them where the program is started, or remove them there to use the keychain.</source>
        <translation>Измените их там, где запускается программа, или уберите оттуда, чтобы пользоваться хранилищем ключей.</translation>
    </message>
    <message>
        <source>It may have been done nevertheless: look there before you do it again.</source>
        <translation>Возможно, действие всё же выполнено: прежде чем повторять, проверьте это в самом сервисе.</translation>
    </message>
    <message>
        <source>Check the address and the date of this computer. If your office has a certificate authority of its own, add it in the settings.</source>
        <translation>Проверьте адрес и дату на этом компьютере. Если у организации свой удостоверяющий центр, добавьте его в настройках.</translation>
    </message>
    <message>
        <source>Check the address: it may belong to another service, or the service is under repair. Try again later.</source>
        <translation>Проверьте адрес: возможно, там другой сервис или идут технические работы. Повторите позже.</translation>
    </message>
    <message>
        <source>PLANFIX_API_KEY is not set</source>
        <translation>PLANFIX_API_KEY не установлен</translation>
    </message>
    <message>
        <source>The Planfix account is not set</source>
        <translation>Аккаунт Планфикса не указан</translation>
    </message>
    <message>
        <source>Give the key of Planfix on the page “Set-up”, by “pfxctl secret set planfix.api-key”, or in the variable PLANFIX_API_KEY.</source>
        <translation>Укажите ключ Планфикса на странице «Настройка», командой «pfxctl secret set planfix.api-key» или в переменной PLANFIX_API_KEY.</translation>
    </message>
    <message>
        <source>Give the account on the page “Set-up”, by “pfxctl config set planfix.account”, or in the variable PLANFIX_ACCOUNT.</source>
        <translation>Укажите аккаунт на странице «Настройка», командой «pfxctl config set planfix.account» или в переменной PLANFIX_ACCOUNT.</translation>
    </message>
</context>
<context>
    <name>Expected</name>
    <message>
        <source>string</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>boolean</source>
        <translation>true или false</translation>
    </message>
    <message>
        <source>object</source>
        <translation>объект { }</translation>
    </message>
    <message>
        <source>array</source>
        <translation>список [ ]</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>целое число</translation>
    </message>
    <message>
        <source>string or a whole number</source>
        <translation>текст или целое число</translation>
    </message>
    <message>
        <source>string or number</source>
        <translation>текст или число</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true или false</translation>
    </message>
    <message>
        <source>value</source>
        <translation>значение</translation>
    </message>
    <message>
        <source>colon</source>
        <translation>двоеточие</translation>
    </message>
    <message>
        <source>field&apos;s name</source>
        <translation>имя поля</translation>
    </message>
    <message>
        <source>, or ]</source>
        <translation>, или ]</translation>
    </message>
    <message>
        <source>, or }</source>
        <translation>, или }</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Имя (без фамилии)</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>Отчество</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Фамилия</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Телефоны</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>Адреса e-mail</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Теги</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создано</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрыто</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Воронка</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Этап</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>Main contact</source>
        <translation>Основной контакт</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Контакты</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Reason of the loss</source>
        <translation>Причина отказа</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Добавочный</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>Прочие поля</translation>
    </message>
    <message>
        <source>Number in the source</source>
        <translation>Номер в источнике</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>boolean</source>
        <translation>true или false</translation>
    </message>
    <message>
        <source>number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>string</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>array</source>
        <translation>список [ ]</translation>
    </message>
    <message>
        <source>object</source>
        <translation>объект { }</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>User</source>
        <translation>Пользователь</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Воронка</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Этап</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Сделка</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Идёт</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>На паузе</translation>
    </message>
    <message>
        <source>Import finished</source>
        <translation>Импорт завершен</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлено</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Отменён</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создано</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Обновлено</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Не импортировано</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>Проверка файла</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Пользователи</translation>
    </message>
    <message>
        <source>Pipelines</source>
        <translation>Воронки</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Компании</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Контакты</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Завершение</translation>
    </message>
    <message>
        <source>Row not readable</source>
        <translation>Строка не читается</translation>
    </message>
    <message>
        <source>Two duplicates at once</source>
        <translation>Сразу два дубликата</translation>
    </message>
    <message>
        <source>Same number, another person</source>
        <translation>Тот же номер, другой человек</translation>
    </message>
    <message>
        <source>Contact not found</source>
        <translation>Контакт не найден</translation>
    </message>
    <message>
        <source>Several contacts fit</source>
        <translation>Подходит несколько контактов</translation>
    </message>
    <message>
        <source>Company not found</source>
        <translation>Компания не найдена</translation>
    </message>
    <message>
        <source>Several companies fit</source>
        <translation>Подходит несколько компаний</translation>
    </message>
    <message>
        <source>Stage not found</source>
        <translation>Этап не найден</translation>
    </message>
    <message>
        <source>Pipeline not found</source>
        <translation>Воронка не найдена</translation>
    </message>
    <message>
        <source>Owner not found</source>
        <translation>Ответственный не найден</translation>
    </message>
    <message>
        <source>Phone not understood</source>
        <translation>Телефон не распознан</translation>
    </message>
    <message>
        <source>E-mail not understood</source>
        <translation>E-mail не распознан</translation>
    </message>
    <message>
        <source>Amount not understood</source>
        <translation>Сумма не распознана</translation>
    </message>
    <message>
        <source>Date not understood</source>
        <translation>Дата не распознана</translation>
    </message>
    <message>
        <source>Too many phones and e-mails</source>
        <translation>Слишком много телефонов и e-mail</translation>
    </message>
    <message>
        <source>Same phone or e-mail, another name</source>
        <translation>Тот же телефон или e-mail, другое имя</translation>
    </message>
    <message>
        <source>Another company has this phone or e-mail</source>
        <translation>Этот телефон или e-mail есть у другой компании</translation>
    </message>
    <message>
        <source>Changed since the import</source>
        <translation>Изменено после импорта</translation>
    </message>
    <message>
        <source>The row was not imported.</source>
        <translation>Строка не импортирована.</translation>
    </message>
    <message>
        <source>Two different stored records match; nothing was guessed and the row was not imported.</source>
        <translation>Совпали две разные записи; программа не стала угадывать, строка не импортирована.</translation>
    </message>
    <message>
        <source>A record of the same origin has no name, phone or e-mail in common with it; the row was not imported.</source>
        <translation>У записи с тем же происхождением нет ни общего имени, ни телефона, ни e-mail; строка не импортирована.</translation>
    </message>
    <message>
        <source>The deal was imported without this contact.</source>
        <translation>Сделка импортирована без этого контакта.</translation>
    </message>
    <message>
        <source>Nothing was guessed: the deal was imported without this contact.</source>
        <translation>Программа не стала угадывать: сделка импортирована без этого контакта.</translation>
    </message>
    <message>
        <source>The record was imported without the company.</source>
        <translation>Запись импортирована без компании.</translation>
    </message>
    <message>
        <source>Nothing was guessed: the record was imported without the company.</source>
        <translation>Программа не стала угадывать: запись импортирована без компании.</translation>
    </message>
    <message>
        <source>A placeholder stage was made for it.</source>
        <translation>Для неё создан временный этап.</translation>
    </message>
    <message>
        <source>A placeholder pipeline was made for it.</source>
        <translation>Для неё создана временная воронка.</translation>
    </message>
    <message>
        <source>The default user became the owner.</source>
        <translation>Ответственным стал пользователь по умолчанию.</translation>
    </message>
    <message>
        <source>It was kept as it is written.</source>
        <translation>Сохранено так, как написано.</translation>
    </message>
    <message>
        <source>The deal was imported without an amount.</source>
        <translation>Сделка импортирована без суммы.</translation>
    </message>
    <message>
        <source>The record was imported without this date.</source>
        <translation>Запись импортирована без этой даты.</translation>
    </message>
    <message>
        <source>Only the first ones were kept.</source>
        <translation>Сохранены только первые.</translation>
    </message>
    <message>
        <source>The row was taken for this record; the row itself is kept with the import.</source>
        <translation>Строка принята за эту запись; сама строка сохранена вместе с импортом.</translation>
    </message>
    <message>
        <source>Their names differ, so they were not merged: the company was imported by itself.</source>
        <translation>Названия разные, поэтому компании не объединены: эта загружена отдельно.</translation>
    </message>
    <message>
        <source>It was left as it is now.</source>
        <translation>Оставлено как есть.</translation>
    </message>
    <message>
        <source>Nothing like it was known</source>
        <translation>Похожих записей не было</translation>
    </message>
    <message>
        <source>The same record was imported before</source>
        <translation>Эта запись уже импортирована раньше</translation>
    </message>
    <message>
        <source>The same phone</source>
        <translation>Совпал телефон</translation>
    </message>
    <message>
        <source>The same e-mail</source>
        <translation>Совпал e-mail</translation>
    </message>
    <message>
        <source>A company of the same name</source>
        <translation>Компания с тем же названием</translation>
    </message>
    <message>
        <source>The same name</source>
        <translation>Совпало название</translation>
    </message>
    <message>
        <source>Stands earlier in the same file</source>
        <translation>Встречается в файле раньше</translation>
    </message>
    <message>
        <source>There is nothing to update</source>
        <translation>Обновлять нечего</translation>
    </message>
    <message>
        <source>Fields were updated</source>
        <translation>Поля обновлены</translation>
    </message>
    <message>
        <source>Fields are updated, the same %1</source>
        <translation>Поля обновляются, совпало: %1</translation>
    </message>
    <message>
        <source>Same number in the source, but another deal</source>
        <translation>Тот же номер в источнике, но другая сделка</translation>
    </message>
    <message>
        <source>Two different stored records match</source>
        <translation>Совпали две разные записи</translation>
    </message>
    <message>
        <source>Same number in the source, but no name, phone or e-mail in common</source>
        <translation>Тот же номер в источнике, но нет ни общего имени, ни телефона, ни e-mail</translation>
    </message>
    <message>
        <source>More warnings about the record</source>
        <translation>Ещё предупреждения о записи</translation>
    </message>
    <message>
        <source>Section of the file not known</source>
        <translation>Неизвестный раздел файла</translation>
    </message>
    <message>
        <source>Only the first hundred are listed.</source>
        <translation>Показаны только первые сто.</translation>
    </message>
    <message>
        <source>Its records were not imported.</source>
        <translation>Его записи не импортированы.</translation>
    </message>
    <message>
        <source>It was deleted in the source</source>
        <translation>Удалено в источнике</translation>
    </message>
    <message>
        <source>A template of recurring deals</source>
        <translation>Шаблон регулярных сделок</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Date and time of the visit</source>
        <translation>Дата и время визита</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Услуги</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>The request is not understood: %1</source>
        <translation>Запрос не понят: %1</translation>
    </message>
    <message>
        <source>Wrong key, login or password</source>
        <translation>Неверный ключ, логин или пароль</translation>
    </message>
    <message>
        <source>There is no such address</source>
        <translation>Такого адреса нет</translation>
    </message>
    <message>
        <source>This address is not called that way</source>
        <translation>Этот адрес так не вызывают</translation>
    </message>
    <message>
        <source>The request came too slowly</source>
        <translation>Запрос передавался слишком медленно</translation>
    </message>
    <message>
        <source>The request is too large</source>
        <translation>Запрос слишком большой</translation>
    </message>
    <message>
        <source>The request is of the wrong type (Content-Type)</source>
        <translation>Неподходящий тип запроса (Content-Type)</translation>
    </message>
    <message>
        <source>What the request expects cannot be fulfilled</source>
        <translation>Ожидание запроса выполнить нельзя</translation>
    </message>
    <message>
        <source>Too many attempts; try later</source>
        <translation>Слишком много попыток; повторите позже</translation>
    </message>
    <message>
        <source>This kind of request is not supported</source>
        <translation>Такой вид запроса не поддерживается</translation>
    </message>
    <message>
        <source>Cannot be stored now; try later</source>
        <translation>Сейчас сохранить нельзя; повторите позже</translation>
    </message>
    <message>
        <source>This version of HTTP is not supported</source>
        <translation>Эта версия HTTP не поддерживается</translation>
    </message>
    <message>
        <source>An error of the program</source>
        <translation>Ошибка программы</translation>
    </message>
    <message>
        <source>This is a test order: it may be removed.</source>
        <translation>Это тестовая заявка: её можно удалить.</translation>
    </message>
    <message>
        <source>Test Client</source>
        <translation>Тестовый клиент</translation>
    </message>
    <message>
        <source>12 Example Street</source>
        <translation>ул. Примерная, 12</translation>
    </message>
    <message>
        <source>Installing a socket</source>
        <translation>Установка розетки</translation>
    </message>
    <message>
        <source>Visit of an electrician</source>
        <translation>Выезд электрика</translation>
    </message>
    <message>
        <source>Made by Planfix Console to see that orders become tasks.</source>
        <translation>Создана программой Planfix Console, чтобы проверить, что заявки становятся задачами.</translation>
    </message>
    <message>
        <source>In Planfix</source>
        <translation>В Планфиксе</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Отправляется</translation>
    </message>
    <message>
        <source>Waits for Planfix</source>
        <translation>Ждёт Планфикс</translation>
    </message>
    <message>
        <source>Will be tried again</source>
        <translation>Будет повторено</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Требует внимания</translation>
    </message>
    <message>
        <source>Changed on both sides</source>
        <translation>Изменено с двух сторон</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новая</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Подтверждено</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>В работе</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Завершена</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменена</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Сайт</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>Эта программа</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Командная строка</translation>
    </message>
    <message>
        <source>Planfix</source>
        <translation>Планфикс</translation>
    </message>
    <message>
        <source>Order added</source>
        <translation>Заявка добавлена</translation>
    </message>
    <message>
        <source>Changed here</source>
        <translation>Изменена здесь</translation>
    </message>
    <message>
        <source>Task created</source>
        <translation>Создана задача</translation>
    </message>
    <message>
        <source>Task found: it had been created, but the answer was lost</source>
        <translation>Найдена задача: она была создана, но ответ потерялся</translation>
    </message>
    <message>
        <source>Sent to the task</source>
        <translation>Отправлено в задачу</translation>
    </message>
    <message>
        <source>Changed in Planfix</source>
        <translation>Изменено в Планфиксе</translation>
    </message>
    <message>
        <source>Conflict settled</source>
        <translation>Расхождение разрешено</translation>
    </message>
    <message>
        <source>The task was deleted in Planfix</source>
        <translation>Задача удалена в Планфиксе</translation>
    </message>
    <message>
        <source>The task does not take these fields</source>
        <translation>Задача не принимает эти поля</translation>
    </message>
</context>
<context>
    <name>Planfix</name>
    <message>
        <source>Check the key in Planfix: Account management → API access → REST API. Copy it anew or create another one.</source>
        <translation>Проверьте ключ в Планфиксе: Управление аккаунтом → Доступ к API → REST API. Скопируйте его заново или создайте новый.</translation>
    </message>
    <message>
        <source>Switch the right on in Planfix: Account management → API access → REST API, or check the address of the account.</source>
        <translation>Включите право в Планфиксе: Управление аккаунтом → Доступ к API → REST API, или проверьте адрес аккаунта.</translation>
    </message>
    <message>
        <source>Give the employee of the key the access in Planfix, or make a key for a robot: it sees everything.</source>
        <translation>Дайте сотруднику ключа доступ в Планфиксе или создайте ключ для робота: он видит всё.</translation>
    </message>
    <message>
        <source>Ask the owner of the account or the support of Planfix; requests go on by themselves afterwards.</source>
        <translation>Обратитесь к владельцу аккаунта или в поддержку Планфикса; после этого запросы продолжатся сами.</translation>
    </message>
    <message>
        <source>Change the plan or its limits in Planfix, or go on without this feature.</source>
        <translation>Измените тариф или его лимиты в Планфиксе либо обойдитесь без этой возможности.</translation>
    </message>
    <message>
        <source>Nothing is lost: the program goes on by itself when requests are allowed again.</source>
        <translation>Ничего не потеряно: программа продолжит сама, когда запросы снова будут разрешены.</translation>
    </message>
    <message>
        <source>Try again a little later; if it does not pass, look at the exchange in the journal.</source>
        <translation>Повторите чуть позже; если не проходит, посмотрите обмен в журнале.</translation>
    </message>
    <message>
        <source>Look in the journal which value was refused, correct it here or in the settings, and send again.</source>
        <translation>Посмотрите в журнале, какое значение не принято, исправьте его здесь или в настройках и отправьте снова.</translation>
    </message>
    <message>
        <source>It may have been deleted in Planfix: check the number, or refresh the lists in the set-up.</source>
        <translation>Возможно, объект удалён в Планфиксе: проверьте номер или обновите списки в настройке.</translation>
    </message>
    <message>
        <source>Choose another value, or find in Planfix who has it already.</source>
        <translation>Выберите другое значение или найдите в Планфиксе, у кого оно уже есть.</translation>
    </message>
    <message>
        <source>Save the diagnostics and send them to the developers: the program made a request that Planfix cannot read.</source>
        <translation>Сохраните диагностику и отправьте разработчикам: программа сделала запрос, который Планфикс не смог прочитать.</translation>
    </message>
    <message>
        <source>Planfix could not do it and does not say why</source>
        <translation>Планфикс не смог выполнить запрос и не говорит почему</translation>
    </message>
    <message>
        <source>Planfix does not know this key</source>
        <translation>Планфикс не знает этого ключа</translation>
    </message>
    <message>
        <source>The key is switched off in Planfix</source>
        <translation>Ключ отключён в Планфиксе</translation>
    </message>
    <message>
        <source>The key lacks a right, or the address is wrong (Scope denied, method not allowed)</source>
        <translation>У ключа нет права или неверен адрес (Scope denied, method not allowed)</translation>
    </message>
    <message>
        <source>The employee of the key may not do this in Planfix</source>
        <translation>Сотруднику, для которого создан ключ, это в Планфиксе не разрешено</translation>
    </message>
    <message>
        <source>The Planfix account is blocked for spam</source>
        <translation>Аккаунт Планфикса заблокирован за спам</translation>
    </message>
    <message>
        <source>The Planfix account is frozen</source>
        <translation>Аккаунт Планфикса заморожен</translation>
    </message>
    <message>
        <source>The employee of the key is not active in Planfix</source>
        <translation>Сотрудник, для которого создан ключ, в Планфиксе неактивен</translation>
    </message>
    <message>
        <source>The Planfix subscription is not paid</source>
        <translation>Подписка на Планфикс не оплачена</translation>
    </message>
    <message>
        <source>The free plan of Planfix has no API</source>
        <translation>На бесплатном тарифе Планфикса API недоступен</translation>
    </message>
    <message>
        <source>The quota of requests to Planfix is used up</source>
        <translation>Квота запросов к Планфиксу исчерпана</translation>
    </message>
    <message>
        <source>The plan of Planfix does not allow more contacts</source>
        <translation>Тариф Планфикса не позволяет больше контактов</translation>
    </message>
    <message>
        <source>The plan of Planfix does not allow this</source>
        <translation>Тариф Планфикса этого не позволяет</translation>
    </message>
    <message>
        <source>Planfix could not read the request</source>
        <translation>Планфикс не смог прочитать запрос</translation>
    </message>
    <message>
        <source>Planfix misses a value</source>
        <translation>Планфиксу не хватает значения</translation>
    </message>
    <message>
        <source>Planfix does not accept a value</source>
        <translation>Планфикс не принимает значение</translation>
    </message>
    <message>
        <source>Planfix does not allow this call</source>
        <translation>Планфикс не разрешает такой запрос</translation>
    </message>
    <message>
        <source>The item of the checklist is not there</source>
        <translation>Пункта чек-листа нет</translation>
    </message>
    <message>
        <source>The item of the checklist was not created</source>
        <translation>Пункт чек-листа не создан</translation>
    </message>
    <message>
        <source>The item of the checklist was not changed</source>
        <translation>Пункт чек-листа не изменён</translation>
    </message>
    <message>
        <source>The task is not there</source>
        <translation>Задачи нет</translation>
    </message>
    <message>
        <source>The task was not created</source>
        <translation>Задача не создана</translation>
    </message>
    <message>
        <source>The task was not changed</source>
        <translation>Задача не изменена</translation>
    </message>
    <message>
        <source>The contact is not there</source>
        <translation>Контакта нет</translation>
    </message>
    <message>
        <source>The contact was not created</source>
        <translation>Контакт не создан</translation>
    </message>
    <message>
        <source>The contact was not changed</source>
        <translation>Контакт не изменён</translation>
    </message>
    <message>
        <source>Access for a contact needs an e-mail</source>
        <translation>Для доступа контакту нужен e-mail</translation>
    </message>
    <message>
        <source>The e-mail is not one</source>
        <translation>Неверный e-mail</translation>
    </message>
    <message>
        <source>Another login has this e-mail</source>
        <translation>Этот e-mail уже занят другим логином</translation>
    </message>
    <message>
        <source>The name of the contact is empty</source>
        <translation>У контакта пустое имя</translation>
    </message>
    <message>
        <source>The project is not there</source>
        <translation>Проекта нет</translation>
    </message>
    <message>
        <source>The project was not created</source>
        <translation>Проект не создан</translation>
    </message>
    <message>
        <source>The project was not changed</source>
        <translation>Проект не изменён</translation>
    </message>
    <message>
        <source>The employee is not there</source>
        <translation>Сотрудника нет</translation>
    </message>
    <message>
        <source>The employee was not created</source>
        <translation>Сотрудник не создан</translation>
    </message>
    <message>
        <source>The employee was not changed</source>
        <translation>Сотрудник не изменён</translation>
    </message>
    <message>
        <source>Another employee has this e-mail</source>
        <translation>Этот e-mail уже у другого сотрудника</translation>
    </message>
    <message>
        <source>The login is not acceptable</source>
        <translation>Недопустимый логин</translation>
    </message>
    <message>
        <source>The login is taken</source>
        <translation>Логин занят</translation>
    </message>
    <message>
        <source>The name of the employee is empty</source>
        <translation>У сотрудника пустое имя</translation>
    </message>
    <message>
        <source>The comment is not there</source>
        <translation>Комментария нет</translation>
    </message>
    <message>
        <source>The comment was not added</source>
        <translation>Комментарий не добавлен</translation>
    </message>
    <message>
        <source>The comment was not changed</source>
        <translation>Комментарий не изменён</translation>
    </message>
    <message>
        <source>The data tag is not there</source>
        <translation>Аналитики нет</translation>
    </message>
    <message>
        <source>The entry of the data tag was not added</source>
        <translation>Строка аналитики не добавлена</translation>
    </message>
    <message>
        <source>The entry of the data tag was not changed</source>
        <translation>Строка аналитики не изменена</translation>
    </message>
    <message>
        <source>The entry of the data tag is not there</source>
        <translation>Строки аналитики нет</translation>
    </message>
    <message>
        <source>The entry of the data tag was not deleted</source>
        <translation>Строка аналитики не удалена</translation>
    </message>
    <message>
        <source>The file is not there</source>
        <translation>Файла нет</translation>
    </message>
    <message>
        <source>The file was not added</source>
        <translation>Файл не добавлен</translation>
    </message>
    <message>
        <source>The file is too large for the plan of Planfix</source>
        <translation>Файл слишком велик для тарифа Планфикса</translation>
    </message>
    <message>
        <source>The file was not deleted</source>
        <translation>Файл не удалён</translation>
    </message>
    <message>
        <source>The directory is not there</source>
        <translation>Справочника нет</translation>
    </message>
    <message>
        <source>The entry of the directory is not there</source>
        <translation>Записи справочника нет</translation>
    </message>
    <message>
        <source>The entry of the directory was not added</source>
        <translation>Запись справочника не добавлена</translation>
    </message>
    <message>
        <source>The entry of the directory was not changed</source>
        <translation>Запись справочника не изменена</translation>
    </message>
    <message>
        <source>The entry of the directory was not deleted</source>
        <translation>Запись справочника не удалена</translation>
    </message>
    <message>
        <source>The report is not there</source>
        <translation>Отчёта нет</translation>
    </message>
    <message>
        <source>The plan of Planfix has no such report</source>
        <translation>На тарифе Планфикса такого отчёта нет</translation>
    </message>
    <message>
        <source>The report is being made already</source>
        <translation>Отчёт уже строится</translation>
    </message>
    <message>
        <source>Planfix does not know of this request for a report</source>
        <translation>Планфикс не знает о таком запросе отчёта</translation>
    </message>
    <message>
        <source>creating tasks</source>
        <translation>создание задач</translation>
    </message>
    <message>
        <source>reading tasks</source>
        <translation>чтение задач</translation>
    </message>
    <message>
        <source>changing tasks</source>
        <translation>обновление задач</translation>
    </message>
    <message>
        <source>reading contacts</source>
        <translation>чтение контактов</translation>
    </message>
    <message>
        <source>creating contacts</source>
        <translation>создание контактов</translation>
    </message>
    <message>
        <source>changing contacts</source>
        <translation>обновление контактов</translation>
    </message>
    <message>
        <source>reading employees</source>
        <translation>чтение сотрудников</translation>
    </message>
    <message>
        <source>adding comments</source>
        <translation>добавление комментариев</translation>
    </message>
    <message>
        <source>reading comments</source>
        <translation>чтение комментариев</translation>
    </message>
    <message>
        <source>Account management → API access → REST API</source>
        <translation>Управление аккаунтом → Доступ к API → REST API</translation>
    </message>
    <message>
        <source>orders become tasks</source>
        <translation>заявки становятся задачами</translation>
    </message>
    <message>
        <source>the status of an order and of its task follow each other</source>
        <translation>статусы заявки и её задачи следуют друг за другом</translation>
    </message>
    <message>
        <source>the client of an order as a contact (without it the client stands in the text of the task)</source>
        <translation>клиент заявки как контакт (без этого клиент указан в тексте задачи)</translation>
    </message>
    <message>
        <source>the list of employees</source>
        <translation>список сотрудников</translation>
    </message>
    <message>
        <source>comments of tasks</source>
        <translation>комментарии задач</translation>
    </message>
    <message>
        <source>The address is reached</source>
        <translation>Адрес доступен</translation>
    </message>
    <message>
        <source>It is Planfix</source>
        <translation>Это Планфикс</translation>
    </message>
    <message>
        <source>The key is known and active</source>
        <translation>Ключ известен и активен</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Право</translation>
    </message>
    <message>
        <source>Task templates are read</source>
        <translation>Шаблоны задач прочитаны</translation>
    </message>
    <message>
        <source>Processes and statuses are read</source>
        <translation>Процессы и статусы прочитаны</translation>
    </message>
    <message>
        <source>Custom fields are read</source>
        <translation>Дополнительные поля прочитаны</translation>
    </message>
</context>
<context>
    <name>Server</name>
    <message>
        <source>The public address leads here</source>
        <translation>Публичный адрес ведёт сюда</translation>
    </message>
    <message>
        <source>At the public address another program answers</source>
        <translation>По публичному адресу отвечает другая программа</translation>
    </message>
    <message>
        <source>Check the address and where the reverse proxy or the tunnel sends requests to.</source>
        <translation>Проверьте адрес и то, куда обратный прокси или туннель передаёт запросы.</translation>
    </message>
    <message>
        <source>At the public address another Planfix Console answers</source>
        <translation>По публичному адресу отвечает другая Planfix Console</translation>
    </message>
    <message>
        <source>Point the reverse proxy or the tunnel at this computer, or stop the other program.</source>
        <translation>Направьте обратный прокси или туннель на этот компьютер либо остановите другую программу.</translation>
    </message>
    <message>
        <source>An old answer came back: something on the way keeps answers</source>
        <translation>Пришёл старый ответ: что-то по пути хранит ответы</translation>
    </message>
    <message>
        <source>Switch caching off in the reverse proxy for this address.</source>
        <translation>Отключите кэширование этого адреса в обратном прокси.</translation>
    </message>
    <message>
        <source>The reverse proxy or the tunnel answers, but nothing stands behind it (HTTP %1)</source>
        <translation>Обратный прокси или туннель отвечает, но за ним никого нет (HTTP %1)</translation>
    </message>
    <message>
        <source>Check that the server is switched on here and that the proxy or tunnel leads to its port.</source>
        <translation>Проверьте, что сервер здесь включён, а прокси или туннель ведёт на его порт.</translation>
    </message>
    <message>
        <source>The public address is not reached: %1</source>
        <translation>Публичный адрес недоступен: %1</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Address and port of the embedded server</source>
        <translation>Адрес и порт встроенного сервера</translation>
    </message>
    <message>
        <source>File with the server&apos;s certificate (PEM)</source>
        <translation>Файл с сертификатом сервера (PEM)</translation>
    </message>
    <message>
        <source>File with the key of the certificate (PEM)</source>
        <translation>Файл с ключом сертификата (PEM)</translation>
    </message>
    <message>
        <source>Address under which the server is reached from outside</source>
        <translation>Адрес, по которому сервер доступен снаружи</translation>
    </message>
    <message>
        <source>Proxies whose word about the caller&apos;s address is believed, separated by commas</source>
        <translation>Прокси, которым можно верить насчёт адреса звонящего, через запятую</translation>
    </message>
    <message>
        <source>How many days requests are kept whole, for repeating them</source>
        <translation>Сколько дней хранить запросы целиком, чтобы их можно было повторить</translation>
    </message>
    <message>
        <source>How many days the journal is kept</source>
        <translation>Сколько дней хранить журнал</translation>
    </message>
    <message>
        <source>First pause before a failed request is repeated, in ms</source>
        <translation>Первая пауза перед повтором неудачного запроса, мс</translation>
    </message>
    <message>
        <source>Planfix account: its name or address</source>
        <translation>Аккаунт Планфикса: название или адрес</translation>
    </message>
    <message>
        <source>Most requests to Planfix in a second, of all programs together</source>
        <translation>Не больше стольких запросов к Планфиксу в секунду, для всех программ вместе</translation>
    </message>
    <message>
        <source>Number of the task template for orders</source>
        <translation>Номер шаблона задачи для заявок</translation>
    </message>
    <message>
        <source>Which field of an order goes into which custom field of the task</source>
        <translation>Какое поле заявки попадает в какое пользовательское поле задачи</translation>
    </message>
    <message>
        <source>Name of an order&apos;s task, with variables</source>
        <translation>Название задачи заявки, с переменными</translation>
    </message>
    <message>
        <source>Which status of an order is which status of the task</source>
        <translation>Какому статусу задачи соответствует статус заявки</translation>
    </message>
    <message>
        <source>Who gets the tasks of orders: numbers of employees, separated by commas</source>
        <translation>Исполнители задач по заявкам: номера сотрудников через запятую</translation>
    </message>
    <message>
        <source>A task of the orders&apos; template that was made in Planfix becomes an order here</source>
        <translation>Задача по шаблону заявок, созданная в Планфиксе, становится заявкой здесь</translation>
    </message>
    <message>
        <source>Address of the company&apos;s site that is told of changed orders</source>
        <translation>Адрес сайта компании, которому сообщают об изменении заявок</translation>
    </message>
    <message>
        <source>Whether the window serves requests from outside too</source>
        <translation>Принимает ли запросы извне и программа с окном</translation>
    </message>
    <message>
        <source>Number of the contact template for new clients; the account&apos;s first one when empty</source>
        <translation>Номер шаблона контакта для новых клиентов; если пусто — первый шаблон аккаунта</translation>
    </message>
    <message>
        <source>How often changed tasks are looked for when no webhook says so, in seconds; 0: never</source>
        <translation>Как часто искать изменённые задачи без вебхуков, в секундах; 0 — никогда</translation>
    </message>
    <message>
        <source>Through whom messages are sent: names of providers in their order, separated by commas</source>
        <translation>Через кого отправляются сообщения: имена провайдеров по порядку, через запятую</translation>
    </message>
    <message>
        <source>Seconds in which an equal message is taken for a repetition; 0: never</source>
        <translation>Сколько секунд такое же сообщение считается повтором; 0 — никогда</translation>
    </message>
    <message>
        <source>Allowed sender names, as a JSON list; all when empty</source>
        <translation>Разрешённые имена отправителя, список JSON; пусто — любые</translation>
    </message>
    <message>
        <source>Numbers that are never written to, as a JSON list</source>
        <translation>Номера, на которые не пишут никогда, список JSON</translation>
    </message>
    <message>
        <source>Hours by the recipient&apos;s clock in which messages wait, for example 21:00-09:00</source>
        <translation>Часы по времени получателя, когда сообщения ждут, например 21:00-09:00</translation>
    </message>
    <message>
        <source>Time zone of numbers that do not tell theirs</source>
        <translation>Часовой пояс номеров, по которым его не узнать</translation>
    </message>
    <message>
        <source>What becomes of a message whose provider&apos;s answer was lost and cannot be looked up: hold or resend</source>
        <translation>Что делать с сообщением, если ответ провайдера потерян и узнать его судьбу нельзя: hold — ждать решения человека, resend — отправить ещё раз</translation>
    </message>
    <message>
        <source>Hours after which a message is no longer sent</source>
        <translation>Через сколько часов сообщение уже не отправляется</translation>
    </message>
    <message>
        <source>Most parts of one message</source>
        <translation>Самое большее частей в одном сообщении</translation>
    </message>
    <message>
        <source>Most messages to one number in a day; 0: no limit</source>
        <translation>Самое большее сообщений на один номер за день; 0 — без ограничения</translation>
    </message>
    <message>
        <source>Most messages in a day; 0: no limit</source>
        <translation>Самое большее сообщений за день; 0 — без ограничения</translation>
    </message>
    <message>
        <source>Most messages of one login or key in a minute; 0: no limit</source>
        <translation>Самое большее сообщений с одним логином или ключом за минуту; 0 — без ограничения</translation>
    </message>
    <message>
        <source>First pause before a message is tried again, in ms</source>
        <translation>Первая пауза перед повторной отправкой сообщения, мс</translation>
    </message>
    <message>
        <source>How soon a provider is asked for a message&apos;s state, in seconds</source>
        <translation>Через сколько секунд спрашивать у провайдера состояние сообщения</translation>
    </message>
    <message>
        <source>A balance below this is an alarm; 0: none</source>
        <translation>Остаток, ниже которого программа предупреждает; 0 — не предупреждать</translation>
    </message>
    <message>
        <source>What became of a message is told in the task that it came from</source>
        <translation>Сообщать в задаче, из которой пришло сообщение, что с ним стало</translation>
    </message>
    <message>
        <source>Kind of the provider</source>
        <translation>Вид провайдера</translation>
    </message>
    <message>
        <source>Address of the provider; its usual one when empty</source>
        <translation>Адрес провайдера; пусто — обычный</translation>
    </message>
    <message>
        <source>Most messages a second; the provider&apos;s usual pace when 0</source>
        <translation>Самое большее сообщений в секунду; 0 — обычный темп провайдера</translation>
    </message>
    <message>
        <source>What a part of a message costs at this provider; 0: not known</source>
        <translation>Сколько стоит часть сообщения у этого провайдера; 0: неизвестно</translation>
    </message>
    <message>
        <source>The provider takes nothing until this is switched off</source>
        <translation>Провайдер ничего не берёт, пока это не выключено</translation>
    </message>
    <message>
        <source>Conditions on the messages that go through this provider</source>
        <translation>Условия на сообщения, которые идут через этого провайдера</translation>
    </message>
    <message>
        <source>Which sender is called how at this provider</source>
        <translation>Какой отправитель как называется у этого провайдера</translation>
    </message>
    <message>
        <source>Further options of the provider, as a JSON object</source>
        <translation>Прочие настройки провайдера, объект JSON</translation>
    </message>
</context>
<context>
    <name>Sms</name>
    <message>
        <source>This number has got as many messages today as it may</source>
        <translation>На этот номер сегодня отправлено столько сообщений, сколько разрешено</translation>
    </message>
    <message>
        <source>As many messages have been sent today as may be</source>
        <translation>Сегодня отправлено столько сообщений, сколько разрешено</translation>
    </message>
    <message>
        <source>Too many messages in a minute. Wait a minute and send it again</source>
        <translation>Слишком много сообщений за минуту. Подождите минуту и отправьте ещё раз</translation>
    </message>
    <message>
        <source>The sender “%1” is too long: %2 characters, at most %3</source>
        <translation>Имя отправителя «%1» слишком длинное: знаков %2, а можно не больше %3</translation>
    </message>
    <message>
        <source>The sender “%1” may consist of Latin letters and digits only</source>
        <translation>Имя отправителя «%1» может состоять только из латинских букв и цифр</translation>
    </message>
    <message>
        <source>The request cannot be read: it is no form in UTF-8</source>
        <translation>Запрос не читается: это не форма в UTF-8</translation>
    </message>
    <message>
        <source>The field “%1” cannot be read</source>
        <translation>Поле «%1» не читается</translation>
    </message>
    <message>
        <source>The field “%1” is missing</source>
        <translation>Не хватает поля «%1»</translation>
    </message>
    <message>
        <source>The phone number is missing</source>
        <translation>Не указан номер телефона</translation>
    </message>
    <message>
        <source>Wrong phone number: %1</source>
        <translation>Неверный номер телефона: %1</translation>
    </message>
    <message>
        <source>The text is empty</source>
        <translation>Пустой текст</translation>
    </message>
    <message>
        <source>Wrong login, password or key. Compare them with those in Planfix&apos;s SMS integration</source>
        <translation>Неверный логин, пароль или ключ. Сверьте их с указанными в интеграции СМС Планфикса</translation>
    </message>
    <message>
        <source>The sender “%1” is not among the allowed ones</source>
        <translation>Отправителя «%1» нет среди разрешённых</translation>
    </message>
    <message>
        <source>The number is on the stop list</source>
        <translation>Номер в стоп-листе</translation>
    </message>
    <message>
        <source>The number is on the stop list: %1</source>
        <translation>Номер в стоп-листе: %1</translation>
    </message>
    <message numerus="yes">
        <source>The text is too long: %n part(s), at most %1</source>
        <translation>
            <numerusform>Текст слишком длинный: %n часть, а можно не больше %1</numerusform>
            <numerusform>Текст слишком длинный: %n части, а можно не больше %1</numerusform>
            <numerusform>Текст слишком длинный: %n частей, а можно не больше %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The message cannot be stored now. Send it again in a minute</source>
        <translation>Сообщение сейчас нельзя сохранить. Отправьте его ещё раз через минуту</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>В очереди</translation>
    </message>
    <message>
        <source>Waits for the end of the quiet hours</source>
        <translation>Ждёт конца тихих часов</translation>
    </message>
    <message>
        <source>Is being sent</source>
        <translation>Отправляется</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Доставлено</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Не доставлено</translation>
    </message>
    <message>
        <source>Too late</source>
        <translation>Просрочено</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Отказано</translation>
    </message>
    <message>
        <source>Sent or not: unknown</source>
        <translation>Неизвестно, отправлено ли</translation>
    </message>
    <message>
        <source>On the stop list</source>
        <translation>В стоп-листе</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>The provider&apos;s account has run out of money</source>
        <translation>На счёте у провайдера закончились деньги</translation>
    </message>
    <message>
        <source>The provider does not accept the login, the password or the key</source>
        <translation>Провайдер не принимает логин, пароль или ключ</translation>
    </message>
    <message>
        <source>The provider cannot be reached</source>
        <translation>Провайдер недоступен</translation>
    </message>
    <message>
        <source>SMS to %1: %2</source>
        <translation>СМС на %1: %2</translation>
    </message>
</context>
<context>
    <name>Technical</name>
    <message>
        <source>there is no such file</source>
        <translation>такого файла нет</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>строка %1, столбец %2</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>не указано</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>there is nothing in the file</source>
        <translation>в файле ничего нет</translation>
    </message>
    <message>
        <source>the file is empty (0 bytes)</source>
        <translation>файл пустой</translation>
    </message>
    <message>
        <source>the file is gone</source>
        <translation>файл исчез</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>такого файла нет</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>нет права на чтение</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>это папка</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>это не обычный файл</translation>
    </message>
    <message>
        <source>it is binary, not a table or JSON</source>
        <translation>это двоичный файл, а не таблица и не JSON</translation>
    </message>
    <message>
        <source>this is a gzip archive</source>
        <translation>это архив gzip</translation>
    </message>
    <message>
        <source>this is a PNG picture</source>
        <translation>это картинка PNG</translation>
    </message>
    <message>
        <source>this is a JPEG picture</source>
        <translation>это картинка JPEG</translation>
    </message>
    <message>
        <source>this is a GIF picture</source>
        <translation>это картинка GIF</translation>
    </message>
    <message>
        <source>this is a BMP picture</source>
        <translation>это картинка BMP</translation>
    </message>
    <message>
        <source>this is a PDF document</source>
        <translation>это документ PDF</translation>
    </message>
    <message>
        <source>this is no JSON</source>
        <translation>это не JSON</translation>
    </message>
    <message>
        <source>the text is not UTF-8</source>
        <translation>текст не в кодировке UTF-8</translation>
    </message>
    <message>
        <source>neither an object nor an array of records</source>
        <translation>это не объект и не список записей</translation>
    </message>
    <message>
        <source>a broken \u escape</source>
        <translation>испорченная последовательность \u</translation>
    </message>
    <message>
        <source>a broken number</source>
        <translation>испорченное число</translation>
    </message>
    <message>
        <source>a control character in a string</source>
        <translation>управляющий символ внутри строки</translation>
    </message>
    <message>
        <source>an unknown escape in a string</source>
        <translation>неизвестная последовательность внутри строки</translation>
    </message>
    <message>
        <source>an unknown word</source>
        <translation>непонятное слово</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>слишком много вложенных уровней</translation>
    </message>
    <message>
        <source>something stands behind the end of the document</source>
        <translation>после конца документа стоит что-то ещё</translation>
    </message>
    <message>
        <source>the file ends in the middle</source>
        <translation>файл обрывается</translation>
    </message>
    <message>
        <source>the file ends inside a string</source>
        <translation>файл обрывается внутри строки</translation>
    </message>
    <message>
        <source>the file ends in the middle of a list</source>
        <translation>файл обрывается внутри списка</translation>
    </message>
    <message>
        <source>the file ends inside an object</source>
        <translation>файл обрывается внутри объекта</translation>
    </message>
    <message>
        <source>the file ends where a value should stand</source>
        <translation>файл обрывается там, где должно быть значение</translation>
    </message>
    <message>
        <source>it is the same employee</source>
        <translation>это тот же пользователь</translation>
    </message>
    <message>
        <source>records belong to the employee</source>
        <translation>пользователю принадлежат записи</translation>
    </message>
    <message>
        <source>the file exists</source>
        <translation>файл уже есть</translation>
    </message>
    <message>
        <source>not a whole backup of this program: %1</source>
        <translation>это не целая резервная копия этой программы: %1</translation>
    </message>
    <message>
        <source>it has other tables</source>
        <translation>в ней другие таблицы</translation>
    </message>
    <message>
        <source>it does not say its version</source>
        <translation>в ней не указана версия</translation>
    </message>
    <message>
        <source>the backup is the store itself</source>
        <translation>выбрана сама база, а не её копия</translation>
    </message>
    <message>
        <source>the database is not empty: a backup is restored into a new one</source>
        <translation>база не пуста: копию восстанавливают в новую</translation>
    </message>
    <message>
        <source>the file is not a database of this program</source>
        <translation>это не база этой программы</translation>
    </message>
    <message>
        <source>tables are missing or other ones: %1</source>
        <translation>таблиц нет или они другие: %1</translation>
    </message>
    <message>
        <source>a file stands where the store&apos;s folder should be</source>
        <translation>на месте папки базы данных стоит файл</translation>
    </message>
    <message>
        <source>the store&apos;s file is a folder</source>
        <translation>вместо файла базы данных указана папка</translation>
    </message>
    <message>
        <source>the file is a database of another program</source>
        <translation>это база данных другой программы</translation>
    </message>
    <message>
        <source>the database file cannot be written</source>
        <translation>в файл базы данных нельзя записать</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>не удаётся создать папку</translation>
    </message>
    <message>
        <source>the lock file cannot be made</source>
        <translation>не удаётся создать файл блокировки</translation>
    </message>
    <message>
        <source>the name is empty</source>
        <translation>имя не указано</translation>
    </message>
    <message>
        <source>a source field is missing</source>
        <translation>не указано поле источника</translation>
    </message>
    <message>
        <source>a pipeline is missing</source>
        <translation>не указана воронка</translation>
    </message>
    <message>
        <source>a stage is missing</source>
        <translation>не указан этап</translation>
    </message>
    <message>
        <source>it is finished already</source>
        <translation>уже завершён</translation>
    </message>
    <message>
        <source>the mapping is for %1</source>
        <translation>сопоставление составлено для %1</translation>
    </message>
    <message>
        <source>no such field of ours: %1</source>
        <translation>такого поля у нас нет: %1</translation>
    </message>
    <message>
        <source>the port is in use by another program: %1</source>
        <translation>порт занят другой программой: %1</translation>
    </message>
    <message>
        <source>this user may not listen there: %1</source>
        <translation>этому пользователю нельзя принимать там соединения: %1</translation>
    </message>
    <message>
        <source>this machine has no such address: %1</source>
        <translation>у этого компьютера нет такого адреса: %1</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>строка %1</translation>
    </message>
    <message>
        <source>employee</source>
        <translation>пользователь</translation>
    </message>
    <message>
        <source>run</source>
        <translation>импорт</translation>
    </message>
    <message>
        <source>name</source>
        <translation>имя</translation>
    </message>
    <message>
        <source>store</source>
        <translation>база данных</translation>
    </message>
    <message>
        <source>source</source>
        <translation>источник</translation>
    </message>
    <message>
        <source>version</source>
        <translation>версия</translation>
    </message>
    <message>
        <source>expected here: %1</source>
        <translation>здесь ожидается: %1</translation>
    </message>
    <message>
        <source>expected here: %1, found: %2</source>
        <translation>здесь ожидается: %1, а стоит: %2</translation>
    </message>
    <message>
        <source>longer than %1 MiB</source>
        <translation>длиннее %1 МиБ</translation>
    </message>
    <message>
        <source>more than %1 rows</source>
        <translation>больше %1 строк</translation>
    </message>
    <message>
        <source>expected a list of numbers or a table</source>
        <translation>ожидается список номеров или таблица</translation>
    </message>
    <message>
        <source>there is no phone number in it</source>
        <translation>в нём нет ни одного номера телефона</translation>
    </message>
    <message>
        <source>there is no e-mail address in it</source>
        <translation>в нём нет ни одного адреса почты</translation>
    </message>
    <message>
        <source>it is not a text in UTF-8</source>
        <translation>это не текст в UTF-8</translation>
    </message>
    <message>
        <source>it is larger than 64 MiB</source>
        <translation>он больше 64 МБ</translation>
    </message>
    <message>
        <source>nested deeper than %1 levels</source>
        <translation>вложено глубже %1 уровней</translation>
    </message>
    <message>
        <source>unknown version %1</source>
        <translation>неизвестная версия %1</translation>
    </message>
    <message>
        <source>this is a RAR archive</source>
        <translation>это архив RAR</translation>
    </message>
    <message>
        <source>this is a 7-Zip archive</source>
        <translation>это архив 7-Zip</translation>
    </message>
    <message>
        <source>this is a bzip2 archive</source>
        <translation>это архив bzip2</translation>
    </message>
    <message>
        <source>this is a xz archive</source>
        <translation>это архив xz</translation>
    </message>
    <message>
        <source>this is a Zstandard archive</source>
        <translation>это архив Zstandard</translation>
    </message>
    <message>
        <source>this is a old binary Office document (XLS)</source>
        <translation>это старый двоичный документ Office (XLS); сохраните его как XLSX</translation>
    </message>
    <message>
        <source>this is a SQLite database</source>
        <translation>это база данных SQLite</translation>
    </message>
    <message>
        <source>this is a program</source>
        <translation>это программа</translation>
    </message>
    <message>
        <source>this is a XML document</source>
        <translation>это документ XML</translation>
    </message>
    <message>
        <source>this is a RTF document</source>
        <translation>это документ RTF</translation>
    </message>
    <message>
        <source>no contacts, deals or pipelines in it</source>
        <translation>в нём нет ни контактов, ни сделок, ни воронок</translation>
    </message>
    <message>
        <source>an answer that reports an error: %1</source>
        <translation>это ответ с ошибкой: %1</translation>
    </message>
    <message>
        <source>neither JSON nor a table with known columns (expected: %1; found: %2)</source>
        <translation>это не JSON и не таблица со знакомыми столбцами (ожидаются, например: %1; в файле: %2)</translation>
    </message>
    <message>
        <source>the row of this number was refused, see its own problem</source>
        <translation>строка с этим номером отклонена, см. её ошибку</translation>
    </message>
    <message>
        <source>the file has two different records of this number</source>
        <translation>в файле под этим номером две разные записи</translation>
    </message>
    <message>
        <source>another record is stored under this number: %1</source>
        <translation>под этим номером хранится другая запись: %1</translation>
    </message>
    <message>
        <source>The deal keeps the contacts that it had.</source>
        <translation>У сделки остались прежние контакты.</translation>
    </message>
    <message>
        <source>The record keeps the company that it had.</source>
        <translation>У записи осталась прежняя компания.</translation>
    </message>
    <message>
        <source>import %1 is not over and gives records to the employee</source>
        <translation>импорт %1 не завершён и назначает записи этому пользователю</translation>
    </message>
    <message>
        <source>this is an export of amoCRM, not of Bitrix24</source>
        <translation>это выгрузка AmoCRM, а не Bitrix24</translation>
    </message>
    <message>
        <source>this is an export of Bitrix24, not of amoCRM</source>
        <translation>это выгрузка Bitrix24, а не AmoCRM</translation>
    </message>
    <message>
        <source>this is UTF-16 text: save it as UTF-8</source>
        <translation>это текст в кодировке UTF-16: сохраните его как UTF-8</translation>
    </message>
    <message>
        <source>this is a web page without a table</source>
        <translation>это веб-страница без таблицы</translation>
    </message>
    <message>
        <source>this is a web page without a table (%1)</source>
        <translation>это веб-страница без таблицы (%1)</translation>
    </message>
    <message>
        <source>a ZIP archive that is no XLSX table</source>
        <translation>это архив ZIP, а не таблица XLSX</translation>
    </message>
    <message>
        <source>a damaged XLSX: %1 cannot be read</source>
        <translation>повреждённый XLSX: %1 не читается</translation>
    </message>
    <message>
        <source>a damaged XLSX: %1</source>
        <translation>повреждённый XLSX: %1</translation>
    </message>
    <message>
        <source>the first sheet is empty</source>
        <translation>первый лист пуст</translation>
    </message>
    <message>
        <source>too many texts in the XLSX</source>
        <translation>в XLSX слишком много текстов</translation>
    </message>
    <message>
        <source>the XLSX unpacks to far more than a table holds</source>
        <translation>XLSX распаковывается в объём, которого у таблицы не бывает</translation>
    </message>
    <message>
        <source>a row longer than %1 MiB: a quotation mark is not closed</source>
        <translation>строка длиннее %1 МиБ: не закрыта кавычка</translation>
    </message>
    <message>
        <source>a row longer than %1 MiB</source>
        <translation>строка длиннее %1 МиБ</translation>
    </message>
    <message>
        <source>there are fewer rows than before</source>
        <translation>строк стало меньше, чем было</translation>
    </message>
    <message>
        <source>size or time of change differ</source>
        <translation>изменились размер или время файла</translation>
    </message>
    <message>
        <source>the content is another one</source>
        <translation>содержимое другое</translation>
    </message>
    <message>
        <source>the content is not what was inspected</source>
        <translation>содержимое не то, что было проверено</translation>
    </message>
    <message>
        <source>it is undone already</source>
        <translation>уже отменён</translation>
    </message>
    <message>
        <source>its undo has begun</source>
        <translation>отмена уже начата</translation>
    </message>
    <message>
        <source>a dry run changed nothing</source>
        <translation>проверка ничего не меняла</translation>
    </message>
    <message>
        <source>both names are needed</source>
        <translation>нужны оба названия</translation>
    </message>
    <message>
        <source>the store&apos;s address must be postgresql://user@host:port/db</source>
        <translation>адрес базы должен быть вида postgresql://user@host:port/db</translation>
    </message>
    <message>
        <source>the store&apos;s address names no database</source>
        <translation>в адресе нет имени базы</translation>
    </message>
    <message>
        <source>the store&apos;s address names no file</source>
        <translation>в адресе нет файла</translation>
    </message>
    <message>
        <source>the store&apos;s file must be an absolute path: %1</source>
        <translation>нужен полный путь к файлу базы: %1</translation>
    </message>
    <message>
        <source>the port of the store&apos;s address is out of range</source>
        <translation>порт в адресе базы вне допустимых</translation>
    </message>
    <message>
        <source>another program has the database open; it must be closed for the upgrade</source>
        <translation>база открыта другой программой; закройте её для обновления</translation>
    </message>
    <message>
        <source>another program is changing the database</source>
        <translation>базу меняет другая программа</translation>
    </message>
    <message>
        <source>held by another program</source>
        <translation>занято другой программой</translation>
    </message>
    <message>
        <source>pg_dump is not installed</source>
        <translation>не установлена программа pg_dump</translation>
    </message>
    <message>
        <source>%1 (near «%2»)</source>
        <translation>%1 (рядом с «%2»)</translation>
    </message>
    <message>
        <source>the file ends in the middle of the table</source>
        <translation>файл обрывается посреди таблицы</translation>
    </message>
    <message>
        <source>a quotation mark is not closed</source>
        <translation>кавычка не закрыта</translation>
    </message>
    <message>
        <source>expected a number greater than 0</source>
        <translation>ожидалось число больше 0</translation>
    </message>
    <message>
        <source>expected a number within %1</source>
        <translation>ожидалось число в пределах %1</translation>
    </message>
    <message>
        <source>expected true or false</source>
        <translation>ожидалось true или false</translation>
    </message>
    <message>
        <source>expected a JSON object</source>
        <translation>ожидался объект JSON</translation>
    </message>
    <message>
        <source>expected texts or numbers in the JSON object</source>
        <translation>в объекте JSON ожидались тексты или числа</translation>
    </message>
    <message>
        <source>expected an address like https://example.org</source>
        <translation>ожидался адрес вида https://example.org</translation>
    </message>
    <message>
        <source>http is allowed for this computer only; expected https</source>
        <translation>http разрешён только для этого компьютера; ожидался https</translation>
    </message>
    <message>
        <source>an address must not contain a password</source>
        <translation>в адресе не должно быть пароля</translation>
    </message>
    <message>
        <source>expected address:port, for example 127.0.0.1:8088</source>
        <translation>ожидался адрес:порт, например 127.0.0.1:8088</translation>
    </message>
    <message>
        <source>expected addresses or networks, for example 127.0.0.1, 10.0.0.0/8</source>
        <translation>ожидались адреса или сети, например 127.0.0.1, 10.0.0.0/8</translation>
    </message>
    <message>
        <source>expected an absolute path</source>
        <translation>ожидался полный путь</translation>
    </message>
    <message>
        <source>an id longer than %1 characters</source>
        <translation>идентификатор длиннее %1 символов</translation>
    </message>
    <message>
        <source>the account is empty</source>
        <translation>укажите аккаунт</translation>
    </message>
    <message>
        <source>not an address of an account</source>
        <translation>это не адрес аккаунта</translation>
    </message>
    <message>
        <source>the name of the account is missing</source>
        <translation>не хватает имени аккаунта</translation>
    </message>
    <message>
        <source>the name of the task must contain {{number}}</source>
        <translation>в названии задачи должна быть переменная {{number}}</translation>
    </message>
    <message>
        <source>expected numbers of employees, separated by commas</source>
        <translation>ожидались номера сотрудников через запятую</translation>
    </message>
    <message>
        <source>expected a number</source>
        <translation>ожидалось число</translation>
    </message>
    <message>
        <source>expected a time</source>
        <translation>ожидалось время</translation>
    </message>
    <message>
        <source>expected a date</source>
        <translation>ожидалась дата</translation>
    </message>
    <message>
        <source>not one of the choices: %1</source>
        <translation>нет среди вариантов: %1</translation>
    </message>
    <message>
        <source>expected the number of a person</source>
        <translation>ожидался номер человека</translation>
    </message>
    <message>
        <source>expected the number of a directory entry</source>
        <translation>ожидался номер записи справочника</translation>
    </message>
    <message>
        <source>a field of this type cannot be filled</source>
        <translation>поле такого типа нельзя заполнить</translation>
    </message>
    <message>
        <source>the server is switched off</source>
        <translation>сервер выключен</translation>
    </message>
    <message>
        <source>a variable is not closed by }}</source>
        <translation>переменная не закрыта скобками }}</translation>
    </message>
    <message>
        <source>there is no variable “%1”</source>
        <translation>нет переменной «%1»</translation>
    </message>
</context>
</TS>
