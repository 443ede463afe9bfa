import { defaultColumnSettings } from '../columnSettings.js';
import type { Column } from '../model.js';

/** What columns have in common that the platform adds and keeps itself: nobody writes them, everybody reads them. */
export const platformColumn = {
  required: 'none',
  targets: [],
  secured: false,
  settings: { ...defaultColumnSettings, CanChangeDateTimeBehavior: false },
  validForCreate: false,
  validForRead: true,
  validForUpdate: false,
  isCustom: false,
  labels: {},
  descriptions: {},
} as const satisfies Partial<Column>;
