import type { Texts } from './text.js';

/** Words of lists of rows. */
export const grid = {
  views: {
    1033: 'Select a view',
    1036: 'Sélectionner une vue',
    1031: 'Ansicht auswählen',
    3082: 'Seleccionar una vista',
  },
  quickFind: {
    1033: 'Filter by keyword',
    1036: 'Filtrer par mot-clé',
    1031: 'Nach Schlüsselwort filtern',
    3082: 'Filtrar por palabra clave',
  },
  startSearch: {
    1033: 'Start search',
    1036: 'Lancer la recherche',
    1031: 'Suche starten',
    3082: 'Iniciar búsqueda',
  },
  clearSearch: {
    1033: 'Clear search',
    1036: 'Effacer la recherche',
    1031: 'Suche löschen',
    3082: 'Borrar búsqueda',
  },
  selectAll: {
    1033: 'Select all rows',
    1036: 'Sélectionner toutes les lignes',
    1031: 'Alle Zeilen auswählen',
    3082: 'Seleccionar todas las filas',
  },
  selectRow: {
    1033: 'Select {0}',
    1036: 'Sélectionner {0}',
    1031: '{0} auswählen',
    3082: 'Seleccionar {0}',
  },
  selection: { 1033: 'Selection', 1036: 'Sélection', 1031: 'Auswahl', 3082: 'Selección' },
  unnamed: { 1033: '(No name)', 1036: '(Sans nom)', 1031: '(Kein Name)', 3082: '(Sin nombre)' },
  noRows: {
    1033: 'No data available',
    1036: 'Aucune donnée disponible',
    1031: 'Keine Daten verfügbar',
    3082: 'No hay datos disponibles',
  },
  noRowsFound: {
    1033: 'No rows match “{0}”.',
    1036: 'Aucune ligne ne correspond à « {0} ».',
    1031: 'Keine Zeile entspricht „{0}“.',
    3082: 'Ninguna fila coincide con «{0}».',
  },
  loading: {
    1033: 'Loading data...',
    1036: 'Chargement des données...',
    1031: 'Daten werden geladen...',
    3082: 'Cargando datos...',
  },
  failed: {
    1033: 'The rows could not be read.',
    1036: 'Les lignes n’ont pas pu être lues.',
    1031: 'Die Zeilen konnten nicht gelesen werden.',
    3082: 'No se pudieron leer las filas.',
  },
  tryAgain: { 1033: 'Try again', 1036: 'Réessayer', 1031: 'Erneut versuchen', 3082: 'Reintentar' },
  range: {
    1033: '{0} - {1} of {2}',
    1036: '{0} - {1} sur {2}',
    1031: '{0} - {1} von {2}',
    3082: '{0} - {1} de {2}',
  },
  rangeOpen: { 1033: '{0} - {1}', 1036: '{0} - {1}', 1031: '{0} - {1}', 3082: '{0} - {1}' },
  selected: {
    1033: '{0} selected',
    1036: '{0} sélectionné(s)',
    1031: '{0} ausgewählt',
    3082: '{0} seleccionado(s)',
  },
  rowsPerPage: {
    1033: '{0} rows per page',
    1036: '{0} lignes par page',
    1031: '{0} Zeilen pro Seite',
    3082: '{0} filas por página',
  },
  page: { 1033: 'Page {0}', 1036: 'Page {0}', 1031: 'Seite {0}', 3082: 'Página {0}' },
  paging: { 1033: 'Pages', 1036: 'Pages', 1031: 'Seiten', 3082: 'Páginas' },
  previousPage: {
    1033: 'Previous page',
    1036: 'Page précédente',
    1031: 'Vorherige Seite',
    3082: 'Página anterior',
  },
  nextPage: { 1033: 'Next page', 1036: 'Page suivante', 1031: 'Nächste Seite', 3082: 'Página siguiente' },
} as const satisfies Texts;
