import { useLayoutEffect, useMemo } from 'preact/hooks';
import { ChartPane } from '../../chart/view/ChartPane.js';
import { CommandBar } from '../../commands/view/CommandBar.js';
import { createCommandBar } from '../../commands/createCommandBar.js';
import type { Host, Page } from '../../host/host.js';
import { Icon } from '../../icons/Icon.js';
import { ChoiceMenu } from '../../popup/ChoiceMenu.js';
import { createGridModel } from '../model/createGridModel.js';
import type { GridModel } from '../model/gridModel.js';
import { Grid } from './Grid.js';
import { QuickFind } from './QuickFind.js';

interface ListPageProps {
  readonly host: Host;
  readonly page: Extract<Page, { pageType: 'entitylist' }>;
  /** Tells the model, and undefined when the page goes away. */
  readonly onModel: (model: GridModel | undefined) => void;
}

/** The page of a table: commands, views, quick find and the rows. One visit; another visit needs another key. */
export function ListPage({ host, page, onModel }: ListPageProps) {
  const model = useMemo(() => openGrid(host, page), []);
  const bar = useMemo(() => createCommandBar(host, { place: 'HomepageGrid', grid: model }), []);
  useLayoutEffect(() => {
    onModel(model);
    return () => {
      bar.dispose();
      onModel(undefined);
    };
  }, []);
  const view = model.view.value;
  return (
    <div class="page list-page" data-id="entitylist">
      <div class="card command-card">
        <CommandBar host={host} bar={bar} />
      </div>
      <section class="card list-card" aria-label={view.name}>
        <div class="list-heading">
          <h1>
            <ChoiceMenu
              id={`${page.table}_ViewSelector_1`}
              class="view-selector"
              menuLabel={host.text('grid.views')}
              choices={model.views.map(({ id, name }) => ({ id, label: name }))}
              current={view.id}
              onChoose={(id) => {
                model.selectView(id);
                host.navigation.replace({ ...page, viewId: id });
              }}
            >
              <span>{view.name}</span>
              <Icon name="chevronDown" />
            </ChoiceMenu>
          </h1>
          <QuickFind host={host} text={model.searchText.value} onSearch={(text) => model.search(text)} />
        </div>
        <div class={model.isChartShown.value ? 'list-body with-chart' : 'list-body'}>
          <Grid host={host} model={model} />
          {model.isChartShown.value && <ChartPane host={host} grid={model} />}
        </div>
      </section>
    </div>
  );
}

function openGrid(host: Host, page: ListPageProps['page']): GridModel {
  const table = host.definition.tables[page.table];
  if (table === undefined) throw new Error(`The app has no table ${page.table}.`);
  return createGridModel(host, {
    table,
    place: 'HomepageGrid',
    name: 'entitylist',
    visit: host.navigation.visit(),
    ...(page.viewId === undefined ? {} : { viewId: page.viewId }),
  });
}
