import { HttpException, Injectable } from '@nestjs/common';
import { PublicDraws, type Explanation, type Fairness } from '@srd/application';
import { stratumLabel, stratumUnit } from '@srd/domain/plan';
import { attemptLabels, publicView, selectionWith, voidCodes, type PublicAttempt } from '@srd/domain/selection';
import { isId, timeInWords } from '@srd/kernel';
import type { DrawTranscript } from '@srd/proof/draw';
import { cases, draws, type CaseRow, type DrawRow } from '@srd/views';
import { Reader } from '../queries';
import { address, html, pathTo, type Html, type Part } from './html';
import { strangeNote, type Given, type AddressQuery, type Strange } from './asked';
import { tableOf, type PublicList } from './lists';
import { Organs } from './organs';
import type { Page } from './page';
import { percent } from './words';

const PHASES: Readonly<Record<DrawRow['phase'], string>> = {
  sealing: '封存中',
  opening: '开启中',
  revealed: '已揭晓',
  voided: '已作废',
  lost: '密值遗失',
};
const ENDED: readonly PublicAttempt['state'][] = ['revealed', 'voided', 'lost'];
const KINDS = { objects: '抽取检查对象', team: '选派检查人员' } as const;
const WAYS: Readonly<Record<DrawRow['way'], string>> = { own: '本系统', lot: '现场摇号、抽签', platform: '省级平台' };
const CHANGES = {
  registered: '新录入',
  revised: '更正',
  'status-changed': '状态变更',
  'removal-proposed': '提请移出',
  removed: '移出',
  'fault-waived': '豁免名录缺陷',
} as const;
const NOW = { candidate: '参加抽取', excluded: '没有参加', 'not-in-pool': '不在名录内' } as const;

/** The draws: all attempts, each in plain words and with what it takes to check it (R12). */
@Injectable()
export class Draws {
  constructor(
    private readonly reader: Reader,
    private readonly organs: Organs,
    private readonly told: PublicDraws,
  ) {}

  list(): PublicList<DrawRow> {
    return {
      place: '/public/draws',
      title: '抽取',
      lead: html`<p class="lead">
        检查谁、由谁检查，都由抽取决定。每一次抽取都列在这里，作废的也在内；揭晓后任何人都能在自己的设备上重算。
      </p>`,
      empty: '还没有抽取。',
      fields: [
        this.organs.field(),
        this.organs.years(),
        { name: 'kind', label: '抽取什么', options: Object.entries(KINDS) },
        { name: 'phase', label: '状态', options: Object.entries(PHASES) },
      ],
      columns: [
        {
          name: 'draw',
          head: '抽取',
          text: ({ draw }) => draw,
          show: (row) => html`<a href="${pathTo('draws', row.draw)}">${this.nameOf(row)}</a>`,
        },
        { name: 'organ', head: '机关', text: ({ organ }) => this.organs.nameOf(organ) },
        {
          name: 'frozenAt',
          whole: true,
          head: '名录固定',
          text: ({ frozenAt }) => frozenAt,
          show: ({ frozenAt }) => timeInWords(frozenAt),
        },
        {
          name: 'phase',
          head: '状态',
          text: ({ phase, voided }) =>
            `${PHASES[phase]}${voided === null ? '' : `：${voidCodes[voided as keyof typeof voidCodes]}`}`,
        },
        { name: 'way', head: '方式', text: ({ way }) => WAYS[way] },
      ],
      rows: (given, cursor, limit) => this.rows(given, cursor, limit),
      total: (given) => this.reader.count(draws.name, given['organ'], this.where(given)),
    };
  }

  async newest(count: number): Promise<readonly { readonly row: DrawRow; readonly name: string }[]> {
    const { items } = await this.rows({ kind: 'objects' }, undefined, count);
    return items.map((row) => ({ row, name: this.nameOf(row) }));
  }

  private where({ organ: _, year, ...where }: Given) {
    const plans = this.organs.plans().filter((plan) => String(plan.year) === year);
    return { ...where, ...(year === undefined ? {} : { plan: plans.map(({ plan }) => plan) }) };
  }

  private rows(given: Given, cursor: string | undefined, limit: number) {
    const { organ } = given;
    return this.reader.rows<DrawRow>(
      draws.name,
      undefined,
      { limit, ...(cursor === undefined ? {} : { cursor }), ...(organ === undefined ? {} : { organ }) },
      { headers: {} },
      {
        where: this.where(given),
        order: { column: 'frozenAt', descending: true },
      },
    );
  }

  /** The task's name, what is drawn, and the attempt where it isn't the first. */
  private nameOf({ series, kind, attempt, plan }: DrawRow): string {
    const task = this.organs.plans().find((each) => each.plan === plan)?.tasks[series.split(':')[0] ?? ''];
    return `${task?.name ?? series}：${KINDS[kind]}${attempt === 1 ? '' : `（第 ${attempt} 次）`}`;
  }

