/** The version, from the one place where it is kept. The build puts the text in. */
import manifest from '../../package.json' with { type: 'json' };

export const VERSION: string = manifest.version;
/** As it is written into a plan: `cxplan 0.1.0`. */
export const TOOL = `cxplan ${VERSION}`;
