import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { api, dataOf } from '../api/client';
import { hasStatedPurpose, statePurpose } from '../api/purpose';
import { holds, useMe, useToday } from '../app/session';
import { Loaded, Loading } from './states';

const AskPurpose = lazy(async () => ({ default: (await import('./ask-purpose')).AskPurpose }));

/**
 * A page on one case. An auditor's reading leaves its trace (全程留痕, R104): what it is for is asked once for each case and day, before
 * anything is read, and goes on record with the first look. Others pass.
 */
export function CaseReading({ id, children }: { id: string; children: ReactNode }) {
  const me = useMe();
  return holds(me, ['auditor']) ? (
    <Asked id={id} account={me.account}>
      {children}
    </Asked>
  ) : (
    children
  );
}

function Asked({ id, account, children }: { id: string; account: string; children: ReactNode }) {
  const day = useToday();
  const [, setStated] = useState(0);
  const accesses = useQuery({
    queryKey: ['accesses', day],
    queryFn: () => dataOf(api.GET('/api/v1/accesses', { params: { query: { day } } })),
  });
  const named = useQuery({
    queryKey: ['case-name', id],
    queryFn: () => dataOf(api.GET('/api/v1/cases/{id}/name', { params: { path: { id } } })),
  });
  if (hasStatedPurpose(id)) return children;
  // Who asks for a case that isn't there is told so, and no reason is asked of them.
  return (
    <Loaded query={named} what="案件">
      {(of) => (
        <Loaded query={accesses} what="查阅留痕">
          {({ items }) =>
            items.some(({ kind, by, subject }) => kind === 'reading' && by === account && subject.id === id) ? (
              children
            ) : (
              <Suspense fallback={<Loading />}>
                <AskPurpose
                  of={of}
                  onStated={(purpose) => {
                    statePurpose(id, purpose);
                    setStated((times) => times + 1);
                  }}
                />
              </Suspense>
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}
