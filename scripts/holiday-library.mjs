/**
 * `date-holidays` as the program needs it. As published it makes objects of the data of every country, computes with the
 * tables of the planets, and loads the zones of the world twice, for the holidays of one country in one zone: half of
 * what `cxplan validate` took.
 */
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles the library on its own: what it loads late would otherwise make all that it shares with the program late.
 *
 * @param root the project
 * @returns a plugin for esbuild that gives it, and the files it was made of
 */
export async function holidayLibrary(root) {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['date-holidays'],
    outdir: '.',
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    external: ['*/zone.ts'],
    metafile: true,
    plugins: [readLate(root)],
  });
  const contents = outputFiles[0].text;
  const plugin = {
    name: 'holiday-library',
    setup(b) {
      b.onResolve({ filter: /^date-holidays$/ }, ({ path }) => ({ path, namespace: 'holiday-library' }));
      b.onLoad({ filter: /.*/, namespace: 'holiday-library' }, () => ({
        contents,
        resolveDir: join(root, 'scripts'),
      }));
    },
  };
  return { plugin, inputs: Object.keys(metafile.inputs) };
}

function readLate(root) {
  return {
    name: 'read-late',
    setup(b) {
      b.onResolve({ filter: /^moment-timezone$/ }, () => ({ path: join(root, 'scripts/holiday-clock.mjs') }));
      b.onLoad({ filter: /[\\/]date-holidays[\\/]src[\\/]data\.js$/ }, async ({ path }) => {
        const { data } = await import(path);
        return { contents: countryByCountry(data) };
      });
      // The tables of the planets are made with the first rule that asks for them.
      b.onResolve({ filter: /^\.\/(Bengali\w*|Chinese|Equinox)\.js$/ }, ({ path, importer, resolveDir }) =>
        importer.endsWith('CalEventFactory.js')
          ? { path, namespace: 'late', pluginData: resolveDir }
          : undefined,
      );
      b.onLoad({ filter: /.*/, namespace: 'late' }, ({ path, pluginData }) => ({
        contents: `export default function (rule) { return new (require('${path}').default)(rule); }`,
        resolveDir: pluginData,
      }));
    },
  };
}

/** Text is read ten times as fast as it is made into objects: that is done for the country that is asked for. */
function countryByCountry({ holidays, ...others }) {
  const texts = Object.entries(holidays).map(([code, country]) => [code, JSON.stringify(country)]);
  return `const texts = ${JSON.stringify(Object.fromEntries(texts))};
const holidays = {};
for (const code in texts) {
  let country;
  Object.defineProperty(holidays, code, { enumerable: true, get: () => (country ??= JSON.parse(texts[code])) });
}
export const data = { ...JSON.parse(${JSON.stringify(JSON.stringify(others))}), holidays };
`;
}
