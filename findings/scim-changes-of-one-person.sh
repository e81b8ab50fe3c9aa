#!/usr/bin/env bash
# Three changes (PATCH of SCIM, RFC 7644) of one person who is active and has the primary address old@x.example: a new primary
# address is added; the old one is added again as it is; `Active` with a capital letter becomes false, because she has left.
# Expected: one primary address, the new one (3.5.2: the server sets the others to false); nothing (3.5.2.1: what is there
# already is not added); not active (names of attributes are not case-sensitive, RFC 7643, 2.1).
# Guess before running: the first goes wrong in one of the two libraries; the rest is right.
# Seen: scim-patch 0.8.3 and scimmy 1.3.5 both leave two primary addresses, so whoever takes the first writes to the old one;
# scimmy has the old one twice; and she stays: scim-patch gives her `active: true` and `Active: false`, scimmy refuses.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts scim-patch@0.8.3 scimmy@1.3.5
cat > probe.mjs <<'JS'
import { scimPatch } from 'scim-patch';
import SCIMMY from 'scimmy';
const person = () => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], id: '1', userName: 'ada', active: true, meta: {},
  emails: [{ type: 'work', value: 'old@x.example', primary: true }],
});
const changes = {
  'a new primary address': { op: 'add', path: 'emails', value: [{ type: 'home', value: 'new@x.example', primary: true }] },
  'the same address again': { op: 'add', path: 'emails', value: [{ type: 'work', value: 'old@x.example', primary: true }] },
  'she has left': { op: 'replace', path: 'Active', value: false },
};
const schemas = ['urn:ietf:params:scim:api:messages:2.0:PatchOp'];
const libraries = {
  'scim-patch': async (one) => scimPatch(person(), [one]),
  scimmy: async (one) => new SCIMMY.Messages.PatchOp({ schemas, Operations: [one] }).apply(new SCIMMY.Schemas.User(person())),
};
const told = ({ active, Active, emails }) =>
  `active ${active}${Active === undefined ? '' : `, Active ${Active}`}; ${emails.map(({ value, primary }) => `${value}${primary ? ' (primary)' : ''}`).join(', ')}`;
for (const [what, change] of Object.entries(changes))
  for (const [name, apply] of Object.entries(libraries))
    console.log(`${what}, ${name}: ${await apply(structuredClone(change)).then((one) => told(one ?? person()), () => 'refused')}`);
JS
node probe.mjs | tee seen.txt
diff - seen.txt <<'SEEN' || { echo changed; exit 1; }
a new primary address, scim-patch: active true; old@x.example (primary), new@x.example (primary)
a new primary address, scimmy: active true; old@x.example (primary), new@x.example (primary)
the same address again, scim-patch: active true; old@x.example (primary)
the same address again, scimmy: active true; old@x.example (primary), old@x.example (primary)
she has left, scim-patch: active true, Active false; old@x.example (primary)
she has left, scimmy: refused
SEEN
