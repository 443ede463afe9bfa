import { applyTemplate } from '../email/template/applyTemplate.js';
import { templateData } from '../email/template/templateData.js';
import { errors } from '../errors.js';
import type { Table } from '../metadata/model.js';
import type { Session } from '../organization/organization.js';
import { retrieveStored } from '../organization/retrieveStored.js';
import { requirePrivilege } from '../organization/security/requirePrivilege.js';
import type { StoredRow } from '../storage/store.js';
import type { Message } from './message.js';
import { guidParameter, textParameter } from './parameters.js';
import { contextResponse } from './response.js';

/** A template for users can be used for rows of every table: the app calls it "Global". */
const globalTemplate = 'systemuser';

/**
 * `InstantiateTemplate(TemplateId, ObjectType, ObjectId)` action: an e-mail template applied to one row. Answers with
 * an e-mail that is not saved: subject and description.
 */
export const instantiateTemplate: Message = {
  name: 'InstantiateTemplate',
  kind: 'action',
  binding: { to: 'nothing' },
  run: (call) => {
    const { session } = call;
    const { catalogue } = session.organization;
    const objectType = textParameter(call, 'ObjectType');
    const table = catalogue.tables.get(objectType);
    if (table === undefined)
      throw errors.invalidArgument(`The entity with a name = '${objectType}' was not found.`);
    const template = readable(session, catalogue.table('template'), guidParameter(call, 'TemplateId'));
    const row = readable(session, table, guidParameter(call, 'ObjectId'));
    const type = template['templatetypecode'];
    if (type !== globalTemplate && type !== objectType) {
      throw errors.invalidArgument(`The template is for rows of ${String(type)}, not of ${objectType}.`);
    }
    const data = templateData(session, table, row);
    return contextResponse(call.request, 'Collection(mscrm.crmbaseentity)', {
      value: [
        {
          '@odata.type': '#Microsoft.Dynamics.CRM.email',
          subject: applyTemplate(String(template['subject'] ?? ''), data),
          description: applyTemplate(String(template['body'] ?? ''), data),
        },
      ],
    });
  },
};

function readable(session: Session, table: Table, id: string): StoredRow {
  requirePrivilege(session, table, 'Read');
  const row = retrieveStored(session, table, id);
  if (row === undefined) throw errors.notFound(table.logicalName, id);
  requirePrivilege(session, table, 'Read', id);
  return row;
}
