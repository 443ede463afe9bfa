import js from '@eslint/js';
import { fixupPluginRules } from '@eslint/compat';
import powerApps from '@microsoft/eslint-plugin-power-apps';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const sandboxArrows = [
  {
    group: ['**/plugins/**', '**/webresources/**', '**/solution/schema*', '**/scripts/**'],
    message: 'The sandbox knows Dataverse, not our product: it reads solution/src.',
  },
];

/**
 * Holds a folder to an order: it may import from those in its list, and of the others it knows nothing.
 *
 * @param order folder → those it may import from
 * @param place where the folders lie
 */
const held = (order, folder, place) => ({
  // A folder of the same name may lie deeper: environment/check is no part of scripts/check.
  regex: `^(\\.\\./)+(?!(\\.\\./)*(${[folder, ...order[folder]].join('|')})/)(${Object.keys(order).join('|')})/`,
  message: `${place}/${folder} stands on ${order[folder].join(', ') || 'nothing'} alone.`,
});

const pluginArrows = [
  { group: ['**/sandbox/**'], message: 'The product never knows the sandbox.' },
  {
    group: ['**/webresources/**', '**/scripts/**', '**/test/**'],
    message: 'plugins depends on solution alone.',
  },
];

/** Who redeems knows no door that leads there; all plugins and the doors are known to the host alone. */
const pluginFolders = {
  errors: [],
  invitation: [],
  dataverse: ['errors'],
  contract: ['dataverse'],
  code: ['contract', 'dataverse', 'errors', 'invitation'],
  send: ['contract', 'dataverse', 'errors', 'invitation', 'code'],
  delivery: ['contract', 'dataverse', 'errors', 'invitation', 'send'],
  redeem: ['contract', 'dataverse', 'errors', 'invitation', 'code'],
  doors: ['contract', 'dataverse', 'errors', 'invitation', 'redeem'],
  host: ['contract', 'dataverse', 'errors', 'invitation', 'code', 'send', 'delivery', 'redeem', 'doors'],
};

/** Page and API know nothing of each other; createDoors puts them together. */
const doorFolders = {
  // An owner's own words are held against the page's.
  config: ['page/language/texts'],
  sealed: [],
  signIn: ['config'],
  security: ['config', 'signIn'],
  page: ['config', 'sealed', 'signIn', 'security'],
  api: ['config', 'security'],
};

/** Imports of other folders of the app's client. */
const clientParts = (...folders) => folders.map((folder) => `**/../${folder}/**`);

/**
 * The arrows of the house that must never exist (ARCHITECTURE.md, "The house").
 * Each entry: the files it speaks of, what they may not import, and why.
 */
const forbiddenArrows = [
  { files: ['plugins/**/*.ts'], patterns: pluginArrows },
  ...Object.keys(pluginFolders).map((folder) => ({
    files: [`plugins/${folder}/**/*.ts`],
    patterns: [...pluginArrows, held(pluginFolders, folder, 'plugins')],
  })),
  ...Object.keys(doorFolders).map((folder) => ({
    files: [`plugins/doors/${folder}/**/*.ts`],
    patterns: [
      ...pluginArrows,
      held(pluginFolders, 'doors', 'plugins'),
      held(doorFolders, folder, 'plugins/doors'),
    ],
  })),
  {
    files: ['plugins/redeem/locks/**/*.ts'],
    patterns: [
      ...pluginArrows,
      held(pluginFolders, 'redeem', 'plugins'),
      {
        regex: '^\\.\\./(?!\\.\\./)',
        message: 'The locks count attempts; what is attempted they do not know.',
      },
    ],
  },
  {
    files: ['webresources/**/*.ts'],
    patterns: [
      { group: ['**/plugins/**', '**/sandbox/**'], message: 'Web resources run in the browser, alone.' },
    ],
  },
  {
    files: ['sandbox/**/*.ts', 'sandbox/**/*.tsx'],
    patterns: sandboxArrows,
  },
  {
    files: ['sandbox/identity/**/*.ts'],
    patterns: [
      ...sandboxArrows,
      {
        regex: '^(\\.\\./)+(app|dataverse|mail|seed)/',
        message: 'The identity provider knows people over the Web API, as any other would.',
      },
    ],
  },
  {
    files: ['solution/power-pages/page/**/*.ts'],
    patterns: [{ regex: '^\\.\\./', message: 'The page runs in the browser of a site, alone.' }],
  },
  {
    files: ['sandbox/app/definition/**/*.ts'],
    patterns: [
      ...sandboxArrows,
      {
        group: ['**/client/**', '**/server/**'],
        message: 'The definition is data: whoever shows it reads it.',
      },
    ],
  },
  {
    files: ['sandbox/app/client/{host,values,fetchXml,xml}/**/*.ts'],
    patterns: [
      ...sandboxArrows,
      {
        group: clientParts('form', 'grid', 'lookup', 'commands', 'xrm', 'dialogs', 'shell', 'page', 'popup'),
        message: 'The host is what the parts of the app stand on; it knows none of them.',
      },
    ],
  },
  {
    files: ['sandbox/app/client/{chart,dashboard,form,grid}/model/**/*.ts'],
    patterns: [
      ...sandboxArrows,
      {
        group: [
          '**/view/**',
          '!**/definition/view/**',
          ...clientParts('commands', 'xrm', 'dialogs', 'shell', 'page', 'popup'),
        ],
        message: 'Models know no view and none of those who drive them.',
      },
    ],
  },
  {
    files: ['sandbox/app/client/xrm/**/*.ts'],
    patterns: [
      ...sandboxArrows,
      {
        group: [
          '**/view/**',
          '!**/definition/view/**',
          ...clientParts('commands', 'dialogs', 'shell', 'page', 'popup'),
        ],
        message: 'Xrm drives models; what draws them is not its matter.',
      },
    ],
  },
  {
    files: ['plugins/invitation/**/*.ts'],
    patterns: [
      {
        regex: '^\\.\\./(?!\\.\\./solution/schema\\.js$)',
        message: 'The rules import nothing but solution/schema.',
      },
    ],
  },
];

