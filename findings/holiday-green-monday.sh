#!/usr/bin/env bash
# Green Monday of Cyprus, 2027: two libraries, two dates, and both are wrong.
# Expected: 15 March, 48 days before the Orthodox Easter of 2 May 2027, in both.
# Seen: workalendar 17.0.0 (Debian) counts from the Western Easter and has 8 February; date-holidays 3.37.0 counts from
# the Orthodox one and has 16 March, a Tuesday. Each is five weeks or a day off; a vote between them finds nothing.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
apt-get download -qq python3-workalendar=17.0.0-1 python3-convertdate python3-lunardate python3-pyluach \
  python3-pymeeus python3-dateutil python3-six python3-tz >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
npm init -y >/dev/null; npm install --silent --no-audit --no-fund --ignore-scripts date-holidays@3.37.0
PYTHONPATH=debian/usr/lib/python3/dist-packages /usr/bin/python3 -W ignore - > python.txt <<'PY'
from workalendar.europe import Cyprus
print([d.isoformat() for d, name in Cyprus().holidays(2027) if name == 'Clean Monday'][0])
PY
node -e '
const Holidays = require("date-holidays");
const one = new Holidays("CY").getHolidays(2027).find(({ name, type }) => name === "Καθαρά Δευτέρα" && type === "public");
console.log(one.date.slice(0, 10));' > node.txt
echo "workalendar 17.0.0: $(cat python.txt) | date-holidays 3.37.0: $(cat node.txt) | right: 2027-03-15"
[ "$(cat python.txt)" = 2027-02-08 ] && [ "$(cat node.txt)" = 2027-03-16 ]
