import type { ReactNode } from 'react';
import { SetAside } from './set-aside';

/** The head of every page: what it is, one line about it, what can be done with the whole of it, and what of its address isn't known. */
export function PageHead({ title, about, actions }: { title: ReactNode; about?: ReactNode; actions?: ReactNode }) {
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {about && <p>{about}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      <SetAside />
    </>
  );
}
