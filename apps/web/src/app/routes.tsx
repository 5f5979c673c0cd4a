import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { createBrowserRouter, Navigate, Outlet, useLocation, type RouteObject } from 'react-router';
import { Forbidden, Loaded, Loading, NotFound } from '../shared/states';
import { Faulty } from './fault';
import { Frame } from './frame';
import { pages, type Page } from './pages';
import { useTitle } from './navigation';
import { holds, useMe, useStarting } from './session';

const Ended = lazy(async () => ({ default: (await import('./ended')).Ended }));
const Home = lazy(async () => ({ default: (await import('../pages/home')).Home }));
const SignIn = lazy(async () => ({ default: (await import('../pages/sign-in')).SignIn }));

/** A page before anybody is signed in. */
function Entrance({ page: Content }: { page: ComponentType }) {
  return (
    <Suspense fallback={<Loading />}>
      <Content />
    </Suspense>
  );
}

/** The first page of the menu that somebody's roles open. */
function First() {
  const me = useMe();
  const page =
    pages.find(({ first }) => first !== undefined && holds(me, first)) ??
    pages.find(({ menu, roles }) => menu !== undefined && holds(me, roles));
  return <Navigate to={`/desk/${page?.path ?? 'sessions'}`} replace />;
}

/** Nobody sees a page before it is known who asks; who isn't signed in comes back to it after signing in. */
function Signed({ children }: { children: ReactNode }) {
  const starting = useStarting();
  const { pathname, search } = useLocation();
  // Loading, or the way out of a failure: once it is there, only what is inside tells of failures.
  if (!starting.data) return <Loaded query={starting}>{() => null}</Loaded>;
  const { me, mode, ended } = starting.data;
  if (!me) return <Navigate to={`/sign-in?back=${encodeURIComponent(pathname + search)}`} replace />;
  return (
    <>
      {children}
      {ended && (
        <Suspense>
          <Ended me={me} mode={mode} />
        </Suspense>
      )}
    </>
  );
}

function Opened({ page, children }: { page: Page; children: ReactNode }) {
  const me = useMe();
  useTitle(page.title);
  if (!holds(me, page.roles)) return <Forbidden detail={`“${page.title}”不由您的岗位办理`} />;
  return <Suspense fallback={<Loading />}>{children}</Suspense>;
}

/** A page's code comes with its first visit. */
function routeOf(page: Page): RouteObject {
  const Content = lazy(page.load);
  return {
    path: page.path,
    // Within the frame: menu, clock and way out stay.
    errorElement: <Faulty />,
    element: (
      <Opened page={page}>
        <Content />
      </Opened>
    ),
  };
}

export const router = createBrowserRouter([
  { path: '/', element: <Entrance page={Home} />, errorElement: <Faulty /> },
  { path: '/sign-in', element: <Entrance page={SignIn} />, errorElement: <Faulty /> },
  {
    path: '/desk',
    element: (
      <Signed>
        <Outlet />
      </Signed>
    ),
    errorElement: <Faulty />,
    children: [
      ...pages.filter(({ bare }) => bare === true).map(routeOf),
      {
        element: <Frame />,
        children: [
          { index: true, element: <First /> },
          ...pages.filter(({ bare }) => bare !== true).map(routeOf),
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);
