#!/usr/bin/env bash
# Working hours of a night shift, 22:00 to 06:00, as dayjs-business-time 1.0.4 and moment-business-time 2.0.0 take them
# for each day. Is one at work at 23:00, and at 03:00?
# Expected: yes and yes; or a refusal of hours that end before they begin.
# Guess before running: the part before midnight counts, the part after it is lost.
# Seen: both take the setting and say no to both: such people never work, and nothing tells. Two pieces are needed
# (00:00–06:00 and 22:00–24:00), which dayjs-business-time reads right.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts dayjs@1.11.23 dayjs-business-time@1.0.4 moment@2.30.1 moment-business-time@2.0.0
cat > probe.cjs <<'JS'
const dayjs = require('dayjs');
dayjs.extend(require('dayjs-business-time'));
const moment = require('moment-business-time');
const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const each = (hours) => Object.fromEntries(names.map((name) => [name, hours]));
const clocks = ['2027-03-02T23:00', '2027-03-03T03:00'];
const seen = [];
dayjs.setBusinessTime(each([{ start: '22:00:00', end: '06:00:00' }]));
seen.push(['dayjs-business-time', ...clocks.map((clock) => dayjs(clock).isBusinessTime())].join(' '));
dayjs.setBusinessTime(each([{ start: '00:00:00', end: '06:00:00' }, { start: '22:00:00', end: '24:00:00' }]));
seen.push(['in two pieces', ...clocks.map((clock) => dayjs(clock).isBusinessTime())].join(' '));
moment.updateLocale('en', { workinghours: Object.fromEntries(names.map((_, day) => [day, ['22:00:00', '06:00:00']])) });
seen.push(['moment-business-time', ...clocks.map((clock) => moment(clock).isWorkingTime())].join(' '));
console.log(seen.join('\n'));
if (seen.join('|') !== 'dayjs-business-time false false|in two pieces true true|moment-business-time false false') { console.log('changed'); process.exit(1); }
JS
TZ=UTC node probe.cjs
