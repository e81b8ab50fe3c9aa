#!/usr/bin/env bash
# Names of a Japanese staff list with their readings (furigana), as Excel keeps them: `rPh` beside the text, here in
# inline strings. ECMA-376 part 1, 18.4.6: the reading is shown above the text and is no part of it.
# Expected: 山田 (no reading) and 佐藤 (reading サトウ).
# Guess before running: some readers glue the reading to the name.
# Seen: hucre 1.0.0 does (佐藤サトウ, whom no other list knows), exceljs 4.4.0 loses the person: the cell is undefined.
# SheetJS 0.20.3, read-excel-file 9.3.17 and openpyxl 3.0.9 are right.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 read-excel-file@9.3.17 hucre@1.0.0 @e965/xlsx@0.20.3
apt-get download -qq python3-openpyxl=3.0.9-1 python3-et-xmlfile python3-jdcal >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
cat > write.py <<'PY'
import zipfile
main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
package = 'http://schemas.openxmlformats.org/package/2006'
kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
relation = lambda number, name, target: f'<Relationship Id="rId{number}" Type="{office}/{name}" Target="{target}"/>'
parts = {
    '[Content_Types].xml': f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}worksheet+xml"/></Types>',
    '_rels/.rels': f'<Relationships xmlns="{package}/relationships">{relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>',
    'xl/workbook.xml': f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Staff" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': f'<Relationships xmlns="{package}/relationships">{relation(1, "worksheet", "worksheets/sheet1.xml")}</Relationships>',
    'xl/worksheets/sheet1.xml': f'<worksheet xmlns="{main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>山田</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>佐藤</t><rPh sb="0" eb="2"><t>サトウ</t></rPh></is></c></row></sheetData></worksheet>',
}
with zipfile.ZipFile('staff.xlsx', 'w') as book:
    for name, text in parts.items():
        book.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
PY
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre/xlsx';
import readExcelFile from 'read-excel-file/node';
const bytes = readFileSync('staff.xlsx');
const book = new ExcelJS.Workbook();
await book.xlsx.load(bytes);
const names = (rows) => rows.map(([name]) => name).join(' ');
console.log('exceljs', ...['A1', 'A2'].map((cell) => String(book.worksheets[0].getCell(cell).value)));
console.log('read-excel-file', names((await readExcelFile('staff.xlsx'))[0].data));
console.log('hucre', names((await readXlsx(bytes)).sheets[0].rows));
console.log('SheetJS', names(XLSX.utils.sheet_to_json(XLSX.read(bytes).Sheets.Staff, { header: 1 })));
JS
cat > read.py <<'PY'
import openpyxl
print('openpyxl', *(name for name, in openpyxl.load_workbook('staff.xlsx').active.values))
PY
export PYTHONPATH=debian/usr/lib/python3/dist-packages PYTHONIOENCODING=utf-8
/usr/bin/python3 write.py
{ node read.mjs; /usr/bin/python3 -W ignore read.py; } | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
exceljs 山田 undefined
read-excel-file 山田 佐藤
hucre 山田 佐藤サトウ
SheetJS 山田 佐藤
openpyxl 山田 佐藤
SEEN
