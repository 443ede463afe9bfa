import type { Choice } from '../model.js';

/** The options of a two-option column whose own are not known. */
export const twoOptions: Choice = {
  name: '',
  isGlobal: false,
  labels: {},
  options: [
    { value: 0, labels: { 1033: 'No', 1036: 'Non', 1031: 'Nein', 3082: 'No' } },
    { value: 1, labels: { 1033: 'Yes', 1036: 'Oui', 1031: 'Ja', 3082: 'Sí' } },
  ],
};
