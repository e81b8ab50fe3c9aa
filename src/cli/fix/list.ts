/** How patches are told: a numbered list for people, the same as data. */

import type { Say } from '../../calendar/say.ts';
import { money } from '../../costs/words.ts';
import type { Locate } from '../../diagnostics/diagnostic.ts';
import type { Painter } from '../../diagnostics/painter.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import { scoreWords } from '../../diagnostics/seats.ts';
import { gainPerHour, type Offer, type Offers, type OpenFinding } from '../../fix/offers.ts';
import { counted } from '../../wording/words.ts';
import { placeOf } from '../findings.ts';

/** Every patch with its number, gain, cost and finding, as the programme's locale writes them; then what only people can do. */
export function listText(say: Say, { offers, left }: Offers, paint: Painter): string {
  const parts = offers.map((offer, i) => offerText(say, offer, i + 1, paint));
  const refused = left.filter((one) => one.refused);
  if (offers.length + refused.length === 0) parts.push('No patch would close a finding.\n');
  if (refused.length > 0) parts.push(refusedText(refused, paint));
  const rest = leftText(
    say,
    left.filter((one) => !one.refused && !one.untried),
  );
  if (rest !== '') parts.push(rest);
  parts.push(
    ...untriedText(
      say,
      left.filter((one) => one.untried),
    ),
  );
  return parts.join('\n');
}

function offerText(say: Say, offer: Offer, n: number, paint: Painter): string {
  const { finding, patch, files, closes, score: value } = offer;
  const others = closes.filter((key) => key !== finding.key).length;
  const rows: [string, string][] = [
    [
      closes.includes(finding.key) ? 'closes' : 'eases',
      `${finding.severity} ${finding.rule}: ${finding.message}`,
    ],
    ...(others > 0
      ? [['and', counted(say, others, 'finding that follows from it', 'other findings')] as [string, string]]
      : []),
    ['score', `${scoreWords(say, value.before)} → ${scoreWords(say, value.after)} of 100`],
    [
      'reaches',
      `${counted(say, offer.people, 'person', 'people')}, ${costText(say, offer.hours)}${priceText(say, offer)}`,
    ],
    ['in', files.join(', ')],
    ...(patch.note ? [['then', patch.note] as [string, string]] : []),
  ];
  const lines = rows.map(([name, text]) => `    ${paint.dim(name.padEnd(8))}${sanitise(text)}`);
  return `${paint.bold(`${String(n).padStart(2)}  ${sanitise(patch.title)}`)}\n${lines.join('\n')}\n`;
}

/** `, GBP 340`; less than nothing where it saves some. */
function priceText(say: Say, { cost }: Offer): string {
  return cost ? `, ${money(say, cost.currency, cost.sum)}` : '';
}

/** `for 12.5 staffed hours` */
export function costText({ number, figure }: Say, hours: number): string {
  const rounded = Math.round(hours * 10) / 10;
  if (rounded === 0) return 'for no staffed hour more';
  const text = `${Number.isInteger(rounded) ? number(Math.abs(rounded)) : figure(Math.abs(rounded))} staffed hours`;
  return rounded > 0 ? `for ${text}` : `saving ${text}`;
}

/** What would help, had the files been written in another way. */
function refusedText(left: readonly OpenFinding[], paint: Painter): string {
  const lines = left.flatMap(({ finding: { severity, rule, message }, refused }) => [
    `  ${sanitise(`${severity} ${rule}: ${message}`)}`,
    `    ${paint.dim('patch   ')}${sanitise(refused!.patch.title)}`,
    `    ${paint.dim('but     ')}${sanitise(refused!.why)}`,
  ]);
  return `For you to write, because a patch cannot:\n${lines.join('\n')}\n`;
}

/** What is left for people, one line a rule. */
function leftText(say: Say, left: readonly OpenFinding[]): string {
  const byRule = new Map<string, { count: number; why: string }>();
  for (const { finding, forPeople } of left) {
    const known = byRule.get(finding.rule);
    byRule.set(finding.rule, {
      count: (known?.count ?? 0) + 1,
      why: forPeople ?? 'What was tried did not hold: its advice stands in cxplan gaps.',
    });
  }
  if (byRule.size === 0) return '';
  const lines = [...byRule].map(
    ([rule, { count, why }]) => `  ${counted(say, count, 'finding')} of ${rule}: ${sanitise(why)}`,
  );
  return `Without a patch:\n${lines.join('\n')}\n`;
}

/** The list as data; `locate` gives the place of each finding. */
export function listJson({ offers, left }: Offers, locate: Locate): object {
  return {
    patches: offers.map((offer, i) => ({
      number: i + 1,
      title: offer.patch.title,
      rule: offer.finding.rule,
      severity: offer.finding.severity,
      key: offer.finding.key,
      message: offer.finding.message,
      at: placeOf(offer.finding, locate) ?? null,
      closes: offer.closes,
      score: offer.score,
      people: offer.people,
      staffedHours: Math.round(offer.hours * 100) / 100,
      ...(offer.cost && { cost: { ...offer.cost, sum: Math.round(offer.cost.sum * 100) / 100 } }),
      gainPerHour: gainPerHour(offer),
      files: offer.files,
      edits: offer.patch.edits.map(({ pointer, op, value }) => ({
        pointer,
        op,
        ...(value !== undefined && { value }),
      })),
      note: offer.patch.note ?? null,
    })),
    withoutPatch: left.map(({ finding, forPeople, refused, untried }) => ({
      rule: finding.rule,
      severity: finding.severity,
      key: finding.key,
      forPeople: forPeople ?? null,
      refused: refused ? { title: refused.patch.title, why: refused.why } : null,
      tried: !untried,
    })),
  };
}

/** What was not looked into, and how it would be; of findings without a number of people, the last ones. */
function untriedText(say: Say, left: readonly OpenFinding[]): string[] {
  const rules = new Set(left.map(({ finding }) => finding.rule));
  return [...rules].map((rule) => {
    const own = left.filter(({ finding }) => finding.rule === rule);
    const which = own.some(({ finding }) => finding.again?.people !== undefined)
      ? ' with the fewest people'
      : '';
    const [were, them] = own.length === 1 ? ['was', 'it'] : ['were', 'them'];
    return `${counted(say, own.length, 'finding')} of ${rule}${which} ${were} not tried, to keep this short: cxplan fix --rule ${rule} tries ${them}.\n`;
  });
}
