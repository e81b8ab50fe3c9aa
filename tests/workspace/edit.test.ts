import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { EditError, Editor, type SourceEdit } from '../../src/workspace/edit/edit.ts';

/** The only file after one or more edits. */
function edited(text: string, ...edits: SourceEdit[]): string {
  return new Editor(new Map([['a.yaml', text]])).edit(edits).get('a.yaml')!;
}

const FILE = `# What the depot learns.
modules:
  packing: # R12
    name: "Packing is a promise"   # quoted, three blanks
    audience: { departments: [warehouse], shifts: [early, late] }  # nights later
    voices:
      - broken-vase # the one from York
    when: { every: quarter }
    paid: false # a sandwich
    # R13 follows

  damage:
    name: What it costs
    text: |
      two
      lines

# the end
`;

describe('one change in one file', () => {
  it('sets a value and leaves the comment behind it', () => {
    expect(edited(FILE, { pointer: ['modules', 'packing', 'paid'], op: 'set', value: true })).toBe(
      FILE.replace('paid: false #', 'paid: true #'),
    );
  });

  it('sets a key inside a map on one line', () => {
    expect(
      edited(FILE, { pointer: ['modules', 'packing', 'when', 'from'], op: 'set', value: '2027-02-01' }),
    ).toBe(FILE.replace('{ every: quarter }', '{ every: quarter, from: 2027-02-01 }'));
  });

  it('puts a new key below the last one, above the comment that belongs to what follows', () => {
    expect(
      edited(FILE, { pointer: ['modules', 'packing', 'strategy'], op: 'set', value: 'No: never.' }),
    ).toBe(FILE.replace('# a sandwich\n', '# a sandwich\n    strategy: "No: never."\n'));
  });

  it('puts a new key below a text of several lines', () => {
    expect(edited(FILE, { pointer: ['modules', 'damage', 'minutes'], op: 'set', value: 30 })).toBe(
      FILE.replace('      lines\n', '      lines\n    minutes: 30\n'),
    );
  });

  it('adds to lists on one line, to lists line by line, and to what is no list yet', () => {
    expect(
      edited(
        FILE,
        { pointer: ['modules', 'packing', 'audience', 'shifts'], op: 'add', value: 'night' },
        { pointer: ['modules', 'packing', 'voices'], op: 'add', value: 'testimonial' },
        { pointer: ['modules', 'packing', 'tags'], op: 'add', value: 'mission' },
      ),
    ).toBe(
      FILE.replace('[early, late]', '[early, late, night]')
        .replace('from York\n', 'from York\n      - testimonial\n')
        .replace('# a sandwich\n', '# a sandwich\n    tags: [mission]\n'),
    );
    expect(edited('a: { b: one }\n', { pointer: ['a', 'b'], op: 'add', value: 'two' })).toBe(
      'a: { b: [one, two] }\n',
    );
    expect(edited('a: { b: [], c: }\n', { pointer: ['a', 'b'], op: 'add', value: 1 })).toBe(
      'a: { b: [1], c: }\n',
    );
  });

  it('takes keys and items away with their line or their comma, and nothing else', () => {
    expect(edited(FILE, { pointer: ['modules', 'packing', 'paid'], op: 'remove' })).toBe(
      FILE.replace('    paid: false # a sandwich\n', ''),
    );
    expect(edited(FILE, { pointer: ['modules', 'packing', 'audience', 'shifts'], op: 'remove' })).toBe(
      FILE.replace(', shifts: [early, late]', ''),
    );
    expect(
      edited(FILE, { pointer: ['modules', 'packing', 'audience', 'shifts'], op: 'remove', value: 'early' }),
    ).toBe(FILE.replace('[early, late]', '[late]'));
    expect(edited('a: { b: 1, c: 2 }', { pointer: ['a', 'b'], op: 'remove' })).toBe('a: { c: 2 }');
    expect(edited('a: { b: 1 }', { pointer: ['a', 'b'], op: 'remove' })).toBe('a: {}');
  });

  it('writes a new entry as its siblings are written', () => {
    const value = { name: 'Nights', audience: { shifts: ['night'] }, minutes: 10 };
    expect(edited(FILE, { pointer: ['modules', 'nights'], op: 'set', value })).toBe(
      FILE.replace(
        '      lines\n',
        '      lines\n\n  nights:\n    name: Nights\n    audience: { shifts: [night] }\n    minutes: 10\n',
      ),
    );
  });

  it('writes what is long line by line, and quotes only what needs it', () => {
    const long = 'We promise our customers that every home is left a little better, and ask who has done so.';
    const hiring = { pointer: ['roles', 'clerk', 'hiring'], op: 'set' as const };
    expect(
      edited('roles:\n  clerk:\n    heads: 2\n', {
        ...hiring,
        value: { interview: long, jobDescription: `A: ${long}` },
      }),
    ).toBe(
      `roles:\n  clerk:\n    heads: 2\n    hiring:\n      interview: ${long}\n      jobDescription: "A: ${long}"\n`,
    );
    expect(edited('roles:\n  clerk: { heads: 2 }\n', { ...hiring, value: { interview: 'a, b' } })).toBe(
      'roles:\n  clerk: { heads: 2, hiring: { interview: "a, b" } }\n',
    );
  });

  it('makes the section, and the map, that is missing', () => {
    expect(edited('programme: {}\n', { pointer: ['modules', 'a', 'b'], op: 'set', value: 1 })).toBe(
      'programme: {}\nmodules:\n  a:\n    b: 1\n',
    );
    expect(
      edited('sites:\n  leeds:\n  york:', { pointer: ['sites', 'leeds', 'name'], op: 'set', value: 'L' }),
    ).toBe('sites:\n  leeds: { name: L }\n  york:');
    expect(edited('sites:\n  leeds:', { pointer: ['sites', 'york'], op: 'set', value: {} })).toBe(
      'sites:\n  leeds:\n  york: {}\n',
    );
  });

  it('exchanges a block for one line where it must', () => {
    expect(
      edited('a:\n  b:\n    - 1\n    - 2\n  c: 3\n', { pointer: ['a', 'b'], op: 'set', value: [1] }),
    ).toBe('a:\n  b: [1]\n  c: 3\n');
  });

  it('keeps carriage returns and byte order marks', () => {
    const text = '\uFEFFa:\r\n  b: 1 # one\r\n  c: 2\r\n';
    expect(edited(text, { pointer: ['a', 'd'], op: 'set', value: 3 })).toBe(`${text}  d: 3\r\n`);
    expect(edited(text, { pointer: ['a', 'b'], op: 'set', value: 5 })).toBe(text.replace('1 #', '5 #'));
  });

  it('keeps away from anchors and aliases', () => {
    const text = 'a: &x { b: 1 }\nc: *x\n';
    expect(() => edited(text, { pointer: ['c', 'b'], op: 'set', value: 2 })).toThrow(EditError);
    expect(() => edited(text, { pointer: ['a', 'b'], op: 'set', value: 2 })).toThrow(EditError);
    expect(() => edited(text, { pointer: ['a'], op: 'set', value: 2 })).toThrow(EditError);
  });

  it('says which alias or anchor is in the way, and where', () => {
    const text = 'a:\n  one: { voices: &both [x] }\n  two: { voices: *both }\n';
    const add = (id: string) => edited(text, { pointer: ['a', id, 'voices'], op: 'add', value: 'y' });
    expect(() => add('one')).toThrow(
      'a.yaml:2:24: a.one.voices is &both, and stands wherever *both does: change it for all of them, or write it out there',
    );
    expect(() => add('two')).toThrow(
      'a.yaml:3:18: a.two.voices is *both, what stands at &both: write it out here',
    );
    expect(() => edited(text, { pointer: ['a', 'two', 'voices', 0], op: 'set', value: 'y' })).toThrow(
      'a.yaml:3:18: a.two.voices is *both',
    );
  });

  it('changes what has an anchor that nobody repeats, or that means another value by then', () => {
    expect(edited('a: { b: &x 1 }\n', { pointer: ['a', 'b'], op: 'set', value: 2 })).toBe('a: { b: &x 2 }\n');
    const twice = 'a: { b: &x 1, c: *x, d: &x [3] }\n';
    expect(edited(twice, { pointer: ['a', 'd'], op: 'add', value: 4 })).toBe(twice.replace('[3]', '[3, 4]'));
  });

  it('quotes whatever would read as something else', () => {
    const hostile = [
      'no',
      'null',
      '1e3',
      'true',
      '0x1f',
      '2027-01-04',
      'a: b',
      '# c',
      '[d',
      '{e',
      '-',
      '',
      ' x ',
      '…',
      'constructor',
      '__proto__',
      "it's",
      'two\nlines',
      'a, b',
      '*f',
      '&g',
      '!h',
      '|',
      '%',
    ];
    for (const text of hostile) {
      const key = text === '__proto__' ? 'x' : text;
      const made = edited('modules: { a: { b: 1 } }\n', {
        pointer: ['modules', key, 'name'],
        op: 'set',
        value: { text: [text] },
      });
      expect(parse(made, { schema: 'core' }).modules[key].name).toEqual({ text: [text] });
      const block = edited('modules:\n  a:\n    b: 1\n', {
        pointer: ['modules', key],
        op: 'set',
        value: { name: text, list: [text] },
      });
      expect(parse(block, { schema: 'core' }).modules[key]).toEqual({ name: text, list: [text] });
    }
  });
});

