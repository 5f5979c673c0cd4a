import { lazy, Suspense, useState, type ComponentProps } from 'react';
import { Loading } from '../states';
import type { CommandFormProps } from './command-form';

const Form = lazy(async () => ({ default: (await import('./command-form')).CommandForm }));
const Drawer = lazy(async () => ({ default: (await import('./command-drawer')).CommandDrawer }));

/** A command's form. Its fields come with the first form that is opened: no page waits for them. */
export function CommandForm(props: CommandFormProps) {
  return (
    <Suspense fallback={<Loading what="表单" />}>
      <Form {...props} />
    </Suspense>
  );
}

/** The same beside the page. */
export function CommandDrawer(props: ComponentProps<typeof Drawer>) {
  const [asked, setAsked] = useState(props.open);
  if (props.open && !asked) setAsked(true);
  return (
    asked && (
      <Suspense>
        <Drawer {...props} />
      </Suspense>
    )
  );
}
