import { describe, expect, it } from '@jest/globals';
import { changeRoute, openForm } from './openForm.js';

/** A form with an unsaved name, and the question that leaving it asks. */
async function askToLeave(name: string | null = 'Dripping tap') {
  const form = await openForm();
  form.model.attributes.get('name')?.enter(name);
  const answer = form.model.mayLeave();
  const [dialog] = form.dialogs();
  if (dialog?.kind !== 'confirm') throw new Error('It did not ask.');
  return { form, answer, dialog };
}

describe('Leaving a form', () => {
  it('asks nothing when nothing changed', async () => {
    const form = await openForm();
    expect(await form.model.mayLeave()).toBe(true);
    expect(form.dialogs()).toEqual([]);
  });

  it('saves', async () => {
    const { form, answer, dialog } = await askToLeave();
    expect(dialog.options).toMatchObject({
      title: 'Unsaved changes',
      confirmButtonLabel: 'Save and continue',
      cancelButtonLabel: 'Discard changes',
    });
    dialog.close(true);
    expect(await answer).toBe(true);
    expect(form.server.sent(changeRoute)).toHaveLength(1);
  });

  it('discards', async () => {
    const { form, answer, dialog } = await askToLeave();
    dialog.close(false);
    expect(await answer).toBe(true);
    expect(form.model.attributes.get('name')?.value.value).toBe('Leaking tap');
    expect(form.model.isDirty.value).toBe(false);
    expect(form.server.sent(changeRoute)).toEqual([]);
  });

  it('stays when the question is closed', async () => {
    const { form, answer, dialog } = await askToLeave();
    dialog.close(false, true);
    expect(await answer).toBe(false);
    expect(form.model.isDirty.value).toBe(true);
  });

  it('stays when it cannot be saved', async () => {
    const { form, answer, dialog } = await askToLeave(null);
    dialog.close(true);
    expect(await answer).toBe(false);
    expect(form.model.notifications.value).toHaveLength(1);
  });

  it('goes back when a script closes it', async () => {
    const form = await openForm();
    form.formContext.ui.close();
    expect(form.moves.back).toBe(1);
  });
});
