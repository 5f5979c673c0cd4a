import { lazy, Suspense, type ReactNode } from 'react';
import type { DifferencesProps } from '../case-fields/differences';

/** What they are told with comes with the first conflict. If it doesn't come, the conflict stands without. */
const Differences = lazy(async (): Promise<{ default: (props: DifferencesProps) => ReactNode }> => {
  try {
    return { default: (await import('../case-fields/differences')).Differences };
  } catch {
    return { default: () => null };
  }
});

/** Tells what others changed in a case between two revisions. */
export function differencesIn(detail: DifferencesProps['detail']) {
  return (from: number, to: number): ReactNode => (
    <Suspense>
      <Differences detail={detail} from={from} to={to} />
    </Suspense>
  );
}
