/** The street of houses (see README, "How it is built"): who may know whom, each rule with its why. */
const HOUSES = [
  'workspace',
  'wording',
  'demand',
  'schedule',
  'plan',
  'coverage',
  'report',
  'render',
  'output',
];

/** A house knows the ones before it, and what all share. */
const street = HOUSES.filter((house) => house !== 'render').map((house) => ({
  name: `${house}-knows-only-earlier-houses`,
  comment:
    'Data goes one way through the street, so that each stage can be read, tested and replaced alone. What an earlier house needs of a later one’s results is a type in model.',
  severity: 'error',
  from: { path: `^src/${house}/` },
  to: {
    path: '^src/',
    pathNot: `^src/(${[...HOUSES.slice(0, HOUSES.indexOf(house) + 1), 'model', 'calendar', 'diagnostics'].join('|')})/`,
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...street,
    {
      name: 'render-knows-tables-not-training',
      comment:
        'A format is written once for every report there will be: a renderer that knew what a session is would have to change with the product. It gives back files, so it knows the word for one.',
      severity: 'error',
      from: { path: '^src/render/' },
      to: {
        path: '^src/',
        pathNot: '^src/(render|report|calendar|diagnostics)/|^src/(output/types|wording/clean)\\.ts$',
      },
    },
    {
      name: 'calendar-and-diagnostics-know-no-house',
      comment:
        'Everybody stands on them; if they leaned on anybody, everything would hang together with everything.',
      severity: 'error',
      from: { path: '^src/(calendar|diagnostics)/' },
      to: { path: '^src/', pathNot: '^src/(calendar|diagnostics)/' },
    },
    {
      name: 'model-knows-only-days-and-pointers',
      comment:
        'The domain is types and small pure helpers; it must be readable without any of the machinery.',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { path: '^src/', pathNot: '^src/(model|calendar|diagnostics)/' },
    },
    {
      name: 'nothing-knows-the-command-line',
      comment:
        'Planning must work the same in a test, a server or an editor; only the command line has a terminal and a clock.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'only-workspace-and-output-touch-files',
      comment:
        'Planning is pure: what it gives depends on what it is given, never on a disk. Links, limits and faults are dealt with in two places.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(workspace|output)/|^src/cli/host\\.ts$' },
      to: { path: '^(node:)?(fs|fs/promises)$', dependencyTypes: ['core'] },
    },
    {
      name: 'no-network-no-processes',
      comment: 'cxplan reads a folder and writes a folder. Nothing of a firm’s staffing leaves the machine.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(node:)?(http|https|http2|net|dgram|dns|tls|child_process)$', dependencyTypes: ['core'] },
    },
    {
      name: 'dates-have-one-library',
      comment:
        'What knows days of the world is used in calendar alone; elsewhere a day is a whole number (calendar/date.ts).',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/calendar/' },
      to: { path: 'node_modules/(date-fns|date-holidays|moment|moment-timezone)/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing uses is forgotten code.',
      severity: 'error',
      from: { orphan: true, pathNot: '^src/(cli/main|schedule/solver)\\.ts$|types\\.ts$|\\.gen\\.' },
      to: {},
    },
    {
      name: 'sources-do-not-use-tests',
      comment: 'What is shipped must not lean on what is not.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'everything-is-found',
      comment: 'An import that leads nowhere fails here rather than at a user’s.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
