import type { Texts } from './english.js';

/** The words of the page in Spanish. */
export const spanish: Texts = {
  language: 'Idioma',
  help: 'Ayuda',
  privacy: 'Privacidad',
  tryAgain: 'Intentar de nuevo',
  toStart: 'Ir a la página de inicio',
  incident: 'Si pide ayuda, indique el número {incident}, por favor.',

  codeTitle: 'Introduzca su código de invitación',
  codeLead:
    'Encontrará el código en el correo de su invitación. Lo más sencillo es seguir el enlace que contiene.',
  codeLabel: 'Código de invitación',
  codeHint: 'No importa si escribe en mayúsculas o en minúsculas.',
  codeMissing: 'Introduzca el código, por favor.',
  codeNext: 'Continuar',
  codeByLink:
    '¿Ha llegado aquí por un enlace de su correo? Entonces su navegador no ha guardado la invitación. Permita las cookies para {host} y siga el enlace de nuevo.',

  openTitle: 'Tiene una invitación a {brand}',
  openBy: '{inviter} le envía esta invitación.',
  invitedBy: 'De parte de',
  account: 'Organización',
  roles: 'Su acceso',
  until: 'Válida hasta',
  untilEnd: 'hasta el final de ese día ({zone})',
  usesLeft: 'Plazas libres',
  invitedAs: 'Dirigida a',
  signInTitle: 'Inicie sesión para aceptar',
  signInLead:
    'Inicie sesión con la cuenta que corresponde a esta dirección. Con ello todavía no acepta nada.',
  signInLeadGroup:
    'Inicie sesión para que sepamos que la invitación es para usted. Con ello todavía no acepta nada.',
  signInWith: 'Continuar con {provider}',
  onwardTitle: 'Le llevamos a {provider}',
  onwardLead: 'Si no ocurre nada, utilice el botón.',

  signedIn: 'Sesión iniciada con {provider}',
  acceptAs: 'Acepta la invitación como {name}.',
  acceptNew: 'Si acepta, se creará un perfil para usted.',
  accept: 'Aceptar la invitación',
  switchAccount: 'Usar otra cuenta',
  notYou: '¿No es usted? Usar otra cuenta',

  wrongTitle: 'Esta invitación es para otra persona',
  wrongLead: 'Ha iniciado sesión como {who}, pero la invitación está dirigida a {invitedAs}.',
  wrongLeadGroup: 'Ha iniciado sesión como {who}, que no figura entre las personas invitadas.',
  wrongKept: 'La invitación sigue intacta. Para aceptarla, use la cuenta a la que está destinada.',

  takenTitle: 'Usted ya tiene otra cuenta aquí',
  takenLead:
    'La persona invitada ya está vinculada a una cuenta distinta de {who}. Inicie sesión con aquella cuenta; la invitación sigue intacta.',
  takenHelp: 'Si ya no puede usarla, diríjase a la persona de quien procede la invitación.',

  inactiveTitle: 'Su acceso está suspendido',
  inactiveLead:
    'El perfil que corresponde a {who} está inactivo, por lo que la invitación no se puede aceptar. Diríjase a la persona de quien procede la invitación.',

  invalidTitle: 'Esta invitación no es válida',
  invalidLead:
    'Puede que ya se haya aceptado, que haya caducado o que se haya retirado, o que el código contenga un error.',
  invalidSignIn: '¿Estaba destinada a usted? Inicie sesión y sabrá más.',
  invalidSwitch:
    'Ha iniciado sesión como {who}. ¿Se envió la invitación a otra de sus direcciones? Entonces use la otra cuenta.',
  invalidAsk: 'De lo contrario, pida una nueva invitación a la persona que se la envió.',
  retypeTitle: 'Introducir el código de nuevo',

  closedTitle: 'Su invitación ya no es válida',
  closedExpired: 'Era válida hasta el {day} inclusive.',
  closedExpiredOnce: 'Ha caducado.',
  closedInactive: 'Se ha retirado.',
  closedExhausted: 'Ya se ha utilizado.',
  closedExhaustedGroup: 'Todas las plazas están ocupadas.',
  askLead: 'Puede pedir una nueva. Las personas responsables recibirán su petición de inmediato.',
  ask: 'Pedir una nueva invitación',
  asked: 'Su petición se ha transmitido. Recibirá un correo cuando haya una nueva invitación.',

  doneTitle: 'Le damos la bienvenida a {brand}',
  doneLead: 'Ha aceptado la invitación.',
  beforeTitle: 'Usted ya ha aceptado esta invitación',
  beforeLead: 'No tiene que hacer nada más.',
  grantedTitle: 'Esto es lo que tiene ahora',
  keptAccount: 'Usted ya pertenece a otra organización, y eso no cambia.',
  workflow: 'Se han iniciado otros pasos, que terminarán por sí solos.',
  moreRoles: 'y {count} más',
  goOn: 'Continuar a {site}',
  closePage: 'Ya puede cerrar esta página.',

  lockedTitle: 'Demasiados intentos',
  lockedLead:
    'Para proteger las invitaciones, por el momento no aceptamos códigos de su parte. Inténtelo de nuevo dentro de {wait}.',
  lockedKept: 'Esto no cambia nada en su invitación.',

  cookiesTitle: 'Su navegador no acepta cookies',
  cookiesLead:
    'La página las necesita para recordar su invitación mientras inicia sesión. Permita las cookies para {host} y siga de nuevo el enlace de su correo.',

  formTitle: 'Abra la página de nuevo, por favor',
  formLead:
    'El formulario ha estado abierto demasiado tiempo o no se ha enviado desde esta página. Para su protección, no se ha procesado.',
  formOpen: 'Abrir la página de nuevo',

  waitTitle: 'Un momento, por favor',
  waitLead:
    'El servicio no puede responder en este momento. No se pierde nada. La página lo intentará de nuevo por sí sola dentro de {wait}.',
  waitNow: 'Intentar ahora',

  lostTitle: 'Página no encontrada',
  lostLead: 'No hay nada en esta dirección. Para aceptar una invitación, siga el enlace de su correo.',

  problemTitle: 'Algo ha salido mal',
  problemLead: 'El fallo es nuestro, no suyo. Inténtelo de nuevo más tarde; no se pierde nada.',

  noticeCancelled: 'Ha cancelado el inicio de sesión. Puede intentarlo de nuevo cuando quiera.',
  noticeSignInFailed: 'No se ha podido iniciar sesión. Inténtelo de nuevo, por favor.',
  noticeUnreachable:
    'El servicio de inicio de sesión no está disponible en este momento. Inténtelo más tarde.',
  noticeTrouble: 'No ha funcionado. No se pierde nada; inténtelo de nuevo dentro de un momento.',
  noticeFailed:
    'No se ha podido aceptar la invitación. Se ha informado a las personas responsables; inténtelo de nuevo más tarde.',
};
