/** Component types of what the sections hold, as root components name them (table solutioncomponent, column componenttype). */
export const componentTypes = {
  table: 1,
  choice: 9,
  role: 20,
  emailTemplate: 36,
  dashboard: 60,
  webResource: 61,
  siteMap: 62,
  fieldSecurityProfile: 70,
  app: 80,
} as const;
