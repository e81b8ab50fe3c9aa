#!/usr/bin/env bash
# Formulas of a workbook, computed by libraries: when a trial month from 31 January ends, what the working day before a
# Monday is, the full hours of a week as text, and the place in a cycle of seven.
# Expected (OpenFormula 1.2 and Excel): EDATE stays in February, the 28th; WORKDAY counts back to Friday; [h]:mm is 38:30;
# MOD has the sign of the divisor, 6.
# Guess before running: all agree; these functions are written down by two standards and thirty years old.
# Seen: with hot-formula-parser 4.0.0 and fast-formula-parser 1.0.19 the month ends on 3 March. The working day before
# Monday is an error in the one and that Monday in the other. MOD(-1,7) is 1 in hot-formula-parser. hyperformula 3.5.0 has
# the dates right, and prints 38.5 hours as "[14]:30"; hot-formula-parser has no TEXT. No one of the three has all four.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts hot-formula-parser@4.0.0 @handsontable/formulajs@2.0.2 fast-formula-parser@1.0.19 hyperformula@3.5.0
cat > probe.cjs <<'JS'
const { Parser } = require('hot-formula-parser');
const Fast = require('fast-formula-parser');
const { HyperFormula } = require('hyperformula');
const formulas = ['EDATE(DATE(2027,1,31),1)', 'WORKDAY(DATE(2027,1,11),-1)', 'TEXT(38.5/24,"[h]:mm")', 'MOD(-1,7)'];
const shown = (value) => {
  const day = value instanceof Date ? value.getTime() : value > 40000 ? (value - 25569) * 864e5 : undefined;
  return day === undefined ? String(value) : new Date(day).toISOString().slice(0, 10);
};
const libraries = {
  hot: (formula) => { const { error, result } = new Parser().parse(formula); return error ?? result; },
  fast: (formula) => new Fast().parse(formula, { row: 1, col: 1 }),
  hyperformula: (formula) => HyperFormula.buildFromArray([[`=${formula}`]], { licenseKey: 'gpl-v3' }).getCellValue({ sheet: 0, row: 0, col: 0 }),
};
for (const formula of formulas) console.log([formula, ...Object.entries(libraries).map(([name, run]) => `${name} ${shown(run(formula))}`)].join(' | '));
JS
TZ=UTC node probe.cjs | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
EDATE(DATE(2027,1,31),1) | hot 2027-03-03 | fast 2027-03-03 | hyperformula 2027-02-28
WORKDAY(DATE(2027,1,11),-1) | hot #NUM! | fast 2027-01-11 | hyperformula 2027-01-08
TEXT(38.5/24,"[h]:mm") | hot #NAME? | fast 38:30 | hyperformula [14]:30
MOD(-1,7) | hot 1 | fast 6 | hyperformula 6
SEEN
