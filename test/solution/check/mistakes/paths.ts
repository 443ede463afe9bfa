/** Files that mistakes are made in. */
export const contactRibbon = 'Entities/Contact/RibbonDiff.xml';
export const invitationRibbon = 'Entities/inv_invitation/RibbonDiff.xml';
export const invitationTable = 'Entities/inv_invitation/Entity.xml';
export const mainForm = 'Entities/inv_invitation/FormXml/main/{ac4c6271-d71d-47e2-9607-fabc141dd508}.xml';
export const allInvitations =
  'Entities/inv_invitation/SavedQueries/{ebd1685b-ac0a-4d05-a895-0c9e49ca57fd}.xml';
export const newInvitations =
  'Entities/inv_invitation/SavedQueries/{b2482b7b-27c4-4061-bfc9-0c276c4f5067}.xml';
export const quickFind = 'Entities/inv_invitation/SavedQueries/{115c083a-da3b-4476-8d39-592daffbfe17}.xml';
export const app = 'AppModules/inv_ContactInvitations/AppModule.xml';
export const siteMap = 'AppModuleSiteMaps/inv_ContactInvitations/AppModuleSiteMap.xml';
export const contactScript = 'WebResources/inv_/js/contact.js';
export const sendIcon = 'WebResources/inv_/icons/send.svg';
export const english = 'WebResources/inv_/strings/Invitations.1033.resx';
export const german = 'WebResources/inv_/strings/Invitations.1031.resx';
export const manifest = 'Other/Solution.xml';
export const skeleton = 'Other/Customizations.xml';
export const profiles = 'Other/FieldSecurityProfiles.xml';
export const relationshipList = 'Other/Relationships.xml';
export const contactRelationships = 'Other/Relationships/Contact.xml';
export const webRoleRelationships = 'Other/Relationships/inv_webrole.xml';
export const contactTable = 'Entities/Contact/Entity.xml';
export const redemptionTable = 'Entities/inv_inviteredemption/Entity.xml';
export const webRoleTable = 'Entities/inv_webrole/Entity.xml';
export const invitationChart =
  'Entities/inv_invitation/Visualizations/{de294314-14b2-407c-b91c-0fd37c14f906}.xml';
export const dashboard = 'Dashboards/{42378be8-2399-4f32-baf0-ab949c84cb47}.xml';
export const invitationType = 'OptionSets/inv_invitationtype.xml';
export const managerRole = 'Roles/Invitation Manager.xml';
export const templates = 'Templates/EmailTemplates.xml';
export const englishMail = 'Templates/EmailDocuments/1033/{c4a3b54c-1474-45a4-9a04-c978c0f02640}';
export const siteUrl = 'environmentvariabledefinitions/inv_SiteUrl/environmentvariabledefinition.xml';
