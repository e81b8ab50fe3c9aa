#!/usr/bin/env bash
# A SARIF 2.1.0 log of six results, each in a line of its own: an error and a warning whose levels stand in their rules
# (3.27.10; where they stand nowhere it is a warning), a warning said, a result of kind "pass" (3.27.9: no problem), a
# note said of a rule of errors, and an error whose suppression was rejected (3.35.3: it counts).
# Expected: problems in lines 1, 2, 3 and 6; an error in 1 and 6; a note in 5; nothing in 4.
# Guess before running: converters count the suppressed and the passed.
# Seen: sarif-junit 1.1.4 fails line 3 alone: a gate by its JUnit is green over two errors. sarif-to-markdown 1.11.1 lists
# the passed line 4 and the note as errors, takes the rejected suppression for granted, and has no warning at all,
# neither the one by default nor the one that says so.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts sarif-junit@1.1.4 @security-alert/sarif-to-markdown@1.11.1
cat > probe.cjs <<'JS'
const { execFileSync } = require('node:child_process');
const { readFileSync, writeFileSync } = require('node:fs');
const { sarifToMarkdown } = require('@security-alert/sarif-to-markdown');
const given = [
  { ruleId: 'gap' },
  { ruleId: 'crowded' },
  { ruleId: 'crowded', level: 'warning' },
  { ruleId: 'gap', kind: 'pass' },
  { ruleId: 'gap', level: 'note' },
  { ruleId: 'gap', suppressions: [{ kind: 'external', status: 'rejected' }] },
];
const results = given.map((result, index) => ({
  ...result,
  message: { text: `line ${index + 1}` },
  locations: [{ physicalLocation: { artifactLocation: { uri: 'plan.yaml' }, region: { startLine: index + 1 } } }],
}));
const rules = [{ id: 'gap', defaultConfiguration: { level: 'error' } }, { id: 'crowded' }];
const log = { version: '2.1.0', runs: [{ tool: { driver: { name: 'planner', rules } }, results }] };
writeFileSync('plan.sarif', JSON.stringify(log));
execFileSync('node_modules/.bin/sarif-junit', ['-i', 'plan.sarif', '-o', 'plan.xml']);
const failed = [...readFileSync('plan.xml', 'utf8').matchAll(/name="[^"]*line (\d)"[^>]*[^/]>\s*<failure/g)].map(([, line]) => line);
const [{ body }] = sarifToMarkdown({ owner: 'o', repo: 'r', branch: 'b', sourceRoot: '', title: 'Plan' })(log);
const [shown, suppressed] = body.split('## Suppressed results');
const lines = (text) => [...text.matchAll(/plan\.yaml#L(\d)/g)].map(([, line]) => line).join(' ');
const seen = [`sarif-junit fails ${failed.join(' ')}`, `sarif-to-markdown shows ${lines(shown)}`, `as suppressed ${lines(suppressed)}`,
  `errors ${(shown.match(/\[ERROR\]/g) ?? []).length}, warnings ${(shown.match(/\[WARNING\]/g) ?? []).length}`].join('; ');
console.log(seen);
const known = 'sarif-junit fails 3; sarif-to-markdown shows 1 4 5; as suppressed 6; errors 1, warnings 0';
if (seen !== known) { console.log('changed'); process.exit(1); }
JS
node probe.cjs
