/** What stands in an answer's place until it is given; always a whole firm, so that each answer can be tried on its own. */
import type { Answers, DepartmentAnswer } from './answers.ts';
import { itemsOf } from './items.ts';
import { THEMES } from './themes.ts';

const USUAL_HOURS = 'mon-fri 09:00-17:00';
/** Who works in a department of which only the name is known. */
export const UNSAID = 'Colleague 5 at each';

export function defaultAnswers(given: Pick<Answers, 'name' | 'year' | 'timezone' | 'holidays'>): Answers {
  return {
    ...given,
    journey: 'generic',
    mantra: '',
    sites: '',
    departments: [departmentOf('Office')],
    customers: '',
    leaders: '',
    joiners: 'none',
    trainers: 'none',
    rooms: 'none',
    themes: THEMES.map(({ id }) => id).join(', '),
  };
}

/** Named, and not yet described. */
export function departmentOf(name: string): DepartmentAnswer {
  return { name, people: UNSAID, shifts: USUAL_HOURS };
}

/** The departments of a list; those that were described keep what was said of them. */
export function departmentsOf(text: string, before: readonly DepartmentAnswer[]): DepartmentAnswer[] {
  return itemsOf(text).map((name) => before.find((one) => one.name === name) ?? departmentOf(name));
}
