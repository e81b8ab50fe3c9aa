/** Ids on the command line that must be known: what is not is refused, with what was probably meant. */
import { Failure } from './failure.ts';

/** So many ids are worth naming. */
const FEW = 12;

/** @param what `department` */
export async function mustKnow(what: string, id: string, known: readonly string[]): Promise<void> {
  if (known.includes(id)) return;
  const { nearest } = await import('../diagnostics/nearest.ts');
  const near = nearest(id, known);
  const few = known.length <= FEW ? `; known are ${known.join(', ')}` : '';
  throw new Failure(`there is no ${what} '${id}'${near ? `; did you mean '${near}'?` : few}`);
}

/** A rule of the catalogue. */
export async function mustKnowRule(rule: string): Promise<void> {
  const { RULES } = await import('../coverage/rules/index.ts');
  await mustKnow(
    'rule',
    rule,
    RULES.map(({ id }) => id),
  );
}
