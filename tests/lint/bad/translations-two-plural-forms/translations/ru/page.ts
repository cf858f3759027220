<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Page</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation><numerusform>%n строка</numerusform><numerusform>%n строк</numerusform></translation>
    </message>
</context>
</TS>
