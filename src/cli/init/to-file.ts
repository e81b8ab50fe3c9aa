/** The answers of an interview as the file that `init --answers` reads. */
import { stringify } from 'yaml';
import type { Answers } from './answers.ts';

const HEAD = `# What cxplan init was told. The same firm once more: cxplan init elsewhere --answers this-file.yaml
`;

export function answersText({ departments, ...answers }: Answers): string {
  const described = Object.fromEntries(departments.map(({ name, ...about }) => [name, about]));
  return HEAD + stringify({ ...answers, departments: described }, { lineWidth: 0 });
}
