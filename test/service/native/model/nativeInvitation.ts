import { dayIn } from '../../../../plugins/invitation/expiry.js';
import { textLiteral } from '../../../../plugins/redeem/facts/odata.js';
import { invitation as table } from '../../../../solution/schema.js';
import type { NativeService } from './nativeService.js';

/** An invitation as the native system reads it: with its counter, and without its row version. */
export interface NativeInvitation {
  readonly id: string;
  readonly group: boolean;
  /** Nothing was given: unlimited, for a single invitation too. */
  readonly maximum: number | null;
  readonly redemptions: number;
  readonly invitedContact?: { readonly id: string; readonly active: boolean; readonly address: string };
}

/**
 * Looks a code up as the native system does: among active invitations, whatever their status reason, by the readable code, without the
 * website. Two that match are as good as none.
 */
export async function findInvitation(
  code: string,
  service: NativeService,
): Promise<NativeInvitation | undefined> {
  const select = 'inv_type,inv_expirydate,inv_maximumredemptions,inv_redemptions';
  const rows = await service.admin.rows(
    `${table.set}?$select=${select}&$expand=inv_contactid($select=contactid,statecode,emailaddress1)` +
      `&$filter=statecode eq 0 and inv_code eq ${textLiteral(code)}`,
  );
  const [row, second] = rows.filter(({ inv_expirydate: day }) => isOpenOn(day as string | null, service));
  if (row === undefined || second !== undefined) return undefined;
  const maximum = row.inv_maximumredemptions as number | null;
  const redemptions = Number(row.inv_redemptions ?? 0);
  if ((maximum ?? 0) !== 0 && redemptions >= (maximum ?? 0)) return undefined;
  const contact = row.inv_contactid as { contactid: string; statecode: number; emailaddress1: string } | null;
  return {
    id: String(row[table.id]),
    group: row.inv_type === table.type.group,
    maximum,
    redemptions,
    ...(contact && {
      invitedContact: {
        id: contact.contactid,
        active: contact.statecode === 0,
        address: contact.emailaddress1,
      },
    }),
  };
}

/**
 * The expiry date is the midnight with which its day begins for who chose it, and is compared with a time that is rounded up to the hour
 * from its half on.
 */
function isOpenOn(day: string | null, { now, timeZone }: NativeService): boolean {
  if (day === null) return true;
  const time = now();
  const hour = 3_600_000;
  const rounded = time.getUTCMinutes() >= 30 ? Math.ceil(time.getTime() / hour) * hour : time.getTime();
  return dayIn(timeZone(), new Date(rounded - 1)) < day;
}
