/** The answer to “public holidays of which region?”: a code that the workspace will take, or what is wrong with it. */
import { either, regionsMeant } from '../../calendar/region-names.ts';

export interface Region {
  /** Undefined for none. */
  readonly region?: string;
  /** What to say to whoever answered; no region then. */
  readonly problem?: string;
}

/** `England` and `gb-eng` are GB-ENG; `UK` can be two things, and is asked again. */
export async function regionFrom(text: string): Promise<Region> {
  const word = text.trim();
  // `no` is Norway.
  if (/^(?:none|-)?$/i.test(word)) return {};
  const meant = regionsMeant(word);
  if (meant.length > 1) return { problem: `Write ${either(meant)}, please.` };
  const region = meant[0] ?? word.toUpperCase().replaceAll('_', '-');
  const { calendarOf, UnknownRegionError } = await import('../../calendar/regions.ts');
  try {
    await calendarOf(region, ['public']);
    return { region };
  } catch (error) {
    if (!(error instanceof UnknownRegionError)) throw error;
    const some = error.alternatives.slice(0, 8).join(', ');
    return { problem: `“${word}” is no region whose holidays are known (known are ${some}, …).` };
  }
}
