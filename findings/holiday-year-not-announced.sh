#!/usr/bin/env bash
# China announces each year's days off, and the weekends that are worked for them, in the autumn before. What does a library
# say of a year that it does not have yet? Asked: 1 January 2027 (a holiday every year, by law) and the weekend worked in 2026.
# Guess before running: an error, or “not known”.
# Seen: chinese-days 1.5.7 and chinese-workday 1.16.1 answer “a working day” for 1 January 2027, as for any Friday: the
# answer is the same as one that is known. lunar-javascript 1.7.7 and tyme4ts 1.5.2 tell the two apart: they have no entry.
# All four are right about 2026, Saturdays and Sundays that are worked included.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts chinese-days@1.5.7 chinese-workday@1.16.1 lunar-javascript@1.7.7 tyme4ts@1.5.2
cat > probe.mjs <<'JS'
import days from 'chinese-days';
import * as workday from 'chinese-workday';
import lunar from 'lunar-javascript';
import { LegalHoliday } from 'tyme4ts';
const entry = (found) => (found ? found.isWork() : 'no entry');
for (const day of ['2026-01-04', '2026-02-28', '2026-10-05', '2027-01-01', '2027-10-04']) {
  const parts = day.split('-').map(Number);
  console.log(day, 'chinese-days', days.isWorkday(day), 'chinese-workday', workday.isWorkday(day),
    'lunar-javascript', entry(lunar.HolidayUtil.getHoliday(day)), 'tyme4ts', entry(LegalHoliday.fromYmd(...parts)));
}
JS
TZ=Asia/Shanghai node probe.mjs | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
2026-01-04 chinese-days true chinese-workday true lunar-javascript true tyme4ts true
2026-02-28 chinese-days true chinese-workday true lunar-javascript true tyme4ts true
2026-10-05 chinese-days false chinese-workday false lunar-javascript false tyme4ts false
2027-01-01 chinese-days true chinese-workday true lunar-javascript no entry tyme4ts no entry
2027-10-04 chinese-days true chinese-workday true lunar-javascript no entry tyme4ts no entry
SEEN
