/**
 * One step of the sample data, as the JSON files beside this one hold it. A target is `set(id)` or `set?$select=id&$filter=…`
 * (the first match). Dates may be written `today+14` (a date, in days) and `now-2` (a moment, in days).
 */
export type Step =
  | (Common & {
      readonly create: string;
      readonly row: Values;
      readonly bind?: Readonly<Record<string, string>>;
    })
  | (Common & { readonly update: string; readonly row: Values })
  | (Common & {
      readonly link: string;
      readonly relationship: string;
      readonly to: string;
      /** Links every match of `link`, not the first alone. */
      readonly each?: boolean;
    });

interface Common {
  /** The user who does it; the administrator unless named. Created rows belong to that user. */
  readonly as?: string;
}

export type Values = Readonly<Record<string, string | number | boolean | null>>;

const day = 24 * 60 * 60 * 1000;

/**
 * Fills in what a step's values leave open: `${name}` from `variables`, `today±n` and `now±n` from the clock.
 *
 * @throws Error naming a variable that was not given
 */
export function resolveValues(
  values: Values,
  variables: Readonly<Record<string, string>>,
  now: Date,
): Values {
  return Object.fromEntries(
    Object.entries(values).map(([column, value]) => [
      column,
      typeof value === 'string' ? resolveText(value, variables, now) : value,
    ]),
  );
}

function resolveText(text: string, variables: Readonly<Record<string, string>>, now: Date): string {
  const date = /^(today|now)([+-]\d+)$/.exec(text);
  if (date) {
    const moment = new Date(now.getTime() + Number(date[2]) * day).toISOString();
    return date[1] === 'today' ? moment.slice(0, 10) : moment.replace(/\.\d+Z$/, 'Z');
  }
  return text.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = variables[name];
    if (value === undefined) throw new Error(`The sample data needs a value for \${${name}}.`);
    return value;
  });
}
