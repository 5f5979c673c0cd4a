import { HttpException, Injectable } from '@nestjs/common';
import { methodLabels } from '@srd/domain/case';
import { plan, ratioInForce, taskLabels, tasksOf, type PlanState, type Ratio } from '@srd/domain/plan';
import type { PlanRow } from '@srd/views';
import { Reader } from '../queries';
import { address, html, pathTo, type Html } from './html';
import { tableOf, type PublicList } from './lists';
import { Organs } from './organs';
import type { Page } from './page';
import { dayWords, percent, sectorLabel } from './words';

type Task = PlanState['tasks'][string];

const ROUNDING = { ceil: '有余数进一', floor: '舍去余数', 'half-up': '四舍五入' } as const;
const MODES = {
  direct: '直接检查',
  'self-inspection-first': '先行自查，再重点检查',
  alongside: '自查与重点检查同时进行',
} as const;
const DISCLOSURES = { 'at-reveal': '揭晓时公开', 'after-visits': '最后一次到场检查之后公开' } as const;

const ratioText = (ratio: Ratio | null): string =>
  ratio ? `${percent(ratio.basisPoints)}${ratio.about ? '左右' : ''}` : '未写明';

/** The released plans with what in them was superseded, and how (R32, R33, R34, C1, C2). */
@Injectable()
export class Plans {
  constructor(
    private readonly reader: Reader,
    private readonly organs: Organs,
  ) {}

  list(): PublicList<PlanRow> {
    const count = ({ tasks }: PlanRow): number => Object.values(tasks).filter(({ status }) => shown(status)).length;
    return {
      place: '/public/plans',
      title: '年度计划',
      lead: html`<p class="lead">抽查谁、抽多少、什么时候抽，事先写在年度抽查工作计划里，发布之后才能抽取。</p>`,
      empty: '还没有发布的计划。',
      fields: [this.organs.field(), this.organs.years()],
      columns: [
        {
          name: 'title',
          head: '计划',
          text: ({ title }) => title,
          show: (row) => html`<a href="${pathTo('plans', row.plan)}">${row.title}</a>`,
        },
        { name: 'organ', head: '机关', text: ({ organ }) => this.organs.nameOf(organ) },
        { name: 'year', head: '年度', text: ({ year }) => String(year) },
        {
          name: 'releasedAt',
          whole: true,
          head: '发布日期',
          text: ({ releasedAt }) => releasedAt?.slice(0, 10) ?? '',
          show: ({ releasedAt }) => dayWords(releasedAt ?? ''),
        },
        { name: 'tasks', head: '抽查任务', text: (row) => `${count(row)} 项` },
      ],
      rows: async ({ organ, year }) => ({
        items: this.organs
          .plans()
          .filter((row) => (!organ || row.organ === organ) && (!year || String(row.year) === year)),
        next: null,
      }),
    };
  }

  /** @throws 404 for one that isn't released */
  async page(id: string): Promise<Page> {
    const { state } = await this.reader.state(plan, `plan-${id}`);
    if (state.phase !== 'released') throw new HttpException('没有这份计划，或尚未发布', 404);
    const tasks = tasksOf(state).filter(({ status }) => shown(status));
    const organ = state.organ ?? '';
    return {
      title: state.title,
      place: '/public/plans',
      above: [['/public/plans', '年度计划']],
      main: html`<h1>${state.title}</h1>
        <p class="lead">${this.organs.nameOf(organ)}于${dayWords(state.releasedAt ?? '')}发布。</p>
        <section class="card">
          <h2>抽查工作计划表</h2>
          ${tableOf(
            '抽查工作计划表',
            [
              { name: 'number', head: '序号', narrow: true, text: ({ content }) => String(content.number) },
              {
                name: 'name',
                head: '抽查任务名称',
                text: ({ content }) => content.name,
                show: ({ content, id: task }) => html`<a href="#${task}">${content.name}</a>`,
              },
              { name: 'body', head: '实施部门', text: ({ content }) => content.inspectingBody },
              {
                name: 'targeting',
                head: '抽查类型',
                text: ({ content }) => (content.targeting === 'open' ? '不定向' : '定向'),
              },
              { name: 'objects', head: '抽查对象', text: ({ content }) => objectsOf(content) },
              { name: 'ratio', head: '抽取比例', text: ({ content }) => ratioText(content.ratios.table) },
              {
                name: 'total',
                head: '抽查对象总数',
                text: ({ content }) => String(content.totals.institutions ?? '—'),
              },
              { name: 'window', whole: true, head: '抽查时间', text: ({ content }) => content.window.text },
              { name: 'joint', head: '是否部门联合抽查', text: ({ content }) => (content.joint ? '是' : '否') },
            ],
            tasks,
          )}
        </section>
        ${tasks.map((task) => this.task(state, task))}
        <p>
          <a href="${address('/public/results', { organ, year: String(state.year) })}">本计划的检查结果</a>　<a
            href="${address('/public/draws', { organ, year: String(state.year) })}"
            >本计划的抽取</a
          >　<a href="${address('/public/fairness', { organ, year: String(state.year) })}">公平性统计</a>
        </p>`,
    };
  }

