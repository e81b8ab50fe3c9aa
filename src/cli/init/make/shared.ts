/** What a first workspace holds for everybody, whatever the firm does. */
import { dayOf, isoDate, mondayOf } from '../../../calendar/date.ts';
import type { Department, Firm } from '../firm.ts';

type Entries = Record<string, object>;

export function onboarding({ themes }: Firm): Entries {
  const about = (theme: string) => [themes.some(({ id }) => id === theme) ? theme : 'mission'];
  return {
    welcome: {
      name: 'Welcome to our customers',
      audience: 'everyone',
      format: 'self-paced',
      minutes: 30,
      when: { moment: 'week-1' },
      themes: ['mission'],
      stages: 'all',
      basics: ['what-and-why', 'listen-and-act', 'my-role', 'outcomes'],
      tags: ['speak-up'],
      voices: ['recording'],
      metrics: ['recommend'],
      outcome: 'Nobody whom a customer meets has to ask what we stand for.',
    },
    'my-part': {
      name: 'My part in the journey',
      audience: 'everyone',
      format: 'coaching',
      minutes: 30,
      when: { moment: 'day-30' },
      themes: about('journey-today'),
      stages: 'own',
      voices: ['testimonial'],
      outcome: 'A customer meets somebody who knows what happens before and after.',
    },
    'first-idea': {
      name: 'My first idea for a customer',
      audience: 'everyone',
      format: 'coaching',
      minutes: 20,
      when: { moment: 'day-90' },
      themes: about('feedback'),
      stages: 'own',
      voices: ['survey'],
      followUp: { action: 'The idea is tried within a month.', withinDays: 30 },
      outcome: 'Small annoyances disappear before they become complaints.',
    },
  };
}

/** Fortnights are counted from 4 January's week: who works every other week needs the whole of one. */
function firstHuddle(year: number, departments: readonly Department[]): string {
  const inTurn = departments.some(({ shifts }) =>
    shifts.some(({ times }) => times.every(({ weeks }) => weeks)),
  );
  return inTurn ? isoDate(mondayOf(dayOf(year, 1, 4)) + 14) : `${year}-01-11`;
}

export function everybody({ year, departments }: Firm): Entries {
  const led = departments.some(({ jobs }) => jobs.some(({ leads }) => leads));
  return {
    'our-mission': {
      name: 'Our mission, and what it earns us',
      audience: 'everyone',
      format: 'self-paced',
      minutes: 20,
      kind: 'strategy',
      when: { from: `${year}-01-11`, by: `${year}-02-12` },
      themes: ['mission'],
      stages: 'all',
      basics: ['what-and-why', 'outcomes'],
      tags: ['mission'],
      voices: ['testimonial'],
      metrics: ['recommend'],
      outcome: 'Whoever a customer meets pulls in the same direction.',
    },
    'theme-huddle': {
      name: 'Theme of the month, in ten minutes',
      audience: 'everyone',
      format: 'huddle',
      minutes: 10,
      when: { every: 'fortnight', from: firstHuddle(year, departments) },
      themes: 'month',
      stages: 'own',
      tags: ['discussion'],
      voices: ['recording', 'testimonial'],
      outcome: 'Customers notice that we remember what they told us.',
    },
    ...(led && {
      'lead-visibly': {
        name: 'Lead visibly for customers',
        audience: 'leaders',
        format: 'coaching',
        minutes: 30,
        when: { every: 'half-year' },
        themes: ['mission'],
        stages: 'all',
        voices: ['recording'],
        outcome: 'What customers told a leader is acted upon, and they hear of it.',
      },
    }),
    'customer-day': {
      name: 'Half an hour with a customer',
      audience: 'everyone',
      format: 'event',
      minutes: 30,
      maxAway: '50%',
      when: { from: `${year}-09-20`, by: `${year}-10-29` },
      themes: ['mission'],
      stages: 'all',
      tags: ['customer-day'],
      voices: ['guest'],
      outcome: 'Customers who helped us are thanked in public.',
    },
  };
}

export function rituals({ year }: Firm): Entries {
  return {
    'our-sentence': {
      name: 'Our sentence, from the top',
      type: 'communication',
      audience: 'everyone',
      channel: ['letter', 'posters'],
      tags: ['mantra'],
      themes: ['mission'],
      when: { date: `${year}-01-04` },
    },
    'theme-message': {
      name: 'This month’s theme',
      type: 'communication',
      audience: 'everyone',
      channel: ['intranet', 'posters'],
      themes: 'month',
      when: { every: 'month' },
    },
    'thank-you': {
      name: 'Thank you, on behalf of a customer',
      type: 'recognition',
      audience: 'everyone',
      channel: ['meeting', 'intranet'],
      themes: 'month',
      when: { every: 'quarter' },
    },
    'how-is-it-for-you': {
      name: 'What stops you from helping customers?',
      type: 'listening',
      audience: 'everyone',
      channel: ['survey', 'meeting'],
      when: { every: 'quarter' },
    },
    'what-we-heard': {
      name: 'What we heard, and what changes',
      type: 'readback',
      audience: 'everyone',
      channel: ['intranet', 'meeting'],
      when: { every: 'quarter' },
    },
  };
}
