import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useHref } from 'react-router';
import type { CaseContext } from '@srd/domain/case';
import { useOrgans } from '../organs';
import { BookContext, bookOf } from './book';
import { changesQuery } from './changes';
import { fieldName } from './names';
import { After, Before } from './value';

/** So many are shown beside a form; the others stand in the comparison. */
const MOST = 12;

export interface DifferencesProps {
  detail: { readonly id: string } & Pick<CaseContext, 'opened' | 'object'>;
  /** The revision that was on the page, and the one that stands. */
  from: number;
  to: number;
}

/**
 * What others changed in a case while a form was filled in, what was there before first, and the way to the whole comparison. Deadlines
 * follow from the rest and are left to it. Where the changes can't be read, the way alone stays.
 */
export function Differences({ detail, from, to }: DifferencesProps) {
  const organs = useOrgans();
  const book = useMemo(() => bookOf(detail, organs.get(detail.opened.organ)?.sections ?? []), [detail, organs]);
  const { data } = useQuery(changesQuery(detail.id, from, to));
  const compare = useHref(`/desk/cases/${encodeURIComponent(detail.id)}/replay?view=compare&from=${from}&to=${to}`);
  const place = useRef<HTMLDivElement>(null);
  // What it stands in had come into view, and has grown.
  useEffect(() => {
    if (data) place.current?.closest('.form-problem')?.scrollIntoView({ block: 'nearest' });
  }, [data]);
  const rows = (data ?? [])
    .filter(({ path }) => !path.startsWith('/deadlines/'))
    .toSorted((a, b) => Number(b.change === '~') - Number(a.change === '~'))
    .slice(0, MOST);
  return (
    <BookContext value={book}>
      <div ref={place}>
        {rows.length > 0 && (
          <table className="plain stacked differences" aria-label="其间改变的各项">
            <thead>
              <tr>
                <th scope="col">项目</th>
                <th scope="col">原为</th>
                <th scope="col">现为</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.path}>
                  <th scope="row">{fieldName(row.path)}</th>
                  <td data-head="原为">
                    <Before of={row} />
                  </td>
                  <td data-head="现为">
                    <After of={row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <a href={compare} target="_blank" rel="noreferrer">
          在对比中查看全部
        </a>
      </div>
    </BookContext>
  );
}
