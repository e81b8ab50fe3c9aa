#!/usr/bin/env bash
# One list of staff, saved in Excel in two other ways: as a “Strict Open XML Spreadsheet” (ISO/IEC 29500-4: other names of
# the same elements), and with the dates of a Mac (`date1904`). Anna starts on 15 January 2027.
# Expected: the same row from each; both are in the standard, and Excel, LibreOffice and the others below read them.
# Guess before running: exceljs, the oldest, does not read the strict one; the dates of 1904 are right everywhere.
# Seen: exceljs 4.4.0, SheetJS 0.20.3, hucre 1.0.0, read-excel-file 9.3.17 and xlsx2csv 0.7.8 read both. openpyxl 3.0.9
# reads the strict workbook as one without any sheet: a warning, no error. xlsx-populate 1.21.0 has Anna four years too
# early, on 14 January 2023: she is no longer on probation.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 read-excel-file@9.3.17 hucre@1.0.0 @e965/xlsx@0.20.3 xlsx-populate@1.21.0
apt-get download -qq python3-openpyxl=3.0.9-1 python3-et-xmlfile python3-jdcal xlsx2csv=1:0.7.8-1 >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
cat > openpyxl_staff.py <<'PY'
import datetime, openpyxl, sys, zipfile
from openpyxl.utils.datetime import CALENDAR_MAC_1904
if sys.argv[1] == 'write':
    for name in ('plain', 'mac'):
        book = openpyxl.Workbook()
        if name == 'mac': book.epoch = CALENDAR_MAC_1904
        book.active.append(['Anna', datetime.date(2027, 1, 15)])
        book.save(name + '.xlsx')
    names = [(b'http://schemas.openxmlformats.org/' + old, b'http://purl.oclc.org/ooxml/' + new) for old, new in (
        (b'spreadsheetml/2006/main', b'spreadsheetml/main'), (b'drawingml/2006/main', b'drawingml/main'),
        (b'officeDocument/2006/relationships', b'officeDocument/relationships'))]
    with zipfile.ZipFile('plain.xlsx') as plain, zipfile.ZipFile('strict.xlsx', 'w') as strict:
        for part in plain.namelist():
            text = plain.read(part).replace(b'<workbook ', b'<workbook conformance="strict" ')
            for old, new in names: text = text.replace(old, new)
            strict.writestr(part, text)
else:
    for name in sys.argv[2:]:
        sheets = openpyxl.load_workbook(name + '.xlsx').worksheets
        print(name, 'openpyxl', *[f'{who.value} {start.value:%Y-%m-%d}' for sheet in sheets for who, start in sheet.iter_rows()] or ['no sheet'])
PY
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre/xlsx';
import readExcelFile from 'read-excel-file/node';
import XlsxPopulate from 'xlsx-populate';
const readers = {
  exceljs: async (bytes) => { const book = new ExcelJS.Workbook(); await book.xlsx.load(bytes); return book.worksheets[0].getRow(1).values.slice(1); },
  SheetJS: (bytes) => { const { Sheets } = XLSX.read(bytes, { cellDates: true, UTC: true }); return XLSX.utils.sheet_to_json(Sheets.Sheet, { header: 1, UTC: true })[0]; },
  hucre: async (bytes) => (await readXlsx(bytes)).sheets[0].rows[0],
  'read-excel-file': async (_, path) => (await readExcelFile(path))[0].data[0],
  'xlsx-populate': async (bytes) => { const sheet = (await XlsxPopulate.fromDataAsync(bytes)).sheet(0); return [sheet.cell('A1').value(), XlsxPopulate.numberToDate(sheet.cell('B1').value())]; },
};
for (const name of process.argv.slice(2)) for (const [reader, read] of Object.entries(readers)) {
  const [who, start] = await read(readFileSync(`${name}.xlsx`), `${name}.xlsx`);
  console.log(name, reader, who, start.toISOString().slice(0, 10));
}
JS
export TZ=UTC PYTHONPATH=debian/usr/lib/python3/dist-packages
/usr/bin/python3 -W ignore openpyxl_staff.py write
{
  /usr/bin/python3 -W ignore openpyxl_staff.py read plain mac strict
  node read.mjs mac strict
  for name in mac strict; do echo "$name xlsx2csv $(/usr/bin/python3 debian/usr/bin/xlsx2csv -d ' ' "$name.xlsx")"; done
} | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
plain openpyxl Anna 2027-01-15
mac openpyxl Anna 2027-01-15
strict openpyxl no sheet
mac exceljs Anna 2027-01-15
mac SheetJS Anna 2027-01-15
mac hucre Anna 2027-01-15
mac read-excel-file Anna 2027-01-15
mac xlsx-populate Anna 2023-01-14
strict exceljs Anna 2027-01-15
strict SheetJS Anna 2027-01-15
strict hucre Anna 2027-01-15
strict read-excel-file Anna 2027-01-15
strict xlsx-populate Anna 2027-01-15
mac xlsx2csv Anna 2027-01-15
strict xlsx2csv Anna 2027-01-15
SEEN