  private task(state: PlanState, task: Task): Html {
    const { content, allotted, consents, status } = task;
    const items = content.items.map(({ id }) => id);
    return html`<section class="card" id="${task.id}">
      <h2>${content.number}. ${content.name}</h2>
      <dl>
        <dt>状态</dt>
        <dd>${taskLabels[status]}</dd>
        <dt>承办</dt>
        <dd>${this.organs.sectionOf(state.organ ?? '', content.section)}</dd>
        <dt>抽取比例</dt>
        <dd>${ratiosOf(state, task)}</dd>
        <dt>数量规则</dt>
        <dd>
          ${ROUNDING[content.rounding.value]}，至少 ${content.atLeast.value}
          家${allotted && html`；名录 ${allotted.pool} 家，应查 ${allotted.cases} 家`}
        </dd>
        <dt>检查方式</dt>
        <dd>${methodLabels[content.method]}，${MODES[content.mode]}</dd>
        <dt>抽中名单</dt>
        <dd>${DISCLOSURES[content.disclosure]}</dd>
        ${
          content.joint &&
          html`<dt>联合部门</dt>
            <dd>
              ${content.partners.map(({ name }) => name).join('、') || '未写明'}${consents.map(({ name, document, occurredOn }) => html`<br /><small>${name}于${dayWords(occurredOn)}同意${document && `（${document}）`}</small>`)}
            </dd>`
        }
        ${
          content.higherDocument &&
          html`<dt>上级文件</dt>
            <dd>${content.higherDocument.number}</dd>`
        }
        ${
          items.length > 0 &&
          html`<dt>抽查事项</dt>
            <dd>
              <a href="${address('/public/items', { organ: state.organ ?? '', list: content.joint ? 'joint' : 'own' })}"
                >见事项清单</a
              >
            </dd>`
        }
      </dl>
    </section>`;
  }
}

const shown = (status: string): boolean => status !== 'drafted' && status !== 'dropped';

function objectsOf({ objects }: Task['content']): string {
  return `${objects.sectors.map(sectorLabel).join('、')}${objects.practitioners ? '及其所属法律服务人员' : ''}`;
}

/** Both ratios where the documents differ: which is used, and which isn't any more. */
function ratiosOf(state: PlanState, task: Task): Html | string {
  const { table, text } = task.content.ratios;
  const used = ratioInForce(state, task);
  if (!used) return '未规定比例，按最低数量';
  if (!table || !text || table.basisPoints === text.basisPoints) return ratioText(table ?? text);
  const sides = [
    ['table', '计划表', table],
    ['text', '正文', text],
  ] as const;
  return html`${sides.map(([from, label, ratio]) =>
    from === used.from
      ? html`<p>${label}：<strong>${ratioText(ratio)}</strong>（执行）</p>`
      : html`<p>${label}：<del>${ratioText(ratio)}</del>（两处不一致，未采用）</p>`,
  )}`;
}
