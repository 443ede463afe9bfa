import type { Column, Labels } from '../model.js';
import { platformColumn } from './platformColumn.js';

const active: Labels = { 1033: 'Active', 1036: 'Actif', 1031: 'Aktiv', 3082: 'Activo' };
const inactive: Labels = { 1033: 'Inactive', 1036: 'Inactif', 1031: 'Inaktiv', 3082: 'Inactivo' };

/**
 * The columns that a custom table gets when it is created, besides those of every table: its primary key, and its state
 * with two states that have one status reason each ("Table definitions": states and status reasons).
 */
export function keyAndStateColumns(table: {
  readonly logicalName: string;
  readonly schemaName: string;
  readonly labels: Labels;
}): readonly Column[] {
  const { logicalName, schemaName, labels } = table;
  return [
    {
      ...platformColumn,
      logicalName: `${logicalName}id`,
      schemaName: `${schemaName}Id`,
      type: 'primarykey',
      required: 'systemrequired',
      validForCreate: true,
      labels,
    },
    {
      ...platformColumn,
      logicalName: 'statecode',
      schemaName: 'statecode',
      type: 'state',
      required: 'systemrequired',
      validForUpdate: true,
      labels: { 1033: 'Status', 1036: 'Statut', 1031: 'Status', 3082: 'Estado' },
      choice: {
        name: `${logicalName}_statecode`,
        isGlobal: false,
        labels: {},
        options: [
          { value: 0, labels: active, defaultStatus: 1 },
          { value: 1, labels: inactive, defaultStatus: 2 },
        ],
      },
    },
    {
      ...platformColumn,
      logicalName: 'statuscode',
      schemaName: 'statuscode',
      type: 'status',
      validForCreate: true,
      validForUpdate: true,
      labels: {
        1033: 'Status Reason',
        1036: 'Raison du statut',
        1031: 'Statusgrund',
        3082: 'Razón para el estado',
      },
      choice: {
        name: `${logicalName}_statuscode`,
        isGlobal: false,
        labels: {},
        options: [
          { value: 1, labels: active, state: 0 },
          { value: 2, labels: inactive, state: 1 },
        ],
      },
    },
  ];
}
