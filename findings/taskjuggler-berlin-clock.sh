#!/usr/bin/env bash
# A plan for Berlin in TaskJuggler: `timezone "Europe/Berlin"`, one week and one month from Monday, 22 March 2027, 09:00.
# Expected: to Monday, 29 March, 09:00, and to 22 April, 09:00, as in RFC 5545 and in every calendar; the project, given
# by dates, begins at midnight of its first day.
# Guess before running: the week is 168 hours, so it ends at ten; the month is a month.
# Seen: TaskJuggler 3.7.1 ends the week at 10:00 (the clocks change) and the month on 21 April at 20:00 (365 / 12 days).
# And with the machine in UTC a task on the project's first day is an error: the dates before the line `timezone` are
# read in the machine's zone, so that the project in Berlin begins at one in the morning.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
apt-get download -qq tj3=3.7.1-1 ruby3.1 libruby3.1 ruby-mail ruby-mini-mime ruby-sync ruby-term-ansicolor ruby-tins \
  ruby-webrick ruby-xmlrpc libgmp10 libyaml-0-2 libffi8 libssl3 libreadline8 >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
library=$dir/debian/usr/lib multi=$(cd debian/usr/lib && ls -d x86_64-linux-gnu)
RUBYLIB=$library/ruby/vendor_ruby:$library/ruby/3.1.0:$library/$multi/ruby/3.1.0:$library/$multi/ruby/vendor_ruby/3.1.0
for gem in debian/usr/share/rubygems-integration/all/gems/*/lib; do RUBYLIB+=:$dir/$gem; done
export RUBYLIB LD_LIBRARY_PATH="$library/$multi" TZ=UTC
plan() {
  cat > plan.tjp <<TJP
project plan "Plan" 2027-03-01 +3m { timezone "Europe/Berlin" timeformat "%Y-%m-%d %H:%M" }
$1
taskreport "days" { formats csv columns name, start, end }
TJP
  debian/usr/bin/ruby3.1 debian/usr/bin/tj3 --silent --no-color plan.tjp >log.txt 2>&1 && tail -n +2 days.csv || grep -o 'Date .*' log.txt
}
{
  plan 'task week "Week" { start 2027-03-22-09:00 duration 1w }'
  plan 'task month "Month" { start 2027-03-22-09:00 duration 1m }'
  plan 'task first "First day" { start 2027-03-01 duration 1d }'
} | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
"Week";"2027-03-22 09:00";"2027-03-29 10:00"
"Month";"2027-03-22 09:00";"2027-04-21 20:00"
Date 2027-03-01-00:00-+0100 must be within the project time frame 2027-03-01-01:00-+0100  - 2027-05-31-08:00-+0200
SEEN
