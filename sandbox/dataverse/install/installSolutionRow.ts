import { v5 } from 'uuid';
import { defaultPublisher } from '../metadata/read/readManifest.js';
import type { PublisherDefinition, Solution } from '../metadata/solution.js';
import type { Session } from '../organization/organization.js';
import { retrieveStored } from '../organization/retrieveStored.js';
import { storedDate } from '../storage/dates.js';
import { baseText } from './baseText.js';
import { installRow } from './installRow.js';
import { defaultPublisherId, defaultSolutionId } from './wellKnown.js';

/** The version in which a solution is installed; undefined when it is not. */
export function installedVersion(session: Session, solution: Solution): unknown {
  const table = session.organization.catalogue.table('solution');
  return retrieveStored(session, table, solutionId(session, solution))?.['version'];
}

/** The solution's own row, by which clients tell that it is there and in which version, with its publisher's. */
export function installSolutionRow(session: Session, solution: Solution): void {
  const { uniqueName, version, labels, descriptions, isManaged, publisher } = solution;
  const now = storedDate(session.organization.clock.now(), false);
  const isNew = installedVersion(session, solution) === undefined;
  installRow(session, 'solution', solutionId(session, solution), {
    uniquename: uniqueName,
    friendlyname: baseText(session, labels) ?? uniqueName,
    description: baseText(session, descriptions) ?? null,
    version,
    ismanaged: isManaged,
    isvisible: true,
    publisherid: { table: 'publisher', id: installPublisher(session, publisher) },
    updatedon: now,
    ...(isNew ? { installedon: now } : {}),
  });
}

/**
 * The solution that every environment has for what belongs to no other ("Default solution"). Unlike those of the files
 * it is nothing to install: its version never changes.
 */
export function installDefaultSolution(session: Session): void {
  installRow(session, 'solution', defaultSolutionId, {
    uniquename: 'Default',
    friendlyname: 'Default Solution',
    version: '1.0',
    ismanaged: false,
    isvisible: true,
    publisherid: { table: 'publisher', id: installPublisher(session, defaultPublisher) },
  });
}

function installPublisher(session: Session, publisher: PublisherDefinition): string {
  const { uniqueName, labels, descriptions, prefix, optionValuePrefix } = publisher;
  const id =
    publisher === defaultPublisher
      ? defaultPublisherId
      : v5(`publisher/${uniqueName}`, session.organization.id);
  installRow(session, 'publisher', id, {
    uniquename: uniqueName,
    friendlyname: baseText(session, labels) ?? uniqueName,
    description: baseText(session, descriptions) ?? null,
    customizationprefix: prefix ?? null,
    customizationoptionvalueprefix: optionValuePrefix ?? null,
    isreadonly: optionValuePrefix === undefined,
  });
  return id;
}

function solutionId({ organization }: Session, { uniqueName }: Solution): string {
  return v5(uniqueName, organization.id);
}
