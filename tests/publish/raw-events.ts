/** Events of calendar files, whoever wrote them: their properties as they stand there, unfolded. */

export interface RawEvent {
  readonly uid: string;
  /** What stands between BEGIN and END, folded. */
  readonly raw: string;
  readonly property: (name: string) => string;
}

export function rawEvents(text: string): RawEvent[] {
  return text
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((rest) => eventOf(rest.slice(0, rest.indexOf('END:VEVENT'))));
}

function eventOf(raw: string): RawEvent {
  const properties = new Map<string, string>();
  for (const line of raw.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)) {
    const [, name, value] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    if (name !== undefined && !properties.has(name)) properties.set(name, value!);
  }
  const property = (name: string) => properties.get(name) ?? '';
  return { uid: property('UID'), raw, property };
}

/** `uid sequence STATUS start` */
export function lineOf({ property }: RawEvent): string {
  return ['UID', 'SEQUENCE', 'STATUS', 'DTSTART'].map(property).join(' ');
}

/** All that a person sees. */
export function wordsOf({ property }: RawEvent): string {
  return ['DTSTART', 'DTEND', 'SUMMARY', 'DESCRIPTION', 'LOCATION', 'STATUS'].map(property).join(' | ');
}
