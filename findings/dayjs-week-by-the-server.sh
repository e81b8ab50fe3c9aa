#!/usr/bin/env bash
# A meeting on Monday, 22 March 2027, at 09:00 in Berlin, and the same a week later: the clocks change between the two. The
# server that adds the week stands in UTC, in New York or in Berlin.
# Expected: 29 March, 09:00 in Berlin, which is 07:00Z, wherever the server stands.
# Guess before running: all four libraries say so; the zone is part of the value, and a week is seven days of that zone.
# Seen: luxon 3.7.2, moment-timezone 0.6.6 and date-fns 4.4.0 with @date-fns/tz 1.5.0 do. dayjs 1.11.23 prints 09:00 with
# the offset of winter, +01:00, everywhere; sent on as toISOString it is 08:00Z (ten o'clock in Berlin) from a server in
# UTC or New York and 07:00Z from one in Berlin. So a test on a laptop in Berlin passes. Anew from its text it is right.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts dayjs@1.11.23 luxon@3.7.2 moment@2.31.0 moment-timezone@0.6.6 date-fns@4.4.0 @date-fns/tz@1.5.0
cat > probe.cjs <<'JS'
const dayjs = require('dayjs');
const { DateTime } = require('luxon');
const moment = require('moment-timezone');
const { addWeeks, format } = require('date-fns');
const { TZDate } = require('@date-fns/tz');
dayjs.extend(require('dayjs/plugin/utc')); dayjs.extend(require('dayjs/plugin/timezone'));
const [first, zone] = ['2027-03-22T09:00', 'Europe/Berlin'];
const short = (at) => new Date(+at).toISOString().slice(5, 16);
const d = dayjs.tz(first, zone).add(1, 'week');
const l = DateTime.fromISO(first, { zone }).plus({ weeks: 1 });
const m = moment.tz(first, zone).add(1, 'week');
const t = addWeeks(new TZDate(2027, 2, 22, 9, 0, zone), 1);
const anew = dayjs.tz(d.format('YYYY-MM-DDTHH:mm'), zone);
for (const [name, text, at] of [
  ['dayjs', d.format('HH:mm Z'), d], ['dayjs anew', anew.format('HH:mm Z'), anew], ['luxon', l.toFormat('HH:mm ZZ'), l], ['moment', m.format('HH:mm Z'), m], ['date-fns', format(t, 'HH:mm xxx'), t],
]) console.log(`server in ${process.env.TZ}: ${name} ${text} = ${short(at)}Z`);
JS
for place in UTC America/New_York Europe/Berlin; do TZ=$place node probe.cjs; done | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
server in UTC: dayjs 09:00 +01:00 = 03-29T08:00Z
server in UTC: dayjs anew 09:00 +02:00 = 03-29T07:00Z
server in UTC: luxon 09:00 +02:00 = 03-29T07:00Z
server in UTC: moment 09:00 +02:00 = 03-29T07:00Z
server in UTC: date-fns 09:00 +02:00 = 03-29T07:00Z
server in America/New_York: dayjs 09:00 +01:00 = 03-29T08:00Z
server in America/New_York: dayjs anew 09:00 +02:00 = 03-29T07:00Z
server in America/New_York: luxon 09:00 +02:00 = 03-29T07:00Z
server in America/New_York: moment 09:00 +02:00 = 03-29T07:00Z
server in America/New_York: date-fns 09:00 +02:00 = 03-29T07:00Z
server in Europe/Berlin: dayjs 09:00 +01:00 = 03-29T07:00Z
server in Europe/Berlin: dayjs anew 09:00 +02:00 = 03-29T07:00Z
server in Europe/Berlin: luxon 09:00 +02:00 = 03-29T07:00Z
server in Europe/Berlin: moment 09:00 +02:00 = 03-29T07:00Z
server in Europe/Berlin: date-fns 09:00 +02:00 = 03-29T07:00Z
SEEN
