#!/usr/bin/env bash
# 24 December in Iceland is a holiday from 13:00: three libraries, three shapes of the same half day.
# Expected: a beginning at 13:00, in some form, from each.
# Seen: date-holidays 3.37.0 says 13:00; fridagar 4.2.2 says `halfDay: true` and midnight, so that the hour is not to be
# had, and steps over the day by default; workalendar 17.0.0 makes it a whole day off.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
apt-get download -qq python3-workalendar=17.0.0-1 python3-convertdate python3-lunardate python3-pyluach \
  python3-pymeeus python3-dateutil python3-six python3-tz >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
npm init -y >/dev/null; npm install --silent --no-audit --no-fund --ignore-scripts date-holidays@3.37.0 fridagar@4.2.2
PYTHONPATH=debian/usr/lib/python3/dist-packages /usr/bin/python3 -W ignore - > workalendar.txt <<'PY'
from datetime import date
from workalendar.europe import Iceland
print('working day' if Iceland().is_working_day(date(2027, 12, 24)) else 'whole day off')
PY
cat > probe.mjs <<'JS'
import Holidays from 'date-holidays';
import { getHolidays, workdaysFromDate } from 'fridagar';
const eve = new Holidays('IS').getHolidays(2027).find(({ date }) => date.startsWith('2027-12-24'));
const half = getHolidays(2027).find(({ date }) => date.toISOString().startsWith('2027-12-24'));
const next = workdaysFromDate(1, new Date('2027-12-23T00:00:00Z')).toISOString().slice(0, 10);
console.log(eve.date.slice(11, 16));
console.log(`halfDay ${half.halfDay}, ${half.date.toISOString().slice(11, 16)}; first working day after the 23rd: ${next}`);
JS
node probe.mjs > node.txt
printf 'date-holidays: %s | fridagar: %s | workalendar: %s\n' "$(sed -n 1p node.txt)" "$(sed -n 2p node.txt)" "$(cat workalendar.txt)"
[ "$(sed -n 1p node.txt)" = 13:00 ] && [ "$(cat workalendar.txt)" = 'whole day off' ] && grep -q 'halfDay true, 00:00' node.txt
