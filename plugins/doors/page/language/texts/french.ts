import type { Texts } from './english.js';

/** With the narrow no-break space that French sets before `?`, `;` and `!`, and the no-break space before `:`. */
export const french: Texts = {
  language: 'Langue',
  help: 'Aide',
  privacy: 'Confidentialité',
  tryAgain: 'Réessayer',
  toStart: 'Vers la page d’accueil',
  incident: 'Si vous demandez de l’aide, veuillez indiquer le numéro {incident}.',

  codeTitle: 'Saisissez votre code d’invitation',
  codeLead:
    'Vous trouverez le code dans votre e-mail d’invitation. Le plus simple est de suivre le lien qu’il contient.',
  codeLabel: 'Code d’invitation',
  codeHint: 'Les majuscules et les minuscules sont équivalentes.',
  codeMissing: 'Veuillez saisir le code.',
  codeNext: 'Continuer',
  codeByLink:
    'Avez-vous suivi le lien de votre e-mail\u202f? Votre navigateur n’a alors pas retenu l’invitation. Veuillez autoriser les cookies pour {host} et suivre de nouveau le lien.',

  openTitle: 'Votre invitation à rejoindre {brand}',
  openBy: 'L’invitation vous est adressée par {inviter}.',
  invitedBy: 'De la part de',
  account: 'Organisation',
  roles: 'Votre accès',
  until: 'Valable jusqu’au',
  untilEnd: 'jusqu’à la fin de cette journée ({zone})',
  usesLeft: 'Places restantes',
  invitedAs: 'Adressée à',
  signInTitle: 'Connectez-vous pour accepter',
  signInLead:
    'Veuillez vous connecter avec le compte qui correspond à cette adresse. Rien n’est encore accepté.',
  signInLeadGroup:
    'Veuillez vous connecter afin que nous sachions que l’invitation vous est destinée. Rien n’est encore accepté.',
  signInWith: 'Continuer avec {provider}',
  onwardTitle: 'Redirection vers {provider}',
  onwardLead: 'S’il ne se passe rien, veuillez utiliser le bouton.',

  signedIn: 'Connexion établie avec {provider}',
  acceptAs: 'Vous acceptez l’invitation en tant que {name}.',
  acceptNew: 'Si vous acceptez, un profil sera créé pour vous.',
  accept: 'Accepter l’invitation',
  switchAccount: 'Utiliser un autre compte',
  notYou: 'Ce n’est pas vous\u202f? Utiliser un autre compte',

  wrongTitle: 'Cette invitation est destinée à quelqu’un d’autre',
  wrongLead: 'Vous utilisez le compte {who}, mais l’invitation est adressée à {invitedAs}.',
  wrongLeadGroup: 'Vous utilisez le compte {who}, qui ne fait pas partie des personnes invitées.',
  wrongKept:
    'L’invitation reste intacte. Pour l’accepter, veuillez utiliser le compte auquel elle est destinée.',

  takenTitle: 'Vous avez déjà un autre compte ici',
  takenLead:
    'La personne invitée est déjà associée à un autre compte que {who}. Veuillez vous connecter avec cet autre compte\u202f; l’invitation reste intacte.',
  takenHelp:
    'Si vous ne pouvez plus l’utiliser, veuillez vous adresser à la personne dont vient l’invitation.',

  inactiveTitle: 'Votre accès est suspendu',
  inactiveLead:
    'Le profil associé à {who} est inactif\u202f; l’invitation ne peut donc pas être acceptée. Veuillez vous adresser à la personne dont vient l’invitation.',

  invalidTitle: 'Cette invitation n’est pas valable',
  invalidLead:
    'Elle a peut-être déjà été acceptée, a expiré ou a été retirée, ou bien le code contient une faute de frappe.',
  invalidSignIn: 'Vous était-elle destinée\u202f? Connectez-vous pour en savoir plus.',
  invalidSwitch:
    'Vous utilisez le compte {who}. L’invitation a-t-elle été envoyée à une autre de vos adresses\u202f? Utilisez alors l’autre compte.',
  invalidAsk: 'Sinon, veuillez demander une nouvelle invitation à la personne qui vous l’a envoyée.',
  retypeTitle: 'Saisir de nouveau le code',

  closedTitle: 'Votre invitation n’est plus valable',
  closedExpired: 'Elle était valable jusqu’au {day} inclus.',
  closedExpiredOnce: 'Elle a expiré.',
  closedInactive: 'Elle a été retirée.',
  closedExhausted: 'Elle a déjà été utilisée.',
  closedExhaustedGroup: 'Toutes les places sont prises.',
  askLead: 'Vous pouvez en demander une nouvelle. Les responsables reçoivent immédiatement votre demande.',
  ask: 'Demander une nouvelle invitation',
  asked: 'Votre demande a été transmise. Vous recevrez un e-mail dès qu’une nouvelle invitation sera prête.',

  doneTitle: 'Bienvenue chez {brand}',
  doneLead: 'Vous avez accepté l’invitation.',
  beforeTitle: 'Vous avez déjà accepté cette invitation',
  beforeLead: 'Vous n’avez plus rien à faire.',
  grantedTitle: 'Voici ce que vous avez obtenu',
  keptAccount: 'Vous appartenez déjà à une autre organisation, et cela ne change pas.',
  workflow: 'D’autres étapes ont été lancées et se termineront d’elles-mêmes.',
  moreRoles: 'et {count} de plus',
  goOn: 'Continuer vers {site}',
  closePage: 'Vous pouvez maintenant fermer cette page.',

  lockedTitle: 'Trop de tentatives',
  lockedLead:
    'Pour protéger les invitations, nous n’acceptons pour l’instant aucun code de votre part. Veuillez réessayer dans {wait}.',
  lockedKept: 'Cela ne change rien à votre invitation.',

  cookiesTitle: 'Votre navigateur n’accepte pas les cookies',
  cookiesLead:
    'La page en a besoin pour retenir votre invitation pendant que vous vous connectez. Veuillez autoriser les cookies pour {host}, puis suivre de nouveau le lien de votre e-mail.',

  formTitle: 'Veuillez ouvrir de nouveau la page',
  formLead:
    'Le formulaire est resté ouvert trop longtemps ou n’a pas été envoyé depuis cette page. Pour votre protection, il n’a pas été traité.',
  formOpen: 'Ouvrir de nouveau la page',

  waitTitle: 'Un instant, s’il vous plaît',
  waitLead:
    'Le service ne peut pas répondre pour le moment. Rien n’est perdu. La page réessaie d’elle-même dans {wait}.',
  waitNow: 'Réessayer maintenant',

  lostTitle: 'Page introuvable',
  lostLead:
    'Il n’y a rien à cette adresse. Pour accepter une invitation, veuillez suivre le lien de votre e-mail.',

  problemTitle: 'Une erreur s’est produite',
  problemLead: 'Elle vient de nous et non de vous. Veuillez réessayer plus tard\u202f; rien n’est perdu.',

  noticeCancelled: 'Vous avez annulé la connexion. Vous pouvez réessayer à tout moment.',
  noticeSignInFailed: 'La connexion a échoué. Veuillez réessayer.',
  noticeUnreachable: 'Le service de connexion est momentanément injoignable. Veuillez réessayer plus tard.',
  noticeTrouble: 'Cela n’a pas fonctionné. Rien n’est perdu\u202f; veuillez réessayer dans un instant.',
  noticeFailed:
    'L’invitation n’a pas pu être acceptée. Les responsables ont été informés\u202f; veuillez réessayer plus tard.',
};
