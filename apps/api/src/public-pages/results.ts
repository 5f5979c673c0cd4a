import { HttpException, Injectable } from '@nestjs/common';
import type { Listed } from '@srd/application';
import {
  disposition,
  inspectionCase,
  publicFieldLabels,
  resultClassLabels,
  type Debt,
  type OpenCase,
  type PublicResult,
} from '@srd/domain/case';
import { sectorLabels } from '@srd/domain/plan';
import { cases, draws, type CaseRow, type DrawRow } from '@srd/views';
import { Reader } from '../queries';
import { html, pathTo } from './html';
import type { Given } from './asked';
import type { PublicList } from './lists';
import { Organs } from './organs';
import type { Page } from './page';
import { dayWords, sectorLabel } from './words';

/** A published result on the list. */
interface Row {
  readonly case: string;
  readonly organ: string;
  readonly sector: string;
  readonly content: PublicResult;
  readonly publishedAt: string;
  readonly corrected: boolean;
}

type Posted = Debt & { readonly content: PublicResult };

const KINDS: Readonly<Record<Debt['kind'], string>> = {
  result: '检查结果公示',
  outcome: '查处结果补充公示',
  correction: '更正公示',
  withdrawal: '撤回公示',
  'non-cooperation': '不予配合公示',
};

/** Where results are published (R74). */
const CHANNELS: Readonly<Record<string, string>> = { portal: '单位门户网站', 'credit-platform': '信用信息公示平台' };

/** What of a measure the public is told; the rest stands in the publications themselves. */
const FOLLOWED = ['correctedOnSpot', 'rectifying', 'revisiting', 'uncorrected', 'corrected'];

const postedOf = ({ context }: OpenCase): readonly Posted[] =>
  context.debts.filter((debt): debt is Posted => debt.content !== null && debt.channels.length > 0);

/** Day of a publication's first posting. */
const dayOfPosting = ({ channels }: Debt): string => channels.map(({ postedOn }) => postedOn).toSorted()[0] ?? '';

const problems = Object.entries(resultClassLabels)
  .filter(([code]) => code !== 'nothing-found')
  .map(([, label]) => label);

