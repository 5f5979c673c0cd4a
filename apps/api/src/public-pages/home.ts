import { Injectable } from '@nestjs/common';
import { address, html, pathTo } from './html';
import { Draws } from './draws';
import { Organs } from './organs';
import type { Page } from './page';
import { Results } from './results';
import { dayWords } from './words';

/** Where everybody begins: search, the newest, and the ways to everything else. */
@Injectable()
export class Home {
  constructor(
    private readonly organs: Organs,
    private readonly results: Results,
    private readonly draws: Draws,
  ) {}

  async page(): Promise<Page> {
    const [results, draws, plans] = [await this.results.newest(5), await this.draws.newest(4), this.organs.plans()];
    return {
      title: '',
      place: '/public',
      main: html`<h1>查一家机构，看一次抽查</h1>
        <form class="filter big" method="get" action="/public/results" role="search" aria-label="查询检查结果">
          <div class="field words">
            <label for="q">机构名称或登记号</label><input type="search" id="q" name="q" maxlength="100" />
          </div>
          <div class="field act"><button type="submit">查询检查结果</button></div>
        </form>
        <div class="columns">
          <section class="card">
            <h2>最近公示的检查结果</h2>
            ${
              results.length === 0
                ? html`<p class="empty">还没有公示的检查结果。</p>`
                : html`<ul class="news">
                    ${results.map(({ case: id, content, organ, publishedAt }) => html`<li><a href="${pathTo('results', id)}">${content.institutionName}</a><span>${content.result.split('：')[0]}</span><small>${this.organs.nameOf(organ)}　${dayWords(publishedAt)}公示</small></li>`)}
                  </ul>`
            }
            <p><a href="/public/results">全部检查结果</a></p>
          </section>
          <section class="card">
            <h2>最近的抽取</h2>
            ${
              draws.length === 0
                ? html`<p class="empty">还没有抽取。</p>`
                : html`<ul class="news">
                    ${draws.map(({ row, name }) => html`<li><a href="${pathTo('draws', row.draw)}">${name}</a><small>${this.organs.nameOf(row.organ)}　${dayWords(row.frozenAt)}${row.phase === 'voided' && '　已作废'}</small></li>`)}
                  </ul>`
            }
            <p><a href="/public/draws">全部抽取</a>，作废的也在内</p>
          </section>
          <section class="card">
            <h2>按年度查看</h2>
            <ul class="news">
              ${plans.map(
                ({ plan, organ, year }) =>
                  html`<li>
                    <a href="${address('/public/results', { organ, year: String(year) })}"
                      >${this.organs.nameOf(organ)} ${year} 年抽查结果</a
                    ><small
                      ><a href="${pathTo('plans', plan)}">年度计划</a>　<a
                        href="${address('/public/fairness', { organ, year: String(year) })}"
                        >公平性统计</a
                      ></small
                    >
                  </li>`,
              )}
            </ul>
          </section>
          <section class="card">
            <h2>检查人员上门了？</h2>
            <p>请他们出示检查码，在这里核实人员与任务是否属实。</p>
            <form class="filter" method="get" action="/public/visit">
              <div class="field words">
                <label for="code">检查码</label
                ><input
                  id="code"
                  name="code"
                  maxlength="40"
                  autocomplete="off"
                  autocapitalize="characters"
                  spellcheck="false"
                  required
                />
              </div>
              <div class="field act"><button type="submit">核验</button></div>
            </form>
          </section>
        </div>
        <section class="card">
          <h2>为什么可以相信</h2>
          <ul>
            <li>
              <strong>抽取谁也左右不了。</strong
              >名录先固定，机关的密值先承诺，见证人各自封存一个数，合起来才决定结果。<a href="/public/draws"
                >看每一次抽取</a
              >
            </li>
            <li><strong>记录改动必被发现。</strong>每一条记录都列入带签名的日志。<a href="/public/log">自己核验</a></li>
            <li>
              <strong>程序写在明处。</strong>什么能查、怎样查、谁来办，都有依据。<a href="/public/items">事项清单</a
              >　<a href="/public/procedure">抽查程序</a>
            </li>
          </ul>
        </section>`,
    };
  }
}
