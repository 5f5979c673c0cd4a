import { mayCommand } from '@srd/domain/account';
import { publicProcedure, type ProcedureChart } from '@srd/domain/case';
import { html, type Html } from './html';
import { tableOf } from './lists';
import type { Page } from './page';
import { basisWords } from './words';

const { charts, stages, clocks, results, grounds, roles } = publicProcedure(mayCommand);

/** Articles as they are quoted: which document is which. */
const SOURCES =
  '“潮州计划”指潮州市司法局2023年“双随机、一公开”抽查工作计划，“喀左方案”指喀左县司法局〔2024〕5号实施方案，其后为条、款的序号。';

function chartOf({ label, states, steps }: ProcedureChart): Html {
  const names = new Map(states.map((state) => [state.name, state.label]));
  const told = (name: string): string => names.get(name) ?? name;
  return html`${tableOf(
    label,
    [
      { name: 'from', head: '处于', text: ({ from }) => told(from) },
      { name: 'label', head: '事项', text: (step) => step.label },
      { name: 'to', head: '转到', text: ({ from, to }) => (from === to ? '（不变，只作记录）' : told(to)) },
      { name: 'condition', head: '条件', text: ({ condition }) => condition ?? '—' },
      { name: 'roles', head: '由谁办理', text: (step) => step.roles.join('、') || '系统' },
      {
        name: 'basis',
        head: '依据',
        text: ({ to }) => basisWords(states.find(({ name }) => name === to)?.basis ?? '—'),
      },
    ],
    steps,
  )}`;
}

/** 公开抽查程序 (B一(二)): the procedure as it is run, drawn from the program itself. */
export function procedurePage(): Page {
  const cases = charts.filter(({ version }) => version !== 'disposition');
  const current = cases.at(-1)!;
  const measures = charts.find(({ version }) => version === 'disposition');
  return {
    title: '公开抽查程序',
    place: '/public/procedure',
    main: html`<h1>公开抽查程序</h1>
      <p class="lead">案件怎样一步步办理、每一步由谁办、依据什么。以下内容由办案程序自动生成，与系统实际执行的一致。</p>
      <p>${SOURCES}</p>
      <section class="card">
        <h2>案件经过的阶段</h2>
        <ol class="stages">
          ${stages.map(({ label }) => html`<li>${label}</li>`)}
        </ol>
      </section>
      <section class="card">
        <h2>期限</h2>
        ${tableOf(
          '期限',
          [
            { name: 'label', head: '期限', text: ({ label }) => label },
            { name: 'basis', head: '依据', text: ({ basis }) => basisWords(basis) },
          ],
          clocks,
        )}
      </section>
      <section class="card">
        <h2>检查结果的种类</h2>
        ${tableOf(
          '检查结果的种类',
          [
            { name: 'label', head: '结果', text: ({ label }) => label },
            { name: 'needed', head: '应当采取', text: ({ needed }) => needed.join('、') || '—' },
            { name: 'fitting', head: '可以采取', text: ({ fitting }) => fitting.join('、') || '—' },
            { name: 'basis', head: '依据', text: ({ basis }) => basisWords(basis) },
          ],
          results,
        )}
      </section>
      <section class="card">
        <h2>不受随机抽查限制的检查</h2>
        ${tableOf(
          '事由',
          [
            { name: 'label', head: '事由', text: ({ label }) => label },
            { name: 'basis', head: '依据', text: ({ basis }) => basisWords(basis) },
          ],
          grounds,
        )}
      </section>
      <section class="card">
        <h2>谁办什么</h2>
        ${tableOf(
          '岗位',
          [
            { name: 'label', head: '岗位', text: ({ label }) => label },
            { name: 'facts', head: '办理的事项', text: ({ facts }) => facts.join('、') },
          ],
          roles,
        )}
      </section>
      <section class="card">
        <h2>${current.label}</h2>
        <p>现在立案的案件适用。</p>
        ${chartOf(current)}
      </section>
      ${
        measures &&
        html`<section class="card">
          <h2>${measures.label}</h2>
          <p>对发现的每一问题所采取的每一措施分别办理。</p>
          ${chartOf(measures)}
        </section>`
      }
      <section class="card">
        <h2>以往的程序</h2>
        <p>以前立案的案件按立案时的程序办完：</p>
        <ul>
          ${cases.slice(0, -1).map(({ label }) => html`<li>${label}</li>`)}
        </ul>
        <p>全文见<a href="/api/v1/public/procedure">机器可读的程序（JSON）</a>。</p>
      </section>`,
  };
}
