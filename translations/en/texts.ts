<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Sms</name>
    <message numerus="yes">
        <source>The text is too long: %n part(s), at most %1</source>
        <translation>
            <numerusform>The text is too long: %n part, at most %1</numerusform>
            <numerusform>The text is too long: %n parts, at most %1</numerusform>
        </translation>
    </message>
</context>
</TS>
