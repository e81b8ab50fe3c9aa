#!/usr/bin/env bash
# Holidays that are held once: Berlin's law of 2024 has 8 May 2025 and 17 June 2028 (a Saturday: shops and wards work).
# Expected: a holiday in Berlin on both, in data that know the state's Women's Day (8 March, since 2019).
# Guess before running: all have 2025, which is past; some lack 2028.
# Seen: date-holidays 3.37.0 has both. feiertagejs 1.5.1, moment-feiertage 1.1.5 and workalendar 17.0.0 (Debian) have
# neither, though each has Women's Day: lists made of rules have no place for a single day, and three agree on a working day.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts date-holidays@3.37.0 feiertagejs@1.5.1 moment@2.30.1 moment-feiertage@1.1.5
apt-get download -qq python3-workalendar=17.0.0-1 python3-convertdate python3-lunardate python3-pyluach \
  python3-pymeeus python3-dateutil python3-six python3-tz >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
cat > probe.cjs <<'JS'
const Holidays = require('date-holidays');
const { isHoliday } = require('feiertagejs');
const moment = require('moment');
require('moment-feiertage');
const berlin = new Holidays('DE', 'BE', { types: ['public'] });
const days = ['2025-05-08', '2027-03-08', '2028-06-17'];
const row = (name, has) => console.log(name, ...days.map((day) => (has(day) ? 'yes' : 'no')));
row('date-holidays', (day) => Boolean(berlin.isHoliday(new Date(`${day}T12:00:00+02:00`))));
row('feiertagejs', (day) => isHoliday(new Date(`${day}T12:00:00+02:00`), 'BE'));
row('moment-feiertage', (day) => moment(day).isHoliday(['BE']).holidayStates.includes('BE'));
JS
cat > probe.py <<'PY'
from datetime import date
from workalendar.europe.germany import Berlin
print('workalendar', *('yes' if Berlin().is_holiday(day) else 'no' for day in (date(2025, 5, 8), date(2027, 3, 8), date(2028, 6, 17))))
PY
export TZ=Europe/Berlin
{ node probe.cjs; PYTHONPATH=debian/usr/lib/python3/dist-packages /usr/bin/python3 -W ignore probe.py; } | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
date-holidays yes yes yes
feiertagejs no yes no
moment-feiertage no yes no
workalendar no yes no
SEEN
