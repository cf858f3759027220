<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>SmsWords</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pfx::ui::StopListCard</name>
    <message numerus="yes">
        <source>Write to %n number(s) again?</source>
        <translation>
            <numerusform>Write to %n number again?</numerusform>
            <numerusform>Write to %n numbers again?</numerusform>
        </translation>
    </message>
</context>
</TS>
