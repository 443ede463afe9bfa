import type { Host } from '../../host/host.js';
import type { OpenAttribute } from './createAttribute.js';
import { errorOptions } from './errorOptions.js';
import type { FormModel, SaveMode } from './formModel.js';
import type { FormRow } from './formRow.js';
import type { FormScope } from './formScope.js';
import type { SaveDecision } from './occurrence.js';
import { payload } from './payload.js';
import { SaveError } from './saveError.js';
import { checkForm } from './validation.js';
import { writeRow } from './writeRow.js';

export interface SavingParts {
  readonly scope: FormScope;
  readonly model: FormModel;
  readonly row: FormRow;
  readonly attributes: ReadonlyMap<string, OpenAttribute>;
  /** A new row has its id. */
  readonly onCreated: (id: string) => void;
  /** The row was read again. */
  readonly onSaved: () => void;
}

/**
 * Saves a form: validation, OnSave, the request, the row as it is now, OnPostSave. A form on which nothing changed runs
 * its handlers and sends nothing ("Form OnSave event").
 * @throws SaveError
 */
export async function saveForm(parts: SavingParts, mode: SaveMode): Promise<void> {
  const { scope, model, row } = parts;
  if (scope.visit.isOver()) throw new SaveError(scope.host.text('model.left'), 'over');
  check(parts);
  decide(parts, mode);
  // Handlers may have set values.
  check(parts);
  try {
    await send(parts);
  } catch (error) {
    const refused = refusal(scope.host, error);
    scope.run(model.handlers.postSave, { kind: 'postSave', error: refused });
    throw refused;
  }
  if (!scope.visit.isOver() && row.loadError.value === undefined) {
    scope.run(model.handlers.postSave, { kind: 'postSave' });
  }
}

function check({ scope, model, attributes }: SavingParts): void {
  const message = checkForm(scope.host, model, attributes.values());
  if (message !== undefined) throw new SaveError(message, 'invalid');
}

function decide({ scope, model }: SavingParts, mode: SaveMode): void {
  const decision: SaveDecision = { mode, isPrevented: false, preventOnError: false };
  const failed = scope.run(model.handlers.save, { kind: 'save', decision });
  if (decision.isPrevented || (failed && decision.preventOnError)) {
    throw new SaveError(scope.host.text('model.prevented'), 'prevented');
  }
}

async function send({ scope, row, attributes, onCreated, onSaved }: SavingParts): Promise<void> {
  const { host, table } = scope;
  const { tables, user } = host.definition;
  const isNew = row.id.value === undefined;
  const body = payload({ table, tables, user, isNew }, attributes.values());
  if (!isNew && Object.keys(body).length === 0) return;
  const created = await writeRow(host.api, table, row.id.value, body);
  if (created !== undefined) {
    // From here on the row exists: another save must not make a second one, whatever happens to this one.
    row.id.value = created;
    onCreated(created);
  }
  await row.read();
  onSaved();
}

function refusal(host: Host, error: unknown): SaveError {
  const options = errorOptions(error);
  void host.dialogs.error(options);
  return new SaveError(options.message, 'refused', options.errorCode);
}
