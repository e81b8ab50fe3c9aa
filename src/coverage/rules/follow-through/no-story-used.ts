/** A1: what customers told is heard again, by those who were not there. */
import { isoDate } from '../../../calendar/date.ts';
import type { Action, Id, Module } from '../../../model/model.ts';
import type { Context } from '../../context.ts';
import { heardIn } from '../../measure/stories.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  id: 'no-story-used',
  heading: 'follow-through',
  severity: 'info',
  sentence: 'A story in the ledger, with its customer’s consent, is heard in no session.',
  why: 'Walters (A1) asks that customers be represented in what people learn: recordings, testimonials, journey maps. A story that somebody heard while shadowing, and may pass on, is the nearest testimonial there is; in a ledger it is read by nobody.',
  fix: 'Make it a voice with story: and the row’s id, and bring it into a module about that stage.',
  articles: ['A1'],
  examples: {
    fires:
      'programme:\n' +
      '  actions: actions.csv\n' +
      '--- actions.csv\n' +
      'id,date,department,stage,learning,action,owner,due,status,story,consent\n' +
      'a-1,2026-12-01,office,buy,The total is hard to find,Print the total first,bookkeeper,2027-03-01,open,I paid twice because I read the wrong line.,2027-12-31\n',
    silent:
      'programme:\n' +
      '  actions: actions.csv\n' +
      '--- actions.csv\n' +
      'id,date,department,stage,learning,action,owner,due,status,story,consent\n' +
      'a-1,2026-12-01,office,buy,The total is hard to find,Print the total first,bookkeeper,2027-03-01,open,I paid twice because I read the wrong line.,\n',
  },
  forPeople: 'Somebody has to find the session in which it fits.',
  *check({ model, asOf }) {
    const used = heardIn(model);
    for (const action of model.actions) {
      const { id, department, story, consentUntil = asOf } = action;
      if (story === undefined || consentUntil < asOf || used.has(id)) continue;
      const name = model.departments.get(department)?.name ?? department;
      yield {
        subject: { department, action: id },
        message: `${name}: a customer agreed that “${story}” is told on, and no session tells it.`,
        pointer: ['programme', 'actions'],
      };
    }
  },

  *patches(context, { subject }) {
    const { model, asOf } = context;
    const action = model.actions.find(({ id }) => id === subject.action)!;
    const voice = `story-${action.id
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')}`;
    if (model.voices.has(voice)) return;
    for (const module of modulesFor(context, action)) {
      const value = {
        name: action.story!.length > LONGEST ? `${action.story!.slice(0, LONGEST)}…` : action.story!,
        type: 'testimonial',
        ...(action.stage !== undefined && { stages: [action.stage] }),
        recorded: isoDate(Math.min(action.date, asOf)),
        consentUntil: isoDate(action.consentUntil!),
        story: action.id,
      };
      yield {
        title: `Tell it as a voice in “${module.name}”`,
        edits: [
          { pointer: ['voices', voice], op: 'set', value },
          { pointer: ['modules', module.id, 'voices'], op: 'add', value: voice },
        ],
        note: 'See to it that whoever leads knows the story, and that it is told as the customer agreed.',
      };
    }
  },
};

const LONGEST = 80;

/** About its stage and for its department first; those with the fewest voices first. */
function modulesFor({ yearly, departmentsOf }: Context, { stage, department }: Action): Module[] {
  const about = (module: Module) => {
    const stages: readonly Id[] = module.stages === 'own' ? [] : module.stages;
    return stage !== undefined && stages.includes(stage) && !module.allStages;
  };
  const rank = (module: Module) => (about(module) ? 0 : 2) + (departmentsOf(module).has(department) ? 0 : 1);
  return yearly
    .filter(({ format, kind }) => format !== 'self-paced' && kind !== 'tool' && kind !== 'process')
    .sort((a, b) => rank(a) - rank(b) || a.voices.length - b.voices.length || (a.id < b.id ? -1 : 1));
}
