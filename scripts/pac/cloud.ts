/** Clouds as `pac auth create --cloud` names them (Power Platform CLI reference: pac auth create). */
export type Cloud = 'Public' | 'UsGov' | 'UsGovHigh' | 'UsGovDod' | 'China';

/** The ends of host names that tell the cloud (Dataverse: Discover the URL of your organization; US Government: service URLs). */
const clouds: readonly (readonly [end: string, cloud: Cloud])[] = [
  ['.crm9.dynamics.com', 'UsGov'],
  ['.crm.microsoftdynamics.us', 'UsGovHigh'],
  ['.crm.appsplatform.us', 'UsGovDod'],
  ['.crm.dynamics.cn', 'China'],
];

/** The cloud that an environment is in. */
export function cloudOf(environment: string): Cloud {
  const { hostname } = new URL(environment);
  return clouds.find(([end]) => hostname.endsWith(end))?.[1] ?? 'Public';
}
