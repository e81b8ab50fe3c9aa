/** The commands that write, each on a firm for which it has something to do. */
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { run } from '../cli/host.ts';
import { SMALL } from '../fixtures.ts';

type Files = Readonly<Record<string, string>>;

export interface Job {
  readonly name: string;
  /** Files of the workspace. */
  readonly files: Files;
  /** What is run before, undisturbed. */
  readonly before: readonly (readonly string[])[];
  /** What is changed by hand in between. */
  readonly edit?: (folder: string) => Files;
  /** The command that is disturbed, from within the workspace. */
  readonly argv: readonly string[];
  /** What anybody may run next: it must not see a mixture. */
  readonly reader?: readonly string[];
  /** Run again after it has done its job, it refuses. */
  readonly once?: boolean;
}

const [head, rest] = SMALL.split('\nmodules:\n') as [string, string];
const [modules, facilitators] = rest.split('\nfacilitators:\n') as [string, string];
/** The small firm in three files, so that changes concern several. */
const firm = (change: (text: string) => string = (text) => text): Files => ({
  'cxplan.yaml': change(`${head}\n`),
  'modules.yaml': change(`modules:\n${modules}\n`),
  'people/facilitators.yaml': change(`facilitators:\n${facilitators}`),
});
const ROSTER =
  'id,role,site,shift,email\np1,credit-controller,leeds,day,ana@small.example\np2,credit-controller,leeds,day,bo@small.example\n';
const withRoster: Files = {
  ...firm((text) =>
    text.replace('\n  agreedBy', '\n  people: people.csv\n  organizer: training@small.example\n  agreedBy'),
  ),
  'people.csv': ROSTER,
};
const STAFF =
  'Personalnummer;Abteilung;Stelle;Standort;Eintritt\n1;Stores;Colleague;Leeds;01.02.2020\n2;Stores;Till lead;York;03.04.2021\n';
/** The clean firm with an unpaid module in each of two files. */
const GAPS: Files = splitBase();
const SESSION = 'kind-invoices.once.credit-controller.leeds.day.1.1';
const AGREE = ['publish', '.', '--as-of', '2026-12-01'];
const GENERATE = ['generate', '.', '--quiet', '--only', 'json,md,ics'];

export const JOBS: readonly Job[] = [
  {
    name: 'generate, the first time',
    files: firm(),
    before: [],
    argv: ['generate', '.', '--only', 'json,md'],
  },
  {
    name: 'generate, after a change',
    files: firm(),
    before: [GENERATE],
    edit: () => ({
      'modules.yaml': `modules:\n${modules.replace('Invoices people understand', 'Kind invoices')}\n`,
    }),
    argv: ['generate', '.', '--only', 'json,md,ics'],
  },
  {
    name: 'fix --apply',
    files: GAPS,
    before: [],
    argv: ['fix', '.', '--apply', 'all', '--rule', 'unpaid'],
    reader: ['validate', '.'],
  },
  {
    name: 'import people',
    files: { ...firm(), 'hr.csv': STAFF },
    before: [],
    argv: ['import', 'people', 'hr.csv', '.', '--write'],
    reader: ['validate', '.'],
  },
  {
    name: 'attend',
    files: withRoster,
    before: [GENERATE],
    edit: (folder) => ({ 'came.csv': `Person,Session,Datum\np1,${SESSION},${dayOf(folder)}\n` }),
    argv: ['attend', 'came.csv', '.', '--write'],
    reader: ['validate', '.'],
  },
  {
    name: 'pin',
    files: firm(),
    before: [GENERATE],
    argv: ['pin', SESSION, '--at', '2027-03-16T10:15', '--reason', 'Asked for by Finance'],
    reader: ['validate', '.'],
  },
  { name: 'publish', files: firm(), before: [GENERATE], argv: AGREE },
  {
    name: 'publish --google',
    files: firm(),
    before: [GENERATE, AGREE],
    argv: ['publish', '.', '--google', 'csv'],
  },
  {
    name: 'publish --invitations',
    files: withRoster,
    before: [GENERATE, AGREE],
    argv: ['publish', '.', '--invitations', 'letters'],
  },
  {
    name: 'rollover',
    files: firm(),
    before: [GENERATE],
    argv: ['rollover', '2028'],
    reader: ['validate', '../firm-2028'],
    once: true,
  },
];

function splitBase(): Files {
  const base = fs.readFileSync(new URL('../coverage/base.yaml', import.meta.url), 'utf8');
  const from = base.indexOf('  our-mission:\n');
  const to = base.indexOf('  welcome:\n');
  const unpaid = (text: string) => text.replace(/^( {4})format: /gm, '$1paid: false # for now\n$1format: ');
  return {
    'cxplan.yaml':
      base.slice(0, from) +
      base.slice(to).replace(/ {4}outcome: A customer/, '    paid: false # for now\n$&'),
    'mission.yaml': `modules:\n${unpaid(base.slice(from, to))}`,
  };
}

/** The day of the session that people came to. */
function dayOf(folder: string): string {
  const { sessions } = JSON.parse(fs.readFileSync(join(folder, 'plan', 'plan.json'), 'utf8'));
  return sessions.find(({ id }: { id: string }) => id === SESSION).start.slice(0, 10);
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

/** A folder that holds the firm, as it is before the command; gone after the tests. */
export async function prepared({ files, before, edit = () => ({}) }: Job): Promise<string> {
  const above = fs.mkdtempSync(join(fs.realpathSync(tmpdir()), 'cxplan-'));
  folders.push(above);
  put(join(above, 'firm'), files);
  for (const argv of before) {
    const { code, err } = await run(argv, { cwd: join(above, 'firm') });
    if (code !== 0) throw new Error(`${argv.join(' ')}: ${err}`);
  }
  put(join(above, 'firm'), edit(join(above, 'firm')));
  return above;
}

function put(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    fs.mkdirSync(dirname(join(folder, path)), { recursive: true });
    fs.writeFileSync(join(folder, path), text);
  }
}
