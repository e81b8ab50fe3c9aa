#!/usr/bin/env bash
# Two valid durations: -PT2H (two hours too few; the form of alarms in RFC 5545, 3.3.6) and PT1,5H (ISO 8601 prefers the
# comma in front of a fraction).
# Expected: −7,200 and 5,400 seconds, or a refusal.
# Guess before running: some refuse the comma; nobody drops a sign.
# Seen: iso8601-duration 2.1.4 and dayjs 1.11.23 make the shortfall a surplus (+7,200); dayjs makes PT1,5H no time at all.
# Both are silent. isodate 0.6.1 and duration-fns 3.0.2 have the sign; luxon 3.7.2 and duration-fns refuse the comma.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts iso8601-duration@2.1.4 dayjs@1.11.23 duration-fns@3.0.2 luxon@3.7.2
apt-get download -qq python3-isodate=0.6.1-1 python3-six >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
cat > probe.cjs <<'JS'
const iso = require('iso8601-duration');
const dayjs = require('dayjs');
dayjs.extend(require('dayjs/plugin/duration'));
const durations = require('duration-fns');
const { Duration } = require('luxon');
const tried = (parse) => {
  try {
    const seconds = parse();
    return Number.isFinite(seconds) ? seconds : 'refused';
  } catch {
    return 'refused';
  }
};
for (const text of ['-PT2H', 'PT1,5H']) {
  const seen = [() => iso.toSeconds(iso.parse(text)), () => dayjs.duration(text).asSeconds(),
    () => durations.toSeconds(durations.parse(text)), () => Duration.fromISO(text).as('seconds')];
  console.log(`${text}:`, ...seen.map(tried));
}
JS
cat > probe.py <<'PY'
import isodate
for text in ('-PT2H', 'PT1,5H'):
    print(int(isodate.parse_duration(text).total_seconds()))
PY
echo 'iso8601-duration, dayjs, duration-fns, luxon, isodate, in seconds:'
paste -d ' ' <(node probe.cjs) <(PYTHONPATH=debian/usr/lib/python3/dist-packages /usr/bin/python3 probe.py) | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
-PT2H: 7200 7200 -7200 -7200 -7200
PT1,5H: 5400 0 refused refused 5400
SEEN
