#!/usr/bin/env bash
# HR and learning systems export a web page and call it `.xls`; Excel opens it. Here with an employee number, weekly hours
# with a decimal comma, a date in the order of day, month, year, and a pay grade. No cell says that it is a number.
# Guess before running: the texts as they stand in the page.
# Seen: SheetJS (xlsx 0.18.5, and 0.20.3 as @e965/xlsx) guesses in American English: 38,5 hours a week are 385; grade 3E5 is
# 300000 and grade 1-2 the second of January 2001; employee 0042 is 42; and 3 April is 4 March, while 13 April of the row
# below stays a text. The option `raw` of the reader, off by default, leaves all of them alone.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts xlsx@0.18.5 @e965/xlsx@0.20.3
cat > staff.xls <<'HTML'
<html><head><meta charset="utf-8"></head><body><table>
<tr><th>Employee</th><th>Hours</th><th>Joined</th><th>Grade</th></tr>
<tr><td>0042</td><td>38,5</td><td>03/04/2027</td><td>1-2</td></tr>
<tr><td>0043</td><td>37,25</td><td>13/04/2027</td><td>3E5</td></tr>
</table></body></html>
HTML
cat > probe.cjs <<'JS'
for (const name of ['xlsx', '@e965/xlsx']) {
  const sheets = require(name);
  for (const raw of [false, true]) {
    const book = sheets.readFile('staff.xls', { raw, cellDates: true });
    const rows = sheets.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 }).slice(1);
    const text = (cell) => (cell instanceof Date ? `${cell.getFullYear()}-${cell.getMonth() + 1}-${cell.getDate()}` : JSON.stringify(cell));
    for (const row of rows) console.log(name, raw ? 'raw' : 'as it comes', ...row.map(text));
  }
}
JS
TZ=UTC node probe.cjs | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
xlsx as it comes 42 385 2027-3-4 2001-1-2
xlsx as it comes 43 3725 "13/04/2027" 300000
xlsx raw "0042" "38,5" "03/04/2027" "1-2"
xlsx raw "0043" "37,25" "13/04/2027" "3E5"
@e965/xlsx as it comes 42 385 2027-3-4 2001-1-2
@e965/xlsx as it comes 43 3725 "13/04/2027" 300000
@e965/xlsx raw "0042" "38,5" "03/04/2027" "1-2"
@e965/xlsx raw "0043" "37,25" "13/04/2027" "3E5"
SEEN
