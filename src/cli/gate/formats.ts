/** The formats of a verdict by name; each is loaded when it is asked for. */
import type { Numbers } from '../../calendar/say.ts';
import type { Verdict } from '../../diagnostics/verdict.ts';

/** @param numbers of the programme's locale, for what people read */
type Render = (verdict: Verdict, numbers: Numbers) => string;

const FORMATS = {
  github: async () => (await import('../../diagnostics/github.ts')).github,
  sarif: async () => (await import('../../diagnostics/sarif.ts')).sarif,
  junit: async () => (await import('../../diagnostics/junit.ts')).junit,
  codequality: async () => (await import('../../diagnostics/codequality.ts')).codequality,
  markdown: async () => (await import('../../diagnostics/markdown.ts')).markdown,
} satisfies Record<string, () => Promise<Render>>;

export type PipelineFormat = keyof typeof FORMATS;

export const PIPELINE_FORMATS = Object.keys(FORMATS) as readonly PipelineFormat[];

/** A verdict as text with a final newline. */
export async function inFormat(format: PipelineFormat, verdict: Verdict, numbers: Numbers): Promise<string> {
  const render: Render = await FORMATS[format]();
  return render(verdict, numbers);
}

/** Whether there is a format of this name. */
export function isPipelineFormat(name: string): name is PipelineFormat {
  return Object.hasOwn(FORMATS, name);
}
