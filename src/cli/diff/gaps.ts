/** The gaps that were written beside a plan; those of another plan, or damaged ones, are not known. */
import type { Gaps } from '../../model/made/gaps.ts';
import type { Plan } from '../../model/made/plan.ts';

/** Undefined where the text is not of this plan's gaps: they are assessed anew then, or not told. */
export function gapsIn(text: string | undefined, { asOf }: Plan): Gaps | undefined {
  if (text === undefined) return undefined;
  try {
    const gaps: unknown = JSON.parse(text);
    return isGaps(gaps) && gaps.asOf === asOf ? gaps : undefined;
  } catch {
    return undefined;
  }
}

function isGaps(value: unknown): value is Gaps {
  const { version, organisation, findings, departments } = (value ?? {}) as Partial<Gaps>;
  return (
    version === 1 &&
    Array.isArray(departments) &&
    (organisation?.score === null || typeof organisation?.score === 'number') &&
    Array.isArray(findings) &&
    findings.every(({ key, rule, message }) => [key, rule, message].every((text) => typeof text === 'string'))
  );
}
