#!/usr/bin/env bash
# Courses of a plan in mermaid's Gantt notation, weekends excluded, from Monday, 4 January 2027: five days, one week, four
# weeks, one month, and one day that is to begin on a Saturday.
# Expected: a week is over on Friday evening (as in PlantUML 1.2020.2), four weeks on 29 January, a month on 3 February. Who
# is to begin on a Saturday works on Monday.
# Guess before running: five days and a week are the same, and a month is some twenty working days.
# Seen: mermaid 11.17.2 counts calendar days and then works each of them: a week lasts seven working days (to Tuesday), four
# weeks are five weeks and three days, a month is six weeks and a day. The day of Saturday is over when Monday begins;
# nobody has worked on it, for it stays on the excluded weekend.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund --ignore-scripts mermaid@11.17.2 jsdom@29.1.1
cat > probe.mjs <<'JS'
import { JSDOM } from 'jsdom';
const { window } = new JSDOM('');
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import('mermaid');
mermaid.initialize({ startOnLoad: false });
const lengths = { 'five days': '2027-01-04, 5d', 'one week': '2027-01-04, 1w', 'four weeks': '2027-01-04, 4w', 'one month': '2027-01-04, 1M', 'Saturday, one day': '2027-01-09, 1d' };
const lines = Object.entries(lengths).map(([name, length], at) => `${name} : task${at}, ${length}`);
const { db } = await mermaid.mermaidAPI.getDiagramFromText(['gantt', 'dateFormat YYYY-MM-DD', 'excludes weekends', ...lines].join('\n'));
for (const { task, startTime, endTime } of db.getTasks()) {
  let worked = 0;
  for (let day = startTime.getTime(); day < endTime.getTime(); day += 864e5) if (new Date(day).getUTCDay() % 6) worked += 1;
  console.log(`${task.trim()}: the next begins on ${endTime.toISOString().slice(0, 10)}, ${worked} working days`);
}
JS
TZ=UTC node probe.mjs | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
five days: the next begins on 2027-01-11, 5 working days
one week: the next begins on 2027-01-13, 7 working days
four weeks: the next begins on 2027-02-11, 28 working days
one month: the next begins on 2027-02-16, 31 working days
Saturday, one day: the next begins on 2027-01-11, 0 working days
SEEN
