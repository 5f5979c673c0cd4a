import { Alert } from 'antd';
import { useEffect, useSyncExternalStore } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { shown } from '@srd/kernel';

interface Aside {
  /** Of the page whose address it is. */
  readonly path: string;
  /** `stage=bogus`, each once. */
  readonly values: readonly string[];
}

const NONE: Aside = { path: '', values: [] };
let aside = NONE;
const watching = new Set<() => void>();

function keep(after: Aside): void {
  if (after === aside) return;
  aside = after;
  for (const watch of watching) watch();
}

/** Keeps what an address says and its page doesn't know, until the page's head has told it. */
export function setAside(values: readonly string[]): void {
  const path = window.location.pathname;
  const before = aside.path === path ? aside.values : [];
  const fresh = values.filter((value) => !before.includes(value));
  if (fresh.length > 0) keep({ path, values: [...before, ...fresh] });
}

function watch(told: () => void): () => void {
  watching.add(told);
  return () => watching.delete(told);
}

/** Says what of the page's address isn't known, and takes it out of the address: a link that is shared on is one that holds. */
export function SetAside() {
  const { path, values } = useSyncExternalStore(watch, () => aside);
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const here = path === pathname ? values : NONE.values;
  useEffect(() => {
    const after = new URLSearchParams(search);
    for (const value of here) {
      const [name = ''] = value.split('=', 1);
      if (`${name}=${after.get(name)}` === value) after.delete(name);
    }
    if (after.toString() !== new URLSearchParams(search).toString()) void navigate(`?${after}`, { replace: true });
  }, [here, search, navigate]);
  // Whoever comes back to the page comes by another address.
  useEffect(() => () => keep(NONE), [pathname]);
  if (here.length === 0) return null;
  return (
    <Alert
      className="set-aside"
      type="warning"
      showIcon
      title={`地址中的${here.map((value) => `“${shown(value)}”`).join('、')}无法识别，已从地址中去掉，这里按没有此项显示。`}
      closable={{ 'aria-label': '关闭提示', onClose: () => keep(NONE) }}
    />
  );
}
