import type { Texts } from './text.js';

/** Words of charts. */
export const chart = {
  charts: {
    1033: 'Select a chart',
    1036: 'Sélectionner un graphique',
    1031: 'Diagramm auswählen',
    3082: 'Seleccionar un gráfico',
  },
  picture: { 1033: '{0}, chart', 1036: '{0}, graphique', 1031: '{0}, Diagramm', 3082: '{0}, gráfico' },
  loading: {
    1033: 'Loading the chart…',
    1036: 'Chargement du graphique…',
    1031: 'Diagramm wird geladen…',
    3082: 'Cargando el gráfico…',
  },
  failed: {
    1033: 'The chart could not be shown',
    1036: "Impossible d'afficher le graphique",
    1031: 'Das Diagramm konnte nicht angezeigt werden',
    3082: 'No se pudo mostrar el gráfico',
  },
  notEmulated: {
    1033: 'The sandbox does not draw this: {0}',
    1036: 'Le bac à sable ne dessine pas ceci : {0}',
    1031: 'Das zeichnet die Sandbox nicht: {0}',
    3082: 'El entorno de pruebas no dibuja esto: {0}',
  },
  none: {
    1033: 'The table {0} has no chart to show here.',
    1036: "La table {0} n'a pas de graphique à afficher ici.",
    1031: 'Die Tabelle {0} hat hier kein Diagramm anzuzeigen.',
    3082: 'La tabla {0} no tiene ningún gráfico que mostrar aquí.',
  },
  noData: {
    1033: 'No data available',
    1036: 'Aucune donnée disponible',
    1031: 'Keine Daten verfügbar',
    3082: 'No hay datos disponibles',
  },
  blank: { 1033: '(blank)', 1036: '(vide)', 1031: '(Leer)', 3082: '(en blanco)' },
  quarter: { 1033: 'Q{0}', 1036: 'T{0}', 1031: 'Q{0}', 3082: 'T{0}' },
  week: { 1033: 'Week {0}', 1036: 'Semaine {0}', 1031: 'Woche {0}', 3082: 'Semana {0}' },
  count: {
    1033: 'Count:All ({0})',
    1036: 'Nombre : tout ({0})',
    1031: 'Anzahl: Alle ({0})',
    3082: 'Recuento: todo ({0})',
  },
  countcolumn: {
    1033: 'Count:Non-empty ({0})',
    1036: 'Nombre : non vide ({0})',
    1031: 'Anzahl: Nicht leer ({0})',
    3082: 'Recuento: no vacío ({0})',
  },
  sum: { 1033: 'Sum ({0})', 1036: 'Somme ({0})', 1031: 'Summe ({0})', 3082: 'Suma ({0})' },
  avg: { 1033: 'Avg ({0})', 1036: 'Moyenne ({0})', 1031: 'Durchschnitt ({0})', 3082: 'Promedio ({0})' },
  min: { 1033: 'Min ({0})', 1036: 'Min ({0})', 1031: 'Min ({0})', 3082: 'Mín. ({0})' },
  max: { 1033: 'Max ({0})', 1036: 'Max ({0})', 1031: 'Max ({0})', 3082: 'Máx. ({0})' },
} as const satisfies Texts;
