/** By what the figures can be told apart on the page. */
export const groupings = { stage: '环节', section: '科室', organ: '县区', month: '月份', sector: '行业' } as const;
export type Grouping = keyof typeof groupings;
