#!/usr/bin/env bash
# Japan, 21 September 2032: Respect for the Aged Day is Monday the 20th, the equinox Wednesday the 22nd, and the law makes
# the day between two holidays one, too (Act on National Holidays, article 3, paragraph 3).
# Guess before running: all three libraries know the rule, as all three have 22 September 2026.
# Seen: date-holidays 3.37.0 has the day of 2026 and calls those of 2032 and 2049 working days; japanese-holidays 1.0.10 has
# all. @holiday-jp/holiday_jp 2.5.1 has all until 2050 and, without a word, no holiday from then on.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts date-holidays@3.37.0 japanese-holidays@1.0.10 @holiday-jp/holiday_jp@2.5.1
cat > probe.cjs <<'JS'
const listed = require('@holiday-jp/holiday_jp');
const computed = require('japanese-holidays');
const Holidays = require('date-holidays');
const japan = new Holidays('JP');
for (const day of ['2026-09-22', '2032-09-20', '2032-09-21', '2032-09-22', '2049-09-21', '2051-01-01']) {
  const noon = new Date(`${day}T12:00:00+09:00`);
  const kinds = (japan.isHoliday(noon) || []).map(({ type }) => type);
  console.log(day, 'holiday_jp', listed.isHoliday(noon), 'japanese-holidays', computed.isHolidayAt(noon) !== undefined,
    'date-holidays', kinds.includes('public'));
}
JS
TZ=Asia/Tokyo node probe.cjs | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
2026-09-22 holiday_jp true japanese-holidays true date-holidays true
2032-09-20 holiday_jp true japanese-holidays true date-holidays true
2032-09-21 holiday_jp true japanese-holidays true date-holidays false
2032-09-22 holiday_jp true japanese-holidays true date-holidays true
2049-09-21 holiday_jp true japanese-holidays true date-holidays false
2051-01-01 holiday_jp false japanese-holidays true date-holidays true
SEEN
