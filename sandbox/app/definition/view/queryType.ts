/** What a view is for (SavedQuery.QueryType, "View types"). */
export const queryType = { public: 0, advancedFind: 1, associated: 2, quickFind: 4, lookup: 64 } as const;
