/** Real disks and real users: a folder that is somebody else's, one that is read-only, one that is full, one on another device. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SMALL } from '../fixtures.ts';
import { contents, scratch } from '../output/scratch.ts';
import { PROGRAM } from '../package/program.ts';

const isRoot = process.getuid?.() === 0;
/** A name space in which we may mount; where the machine allows none, there is no such disk to try. */
const MOUNTING = isRoot ? ['unshare', '-m'] : ['unshare', '-rm'];
const canMount =
  spawnSync(MOUNTING[0]!, [...MOUNTING.slice(1), 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
/** Root may write everywhere: then somebody else tries. */
const SOMEBODY = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
const canBeSomebody =
  !isRoot ||
  spawnSync(SOMEBODY[0]!, [...SOMEBODY.slice(1), process.execPath, PROGRAM, '--version']).status === 0;

const QUICK = '--quiet --only json,md';

function sh(script: string, prefix: readonly string[] = []): { code: number | null; said: string } {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const line = `cxplan() { "${process.execPath}" "${PROGRAM}" "$@"; }; ${script}`;
  const [command, ...args] = [...prefix, 'bash', '-c', line];
  const { status, stdout, stderr } = spawnSync(command!, args, { encoding: 'utf8', env });
  return { code: status, said: `${stdout}${stderr}` };
}

function firm(): string {
  const folder = join(scratch(), 'firm');
  mkdirSync(folder);
  writeFileSync(join(folder, 'cxplan.yaml'), SMALL);
  chmodSync(join(folder, '..'), 0o755);
  return folder;
}

describe.runIf(canBeSomebody)('an ordinary user', () => {
  it('who may not write the folder reads it, is told so, and plans into one of their own', () => {
    const folder = firm();
    sh(`cxplan generate ${folder} ${QUICK}`);
    const before = contents(folder);
    chmodSync(folder, 0o555);
    chmodSync(join(folder, 'plan'), 0o555);
    expect(sh(`cxplan validate ${folder}`, SOMEBODY).code).toBe(0);
    for (const command of [
      `generate ${folder} ${QUICK}`,
      `pin kind-invoices.once.credit-controller.leeds.day.1.1 --keep -w ${folder}`,
      `publish ${folder}`,
    ]) {
      const { code, said } = sh(`cxplan ${command}`, SOMEBODY);
      expect([command, code, said]).toEqual([
        command,
        2,
        expect.stringContaining('permission denied (EACCES)'),
      ]);
    }
    const own = join(scratch(), 'own');
    mkdirSync(own);
    chmodSync(join(own, '..'), 0o755);
    chmodSync(own, 0o777);
    expect(sh(`cxplan generate ${folder} ${QUICK} --out ${own}/plan`, SOMEBODY)).toEqual({
      code: 0,
      said: '',
    });
    expect(contents(folder)).toEqual(before);
  });
});

describe.runIf(canMount)('a disk', () => {
  const mounted = (script: string) => sh(script, MOUNTING);

  it('that is read-only is read, and never said to have been written', () => {
    const folder = firm();
    const before = contents(folder);
    const { code, said } = mounted(
      `mount --bind ${folder} ${folder} && mount -o remount,bind,ro ${folder} && cd ${folder} &&
       cxplan validate . && cxplan gaps . --quiet >/dev/null && cxplan generate . --quiet --out ${folder}-plan --only json &&
       ! cxplan generate . ${QUICK} && ! cxplan fix . --apply 1`,
    );
    expect([code, said]).toEqual([0, expect.stringMatching(/file system is read-only \(EROFS\).*EROFS/s)]);
    expect(contents(folder)).toEqual(before);
    expect(existsSync(`${folder}-plan/plan.json`)).toBe(true);
  });

  it('that fills up keeps the old plan whole, at whatever size, and takes the new one when there is room', () => {
    const folder = firm();
    sh(`cxplan generate ${folder} --quiet --only json,md,ics,html`);
    const needed = Object.values(contents(folder)).reduce(
      (sum, text) => sum + Math.ceil(text.length / 4096) * 4,
      0,
    );
    const sizes = (process.env.CXPLAN_RUNS ? [0.02, 0.2, 0.4, 0.6, 0.8, 0.95] : [0.5]).map((share) =>
      Math.ceil(needed * (1 + share)),
    );
    const { code, said } = mounted(`
      for size in ${sizes.join(' ')}; do
        mount -t tmpfs -o size=\${size}k none /mnt && cp -r ${folder} /mnt/firm || exit 9
        cp -r /mnt/firm/plan ${folder}-old
        sed -i 's/heads: 9/heads: 12/; s/Invoices people/Letters people/' /mnt/firm/cxplan.yaml
        cxplan generate /mnt/firm --quiet --only json,md,ics,html; code=$?
        if [ $code = 0 ]; then echo "fits"; else
          [ $code = 2 ] && diff -r ${folder}-old /mnt/firm/plan || { echo "torn at $size"; exit 8; }
        fi
        mount -o remount,size=64m /mnt
        cxplan generate /mnt/firm --quiet --only json,md,ics,html && cxplan verify /mnt/firm >/dev/null && cxplan check /mnt/firm --plan --quiet >/dev/null
        [ $? -le 1 ] || exit 7
        find /mnt/firm -name '*tmp' -o -name '*journal*' | grep . && exit 6
        umount /mnt; rm -r ${folder}-old
      done`);
    expect([code, said]).toEqual([
      0,
      expect.stringContaining('no space left on the disk (ENOSPC); nothing was written'),
    ]);
  });

  it('that is another one than the workspace’s takes the plan, and next year’s workspace', () => {
    const folder = firm();
    const { code, said } = mounted(`
      mount -t tmpfs none /mnt && cxplan generate ${folder} --quiet --only json --out /mnt/plan &&
      cxplan verify ${folder} --out /mnt/plan && cxplan rollover 2028 ${folder} --to /mnt/next --quiet &&
      cxplan validate /mnt/next && cp -r /mnt/next ${folder}-next && ls -A /mnt/next /mnt/plan`);
    expect([code, said]).toEqual([0, expect.not.stringContaining('.cxplan-lock')]);
    expect(readFileSync(`${folder}-next/cxplan.yaml`, 'utf8')).toContain('starts: 2028-01-03');
  });
});
