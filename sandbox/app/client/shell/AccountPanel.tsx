import type { Host } from '../host/host.js';
import { Icon } from '../icons/Icon.js';
import { Panel } from '../popup/Panel.js';
import { initials } from '../icons/initials.js';

/** Who is signed in, with which security roles, and the way out. */
export function AccountPanel({ host }: { readonly host: Host }) {
  const { name, roles } = host.definition.user;
  const picture = initials(name);
  return (
    <Panel
      buttonClass="header-button"
      buttonId="mectrl_main_trigger"
      label={host.text('shell.account', name)}
      button={
        <span class="avatar" data-initials={picture}>
          {picture === '' && <Icon name="person" />}
        </span>
      }
    >
      <p class="panel-title">{name}</p>
      <h2 class="panel-heading">
        <Icon name="key" />
        {host.text('shell.securityRoles')}
      </h2>
      {roles.length === 0 ? (
        <p class="panel-text">{host.text('shell.noRoles')}</p>
      ) : (
        <ul class="panel-list">
          {roles.map((role) => (
            <li key={role.id}>{role.name}</li>
          ))}
        </ul>
      )}
      <form method="post" action="/sign-out">
        <button type="submit" class="panel-action" id="mectrl_signOut">
          <Icon name="signOut" />
          {host.text('shell.signOut')}
        </button>
      </form>
    </Panel>
  );
}
