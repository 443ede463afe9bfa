import { requireNamedPrivilege } from '../organization/security/requireNamedPrivilege.js';
import { parseXml } from '../metadata/xml.js';
import { errors } from '../errors.js';
import type { Message } from './message.js';
import { textParameter } from './parameters.js';

const done = { status: 204, headers: {} };

/** `PublishAllXml` action. In the sandbox every change of the metadata is in force at once: nothing is left to do. */
const publishAllXml: Message = {
  name: 'PublishAllXml',
  kind: 'action',
  binding: { to: 'nothing' },
  run: ({ session }) => {
    requireNamedPrivilege(session, 'prvPublishCustomization');
    return done;
  },
};

/** `PublishXml` action: the same for what its XML lists. */
const publishXml: Message = {
  name: 'PublishXml',
  kind: 'action',
  binding: { to: 'nothing' },
  run: (call) => {
    requireNamedPrivilege(call.session, 'prvPublishCustomization');
    const xml = textParameter(call, 'ParameterXml');
    if (!isImportExportXml(xml)) {
      throw errors.invalidArgument('ParameterXml must be XML with the root element importexportxml.');
    }
    return done;
  },
};

/** The messages that publish customizations. */
export const publishMessages: readonly Message[] = [publishAllXml, publishXml];

function isImportExportXml(xml: string): boolean {
  try {
    return parseXml(xml, 'ParameterXml').nodeName.toLowerCase() === 'importexportxml';
  } catch {
    return false;
  }
}
