/** Files that mistakes are made in. */
export const contactRibbon = 'Entities/Contact/RibbonDiff.xml';
export const invitationRibbon = 'Entities/inv_invitation/RibbonDiff.xml';
export const invitationTable = 'Entities/inv_invitation/Entity.xml';
export const mainForm = 'Entities/inv_invitation/FormXml/main/{ac4c6271-d71d-47e2-9607-fabc141dd508}.xml';
export const allInvitations =
  'Entities/inv_invitation/SavedQueries/{ebd1685b-ac0a-4d05-a895-0c9e49ca57fd}.xml';
export const app = 'AppModules/inv_ContactInvitations/AppModule.xml';
export const siteMap = 'AppModuleSiteMaps/inv_ContactInvitations/AppModuleSiteMap.xml';
export const contactScript = 'WebResources/inv_/js/contact.js';
export const sendIcon = 'WebResources/inv_/icons/send.svg';
export const english = 'WebResources/inv_/strings/Invitations.1033.resx';
export const german = 'WebResources/inv_/strings/Invitations.1031.resx';
