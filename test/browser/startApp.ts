import { startInProcess, type RunningSystem } from '../../scripts/system/startInProcess.js';

/** The whole system in this process, as `npm start` has it. */
export type RunningApp = RunningSystem;

/** Where the links in the sample's mails lead. */
export const siteUrl = 'https://www.contoso.example';

/** Starts it on free ports, with rows in memory. */
export const startApp = (): Promise<RunningApp> => startInProcess({ siteUrl });
