import { Injectable } from '@nestjs/common';
import { methodLabels } from '@srd/domain/case';
import { catalogue, publishedList, type CatalogueState, type ItemText } from '@srd/domain/catalogue';
import { classLabels, groundLabels, type ListingNotice } from '@srd/domain/standing';
import { dayOf } from '@srd/kernel';
import { circulars, standings, type CircularRow, type StandingRow } from '@srd/views';
import { Reader } from '../queries';
import { html } from './html';
import type { Given } from './asked';
import type { PublicList } from './lists';
import { Organs } from './organs';
import { dayWords, sectorLabel } from './words';

type Item = ItemText & { readonly organ: string; readonly publishedOn: string };
type Listing = ListingNotice & {
  readonly organ: string;
  readonly list: 'abnormal' | 'credit';
  readonly withdrawn: boolean;
};

const LISTS = { abnormal: '执业异常对象名单', credit: '信用黑名单' } as const;
const lawText = ({ law, article, version }: { law: string; article: string; version: string }): string =>
  `${law}${article}${version === '' ? '' : `（${version}）`}`;

const STANCES = { commended: '表扬', criticised: '批评' } as const;

/** The item lists, the two lists in force and the circulars (R23, R24, R103; R83, R86, R87; R95). */
@Injectable()
export class Registers {
  constructor(
    private readonly reader: Reader,
    private readonly organs: Organs,
  ) {}

  items(): PublicList<Item> {
    return {
      place: '/public/items',
      title: '随机抽查事项清单',
      lead: html`<p class="lead">
        没有法律、法规、规章依据的，不得检查。每一事项都写明依据、主体、内容和方式；部门联合抽查另立清单。
      </p>`,
      empty: '还没有公布的事项。',
      fields: [
        this.organs.field(),
        {
          name: 'list',
          label: '清单',
          options: [
            ['own', '随机抽查事项清单'],
            ['joint', '部门联合抽查事项清单'],
          ],
        },
      ],
      columns: [
        {
          name: 'name',
          head: '抽查事项',
          text: ({ name }) => name,
          show: ({ name, joint }) => html`${name}${joint && html` <span class="tag">联合</span>`}`,
        },
        { name: 'basis', head: '抽查依据', text: ({ basis }) => basis.map(lawText).join('；') },
        { name: 'subject', head: '抽查主体', text: ({ subject }) => subject },
        { name: 'sector', head: '抽查对象', text: ({ sector }) => sectorLabel(sector) },
        { name: 'content', head: '抽查内容', text: ({ content }) => content.join('；') },
        {
          name: 'methods',
          head: '抽查方式',
          text: ({ methods }) => methods.map((each) => methodLabels[each]).join('、'),
        },
        { name: 'organ', head: '机关', text: ({ organ }) => this.organs.nameOf(organ) },
        {
          name: 'publishedOn',
          whole: true,
          head: '公布日期',
          text: ({ publishedOn }) => publishedOn,
          show: ({ publishedOn }) => dayWords(publishedOn),
        },
      ],
      rows: async (given) => ({ items: await this.itemRows(given), next: null }),
    };
  }

  private async itemRows({ organ, list }: Given): Promise<readonly Item[]> {
    const today = dayOf(this.reader.stores.clock.now());
    const found = await Promise.all(
      this.organs.choices().map(async ([id]) => {
        if (organ !== undefined && id !== organ) return [];
        const state = await this.catalogueOf(id);
        return (['own', 'joint'] as const)
          .filter((each) => list === undefined || each === list)
          .flatMap((each) => publishedList(state, each, today))
          .map((item) => ({ ...item, organ: id, publishedOn: publishedOn(state, item) }));
      }),
    );
    return found.flat();
  }

  private async catalogueOf(organ: string): Promise<CatalogueState> {
    try {
      return (await this.reader.state(catalogue, `catalogue-${organ}`)).state;
    } catch {
      return catalogue.initial;
    }
  }

