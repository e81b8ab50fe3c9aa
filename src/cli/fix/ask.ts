/** The question of `fix`. Only for a terminal: see the command. */
import inquirer from 'inquirer';
import { sanitise } from '../../diagnostics/sanitise.ts';
import type { Offer } from '../../fix/offers.ts';

/** Which of the patches are to be applied. */
export async function askWhich(offers: readonly Offer[]): Promise<Offer[]> {
  const choices = offers.map(({ patch }, i) => ({ value: i, name: `${i + 1}  ${sanitise(patch.title)}` }));
  const { chosen } = await inquirer.prompt([
    { type: 'checkbox', name: 'chosen', message: 'Which of them are to be written?', choices } as never,
  ]);
  return (chosen as number[]).map((i) => offers[i]!);
}
