/** `programme.yaml`: the year and what it is for; its themes and measures. */
import type { Firm } from '../firm.ts';
import { lines } from './lines.ts';

export function programmeText(firm: Firm): string {
  const { name, year, timezone, region, mantra, pack, themes } = firm;
  return [
    '# The year itself and what it is for. Change the sentences until they are yours.\nprogramme:\n',
    lines(1, {
      name,
      starts: `${year}-01-04`,
      ends: `${year}-12-17`,
      timezone,
      holidays: region,
      journey: Object.keys(pack.stages),
      mantra: mantra || undefined,
      definition: pack.definition,
      success: pack.success,
      agreedBy: [],
      team: [],
    }),
    '  # agreedBy: departments whose heads have agreed the mantra; team: those who own the programme together.\n',
    '  # The themes take the months in turn.\n',
    lines(1, { rotation: themes.map(({ id }) => id) }),
    '\n# What a month is about. Say under “meaning” what a theme means in a department:\n',
    '# meaning: { sales: We promise what we can keep. }\nthemes:\n',
    lines(1, Object.fromEntries(themes.map(({ id, name: theme }) => [id, { name: theme }]))),
    '\n# What should move. Write where it stands and where it should be: baseline: 31, target: 40\nmetrics:\n',
    lines(1, {
      recommend: { name: 'Would recommend us', unit: 'points' },
      'second-contacts': { name: 'Customers who have to ask twice', unit: '%' },
    }),
  ].join('');
}