describe('the file of a change', () => {
  const files = new Map([
    ['a.yaml', 'programme: { name: X }\nmodules: { one: {}, two: {} }\n'],
    ['b/c.yaml', 'modules:\n  three: {}\n'],
    ['people.csv', 'id\n'],
  ]);

  it('is where the entry stands; for a new one where its sibling does, or most of them', () => {
    const edit = (pointer: string[], beside?: string[]) => [
      ...new Editor(files).edit([{ pointer, op: 'set', value: 1, ...(beside && { beside }) }]).keys(),
    ];
    expect(edit(['modules', 'three', 'minutes'])).toEqual(['b/c.yaml']);
    expect(edit(['modules', 'four'])).toEqual(['a.yaml']);
    expect(edit(['modules', 'four'], ['modules', 'three'])).toEqual(['b/c.yaml']);
    expect(edit(['rituals', 'new'])).toEqual(['a.yaml']);
  });

  it('says what is written', () => {
    const editor = new Editor(files);
    expect(editor.written(['programme', 'name'])).toBe('X');
    expect(editor.written(['modules', 'three'])).toEqual({});
    expect(editor.written(['modules', 'constructor'])).toBeUndefined();
  });
});

describe('any change', () => {
  it('reads back as itself and leaves every other line as it was', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .filter((s) => !/[\uD800-\uDFFF]/.test(s) && s !== '__proto__');
    const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text, { maxLength: 3 }));
    fc.assert(
      fc.property(text, value, (key, given) => {
        let made: string;
        try {
          made = edited(FILE, { pointer: ['modules', 'packing', key], op: 'set', value: given });
        } catch (error) {
          if (error instanceof EditError) return;
          throw error;
        }
        expect(parse(made, { schema: 'core' }).modules.packing[key]).toEqual(given);
        const kept = FILE.split('\n').filter((line) => made.includes(line));
        expect(kept.length).toBeGreaterThanOrEqual(FILE.split('\n').length - 3);
      }),
      { numRuns: 300 },
    );
  });
});
