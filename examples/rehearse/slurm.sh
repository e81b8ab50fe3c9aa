#!/bin/sh
#SBATCH --job-name=rehearse
#SBATCH --array=1-8
#SBATCH --time=00:10:00
# sbatch slurm.sh my-firm; when all tasks are done: cxplan rehearse my-firm --merge shards/*.json
set -eu
mkdir -p shards
cxplan rehearse "$1" --quiet --years "${YEARS:-10000}" \
  --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" > "shards/$SLURM_ARRAY_TASK_ID.json"
