/**
 * The words of the page. `{name}` is filled in. Who invites, accounts, roles and addresses are texts of others: they are escaped and kept
 * apart from the sentence around them. These keys are those of `texts` in the brand's file.
 */
export const english = {
  language: 'Language',
  help: 'Help',
  privacy: 'Privacy',
  tryAgain: 'Try again',
  toStart: 'To the start page',
  incident: 'If you ask for help, please mention the number {incident}.',

  codeTitle: 'Enter your invitation code',
  codeLead: 'You will find the code in your invitation mail. It is easiest to follow the link there.',
  codeLabel: 'Invitation code',
  codeHint: 'Upper and lower case make no difference.',
  codeMissing: 'Please enter the code.',
  codeNext: 'Continue',
  codeByLink:
    'Did a link from your mail bring you here? Then your browser did not keep the invitation. Please allow cookies for {host} and follow the link again.',

  openTitle: 'You are invited to {brand}',
  openBy: '{inviter} has invited you.',
  invitedBy: 'Invited by',
  account: 'Organization',
  roles: 'Your access',
  until: 'Valid until',
  untilEnd: 'to the end of that day ({zone})',
  usesLeft: 'Places left',
  invitedAs: 'Addressed to',
  signInTitle: 'Sign in to accept',
  signInLead: 'Please sign in with the account that has this address. Nothing is accepted yet.',
  signInLeadGroup: 'Please sign in, so that we know that you are invited. Nothing is accepted yet.',
  signInWith: 'Continue with {provider}',
  onwardTitle: 'You are being taken to {provider}',
  onwardLead: 'Please use the button if nothing happens.',

  signedIn: 'Signed in with {provider}',
  acceptAs: 'You accept the invitation as {name}.',
  acceptNew: 'When you accept, a profile is created for you.',
  accept: 'Accept invitation',
  switchAccount: 'Use another account',
  notYou: 'Not you? Use another account',

  wrongTitle: 'This invitation is for somebody else',
  wrongLead: 'You are signed in as {who}, but the invitation is addressed to {invitedAs}.',
  wrongLeadGroup: 'You are signed in as {who}, who is not among those invited.',
  wrongKept: 'The invitation remains untouched. To accept it, please use the account it is meant for.',

  takenTitle: 'You already have another account here',
  takenLead:
    'The person invited is already linked to an account other than {who}. Please sign in with that account; the invitation remains untouched.',
  takenHelp: 'If you can no longer use it, please contact the person who invited you.',

  inactiveTitle: 'Your access is suspended',
  inactiveLead:
    'The profile that belongs to {who} is inactive, so the invitation cannot be accepted. Please contact the person who invited you.',

  invalidTitle: 'This invitation is not valid',
  invalidLead:
    'It may have been accepted already, have expired or have been withdrawn, or the code may contain a typing error.',
  invalidSignIn: 'Was it meant for you? Then sign in, and you will learn more.',
  invalidSwitch:
    'You are signed in as {who}. Was the invitation sent to another address of yours? Then use that account.',
  invalidAsk: 'Otherwise, please ask the person who invited you for a new invitation.',
  retypeTitle: 'Enter the code again',

  closedTitle: 'Your invitation is no longer valid',
  closedExpired: 'It was valid until the end of {day}.',
  closedExpiredOnce: 'It has expired.',
  closedInactive: 'It has been withdrawn.',
  closedExhausted: 'It has already been used.',
  closedExhaustedGroup: 'All places have been taken.',
  askLead: 'You can ask for a new one. Those responsible receive your request at once.',
  ask: 'Ask for a new invitation',
  asked: 'Your request has been passed on. You will receive a mail when there is a new invitation.',

  doneTitle: 'Welcome to {brand}',
  doneLead: 'You have accepted the invitation.',
  beforeTitle: 'You have already accepted this invitation',
  beforeLead: 'There is nothing more for you to do.',
  grantedTitle: 'This is yours now',
  keptAccount: 'You belong to another organization already, and that has not changed.',
  workflow: 'Further steps have been started and will finish by themselves.',
  moreRoles: 'and {count} more',
  goOn: 'Continue to {site}',
  closePage: 'You can close this page now.',

  lockedTitle: 'Too many attempts',
  lockedLead:
    'To protect invitations, we are not accepting any codes from you at the moment. Please try again in {wait}.',
  lockedKept: 'This changes nothing about your invitation.',

  cookiesTitle: 'Your browser does not accept cookies',
  cookiesLead:
    'The page needs them to remember your invitation while you sign in. Please allow cookies for {host}, then follow the link in your mail again.',

  formTitle: 'Please open the page again',
  formLead:
    'The form was open for too long, or it was not sent from this page. For your protection, nothing has been done with it.',
  formOpen: 'Open the page again',

  waitTitle: 'One moment, please',
  waitLead: 'The service cannot answer just now. Nothing is lost. The page tries again by itself in {wait}.',
  waitNow: 'Try again now',

  lostTitle: 'Page not found',
  lostLead: 'There is nothing at this address. To accept an invitation, please follow the link in your mail.',

  problemTitle: 'Something went wrong',
  problemLead: 'The fault lies with us, not with you. Please try again later; nothing is lost.',

  noticeCancelled: 'You have cancelled signing in. You can try again at any time.',
  noticeSignInFailed: 'Signing in did not work. Please try again.',
  noticeUnreachable: 'The sign-in service cannot be reached at the moment. Please try again later.',
  noticeTrouble: 'That did not work just now. Nothing is lost; please try again in a moment.',
  noticeFailed:
    'The invitation could not be accepted. Those responsible have been informed; please try again later.',
} as const;

/** The key of a text. */
export type TextKey = keyof typeof english;

/** All words of the page in one language. */
export type Texts = Readonly<Record<TextKey, string>>;
