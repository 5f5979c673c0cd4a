import { canonicalize, isDay, isId, type Context, type Day, type DomainCommand, type Id } from '@srd/kernel';
import { plainLine, plainText, sectors } from '@srd/domain/organ';
import type { CatalogueEvent, ChecklistLine, ItemText, LegalBasis } from './events';
import { refuse } from './refusals';
import { itemOf, newestVersion, type CatalogueState, type Item } from './state';

/** An item as somebody gives it: without a number it goes by its id, without a cap it has none. */
export type GivenItem = Omit<ItemText, 'number' | 'perYearAtMost'> & Partial<ItemText>;
export type EnterItem = DomainCommand<'EnterItem', GivenItem & { readonly organ: Id; readonly item: Id }>;
export type ReviseItem = DomainCommand<'ReviseItem', { item: Id; changes: Partial<ItemText>; reason: string }>;
export type PublishItems = DomainCommand<'PublishItems', { items: readonly Id[]; occurredOn: Day }>;
export type WithdrawItem = DomainCommand<'WithdrawItem', { item: Id; reason: string; occurredOn: Day }>;
export type CatalogueCommand = EnterItem | ReviseItem | PublishItems | WithdrawItem;

function checkedBasis(basis: readonly LegalBasis[] | undefined): readonly LegalBasis[] {
  if (!basis || basis.length === 0) return refuse('ITEM_WITHOUT_BASIS');
  return basis.map((cited) => {
    const law = plainLine(cited.law);
    const article = plainLine(cited.article);
    const version = plainLine(cited.version);
    if (law === null || article === null || version === null) {
      return refuse('ITEM_WITHOUT_BASIS', '抽查依据须写明法律、法规或规章的名称、条款和版本');
    }
    return { law, article, version };
  });
}

/** Lines with distinct ids and something to answer; an item may have none. */
function checkedList(given: readonly ChecklistLine[]): readonly ChecklistLine[] {
  const lines = given.map(({ id, text }) => {
    if (!isId(id)) refuse('CHECKLIST_INVALID', '检查项编号不合格式');
    return { id, text: plainLine(text) ?? refuse('CHECKLIST_INVALID', `检查项 ${id} 没有内容`) };
  });
  if (new Set(lines.map(({ id }) => id)).size !== lines.length) refuse('CHECKLIST_INVALID', '检查项编号重复');
  return lines;
}

/** R16, R23, R24, R25: nothing without its basis, subject, content and method. */
function checkedText(given: GivenItem & { readonly number: string }): ItemText {
  const basis = checkedBasis(given.basis);
  const name = plainLine(given.name) ?? refuse('ITEM_INVALID', '请填写事项名称');
  const number = plainLine(given.number) ?? refuse('ITEM_INVALID', '请填写事项编号');
  const subject = plainLine(given.subject) ?? refuse('ITEM_INCOMPLETE', '请填写抽查主体');
  const content = given.content.map(
    (line) => plainLine(line) ?? refuse('ITEM_INCOMPLETE', '抽查内容有空行或不可见字符'),
  );
  const { sector, methods, joint, kind, perYearAtMost = null } = given;
  if (content.length === 0) refuse('ITEM_INCOMPLETE', '请填写抽查内容');
  if (methods.length === 0) refuse('ITEM_INCOMPLETE', '请填写抽查方式');
  if (!methods.every((method) => method === 'onSite' || method === 'documentary')) {
    refuse('ITEM_INVALID', '抽查方式应为实地检查或书面检查');
  }
  if (!sectors.includes(sector)) refuse('ITEM_INVALID', `没有“${sector}”这一行业`);
  if (typeof joint !== 'boolean' || (kind !== 'general' && kind !== 'key')) {
    refuse('ITEM_INVALID', '请注明是否部门联合抽查，以及一般或重点事项');
  }
  if (perYearAtMost !== null && (!Number.isSafeInteger(perYearAtMost) || perYearAtMost < 1)) {
    refuse('ITEM_INVALID', '频次上限应为不小于1的整数');
  }
  const text = { number, name, basis, subject, sector, content, joint, kind, perYearAtMost };
  const checklist = checkedList(given.checklist ?? []);
  return { ...text, methods: [...new Set(methods)], ...(checklist.length > 0 ? { checklist } : {}) };
}

function standing(state: CatalogueState, id: Id): Item {
  const item = itemOf(state, id) ?? refuse('ITEM_UNKNOWN', `清单中没有事项 ${id}`);
  return item.withdrawal ? refuse('ITEM_WITHDRAWN', `事项 ${id} 已停用`) : item;
}

function publish(data: PublishItems['data'], state: CatalogueState, { today }: Context): readonly CatalogueEvent[] {
  const { occurredOn } = data;
  if (data.items.length === 0) refuse('NOTHING_TO_PUBLISH');
  if (!isDay(occurredOn) || occurredOn > today) refuse('CATALOGUE_DAY_INVALID');
  const lists: { readonly [L in 'own' | 'joint']: { item: Id; version: number }[] } = { own: [], joint: [] };
  for (const id of [...new Set(data.items)].sort()) {
    const item = standing(state, id);
    const { version, joint } = newestVersion(item);
    const last = item.publications.at(-1);
    if (last?.version === version) refuse('ITEM_PUBLISHED', `事项 ${id} 的现行版本已公布`);
    if (last && occurredOn < last.publishedOn) refuse('CATALOGUE_DAY_INVALID');
    lists[joint ? 'joint' : 'own'].push({ item: id, version });
  }
  return (['own', 'joint'] as const).flatMap((list) =>
    lists[list].length === 0
      ? []
      : [{ type: 'ItemsPublished' as const, data: { list, items: lists[list], occurredOn } }],
  );
}

export function decide(command: CatalogueCommand, state: CatalogueState, context: Context): readonly CatalogueEvent[] {
  switch (command.type) {
    case 'EnterItem': {
      const { organ, item, ...given } = command.data;
      if (!isId(organ) || !isId(item)) refuse('ITEM_INVALID', '机关或事项编号不合格式');
      if ((state.organ ?? organ) !== organ) refuse('CATALOGUE_MISMATCH');
      if (itemOf(state, item)) refuse('ITEM_KNOWN');
      return [{ type: 'ItemEntered', data: { organ, item, ...checkedText({ number: item, ...given }) } }];
    }
    // 事项调整, as the law or the work changes (R24, R27).
    case 'ReviseItem': {
      const { item: id, changes } = command.data;
      const newest = newestVersion(standing(state, id));
      const { version, reason: _former, ...text } = newest;
      const revised = checkedText({ ...text, ...changes });
      if (canonicalize(revised) === canonicalize(text)) refuse('ITEM_UNCHANGED');
      const reason = plainText(command.data.reason) ?? refuse('CATALOGUE_REASON_MISSING');
      return [{ type: 'ItemRevised', data: { item: id, version: version + 1, text: revised, reason } }];
    }
    case 'PublishItems':
      return publish(command.data, state, context);
    case 'WithdrawItem': {
      const { item, occurredOn } = command.data;
      standing(state, item);
      if (!isDay(occurredOn) || occurredOn > context.today) refuse('CATALOGUE_DAY_INVALID');
      const reason = plainText(command.data.reason) ?? refuse('CATALOGUE_REASON_MISSING');
      return [{ type: 'ItemWithdrawn', data: { item, reason, occurredOn } }];
    }
  }
}
