/** Who somebody is reaches no output: every command, every format and every written file is searched for names. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SMALL } from '../fixtures.ts';
import { firm } from './folder.ts';
import { run } from './host.ts';

/** Words that stand in the tables and nowhere else. */
const NAMES = [
  'Quillfeather',
  'Ottoline',
  'Zsófia',
  'Brandybuck',
  'Nwachukwu',
  'quillfeather',
  'ottoline.q',
  'zsofia',
  'mailbox.example',
  'Chrysanthemum',
];
const HEADER = 'id,role,site,shift,joined,left,name,email,manager\n';
const SOUND =
  'p1,colleague,leeds,early,,,Ottoline Quillfeather,ottoline@mailbox.example,\n' +
  'ottoline.q,colleague,york,late,,,Zsófia Brandybuck,zsofia@mailbox.example,p1\n' +
  'p3,credit-controller,leeds,day,,,Ikenna Nwachukwu,ikenna@mailbox.example,p1\n';
const LEDGER = 'id,date,department,stage,learning,action,owner,due,status\n';

const TABLES = `
  people: people.csv
  actions: actions.csv
  attendance: attendance.csv`;

function workspace(people: string, actions = '', attendance = '', more = ''): string {
  return firm({
    'cxplan.yaml': `${SMALL.replace('\n  agreedBy', `${TABLES}\n  agreedBy`)}${more}`,
    'people.csv': people,
    'actions.csv': `${LEDGER}${actions}`,
    'attendance.csv': `person,group,session,module,date,status,minutes\n${attendance}`,
  });
}

const FORMATS = ['pretty', 'json', 'github', 'sarif', 'junit', 'codequality', 'markdown'];

/** All that the commands print about a workspace, and all that they write. */
async function everything(folder: string): Promise<string> {
  const said: string[] = [];
  const say = async (...argv: string[]) => {
    const { out, err } = await run(argv, { cwd: folder });
    said.push(out, err);
  };
  for (const command of ['validate', 'check']) {
    for (const format of FORMATS) await say(command, '.', '--format', format);
  }
  await say('generate', '.');
  await say('generate', '.', '--json', '--dry-run');
  await say('gaps', '.');
  await say('gaps', '.', '--json');
  await say('verify', '.');
  await say('walk', 'colleague', '.');
  await say('explain', 'action-overdue', '-w', '.');
  await say('explain', 'action-overdue:action=a1,department=stores', '-w', '.');
  const plan = join(folder, 'plan');
  if (statSync(plan, { throwIfNoEntry: false })) {
    for (const file of readdirSync(plan, { recursive: true, encoding: 'utf8' })) {
      const path = join(plan, file);
      said.push(file);
      // The plan knows people by their ids, which is how the next plan knows them again; it tells nobody's name.
      const ids = file === 'plan.json' ? /ottoline\.q(?!@)/g : /$^/g;
      if (statSync(path).isFile()) said.push(readFileSync(path, 'utf8').replace(ids, 'p2'));
    }
  }
  return said.join('\n');
}

function namesIn(text: string): string[] {
  // Calendars fold their lines.
  const whole = text.replace(/\r?\n[ \t]/g, '');
  return NAMES.filter((name) => whole.includes(name));
}

