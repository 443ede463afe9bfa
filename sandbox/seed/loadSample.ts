import { readFile } from 'node:fs/promises';
import { resolveValues, type Step, type Values } from './steps.js';

/** In this order: who may do what, then settings, then what later rows point to. */
const files = ['assignments', 'settings', 'accounts', 'contacts', 'webRoles', 'invitations'];

export interface SampleOptions {
  /** Address of the Dataverse: `http://127.0.0.1:5800`. */
  readonly url: string;
  /** A bearer token for each user that the steps name, and for `admin`. */
  readonly tokens: Readonly<Record<string, string>>;
  /** Values for `${…}` in the sample data: `siteUrl`. */
  readonly variables: Readonly<Record<string, string>>;
  readonly now: Date;
}

/**
 * Fills an organization with the sample data, through the Web API as anybody would. Once it is complete it is left as it is:
 * what people did with a kept data file stays. A load that was interrupted is taken up again.
 *
 * @throws Error with the server's sentence when a step is refused
 */
export async function loadSample(options: SampleOptions): Promise<void> {
  const steps = (await Promise.all(files.map(readSteps))).flat();
  if (await isComplete(steps, caller('admin', options))) return;
  for (const step of steps) await run(step, options);
}

const readSteps = async (file: string): Promise<readonly Step[]> =>
  JSON.parse(await readFile(new URL(`./${file}.json`, import.meta.url), 'utf8'));

/** The row that is changed last is there. */
async function isComplete(steps: readonly Step[], call: Call): Promise<boolean> {
  const last = steps.findLast((step) => 'update' in step);
  return last !== undefined && (await call('GET', last.update)) !== undefined;
}

async function run(step: Step, options: SampleOptions): Promise<void> {
  const call = caller(step.as ?? 'admin', options);
  if ('link' in step) {
    const target = await locate(step.to, call);
    const sources = step.each === true ? await locateAll(step.link, call) : [await locate(step.link, call)];
    for (const source of sources) {
      await call('POST', `${source}/${step.relationship}/$ref`, {
        '@odata.id': `${options.url}/api/data/v9.2/${target}`,
      });
    }
    return;
  }
  const row: Record<string, Values[string]> = { ...resolveValues(step.row, options.variables, options.now) };
  if ('update' in step) {
    await call('PATCH', step.update, row);
    return;
  }
  for (const [navigation, target] of Object.entries(step.bind ?? {})) {
    row[`${navigation}@odata.bind`] = `/${await locate(target, call)}`;
  }
  await call('POST', step.create, row);
}

type Call = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) => Promise<unknown>;

/** HTTP status of a row or link that is there already. */
const preconditionFailed = 412;
const notFound = 404;

function caller(user: string, { url, tokens }: SampleOptions): Call {
  return async (method, path, body) => {
    const response = await fetch(`${url}/api/data/v9.2/${path}`, {
      method,
      headers: { authorization: `Bearer ${tokens[user]}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.ok) return text ? JSON.parse(text) : undefined;
    if (method === 'POST' && response.status === preconditionFailed) return undefined;
    if (method === 'GET' && response.status === notFound) return undefined;
    throw new Error(`Sample data: ${method} ${path} as ${user}: ${response.status} ${text}`);
  };
}

/** `set(id)` as it is; `set?$select=id&$filter=…` is looked up: the first match. */
async function locate(target: string, call: Call): Promise<string> {
  if (!target.includes('?')) return target;
  const [first] = await locateAll(target, call);
  if (first === undefined) throw new Error(`Sample data: nothing matches ${target}.`);
  return first;
}

/** All matches of `set?$select=id&$filter=…`. */
async function locateAll(query: string, call: Call): Promise<readonly string[]> {
  const [set = ''] = query.split('?');
  const found = (await call('GET', encodeURI(query))) as { value: Record<string, unknown>[] };
  return found.value.flatMap((row) => {
    const id = Object.entries(row).find(([name]) => !name.startsWith('@'))?.[1];
    return typeof id === 'string' ? [`${set}(${id})`] : [];
  });
}