  /** A case's number, which says the task and which of its cases it is, and no institution. */
  private numberOf(id: string): string {
    return (this.reader.stores.views.get(cases.name, `case-${id}`)?.row as CaseRow | undefined)?.number ?? id;
  }

  /** @throws 404 */
  private async attemptOf(id: string): Promise<PublicAttempt> {
    const [, series = '', number = ''] = /^(.+)\.([1-9]\d{0,5})$/.exec(id) ?? [];
    if (!isId(series)) throw new HttpException('没有这次抽取', 404);
    const { state } = await this.reader.state(selectionWith(this.reader.stores.hash), `selection-${series}`);
    const attempt = publicView(state).attempts.find((each) => each.attempt === Number(number));
    if (!attempt) throw new HttpException('没有这次抽取', 404);
    return attempt;
  }

  /** The transcript alone, as the verifier reads it. @throws 404 where there is none yet */
  async transcript(id: string): Promise<DrawTranscript> {
    const { transcript } = await this.attemptOf(id);
    if (!transcript) throw new HttpException('这次抽取没有可下载的抽取记录，或尚未公开', 404);
    return transcript;
  }

  /** @throws 404 */
  async page(id: string): Promise<Page> {
    const [attempt, explained] = [await this.attemptOf(id), await this.told.explain(id)];
    const row = this.reader.stores.views.get(draws.name, id)?.row as DrawRow | undefined;
    const title = row ? this.nameOf(row) : id;
    const year = row ? this.organs.plans().find(({ plan }) => plan === row.plan)?.year : undefined;
    const { transcript } = attempt;
    return {
      title,
      place: '/public/draws',
      above: [['/public/draws', '抽取']],
      script: transcript !== null,
      main: html`<h1>${title}</h1>
        <p class="lead">
          ${row && html`${this.organs.nameOf(row.organ)}，`}${attemptLabels[attempt.state]}${attempt.voided !== null && html`：${voidCodes[attempt.voided]}`}。
        </p>
        ${attempt.overdue && !ENDED.includes(attempt.state) && html`<p class="strange">已过须揭晓的时间（${timeInWords(attempt.revealBy)}），尚未揭晓。逾期不改变结果，永久留痕。</p>`}
        <section class="card">
          <h2>这次抽取是怎样进行的</h2>
          <ol class="steps">
            ${explained.words.map((words) => html`<li>${words}</li>`)}
          </ol>
        </section>
        ${outcomeOf(attempt, (of) => this.numberOf(of))} ${checkOf(id, attempt)} ${attemptsOf(explained, id)}
        ${excludedOf(explained)} ${chancesOf(explained, attempt)} ${changesOf(attempt)}
        <section class="card">
          <h2>还不能证明的</h2>
          <ul>
            ${explained.cannotShow.map((each) => html`<li>${each}</li>`)}
          </ul>
        </section>
        ${proofOf(attempt, explained)}
        ${year !== undefined && row && html`<p><a href="${address('/public/fairness', { organ: row.organ, year: String(year) })}">${year} 年度公平性统计：各家抽中次数与应有机会对照</a></p>`}`,
    };
  }

  /** How a year came out, against what was to be expected; the newest where none is asked for. @returns the status with it */
  async fairness({
    organ: ofOrgan,
    year: ofYear,
  }: AddressQuery): Promise<{ readonly page: Page; readonly status: number }> {
    const plans = this.organs.plans();
    const matching = plans.filter(
      ({ organ, year }) =>
        (ofOrgan === undefined || organ === ofOrgan) && (ofYear === undefined || String(year) === ofYear),
    );
    const strange: readonly Strange[] = matching.length > 0 ? [] : [['没有这一机关这一年度的计划', '已显示最近的一份']];
    const asked = matching[0] ?? plans[0];
    if (!asked) throw new HttpException('还没有发布的计划', 404);
    const found = await this.told.fairness(asked.organ as Parameters<PublicDraws['fairness']>[0], asked.year);
    const choices = plans.map(
      ({ organ, year }) =>
        html`<li>
          <a
            href="${address('/public/fairness', { organ, year: String(year) })}"
            ${organ === asked.organ && year === asked.year && html` aria-current="page"`}
            >${this.organs.nameOf(organ)} ${year} 年</a
          >
        </li>`,
    );
    const page: Page = {
      title: `${this.organs.nameOf(asked.organ)} ${asked.year} 年公平性统计`,
      place: '/public/draws',
      above: [['/public/draws', '抽取']],
      main: html`<h1>${this.organs.nameOf(asked.organ)} ${asked.year} 年公平性统计</h1>
        ${strangeNote(strange)}
        <ul class="choices">
          ${choices}
        </ul>
        ${fairnessTables(found)}`,
    };
    return { page, status: strange.length > 0 ? 422 : 200 };
  }
}

