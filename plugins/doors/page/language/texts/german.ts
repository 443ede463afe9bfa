import type { Texts } from './english.js';

/** The words of the page in German. */
export const german: Texts = {
  language: 'Sprache',
  help: 'Hilfe',
  privacy: 'Datenschutz',
  tryAgain: 'Erneut versuchen',
  toStart: 'Zur Startseite',
  incident: 'Wenn Sie um Hilfe bitten, nennen Sie bitte die Nummer {incident}.',

  codeTitle: 'Geben Sie Ihren Einladungscode ein',
  codeLead: 'Sie finden den Code in Ihrer Einladungsmail. Am einfachsten folgen Sie dem Link darin.',
  codeLabel: 'Einladungscode',
  codeHint: 'Groß- und Kleinschreibung spielt keine Rolle.',
  codeMissing: 'Bitte geben Sie den Code ein.',
  codeNext: 'Weiter',
  codeByLink:
    'Hat Sie ein Link aus Ihrer Mail hierher geführt? Dann hat Ihr Browser sich die Einladung nicht gemerkt. Bitte erlauben Sie Cookies für {host} und folgen Sie dem Link noch einmal.',

  openTitle: 'Sie sind zu {brand} eingeladen',
  openBy: '{inviter} hat Sie eingeladen.',
  invitedBy: 'Eingeladen von',
  account: 'Organisation',
  roles: 'Ihr Zugang',
  until: 'Gültig bis',
  untilEnd: 'bis zum Ende dieses Tages ({zone})',
  usesLeft: 'Freie Plätze',
  invitedAs: 'Gerichtet an',
  signInTitle: 'Zum Annehmen anmelden',
  signInLead:
    'Bitte melden Sie sich mit dem Konto an, zu dem diese Adresse gehört. Damit ist noch nichts angenommen.',
  signInLeadGroup:
    'Bitte melden Sie sich an, damit wir wissen, dass Sie eingeladen sind. Damit ist noch nichts angenommen.',
  signInWith: 'Weiter mit {provider}',
  onwardTitle: 'Sie werden zu {provider} weitergeleitet',
  onwardLead: 'Wenn nichts geschieht, verwenden Sie bitte die Schaltfläche.',

  signedIn: 'Angemeldet mit {provider}',
  acceptAs: 'Sie nehmen die Einladung als {name} an.',
  acceptNew: 'Wenn Sie annehmen, wird ein Profil für Sie angelegt.',
  accept: 'Einladung annehmen',
  switchAccount: 'Anderes Konto verwenden',
  notYou: 'Das sind nicht Sie? Anderes Konto verwenden',

  wrongTitle: 'Diese Einladung ist für jemand anderen',
  wrongLead: 'Sie sind als {who} angemeldet, die Einladung richtet sich aber an {invitedAs}.',
  wrongLeadGroup: 'Sie sind als {who} angemeldet und gehören damit nicht zu den Eingeladenen.',
  wrongKept:
    'Die Einladung bleibt unberührt. Um sie anzunehmen, verwenden Sie bitte das Konto, für das sie gedacht ist.',

  takenTitle: 'Sie haben hier bereits ein anderes Konto',
  takenLead:
    'Die eingeladene Person ist bereits mit einem anderen Konto als {who} verknüpft. Bitte melden Sie sich mit jenem Konto an; die Einladung bleibt unberührt.',
  takenHelp:
    'Wenn Sie es nicht mehr verwenden können, wenden Sie sich bitte an die Person, die Sie eingeladen hat.',

  inactiveTitle: 'Ihr Zugang ist gesperrt',
  inactiveLead:
    'Das Profil, das zu {who} gehört, ist inaktiv; deshalb lässt sich die Einladung nicht annehmen. Bitte wenden Sie sich an die Person, die Sie eingeladen hat.',

  invalidTitle: 'Diese Einladung ist nicht gültig',
  invalidLead:
    'Vielleicht wurde sie bereits angenommen, ist abgelaufen oder wurde zurückgezogen, oder der Code enthält einen Tippfehler.',
  invalidSignIn: 'War sie für Sie bestimmt? Dann melden Sie sich an, und Sie erfahren mehr.',
  invalidSwitch:
    'Sie sind als {who} angemeldet. Ging die Einladung an eine andere Ihrer Adressen? Dann verwenden Sie jenes Konto.',
  invalidAsk: 'Bitten Sie andernfalls die Person, die Sie eingeladen hat, um eine neue Einladung.',
  retypeTitle: 'Code noch einmal eingeben',

  closedTitle: 'Ihre Einladung ist nicht mehr gültig',
  closedExpired: 'Sie war bis einschließlich {day} gültig.',
  closedExpiredOnce: 'Sie ist abgelaufen.',
  closedInactive: 'Sie wurde zurückgezogen.',
  closedExhausted: 'Sie wurde bereits verwendet.',
  closedExhaustedGroup: 'Alle Plätze sind vergeben.',
  askLead: 'Sie können um eine neue bitten. Die Zuständigen erhalten Ihre Bitte sofort.',
  ask: 'Um eine neue Einladung bitten',
  asked: 'Ihre Bitte wurde weitergeleitet. Sie erhalten eine Mail, sobald es eine neue Einladung gibt.',

  doneTitle: 'Willkommen bei {brand}',
  doneLead: 'Sie haben die Einladung angenommen.',
  beforeTitle: 'Sie haben diese Einladung bereits angenommen',
  beforeLead: 'Sie müssen nichts weiter tun.',
  grantedTitle: 'Das haben Sie nun',
  keptAccount: 'Sie gehören bereits zu einer anderen Organisation, und dabei bleibt es.',
  workflow: 'Weitere Schritte wurden gestartet und laufen von selbst zu Ende.',
  moreRoles: 'und {count} weitere',
  goOn: 'Weiter zu {site}',
  closePage: 'Sie können diese Seite nun schließen.',

  lockedTitle: 'Zu viele Versuche',
  lockedLead:
    'Zum Schutz der Einladungen nehmen wir von Ihnen zurzeit keine Codes an. Bitte versuchen Sie es in {wait} noch einmal.',
  lockedKept: 'An Ihrer Einladung ändert das nichts.',

  cookiesTitle: 'Ihr Browser nimmt keine Cookies an',
  cookiesLead:
    'Die Seite braucht sie, um sich Ihre Einladung zu merken, während Sie sich anmelden. Bitte erlauben Sie Cookies für {host} und folgen Sie dann dem Link in Ihrer Mail noch einmal.',

  formTitle: 'Bitte öffnen Sie die Seite noch einmal',
  formLead:
    'Das Formular war zu lange geöffnet oder wurde nicht von dieser Seite gesendet. Zu Ihrem Schutz ist nichts damit geschehen.',
  formOpen: 'Seite noch einmal öffnen',

  waitTitle: 'Einen Moment, bitte',
  waitLead:
    'Der Dienst kann gerade nicht antworten. Es geht nichts verloren. Die Seite versucht es in {wait} von selbst noch einmal.',
  waitNow: 'Jetzt erneut versuchen',

  lostTitle: 'Seite nicht gefunden',
  lostLead:
    'Unter dieser Adresse gibt es nichts. Um eine Einladung anzunehmen, folgen Sie bitte dem Link in Ihrer Mail.',

  problemTitle: 'Etwas ist schiefgegangen',
  problemLead:
    'Der Fehler liegt bei uns, nicht bei Ihnen. Bitte versuchen Sie es später noch einmal; es geht nichts verloren.',

  noticeCancelled: 'Sie haben die Anmeldung abgebrochen. Sie können es jederzeit noch einmal versuchen.',
  noticeSignInFailed: 'Die Anmeldung hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
  noticeUnreachable:
    'Der Anmeldedienst ist zurzeit nicht erreichbar. Bitte versuchen Sie es später noch einmal.',
  noticeTrouble:
    'Das hat gerade nicht geklappt. Es geht nichts verloren; bitte versuchen Sie es gleich noch einmal.',
  noticeFailed:
    'Die Einladung konnte nicht angenommen werden. Die Zuständigen wurden benachrichtigt; bitte versuchen Sie es später noch einmal.',
};
