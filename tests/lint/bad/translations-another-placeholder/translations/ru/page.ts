<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Page</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1</translation>
    </message>
</context>
</TS>
