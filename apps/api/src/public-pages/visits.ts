import { Injectable } from '@nestjs/common';
import type { PublicVisit } from '@srd/domain/case';
import { NO_SUCH_CODE, Reader, visitOf } from '../queries';
import { html, type Part } from './html';
import { Organs } from './organs';
import type { Page } from './page';
import { dayWords } from './words';

/** Whether a code that was shown at the door is real (国办发〔2024〕54号). */
@Injectable()
export class Visits {
  constructor(
    private readonly reader: Reader,
    private readonly organs: Organs,
  ) {}

  /** The page that asks for a code; with one, what is on record. @returns the status with it */
  async page(code: string): Promise<{ readonly page: Page; readonly status: number }> {
    if (code === '') return { page: this.asking('', null), status: 200 };
    const visit = await visitOf(this.reader, code, { headers: {} });
    if (visit) return { page: this.asking(code, this.found(visit)), status: 200 };
    const answer = html`<div class="answer no" role="alert">
      <h2><span class="mark" aria-hidden="true">✗</span>未查到</h2>
      <p>${NO_SUCH_CODE}。</p>
      <p>未查到不一定是假冒：请核对是否输错；仍查不到的，可以要求检查人员出示行政执法证和检查通知书。</p>
    </div>`;
    return { page: this.asking(code, answer), status: 404 };
  }

  private found(visit: PublicVisit): Part {
    const { organ, unitName, caseNumber, items, method, openedOn, endedOn, purpose, approved, inspectorsOnRecord } =
      visit;
    return html`<div class="answer yes" role="status">
      <h2><span class="mark" aria-hidden="true">✓</span>人员与任务属实</h2>
      <dl>
        <dt>检查机关</dt>
        <dd>${this.organs.nameOf(organ)}</dd>
        ${
          unitName !== null &&
          html`<dt>实施单位</dt>
            <dd>${unitName}</dd>`
        }
        <dt>案号</dt>
        <dd>${caseNumber}</dd>
        <dt>检查种类</dt>
        <dd>${purpose}，${method}</dd>
        <dt>检查人员</dt>
        <dd>到场 ${inspectorsOnRecord} 人，均在执法检查人员名录之内，行政执法证在有效期内</dd>
        <dt>批准</dt>
        <dd>${approved ? '已经批准' : '按当时的规定无须另行批准'}</dd>
        <dt>到场</dt>
        <dd>
          ${dayWords(openedOn)}${endedOn === null ? '，检查尚未结束' : endedOn === openedOn ? '，检查已结束' : `至${dayWords(endedOn)}，检查已结束`}
        </dd>
        <dt>检查事项</dt>
        <dd>
          ${items.map(({ name, basis }) => html`<p>${name}${basis.length > 0 && html`<br /><small>依据：${basis.join('；')}</small>`}</p>`)}
        </dd>
      </dl>
      <p><small>出于保护，这里不显示检查人员姓名和被检查机构；请与检查人员出示的证件核对。</small></p>
    </div>`;
  }

  private asking(code: string, answer: Part): Page {
    return {
      title: '检查码核验',
      place: '/public/visit',
      main: html`<h1>检查码核验</h1>
        <p class="lead">检查人员到场时应当主动出示检查码。扫码或者在这里输入，即可核实人员与任务是否属实。</p>
        <form class="filter" method="get" action="/public/visit">
          <div class="field words">
            <label for="code">检查码</label
            ><input
              id="code"
              name="code"
              value="${code}"
              maxlength="40"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck="false"
              required
            />
          </div>
          <div class="field act"><button type="submit">核验</button></div>
        </form>
        ${answer}
        <section class="card">
          <h2>您可以要求</h2>
          <ul>
            <li>检查人员不少于两人，都出示行政执法证。</li>
            <li>说明检查的事项和依据；没有依据的事项不得检查，见<a href="/public/items">事项清单</a>。</li>
            <li>与您有利害关系的检查人员回避。</li>
            <li>检查之后查阅公示的<a href="/public/results">检查结果</a>，认为有误的申请更正。</li>
          </ul>
        </section>`,
    };
  }
}
