/** `cxplan import people`: shown first, then written with its mapping; the second time nothing is left to do. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { contents, scratch } from '../../output/scratch.ts';
import { changed, firm } from '../folder.ts';
import { run } from '../host.ts';

const CSV =
  'Personalnummer;Nachname;Abteilung;Stelle;Standort;Eintritt\n' +
  '1;Quillfeather;Stores;Colleague;Leeds;01.02.2020\n2;Brandybuck;Stores;Colleague;York;03.04.2021\n' +
  '3;Nwachukwu;Stores;Till lead;Leeds;03.04.2021\n';

describe('import people', () => {
  it('proposes a first firm on stdout, words on stderr, nobody’s name anywhere', async () => {
    const folder = scratch();
    writeFileSync(join(folder, 'hr.csv'), CSV);
    const { code, out, err } = await run(['import', 'people', 'hr.csv'], { cwd: folder });
    expect(code).toBe(0);
    expect(parse(out)).toEqual({
      sites: { leeds: { name: 'Leeds' }, york: { name: 'York' } },
      departments: { stores: { name: 'Stores', site: 'leeds' } },
      roles: {
        colleague: { name: 'Colleague', department: 'stores', heads: { leeds: 1, york: 1 } },
        'till-lead': { name: 'Till lead', department: 'stores', heads: { leeds: 1 } },
      },
    });
    expect(err).toContain('not used: Nachname');
    expect(out + err).not.toMatch(/Quillfeather|Brandybuck|Nwachukwu/);
    expect(Object.keys(contents(folder))).toEqual(['hr.csv']);
  });

  it('changes heads where they stand, adds what is new, keeps the mapping; then says so already', async () => {
    const folder = firm();
    writeFileSync(join(folder, 'hr.csv'), CSV);
    const before = contents(folder);
    const dry = await run(['import', 'people', 'hr.csv', '.'], { cwd: folder });
    expect(dry.code).toBe(0);
    expect(contents(folder)).toEqual(before);
    expect(dry.out).toContain('# roles.colleague.heads: {leeds:1,york:1}');
    const { code, err } = await run(['import', 'people', 'hr.csv', '.', '--write'], { cwd: folder });
    expect(code).toBe(0);
    expect(err).toContain('Wrote cxplan.yaml, people.yaml, mappings/people.yaml.');
    expect(parse(readFileSync(join(folder, 'people.yaml'), 'utf8')).roles).toHaveProperty('till-lead');
    expect(parse(readFileSync(join(folder, 'mappings', 'people.yaml'), 'utf8'))).toMatchObject({
      columns: { department: 'Abteilung', role: 'Stelle' },
      values: { department: { Stores: 'stores' }, site: { Leeds: 'leeds' } },
    });
    expect((await run(['validate', '.'], { cwd: folder })).code).toBe(0);
    const again = await run(['import', 'people', 'hr.csv', '.', '--write'], { cwd: folder });
    expect(again.err).toContain('The workspace says so already.');
    expect(again.err).toContain('Nothing had to be written.');
  });

  it('writes nothing where anything is wrong: in the file, the mapping, or what would come of it', async () => {
    const folder = firm();
    writeFileSync(join(folder, 'hr.csv'), CSV.replace('03.04.2021', '31.02.2021'));
    const before = contents(folder);
    const bad = await run(['import', 'people', 'hr.csv', '.', '--write'], { cwd: folder });
    expect(bad.code).toBe(1);
    expect(bad.err).toContain('hr.csv:3:36');
    expect(contents(folder)).toEqual(before);
    writeFileSync(join(folder, 'map.yaml.txt'), 'columns:\n  departmnt: x\n');
    const mapping = await run(['import', 'people', 'hr.csv', '.', '--mapping', 'map.yaml.txt'], {
      cwd: folder,
    });
    expect(mapping.code).toBe(1);
    expect(mapping.err).toMatch(
      /"departmnt", which does not exist[\s\S]*map.yaml.txt:2:3[\s\S]*did you mean "department"/,
    );
    const missing = await run(['import', 'people', 'none.csv', '.'], { cwd: folder });
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('cannot read none.csv')]);
    const what = await run(['import', 'peple', 'hr.csv', '.'], { cwd: folder });
    expect([what.code, what.err]).toEqual([2, expect.stringContaining("did you mean 'people'?")]);
  });

  it('leaves heads alone that a roster counts', async () => {
    const people = 'id,role,site,shift\np1,colleague,leeds,early\np2,credit-controller,leeds,day\n';
    const folder = firm({
      ...changed('\n  agreedBy', '\n  people: people.csv\n  agreedBy'),
      'people.csv': people,
    });
    writeFileSync(join(folder, 'hr.csv'), CSV);
    const { err, out } = await run(['import', 'people', 'hr.csv', '.'], { cwd: folder });
    expect(out).not.toContain('roles.colleague.heads');
    expect(err).toContain(
      'The heads of role colleague stay as they are: the roster names the people of its department.',
    );
  });
});
