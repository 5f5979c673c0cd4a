import {
  CalendarOutlined,
  DownOutlined,
  LogoutOutlined,
  MenuOutlined,
  SwapOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { Fragment, lazy, Suspense, useState, type MouseEvent } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { useFocusBack } from '../shared/focus-back';
import { longDay, weekdayOf } from '../shared/format';
import { Opener } from '../shared/opener';
import { useTopOnNewPage } from './navigation';
import { menuGroups, pages, type MenuGroup } from './pages';
import { holds, signOut, useMe, useNewDay, useStart, type Me } from './session';

const loadDrawer = () => import('antd/es/drawer');
/** The menu of narrow pages comes when it is opened. */
const Drawer = lazy(loadDrawer);
const MoveClock = lazy(async () => ({ default: (await import('./move-clock')).MoveClock }));

/** The desk around every page: what the roles open on the left, organ, clock and user above. */
export function Frame() {
  const me = useMe();
  const [open, setOpen] = useState(false);
  useTopOnNewPage();
  useNewDay();
  return (
    <div className="frame">
      <a className="skip" href="#content">
        跳到正文
      </a>
      <header className="top">
        <Button
          className="menu-button"
          type="text"
          icon={<MenuOutlined aria-hidden />}
          aria-label="打开菜单"
          onPointerEnter={() => void loadDrawer()}
          onFocus={() => void loadDrawer()}
          onClick={() => setOpen(true)}
        />
        <Link className="brand" to="/desk">
          双随机检查案件系统
        </Link>
        <span className="organ">{me.organ.name}</span>
        <span className="grow" />
        <Clock />
        <UserMenu me={me} />
      </header>
      <div className="under-top">
        <aside className="side">
          <MainMenu me={me} onChosen={() => undefined} />
        </aside>
        {open && (
          <Suspense>
            <NarrowMenu me={me} onClose={() => setOpen(false)} />
          </Suspense>
        )}
        <main className="content" id="content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
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
  const here = open
    .map(({ path }) => `/desk/${path}`)
    .filter((path) => pathname === path || pathname.startsWith(`${path}/`))
    .toSorted((a, b) => b.length - a.length)[0];
  const groups = (Object.keys(menuGroups) as MenuGroup[])
    .map((group) => ({ group, items: open.filter(({ menu }) => menu === group) }))
    .filter(({ items }) => items.length > 0);
  return (
    <nav className="main-menu" aria-label="主菜单">
      {groups.map(({ group, items }) => (
        <Fragment key={group}>
          <div className="menu-group" aria-hidden>
            {menuGroups[group]}
          </div>
          <ul aria-label={menuGroups[group]}>
            {items.map(({ path, title }) => (
              <li key={path}>
                <Link
                  to={`/desk/${path}`}
                  aria-current={here === `/desk/${path}` ? 'page' : undefined}
                  onClick={onChosen}
                >
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </nav>
  );
}

/** The procedure's clock. In the demonstration it stands still and is another than the machine's. */
function Clock() {
  const start = useStart();
  if (!start) return null;
  const demo = start.mode === 'demo';
  return (
    <span className="clock" title={demo ? '演示时钟：期限与天数均按此日计算' : '今日'}>
      {demo && <span className="clock-label">演示时钟</span>} {longDay(start.today)}（{weekdayOf(start.today)}）
    </span>
  );
}

/** Closes the small thing that what was pressed stands in; the focus is back at its opener. */
function shut({ currentTarget }: MouseEvent<HTMLElement>): void {
  currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
}

function UserMenu({ me }: { me: Me }) {
  const start = useStart();
  const demo = start?.mode === 'demo';
  const [moving, setMoving] = useState(false);
  const roles = me.roles.map(({ label, sectionName }) => (sectionName ? `${sectionName} · ${label}` : label));
  const name = me.name ?? me.account;
  const label = (
    <span className="user-label">
      <UserOutlined aria-hidden />
      <span className="user-name">{name}</span>
      <span className="user-role">{roles[0]}</span>
      <DownOutlined aria-hidden />
    </span>
  );
  return (
    <>
      <Opener
        label={label}
        title={name}
        button={{
          type: 'text',
          className: 'user',
          'aria-label': `${name} ${roles[0] ?? ''}，用户菜单`,
        }}
      >
        <p className="quiet">{roles.join('、')}</p>
        <ul className="user-menu">
          <li>
            <Link to="/desk/sessions" onClick={shut}>
              <UserOutlined aria-hidden /> 我的会话
            </Link>
          </li>
          {demo && (
            <li>
              <Link to="/" onClick={shut}>
                <SwapOutlined aria-hidden /> 更换演示角色
              </Link>
            </li>
          )}
          {start?.movesClock && (
            <li>
              <button
                type="button"
                onClick={(event) => {
                  shut(event);
                  setMoving(true);
                }}
              >
                <CalendarOutlined aria-hidden /> 拨动演示时钟
              </button>
            </li>
          )}
          <li>
            <button type="button" onClick={() => void signOut(demo ? '/' : '/sign-in')}>
              <LogoutOutlined aria-hidden /> 退出登录
            </button>
          </li>
        </ul>
      </Opener>
      {moving && (
        <Suspense>
          <MoveClock onClose={() => setMoving(false)} />
        </Suspense>
      )}
    </>
  );
}
