#!/usr/bin/env bash
# The Korean new year of 2027: three libraries, three answers.
# Expected: 6, 7 and 8 February (the new moon is on the 7th in Seoul), and Tuesday the 9th for the Sunday.
# Seen: the gazette's list (@hyunbinseo/holidays-kr 5.2027.1) says so; date-holidays 3.37.0 has 7, 8 and 9 (its feast of
# three days begins on the day itself, not on its eve); workalendar 17.0.0 has 5, 6 and 7 (the Chinese new year).
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
apt-get download -qq python3-workalendar=17.0.0-1 python3-convertdate python3-lunardate python3-pyluach \
  python3-pymeeus python3-dateutil python3-six python3-tz >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts date-holidays@3.37.0 @hyunbinseo/holidays-kr@5.2027.1
PYTHONPATH=debian/usr/lib/python3/dist-packages /usr/bin/python3 -W ignore - > workalendar.txt <<'PY'
from workalendar.asia import SouthKorea
print(' '.join(str(d.day) for d, name in sorted(SouthKorea().holidays(2027)) if d.month == 2))
PY
cat > probe.mjs <<'JS'
import Holidays from 'date-holidays';
import { isHoliday } from '@hyunbinseo/holidays-kr';
const february = Array.from({ length: 28 }, (_, i) => i + 1);
const gazette = [];
for (const day of february) {
  if (await isHoliday(new Date(Date.UTC(2027, 1, day, 3)))) gazette.push(day);
}
const calendar = new Holidays('KR', { types: ['public'], timezone: 'UTC' });
const library = new Set();
for (const { start, end } of calendar.getHolidays(2027)) {
  for (let at = start.getTime(); at < end.getTime(); at += 864e5) {
    const date = new Date(at);
    if (date.getUTCMonth() === 1) library.add(date.getUTCDate());
  }
}
console.log(gazette.join(' '));
console.log([...library].sort((a, b) => a - b).join(' '));
JS
node probe.mjs > node.txt
printf 'gazette: %s | date-holidays 3.37.0: %s | workalendar 17.0.0: %s\n' "$(sed -n 1p node.txt)" "$(sed -n 2p node.txt)" "$(cat workalendar.txt)"
[ "$(sed -n 1p node.txt)" = '6 7 8 9' ] && [ "$(sed -n 2p node.txt)" = '7 8 9' ] && [ "$(cat workalendar.txt)" = '5 6 7' ]
