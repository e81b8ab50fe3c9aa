#!/usr/bin/env bash
# One small staffing model in the MPS format that solvers exchange, three solvers of Debian.
# Nurses: an integer variable between integer markers without a bound, at most 7.5 in all, as many as possible.
# Cost: 3 at least, and a right-hand side of 10 on the objective row, that is, a constant.
# Expected: one answer to each. (The format has no standard; manuals differ on whether an integer column without a bound
# ends at 1, and whether the constant is what stands there or its negative.)
# Guess before running: the constant differs in sign; integers without bounds are the same everywhere today.
# Seen: one nurse in glpsol 5.0 and cbc 2.10.8, seven in lp_solve 5.5.2.5; the cost is 13 in glpsol and lp_solve and −7 in
# cbc. Each says "optimal". So no two of the three agree on both, and a comparison of optima compares readings.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
apt-get download -qq glpk-utils=5.0-1 libglpk40 libamd2 libcolamd2 libsuitesparseconfig5 libltdl7 libgmp10 lp-solve=5.5.2.5-2 \
  coinor-cbc=2.10.8+ds1-1 coinor-libcbc3 coinor-libcgl1 coinor-libclp1 coinor-libcoinutils3v5 coinor-libosi1v5 \
  libblas3 liblapack3 libgfortran5 libquadmath0 >/dev/null 2>&1
for file in *.deb; do dpkg -x "$file" debian; done
lib=debian/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH="$lib:$lib/blas:$lib/lapack:debian/usr/lib/lp_solve"
cat > nurses.mps <<'MPS'
NAME          NURSES
ROWS
 N  COST
 L  HOURS
COLUMNS
    MARKER                 'MARKER'                 'INTORG'
    X         COST              -1.0   HOURS              1.0
    MARKER                 'MARKER'                 'INTEND'
RHS
    RHS       HOURS              7.5
ENDATA
MPS
cat > cost.mps <<'MPS'
NAME          COST
ROWS
 N  COST
 G  HOURS
COLUMNS
    X         COST               1.0   HOURS              1.0
RHS
    RHS       HOURS              3.0   COST              10.0
ENDATA
MPS
for model in nurses cost; do
  debian/usr/bin/glpsol --freemps $model.mps -o glpk.txt >/dev/null
  debian/usr/bin/cbc $model.mps solve solu cbc.txt >/dev/null
  echo "$model: glpsol $(awk '/^Objective:/ { print $4 }' glpk.txt), cbc $(awk 'NR == 1 { print $NF + 0 }' cbc.txt)," \
    "lp_solve $(debian/usr/bin/lp_solve -fmps $model.mps -S3 | awk '/objective function/ { print $NF + 0 }')"
done | tee seen.txt
diff seen.txt - <<'SEEN' || { echo 'changed'; exit 1; }
nurses: glpsol -1, cbc -1, lp_solve -7
cost: glpsol 13, cbc -7, lp_solve 13
SEEN
