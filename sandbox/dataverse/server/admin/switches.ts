/** Things of the outside world that can be broken at will; workers look at them. */
export interface Switches {
  /** The mailbox server does not answer: mails stay in Pending Send. */
  mailboxStuck: boolean;
}