function outcomeOf({ transcript, reserves }: PublicAttempt, numberOf: (id: string) => string): Part {
  if (!transcript) return null;
  if (!('selected' in transcript)) {
    const names = new Map(transcript.request.inspectors.map(({ id, name }) => [id, name]));
    const rows = transcript.assigned.map((each) => ({
      of: numberOf(each.case),
      who: each.inspectors.map((one) => names.get(one) ?? one).join('、'),
    }));
    return html`<section class="card">
      <h2>选派结果</h2>
      <p>检查人员以编号出现，不公开姓名。</p>
      ${tableOf(
        '选派结果',
        [
          { name: 'case', head: '案件', text: ({ of }) => of },
          { name: 'who', head: '检查人员', text: ({ who }) => who },
        ],
        rows,
      )}
    </section>`;
  }
  const names = new Map(transcript.request.candidates.map(({ id, name }) => [id, name]));
  const selected = new Set(transcript.selected);
  return html`<section class="card">
    <h2>抽中的检查对象</h2>
    ${transcript.ranking.map(({ stratum, order }) => {
      const drawn = order.filter(({ id }) => selected.has(id));
      const rest = order.filter(({ id }) => !selected.has(id)).slice(0, 50);
      return html`<h3>${stratumLabel(stratum)}</h3>
        <ol class="drawn">
          ${drawn.map(({ id }) => html`<li>${names.get(id) ?? id}</li>`)}
        </ol>
        ${
          rest.length > 0 &&
          html`<details>
            <summary>备选名单（依次递补，共列 ${rest.length} ${stratumUnit(stratum)}）</summary>
            <ol start="${drawn.length + 1}">
              ${rest.map(({ id }) => html`<li>${names.get(id) ?? id}</li>`)}
            </ol>
          </details>`
        }`;
    })}
    ${(reserves?.length ?? 0) > 0 && html`<p>已由备选递补 ${reserves!.length} ${stratumUnit(transcript.ranking[0]?.stratum ?? '')}。</p>`}
  </section>`;
}

function checkOf(id: string, { transcript, transcriptHash }: PublicAttempt): Part {
  if (!transcript) return null;
  const file = `${pathTo('draws', id)}/transcript.json`;
  return html`<section class="card check" data-transcript="${file}" data-hash="${transcriptHash}">
    <h2>自行核验</h2>
    <div data-with-script hidden>
      <p>按下按钮，您的设备会下载抽取记录，用公开的算法从头重算一遍。结果只取决于这份记录，不取决于本网站怎么说。</p>
      <p><button type="button" data-check>在本机核验</button></p>
      <div data-answer role="status"></div>
    </div>
    <p>
      不在本页核验也可以：下载<a href="${file}" download="${id}.json">抽取记录（JSON）</a>和<a
        href="/verifier.html"
        download="srd-verifier.html"
        >离线核验页</a
      >，断开网络，用浏览器打开核验页，把抽取记录拖进去；或者在命令行运行 <code>srd verify</code>。
    </p>
  </section>`;
}

function attemptsOf({ attempts }: Explanation, id: string): Html {
  const rows = attempts.map((each) => ({
    ...each,
    how: `${attemptLabels[each.state]}${each.voided === null ? '' : `：${voidCodes[each.voided as keyof typeof voidCodes]}`}`,
    changed:
      each.attempt === 1
        ? '—'
        : (each.differences?.length ?? 0) === 0
          ? '名录与前一次相同'
          : `名录与前一次有 ${each.differences!.length} 处不同`,
  }));
  return html`<section class="card">
    <h2>历次抽取</h2>
    ${tableOf(
      '历次抽取',
      [
        {
          name: 'attempt',
          head: '次序',
          text: ({ attempt }) => `第 ${attempt} 次`,
          show: ({ draw, attempt }) =>
            draw === id ? `第 ${attempt} 次（本页）` : html`<a href="${pathTo('draws', draw)}">第 ${attempt} 次</a>`,
        },
        { name: 'how', head: '状态', text: ({ how }) => how },
        { name: 'changed', head: '与前一次相比', text: ({ changed }) => changed },
      ],
      rows,
    )}
  </section>`;
}

function excludedOf({ excluded }: Explanation): Part {
  if (excluded === null) return null;
  return html`<section class="card">
    <h2>没有参加抽取的，及理由</h2>
    ${
      excluded.length === 0
        ? html`<p>名录中的每一家都参加了抽取。</p>`
        : tableOf(
            '没有参加抽取的',
            [
              { name: 'name', head: '机构', text: ({ name }) => name },
              { name: 'reason', head: '理由', text: ({ reason }) => reason },
            ],
            excluded,
          )
    }
  </section>`;
}

