import type { Attributes } from '../../../sandbox/dataverse/organization/attributes.js';
import type { Session } from '../../../sandbox/dataverse/organization/organization.js';
import { read } from '../../../sandbox/dataverse/webapi/read/read.js';
import { parsePath } from '../../../sandbox/dataverse/webapi/url/path.js';
import { Projects } from '../organization/projectsOrganization.js';

/** Ids of the sample rows, by a short name. */
export const ids = {
  acme: 'aaaaaaaa-0000-4000-8000-000000000001',
  jose: 'cccccccc-0000-4000-8000-000000000001',
  zoe: 'cccccccc-0000-4000-8000-000000000002',
  alpha: 'dddddddd-0000-4000-8000-000000000001',
  beta: 'dddddddd-0000-4000-8000-000000000002',
  gamma: 'dddddddd-0000-4000-8000-000000000003',
  delta: 'dddddddd-0000-4000-8000-000000000004',
  red: 'eeeeeeee-0000-4000-8000-000000000001',
  blue: 'eeeeeeee-0000-4000-8000-000000000002',
} as const;

export const baseUrl = 'http://sandbox.test/api/data/v9.2';

/** The moment at which everything in the sample happens: a Monday. */
export const now = new Date('2026-11-23T10:20:30Z');

/**
 * Four projects: Alpha and Beta for contact José of Acme, Gamma (below Alpha) for Zoë, Delta with nothing set.
 * Alpha has two steps and the tags red and blue, Beta one step and the tag blue.
 */
export function sampleProjects(): Projects {
  const projects = new Projects();
  projects.organization.clock.set(now);
  projects.create('account', { accountid: ids.acme, name: 'Acme' });
  projects.create('contact', {
    contactid: ids.jose,
    firstname: 'José',
    lastname: 'Álvarez',
    parentcustomerid: to('account', ids.acme),
  });
  projects.create('contact', { contactid: ids.zoe, firstname: 'Zoë', lastname: 'Young' });
  const rows: readonly Attributes[] = [
    {
      new_projectid: ids.alpha,
      new_name: 'Alpha',
      new_code: 'A/1',
      new_year: 2024,
      new_budget: 10.5,
      new_kind: 1,
      new_kinds: '1,2',
      new_open: true,
      new_day: '2026-11-23',
      new_moment: '2026-11-23T08:00:00Z',
      new_contactid: to('contact', ids.jose),
      new_secret: 'hush',
      new_text: 'One Two',
    },
    {
      new_projectid: ids.beta,
      new_name: 'Béta 100%',
      new_code: "B'2",
      new_year: 2025,
      new_budget: 20,
      new_kind: 2,
      new_kinds: '2',
      new_open: false,
      new_day: '2026-11-16',
      new_moment: '2026-11-16T23:59:59Z',
      new_contactid: to('contact', ids.jose),
    },
    {
      new_projectid: ids.gamma,
      new_name: 'Gamma',
      new_code: 'G',
      new_year: 2025,
      new_budget: 500,
      new_kind: 2,
      new_open: false,
      new_day: '2025-11-23',
      new_moment: '2026-12-24T12:00:00Z',
      new_contactid: to('contact', ids.zoe),
      new_parentid: to('new_project', ids.alpha),
    },
    { new_projectid: ids.delta, new_name: 'Delta' },
  ];
  for (const row of rows) projects.create('new_project', row);
  for (const [name, project] of [
    ['a1', ids.alpha],
    ['a2', ids.alpha],
    ['b1', ids.beta],
  ] as const) {
    projects.create('new_step', { new_name: name, new_projectid: to('new_project', project) });
  }
  for (const name of ['red', 'blue'] as const)
    projects.create('new_tag', { new_tagid: ids[name], new_name: name });
  for (const [project, tag] of [
    ['alpha', 'red'],
    ['alpha', 'blue'],
    ['beta', 'blue'],
  ] as const) {
    projects.link('new_project_tags', 'new_project', ids[project], ids[tag]);
  }
  return projects;
}

/** A lookup's value. */
export function to(table: string, id: string) {
  return { table, id };
}

/** JSON of an answer, as loosely as a client sees it. */
export type Json = Readonly<Record<string, unknown>>;

/** GET as a session, with the answer's JSON. */
export function get(session: Session, url: string, prefer?: string): Json {
  return answerTo(session, url, prefer === undefined ? {} : { prefer }).body as Json;
}

/** GET with the whole answer. */
export function answerTo(session: Session, url: string, headers: Readonly<Record<string, string>> = {}) {
  return read({ method: 'GET', url, headers, baseUrl, session }, parsePath(url));
}

/** The rows of a collection. */
export function rows(session: Session, url: string, prefer?: string): readonly Json[] {
  return get(session, url, prefer)['value'] as readonly Json[];
}

/** The path of a link that an answer holds, ready to be read in turn. */
export function follow(link: unknown): string {
  const text = String(link);
  if (!text.startsWith(`${baseUrl}/`))
    throw new Error(`${text} does not begin with the caller's own address.`);
  return text.slice(baseUrl.length + 1);
}
