/** What VS Code reads in `.vscode`. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of VS Code

/** A message is two lines: `error code: text`, and below it `┌ file:line:column`. */
const MATCHER = {
  owner: 'cxplan',
  source: 'cxplan',
  fileLocation: ['relative', '${workspaceFolder}'],
  pattern: [
    { regexp: '^(error|warn|info) ([a-z-]+): (.*)$', severity: 1, code: 2, message: 3 },
    { regexp: '^\\s*┌ (.+):(\\d+):(\\d+)$', file: 1, line: 2, column: 3 },
  ],
};

const TASKS = {
  version: '2.0.0',
  options: { env: { NO_COLOR: '1' } },
  tasks: [
    {
      label: 'cxplan: validate',
      type: 'process',
      command: 'cxplan',
      args: ['validate', '${workspaceFolder}'],
      group: { kind: 'build', isDefault: true },
      presentation: { reveal: 'silent', clear: true },
      problemMatcher: MATCHER,
    },
    {
      label: 'cxplan: gaps',
      type: 'process',
      command: 'cxplan',
      args: ['gaps', '${workspaceFolder}'],
      presentation: { clear: true },
      problemMatcher: MATCHER,
    },
    {
      label: 'cxplan: generate',
      type: 'process',
      command: 'cxplan',
      args: ['generate', '${workspaceFolder}'],
      problemMatcher: [],
    },
  ],
};

export function tasksJson(): string {
  return `${JSON.stringify(TASKS, null, 2)}\n`;
}

/** For files without the line on top that names the schema. */
export function settingsJson(): string {
  return `${JSON.stringify({ 'yaml.schemas': { '.cxplan/workspace.schema.json': ['*.yaml', '*.yml'] } }, null, 2)}\n`;
}
