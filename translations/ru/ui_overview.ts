<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>pfx::ui::OverviewPage</name>
    <message>
        <source>Needs attention</source>
        <translation>Требует внимания</translation>
    </message>
    <message>
        <source>The first hour</source>
        <translation>Первый час</translation>
    </message>
    <message>
        <source>Planfix daily quota</source>
        <translation>Суточный лимит Планфикса</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Подключения</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>Nothing: everything goes by itself.</source>
        <translation>Ничего: всё идёт само.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Смотрим…</translation>
    </message>
    <message>
        <source>%1, the last fortnight day by day</source>
        <translation>%1, последние две недели по дням</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Сделано: %1</translation>
    </message>
    <message>
        <source>To do: %1</source>
        <translation>Предстоит: %1</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
</context>
<context>
    <name>pfx::ui::OverviewPresenter</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Planfix: %1</source>
        <translation>Планфикс: %1</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>Исправить</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Посмотреть</translation>
    </message>
    <message>
        <source>The server does not start</source>
        <translation>Сервер не запускается</translation>
    </message>
    <message>
        <source>What the site and Planfix send is not taken: %1</source>
        <translation>То, что шлют сайт и Планфикс, не принимается: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n exchange(s) need your decision</source>
        <translation>
            <numerusform>%n обмен ждёт вашего решения</numerusform>
            <numerusform>%n обмена ждут вашего решения</numerusform>
            <numerusform>%n обменов ждут вашего решения</numerusform>
        </translation>
    </message>
    <message>
        <source>What waits behind them for the same order or task waits too.</source>
        <translation>То, что стоит за ними по той же заявке или задаче, тоже ждёт.</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were changed on both sides</source>
        <translation>
            <numerusform>%n заявка изменена с двух сторон</numerusform>
            <numerusform>%n заявки изменены с двух сторон</numerusform>
            <numerusform>%n заявок изменены с двух сторон</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose what is right: ours or what stands in Planfix.</source>
        <translation>Выберите, что верно: наше или то, что в Планфиксе.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>The last import was not finished</source>
        <translation>Последний импорт не закончен</translation>
    </message>
    <message>
        <source>It can be continued where it stopped.</source>
        <translation>Его можно продолжить с места остановки.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Planfix</source>
        <translation>Планфикс</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>не настроен</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>нет ключа</translation>
    </message>
    <message>
        <source>works</source>
        <translation>работает</translation>
    </message>
    <message>
        <source>the last answer was a refusal</source>
        <translation>последний ответ — отказ</translation>
    </message>
    <message>
        <source>set up, not asked yet</source>
        <translation>настроен, запросов ещё не было</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>does not start</source>
        <translation>не запускается</translation>
    </message>
    <message>
        <source>off</source>
        <translation>выключен</translation>
    </message>
    <message>
        <source>From outside</source>
        <translation>Снаружи</translation>
    </message>
    <message>
        <source>only this computer</source>
        <translation>только этот компьютер</translation>
    </message>
    <message>
        <source>Planfix has called</source>
        <translation>Планфикс обращался</translation>
    </message>
    <message>
        <source>not called yet</source>
        <translation>обращений ещё не было</translation>
    </message>
    <message>
        <source>Company&apos;s site</source>
        <translation>Сайт компании</translation>
    </message>
    <message>
        <source>does not answer as it should</source>
        <translation>отвечает не так, как должен</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>База</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>обычно %1</translation>
    </message>
    <message>
        <source>Orders today</source>
        <translation>Заявки сегодня</translation>
    </message>
    <message>
        <source>Imported today</source>
        <translation>Импорт сегодня</translation>
    </message>
    <message>
        <source>records</source>
        <translation>записей</translation>
    </message>
    <message>
        <source>Connect Planfix</source>
        <translation>Подключить Планфикс</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключить</translation>
    </message>
    <message>
        <source>Create the test order and find its task in Planfix</source>
        <translation>Создать тестовую заявку и найти её задачу в Планфиксе</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Bring contacts and deals over</source>
        <translation>Перенести контакты и сделки</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импорт</translation>
    </message>
    <message>
        <source>Open the way from outside</source>
        <translation>Открыть доступ снаружи</translation>
    </message>
    <message>
        <source>How to do it</source>
        <translation>Как это сделать</translation>
    </message>
    <message>
        <source>Take the first change from Planfix</source>
        <translation>Принять первое изменение из Планфикса</translation>
    </message>
    <message>
        <source>What to paste</source>
        <translation>Что вставить</translation>
    </message>
    <message>
        <source>Take the first order from the site</source>
        <translation>Принять первую заявку с сайта</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заявки</translation>
    </message>
    <message>
        <source>About %1 of %2 requests are left today</source>
        <translation>На сегодня осталось около %1 из %2 запросов</translation>
    </message>
    <message>
        <source>As Planfix said: %1</source>
        <translation>По словам Планфикса: %1</translation>
    </message>
</context>
</TS>
