/** A person or mailbox in a header. */
export interface MailAddress {
  /** Empty when the header carries the bare address. */
  readonly name: string;
  readonly address: string;
}

/** What the list of the mailbox shows of a message. */
export interface MailSummary {
  /** Number of arrival as text, from '1' on. */
  readonly id: string;
  /** When the SMTP server took it, ISO 8601 UTC. */
  readonly receivedAt: string;
  /** The Message-ID header with its angle brackets; empty when the sender gave none. */
  readonly messageId: string;
  readonly from: readonly MailAddress[];
  /** The To header. */
  readonly to: readonly MailAddress[];
  /** Addresses of the SMTP envelope: who really got it, blind copies included. */
  readonly recipients: readonly string[];
  readonly subject: string;
  /** Size of the raw message in bytes. */
  readonly size: number;
}

/** A whole message: the summary and its parts. */
export interface MailMessage extends MailSummary {
  /** The text/html part; empty when there is none. */
  readonly html: string;
  /** The text/plain part; empty when there is none. */
  readonly text: string;
  /** Header lines in their order, unfolded. */
  readonly headers: readonly MailHeader[];
}

/** A header line, its folding undone. */
export interface MailHeader {
  readonly name: string;
  readonly value: string;
}
