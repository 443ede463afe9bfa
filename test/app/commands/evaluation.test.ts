import { describe, expect, it, jest } from '@jest/globals';
import { anApp, aFunction, ribbonWith } from './anApp.js';
import { carla, formBar, listBar, subgridBar, type BarSetting } from './bars.js';

/** A bar whose rule tells how often it was asked since the bar stands. */
async function counted<Open>(open: (setting: BarSetting) => Promise<Open>) {
  const rule = jest.fn(() => true);
  const ribbon = ribbonWith([{ kind: 'CustomRule', invert: false, ...aFunction('rule') }]);
  const opened = await open({ definition: anApp({ ribbon }), scripts: { rule } });
  rule.mockClear();
  return { ...opened, rule };
}

const settle = () => new Promise(setImmediate);

describe('The rules are asked again', () => {
  it('when other rows are selected, once for all that changes in one turn', async () => {
    const { grid, rule } = await counted(listBar);
    grid.select([carla.contactid]);
    grid.selectAll(true);
    await settle();
    expect(rule).toHaveBeenCalledTimes(1);
  });

  it('when the list was read again', async () => {
    const { grid, rule } = await counted(listBar);
    await grid.refresh();
    await settle();
    expect(rule).toHaveBeenCalledTimes(1);
  });

  it('when the status reason is another', async () => {
    const { form, rule } = await counted(formBar);
    form.attributes.get('statuscode')?.set(2);
    await settle();
    expect(rule).toHaveBeenCalledTimes(1);
  });

  it('when the row was refreshed or saved, after that and not meanwhile', async () => {
    const { form, rule } = await counted(formBar);
    await form.refresh(false);
    await settle();
    expect(rule).toHaveBeenCalledTimes(1);
    form.attributes.get('emailaddress1')?.enter('c@contoso.example');
    await form.save();
    await settle();
    expect(rule).toHaveBeenCalledTimes(2);
  });

  it('when a script refreshes the ribbon of the form; subgrids hear it too', async () => {
    const onForm = await counted(formBar);
    onForm.form.ribbonRefreshes.value += 1;
    const onList = await counted(listBar);
    onList.grid.ribbonRefreshes.value += 1;
    const onSubgrid = await counted(subgridBar);
    onSubgrid.form.ribbonRefreshes.value += 1;
    await settle();
    expect([onForm, onList, onSubgrid].map(({ rule }) => rule.mock.calls.length)).toEqual([1, 1, 1]);
  });

  it('but not when a field is typed into, nor after the bar is disposed of', async () => {
    const { form, bar, rule } = await counted(formBar);
    form.attributes.get('emailaddress1')?.enter('c@contoso.example');
    await settle();
    bar.dispose();
    form.ribbonRefreshes.value += 1;
    await bar.refresh();
    await settle();
    expect(rule).not.toHaveBeenCalled();
  });
});

describe('A bar', () => {
  it('is empty when its row cannot be shown', async () => {
    const { ids, bar } = await formBar({
      server: ({ path }) => (path.startsWith('contacts(') ? { status: 404, body: {} } : undefined),
    });
    expect(ids()).toEqual([]);
    expect(bar.isEvaluating.value).toBe(false);
  });
});