/**
 * The folders of scripts, each with those it may import from; whatever is not in its list, it does not know. Commands
 * (scripts/*.ts) put them together.
 */
const scriptFolders = {
  command: [],
  solution: ['command'],
  build: ['command', 'solution'],
  schema: ['command', 'solution'],
  reference: ['command', 'solution', 'schema'],
  pack: ['command', 'solution', 'pac'],
  unpack: ['command', 'solution', 'pack'],
  check: ['command', 'solution', 'build', 'pack'],
  environment: ['command', 'solution'],
  pac: ['command', 'solution', 'environment'],
  provision: ['command', 'solution', 'environment'],
  deploy: ['command', 'solution', 'environment', 'pac', 'pack'],
  bench: ['command', 'solution', 'tally'],
  tally: ['command', 'solution'],
  soak: ['command', 'solution', 'build', 'tally'],
  powerPages: ['command', 'solution', 'build'],
};

const startedOnly = {
  group: ['**/sandbox/**'],
  message: 'Scripts start the sandbox (scripts/system); XML they read with scripts/solution.',
};

/**
 * The one file that asks the sandbox: its base says what of Dataverse's tables is not as in every other, and its catalogue adds
 * the columns and relationships that the platform makes by itself.
 */
const asksSandbox = 'scripts/check/read/readPlatform.ts';

const foldersOf = (folder) => held(scriptFolders, folder, 'scripts');

const scriptArrows = [
  ...Object.keys(scriptFolders).map((folder) => ({
    files: [`scripts/${folder}/**/*.ts`],
    patterns: [foldersOf(folder), startedOnly],
  })),
  { files: ['scripts/*.ts'], patterns: [startedOnly] },
  { files: [asksSandbox], patterns: [foldersOf('check')] },
];

/** Bundles: only the solution checker's rules speak of them. */
const shipped = ['solution/src/WebResources/**'];

/** What Microsoft's solution checker would say of scripts that run in the app: on the source, and on what is shipped. */
const solutionChecker = {
  plugins: { '@microsoft/power-apps': fixupPluginRules(powerApps) },
  rules: Object.fromEntries(
    Object.keys(powerApps.rules).map((rule) => [`@microsoft/power-apps/${rule}`, 'error']),
  ),
};

const dynamicsWebApi = {
  name: 'dynamics-web-api',
  message: 'Only plugins/dataverse speaks to Dataverse; go through its door.',
};

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'coverage', 'solution/schema.ts'] },
  { ...js.configs.recommended, ignores: shipped },
  ...tseslint.configs.strict.map((config) => ({ ...config, ignores: shipped })),
  {
    ignores: shipped,
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.tsx', '.js'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      // Imports name the `.js` that a `.ts` becomes: without this no import is followed, and no circle ever found.
      'import-x/resolver-next': [createNodeResolver({ extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } })],
    },
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/extensions': ['error', 'always', { ignorePackages: true }],
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['plugins/**/*.ts'],
    ignores: ['plugins/dataverse/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [dynamicsWebApi] }] },
  },
  { files: ['webresources/**/*.ts', 'solution/src/WebResources/**/*.js'], ...solutionChecker },
  ...[...forbiddenArrows, ...scriptArrows].map(({ files, patterns }) => ({
    files,
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  })),
);
