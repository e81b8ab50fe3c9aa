/** `cxplan attend`: a dry run, then the attendance file; and nobody’s name anywhere, unless asked for. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Attendees, Plan } from '../../src/model/made/plan.ts';
import { contents } from '../output/scratch.ts';
import { changed, firm } from './folder.ts';
import { run } from './host.ts';

const NAMES = ['Quillfeather', 'Brandybuck', 'Nwachukwu', 'mailbox.example', 'Stranger'];
const PEOPLE =
  'id,role,site,shift,name,email\n' +
  'p1,credit-controller,leeds,day,Ottoline Quillfeather,ottoline@mailbox.example\n' +
  'p2,credit-controller,leeds,day,Zsófia Brandybuck,zsofia@mailbox.example\n' +
  'p3,credit-controller,leeds,day,Ikenna Nwachukwu,ikenna@mailbox.example\n';

async function planned(): Promise<{ folder: string; plan: Plan }> {
  const files = changed('\n  agreedBy', '\n  people: people.csv\n  agreedBy');
  const yaml = files['cxplan.yaml']!.replace('maxAway: 50%', 'maxAway: 100%');
  const folder = firm({ 'cxplan.yaml': yaml, 'people.csv': PEOPLE });
  const { code } = await run(['generate', '.', '--only', 'json'], { cwd: folder });
  expect(code).toBe(0);
  return { folder, plan: JSON.parse(readFileSync(join(folder, 'plan', 'plan.json'), 'utf8')) };
}

/** The session with most of the three, as a meeting tool would list it: the first all the time, the second half of it. */
function meeting({ groups, sessions }: Plan) {
  const own = groups.find(({ people }) => people?.includes('p1'))!;
  const found = sessions.find(({ attendees }) =>
    attendees.some(({ group, first, last }) => group === own.id && last - first === 2),
  )!;
  const [day, start, end] = [found.start.slice(0, 10), found.start.slice(11), found.end.slice(11)];
  const minutes = Number(start.slice(0, 2)) * 60 + Number(start.slice(3)) + Math.floor(found.minutes / 2);
  const half = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const text = `Name,Email,Join time,Leave time\nOttoline Quillfeather,,${day} ${start},${day} ${end}\nZsófia Brandybuck,zsofia@mailbox.example,${day} ${start},${day} ${half}\nSome Stranger,,${day} ${start},${day} ${end}\n`;
  return { session: found, text };
}

/** Who of the roster sits there. */
function seatedPeople({ groups }: Plan, { group, first, last }: Attendees): string[] {
  const { people = [] } = groups.find(({ id }) => id === group) ?? {};
  return people.slice(first - 1, last).flatMap((id) => id ?? []);
}

describe('attend', () => {
  it('shows, writes once, and says nobody’s name', async () => {
    const { folder, plan } = await planned();
    const { session, text } = meeting(plan);
    writeFileSync(join(folder, 'zoom.csv'), text);
    const before = contents(folder);
    const said: string[] = [];
    const attend = async (...flags: string[]) => {
      const ran = await run(['attend', 'zoom.csv', '.', ...flags], { cwd: folder });
      said.push(ran.out, ran.err);
      return ran;
    };
    const dry = await attend();
    expect(dry.code).toBe(1);
    expect(dry.out).toContain('planned 3, delivered 1, missed 2');
    expect(dry.out).toContain('not taken, not on the roster: 1 row (line 4)');
    expect(contents(folder)).toEqual(before);
    expect(dry.err).not.toContain('cxplan generate');
    const { err } = await attend('--write');
    const next =
      /^2 seats were missed\. What of it is to be made up is planned by cxplan (generate --as-of (\S+))$/m.exec(
        err,
      )!;
    expect(next[2]! > session.start.slice(0, 10)).toBe(true);
    const half = Math.floor(session.minutes / 2);
    expect(readFileSync(join(folder, 'attendance.csv'), 'utf8')).toBe(
      `person,group,session,module,date,status,minutes\np1,,${session.id},,${session.start.slice(0, 10)},attended,${session.minutes}\np2,,${session.id},,${session.start.slice(0, 10)},absent,${half}\np3,,${session.id},,${session.start.slice(0, 10)},absent,\n`,
    );
    expect(readFileSync(join(folder, 'cxplan.yaml'), 'utf8')).toContain('attendance: attendance.csv');
    expect((await attend('--write')).err).toContain('Nothing had to be written.');
    // What it says to run asks both again, after that day.
    await run([...next[1]!.split(' '), '.', '--only', 'json'], { cwd: folder });
    const after: Plan = JSON.parse(readFileSync(join(folder, 'plan', 'plan.json'), 'utf8'));
    const askedAgain = after.sessions
      .filter(
        ({ module, occurrence, start }) =>
          module === session.module && occurrence === session.occurrence && start > session.start,
      )
      .flatMap(({ attendees }) => attendees.flatMap((seats) => seatedPeople(after, seats)));
    expect(askedAgain.filter((id) => /^p[123]$/.test(id)).sort()).toEqual(['p2', 'p3']);
    await attend('--json');
    const { out } = await run(['check', '.', '--format', 'json'], { cwd: folder });
    said.push(out);
    const leaks = NAMES.filter((name) => said.join('\n').includes(name));
    expect(leaks).toEqual([]);
    expect(said.join('\n')).not.toMatch(/\bp[123]\b/);
    const asked = await run(['attend', 'zoom.csv', '.', '--people'], { cwd: folder });
    expect(asked.out).toMatch(new RegExp(`p1 {2}attended ${session.minutes} min`));
  });

  it('is refused whole where the file is wrong, and says what it needs', async () => {
    const { folder } = await planned();
    writeFileSync(
      join(folder, 'a.csv'),
      'Name,Email,Join time,Leave time\nOttoline Quillfeather,,2027-13-02 10:00,2027-03-02 11:00\n',
    );
    const bad = await run(['attend', 'a.csv', '.', '--write'], { cwd: folder });
    expect(bad.code).toBe(1);
    expect(bad.err).toMatch(/"2027-13-02 10:00" in the column "Join time" is no date[\s\S]*a\.csv:2:3/);
    expect(bad.err).not.toContain('Quillfeather');
    expect((await run(['attend', 'none.csv', '.'], { cwd: folder })).code).toBe(2);
    const session = await run(['attend', 'a.csv', '.', '--session', 'x'], { cwd: folder });
    expect([session.code, session.err]).toEqual([2, expect.stringContaining("there is no session 'x'")]);
    const plain = firm();
    writeFileSync(join(plain, 'a.csv'), 'Name,Status\n');
    expect((await run(['attend', 'a.csv', '.'], { cwd: plain })).err).toContain('no plan to attend to yet');
  });
});
