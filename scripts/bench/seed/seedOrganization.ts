import { columnSecurityProfiles, environmentVariables, securityRoles } from '../../../solution/schema.js';
import { Mistake } from '../../command/mistake.js';
import type { Row, WebApi } from '../../system/webApi.js';

/** What an admin sets up before the first invitation: the site's address, and what the application users may do. */
export async function seedOrganization(admin: WebApi): Promise<void> {
  const { environmentvariabledefinitionid: definition } = await only(
    admin,
    `environmentvariabledefinitions?$select=environmentvariabledefinitionid&$filter=schemaname eq '${environmentVariables.siteUrl.name}'`,
  );
  await admin.create('environmentvariablevalues', {
    schemaname: environmentVariables.siteUrl.name,
    value: 'https://www.contoso.example',
    'EnvironmentVariableDefinitionId@odata.bind': `/environmentvariabledefinitions(${String(definition)})`,
  });
  const { roleid } = await only(
    admin,
    `roles?$select=roleid&$filter=name eq '${securityRoles.invitationService}'`,
  );
  const { fieldsecurityprofileid: profile } = await only(
    admin,
    `fieldsecurityprofiles?$select=fieldsecurityprofileid&$filter=name eq '${columnSecurityProfiles.invitationCodeService}'`,
  );
  const users = await admin.rows('systemusers?$select=systemuserid&$filter=applicationid ne null');
  for (const { systemuserid: id } of users) {
    const user = `systemusers(${String(id)})`;
    await admin.link(user, 'systemuserroles_association', `roles(${String(roleid)})`);
    await admin.link(user, 'systemuserprofiles_association', `fieldsecurityprofiles(${String(profile)})`);
  }
}

async function only(admin: WebApi, path: string): Promise<Row> {
  const [row] = await admin.rows(path);
  if (row === undefined) throw new Mistake(`The sandbox has nothing at ${path}.`);
  return row;
}
