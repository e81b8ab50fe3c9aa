#!/usr/bin/env bash
# Where somebody works, in a vCard 4.0 of a directory: ORG:Example\, Inc.;North\;South;Nights (firm, region, department;
# RFC 6350, 6.6.4 and 3.4), and a name with two family names, N:Lee,Park;Ann;;; (6.2.2).
# Expected: three parts "Example, Inc.", "North;South", "Nights"; two family names.
# Guess before running: the old parsers do not unescape, the ones for version 4.0 are right.
# Seen: only ical.js 2.2.1 has both. vcf 2.1.2 splits N and not ORG, and leaves the backslashes in; vcard4-ts 0.4.1
# unescapes ORG and joins it again, so that no one can find the department any more ("North" looks like a part);
# vcard-parser 1.0.0 has the department and calls the person "Lee,Park".
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 vcf@2.1.2 vcard4-ts@0.4.1 vcard-parser@1.0.0
cat > probe.mjs <<'JS'
import ICAL from 'ical.js';
import parser from 'vcard-parser';
import { parseVCards } from 'vcard4-ts';
import VCard from 'vcf';
const text = ['BEGIN:VCARD', 'VERSION:4.0', 'FN:Ann Lee', 'N:Lee,Park;Ann;;;', 'ORG:Example\\, Inc.;North\\;South;Nights',
  'END:VCARD', ''].join('\r\n');
const one = Object.fromEntries(ICAL.parse(text)[1].map(([name, , , value]) => [name, value]));
const two = Object.fromEntries(new VCard().parse(text).toJSON()[1].map(([name, , , value]) => [name, value]));
const [three] = parseVCards(text).vCards;
const four = parser.parse(text);
const seen = [
  ['ical.js', one.n[0], one.org],
  ['vcf', two.n[0], two.org],
  ['vcard4-ts', three.N.value.familyNames, three.ORG[0].value],
  ['vcard-parser', four.n[0].value[0], four.org[0].value],
].map((row) => JSON.stringify(row)).join('\n');
console.log(seen);
if (seen !== String.raw`["ical.js",["Lee","Park"],["Example, Inc.","North;South","Nights"]]
["vcf","Lee,Park","Example\\, Inc.;North\\;South;Nights"]
["vcard4-ts",["Lee","Park"],["Example, Inc.;North;South;Nights"]]
["vcard-parser","Lee,Park",["Example, Inc.","North;South","Nights"]]`) { console.log('changed'); process.exit(1); }
JS
node probe.mjs
