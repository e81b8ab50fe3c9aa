#!/usr/bin/env bash
# Anna starts on 15 January 2027: `new Date(2027, 0, 15)` on a machine in Berlin, written into a workbook by four libraries.
# Expected: 15 January in the cell. A workbook knows no zones; whoever opens it in whatever place sees that day.
# Guess before running: exceljs is known to write UTC; the younger ones, hucre and write-excel-file, have learnt from it.
# Seen: exceljs 4.4.0, hucre 1.0.0 and write-excel-file 4.1.1 write 14 January, 23:00, and a cell that shows days shows the
# 14th; SheetJS 0.20.3 writes the 15th. Read back by exceljs in Berlin, its own file says the 15th, so a test there passes.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 hucre@1.0.0 @e965/xlsx@0.20.3 write-excel-file@4.1.1
apt-get download -qq python3-openpyxl=3.0.9-1 python3-et-xmlfile python3-jdcal >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
cat > write.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { writeXlsx } from 'hucre/xlsx';
import writeExcelFile from 'write-excel-file/node';
const start = new Date(2027, 0, 15);
const book = new ExcelJS.Workbook();
book.addWorksheet('Staff').getCell('A1').value = start;
await book.xlsx.writeFile('exceljs.xlsx');
const again = new ExcelJS.Workbook();
await again.xlsx.readFile('exceljs.xlsx');
console.log('exceljs, read back by itself:', again.worksheets[0].getCell('A1').value.toString().slice(0, 15));
writeFileSync('hucre.xlsx', await writeXlsx({ sheets: [{ name: 'Staff', rows: [[start]] }] }));
const sheets = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(sheets, XLSX.utils.aoa_to_sheet([[start]]), 'Staff');
writeFileSync('sheetjs.xlsx', XLSX.write(sheets, { type: 'buffer', bookType: 'xlsx' }));
await writeExcelFile([[{ value: start, type: Date, format: 'yyyy-mm-dd' }]]).toFile('write-excel-file.xlsx');
JS
cat > read.py <<'PY'
import openpyxl
for name in ('exceljs', 'hucre', 'write-excel-file', 'sheetjs'):
    print(f"{name}: {openpyxl.load_workbook(name + '.xlsx').active['A1'].value:%d %B, %H:%M}")
PY
export TZ=Europe/Berlin LC_ALL=C PYTHONPATH=debian/usr/lib/python3/dist-packages
{ node write.mjs; /usr/bin/python3 -W ignore read.py; } | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
exceljs, read back by itself: Fri Jan 15 2027
exceljs: 14 January, 23:00
hucre: 14 January, 23:00
write-excel-file: 14 January, 23:00
sheetjs: 15 January, 00:00
SEEN