describe('a roster with a mistake says nobody’s name', () => {
  it.each<[string, string]>([
    ['an unknown role', 'p4,coleague,leeds,early,,,Ottoline Quillfeather,o@mailbox.example,\n'],
    ['a name where a role is due', 'p4,Ottoline Quillfeather,leeds,early,,,,,\n'],
    ['an address where a site is due', 'p4,colleague,ottoline@mailbox.example,early,,,,,\n'],
    ['a name as id', 'Ottoline Quillfeather,colleague,leeds,early,,,x,,\n'],
    ['an address as id', 'zsofia@mailbox.example,colleague,leeds,early,,,x,,\n'],
    ['an id that says who it is', 'ottoline.q,colleague,leeds,early,,,x,,\n'],
    ['the same but for capitals', 'Ottoline.Q,colleague,leeds,early,,,x,,\n'],
    ['a date that is none', 'p4,colleague,leeds,early,2027-13-01,,Zsófia Brandybuck,,\n'],
    ['left before joined', 'zsofia,colleague,leeds,early,2027-03-01,2027-02-01,x,,\n'],
    ['an unknown manager', 'p4,colleague,leeds,early,,,x,,Ottoline Quillfeather\n'],
    ['a row too long', 'p4,colleague,leeds,early,,,Quillfeather, Ottoline,o@mailbox.example,\n'],
    ['an open quote', 'p4,colleague,leeds,early,,,"Ottoline Quillfeather,o@mailbox.example,\n'],
    ['a quote inside', 'p4,colleague,leeds,early,,,Ottoline "Q" Quillfeather,o@mailbox.example,\n'],
  ])('%s', async (_what, row) => {
    const folder = workspace(HEADER + SOUND + row);
    const said = await everything(folder);
    expect(namesIn(said)).toEqual([]);
    // It is told all the same, and where.
    expect(said).toMatch(/people\.csv:\d+:\d+/);
  });

  it.each<[string, string]>([
    ['no line of titles', SOUND],
    ['a renamed column', `${HEADER.replace('role', 'Chrysanthemum')}${SOUND}`],
    ['two columns of one name', `${HEADER.replace('shift', 'name')}${SOUND}`],
    ['another encoding', `${HEADER}${SOUND}\u0000`],
    [
      'a row in Windows lines',
      `${HEADER}${SOUND}p9,x,y,z,,,Ottoline Quillfeather,,\n`.replaceAll('\n', '\r\n'),
    ],
  ])('%s', async (_what, people) => {
    const said = await everything(workspace(people));
    expect(namesIn(said)).toEqual([]);
    expect(said).toMatch(/people\.csv:\d+:\d+/);
    expect(said).not.toContain('\\u{d}');
  });
});

describe('attendance and actions', () => {
  it('a mistake in them says nobody’s name either', async () => {
    const folder = workspace(
      HEADER + SOUND,
      'a1,2027-01-10,stors,buy,Ottoline said so,Ask Zsófia,Ottoline Quillfeather,2027-01-20,open\n' +
        'a2,2027-01-10,stores,bye,x,y,ottoline@mailbox.example,2027-01-09,opn\n' +
        'Zsófia,2027-01-10,stores,buy,x,y,z,2027-01-20,open\nZsófia,2027-01-10,stores,buy,x,y,z,2027-01-20,open\n',
      'Ottoline Quillfeather,,,cx-basics,2027-01-20,attended,30\nottoline.q,,,cx-basic,2027-01-20,atended,30\n',
    );
    const said = await everything(folder);
    expect(namesIn(said)).toEqual([]);
    for (const word of ['actions.csv:2', 'attendance.csv:2', '"stors"', '"cx-basic"'])
      expect(said).toContain(word);
  });

  it('an owner is a role or a department, or is not said; an address never', async () => {
    const folder = workspace(
      HEADER + SOUND,
      'a1,2026-10-01,stores,buy,x,Print the total first,Ottoline Quillfeather,2026-12-20,open\n' +
        'a2,2026-10-01,stores,buy,x,Write to ottoline.q@mailbox.example,zsofia@mailbox.example,2026-12-20,open\n' +
        'a3,2026-10-01,stores,buy,x,Mend the till,colleague,2026-12-20,open\n' +
        'a4,2026-10-01,stores,buy,x,Move the sign,finance,2026-12-20,open\n',
      '',
      `waivers:
  - { rule: no-voice, module: theme-huddle, reason: Ask ottoline@mailbox.example, owner: zsofia@mailbox.example, until: 2027-06-30 }
  - { rule: empty-month, department: finance, reason: So it is, owner: Ottoline Quillfeather, until: 2027-06-30 }
`,
    );
    const tried = await run(['fix', '.', '--dry-run'], { cwd: folder });
    // The end of the file, where the waivers are, is near what is added.
    expect(tried.out).toContain('owner: its owner');
    const said = (await everything(folder)) + tried.out + tried.err;
    expect(namesIn(said)).toEqual([]);
    expect(said).toContain('“Print the total first” was due');
    expect(said).toContain('“Write to (address not shown)” was due');
    expect(said).toContain('“Mend the till” (Colleague) was due');
    expect(said).toContain('“Move the sign” (Finance) was due');
    expect(said).toContain('ts owner');
  });
});

it('a frame of a table shows the cell in question and no other', async () => {
  const folder = workspace(
    `${HEADER}${SOUND}p4,coleague,leeds,early,,,Ottoline Quillfeather,o@mailbox.example,\n`,
  );
  const { out } = await run(['validate', '.'], { cwd: folder });
  expect(out.split('\n').find((line) => line.includes('coleague,'))).toMatch(
    /^ 5│ ··,coleague,·+,·+,,,·+,·+,$/,
  );
});
