import type { ArrivedMail } from '../../tally/mailEffects.js';
import type { RedemptionActivity, WorkflowJob } from '../../tally/redemptionEffects.js';

/** An invitation as it stands after a wave. */
export type InvitationFacts = {
  readonly inv_invitationid: string;
  readonly statecode: number;
  readonly statuscode: number;
  readonly inv_sendresult: number | null;
  readonly inv_sendgeneration: number | null;
  readonly inv_code: string | null;
  readonly inv_codehash: string | null;
  readonly inv_redemptions: number | null;
};

/** A contact with what it has been given. */
export type ContactFacts = {
  readonly contactid: string;
  readonly _parentcustomerid_value: string | null;
  readonly inv_webrole_contacts: readonly { readonly inv_webroleid: string }[];
};

/** A redemption request and its answer. */
export type RequestFacts = {
  readonly inv_redemptionrequestid: string;
  readonly statecode: number;
  readonly inv_outcome: number | null;
  readonly inv_code: string | null;
};

/** All that is there after a wave, read with everything readable, and from the mailbox. */
export interface WaveFacts {
  readonly invitations: readonly InvitationFacts[];
  readonly contacts: readonly ContactFacts[];
  readonly requests: readonly RequestFacts[];
  readonly activities: readonly RedemptionActivity[];
  readonly jobs: readonly WorkflowJob[];
  /** Those that came in this wave. */
  readonly mails: readonly ArrivedMail[];
}
