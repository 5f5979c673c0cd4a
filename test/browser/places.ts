/** A page of the house as somebody opens it. */
export interface Place {
  /** As the table of pages names it, for pages of the desk and its ways in. */
  readonly route: string;
  readonly path: string;
  /** Who opens it; nobody is signed in when left out. */
  readonly account?: string;
  /** The button that is pressed first, by the beginning of its name: for a form, a dialog, a drawer. */
  readonly opens?: string;
  /** What is there once it is whole, where that comes after the page. */
  readonly shows?: string;
}

const LEADER = 'kazuo-leader';
const CITY = 'chaozhou-leader';
const OFFICER = 'chaozhou-lawyer-officer';
const RECTIFICATION = 'kazuo-rectification';
const AUDITOR = 'chaozhou-auditor';
const REPLAY = '/desk/cases/chaozhou-2023-4-3/replay';

const of = (account: string | undefined, route: string, ...paths: string[]): Place[] =>
  paths.map((path) => ({ route, path, ...(account === undefined ? {} : { account }) }));

const opened = (account: string, route: string, path: string, ...buttons: string[]): Place[] =>
  buttons.map((opens) => ({ route, path, account, opens }));

/** Every page of the desk in a clean demonstration, and of each the views, steps and drawers that have an address. */
export const desk: readonly Place[] = [
  ...of(undefined, '/', '/'),
  ...of(undefined, '/sign-in', '/sign-in'),
  ...of(undefined, '/witness', '/witness/none'),
  ...of(LEADER, 'board', '/desk/board', '/desk/board?lanes=section', '/desk/board?as=table'),
  ...of(LEADER, 'statistics', '/desk/statistics'),
  ...of(CITY, 'cases', '/desk/cases'),
  ...of(CITY, 'cases/:id', '/desk/cases/chaozhou-2024-1-1', '/desk/cases/chaozhou-2024-3-3'),
  ...of(LEADER, 'cases/:id', '/desk/cases/kazuo-2024-3-1', '/desk/cases/none'),
  ...of(AUDITOR, 'cases/:id', '/desk/cases/chaozhou-2023-4-1'),
  ...of(
    CITY,
    'cases/:id/replay',
    `${REPLAY}?r=9`,
    `${REPLAY}?view=true&on=2023-07-20`,
    `${REPLAY}?view=compare&from=7&to=12`,
    `${REPLAY}?view=json`,
    `${REPLAY}?view=bundle`,
  ),
  {
    route: 'cases/:id/replay',
    path: `${REPLAY}?view=compare&from=7&to=12&field=%2Fstage`,
    account: CITY,
    shows: '.ant-drawer .field-history a',
  },
  ...of(OFFICER, 'draws', '/desk/draws'),
  ...of(OFFICER, 'draws/:plan/:series', '/desk/draws/chaozhou-2024/chaozhou-2024-1'),
  ...of(AUDITOR, 'draws/:plan/:series', '/desk/draws/chaozhou-2024/chaozhou-2024-1'),
  ...of(
    CITY,
    'draws/:plan/:series',
    '/desk/draws/chaozhou-2024/chaozhou-2024-3',
    '/desk/draws/chaozhou-2024/chaozhou-2024-3:team',
  ),
  ...of(OFFICER, 'projector/:series', '/desk/projector/chaozhou-2024-1', '/desk/projector/chaozhou-2024-3'),
  ...of(RECTIFICATION, 'rectification', '/desk/rectification'),
  {
    route: 'rectification',
    path: '/desk/rectification?urge=overdue',
    account: RECTIFICATION,
    shows: '.ant-drawer button',
  },
  ...of(
    RECTIFICATION,
    'rectification/calendar',
    '/desk/rectification/calendar?month=2024-08',
    '/desk/rectification/calendar?month=2024-08&as=list',
  ),
  ...of(
    RECTIFICATION,
    'rectification/:id',
    '/desk/rectification/kazuo-2024-3-1',
    '/desk/rectification/kazuo-2024-3-1?do=ArrangeRevisit&measure=d1',
  ),
  ...of(AUDITOR, 'audit', '/desk/audit'),
  ...of(RECTIFICATION, 'audit', '/desk/audit'),
  ...of(LEADER, 'sessions', '/desk/sessions'),
  ...of(LEADER, '*', '/desk/none'),
];

const INSPECTOR = 'kazuo-inspector-1';
const HEAD = 'kazuo-head';
const KAZUO_OFFICER = 'kazuo-officer';

/** What opens over a page: forms of every kind of field, dialogs, drawers. */
export const dialogs: readonly Place[] = [
  ...opened(LEADER, 'board', '/desk/board', '移动到…'),
  ...opened(LEADER, 'statistics', '/desk/statistics', '[1-9]'),
  ...opened(HEAD, 'cases/:id', '/desk/cases/kazuo-2024-1-1', '审批检查结果', '退回检查结果'),
  ...opened(KAZUO_OFFICER, 'cases/:id', '/desk/cases/kazuo-2024-1-2', '公示前核对内容', '提请更正已审批的结果'),
  ...opened(INSPECTOR, 'cases/:id', '/desk/cases/kazuo-2024-1-3', '到场检查'),
  ...opened(OFFICER, 'draws/:plan/:series', '/desk/draws/chaozhou-2024/chaozhou-2024-1', '冻结名录'),
  ...opened(CITY, 'cases/:id/replay', `${REPLAY}?view=compare&from=7&to=12`, '检查结果 › 第 1 项 › 结果类别'),
];

/** The public's pages, by the routes of their controller. */
export const publicly: readonly Place[] = [
  ...of(undefined, '', '/public'),
  ...of(undefined, 'results/:case', '/public/results/chaozhou-2024-3-5'),
  ...of(
    undefined,
    'draws/:id',
    '/public/draws/chaozhou-2024-3.1',
    '/public/draws/chaozhou-2024-3%3Ateam.1',
    '/public/draws/chaozhou-2024-6%3Apractitioners.1',
  ),
  ...of(undefined, 'fairness', '/public/fairness?organ=chaozhou&year=2024'),
  ...of(undefined, 'plans/:id', '/public/plans/kazuo-2024'),
  ...of(undefined, 'procedure', '/public/procedure'),
  ...of(undefined, 'visit', '/public/visit'),
  ...of(undefined, 'visit/:code', '/public/visit/none'),
  ...of(undefined, 'log', '/public/log'),
  ...of(
    undefined,
    ':list',
    ...['plans', 'items', 'draws', 'results', 'results?q=none', 'listings', 'circulars'].map(
      (list) => `/public/${list}`,
    ),
  ),
  ...of(undefined, '*', '/public/none/none'),
];
