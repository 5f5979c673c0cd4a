import { lazy, Suspense, type ComponentProps } from 'react';
import { Loading } from '../states';

const Drawer = lazy(async () => ({ default: (await import('./drawer')).CaseCommandDrawer }));
const Form = lazy(async () => ({ default: (await import('./form')).CaseCommandForm }));

/** A command's form for a case, beside the page. It comes with the first that is opened. */
export function CaseCommandDrawer(props: ComponentProps<typeof Drawer>) {
  return (
    <Suspense>
      <Drawer {...props} />
    </Suspense>
  );
}

/** The same in the page itself. */
export function CaseCommandForm(props: ComponentProps<typeof Form>) {
  return (
    <Suspense fallback={<Loading what="表单" />}>
      <Form {...props} />
    </Suspense>
  );
}
