import { z } from 'zod';

/**
 * The service protection limits of one user on one web server ("Service protection API limits"). Scaled down, they
 * let a test reach them with a handful of requests.
 */
export const limitsShape = z.strictObject({
  /** Length of the sliding window, in seconds. */
  windowSeconds: z.number().positive(),
  /** Requests in a window. A batch is one. */
  requests: z.number().int().positive(),
  /** Execution time in a window, in milliseconds, all requests together. */
  executionMilliseconds: z.number().positive(),
  /** Requests at the same time. */
  concurrency: z.number().int().positive(),
  /** Retry-After is a multiple of this, in seconds: whole ones in Dataverse; scaled down together with the window. */
  retryAfterStepSeconds: z.number().positive(),
});

/** The limits, as read. */
export type ProtectionLimits = Readonly<z.infer<typeof limitsShape>>;

/** What Dataverse documents. */
export const documentedLimits: ProtectionLimits = {
  windowSeconds: 300,
  requests: 6000,
  executionMilliseconds: 1_200_000,
  concurrency: 52,
  retryAfterStepSeconds: 1,
};
