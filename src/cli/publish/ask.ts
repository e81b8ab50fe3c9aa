/** The question for a password. Only for a terminal: see `caldav.ts`. */
import inquirer from 'inquirer';
import { sanitise } from '../../diagnostics/sanitise.ts';

export async function askPassword(message: string): Promise<string> {
  const { password } = await inquirer.prompt([
    { type: 'password', name: 'password', message: sanitise(message) } as never,
  ]);
  return password as string;
}
