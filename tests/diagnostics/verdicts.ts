/** Verdicts for the tests of formats: an ordinary one, and one in which every text wants to be something else. */
import type { Result, Verdict } from '../../src/diagnostics/verdict.ts';

/** A rule, a mistake, a threshold, a waived gap and a known one. */
export function verdict(changes: Partial<Verdict> = {}): Verdict {
  return {
    version: '0.1.0',
    title: 'Spoke & Sons 2027',
    prefix: 'training/',
    home: { file: 'cxplan.yaml', line: 3, column: 1 },
    ok: false,
    results: [
      gap({}),
      gap({
        code: 'empty-month',
        severity: 'warn',
        key: 'empty-month:department=shop',
        message: 'March is empty.',
      }),
      gap({ key: 'no-voice:module=b', status: 'known', message: 'Another has none.' }),
      gap({
        key: 'no-voice:module=c',
        status: 'waived',
        message: 'A third has none.',
        waiver: { reason: 'It comes in May', owner: 'Ines', until: '2027-06-30' },
      }),
    ],
    rules: [
      rule('no-voice', 'content', 'error'),
      rule('empty-month', 'rhythm', 'warn'),
      rule('no-mantra', 'strategy', 'error'),
      rule('below-threshold', 'coverage', 'error'),
      rule('crammed', 'time', 'warn'),
    ],
    off: ['crammed'],
    coverage: {
      organisation: { name: 'Spoke', people: 10, score: 81.25, seats: seats(10) },
      departments: [
        { name: 'Shop', people: 6, score: 90, seats: seats(6) },
        { name: 'Office', people: 4, score: 62.04, seats: seats(4) },
      ],
      lowest: { name: 'Office', score: 62.04 },
    },
    thresholds: [
      { id: '', name: 'The organisation', score: 81.25, threshold: 80, ok: true },
      { id: 'shop', name: 'Shop', score: 90, threshold: 60, ok: true },
    ],
    notes: ['Compared with a baseline.'],
    ...changes,
  };
}

/** An open gap of `no-voice` at `modules/shop.yaml:14:3`. */
export function gap(changes: Partial<Result>): Result {
  return {
    code: 'no-voice',
    severity: 'error',
    message: '“Kind bills” teaches 4 people without a customer’s voice in it.',
    at: { file: 'modules/shop.yaml', line: 14, column: 3, endColumn: 13 },
    key: 'no-voice:module=kind-bills',
    status: 'open',
    remedy: 'Add a voice.',
    why: 'Because.',
    ...changes,
  };
}

function rule(id: string, heading: string, severity: 'error' | 'warn') {
  return { id, heading, severity, sentence: `${id}.`, why: 'Why.', fix: 'Fix.', articles: ['A1'] };
}

/** Texts that want to steer a terminal, a build server, XML, HTML, Markdown or a link. */
export const HOSTILE: readonly string[] = [
  '::set-output name=a::b',
  '\n::error::forged',
  '\r\n##vso[task.setvariable variable=a]b',
  '##[add-mask]x',
  '  ::warning::x',
  'a%0A::stop-commands::x',
  '\u001b[31mred\u001b]0;title\u0007',
  ']]><x/>&amp;<script>alert(1)</script>',
  '"quotes" \'single\' `tick`',
  '| cell | **bold** [a](javascript:x) <img src=x onerror=y> @everyone #1 !1 ~bug /close',
  '\u202egnitrever\u2066\u200f\u009b31m\u2028\ufffe\ud800',
  '{0} {{1}} [a](1) \\',
  'a,b:c;line=9',
];

/** All of them at every place where a text of the workspace may stand. */
export function hostileVerdict(text: string): Verdict {
  const place = { file: `modules/${text}.yaml`, line: 2, column: 1, endColumn: 4 };
  const result = gap({
    message: text,
    remedy: text,
    fix: text,
    why: text,
    at: place,
    key: text,
    related: [{ message: text, at: place }],
  });
  return verdict({
    title: text,
    prefix: `${text.replaceAll('/', '')}/`,
    results: [
      result,
      { ...result, severity: 'warn', status: 'new', code: 'empty-month' },
      { ...result, status: 'known' },
      { ...result, status: 'waived', waiver: { reason: text, owner: text, until: text } },
      { ...result, code: 'unknown-key' },
    ],
    coverage: {
      organisation: { name: text, people: 1, score: 1, seats: seats(1) },
      departments: [{ name: text, people: 1, score: null, seats: seats(1) }],
      lowest: { name: text, score: 1 },
    },
    thresholds: [{ id: text, name: text, score: 1, threshold: 2, ok: false }],
    notes: [text],
    off: [text],
  });
}

/** Two people without one seat each, of ten that are asked of everybody. */
function seats(people: number) {
  return { asked: 10 * people, placed: 10 * people - 2, peopleWithout: 2 };
}
