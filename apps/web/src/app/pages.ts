import type { ComponentType } from 'react';

/** A page of the desk. Its folder under src/pages exports it by default from index.tsx. */
export interface Page {
  /** Under /desk: `cases/:id`. Empty for the first one. */
  readonly path: string;
  readonly title: string;
  readonly load: () => Promise<{ default: ComponentType }>;
  /** Who may open it; everybody who is signed in when left out. */
  readonly roles?: readonly string[];
  /** Where it stands in the menu; left out for a page that others lead to. */
  readonly menu?: MenuGroup;
  /** Whose first page it is; everybody else begins with the menu's first. */
  readonly first?: readonly string[];
  /** Without menu and top bar: a projector's page, a print. */
  readonly bare?: boolean;
}

export type MenuGroup = keyof typeof menuGroups;

/** The menu's groups in their order. A group without a page for the asker's roles isn't shown. */
export const menuGroups = {
  cases: '案件',
  draws: '抽取',
  rectification: '整改',
  audit: '审计',
  account: '账号',
} as const;

/** Everybody but the system administrator, who sees no business. */
const business = [
  'section-officer',
  'section-head',
  'supervision-officer',
  'leader',
  'inspector',
  'rectification-officer',
  'auditor',
  'partner-officer',
];

/** Who follows up what was found, or watches it. */
const following = [
  'rectification-officer',
  'section-officer',
  'section-head',
  'supervision-officer',
  'leader',
  'inspector',
  'auditor',
];

/** Who prepares, holds or watches a draw. */
const drawing = ['section-officer', 'section-head', 'supervision-officer', 'leader', 'auditor'];

/**
 * Every page of the desk: route and menu in one. Add a page's line to its group; the order within a group is the menu's.
 */
export const pages: readonly Page[] = [
  // cases
  { path: 'board', title: '案件看板', menu: 'cases', roles: business, load: () => import('../pages/board') },
  {
    path: 'statistics',
    title: '统计',
    menu: 'cases',
    roles: ['section-officer', 'section-head', 'supervision-officer', 'leader', 'auditor'],
    load: () => import('../pages/statistics'),
  },
  { path: 'cases', title: '案件列表', menu: 'cases', roles: business, load: () => import('../pages/cases') },
  { path: 'cases/:id', title: '案件', roles: business, load: () => import('../pages/case') },
  { path: 'cases/:id/replay', title: '回放', roles: business, load: () => import('../pages/replay') },

  // draws
  { path: 'draws', title: '待抽取', menu: 'draws', roles: drawing, load: () => import('../pages/draws') },
  { path: 'draws/:plan/:series', title: '抽取', roles: drawing, load: () => import('../pages/draw') },
  {
    path: 'projector/:series',
    title: '抽取大屏',
    roles: drawing,
    bare: true,
    load: () => import('../pages/projector'),
  },

  // rectification
  {
    path: 'rectification',
    title: '整改台账',
    menu: 'rectification',
    first: ['rectification-officer'],
    roles: following,
    load: () => import('../pages/worklist'),
  },
  {
    path: 'rectification/calendar',
    title: '期限日历',
    menu: 'rectification',
    roles: following,
    load: () => import('../pages/due-calendar'),
  },
  { path: 'rectification/:id', title: '整改', roles: following, load: () => import('../pages/follow-up') },

  // audit
  {
    path: 'audit',
    title: '审计工作台',
    menu: 'audit',
    roles: ['auditor', 'leader'],
    load: () => import('../pages/audit'),
  },

  // account
  { path: 'sessions', title: '我的会话', menu: 'account', load: () => import('../pages/sessions') },
];
