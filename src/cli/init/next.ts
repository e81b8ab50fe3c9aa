/** The one screen after `init`: what there is now, and what to do next. */
import { parse } from 'yaml';
import type { TextFile } from '../../output/types.ts';

const ABOUT: Readonly<Record<string, string>> = {
  'programme.yaml': 'the year, its sentence and its themes',
  'people.yaml': 'who works where and when, and who leads sessions',
  'journey.yaml': 'the customers’ way, and who answers for each part of it',
  'learning.yaml': 'what is learned, and what happens between the sessions',
};

/** @param here the folder as it may be typed */
export function nextSteps(here: string, files: readonly TextFile[]): string {
  const yaml = files.filter(({ path }) => !path.startsWith('.'));
  const wide = Math.max(...yaml.map(({ path }) => path.length));
  return [
    `${here} is a whole workspace: it can be planned as it is.`,
    '',
    ...yaml.map(({ path }) => `  ${path.padEnd(wide)}  ${ABOUT[path] ?? ''}`.trimEnd()),
    '',
    'What to do next',
    `  1  cxplan generate ${here}`,
    `     plans the year; then open ${here}/plan/index.html`,
    `  2  cxplan gaps ${here}`,
    '     says who is forgotten, and with which line of YAML that ends',
    `  3  change the files, and run cxplan generate ${here} again`,
    '     what is written wrong is shown with its place; cxplan docs <word> explains any key',
    ...toWrite(yaml),
    '',
  ].join('\n');
}

/** What only people of the firm can say. */
function toWrite(files: readonly TextFile[]): string[] {
  const all = Object.assign({}, ...files.map(({ text }) => parse(text)));
  const roles = Object.values(all.roles ?? {}) as Record<string, unknown>[];
  const silent = roles.filter((role) => !role.impact && !role.customerFacing).length;
  const open = [
    ...(silent === 0
      ? []
      : [
          `how the work of ${silent === 1 ? 'one job' : `${silent} jobs`} reaches a customer (impact, people.yaml)`,
        ]),
    ...(all.programme.agreedBy?.length
      ? []
      : ['which heads have agreed the sentence (agreedBy, programme.yaml)']),
    ...(all.programme.holidays ? [] : ['public holidays: none are named (holidays, programme.yaml)']),
    ...(all.facilitators
      ? []
      : ['who leads training (facilitators, people.yaml): now every manager leads their own people']),
  ];
  return open.length === 0 ? [] : ['', 'Yours to write', ...open.map((line) => `  -  ${line}`)];
}
