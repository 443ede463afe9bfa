import type { Texts } from './text.js';

export const host = {
  unreachable: {
    1031: 'Der Server ist nicht erreichbar. Überprüfen Sie die Verbindung, und versuchen Sie es erneut.',
    1033: 'The server cannot be reached. Check your connection and try again.',
    1036: 'Le serveur est injoignable. Vérifiez votre connexion, puis réessayez.',
    3082: 'No se puede acceder al servidor. Compruebe la conexión e inténtelo de nuevo.',
  },
  signedOut: {
    1031: 'Ihre Sitzung ist abgelaufen. Melden Sie sich erneut an.',
    1033: 'Your session has expired. Sign in again.',
    1036: 'Votre session a expiré. Reconnectez-vous.',
    3082: 'La sesión ha expirado. Inicie sesión de nuevo.',
  },
  signIn: { 1031: 'Anmelden', 1033: 'Sign in', 1036: 'Se connecter', 3082: 'Iniciar sesión' },
  failed: {
    1031: 'Die Anforderung ist fehlgeschlagen (Status {0}).',
    1033: 'The request failed (status {0}).',
    1036: 'La demande a échoué (statut {0}).',
    3082: 'Error en la solicitud (estado {0}).',
  },
  errorCode: {
    1031: 'Es ist ein Fehler aufgetreten (Fehlercode {0}).',
    1033: 'An error has occurred (error code {0}).',
    1036: 'Une erreur s’est produite (code d’erreur {0}).',
    3082: 'Se ha producido un error (código de error {0}).',
  },
} as const satisfies Texts;
