#!/usr/bin/env bash
# A workbook whose rows and cells carry no address (`<row><c>` instead of `<row r="1"><c r="A1">`). In ECMA-376 part 1,
# 18.3.1.4 and 18.3.1.73, `r` is optional: a cell without one follows the cell before it. Small exporters leave it out.
# Expected: the two rows: name, heads; Ann, 7.
# Guess before running: all readers count, since files without addresses are half as large.
# Seen: hucre 1.0.0, SheetJS 0.20.3 and openpyxl 3.0.9 do. exceljs 4.4.0 and read-excel-file 9.3.17 throw errors that
# tell of neither; and xlsx2csv 0.7.8 writes an empty file and ends with 0: a department without people.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 read-excel-file@9.3.17 hucre@1.0.0 @e965/xlsx@0.20.3
apt-get download -qq python3-openpyxl=3.0.9-1 python3-et-xmlfile python3-jdcal xlsx2csv=1:0.7.8-1 >/dev/null 2>&1
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
    'xl/worksheets/sheet1.xml': f'<worksheet xmlns="{main}"><sheetData><row><c t="str"><v>name</v></c><c t="str"><v>heads</v></c></row><row><c t="str"><v>Ann</v></c><c><v>7</v></c></row></sheetData></worksheet>',
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
const readers = {
  exceljs: async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes);
    return book.worksheets[0].getSheetValues();
  },
  'read-excel-file': async () => (await readExcelFile('staff.xlsx'))[0].data,
  hucre: async () => (await readXlsx(bytes)).sheets[0].rows,
  SheetJS: async () => XLSX.utils.sheet_to_json(XLSX.read(bytes).Sheets.Staff, { header: 1 }),
};
for (const [name, read] of Object.entries(readers)) {
  console.log(name, JSON.stringify(await read().catch(({ message }) => message)));
}
JS
cat > read.py <<'PY'
import json, openpyxl
print('openpyxl', json.dumps(list(openpyxl.load_workbook('staff.xlsx').active.values)).replace(', ', ','))
PY
export PYTHONPATH=debian/usr/lib/python3/dist-packages
/usr/bin/python3 write.py
{ node read.mjs; /usr/bin/python3 -W ignore read.py; echo "xlsx2csv [$(/usr/bin/python3 debian/usr/bin/xlsx2csv staff.xlsx)], exit $?"; } | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
exceljs "Invalid row number in model"
read-excel-file "Cannot read properties of undefined (reading 'length')"
hucre [["name","heads"],["Ann",7]]
SheetJS [["name","heads"],["Ann",7]]
openpyxl [["name","heads"],["Ann",7]]
xlsx2csv [], exit 0
SEEN
