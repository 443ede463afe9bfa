/** Where an administrator mends things, as the Power Platform admin center names the places. */
const settings = 'Power Platform admin center > Environments > (environment) > Settings';

export const places = {
  applicationUsers: `${settings} > Users + permissions > Application users`,
  columnSecurityProfiles: `${settings} > Users + permissions > Column security profiles`,
  mailboxes: `${settings} > Email > Mailboxes`,
  queues: `${settings} > Business > Queues`,
  users: `${settings} > Users + permissions > Users`,
  languages: `${settings} > Product > Languages`,
  templates: `${settings} > Templates > Email templates`,
  variables: 'make.powerapps.com > Solutions > Contact Invitations > Environment variables',
} as const;
