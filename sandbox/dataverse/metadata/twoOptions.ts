import type { Choice } from './model.js';

/** The options of a two-option column whose own are not known. */
export const twoOptions: Choice = {
  name: '',
  isGlobal: false,
  labels: {},
  options: [
    { value: 0, labels: { 1033: 'No' } },
    { value: 1, labels: { 1033: 'Yes' } },
  ],
};
