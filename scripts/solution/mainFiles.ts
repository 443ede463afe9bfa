/** The manifest of an unpacked solution: name, version, publisher, root components. */
export const manifestFile = 'Other/Solution.xml';

/** The skeleton of customizations.xml: an empty element for every section, in the order of the zip. */
export const skeletonFile = 'Other/Customizations.xml';
