#!/usr/bin/env bash
# Four sessions, three trainers, what each pairing costs; one session stays without. The cheapest three pairings cost 3:
# session 1 with trainer 1, session 3 with 2, session 4 with 3.
# Guess before running: 3 by all; the Hungarian method is exact, and a table that is not square is filled up with nothing.
# Seen: hungarian-on3 0.3.1 leaves session 3 out and pays 7; turned round (trainers as rows) it pays 3. munkres-js 1.2.2,
# munkres-algorithm 1.0.2 and linear-sum-assignment 1.0.9 pay 3 either way. Of 600 tables of 2 to 5 rows and columns with
# costs of 1 to 9 it is wrong about 44, all of them with more rows than columns; the others about none.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts hungarian-on3@0.3.1 munkres-js@1.2.2 munkres-algorithm@1.0.2 linear-sum-assignment@1.0.9
cat > probe.mjs <<'JS'
import hungarian from 'hungarian-on3';
import { linearSumAssignment } from 'linear-sum-assignment';
import { minWeightAssign } from 'munkres-algorithm';
import munkres from 'munkres-js';
const sessions = [[1, 4, 6], [6, 5, 7], [4, 1, 4], [1, 9, 1]];
const trainers = sessions[0].map((_, column) => sessions.map((row) => row[column]));
const price = (costs, pairs) => pairs.reduce((sum, [row, column]) => sum + (costs[row]?.[column] ?? 0), 0);
for (const [name, costs] of [['sessions as rows', sessions], ['trainers as rows', trainers]]) {
  const copy = () => costs.map((row) => [...row]);
  console.log(name, 'hungarian-on3', price(costs, hungarian(copy())), 'munkres-js', price(costs, munkres(copy())),
    'munkres-algorithm', price(costs, minWeightAssign(copy()).assignments.map((column, row) => [row, column])),
    'linear-sum-assignment', price(costs, [...linearSumAssignment(copy(), { maximaze: false }).rowAssignments].map((column, row) => [row, column])));
}
JS
node probe.mjs | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
sessions as rows hungarian-on3 7 munkres-js 3 munkres-algorithm 3 linear-sum-assignment 3
trainers as rows hungarian-on3 3 munkres-js 3 munkres-algorithm 3 linear-sum-assignment 3
SEEN
