import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { read } from './docs/documents.js';

/**
 * The inputs of the actions and tasks that the pipelines use, of those that their own definitions name: action.yml of each
 * repository, task.json of azure-pipelines-tasks and powerplatform-build-tools.
 */
const inputs: Readonly<Record<string, readonly string[]>> = {
  'actions/checkout@v4': ['ref', 'fetch-depth'],
  'actions/setup-node@v4': ['node-version', 'cache'],
  'actions/upload-artifact@v4': ['name', 'path', 'if-no-files-found', 'retention-days'],
  'actions/download-artifact@v4': ['name', 'path'],
  'azure/login@v2': ['client-id', 'tenant-id', 'subscription-id'],
  'microsoft/powerplatform-actions/actions-install@v1': [
    'nuget-feed-override',
    'nuget-feed-username',
    'nuget-feed-password',
    'pac-version-override',
    'use-preinstalled-pac',
    'add-tools-to-path',
  ],
  'UseNode@1': ['version'],
  'PowerPlatformToolInstaller@2': ['DefaultVersion', 'AddToolsToPath'],
  'AzureCLI@2': ['azureSubscription', 'scriptType', 'scriptLocation', 'inlineScript', 'addSpnToEnvironment'],
};

interface Step {
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Every action or task in a document, wherever it stands. */
function stepsIn(value: unknown): readonly Step[] {
  if (Array.isArray(value)) return value.flatMap(stepsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { uses, task, with: given, inputs: settings } = value as Record<string, unknown>;
  const name = uses ?? task;
  const own = typeof name === 'string' ? [{ name, inputs: { ...(given ?? settings ?? {}) } }] : [];
  return [...own, ...Object.values(value).flatMap(stepsIn)];
}

const gitHub = read('docs/pipelines/github-actions.yml').text;
const azure = read('docs/pipelines/azure-pipelines.yml').text;

describe.each([
  ['github-actions.yml', gitHub],
  ['azure-pipelines.yml', azure],
])('%s', (_name, text) => {
  it('gives its actions inputs that they have', () => {
    const steps = stepsIn(parse(text));
    expect(steps.length).toBeGreaterThan(4);
    const wrong = steps.filter(
      ({ name, inputs: given }) => !Object.keys(given).every((key) => inputs[name]?.includes(key)),
    );
    expect(wrong).toEqual([]);
  });

  it('deploys the zip that was packed, with settings, and keeps no secret', () => {
    const deployments = text.replace(/\\\n\s*/g, '').match(/^.*npm run deploy.*$/gm) ?? [];
    expect(deployments).toHaveLength(1);
    expect(deployments[0]).toMatch(/--environment .* --zip \S*_managed\.zip +--settings \S.*\.json/);
    expect(text).not.toMatch(/secrets\.|SECRET|PASSWORD/);
  });
});

const job = z.object({
  needs: z.string().optional(),
  environment: z.string().optional(),
  permissions: z.record(z.string(), z.string()).optional(),
  env: z.record(z.string(), z.string()).optional(),
  steps: z.array(z.record(z.string(), z.unknown())),
});

describe('github-actions.yml', () => {
  const { jobs } = z.object({ jobs: z.record(z.string(), job) }).parse(parse(gitHub));

  it('packs, deploys to test and then to production, by the same steps', () => {
    expect(jobs['test']?.needs).toBe('pack');
    expect(jobs['production']?.needs).toBe('test');
    expect(jobs['production']?.steps).toEqual(jobs['test']?.steps);
  });

  it.each(['test', 'production'])('signs in to %s by federation, in its environment', (name) => {
    expect(jobs[name]).toMatchObject({ environment: name, permissions: { 'id-token': 'write' } });
    expect(Object.keys(jobs[name]?.env ?? {}).sort()).toEqual([
      'AZURE_CLIENT_ID',
      'AZURE_TENANT_ID',
      'DATAVERSE_URL',
    ]);
  });
});

describe('azure-pipelines.yml', () => {
  it('maps the token that the job is vouched for by', () => {
    expect(azure).toContain('SYSTEM_ACCESSTOKEN: $(System.AccessToken)');
  });
});

describe('the container', () => {
  const file = read('plugins/container/Dockerfile').text;
  const [, ...letThrough] = read('.dockerignore').text.trim().split('\n');

  it('copies what .dockerignore lets through', () => {
    const copied = [...file.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, sources = '']) =>
      sources.split(' ').slice(0, -1),
    );
    expect(copied).toContain('package-lock.json');
    expect(copied.filter((path) => !existsSync(path) || !letThrough.includes(`!${path}`))).toEqual([]);
  });

  it('runs without rights, and has a health check that is a command', () => {
    const last = file.slice(file.lastIndexOf('\nFROM '));
    expect(last).toMatch(/^USER node$/m);
    const commands = [...last.matchAll(/^\s*CMD (\[.*\])$/gm)].map(([, json = '']) => JSON.parse(json));
    expect(commands).toEqual([
      ['node', '-e', expect.stringContaining('/healthz')],
      ['node', 'main.js'],
    ]);
  });
});
