/** Longest texts of an activity, a task or one of ours (Dataverse: activitypointer table reference). */
export const activityLengths = { subject: 200, description: 2000 } as const;
