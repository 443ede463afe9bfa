/** States of a system job with their status reasons ("asyncoperation table reference"). */
export const jobStatus = {
  waiting: { statecode: 0, statuscode: 0 },
  inProgress: { statecode: 2, statuscode: 20 },
  succeeded: { statecode: 3, statuscode: 30 },
  failed: { statecode: 3, statuscode: 31 },
  canceled: { statecode: 3, statuscode: 32 },
} as const;

/** `operationtype` of a job that runs a process. */
export const WORKFLOW_OPERATION = 10;
