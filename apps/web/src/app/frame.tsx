import {
  CalendarOutlined,
  DownOutlined,
  LogoutOutlined,
  MenuOutlined,
  SwapOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Button, Dropdown, Layout, Menu, Tooltip, type MenuProps } from 'antd';
import { lazy, Suspense, useRef, useState } from 'react';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { useFocusBack } from '../shared/focus-back';
import { longDay, weekdayOf } from '../shared/format';
import { useTopOnNewPage } from './navigation';
import { menuGroups, pages, type MenuGroup } from './pages';
import { holds, useMe, signOut, useStart, type Me } from './session';

/** The menu of narrow pages comes when it is opened. */
const Drawer = lazy(() => import('antd/es/drawer'));
const MoveClock = lazy(async () => ({ default: (await import('./move-clock')).MoveClock }));

/** Who may move the demonstration's clock. */
const MOVERS = ['leader', 'supervision-officer'];

/** The desk around every page: what the roles open on the left, organ, clock and user above. */
export function Frame() {
  const me = useMe();
  const [open, setOpen] = useState(false);
  useTopOnNewPage();
  return (
    <Layout className="frame">
      <a className="skip" href="#content">
        跳到正文
      </a>
      <Layout.Header className="top">
        <Button
          className="menu-button"
          type="text"
          icon={<MenuOutlined aria-hidden />}
          aria-label="打开菜单"
          onClick={() => setOpen(true)}
        />
        <Link className="brand" to="/desk">
          双随机检查案件系统
        </Link>
        <span className="organ">{me.organ.name}</span>
        <span className="grow" />
        <Clock />
        <UserMenu me={me} />
      </Layout.Header>
      <Layout>
        <Layout.Sider className="side" width={208} theme="light">
          <MainMenu me={me} onChosen={() => undefined} />
        </Layout.Sider>
        {open && (
          <Suspense>
            <NarrowMenu me={me} onClose={() => setOpen(false)} />
          </Suspense>
        )}
        <Layout.Content className="content" id="content" tabIndex={-1}>
          <Outlet />
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

function NarrowMenu({ me, onClose }: { me: Me; onClose: () => void }) {
  useFocusBack();
  return (
    <Drawer open onClose={onClose} placement="left" size={248} title="菜单" closable={{ 'aria-label': '关闭' }}>
      <MainMenu me={me} onChosen={onClose} />
    </Drawer>
  );
}

function MainMenu({ me, onChosen }: { me: Me; onChosen: () => void }) {
  const { pathname } = useLocation();
  const open = pages.filter((page) => page.menu !== undefined && holds(me, page.roles));
  const items: MenuProps['items'] = (Object.keys(menuGroups) as MenuGroup[])
    .map((group) => ({
      type: 'group' as const,
      key: group,
      label: menuGroups[group],
      children: open
        .filter(({ menu }) => menu === group)
        .map(({ path, title }) => ({ key: `/desk/${path}`, label: <Link to={`/desk/${path}`}>{title}</Link> })),
    }))
    .filter(({ children }) => children.length > 0);
  const here = open
    .map(({ path }) => `/desk/${path}`)
    .filter((path) => pathname === path || pathname.startsWith(`${path}/`))
    .toSorted((a, b) => b.length - a.length)[0];
  return (
    <nav aria-label="主菜单">
      <Menu mode="inline" items={items} selectedKeys={here === undefined ? [] : [here]} onClick={onChosen} />
    </nav>
  );
}

/** The procedure's clock. In the demonstration it stands still and is another than the machine's. */
function Clock() {
  const start = useStart();
  if (!start) return null;
  const demo = start.mode === 'demo';
  return (
    <Tooltip title={demo ? '演示时钟：期限与天数均按此日计算' : '今日'}>
      <span className="clock">
        {demo && <span className="clock-label">演示时钟</span>} {longDay(start.today)}（{weekdayOf(start.today)}）
      </span>
    </Tooltip>
  );
}

function UserMenu({ me }: { me: Me }) {
  const button = useRef<HTMLButtonElement>(null);
  const demo = useStart()?.mode === 'demo';
  const navigate = useNavigate();
  const [moving, setMoving] = useState(false);
  const roles = me.roles.map(({ label, sectionName }) => (sectionName ? `${sectionName} · ${label}` : label));
  const items: MenuProps['items'] = [
    { key: 'roles', type: 'group', label: roles.join('、'), children: [] },
    { key: 'sessions', icon: <UserOutlined aria-hidden />, label: '我的会话' },
    ...(demo ? [{ key: 'change', icon: <SwapOutlined aria-hidden />, label: '更换演示角色' }] : []),
    ...(demo && holds(me, MOVERS)
      ? [{ key: 'clock', icon: <CalendarOutlined aria-hidden />, label: '拨动演示时钟' }]
      : []),
    { type: 'divider' as const },
    { key: 'out', icon: <LogoutOutlined aria-hidden />, label: '退出登录' },
  ];
  return (
    <>
      {moving && (
        <Suspense>
          <MoveClock onClose={() => setMoving(false)} />
        </Suspense>
      )}
      <Dropdown
        trigger={['click']}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the menu takes the focus when it is opened, so that the arrow keys move in it
        autoFocus
        onOpenChange={(open) => {
          // Whoever closes it by Escape is back at the button.
          if (!open && document.activeElement?.closest('.ant-dropdown')) button.current?.focus();
        }}
        menu={{
          items,
          onClick: ({ key }) => {
            if (key === 'sessions') void navigate('/desk/sessions');
            if (key === 'change') void navigate('/');
            if (key === 'clock') setMoving(true);
            if (key === 'out') void signOut(demo ? '/' : '/sign-in');
          },
        }}
      >
        <Button
          ref={button}
          type="text"
          className="user"
          aria-label={`${me.name ?? me.account} ${roles[0] ?? ''}，用户菜单`}
        >
          <UserOutlined aria-hidden />
          <span className="user-name">{me.name ?? me.account}</span>
          <span className="user-role">{roles[0]}</span>
          <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
    </>
  );
}
