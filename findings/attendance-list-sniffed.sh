#!/usr/bin/env bash
# The list of who was in a Teams meeting: tabs between the cells, three tables one below the other with their titles, names as
# `Rook, Ben`, dates as `3/2/27, 10:00:00 AM`. Which separator do readers find who say that they find it?
# Expected: the tab, the only sign that makes columns.
# Guess before running: Papa Parse takes the comma, which stands in each row of a person; the others the tab.
# Seen: Papa Parse 5.7.1 alone has the tab. csvtojson 2.0.14 (`delimiter: 'auto'`) takes the comma without a word: a column for
# `Rook`, one for `Ben` and half a date. csv-sniffer 0.1.1 and detect-csv 1.1.0 find none, and Python's csv.Sniffer says
# that the cells are separated by carriage returns.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts papaparse@5.7.1 csvtojson@2.0.14 csv-sniffer@0.1.1 detect-csv@1.1.0
cat > probe.cjs <<'JS'
const people = [['Quill, Ada', '9:55:10 AM', '11:01:22 AM', '1h 6m 12s', 'ada'], ['Rook, Ben', '10:00:00 AM', '10:30:00 AM', '30m', 'ben'], ['Stark, Cleo', '10:12:00 AM', '11:00:00 AM', '48m', 'cleo']];
const day = (clock) => `3/2/27, ${clock}`;
const text = [
  ['1. Summary'], ['Meeting title', 'Letters people understand'], ['Attended participants', '3'], ['Start time', day('9:55:10 AM')],
  ['End time', day('11:01:22 AM')], ['Meeting duration', '1h 6m 12s'], ['Average attendance time', '44m'], [],
  ['2. Participants'], ['Name', 'First Join', 'Last Leave', 'In-Meeting Duration', 'Email', 'Participant ID (UPN)', 'Role'],
  ...people.map(([name, join, leave, length, id]) => [name, day(join), day(leave), length, `${id}@x.example`, `${id}@x.example`, 'Presenter']), [],
  ['3. In-Meeting Activities'], ['Name', 'Join Time', 'Leave Time', 'Duration', 'Email', 'Role'],
  ...people.map(([name, join, leave, length, id]) => [name, day(join), day(leave), length, `${id}@x.example`, 'Presenter']),
].map((cells) => `${cells.join('\t')}\r\n`).join('');
require('fs').writeFileSync('teams.csv', text);
const said = (name, separator) => console.log(`${name}: ${JSON.stringify(separator ?? null)}`);
said('papaparse', require('papaparse').parse(text).meta.delimiter);
said('csv-sniffer', new (require('csv-sniffer')())().sniff(text, { newlineStr: '\r\n' }).delimiter);
said('detect-csv', require('detect-csv')(text)?.delimiter);
require('csvtojson')({ delimiter: 'auto', noheader: true }).fromString(text).then((rows) =>
  said('csvtojson, Ben’s row', Object.values(rows.find((row) => Object.values(row).join().includes('Rook')))));
JS
node probe.cjs | tee seen.txt
python3 -c "import csv; print('csv.Sniffer:', repr(csv.Sniffer().sniff(open('teams.csv', newline='').read()).delimiter))" | tee -a seen.txt
diff - seen.txt <<'SEEN' || { echo changed; exit 1; }
papaparse: "\t"
csv-sniffer: null
detect-csv: null
csvtojson, Ben’s row: ["Rook","Ben\t3/2/27","10:00:00 AM\t3/2/27","10:30:00 AM\t30m\tben@x.example\tben@x.example\tPresenter"]
csv.Sniffer: '\r'
SEEN
