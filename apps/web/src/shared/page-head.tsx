import type { ReactNode } from 'react';

/** The head of every page: what it is, one line about it, and what can be done with the whole of it. */
export function PageHead({ title, about, actions }: { title: ReactNode; about?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {about && <p>{about}</p>}
      </div>
      {actions && <div className="page-actions">{actions}</div>}
    </header>
  );
}
