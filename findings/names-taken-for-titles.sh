#!/usr/bin/env bash
# Four plain names of a staff list: Ann Ma, Minh Do, Md Rahman, San Nguyen.
# Expected: two parts each, first name and last name.
# Guess before running: all four split them; two words leave nothing to guess.
# Seen: each library loses another person. humanparser 2.7.0: Ma is a degree (Master of Arts), so Ann has no last name.
# another-name-parser 0.1.0: Do is a degree (osteopath), so Minh has none, and Md, a doctor, no first name.
# parse-full-name 1.2.7: San is a prefix, so its owner has no first name. nameparser 1.1.2 (Debian): Md is a title.
# Whoever sorts or greets by the parsed parts, or joins two lists by them, misses exactly these people.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts humanparser@2.7.0 another-name-parser@0.1.0 parse-full-name@1.2.7
apt-get download -qq python3-nameparser=1.1.2-1 >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
cat > probe.cjs <<'JS'
const humanparser = require('humanparser');
const another = require('another-name-parser');
const { parseFullName } = require('parse-full-name');
for (const name of ['Ann Ma', 'Minh Do', 'Md Rahman', 'San Nguyen']) {
  const [one, two, three] = [humanparser.parseName(name), (another.default ?? another)(name), parseFullName(name)];
  const parts = [[one.firstName, one.lastName], [two.first, two.last], [three.first, three.last]];
  console.log(`${name}:`, parts.map(([first, last]) => `${first || '–'}/${last || '–'}`).join(' '));
}
JS
cat > probe.py <<'PY'
from nameparser import HumanName
for name in ('Ann Ma', 'Minh Do', 'Md Rahman', 'San Nguyen'):
    found = HumanName(name)
    print(f'{found.first or "–"}/{found.last or "–"}')
PY
echo 'humanparser, another-name-parser, parse-full-name, nameparser:'
paste -d ' ' <(node probe.cjs) <(PYTHONPATH=debian/usr/lib/python3/dist-packages /usr/bin/python3 probe.py) | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
Ann Ma: Ann/– Ann/Ma Ann/Ma Ann/Ma
Minh Do: Minh/Do Minh/– Minh/Do Minh/Do
Md Rahman: Md/Rahman Rahman/– Md/Rahman –/Rahman
San Nguyen: San/Nguyen San/Nguyen –/San Nguyen San/Nguyen
SEEN
