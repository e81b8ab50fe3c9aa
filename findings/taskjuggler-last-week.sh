#!/usr/bin/env bash
# A trainer with at most ten hours a week, thirty hours of work from Monday, 20 December 2027, and a project to 1 January.
# Expected: ten hours in each week; the work does not fit into two weeks, so TaskJuggler says so, as it does for days.
# Guess before running: it fails, or runs over the end of the project.
# Seen: with a project to Monday, 3 January, TaskJuggler 3.7.1 says so. With one to Saturday, 1 January (a year's plan),
# it plans twenty hours into the last week, in silence: a maximum a week does not hold in a week that the project does
# not reach the end of. With an end four weeks later the same work takes three weeks, ten hours in each.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
apt-get download -qq tj3=3.7.1-1 ruby3.1 libruby3.1 ruby-mail ruby-mini-mime ruby-sync ruby-term-ansicolor ruby-tins \
  ruby-webrick ruby-xmlrpc libgmp10 libyaml-0-2 libffi8 libssl3 libreadline8 >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
library=$dir/debian/usr/lib multi=$(cd debian/usr/lib && ls -d x86_64-linux-gnu)
RUBYLIB=$library/ruby/vendor_ruby:$library/ruby/3.1.0:$library/$multi/ruby/3.1.0:$library/$multi/ruby/vendor_ruby/3.1.0
for gem in debian/usr/share/rubygems-integration/all/gems/*/lib; do RUBYLIB+=:$dir/$gem; done
export RUBYLIB LD_LIBRARY_PATH="$library/$multi" TZ=UTC
for end in 2028-01-01 2028-01-03 2028-01-29; do
  cat > plan.tjp <<TJP
project plan "Plan" 2027-12-01 - $end { timeformat "%Y-%m-%d" }
resource ann "Ann" { workinghours mon - fri 9:00 - 17:00 limits { weeklymax 10h } }
task work "Work" { start 2027-12-20 effort 30h allocate ann }
taskreport "days" { formats csv columns name, start, end }
TJP
  debian/usr/bin/ruby3.1 debian/usr/bin/tj3 --silent --no-color plan.tjp >log.txt 2>&1 && answer=$(tail -1 days.csv) ||
    answer=$(grep -o 'Error: .*' log.txt)
  echo "project to $end: $answer"
done | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
project to 2028-01-01: "Work";"2027-12-20";"2027-12-29"
project to 2028-01-03: Error: Some tasks did not fit into the project time frame.
project to 2028-01-29: "Work";"2027-12-20";"2028-01-04"
SEEN
