import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client';

/** A revisit that stands arranged: who goes where on which day. */
export type DatedRevisit = Schemas['DatedRevisitDto'];
export type RevisitCandidate = Schemas['RevisitCandidateDto'];

/** What stands arranged from a day to another. */
export function revisitsQuery(from: string, to: string) {
  return queryOptions({
    queryKey: ['revisits', from, to],
    queryFn: async () => (await dataOf(api.GET('/api/v1/revisits', { params: { query: { from, to } } }))).items,
  });
}

/** Who may go to a case's revisit on a day, and what keeps the others. */
export function candidatesQuery(id: string, on: string) {
  return queryOptions({
    queryKey: ['revisit-candidates', id, on],
    queryFn: async () => {
      const params = { path: { id }, query: { on } };
      return (await dataOf(api.GET('/api/v1/cases/{id}/revisit-candidates', { params }))).items;
    },
  });
}

const bars: Readonly<Record<string, string>> = {
  'not-enrolled': '当日不在执法检查人员名录库',
  field: '执法领域不符',
  certificate: '当日没有有效的行政执法证',
  absent: '当日不在岗',
  interest: '与检查对象有利害关系，应当回避',
  recusal: '回避申请未决或者已决定回避',
};

/** Why somebody can't go; undefined for whoever can. */
export function barText({ bar }: RevisitCandidate): string | undefined {
  return bar === null ? undefined : (bars[bar] ?? bar);
}
