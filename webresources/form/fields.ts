/** Attributes and controls that a form may lack (the quick create form, a maker's own) under short names. */

type Attribute = Xrm.Attributes.Attribute;

/** The column's attribute; undefined when the form does not have it. */
export function attributeOf(form: Xrm.FormContext, column: string): Attribute | undefined {
  return form.getAttribute<Attribute>(column) ?? undefined;
}

/** The column's value; null when the form does not have it. */
export function valueOf<Value>(form: Xrm.FormContext, column: string): Value | null {
  return (attributeOf(form, column)?.getValue() as Value | undefined) ?? null;
}

/** A control that shows a column or a list. */
export function controlOf(form: Xrm.FormContext, name: string): Xrm.Controls.StandardControl | undefined {
  return form.getControl<Xrm.Controls.StandardControl>(name) ?? undefined;
}

/** Shows an error at a field, which keeps the form from being saved, or takes it away. */
export function complain(form: Xrm.FormContext, column: string, message: string | undefined): void {
  const id = `inv.${column}`;
  const control = controlOf(form, column);
  if (message === undefined) control?.clearNotification(id);
  else control?.setNotification(message, id);
}
