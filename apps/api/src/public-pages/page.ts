import { html, type Html, type Part } from './html';

/** The places of the public's pages, in the order of the navigation. */
const PLACES = [
  ['/public', '首页'],
  ['/public/results', '检查结果'],
  ['/public/draws', '抽取'],
  ['/public/plans', '年度计划'],
  ['/public/items', '事项清单'],
  ['/public/listings', '名单'],
  ['/public/circulars', '通报'],
  ['/public/procedure', '抽查程序'],
  ['/public/visit', '检查码'],
  ['/public/log', '日志与核验'],
] as const;

export interface Page {
  readonly title: string;
  /** Where it stands in the navigation. */
  readonly place?: (typeof PLACES)[number][0];
  /** The way here from the place, for pages below it. */
  readonly above?: readonly (readonly [href: string, label: string])[];
  readonly main: Part;
  /** The page has something that a script makes easier. */
  readonly script?: boolean;
}

/** What frames every page. */
export interface Frame {
  readonly demonstration: boolean;
  /** Tells one version of style and script from another. */
  readonly version: string;
}

const BAND = '演示数据：机构与人员均为虚构，计划数字来自两份公开文件。';

function crumbs(above: NonNullable<Page['above']>, title: string): Html {
  return html`<nav class="crumbs wide" aria-label="所在位置">
    <ol>
      <li><a href="/public">首页</a></li>
      ${above.map(([href, label]) => html`<li><a href="${href}">${label}</a></li>`)}
      <li aria-current="page">${title}</li>
    </ol>
  </nav>`;
}

/** A whole document. */
export function documentOf({ title, place, above, main, script }: Page, { demonstration, version }: Frame): string {
  const nav = PLACES.map(
    ([href, label]) =>
      html`<li>
        <a href="${href}" ${href === place ? html` aria-current="${above ? 'true' : 'page'}"` : ''}>${label}</a>
      </li>`,
  );
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title === '' ? '' : `${title} · `}双随机、一公开</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/public/style.css?v=${version}" />
        ${script && html`<script src="/public/check.js?v=${version}" defer></script>`}
      </head>
      <body>
        <a class="skip" href="#main">跳到主要内容</a>
        ${demonstration && html`<p class="band" role="note">${BAND}</p>`}
        <header>
          <div class="wide">
            <a class="brand" href="/public">“双随机、一公开”<span>抽查情况公开</span></a>
          </div>
          <nav class="places" aria-label="栏目">
            <ul class="wide">
              ${nav}
            </ul>
          </nav>
        </header>
        ${above && crumbs(above, title)}
        <main id="main" class="wide" tabindex="-1">${main}</main>
        <footer>
          <div class="wide">
            <p>本站内容来自办案系统的原始记录，每一条都列入只增不改的日志，<a href="/public/log">可以自行核验</a>。</p>
            <p>机器可读的数据：各列表均可下载 CSV、JSON；接口说明见 <a href="/api/docs">/api/docs</a>。</p>
          </div>
        </footer>
      </body>
    </html> `.text;
}
