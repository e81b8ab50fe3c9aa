#!/usr/bin/env bash
# Two small staffing models in the JSON form that two solvers share: as many course hours as possible, at most 20 of them,
# from trainers of 8, 7 and 9 hours; and the cheapest rooms for two courses at 20 euros each, at most 30 euros in all.
# Expected: 17 hours (8 and 9); no solution.
# Guess before running: both agree. What is optimised is a row of the model like any other, and may have a limit.
# Seen: javascript-lp-solver 1.0.3 forgets the limit on whatever it optimises, and says "feasible": 24 of 20 hours, 40 of 30
# euros. At least 50 euros' worth of rooms (three of them) is "not feasible". yalps 0.6.4 says 17, infeasible and 60. With
# the same numbers under a second name beside the optimised one, javascript-lp-solver says so too.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund --ignore-scripts javascript-lp-solver@1.0.3 yalps@0.6.4
cat > probe.mjs <<'JS'
import solver from 'javascript-lp-solver';
import { solve } from 'yalps';
const trainer = (hours) => ({ hours, same: hours, days: 1 });
const room = { cost: 20, same: 20, places: 1 };
const models = {
  'hours, at most 20': ['max', 'hours', { max: 20 }, { days: { max: 3 } }, { anna: trainer(8), ben: trainer(7), cleo: trainer(9) }],
  'rooms for two, at most 30': ['min', 'cost', { max: 30 }, { places: { min: 2 } }, { room }],
  'rooms, at least 50': ['min', 'cost', { min: 50 }, { places: { min: 2 } }, { room }],
};
for (const [title, [way, goal, limit, others, variables]] of Object.entries(models)) {
  const whole = way === 'max' ? 'binaries' : 'ints';
  const js = (limited) => {
    const { feasible, result } = solver.Solve({ optimize: goal, opType: way, constraints: { ...others, [limited]: limit }, variables, [whole]: Object.fromEntries(Object.keys(variables).map((name) => [name, 1])) });
    return feasible ? `feasible ${result}` : 'not feasible';
  };
  const { status, result } = solve({ direction: `${way}imize`, objective: goal, constraints: { ...others, [goal]: limit }, variables, ...(way === 'max' ? { binaries: true } : { integers: true }) });
  console.log(`${title}: javascript-lp-solver ${js(goal)} (second name: ${js('same')}), yalps ${status} ${result}`);
}
JS
node probe.mjs | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
hours, at most 20: javascript-lp-solver feasible 24 (second name: feasible 17), yalps optimal 17
rooms for two, at most 30: javascript-lp-solver feasible 40 (second name: not feasible), yalps infeasible NaN
rooms, at least 50: javascript-lp-solver not feasible (second name: feasible 60), yalps optimal 60
SEEN
