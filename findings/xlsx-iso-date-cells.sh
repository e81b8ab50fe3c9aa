#!/usr/bin/env bash
# Dates as ISO 8601 in the cells of a workbook: `t="d"`, ECMA-376 part 1, 18.18.11, the form of “Strict Open XML” files,
# and what openpyxl 3.0.9 writes with `iso_dates = True`. A start date and a time of day of a staff list.
# Expected: 1 March 2027 and 09:30 from each reader.
# Guess before running: they are read everywhere, or refused by the older readers.
# Seen: exceljs 4.4.0 takes the year for a serial number: 2027 is 19 July 1905, and 09:30 a day of 1900. xlsx-populate
# 1.21.0 has neither (no value, no error); hucre 1.0.0 hands out text in cells that its types call dates;
# SheetJS 0.20.3 has the date, and the time on a day of 1899.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 xlsx-populate@1.21.0 hucre@1.0.0 @e965/xlsx@0.20.3
apt-get download -qq python3-openpyxl=3.0.9-1 python3-et-xmlfile python3-jdcal >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
cat > write.py <<'PY'
import datetime, openpyxl
book = openpyxl.Workbook()
book.iso_dates = True
book.active.append([datetime.date(2027, 3, 1), datetime.time(9, 30)])
book.save('staff.xlsx')
PY
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre/xlsx';
import XlsxPopulate from 'xlsx-populate';
const bytes = readFileSync('staff.xlsx');
const book = new ExcelJS.Workbook();
await book.xlsx.load(bytes);
const sheetjs = XLSX.read(bytes, { cellDates: true, UTC: true });
const rows = {
  exceljs: book.worksheets[0].getRow(1).values.slice(1),
  'xlsx-populate': (await XlsxPopulate.fromDataAsync(bytes)).sheet(0).usedRange().value()[0].map((value) => value ?? null),
  hucre: (await readXlsx(bytes)).sheets[0].rows[0],
  SheetJS: XLSX.utils.sheet_to_json(sheetjs.Sheets[sheetjs.SheetNames[0]], { header: 1, UTC: true })[0],
};
for (const [name, row] of Object.entries(rows)) {
  console.log(name, ...row.map((value) => (value instanceof Date ? value.toISOString().slice(0, 16) : JSON.stringify(value))));
}
JS
PYTHONPATH=debian/usr/lib/python3/dist-packages /usr/bin/python3 -W ignore write.py
TZ=UTC node read.mjs | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
exceljs 1905-07-19T00:00 1900-01-08T00:00
xlsx-populate null null
hucre "2027-03-01" "09:30:00"
SheetJS 2027-03-01T00:00 1899-12-31T09:30
SEEN
