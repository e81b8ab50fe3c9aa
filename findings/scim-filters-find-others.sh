#!/usr/bin/env bash
# Filters of SCIM (RFC 7644, 3.4.2.2) on one person of a directory: work address at example.org, private one at
# example.net, changed at 09:00 in Berlin (08:00Z), no title, in no group.
# Expected: `emails[…]` asks of one address, so false; `userName` is not case-exact (RFC 7643, 4.1.1), so true; times
# compare as times, so false; `pr` is false for null and for an empty list (RFC 7643, 2.5).
# Guess before running: case differs; the rest is right.
# Seen: scim2-parse-filter 0.2.10 has all five wrong, scim2-filter 0.2.0 four, scim-query-filter-parser 2.0.4 two (time,
# null), and no library compares times. A sync of "changed since", or of all who have a work address at a firm, gets other people.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts scim2-parse-filter@0.2.10 scim2-filter@0.2.0 scim-query-filter-parser@2.0.4
cat > probe.cjs <<'JS'
const one = require('scim2-parse-filter');
const two = require('scim2-filter');
const { compileFilter } = require('scim-query-filter-parser');
const person = {
  userName: 'Ann.Lee',
  title: null,
  groups: [],
  emails: [{ type: 'work', value: 'ann@example.org' }, { type: 'home', value: 'ann@example.net' }],
  meta: { lastModified: '2027-03-01T09:00:00+01:00' },
};
const right = {
  'emails[type eq "work" and value co "example.net"]': false,
  'userName eq "ann.lee"': true,
  'meta.lastModified gt "2027-03-01T08:30:00Z"': false,
  'title pr': false,
  'groups pr': false,
};
const seen = Object.entries(right).map(([filter, expected]) => {
  const found = [one.filter(one.parse(filter))(person), two.filter(two.parse(filter))(person), compileFilter(filter)(person)];
  console.log(`${filter}: right ${expected}, seen ${found.join(' ')}`);
  return found.map((answer) => (answer === expected ? 'right' : 'wrong')).join(' ');
});
if (seen.join('|') !== 'wrong right right|wrong wrong right|wrong wrong wrong|wrong wrong wrong|wrong wrong right') { console.log('changed', seen.join('|')); process.exit(1); }
JS
node probe.cjs