function chancesOf({ chances }: Explanation, { transcript }: PublicAttempt): Part {
  if (chances === null) return null;
  const selected = new Set(transcript && 'selected' in transcript ? transcript.selected : []);
  const ofPeople = chances.some(({ stratum }) => stratumUnit(stratum) === '名');
  const title = ofPeople ? '每人的机会' : '各家的机会';
  return html`<section class="card">
    <h2>${title}</h2>
    <p>
      这是抽取之前就确定的机会，由名录和计划的比例算出。${chances.some(({ weight }) => weight > 1) && '权重大于 1 的，机会依规定加大，理由见计划。'}
    </p>
    ${tableOf(
      title,
      [
        { name: 'name', head: ofPeople ? '人员' : '机构', text: ({ name }) => name },
        { name: 'stratum', head: '行业', text: ({ stratum }) => stratumLabel(stratum) },
        { name: 'weight', head: '权重', text: ({ weight }) => String(weight) },
        {
          name: 'chance',
          head: '机会',
          text: ({ chance }) =>
            chance === null
              ? '权重悬殊，未逐一计算'
              : `${chance.numerator}/${chance.denominator}（${percent(chance.basisPoints)}）`,
        },
        {
          name: 'drawn',
          head: '结果',
          text: ({ id }) => (selected.has(id) ? '抽中' : transcript ? '未抽中' : '—'),
          show: ({ id }) => (selected.has(id) ? html`<strong>抽中</strong>` : transcript ? '未抽中' : '—'),
        },
      ],
      chances,
    )}
  </section>`;
}

function changesOf({ recentChanges }: PublicAttempt): Part {
  if (recentChanges === null || recentChanges.length === 0) return null;
  return html`<section class="card">
    <h2>固定前 24 小时内的名录变动</h2>
    ${tableOf(
      '名录变动',
      [
        { name: 'name', head: '名称', text: ({ name }) => name },
        { name: 'change', head: '变动', text: ({ change }) => CHANGES[change] },
        { name: 'at', whole: true, head: '时间', text: ({ at }) => timeInWords(at) },
        { name: 'now', head: '在本次抽取中', text: ({ now }) => NOW[now] },
      ],
      recentChanges,
    )}
  </section>`;
}

function proofOf(
  { requestHash, commitment, transcriptHash, seals, absent }: PublicAttempt,
  { checkpoint }: Explanation,
): Html {
  return html`<section class="card">
    <h2>可供核对的凭据</h2>
    <dl class="proof">
      <dt>名录散列</dt>
      <dd><code>${requestHash}</code></dd>
      <dt>承诺值</dt>
      <dd>${commitment === null ? '无（不在本系统进行）' : html`<code>${commitment}</code>`}</dd>
      ${seals.map(
        ({ by, role, seal }) =>
          html`<dt>${by}（${role}）的封存值</dt>
            <dd><code>${seal}</code>${absent.includes(by) && '（缺席，未开启）'}</dd>`,
      )}
      ${
        transcriptHash !== null &&
        html`<dt>抽取记录散列</dt>
          <dd><code>${transcriptHash}</code></dd>`
      }
      <dt>日志</dt>
      <dd>
        ${checkpoint ? html`承诺值是日志第 ${checkpoint.leaf} 条，<a href="/api/v1/public/log/checkpoint?size=${checkpoint.size}">${checkpoint.size} 条的检查点</a>已覆盖它；见<a href="/public/log">日志与核验</a>。` : '尚无检查点覆盖。'}
      </dd>
    </dl>
  </section>`;
}

function fairnessTables({ words, strata, objects }: Fairness): Html {
  return html`<section class="card">
      <h2>总的情况</h2>
      ${words.map((each) => html`<p>${each}</p>`)}
      ${tableOf(
        '各行业',
        [
          { name: 'label', head: '行业', text: ({ label }) => label },
          { name: 'draws', head: '抽取次数', text: ({ draws: count }) => String(count) },
          { name: 'candidates', head: '参加家次', text: ({ candidates }) => String(candidates) },
          { name: 'expected', head: '按规则应抽', text: ({ expected }) => String(expected) },
          { name: 'observed', head: '实际抽中', text: ({ observed }) => String(observed) },
        ],
        strata,
      )}
    </section>
    <section class="card">
      <h2>各家</h2>
      ${tableOf(
        '各家',
        [
          { name: 'name', head: '机构', text: ({ name }) => name },
          { name: 'draws', head: '参加次数', text: ({ draws: count }) => String(count) },
          {
            name: 'expected',
            head: '应有次数',
            text: ({ expectedBasisPoints }) =>
              expectedBasisPoints === null ? '未逐一计算' : (expectedBasisPoints / 10_000).toFixed(2),
          },
          { name: 'observed', head: '抽中次数', text: ({ observed }) => String(observed) },
        ],
        objects,
      )}
    </section>`;
}