function matches({ content, sector, publishedAt }: Row, given: Given): boolean {
  const { q = '', year, found } = given;
  if (year !== undefined && !content.inspectedOn.startsWith(year)) return false;
  if (given['sector'] !== undefined && sector !== given['sector']) return false;
  const isProblem = problems.some((label) => content.result.includes(label));
  if (found !== undefined && isProblem !== (found === 'problem')) return false;
  const text = `${Object.values(content).join(' ')} ${publishedAt}`.toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function rowOf({ case: id, organ, sector, published, state }: CaseRow): Row {
  const { publishedAt, ...content } = published!;
  return { case: id, organ, sector, content, publishedAt, corrected: postedOf(state).length > 1 };
}

/** The published results: search, and one with the history of its publications (R74, R75). */
@Injectable()
export class Results {
  /** Of so many rows one page is looked for at most; then it goes on at the next page. */
  static readonly SCAN = 5_000;

  constructor(
    private readonly reader: Reader,
    private readonly organs: Organs,
  ) {}

  list(): PublicList<Row> {
    return {
      place: '/public/results',
      title: '检查结果',
      lead: html`<p class="lead">
        随机抽查的检查结果及违法行为查处情况，经审批后公示。后来更正的，原公示内容一并保留。
      </p>`,
      empty: '还没有公示的检查结果。',
      fields: [
        { name: 'q', label: '查找（机构名称、登记号或其他内容）' },
        this.organs.field(),
        this.organs.years(),
        { name: 'sector', label: '行业', options: Object.entries(sectorLabels) },
        {
          name: 'found',
          label: '结果',
          options: [
            ['clean', '未发现问题'],
            ['problem', '发现问题'],
          ],
        },
      ],
      columns: [
        ...publicFieldLabels.map(([name, head]) => ({
          name,
          head,
          text: ({ content }: Row) => content[name],
          ...(name === 'institutionName'
            ? { show: ({ case: id, content }: Row) => html`<a href="${pathTo('results', id)}">${content[name]}</a>` }
            : {}),
          ...(name === 'registrationNumber' ? { whole: true as const } : {}),
          ...(name === 'inspectedOn'
            ? { whole: true as const, show: ({ content }: Row) => content[name].split('至').map(dayWords).join('至') }
            : {}),
        })),
        {
          name: 'publishedOn',
          whole: true,
          head: '公示日期',
          text: ({ publishedAt }) => publishedAt.slice(0, 10),
          show: ({ publishedAt, corrected }) =>
            html`${dayWords(publishedAt)}${corrected && html` <span class="tag">有更新</span>`}`,
        },
        { name: 'organ', head: '检查机关', text: ({ organ }) => this.organs.nameOf(organ) },
      ],
      rows: (given, cursor, limit) => this.rows(given, cursor, limit),
      total: ({ organ, ...rest }) =>
        Object.keys(rest).length > 0 ? undefined : this.reader.count(cases.name, organ, { published: 1 }),
    };
  }

  /** The newest ones. */
  async newest(count: number): Promise<readonly Row[]> {
    return (await this.rows({}, undefined, count)).items.slice(0, count);
  }

  private async rows(given: Given, cursor: string | undefined, limit: number): Promise<Listed<Row>> {
    const { organ, ...rest } = given;
    const isFiltered = Object.keys(rest).length > 0;
    const items: Row[] = [];
    let next = cursor;
    for (let scanned = 0; scanned < Results.SCAN;) {
      const page = await this.reader.rows<CaseRow>(
        cases.name,
        undefined,
        {
          limit: isFiltered ? 200 : limit,
          ...(next === undefined ? {} : { cursor: next }),
          ...(organ === undefined ? {} : { organ }),
        },
        { headers: {} },
        { where: { published: 1 }, order: { column: 'publishedAt', descending: true } },
      );
      items.push(...page.items.map(rowOf).filter((row) => matches(row, given)));
      next = page.next ?? undefined;
      scanned += page.items.length;
      if (next === undefined || items.length >= limit) break;
    }
    return { items, next: next ?? null };
  }

  /** @throws 404 where the case isn't or hasn't published anything */
  async page(id: string): Promise<Page> {
    const { state } = await this.reader.state(inspectionCase, `case-${id}`);
    const posted = state ? postedOf(state) : [];
    const latest = posted.at(-1);
    if (!state || !latest) throw new HttpException('没有这一公示', 404);
    const { opened, team, visits } = state.context;
    const followed = state.context.dispositions.filter(({ state: life }) => FOLLOWED.includes(life));
    const labels = disposition.states as unknown as Readonly<
      Record<string, { readonly meta: { readonly label: string } }>
    >;
    const isRandom = opened.purpose === 'random';
    const draw = this.drawOf(opened.task);
    return {
      title: latest.content.institutionName,
      place: '/public/results',
      above: [['/public/results', '检查结果']],
      main: html`<h1>${latest.content.institutionName}</h1>
        <p class="lead">
          ${this.organs.nameOf(opened.organ)}于${dayWords(dayOfPosting(posted[0]!))}公示${posted.length > 1 && html`，此后更新 ${posted.length - 1} 次`}。
        </p>
        <section class="card">
          <h2>公示内容</h2>
          <dl>
            ${publicFieldLabels.map(
              ([name, label]) =>
                html`<dt>${label}</dt>
                  <dd>
                    ${name === 'inspectedOn' ? latest.content[name].split('至').map(dayWords).join('至') : latest.content[name]}
                  </dd>`,
            )}
          </dl>
        </section>
        <section class="card">
          <h2>检查经过</h2>
          <dl>
            <dt>案号</dt>
            <dd>${opened.number}</dd>
            <dt>行业</dt>
            <dd>${sectorLabel(opened.sector)}</dd>
            <dt>来由</dt>
            <dd>
              ${isRandom ? '随机抽查' : '不受随机抽查限制的检查'}${isRandom && html`，<a href="${draw === undefined ? `/public/draws?organ=${opened.organ}` : pathTo('draws', draw)}">抽取是否公平？</a>`}
            </dd>
            <dt>检查人员</dt>
            <dd>${team.length} 人，均持行政执法证</dd>
            <dt>到场</dt>
            <dd>${visits.length} 次</dd>
            <dt>检查事项</dt>
            <dd>
              ${opened.items.map(({ name, basis = [] }) => html`<p>${name}${basis.length > 0 && html`<br /><small>依据：${basis.join('；')}</small>`}</p>`)}
            </dd>
            ${
              followed.length > 0 &&
              html`<dt>整改情况</dt>
                <dd>${[...new Set(followed.map(({ state: life }) => labels[life]?.meta.label ?? ''))].join('；')}</dd>`
            }
          </dl>
        </section>
        <section class="card">
          <h2>公示记录</h2>
          <p>每次公示都永久保留，最新的在前。</p>
          <ol class="history">
            ${posted.toReversed().map((each, at, whole) => this.version(each, whole[at + 1]))}
          </ol>
        </section>`,
    };
  }

  /** The draw that stands for a task's objects. */
  private drawOf(series: string): string | undefined {
    const { rows } = this.reader.stores.views.list(draws.name, {
      where: { series, phase: 'revealed' },
      order: { column: 'frozenAt', descending: true },
      limit: 1,
    });
    return (rows[0]?.row as DrawRow | undefined)?.draw;
  }

  /** One publication, with what it changed of the one before. */
  private version(debt: Posted, before: Posted | undefined): Page['main'] {
    const changes = before ? publicFieldLabels.filter(([name]) => before.content[name] !== debt.content[name]) : [];
    return html`<li>
      <h3>${KINDS[debt.kind]}<small>${dayWords(dayOfPosting(debt))}</small></h3>
      ${debt.statement && html`<p>${debt.statement}</p>`}
      <p>
        <small
          >公示载体：${debt.channels.map(({ channel, status }) => `${CHANNELS[channel] ?? channel}${status === 'failed' ? '（未成功）' : ''}`).join('、')}</small
        >
      </p>
      ${changes.map(
        ([name, label]) =>
          html`<dl class="change">
            <dt>${label}</dt>
            <dd>
              <p><span class="mark-old">原为</span><del>${before!.content[name]}</del></p>
              <p><span class="mark-new">现为</span><ins>${debt.content[name]}</ins></p>
            </dd>
          </dl>`,
      )}
    </li>`;
  }
}