  listings(): PublicList<Listing> {
    return {
      place: '/public/listings',
      title: '名单',
      lead: html`<p class="lead">
        现行有效并已公示的执业异常对象名单和信用黑名单，及撤销列入的通知。期满、修复或移出的不再列示；法律服务人员不列示。
      </p>`,
      empty: '现在没有列入名单的机构。',
      fields: [
        this.organs.field(),
        { name: 'list', label: '名单', options: Object.entries(LISTS) },
        {
          name: 'state',
          label: '状态',
          options: [
            ['listed', '现行有效'],
            ['withdrawn', '撤销列入的通知'],
          ],
        },
      ],
      columns: [
        { name: 'institutionName', head: '机构名称', text: ({ institutionName }) => institutionName },
        { name: 'registrationNumber', head: '登记号', text: ({ registrationNumber }) => registrationNumber },
        { name: 'list', head: '名单', text: ({ list, listName }) => listName || LISTS[list] },
        {
          name: 'ground',
          head: '列入事由',
          text: ({ ground, class: severity }) =>
            `${groundLabels[ground]}${severity ? `（${classLabels[severity]}）` : ''}`,
        },
        { name: 'legalBasis', head: '依据', text: ({ legalBasis }) => legalBasis.map(lawText).join('；') },
        {
          name: 'listedOn',
          whole: true,
          head: '列入日期',
          text: ({ listedOn }) => listedOn,
          show: ({ listedOn }) => dayWords(listedOn),
        },
        {
          name: 'until',
          head: '期限',
          text: ({ until }) => until ?? '未定期限',
          show: ({ until }) => (until ? `至${dayWords(until)}` : '未定期限'),
        },
        {
          name: 'state',
          head: '状态',
          text: ({ withdrawn, ended }) => (withdrawn ? `已撤销：${ended?.reason ?? ''}` : '现行有效'),
        },
        { name: 'organ', head: '机关', text: ({ organ }) => this.organs.nameOf(organ) },
      ],
      rows: async ({ organ, list, state }, cursor, limit) => {
        const { items, next } = await this.reader.rows<StandingRow>(
          standings.name,
          undefined,
          { limit, ...(cursor === undefined ? {} : { cursor }), ...(organ === undefined ? {} : { organ }) },
          { headers: {} },
          {
            where: whereListed({ list, state }),
            order: { column: 'listedOn', descending: true },
          },
        );
        return { items: items.flatMap(listingOf), next };
      },
      total: ({ organ, ...given }) => this.reader.count(standings.name, organ, whereListed(given)),
    };
  }

  circulars(): PublicList<CircularRow> {
    return {
      place: '/public/circulars',
      title: '随机抽查通报',
      lead: html`<p class="lead">
        随机抽查工作的通报。点名的机构，其检查结果都已公示；撤回的通报注明理由，仍可查阅。
      </p>`,
      empty: '还没有对社会发布的通报。',
      fields: [this.organs.field()],
      columns: [
        { name: 'title', head: '通报', text: ({ title }) => title },
        { name: 'number', head: '文号', text: ({ number }) => number },
        {
          name: 'period',
          head: '期间',
          text: ({ period }) => `${period.from}至${period.to}`,
          show: ({ period }) => `${dayWords(period.from)}至${dayWords(period.to)}`,
        },
        { name: 'text', head: '正文', text: ({ text }) => text },
        {
          name: 'named',
          head: '点名的机构',
          text: ({ named }) =>
            named.map((each) => `${each.name}（${STANCES[each.stance]}）：${each.text}`).join('；') || '无',
        },
        { name: 'organ', head: '机关', text: ({ organ }) => this.organs.nameOf(organ) },
        {
          name: 'issuedOn',
          whole: true,
          head: '签发日期',
          text: ({ issuedOn }) => issuedOn ?? '',
          show: ({ issuedOn }) => dayWords(issuedOn ?? ''),
        },
        {
          name: 'status',
          head: '状态',
          text: ({ withdrawn }) => (withdrawn ? `${withdrawn.on}撤回：${withdrawn.reason}` : '有效'),
          show: ({ withdrawn }) => (withdrawn ? `${dayWords(withdrawn.on)}撤回：${withdrawn.reason}` : '有效'),
        },
      ],
      rows: ({ organ }, cursor, limit) =>
        this.reader.rows<CircularRow>(
          circulars.name,
          undefined,
          { limit, ...(cursor === undefined ? {} : { cursor }), ...(organ === undefined ? {} : { organ }) },
          { headers: {} },
          { where: { public: 1 }, order: { column: 'issuedOn', descending: true } },
        ),
      total: ({ organ }) => this.reader.count(circulars.name, organ, { public: 1 }),
    };
  }
}

function publishedOn(
  state: CatalogueState,
  { item, version }: { readonly item: string; readonly version: number },
): string {
  return state.items[item]?.publications.findLast((each) => each.version === version)?.publishedOn ?? '';
}

function whereListed({ list, state }: { readonly list?: string | undefined; readonly state?: string | undefined }) {
  return { public: state ?? ['listed', 'withdrawn'], ...(list === undefined ? {} : { list }) };
}

function listingOf({ organ, list, public: shown, publications }: StandingRow): readonly Listing[] {
  const newest = publications.at(-1);
  return shown === null || !newest ? [] : [{ organ, list, withdrawn: shown === 'withdrawn', ...newest.content }];
}
