#!/usr/bin/env bash
# Rules put into words for the people who must keep them: the last working day of each month, and weekdays in June, by two
# libraries of calendar rules; and two lines of cron, whose dates another library computes.
# Expected: words that say the rule, or a mark that they do not (rrule has isFullyConvertibleToText for that).
# Guess before running: the sentences are clumsy and true; what a library cannot say it marks.
# Seen: rrule 2.8.1 says "every month on weekdays" of the last working day, and "every weekday" of June's; of both it says
# that nothing is left out, and reads its words back as the longer series. rrule-temporal 2.2.8 says both rules. cronstrue
# 3.39.0 says "every 45 minutes" of gaps of 45 and 15, and "between day 1 and 7 of the month, and on Monday" (the first
# Monday?) of all seven days and every Monday: cron joins the two by "or".
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts rrule@2.8.1 rrule-temporal@2.2.8 cronstrue@3.39.0 cron-parser@5.10.6
cat > probe.mjs <<'JS'
import { CronExpressionParser } from 'cron-parser';
import cronstrue from 'cronstrue';
import rrule from 'rrule';
import { RRuleTemporal } from 'rrule-temporal';
import { toText } from 'rrule-temporal/totext';
for (const rule of ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYMONTH=6']) {
  const one = rrule.rrulestr(`RRULE:${rule}`);
  console.log(rule);
  console.log(`  rrule: ${one.toText()}; all said: ${one.isFullyConvertibleToText()}; read back: ${rrule.RRule.fromText(one.toText()).toString()}`);
  console.log(`  rrule-temporal: ${toText(new RRuleTemporal({ rruleString: `DTSTART:20270104T090000Z\nRRULE:${rule}` }))}`);
}
for (const line of ['*/45 * * * *', '0 9 1-7 * 1']) {
  const dates = CronExpressionParser.parse(line, { currentDate: new Date('2027-03-28T23:59:00Z'), tz: 'UTC' });
  const next = Array.from({ length: 5 }, () => dates.next().toISOString().slice(5, 16));
  console.log(`${line}: ${cronstrue.toString(line)}: ${next.join(', ')}`);
}
JS
TZ=UTC node probe.mjs | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1
  rrule: every month on weekdays; all said: true; read back: RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR
  rrule-temporal: every month on Monday, Tuesday, Wednesday, Thursday and Friday at 9 AM UTC on the last instance
FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYMONTH=6
  rrule: every weekday; all said: true; read back: RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
  rrule-temporal: every weekday in June at 9 AM UTC
*/45 * * * *: Every 45 minutes: 03-29T00:00, 03-29T00:45, 03-29T01:00, 03-29T01:45, 03-29T02:00
0 9 1-7 * 1: At 09:00 AM, between day 1 and 7 of the month, and on Monday: 03-29T09:00, 04-01T09:00, 04-02T09:00, 04-03T09:00, 04-04T09:00
SEEN
