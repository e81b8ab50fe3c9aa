#!/usr/bin/env bash
# How long people say a workshop lasts: 1:30, 38:30 (hours a week), 1h30, 7,5 hours.
# Expected: 5,400, 138,600, 5,400 and 27,000 seconds, or a refusal.
# Guess before running: the comma is refused, and 1:30 is either an hour and a half or a minute and a half.
# Seen: not one of five parsers is right for two of them. parse-duration 2.1.9 takes 38:30 for 38 seconds and 30
# milliseconds and 7,5 hours for 75; timestring 7.0.0 forgets the 30 of 1h30; juration 0.1.1 adds up what it finds
# (68 seconds; five hours and seven seconds); durhuman takes 7 of the 7,5; pytimeparse 1.1.5 has minutes and seconds.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts \
  parse-duration@2.1.9 timestring@7.0.0 juration@0.1.1 durhuman@0.0.0-alpha.3
apt-get download -qq python3-pytimeparse=1.1.5-3 >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
cat > probe.mjs <<'JS'
import { createRequire } from 'node:module';
import durhuman from 'durhuman';
import parseDuration from 'parse-duration';
const require = createRequire(import.meta.url);
const [timestring, juration] = [require('timestring'), require('juration')];
const tried = (parse) => {
  try {
    return parse() ?? 'refused';
  } catch {
    return 'refused';
  }
};
for (const text of ['1:30', '38:30', '1h30', '7,5 hours']) {
  const seen = [() => parseDuration(text, 's'), () => timestring(text), () => juration.parse(text), () => durhuman(text)];
  console.log(`${text}:`, ...seen.map(tried));
}
JS
cat > probe.py <<'PY'
from pytimeparse import parse
for text in ('1:30', '38:30', '1h30', '7,5 hours'):
    print('refused' if parse(text) is None else parse(text))
PY
echo 'parse-duration, timestring, juration, durhuman, pytimeparse, in seconds:'
paste -d ' ' <(node probe.mjs) <(PYTHONPATH=debian/usr/lib/python3/dist-packages /usr/bin/python3 probe.py) | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
1:30: 1.03 refused 31 refused 90
38:30: 38.03 refused 68 refused 2310
1h30: 5400 3600 3630 refused refused
7,5 hours: 270000 270000 18007 25200 refused
SEEN
