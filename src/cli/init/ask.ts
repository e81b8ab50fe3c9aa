/** The questions of `init`. Only for a terminal: see the command. */
import inquirer from 'inquirer';
import { zoneFault } from '../../calendar/zone-names.ts';
import { type Answers, idsOf, open } from './make.ts';
import { regionFrom } from './region.ts';
import type { Template } from './template.ts';

interface Choice {
  readonly value: string;
  readonly name: string;
  readonly checked?: boolean;
}

/** One question, one answer. */
async function put<T>(type: string, message: string, rest: object): Promise<T> {
  const { answer } = await inquirer.prompt([{ type, name: 'answer', message, ...rest } as never]);
  return answer as T;
}
const input = (message: string, rest: object = {}) => put<string>('input', message, rest);
const number = (message: string, rest: object) => put<number>('number', message, { required: true, ...rest });
const select = (message: string, choices: readonly Choice[]) => put<string>('select', message, { choices });
const checkbox = (message: string, choices: readonly Choice[], rest: object = {}) =>
  put<string[]>('checkbox', message, { choices, ...rest });

/** Which template, when no flag says so. */
export async function askTemplate(templates: ReadonlyMap<string, Template>): Promise<string> {
  return select(
    'What is nearest to your firm?',
    [...templates].map(([value, { title }]) => ({ value, name: title })),
  );
}

/** Asks for everything else; `defaults` are offered. */
export async function ask(template: Template, defaults: Answers): Promise<Answers> {
  const { people, programme } = open(template, defaults.year);
  const nameOf = (section: string, id: string) => String(people.getIn([section, id, 'name']) ?? id);
  const choice = (section: string, id: string, checked: boolean) => ({
    value: id,
    name: nameOf(section, id),
    checked,
  });

  const name = await input('What is it called?', { default: defaults.name, required: true });
  const year = await number('Which year is to be planned?', { default: defaults.year, min: 2020, max: 2149 });
  const timezone = await input('In which time zone?', {
    default: defaults.timezone,
    validate: (text: string) => zoneFault(text) ?? true,
  });
  const holidays = await input(
    'Public holidays of which region (such as GB-ENG, DE-BY, US; empty for none)?',
    { validate: async (text: string) => (await regionFrom(text)).problem ?? true },
  );
  const departments = await checkbox(
    'Which departments does it have?',
    idsOf(people, 'departments').map((id) => choice('departments', id, true)),
    { required: true },
  );
  const roles = idsOf(people, 'roles').filter((id) =>
    departments.includes(String(people.getIn(['roles', id, 'department']))),
  );
  const heads = new Map<string, number>();
  for (const id of roles) {
    const usual = Number(people.getIn(['roles', id, 'heads']));
    const question = `How many people: ${nameOf('roles', id)}?`;
    heads.set(id, await number(question, { default: usual, min: 1, max: 100_000 }));
  }
  const customerFacing = await checkbox(
    'Who meets customers?',
    roles.map((id) => choice('roles', id, people.getIn(['roles', id, 'customerFacing']) === true)),
  );
  const withShifts = departments.filter((id) => people.hasIn(['departments', id, 'shifts']));
  const officeHours =
    withShifts.length === 0
      ? []
      : await checkbox(
          'Who works office hours (mon-fri 09:00-17:00) instead of shifts?',
          withShifts.map((id) => choice('departments', id, false)),
        );
  const themes = await checkbox(
    'What is the year to be about?',
    idsOf(programme, 'themes').map((id) => ({
      value: id,
      name: String(programme.getIn(['themes', id, 'name'])),
      checked: true,
    })),
    { required: true },
  );
  const { region } = await regionFrom(holidays);
  return { name, year, timezone, holidays: region, departments, heads, customerFacing, officeHours, themes };
}
