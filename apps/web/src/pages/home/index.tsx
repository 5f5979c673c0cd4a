import { Navigate } from 'react-router';
import { useTitle } from '../../app/navigation';
import { useStart } from '../../app/session';
import { Loading } from '../../shared/states';
import { DemonstrationHome } from './demonstration';

/** The first page: the demonstration's home, or in real use the way in. */
export function Home() {
  const start = useStart();
  useTitle(start?.mode === 'demo' ? '演示首页' : undefined);
  if (!start) return <Loading />;
  if (start.mode === 'demo') return <DemonstrationHome start={start} />;
  return <Navigate to={start.me ? '/desk' : '/sign-in'} replace />;
}
