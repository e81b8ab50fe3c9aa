#!/usr/bin/env bash
# Hours a week in a workbook: 38:30, entered as Excel people do, in the format [h]:mm (a day and fourteen and a half hours).
# Expected: 38.5 hours, or the number 1.604… (days) and the format.
# Guess before running: the brackets tell a length from a time of day, and the readers that turn dates look at them.
# Seen: only openpyxl 3.0.9 does. exceljs 4.4.0, read-excel-file 9.3.17, hucre 1.0.0 and SheetJS 0.20.3 (told to make
# dates) give a *date*, two of them on 31 December 1899 and two on 1 January 1900. Who formats it as a time gets 14:30,
# and a full-time nurse works fourteen hours a week; xlsx2csv 0.7.8 prints 1.604167.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 read-excel-file@9.3.17 hucre@1.0.0 @e965/xlsx@0.20.3
apt-get download -qq python3-openpyxl=3.0.9-1 python3-et-xmlfile python3-jdcal xlsx2csv=1:0.7.8-1 >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
cat > openpyxl_hours.py <<'PY'
import datetime, openpyxl, sys
if sys.argv[1] == 'write':
    book = openpyxl.Workbook()
    book.active['A1'] = datetime.timedelta(hours=38, minutes=30)
    book.active['A1'].number_format = '[h]:mm'
    book.save('hours.xlsx')
else:
    print('openpyxl', openpyxl.load_workbook('hours.xlsx').active['A1'].value.total_seconds() / 3600, 'hours')
PY
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre/xlsx';
import readExcelFile from 'read-excel-file/node';
const bytes = readFileSync('hours.xlsx');
const book = new ExcelJS.Workbook();
await book.xlsx.load(bytes);
const sheetjs = XLSX.read(bytes, { cellDates: true, UTC: true });
const cells = {
  exceljs: book.worksheets[0].getCell('A1').value,
  'read-excel-file': (await readExcelFile('hours.xlsx'))[0].data[0][0],
  hucre: (await readXlsx(bytes)).sheets[0].rows[0][0],
  SheetJS: XLSX.utils.sheet_to_json(sheetjs.Sheets[sheetjs.SheetNames[0]], { header: 1, UTC: true })[0][0],
};
for (const [name, value] of Object.entries(cells)) console.log(name, value instanceof Date ? value.toISOString().slice(0, 16) : value);
JS
export TZ=UTC PYTHONPATH=debian/usr/lib/python3/dist-packages
/usr/bin/python3 -W ignore openpyxl_hours.py write
{ /usr/bin/python3 -W ignore openpyxl_hours.py read; node read.mjs; echo "xlsx2csv $(/usr/bin/python3 debian/usr/bin/xlsx2csv hours.xlsx)"; } | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
openpyxl 38.5 hours
exceljs 1899-12-31T14:30
read-excel-file 1899-12-31T14:30
hucre 1900-01-01T14:30
SheetJS 1900-01-01T14:30
xlsx2csv 1.604167
SEEN
