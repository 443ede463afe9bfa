import type { Texts } from './text.js';

/** Words of dashboards. */
export const dashboard = {
  dashboards: {
    1033: 'Select a dashboard',
    1036: 'Sélectionner un tableau de bord',
    1031: 'Dashboard auswählen',
    3082: 'Seleccionar un panel',
  },
  refreshAll: {
    1033: 'Refresh All',
    1036: 'Tout actualiser',
    1031: 'Alle aktualisieren',
    3082: 'Actualizar todo',
  },
  none: {
    1033: 'The app has no such dashboard.',
    1036: "L'application n'a pas ce tableau de bord.",
    1031: 'Die App hat kein solches Dashboard.',
    3082: 'La aplicación no tiene ese panel.',
  },
  mayNotRead: {
    1033: 'You may not read {0}.',
    1036: "Vous n'êtes pas autorisé à lire {0}.",
    1031: 'Sie dürfen {0} nicht lesen.',
    3082: 'No puede leer {0}.',
  },
} as const satisfies Texts;
