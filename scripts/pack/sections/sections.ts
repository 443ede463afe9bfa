import { attribute, childText } from '../xml/xmlNode.js';
import { componentTypes } from './componentTypes.js';
import { entities } from './entities.js';
import { fileForEach } from './fileForEach.js';
import { oneFile } from './oneFile.js';
import { fileName, idKey } from './place.js';
import { relationships } from './relationships.js';
import type { Section } from './section.js';
import { templates } from './templates.js';
import { webResources } from './webResources.js';

/**
 * The sections of customizations.xml whose components lie in files of their own. All others stay in
 * Other/Customizations.xml as they are, `Languages` for one. File names are those SolutionPackager gives (Microsoft
 * Learn, "Solution component file reference (SolutionPackager)").
 */
export const sections: readonly Section[] = [
  entities,
  fileForEach('Roles', {
    element: 'Role',
    files: /^Roles\//,
    place: (role) => `Roles/${fileName(attribute(role, 'name'))}.xml`,
    key: (role) => ({ type: componentTypes.role, key: idKey(attribute(role, 'id')) }),
  }),
  oneFile('FieldSecurityProfiles', (profile) => ({
    type: componentTypes.fieldSecurityProfile,
    key: idKey(attribute(profile, 'fieldsecurityprofileid')),
  })),
  templates,
  oneFile('EntityMaps'),
  relationships,
  fileForEach('optionsets', {
    element: 'optionset',
    files: /^OptionSets\//,
    place: (choice) => `OptionSets/${fileName(attribute(choice, 'Name'))}.xml`,
    key: (choice) => ({ type: componentTypes.choice, key: attribute(choice, 'Name') }),
  }),
  fileForEach('Dashboards', {
    element: 'Dashboard',
    files: /^Dashboards\//,
    place: (dashboard) => `Dashboards/${childText(dashboard, 'FormId')}.xml`,
    key: (dashboard) => ({ type: componentTypes.dashboard, key: idKey(childText(dashboard, 'FormId')) }),
  }),
  webResources,
  fileForEach('AppModuleSiteMaps', {
    element: 'AppModuleSiteMap',
    files: /^AppModuleSiteMaps\//,
    place: (map) => `AppModuleSiteMaps/${childText(map, 'SiteMapUniqueName')}/AppModuleSiteMap.xml`,
    key: (map) => ({ type: componentTypes.siteMap, key: childText(map, 'SiteMapUniqueName') }),
  }),
  fileForEach('AppModules', {
    element: 'AppModule',
    files: /^AppModules\//,
    place: (app) => `AppModules/${childText(app, 'UniqueName')}/AppModule.xml`,
    key: (app) => ({ type: componentTypes.app, key: childText(app, 'UniqueName') }),
  }),
];
