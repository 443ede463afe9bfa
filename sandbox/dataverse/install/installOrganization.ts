import type { Session } from '../organization/organization.js';
import { systemUserId } from '../organization/systemSession.js';
import { ensureRow } from './installRow.js';
import { baseCurrencyId } from './wellKnown.js';

/** The rows every organization is born with: root business unit, SYSTEM, base currency, the organization itself. */
export function installOrganization(session: Session): void {
  const { organization } = session;
  ensureRow(session, 'businessunit', organization.businessUnitId, { name: 'Sandbox' });
  ensureRow(session, 'systemuser', systemUserId, {
    firstname: null,
    lastname: 'SYSTEM',
    domainname: 'SYSTEM',
    businessunitid: { table: 'businessunit', id: organization.businessUnitId },
    isdisabled: false,
  });
  ensureRow(session, 'transactioncurrency', baseCurrencyId, {
    currencyname: 'US Dollar',
    isocurrencycode: 'USD',
    currencysymbol: '$',
    currencyprecision: 2,
    exchangerate: 1,
  });
  ensureRow(session, 'organization', organization.id, {
    name: 'Sandbox',
    languagecode: organization.baseLanguage,
    basecurrencyid: { table: 'transactioncurrency', id: baseCurrencyId },
  });
}
