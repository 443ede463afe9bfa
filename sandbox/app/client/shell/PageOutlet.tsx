import { useErrorBoundary, useMemo } from 'preact/hooks';
import { DashboardPage } from '../dashboard/view/DashboardPage.js';
import { FormPage } from '../form/view/FormPage.js';
import { ListPage } from '../grid/view/ListPage.js';
import type { Host, Page } from '../host/host.js';
import { Icon } from '../icons/Icon.js';
import type { OpenModels } from './openModels.js';
import { createVisitKeys } from './visitKeys.js';
import { messageOf } from '../host/messageOf.js';

interface PageOutletProps {
  readonly host: Host;
  readonly models: OpenModels;
}

/** The page that is shown; each visit draws it anew. */
export function PageOutlet({ host, models }: PageOutletProps) {
  const keyOf = useMemo(() => createVisitKeys(), []);
  const page = host.navigation.page.value;
  return <PageOfType key={keyOf(host.navigation.visit())} host={host} page={page} models={models} />;
}

interface PageProps extends PageOutletProps {
  readonly page: Page;
}

/** A page that cannot be drawn says why in its place: the frame around it goes on. */
function PageOfType({ host, page, models }: PageProps) {
  const isNew = page.pageType === 'entityrecord' && page.id === undefined;
  const [problem] = useErrorBoundary();
  if (problem !== undefined) return <PageProblem text={messageOf(problem)} />;
  if (page.pageType === 'dashboard') return <DashboardPage host={host} page={page} />;
  const table = host.definition.tables[page.table];
  if (table?.privileges.read !== true) {
    return <PageProblem text={host.text('shell.unknownTable', page.table)} />;
  }
  if (isNew && !table.privileges.create) {
    return <PageProblem text={host.text('shell.mayNotCreate', table.label)} />;
  }
  if (page.pageType === 'entitylist') return <ListPage host={host} page={page} onModel={models.setGrid} />;
  return <FormPage host={host} page={page} onModel={models.setForm} />;
}

function PageProblem({ text }: { readonly text: string }) {
  return (
    <div class="page">
      <div class="card page-problem" role="alert">
        <Icon name="warning" />
        <h1>{text}</h1>
      </div>
    </div>
  );
}
